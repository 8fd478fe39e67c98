"""Settings in layers: a preset, the configuration, and what each has for some files alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from articlelint.settings.globs import Globs
from articlelint.settings.presets import Preset
from articlelint.settings.single_settings import Settings, overridden


class Part(NamedTuple):
    """Settings for the files that some patterns match."""

    files: Globs
    settings: Settings


class Layers:
    """Settings, each of which replaces those before it.

    All of the preset is below the configuration, also what it has for some files.
    """

    def __init__(self, preset: Preset | None, base: Settings, overrides: Sequence[Part]) -> None:
        of_preset = preset.overrides if preset else ()
        self._below: Settings = preset.settings if preset else {}
        self._base = base
        self._parts = [*(Part(Globs(each.files), each.settings) for each in of_preset), *overrides]
        #: How many of these are the preset's.
        self._first = len(of_preset)

    @property
    def has_parts(self) -> bool:
        """Whether some settings are only for some files."""
        return bool(self._parts)

    def parts_for(self, path: str) -> tuple[int, ...]:
        """The indices of the parts that are for a file, by its relative path."""
        parts = enumerate(self._parts)
        return tuple(index for index, each in parts if each.files.match(path))

    def settings(self, parts: tuple[int, ...]) -> Settings:
        """What is settled for files that these parts are for."""
        below = [self._parts[index].settings for index in parts if index < self._first]
        above = [self._parts[index].settings for index in parts if index >= self._first]
        return reduce(overridden, (*below, self._base, *above), self._below)
