"""Which files have changed since a commit, for a run that reports only on these."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha1, sha256
from typing import NamedTuple

from articlelint.files import read_regular
from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.root import is_within, real_path, worktree_of
from articlelint.running.found import Chosen, Found
from articlelint.running.git import Difference, GitError, differences, merge_base, tracked_files

_SHA1_LENGTH = 40


class _Worktree(NamedTuple):
    """What git says of a worktree: the paths are from its top, with ``/``."""

    tracked: frozenset[bytes]
    differences: dict[bytes, Difference]

    def has_changed(self, name: bytes, path: str) -> bool:
        """Whether a file, with its path here and its absolute one, has changed.

        What is in a submodule or behind a link has as the path of these has.
        """
        if name in self.differences:
            content = self.differences[name].content
            return content is None or not _has_content(path, content)
        while name:
            if name in self.tracked:
                return name in self.differences
            name = name.rpartition(b"/")[0]
        return True


class _Folder(NamedTuple):
    """A folder by its absolute path, its worktree, and what paths begin with there."""

    path: str
    worktree: _Worktree | None
    prefix: bytes

    def has_changed(self, name: str) -> bool | None:
        """Whether a file in it has changed; None if it is in no worktree."""
        if self.worktree is None:
            return None
        path = os.path.join(self.path, name)
        return self.worktree.has_changed(self.prefix + os.fsencode(name), path)


class Changed:
    """The files that differ from the merge base of a revision and what is checked out.

    Files as they are in the worktree count; one that git does not track has changed. Of a submodule
    that is at another commit, all files have. A folder is in the worktree that the current folder
    is in, or else in its own. Each is asked once; raises GitError if it cannot answer.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._worktrees: dict[str, _Worktree] = {}
        self._folders: dict[str, list[_Folder]] = {}
        self._current = worktree_of(os.getcwd())
        if self._current:
            self._worktree(self._current)

    def holds(self, path: str) -> bool:
        """Whether a file has changed, or a link that leads to it."""
        told = self._told(path)
        if os.path.islink(path):
            told |= self._told(real_path(path))
        if told == {None}:
            raise GitError(f"{path} is not in a git repository")
        return told != {False}

    def _told(self, path: str) -> set[bool | None]:
        """What holds for a file by its path, with and without the links in its folder."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            paths = {os.path.abspath(folder), real_path(folder or os.curdir)}
            self._folders[folder] = [self._folder(each) for each in paths]
        return {each.has_changed(name) for each in self._folders[folder]}

    def _folder(self, path: str) -> _Folder:
        is_here = self._current is not None and is_within(path, self._current)
        top = self._current if is_here else worktree_of(path)
        if top is None:
            return _Folder(path, None, b"")
        below = os.path.join(path, "")[len(os.path.join(top, "")) :].replace(os.sep, "/")
        return _Folder(path, self._worktree(top), os.fsencode(below))

    def _worktree(self, top: str) -> _Worktree:
        if top not in self._worktrees:
            base = merge_base(top, self._revision)
            tracked = frozenset(tracked_files(top))
            self._worktrees[top] = _Worktree(tracked, differences(top, base))
        return self._worktrees[top]


def choose_changed(files: Iterable[Found], revision: str) -> Chosen:
    """Of some files those that have changed; what cannot be searched may have. Raises GitError."""
    changed = Changed(revision)
    chosen: list[Found] = []
    unchanged: list[Found] = []
    for each in files:
        may_have_changed = each.error is not None or changed.holds(each.path)
        (chosen if may_have_changed else unchanged).append(each)
    return Chosen(chosen, unchanged)


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
