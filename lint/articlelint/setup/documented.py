"""The keys that a preset documents, beside what the articles of a site have there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.schema.loading import store
from articlelint.schema.validator import Validator
from articlelint.settings.presets import Preset
from articlelint.setup.observed import MOST_FILES
from articlelint.text.words import both, counted, show

#: So many values of a key, and more than half, are other than documented if a site means them so.
_LEAST_MEANT = 5
#: What an article has that has no keys, if a preset does not object to that.
_WITHOUT_KEYS = ("missing-front-matter", "empty-front-matter")


class Documented:
    """What a preset says of keys, compared with one article after the other."""

    def __init__(self, preset: Preset) -> None:
        self.name = preset.name
        self.title = preset.title
        #: The ids of what an article may be without, so that it has no keys.
        self.dispensable = frozenset(each for each in _WITHOUT_KEYS if _is_off(each, preset))
        self._schemas = dict(_schemas(preset))
        self._validators = {
            key: Validator(store.from_mapping(each), is_sound=True)
            for key, each in self._schemas.items()
        }
        self._numbers: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()
        self._files: defaultdict[str, list[str]] = defaultdict(list)

    def note(self, data: Mapping[str, Any], file: str) -> None:
        """Compare an article."""
        for key in data.keys() & self._validators.keys():
            self._numbers[key] += 1
            if self._validators[key].faults(data[key]):
                self._wrong[key] += 1
                self._files[key].append(file)

    def schemas(self) -> dict[str, Any]:
        """The schemas of keys that the site does not use in a way of its own."""
        return {key: each for key, each in self._schemas.items() if not self._is_meant(key)}

    def notes(self) -> Iterator[str]:
        """A line for each key that some articles have otherwise."""
        for key in self._schemas:
            number = self._wrong[key]
            if number and not self._is_meant(key):
                named = self._files[key][:MOST_FILES]
                more = ["others"] if number > len(named) else []
                where = f"in {counted(number, 'file')} ({both([*named, *more])})"
                yield f"{show(key)} is not as {self.title} documents it {where}"

    def _is_meant(self, key: str) -> bool:
        return self._wrong[key] >= _LEAST_MEANT and 2 * self._wrong[key] > self._numbers[key]


def is_complete(preset: Preset) -> bool:
    """Whether a preset documents every key that there may be."""
    closed = [each.contents.get("additionalProperties") for each in preset.schemas.values()]
    return all(each is False for each in closed)


def _is_off(rule_id: str, preset: Preset) -> bool:
    setting = preset.settings.get(("rules", rule_id, "severity"))
    return setting is not None and setting.value == "off"


def _schemas(preset: Preset) -> Iterator[tuple[str, Any]]:
    """The schema of each key that the schemas of a preset describe, without references."""
    for schema in preset.schemas.values():
        definitions = schema.contents.get("$defs", {})
        yield from _properties(_resolved(schema.contents, definitions))


def _properties(schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for each in schema.get("allOf", ()):
        yield from _properties(each)
    yield from schema.get("properties", {}).items()


def _resolved(value: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_resolved(each, definitions) for each in value]
    if not isinstance(value, Mapping):
        return value
    found = {
        key: _resolved(each, definitions)
        for key, each in value.items()
        if key not in ("$ref", "$defs")
    }
    if "$ref" in value:
        target = definitions[value["$ref"].rpartition("/")[2]]
        return {**_resolved(target, definitions), **found}
    return found
