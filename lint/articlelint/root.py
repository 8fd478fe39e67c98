"""The root of what belongs together: a repository, or what is like one. No link leads out of it.

What strangers contribute lies below it, and so must all that this names.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache

from articlelint.named_tuple import NamedTuple

#: What a configuration file is called where it is looked for.
CONFIG_NAME = ".articlelint.yaml"

_GIT = ".git"
#: More than the one line that the `.git` of a submodule has.
_LONGEST_GIT_FILE = 8192


class Root(NamedTuple):
    """A folder, by its real path, and what messages call it.

    ``schema_folders`` are the real paths of the other folders in which schemas may be.
    """

    folder: str
    name: str
    schema_folders: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Whether a path leads to below the folder.

        What git keeps for itself does not count: its configuration may hold passwords.
        """
        return _holds((self.folder,), path)

    def holds_schema(self, path: str) -> bool:
        """The same for the path of a schema, which may also be below the folders for these."""
        return _holds((self.folder, *self.schema_folders), path)


def find_root(folder: str, alone: str = "folder that it is in") -> Root:
    """The root that a folder is in, an absolute path.

    It is the folder of the repository; without one, the folder of the top-most configuration;
    without that, the current folder if that is above; and else the folder alone, which messages
    then call ``alone``.
    """
    repository = None
    for each in reversed([*_upward(folder)]):
        # One inside another is a repository of its own, but not one that a link leads to.
        if is_repository(each) and (not repository or is_within(real_path(each), repository)):
            repository = real_path(each)
    if repository:
        return Root(repository, "repository")
    configured = top_configured(folder)
    if configured:
        return Root(real_path(configured), "folder of the top-most configuration")
    current = os.getcwd()
    if is_within(folder, current):
        return Root(current, "current folder")
    return Root(real_path(folder), alone)


def root_of_names(folder: str) -> Root:
    """Where all must be that a file in a folder, an absolute path, names."""
    return find_root(folder, "folder of the file that names it")


def is_repository(folder: str) -> bool:
    """Whether a folder is the root of a repository, in the sense of what may be read.

    A submodule belongs to the repository around it, and whatever is called ``.git`` counts. Git has
    it otherwise: ``worktree_of``.
    """
    path = os.path.join(folder, _GIT)
    return os.path.lexists(path) and not _is_of_submodule(path)


def worktree_of(folder: str) -> str | None:
    """The top of the worktree that git takes a folder, an absolute path, to be in, if any.

    A submodule is one of its own, and an empty ``.git`` or a broken link makes none.
    """
    for each in _upward(folder):
        path = os.path.join(each, _GIT)
        if os.path.isfile(path) or os.path.lexists(os.path.join(path, "HEAD")):
            return each
    return None


def outer_worktree_of(folder: str) -> str | None:
    """The same, but what is in a submodule is in the worktree around it, as its CI has it."""
    top = worktree_of(folder)
    while top and _is_of_submodule(os.path.join(top, _GIT)):
        above = os.path.dirname(top)
        outer = worktree_of(above) if above != top else None
        if outer is None:
            break
        top = outer
    return top


def top_configured(folder: str) -> str | None:
    """The top-most folder at or above one, within its repository, that has a configuration."""
    top = None
    for each in _upward(folder):
        if os.path.lexists(os.path.join(each, CONFIG_NAME)):
            top = each
        if is_repository(each):
            break
    return top


def real_path_within_root(path: str) -> str:
    """The real path of a file. Raises OSError if links lead it out of the root it seems to be in.

    Who names a file on the command line may name one that a stranger has replaced by a link.
    """
    seeming, real = os.path.abspath(path), real_path(path)
    if seeming != real:
        root = find_root(os.path.dirname(seeming))
        if not root.holds(real) and not _is_of_system(root.folder):
            raise OSError(errno.EPERM, f"a link leads out of the {root.name}")
    return real


class RealFolders:
    """The real paths of folders, each found by one look at it and those above that are known."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, folder: str) -> str:
        """The path of a folder without links."""
        below: list[str] = []
        while folder not in self._known:
            above, name = os.path.split(folder)
            if name in ("", os.curdir, os.pardir):
                self._known[folder] = real_path(folder)
                break
            below.append(folder)
            folder = above
        for each in reversed(below):
            is_link = os.path.islink(each)
            real = os.path.join(self._known[folder], os.path.basename(each))
            self._known[each] = real_path(each) if is_link else real
            folder = each
        return self._known[folder]


def has_links_above(path: str) -> bool:
    """Whether links lead to the folder of a path, looked up once in a run for its many files."""
    return not _is_real(os.path.dirname(path), os.getcwd())


def forget_links() -> None:
    """Look again where links lead: another run begins, or files have changed."""
    _is_real.cache_clear()
    _real_folders.cache_clear()


def real_path(path: str) -> str:
    """The path without links; also one that no file can have, which whoever opens it says."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return os.path.abspath(path)


def spellings(path: str) -> frozenset[str]:
    """The absolute paths of a file by which a change of it may be told: with and without links."""
    return frozenset((os.path.abspath(path), real_path(path)))


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder's, or below it."""
    path, folder = (os.path.join(os.path.normcase(each), "") for each in (path, folder))
    return path.startswith(folder)


def _holds(folders: Iterable[str], path: str) -> bool:
    real = real_path(path)
    return any(
        is_within(real, folder) and _GIT not in real[len(folder) :].lower().split(os.sep)
        for folder in folders
    )


def _is_of_system(folder: str) -> bool:
    """Whether links in a folder are the system's, such as that to standard input."""
    return folder == "/dev" or is_within(folder, "/proc")


@lru_cache(maxsize=64)
def _is_real(folder: str, current: str) -> bool:
    folder = os.path.join(current, folder)
    return _real_folders(current).of(folder) == os.path.abspath(folder)


@lru_cache(maxsize=1)
def _real_folders(_current: str) -> RealFolders:
    return RealFolders()


def _upward(folder: str) -> Iterator[str]:
    """A folder, and those above it."""
    yield folder
    while folder != (folder := os.path.dirname(folder)):
        yield folder


def _is_of_submodule(path: str) -> bool:
    """Whether a ``.git`` is a submodule's: a file that names a folder in the other's ``modules``.

    That of another worktree is a file, too (gitrepository-layout). Git never takes a ``.git`` from
    a commit, so no stranger wrote it.
    """
    with suppress(OSError):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                _, inside, place = file.read(_LONGEST_GIT_FILE).rpartition(b"/.git/")
            place = inside[-1:] + place
            return bool(inside) and place.rfind(b"/modules/") > place.rfind(b"/worktrees/")
    return False
