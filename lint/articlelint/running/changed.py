"""Which files have changed since a commit, for a run that reports only on these."""

from __future__ import annotations

import os
from hashlib import sha1, sha256
from typing import NamedTuple

from articlelint.files import read_regular
from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.root import RealFolders, is_within, real_path, worktree_of
from articlelint.running.git import Difference, GitError, differences, merge_base, tracked_files

_SHA1_LENGTH = 40


class _Worktree(NamedTuple):
    """What git says of a worktree: the paths are from its top, with ``/``."""

    tracked: frozenset[bytes]
    differences: dict[bytes, Difference]


class Changed:
    """The files that differ from the merge base of a revision and what is checked out.

    Files as they are in the worktree count; one that git does not track has changed. Of a submodule
    that is at another commit, all files have. A folder is in the worktree that the current folder
    is in, or else in its own. Each is asked once; raises GitError if it cannot answer.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._worktrees: dict[str, _Worktree] = {}
        self._real_folders = RealFolders()
        self._current = worktree_of(os.getcwd())
        if self._current:
            self._worktree(self._current)

    def holds(self, path: str) -> bool:
        """Whether a file has changed, or a link that leads to it."""
        folder, name = os.path.split(path)
        path_in_real_folder = os.path.join(self._real_folders.of(folder or os.curdir), name)
        names = {os.path.abspath(path), path_in_real_folder}
        if os.path.islink(path):
            names.add(real_path(path))
        told = {self._has_changed(each) for each in names}
        if told == {None}:
            raise GitError(f"{path} is not in a git repository")
        return told != {False}

    def _has_changed(self, path: str) -> bool | None:
        """Whether a file at an absolute path has changed; None if it is in no repository."""
        top = self._top(os.path.dirname(path))
        if top is None:
            return None
        tracked, found = self._worktree(top)
        below = path[len(os.path.join(top, "")) :].replace(os.sep, "/")
        name = os.fsencode(below)
        if name in found:
            content = found[name].content
            return content is None or not _has_content(path, content)
        while name:
            if name in tracked:
                return name in found
            name = name.rpartition(b"/")[0]
        return True

    def _top(self, folder: str) -> str | None:
        if self._current and is_within(folder, self._current):
            return self._current
        return worktree_of(folder)

    def _worktree(self, top: str) -> _Worktree:
        if top not in self._worktrees:
            base = merge_base(top, self._revision)
            tracked = frozenset(tracked_files(top))
            self._worktrees[top] = _Worktree(tracked, differences(top, base))
        return self._worktrees[top]


def _has_content(path: str, name: str) -> bool:
    """Whether a file holds the content of an object of git, by the object's name."""
    try:
        data = read_regular(path, MAX_FILE_BYTES + 1)
    except OSError:
        return False
    whole = b"blob %d\0" % len(data) + data
    if len(name) == _SHA1_LENGTH:
        return sha1(whole, usedforsecurity=False).hexdigest() == name
    return sha256(whole).hexdigest() == name
