"""The settings for one file as YAML, each line with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from articlelint import rules
from articlelint.article import DEFAULT_NAMES
from articlelint.model import DataPath
from articlelint.reading.scalars import resolve_plain
from articlelint.rule import Ignorable
from articlelint.schema.loading.store import DEFAULT_SCHEMA
from articlelint.settings import records
from articlelint.settings.config import Inline, default_settings
from articlelint.settings.config_tree import ConfigTree
from articlelint.settings.single_settings import spread

if TYPE_CHECKING:
    from articlelint.settings.config_file import ConfigFile
    from articlelint.settings.single_settings import Settings

_DEFAULT = "default"


def show_settings(path: str, configs: ConfigTree) -> Iterator[str]:
    """The lines for the file at a path, each with its line break. Raises ConfigError.

    What the configuration sets is before what it leaves as it is by default.
    """
    config = configs.for_file(path)
    settings = spread(config.settings(config.overrides_for(path))) if config else {}
    yield f"# {_printable(path)}\n"
    if place := configs.excluding(path):
        yield f"# not checked: excluded by {_printable(place)}\n"
    if config and config.preset:
        yield _line("preset", config.preset, config.origin_of_preset())
    folders = _schema_folders(config)
    if folders:
        yield folders
    yield from _lines((), _all_defaults(settings), settings, config)
    if not folders:
        yield _line("schema-folders", [], _DEFAULT)


class _Group(dict[str, Any]):
    """Defaults by their keys; any other value, even a mapping, is a default itself."""


def _all_defaults(settings: Settings) -> _Group:
    rule_ids = sorted({*rules.ids(), *_named(settings)})
    return _Group(
        schema=DEFAULT_SCHEMA,
        fields=_Group({each: each for each in DEFAULT_NAMES}),
        inline=_Group(Inline()._asdict()),
        rules=_Group({each: _Group(_defaults(each, settings)) for each in rule_ids}),
    )


def _lines(
    parent: DataPath, defaults: _Group, settings: Settings, config: ConfigFile | None
) -> Iterator[str]:
    """A line for each key and all below it: first for those that something sets."""
    depth = len(parent)
    are_set = {path[depth] for path in settings if len(path) > depth and path[:depth] == parent}
    for key in sorted(defaults, key=lambda each: each not in are_set):
        path, default, name = (*parent, key), defaults[key], f"{'  ' * depth}{key}"
        if isinstance(default, _Group):
            yield f"{name}:\n"
            yield from _lines(path, default, settings, config)
        else:
            yield _line(name, *_value(path, default, settings, config))


def _schema_folders(config: ConfigFile | None) -> str | None:
    """The line for the folders that the top-most configuration sets, if it does."""
    if config is None or not config.root.schema_folders:
        return None
    place = config.outermost.place(("schema-folders",))
    return _line("schema-folders", config.root.schema_folders, place)


def _named(settings: Settings) -> set[str]:
    return {str(path[1]) for path in settings if path[0] == "rules"}


def _defaults(rule_id: str, settings: Settings) -> Mapping[str, Any]:
    """What can be set of a rule, as it is by default; naming an opt-in rule turns it on."""
    default = default_settings(rule_id)
    severity = default.severity
    if severity is None and ("rules", rule_id) in settings:
        severity = rules.load(rule_id).severity
    shown: dict[str, Any] = {"severity": severity.value if severity else "off"}
    if Ignorable.NEVER not in records.ignorable(rule_id):
        shown["ignorable"] = True
    return {**shown, **default.options}


def _value(
    path: DataPath, default: Any, settings: Settings, config: ConfigFile | None
) -> tuple[Any, str]:
    setting = settings.get(path)
    if setting is None or config is None:
        return default, _DEFAULT
    return setting.value, config.origin(setting)


def _line(name: str, value: Any, origin: str) -> str:
    return f"{name}: {_written(value)} # {_printable(origin)}\n"


def _written(value: Any) -> str:
    """As JSON, which is also YAML; a plain word without quotes if it reads as text."""
    if isinstance(value, str) and value.isidentifier() and resolve_plain(value) == value:
        return value
    return _printable(json.dumps(value, ensure_ascii=False))


def _printable(text: str) -> str:
    """The text with a YAML escape for every character that YAML or a terminal cannot show."""
    return "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in text)
