"""Paths that a user names to the files that are to be checked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_ENDINGS = (".md", ".markdown")
#: Files that by custom have no front matter, also with a language between, as in README.de.md. The
#: pre-commit hook leaves out the same ones.
NO_ARTICLES = r"(changelog|code_of_conduct|contributing|license|readme|security)(\.[a-z]{2,3})?"
_NO_ARTICLE = re.compile(NO_ARTICLES + r"\.(md|markdown)")


class Found(NamedTuple):
    """A file to check, or a folder that could not be searched, with the reason."""

    path: str
    error: OSError | None = None


def discover(paths: Iterable[str]) -> list[Found]:
    """The files to check, each once, sorted by path.

    A file is checked whatever its name. A folder is searched for ``*.md`` and ``*.markdown``; what
    .gitignore ignores and what by custom is no article is left out. Links to folders are not
    followed below a named folder, so no loop can arise.
    """
    found: dict[str, Found] = {}
    for path in paths:
        for each in _search(path) if os.path.isdir(path) else (Found(path),):
            found.setdefault(os.path.abspath(each.path), each)
    return sorted(found.values(), key=lambda each: each.path)


def _search(folder: str) -> Iterator[Found]:
    from articlelint.running.gitignore import Ignored  # noqa: PLC0415 - not for named files

    ignored = Ignored(folder)
    pending = [folder]
    while pending:
        parent = pending.pop()
        ignored.enter(parent)
        try:
            entries = list(os.scandir(parent))
        except OSError as error:
            yield Found(_tidy(parent), error)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != ".git" and not ignored.match(parent, entry.name, is_folder=True):
                    pending.append(entry.path)
            elif _is_article(entry) and not ignored.match(parent, entry.name, is_folder=False):
                yield Found(_tidy(entry.path))


def _tidy(path: str) -> str:
    return path.removeprefix("." + os.sep)


def _is_article(entry: os.DirEntry[str]) -> bool:
    """Whether a search takes this entry; a link that leads nowhere it does, to report it.

    Pipes and devices it does not: reading one that nobody named could wait forever.
    """
    name = entry.name.lower()
    if not name.endswith(_ENDINGS) or _NO_ARTICLE.fullmatch(name):
        return False
    if not entry.is_symlink():
        return entry.is_file()
    return os.path.isfile(entry.path) or not os.path.exists(entry.path)
