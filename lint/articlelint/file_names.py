"""What a file is called: for people from the current folder, for programs from the repository."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from articlelint.root import is_within, outer_worktree_of, real_path

#: Where services of CI have checked out the repository, perhaps without its ``.git``.
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
_INDIRECT = frozenset(("", os.curdir, os.pardir))


def shown_path(path: str) -> str:
    """A path as a person would write it from the current folder, however it is written.

    It is relative, unless the absolute path is shorter, and begins with ``./`` if it would look
    like an option. Links are not resolved, so the same configurations hold for it. A path is left
    as it is if ``..`` follows a link in it: that leads elsewhere than it seems to.
    """
    if not os.path.isabs(path) and _INDIRECT.isdisjoint(path.split(os.sep)):
        return path_below(os.curdir, path)
    whole = os.path.abspath(path)
    if os.pardir in path.split(os.sep) and real_path(path) != real_path(whole):
        return path
    current = os.getcwd()
    try:
        relative = os.path.relpath(_by_real_current(whole, current), current)
    except ValueError:  # they are on different drives
        return whole
    return path_below(os.curdir, min(relative, whole, key=len))


def path_below(folder: str, path: str) -> str:
    """The path of what is below a folder, both written as by ``shown_path``."""
    return path if folder == os.curdir and path[0] != "-" else os.path.join(folder, path)


def repository_path(path: str, base: str | None = None) -> str:
    """The path of a file in its repository, with ``/``, wherever the current folder is.

    Links to folders are followed, as git has no files behind them; a file that is a link keeps its
    own name. Without a repository, it is the path in what a service of CI has checked out, else
    from the current folder. It is absolute if the file is in none of these, or not in the folder
    ``base`` that is given instead of them.
    """
    folder, name = os.path.split(path)
    if name in _INDIRECT:
        folder, name = path, ""
    folder = _repository_folder(folder, os.getcwd(), base)
    return posixpath.join(folder, name) if name else folder or os.curdir


def forget_repositories() -> None:
    """Look again where folders are: another run begins, or files have changed."""
    _repository_folder.cache_clear()


def _by_real_current(path: str, current: str) -> str:
    """An absolute path, by the real one of the current folder if a shell knows that by a link."""
    shell = os.environ.get("PWD", "")
    if os.path.isabs(shell) and is_within(path, shell) and real_path(shell) == current:
        return os.path.join(current, path[len(os.path.join(shell, "")) :])
    return path


@lru_cache(maxsize=256)
def _repository_folder(folder: str, current: str, base: str | None) -> str:
    """The same for a folder: empty if it is the top."""
    seeming = os.path.abspath(os.path.join(current, folder))
    for whole in (real_path(os.path.join(current, folder)), seeming):
        for each in (base,) if base else _bases(whole, current):
            top = real_path(each)
            if is_within(whole, top):
                return whole[len(os.path.join(top, "")) :].replace(os.sep, "/")
    return seeming.replace(os.sep, "/")


def _bases(folder: str, current: str) -> Iterator[str]:
    """What the path of a folder may be relative to, the best first."""
    if top := outer_worktree_of(folder):
        yield top
    yield from filter(os.path.isabs, (os.environ.get(each, "") for each in _CHECKOUTS))
    yield current


def composed(name: str) -> str:
    """A name in the form in which its accents are parts of its letters: systems spell it in two."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)
