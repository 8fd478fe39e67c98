"""Which files on disk decide what is said of a document, and whether they have changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from articlelint.root import CONFIG_NAME
from articlelint.running.sources import State, state_of
from articlelint.settings.config_tree import ConfigTree


class DecidingFiles:
    """Remembers what files look like, for not every editor tells when one has changed."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}

    def changed(self, paths: Iterable[str]) -> list[str]:
        """Those that have changed since they were asked for last, if they ever were."""
        changed: list[str] = []
        for path in paths:
            state = state_of(path)
            if self._states.setdefault(path, state) != state:
                self._states[path] = state
                changed.append(path)
        return changed


def deciding_files(path: str, configs: ConfigTree) -> Iterator[str]:
    """The files that decide about one, also those that would if they were there.

    Raises ConfigError.
    """
    folder = os.path.dirname(os.path.abspath(path))
    yield os.path.join(folder, CONFIG_NAME)
    while folder != (folder := os.path.dirname(folder)):
        yield os.path.join(folder, CONFIG_NAME)
    if config := configs.for_file(path):
        yield from config.sources
        yield from config.source_folders
        if config.baseline:
            yield config.baseline
