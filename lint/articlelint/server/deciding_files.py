"""Which files on disk decide what is said of a document, and whether they have changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from articlelint.root import CONFIG_NAME
from articlelint.running.checkers import Checkers
from articlelint.running.sources import State, state_of


class DecidingFiles:
    """Remembers what files look like, for not every editor tells when one has changed."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}

    def note(self, paths: Iterable[str]) -> None:
        """Remember files that were not asked for so far."""
        for path in paths:
            if path not in self._states:
                self._states[path] = state_of(path)

    def changed(self, paths: Iterable[str]) -> list[str]:
        """Those that have changed since they were asked for last, if they ever were."""
        changed: list[str] = []
        for path in paths:
            state = state_of(path)
            if self._states.setdefault(path, state) != state:
                self._states[path] = state
                changed.append(path)
        return changed


def deciding_files(path: str, checkers: Checkers) -> Iterator[str]:
    """The files that decide about one, also those that would if they were there.

    Raises ConfigError.
    """
    folder = os.path.dirname(os.path.abspath(path))
    yield os.path.join(folder, CONFIG_NAME)
    while folder != (folder := os.path.dirname(folder)):
        yield os.path.join(folder, CONFIG_NAME)
    if config := checkers.configs.for_file(path):
        yield from config.sources
        yield from config.source_folders
        if config.baseline:
            yield config.baseline
    yield from checkers.named_files(path)
