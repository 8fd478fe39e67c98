"""Presets: what is usual for a site generator or a format, as settings and schemas.

Each is a file in ``schemas/presets/``. It has the keys of a configuration, of which ``schema``
names one of its own ``schemas``; these share its ``$defs``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from articlelint.model import DataPath
from articlelint.rule import OptionError
from articlelint.schema.loading import store
from articlelint.schema.loading.store import Schema
from articlelint.settings.config import used_value
from articlelint.settings.single_settings import Settings, single_settings
from articlelint.text.words import show

_ENDING = ".yaml"


class PresetOverride(NamedTuple):
    """Settings for the files that some patterns match."""

    files: tuple[str, ...]
    settings: Settings


class Preset(NamedTuple):
    """What a file of presets says; ``path`` is that of the file.

    ``title`` is what the generator or the format is called, and ``source`` the documentation that
    it was made from, with the version. A generator is ``known_by`` groups of files or folders at
    the top of its sites, all of one of which are there. Its ``pages`` may begin with front matter,
    but are more than an article, or a template of some: no search looks for them.
    """

    name: str
    path: str
    title: str
    source: str
    known_by: tuple[tuple[str, ...], ...]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    pages: tuple[str, ...]
    settings: Settings
    overrides: tuple[PresetOverride, ...]
    schemas: Mapping[str, Schema]


@cache
def names() -> list[str]:
    """The names of all presets, sorted."""
    files = os.listdir(store.presets_folder())
    return sorted(each.removesuffix(_ENDING) for each in files if each.endswith(_ENDING))


@cache
def load(name: str) -> Preset:
    """The preset of this name, which is one of the ``names``."""
    path = _path(name)
    data = store.load_file(path).contents
    shared = {key: data[key] for key in ("$schema", "$defs") if key in data}
    return Preset(
        name,
        path,
        data["title"],
        data["source"],
        tuple(map(tuple, data.get("known-by", ()))),
        tuple(data.get("include", ())),
        tuple(data.get("exclude", ())),
        tuple(data.get("pages", ())),
        _settings(data, name),
        tuple(
            PresetOverride(tuple(each["files"]), _settings(each, name))
            for each in data.get("overrides", ())
        ),
        {
            key: store.of_preset({**shared, **each}, path, key)
            for key, each in data["schemas"].items()
        },
    )


def site_files(preset: Preset, folder: str) -> tuple[str, ...] | None:
    """The files by which a folder is known to be the top of a site; None if it is not."""

    def has(name: str) -> bool:
        return os.path.exists(os.path.join(folder, name))

    return next((each for each in preset.known_by if all(map(has, each))), None)


def _path(name: str) -> str:
    return os.path.join(store.presets_folder(), name + _ENDING)


def _settings(data: Mapping[str, Any], name: str) -> Settings:
    return dict(_marked(data, name))


def _marked(data: Mapping[str, Any], name: str) -> Iterator[tuple[DataPath, Any]]:
    """The single settings, each as one of the preset."""
    for path, setting in single_settings(data, ()):
        used = used_value(path, setting.value, _refuse)
        yield path, setting._replace(place=(), used=used, preset=name)


def _refuse(name: str, at: DataPath) -> Any:
    raise OptionError(f"{show(name)}: a preset names no file", at)
