"""The single values of a configuration, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath

#: The keys that hold single values by name.
_GROUPS = ("fields", "inline")


class Setting(NamedTuple):
    """A single value, and where it is in the configuration file.

    ``used`` is what rules are given instead of one that may name files.
    """

    value: Any
    place: DataPath
    used: Any = None


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
