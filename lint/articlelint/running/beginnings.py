"""What files begin with: few bytes of few files, to tell articles from other files."""

from __future__ import annotations

from articlelint.files import read_regular
from articlelint.reading.beginning import begins_with_front_matter, opens_front_matter

#: So many bytes tell.
_ENOUGH = 1024


def may_be_article(path: str) -> bool:
    """Whether a file that by its name is none opens front matter; not if it cannot be read."""
    return opens_front_matter(_beginning(path))


def has_front_matter(path: str) -> bool:
    """Whether a file of any kind begins with front matter; not if it cannot be read."""
    return begins_with_front_matter(_beginning(path))


def _beginning(path: str) -> str:
    try:
        data = read_regular(path, _ENOUGH)
    except OSError:
        return ""
    return data.decode("utf-8-sig", errors="replace")
