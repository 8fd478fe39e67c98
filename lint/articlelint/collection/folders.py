"""What is in the folders of a collection, for rules that ask whether a file is there."""

from __future__ import annotations

import os
from hashlib import blake2b
from itertools import islice

from articlelint.file_names import composed
from articlelint.root import find_root

#: The most names that are kept of all folders together, some hundred bytes each.
_MOST_NAMES = 1_000_000


class Folders:
    """The folders at and below one, an absolute path; each is looked at once.

    It is made for one run. Nothing outside the root of that folder is looked at, wherever links
    lead. ``None`` has no folders.
    """

    def __init__(self, folder: str | None) -> None:
        self._folder = folder
        self._root = find_root(folder) if folder is not None else None
        self._left = _MOST_NAMES
        self._known: dict[str, frozenset[str] | None] = {}

    def names(self, folder: str) -> frozenset[str] | None:
        """See ``Facts.names``."""
        if folder not in self._known:
            self._known[folder] = self._list(folder)
        return self._known[folder]

    def asked(self) -> dict[str, str | None]:
        """A digest of the names in each folder that was asked for so far, in order."""
        return {folder: self.digest(folder) for folder in self._known}

    def digest(self, folder: str) -> str | None:
        """What tells the names in a folder from others."""
        names = self.names(folder)
        if names is None:
            return None
        text = "\0".join(sorted(names)).encode(errors="surrogatepass")
        return blake2b(text, digest_size=16).hexdigest()

    def _list(self, folder: str) -> frozenset[str] | None:
        if self._root is None or self._folder is None:
            return None
        path = os.path.join(self._folder, folder)
        if not self._root.holds(path):
            return None
        try:
            with os.scandir(path) as entries:
                names = [each.name for each in islice(entries, self._left + 1)]
        except (OSError, ValueError):  # a file, one that is not to be read, or no name of any
            return None
        if len(names) > self._left:
            return None
        self._left -= len(names)
        return frozenset(map(composed, names))
