"""The known providers: their domains, and by which names each is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from articlelint.rule import OptionError, ReadData
from articlelint.text.spelling import Lexicon, Speller, is_typo
from articlelint.text.words import show
from articlelint.web.urls import MAX_HOST, domain_host

_NAME, _OTHER_NAMES, _DOMAIN = "name", "otherNames", "domain"

#: The forms in which a configuration gives a registry.
FORMS: dict[str, Any] = {
    "type": ["object", "string"],
    "minLength": 1,
    "additionalProperties": {
        "type": ["string", "object"],
        "properties": {
            _NAME: {"description": "The name of the provider.", "type": "string"},
            _OTHER_NAMES: {
                "description": "Names by which it is known, too.",
                "type": "array",
                "items": {"type": "string"},
            },
        },
        "required": [_NAME],
        "additionalProperties": False,
    },
}


class Registry(dict[str, list[str]]):
    """The names of each provider by its domain: its own, then others; none if any will do.

    What is looked up in it is found once.
    """

    @classmethod
    def of(cls, providers: Mapping[str, Any]) -> Registry:
        """Of what a configuration itself gives."""
        if isinstance(providers, cls):
            return providers
        return cls({domain: _names(provider) for domain, provider in providers.items()})

    def names(self, host: str) -> list[str] | None:
        """The names of the provider at a host in the form that ``domain_host`` gives."""
        domain = self._domain(host)
        return None if domain is None else self[domain]

    def meant(self, domain: str, speller: Speller) -> str | None:
        """The registered domain that another one is below, or that it misspells.

        What domains end in says little: ``a.com`` and ``b.com`` have most letters in common.
        """
        host = domain_host(domain) or ""
        while len(host) <= MAX_HOST and "." in (host := host.partition(".")[2]):
            if found := self._domain(host):
                return found
        found = speller.nearest_in(self.lexicon, domain)
        is_plain = found is not None and is_typo(_without_end(domain), _without_end(found))
        return found if is_plain else None

    def _domain(self, host: str) -> str | None:
        # Most registries already hold the domain in this form.
        return host if host in self else self._by_host.get(host)

    @cached_property
    def _by_host(self) -> dict[str | None, str]:
        return {domain_host(domain): domain for domain in self}

    @cached_property
    def lexicon(self) -> Lexicon:
        """The domains as words that may be misspelled."""
        return Lexicon(self)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the providers alone."""
        return type(self), (dict(self),)


def _without_end(domain: str) -> str:
    return domain.rpartition(".")[0]


def registry(given: Any, read: ReadData) -> Registry:
    """The providers that an option gives in one of the ``FORMS``. Raises OptionError.

    A file holds a mapping from domains to names, or to mappings with a ``name`` and ``otherNames``,
    or a list of such mappings with a ``domain``. A folder has a Markdown file for each provider.
    """
    if not isinstance(given, str):
        return Registry.of(given)
    found = Registry()
    for number, (key, provider) in enumerate(_items(given, read(given, ())), start=1):
        domains = _domains(key, provider)
        if not domains or not all(map(_is_domain, domains)):
            raise OptionError(f"{show(given)}: item {number} has no domain", ())
        for domain in domains:
            found.setdefault(domain, []).extend(
                _names(provider) if key or isinstance(provider, Mapping) else ()
            )
    if not found:
        raise OptionError(f"{show(given)} holds no providers", ())
    return found


def _items(name: str, data: Any) -> Iterator[tuple[str, Any]]:
    """The items of a registry, each with its key; that is empty in a list."""
    if isinstance(data, Mapping):
        yield from data.items()
    elif isinstance(data, list):
        yield from (("", item) for item in data)
    else:
        raise OptionError(f"{show(name)} should hold a list or a mapping", ())


def _domains(key: str, provider: Any) -> list[str]:
    if isinstance(provider, Mapping):
        return _texts(provider.get(_DOMAIN, key))
    return _texts(key or provider)


def _is_domain(domain: str) -> bool:
    return "." in (domain_host(domain) or "")


def _names(provider: Any) -> list[str]:
    if isinstance(provider, Mapping):
        return [*_texts(provider.get(_NAME)), *_texts(provider.get(_OTHER_NAMES))]
    return _texts(provider)


def _texts(value: Any) -> list[str]:
    """A text, or those of a list; none of anything else."""
    items = value if isinstance(value, list) else [value]
    return [each for each in items if isinstance(each, str) and each]
