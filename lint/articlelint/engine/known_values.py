"""The values that settings know for a field: topics, providers, vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlelint.field import Name, places_of
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
    if any(_is_at(each, name) for each in _names(config.fields.topics)):
        topics = config.options("unknown-topic")["topics"]
        found += map(KnownValue, topics)
    vocabulary = config.options("unknown-value")["fields"].get(name)
    if isinstance(vocabulary, list):
        found += map(KnownValue, vocabulary)
    return [*found, *_providers(config, path)]


def _providers(config: Config, path: DataPath) -> Iterator[KnownValue]:
    """The name or the domain of each known provider, with the other of the two."""
    fields = config.fields
    at_domain = _place(path, fields.provider, fields.domain)
    at_name = _place(path, fields.provider, fields.name)
    if at_domain is None and at_name is None:
        return
    known = Registry.of(config.options("unknown-provider")["providers"])
    for domain, names in known.items():
        name = names[0] if names else None
        if at_domain is not None:
            yield KnownValue(domain, _beside(at_domain, fields.name, name))
        elif at_name is not None and name:
            yield KnownValue(name, _beside(at_name, fields.domain, domain))


def _place(path: DataPath, provider: Name, field: Name) -> str | None:
    """At which of the names of a provider's field a path ends; None if it ends elsewhere."""
    written = ".".join(map(str, path))
    return next(
        (
            inner
            for outer in _names(provider)
            for inner in _names(field)
            if _is_at(f"{outer}.{inner}", written)
        ),
        None,
    )


def _beside(place: str, other: Name, value: str | None) -> dict[str, str]:
    """A value by the key of another field, if that is in the same mapping as a place."""
    mapping = place.rpartition(".")[0]
    names = (each.rpartition(".") for each in _names(other))
    key = next((key for above, _, key in names if above == mapping), None)
    return {key: value} if key and value else {}


def _is_at(name: str, written: str) -> bool:
    """Whether a field with a name is at a path, in the article or in a related item."""
    return written == name or written.endswith(f".{name}")


def _names(field: Name) -> list[str]:
    return [each.name for each in places_of(field)]
