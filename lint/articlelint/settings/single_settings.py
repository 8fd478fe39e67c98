"""The single values of a configuration, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath
from articlelint.rule import SCHEMA, SCHEMA_PREFIX

#: The keys that hold single values by name.
_GROUPS = ("fields", "inline")


class Setting(NamedTuple):
    """A single value, and where it is in the configuration file.

    ``used`` is what rules are given instead of one that may name files. If a preset has set it,
    ``preset`` is the name of that, and there is no such place.
    """

    value: Any
    place: DataPath
    used: Any = None
    preset: str = ""


#: By a path such as ``("rules", "insecure-url", "severity")``.
Settings = Mapping[DataPath, Setting]


def single_settings(data: Mapping[str, Any], place: DataPath) -> Iterator[tuple[DataPath, Setting]]:
    """The single values of a configuration, or of the override at ``place``."""
    if "schema" in data:
        yield ("schema",), Setting(data["schema"], (*place, "schema"))
    for group in _GROUPS:
        for name, value in data.get(group, {}).items():
            yield (group, name), Setting(value, (*place, group, name))
    for rule_id, given in data.get("rules", {}).items():
        path: DataPath = ("rules", rule_id)
        yield path, Setting(None, (*place, *path))  # naming a rule turns on an opt-in one
        values = given if isinstance(given, Mapping) else {"severity": given}
        for name, value in values.items():
            at = (*place, *path, name) if isinstance(given, Mapping) else (*place, *path)
            yield (*path, name), Setting(value, at)


def overridden(settings: Settings, later: Settings) -> Settings:
    """Settings with later ones in place of the same in them.

    What is said later of all ids of the schema replaces what was said of a single one.
    """
    of_all = {path[2] for path in later if path[:2] == ("rules", SCHEMA) and path[2:]}
    kept = {
        path: setting
        for path, setting in settings.items()
        if not (_is_of_keyword(path) and path[2:] and path[2] in of_all)
    }
    return {**kept, **later}


def spread(settings: Settings) -> Settings:
    """The settings with those of all ids of the schema for each of these that is set otherwise."""
    of_all = {path[2:]: each for path, each in settings.items() if path[:2] == ("rules", SCHEMA)}
    keywords = {path[:2] for path in settings if _is_of_keyword(path)}
    spread = {(*path, *rest): each for path in keywords for rest, each in of_all.items()}
    return {**spread, **settings}


def _is_of_keyword(path: DataPath) -> bool:
    return path[0] == "rules" and str(path[1]).startswith(SCHEMA_PREFIX)


def as_mapping(settings: Settings) -> dict[str, Any]:
    """Settings in the form that ``settle`` takes."""
    rules: dict[str, dict[str, Any]] = {}
    groups: dict[str, dict[str, Any]] = {each: {} for each in _GROUPS}
    for path, setting in settings.items():
        if path[0] == "rules":
            options = rules.setdefault(str(path[1]), {})
            if len(path) > 2:
                options[str(path[2])] = setting.used
        elif path[0] in groups:
            groups[str(path[0])][str(path[1])] = setting.used
    return {"rules": rules, **groups}
