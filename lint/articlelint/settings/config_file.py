"""One configuration file: read as YAML, checked against its schema, and its settings per file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articlelint.files import path_in_text
from articlelint.model import DataPath
from articlelint.reading.source import SourceFile
from articlelint.root import (
    CONFIG_NAME,
    Root,
    is_within,
    real_path,
    root_of_names,
    spellings,
    worktree_of,
)
from articlelint.rule import OptionError
from articlelint.schema.loading.store import Schema
from articlelint.settings import presets
from articlelint.settings.config import used_value
from articlelint.settings.config_text import ConfigText
from articlelint.settings.data_files import DataFiles
from articlelint.settings.globs import GlobError, Globs, GlobsInFolder
from articlelint.settings.layers import Layers, Part
from articlelint.settings.named_schemas import SCHEMA_FOLDERS, named_schemas, schema_folders
from articlelint.settings.presets import Preset
from articlelint.settings.single_settings import Setting, Settings, single_settings

_PRESET = "preset"
#: What is said instead of a place in the file.
_OF_PRESET = "preset {}"
_EXCLUDE: DataPath = ("exclude",)
_COLLECTIONS = "collections"


class ConfigFile:
    """A valid configuration file; ``folder`` is what its patterns are relative to.

    What it says is on top of its preset: the one that it names, or ``preset`` instead.
    ``outermost`` is the top-most configuration above it, if there is one: it alone says where else
    than within the ``root`` schemas may be. ``sources`` are the absolute paths of all files that
    were read: its own, that of ``outermost``, and those of the schemas and data that it names;
    ``schemas`` are all that it names, and those that these refer to;
    ``source_folders`` those of the folders that it names for data. Raises ConfigFileError with a
    line for each mistake: ``path:line:column: what is wrong``. If it is a link that the user has
    not named, it may lead to any file, so its mistakes quote nothing. ``source`` is its text, if
    that is not saved yet.
    """

    #: Whether there is a file: else, it is the preset alone.
    is_file = True
    #: Whether it is one for a folder that is known to be the top of a site.
    is_site = False

    def __init__(
        self,
        path: str,
        outermost: ConfigFile | None = None,
        *,
        is_named: bool = True,
        preset: str | None = None,
        source: SourceFile | None = None,
    ) -> None:
        self.path = path
        self._given_preset = preset
        self._is_named = is_named and self.is_file
        is_quoted = is_named or os.path.basename(real_path(path)) == CONFIG_NAME
        self.folder = os.path.dirname(os.path.abspath(path))
        repository = worktree_of(os.getcwd()) if self._is_named else None
        self._is_outside = repository is not None and not is_within(self.folder, repository)
        self.outermost = outermost or self
        self.schemas: list[Schema] = []
        self._text = ConfigText(path, source, is_quoted=is_quoted)
        self._sources = [
            *([path] if self.is_file else ()),
            *(outermost.sources if outermost else ()),
        ]
        self._settle(self._text.data)
        self._text.raise_mistakes()
        self._sources += self._data_files.sources
        self.sources: frozenset[str] = frozenset().union(*map(spellings, self._sources))
        folders = self._data_files.folders
        self.source_folders: frozenset[str] = frozenset().union(*map(spellings, folders))

    def _settle(self, data: Mapping[str, Any]) -> None:
        """Take from valid data what it says, and note what is wrong with that all the same."""
        self.preset = self._given_preset or data.get(_PRESET)
        preset = presets.load(self.preset) if self.preset else None
        self.root = self._root_of_schemas(data)
        self._sources += [preset.path] if preset else []
        self._data_files = DataFiles(os.path.dirname(self.path), self.root)
        self._take_schemas()
        self._take_patterns(data, preset)
        base = dict(self._settings(data, ()))
        self._overrides = [
            Part(
                self._globs(each, ("overrides", index, "files")),
                dict(self._settings(each, ("overrides", index))),
            )
            for index, each in enumerate(data.get("overrides", ()))
        ]
        self._layers = Layers(preset, base, self._overrides)
        folder, baseline = os.path.dirname(self.path), data.get("baseline")
        self.baseline = os.path.join(folder, path_in_text(baseline)) if baseline else None

    def _take_schemas(self) -> None:
        self._schemas: dict[DataPath, Schema] = {}
        for place, validator in named_schemas(self._text, self.root):
            self._schemas[place] = validator.schema
            self._sources += validator.files()
            self.schemas += validator.schemas()

    def _take_patterns(self, data: Mapping[str, Any], preset: Preset | None) -> None:
        self.include = self._globs(data, ("include",))
        self._searched = self.include
        if preset and self.include.is_empty:
            self._searched = Globs(preset.include)
        self._pages = Globs(preset.pages if preset else ())
        #: Those of the preset first, so that the configuration can take back what they exclude.
        self._preset_excludes = preset.exclude if preset else ()
        self.exclude = self._globs(data, _EXCLUDE, self._preset_excludes)
        self._refuse_below(_COLLECTIONS, data)
        named = data.get(_COLLECTIONS, {})
        self._collections = {name: self._globs(named, (_COLLECTIONS, name)) for name in named}

    def depends_on(self, paths: frozenset[str]) -> bool:
        """Whether a change of the file with these absolute paths may change what is settled."""
        folders = map(os.path.dirname, paths)
        return not paths.isdisjoint(self.sources) or not self.source_folders.isdisjoint(folders)

    def relative(self, path: str) -> str | None:
        """A path as the patterns know it, with ``/``: relative to the folder; None if it has none.

        A file that the user has named is for all articles. Of those that are not below its folder,
        it is the path from the current one, and so of all if it is outside their repository.
        """
        absolute = os.path.abspath(path)
        base = os.path.join(self.folder, "")
        if absolute.startswith(base) and not self._is_outside:
            return absolute[len(base) :].replace(os.sep, "/")
        return _from_current(absolute) if self._is_named else None

    @property
    def has_overrides(self) -> bool:
        """Whether there are other settings for some files."""
        return self._layers.has_parts

    @property
    def has_collections(self) -> bool:
        """Whether files are parted into collections."""
        return bool(self._collections)

    @property
    def has_patterns(self) -> bool:
        """Whether files are told apart by their names, here or in the ``outermost``."""
        is_search_plain = self._searched.is_empty and self.exclude.is_empty
        has_parts = self.has_overrides or self.outermost.has_collections
        return has_parts or not is_search_plain

    def overrides_for(self, path: str) -> tuple[int, ...]:
        """The indices of the overrides that are for a file."""
        if not self.has_overrides:  # as in most; it is asked of each file, several times
            return ()
        relative = self.relative(path)
        return () if relative is None else self._layers.parts_for(relative)

    def collection_of(self, path: str) -> str:
        """The name of the collection that a file is in: the first that takes it; else empty."""
        if not self.has_collections:
            return ""
        relative = self.relative(path)
        matching = (
            name
            for name, files in self._collections.items()
            if relative is not None and files.match(relative)
        )
        return next(matching, "")

    def settings(self, overrides: tuple[int, ...]) -> Settings:
        """The settings with these overrides; later ones win."""
        return self._layers.settings(overrides)

    def schema(self, settings: Settings) -> Schema | None:
        """The schema that settings name, if any."""
        setting = settings.get(("schema",))
        if setting and setting.preset:
            return presets.load(setting.preset).schemas[setting.value]
        return self._schemas[setting.place] if setting else None

    def includes(self, path: str) -> bool | None:
        """Whether a search finds a file; None if this configuration does not say so."""
        if self._searched.is_empty:  # as in most; it is asked of each file
            return None
        relative = self.relative(path)
        return None if relative is None else self._searched.match(relative)

    @property
    def including_preset(self) -> str | None:
        """The preset that says which files a search finds; None if that is said here."""
        return self.preset if self.include.is_empty else None

    def knows_page(self, path: str) -> bool:
        """Whether the preset knows a file as a page that is no article."""
        relative = None if self._pages.is_empty else self.relative(path)
        return relative is not None and self._pages.match(relative)

    def include_beside(self, path: str) -> GlobsInFolder:
        """What ``include`` says of names in the folder of a file that it decides about."""
        return self._searched.in_folder((self.relative(path) or "").rpartition("/")[0])

    def names(self, path: str) -> bool:
        """Whether a pattern of ``include`` names a file or folder that a search would leave out."""
        relative = None if self._searched.is_empty else self.relative(path)
        return relative is not None and self._searched.names(relative)

    def excludes(self, path: str, *, is_folder: bool = False) -> str | None:
        """The place of the pattern that excludes a file, or all of a folder."""
        relative = None if self.exclude.is_empty else self.relative(path)
        if relative is None:
            return None
        index = self.exclude.find_folder(relative) if is_folder else self.exclude.find(relative)
        return None if index is None else self._place_of_exclude(index)

    def is_searched(self, folders: Sequence[str]) -> bool:
        """Whether all that the patterns are for was searched; ``folders`` end with a separator."""
        place = os.path.join(self.folder, "")
        if not self._is_named:
            return place.startswith(tuple(folders))
        places = {place} if not self._is_outside else set()
        places.add(os.path.join(os.getcwd(), ""))
        are_partly = (
            any(each.startswith(place) for each in folders)
            for place in places
            if not place.startswith(tuple(folders))
        )
        return bool(folders) and not any(are_partly)

    def unused_globs(self) -> Iterator[str]:
        """A line for each pattern that has matched nothing so far."""
        groups: dict[DataPath, Globs] = {("include",): self.include}
        groups[_EXCLUDE] = self.exclude
        for name, globs in self._collections.items():
            groups[_COLLECTIONS, name] = globs
        for index, override in enumerate(self._overrides):
            groups["overrides", index, "files"] = override.files
        for path, patterns in groups.items():
            for place in self._unused(path, patterns):
                yield f"{place}: this pattern has no effect: it applies to no file"

    def _unused(self, path: DataPath, patterns: Globs) -> Iterator[str]:
        """The places of patterns that have matched nothing, apart from those of the preset."""
        first = len(self._preset_excludes) if path == _EXCLUDE else 0
        for index in patterns.unused():
            if index >= first:
                yield self.place((*path, index - first))

    def _place_of_exclude(self, index: int) -> str:
        own = index - len(self._preset_excludes)
        return self.place((*_EXCLUDE, own)) if own >= 0 else _OF_PRESET.format(self.preset)

    def place(self, path: DataPath) -> str:
        """Where the value at a path is: ``path:line:column``."""
        return self._text.place(path)

    def origin(self, setting: Setting) -> str:
        """Where a setting comes from: its place, or the preset."""
        return _OF_PRESET.format(setting.preset) if setting.preset else self.place(setting.place)

    def origin_of_preset(self) -> str:
        """Where its ``preset`` is named: the place, or the option."""
        return "--preset" if self._given_preset else self.place((_PRESET,))

    def _root_of_schemas(self, data: Mapping[str, Any]) -> Root:
        if self.outermost is self:
            folders = tuple(schema_folders(self._text, self.folder))
        else:
            folders = self.outermost.root.schema_folders
            self._refuse_below(SCHEMA_FOLDERS, data)
        return root_of_names(self.folder)._replace(schema_folders=folders)

    def _refuse_below(self, key: str, data: Mapping[str, Any]) -> None:
        """Refuse a key that only the top-most configuration may have."""
        if key in data and self.outermost is not self:
            self._text.refuse((key,), f"this belongs in {self.outermost.path}, the top-most one")

    def _settings(
        self, data: Mapping[str, Any], place: DataPath
    ) -> Iterator[tuple[DataPath, Setting]]:
        """The settings of a configuration, or of one of its overrides, with what files hold."""
        for path, setting in single_settings(data, place):
            yield path, setting._replace(used=self._used(path, setting))

    def _used(self, path: DataPath, setting: Setting) -> Any:
        try:
            return used_value(path, setting.value, self._data_files.read)
        except OptionError as error:
            self._text.refuse((*setting.place, *error.path), str(error))

    def _globs(self, data: Any, place: DataPath, before: Sequence[str] = ()) -> Globs:
        """The patterns below the last key of ``place`` in ``data``, after those of a preset."""
        try:
            return Globs([*before, *data.get(place[-1], ())])
        except GlobError as error:
            self._text.refuse((*place, error.index - len(before)), str(error))
            return Globs()


def _from_current(path: str) -> str | None:
    """An absolute path from the current folder, with ``/``; None if it is not within a folder."""
    try:
        relative = os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # it is on another drive
        return None
    return None if relative.rpartition("/")[2] in (os.curdir, os.pardir) else relative
