"""Whether a text begins with front matter, by its first lines alone."""

from __future__ import annotations

from articlelint.reading.dialect import Fences
from articlelint.reading.known_dialects import DIALECTS
from articlelint.reading.source import LINE_BREAK


def opens_front_matter(text: str) -> bool:
    """Whether the first line opens front matter in any dialect, closed or not."""
    return _opening(text) is not None or _is_unfenced(text)


def begins_with_front_matter(text: str) -> bool:
    """Whether there is also a key or a closing line: a line of dashes may be something else."""
    fences = _opening(text)
    if fences is None:
        return _is_unfenced(text)
    line_break = LINE_BREAK.search(text)
    if line_break and (not fences.key_line or fences.key_line.match(text, line_break.end())):
        return True
    return fences.closing_line.search(text) is not None


def _opening(text: str) -> Fences | None:
    """The fences of the first line."""
    all_fences = (fences for each in DIALECTS.values() for fences in each.fences)
    return next((each for each in all_fences if each.opening_line.match(text)), None)


def _is_unfenced(text: str) -> bool:
    return any(each.unfenced(text) for each in DIALECTS.values())
