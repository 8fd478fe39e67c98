"""The values that settings know for a field: topics, providers, vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlelint.field import Field, Name
from articlelint.model import DataPath
from articlelint.settings.config import Config
from articlelint.text.words import field_name
from articlelint.vocabulary.registry import Registry


class KnownValue(NamedTuple):
    """A value that a field may have, and what the keys beside it are to hold together with it."""

    value: str
    beside: Mapping[str, str] = {}


def known_values(config: Config, path: DataPath) -> list[KnownValue]:
    """What settings know for the value, or the item, at a path of an article."""
    name = field_name(path)
    found: list[KnownValue] = []
    if name in _names(config.fields.topics):
        topics = config.options("unknown-topic")["topics"]
        found += map(KnownValue, topics)
    vocabulary = config.options("unknown-value")["fields"].get(name)
    if isinstance(vocabulary, list):
        found += map(KnownValue, vocabulary)
    return [*found, *_providers(config, path)]


def _providers(config: Config, path: DataPath) -> Iterator[KnownValue]:
    """The name or the domain of each known provider, with the other of the two."""
    fields = config.fields
    above = field_name(path[:-1]).rpartition(".")[2]
    if above not in _names(fields.provider):
        return
    known = Registry.of(config.options("unknown-provider")["providers"])
    domain_key, name_key = _first(fields.domain), _first(fields.name)
    for domain, names in known.items():
        name = names[0] if names else None
        if path[-1] == domain_key:
            yield KnownValue(domain, {name_key: name} if name else {})
        elif path[-1] == name_key and name:
            yield KnownValue(name, {domain_key: domain})


def _names(field: Name) -> list[str]:
    return [each.name for each in field.places] if isinstance(field, Field) else [field]


def _first(field: Name) -> str:
    return _names(field)[0]
