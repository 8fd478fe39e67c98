"""Which files git tracks: the patterns of a .gitignore do not apply to them."""

from __future__ import annotations

import os
from bisect import bisect_left
from typing import NamedTuple

from articlelint.root import worktree_of
from articlelint.text.words import MAX_MESSAGE, shorten


class _Folder(NamedTuple):
    """The sorted paths that git tracks in the repository of a folder, and the folder's own path.

    Both are relative to the top of the repository; ``own`` ends with a slash, or is empty there.
    """

    tracked: list[bytes]
    own: bytes


class Tracked:
    """What git tracks: asked once for each repository, and not before it is needed.

    ``notes`` gets a line if git cannot tell. Without git or outside a repository, nothing is
    tracked.
    """

    def __init__(self, notes: list[str]) -> None:
        self._notes = notes
        #: Whether git could answer whatever it was asked.
        self.is_sure = True
        self._folders: dict[str, _Folder] = {}
        self._repositories: dict[str, list[bytes]] = {}

    def holds(self, parent: str, name: str, *, is_folder: bool) -> bool:
        """Whether git tracks a file in the folder ``parent``, or something in a folder there.

        A submodule is one path without a slash; what it holds is for its own repository to say.
        """
        if parent not in self._folders:
            self._folders[parent] = self._look_up(parent)
        tracked, own = self._folders[parent]
        path = own + os.fsencode(name)
        if _first_from(path, tracked) == path:
            return True
        below = path + b"/"
        return is_folder and _first_from(below, tracked).startswith(below)

    def _look_up(self, folder: str) -> _Folder:
        folder = os.path.realpath(folder)
        top = worktree_of(folder)
        if top is None:
            return _Folder([], b"")
        if top not in self._repositories:
            self._repositories[top] = self._list(top)
        below = os.path.join(folder, "").removeprefix(os.path.join(top, ""))
        return _Folder(self._repositories[top], os.fsencode(below.replace(os.sep, "/")))

    def _list(self, top: str) -> list[bytes]:
        from articlelint.running.git import GitError, tracked_files  # noqa: PLC0415 - seldom needed

        try:
            return tracked_files(top)
        except GitError as error:
            self.is_sure = False
            what = "git does not say which files it tracks, so ignored ones are not checked"
            self._notes.append(shorten(f"{top}: {what}: {error}", MAX_MESSAGE))
            return []


def _first_from(path: bytes, tracked: list[bytes]) -> bytes:
    """The first of the sorted paths that is not before ``path``; empty if all are."""
    index = bisect_left(tracked, path)
    return tracked[index] if index < len(tracked) else b""
