"""Paths that a user names to the files that are to be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_ENDINGS = (".md", ".markdown")
#: Files that by custom have no front matter, by their name up to the first dot.
_NO_ARTICLES = frozenset(
    {"readme", "changelog", "contributing", "code_of_conduct", "license", "security"}
)


class Found(NamedTuple):
    """A file to check, or a folder that could not be searched, with the reason."""

    path: str
    error: OSError | None = None


def discover(paths: Iterable[str]) -> Iterator[Found]:
    """The files to check, each once: a named file whatever its ending, a folder's articles.

    A folder is searched for ``*.md`` and ``*.markdown``, in the order of names; what .gitignore
    ignores and what by custom is no article is left out. Links to folders are not followed below a
    named folder, so no loop can arise.
    """
    seen = set()
    for path in paths:
        for found in _search(path) if os.path.isdir(path) else (Found(path),):
            name = os.path.abspath(found.path)
            if name not in seen:
                seen.add(name)
                yield found


def _search(folder: str) -> Iterator[Found]:
    from articlelint.running.gitignore import Ignored  # noqa: PLC0415 - not for named files

    ignored = Ignored(folder)
    errors: list[Found] = []
    for parent, folders, files in os.walk(
        folder, onerror=lambda error: errors.append(Found(error.filename, error))
    ):
        ignored.enter(parent)
        folders[:] = sorted(
            each for each in folders if each != ".git" and not ignored.match(parent, each + "/")
        )
        for file in sorted(files):
            if _is_article(file) and not ignored.match(parent, file):
                yield Found(os.path.join(parent, file).removeprefix("." + os.sep))
    yield from errors


def _is_article(file: str) -> bool:
    name = file.lower()
    return name.endswith(_ENDINGS) and name.split(".")[0] not in _NO_ARTICLES
