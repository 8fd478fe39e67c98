"""What a folder is: which site generator makes a site of it, by the files that one has."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from articlelint.files import read_regular
from articlelint.settings import presets
from articlelint.settings.globs import Globs
from articlelint.settings.presets import Preset

#: A site may be in a folder of notes, which is then not what makes pages of it.
_NOTES = "obsidian"
#: The preset for a theme, and how the configuration of its generator names that.
_THEME, _GENERATOR = "mkdocs-material", "MkDocs"
_NAME_OF_THEME = re.compile(rb"^[ \t]*(?:name|theme):[ \t]*[\"']?material\b", re.MULTILINE)
_MOST_BYTES = 64 * 1024


class Site(NamedTuple):
    """What is known of the generator: what it is called, and its preset."""

    title: str | None = None
    preset: Preset | None = None


def look_at(folder: str) -> Site:
    """What a folder is."""
    for preset in sorted(_presets(), key=lambda each: each.name == _NOTES):
        found = presets.site_files(preset, folder)
        if found and preset.name == _THEME and not _names_theme(os.path.join(folder, *found)):
            return Site(_GENERATOR)
        if found:
            return Site(preset.title, preset)
    return Site()


def format_of(search: Callable[[str | None], Iterable[str]]) -> Site:
    """What it is if all files have a format that no generator has.

    ``search`` finds the files with front matter, with or without a preset: their paths with ``/``.
    """
    files = list(search(None))
    for preset in _presets():
        is_format = not preset.known_by and all(map(Globs(preset.include).match, files))
        if is_format and any(search(preset.name)):
            return Site(preset.title, preset)
    return Site()


def _presets() -> Iterator[Preset]:
    return map(presets.load, presets.names())


def _names_theme(path: str) -> bool:
    try:
        return bool(_NAME_OF_THEME.search(read_regular(path, _MOST_BYTES)))
    except OSError:
        return False
