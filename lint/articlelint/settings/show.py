"""The settings for one file as YAML, each line with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from articlelint import rules
from articlelint.article import Fields
from articlelint.model import DataPath
from articlelint.reading.scalars import resolve_plain
from articlelint.schema.loading.store import DEFAULT_SCHEMA
from articlelint.settings.config import Inline, default_settings
from articlelint.settings.config_tree import ConfigTree

if TYPE_CHECKING:
    from articlelint.settings.config_file import ConfigFile, Settings

_DEFAULT = "default"


def show_settings(path: str, configs: ConfigTree) -> Iterator[str]:
    """The lines for the file at a path, each with its line break. Raises ConfigError."""
    config = configs.for_file(path)
    settings = config.settings(config.overrides_for(path)) if config else {}
    yield f"# {_printable(path)}\n"
    if place := configs.excluding(path):
        yield f"# not checked: excluded by {_printable(place)}\n"
    yield _line("schema", *_value(("schema",), DEFAULT_SCHEMA, settings, config))
    yield "fields:\n"
    for default in Fields():
        yield _line(f"  {default}", *_value(("fields", default), default, settings, config))
    yield "inline:\n"
    for name, default in Inline()._asdict().items():
        yield _line(f"  {name}", *_value(("inline", name), default, settings, config))
    yield "rules:\n"
    for rule_id in sorted({*rules.ids(), *_named(settings)}):
        yield f"  {rule_id}:\n"
        for name, value in _defaults(rule_id, settings).items():
            found = _value(("rules", rule_id, name), value, settings, config)
            yield _line(f"    {name}", *found)


def _named(settings: Settings) -> set[str]:
    return {str(path[1]) for path in settings if path[0] == "rules"}


def _defaults(rule_id: str, settings: Settings) -> Mapping[str, Any]:
    """The severity and options of a rule by default; naming an opt-in rule turns it on."""
    default = default_settings(rule_id)
    severity = default.severity
    if severity is None and ("rules", rule_id) in settings:
        severity = rules.load(rule_id).severity
    return {"severity": severity.value if severity else "off", **default.options}


def _value(
    path: DataPath, default: Any, settings: Settings, config: ConfigFile | None
) -> tuple[Any, str]:
    setting = settings.get(path)
    if setting is None or config is None:
        return default, _DEFAULT
    return setting.value, config.place(setting.place)


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
