"""A provider is not in the configured registry, or has another name there.

Articles are grouped by the site that they come from. An unregistered domain is usually a slip, and
a provider with two names looks like two providers to every reader. If your collection keeps a
registry, configure it as the option `providers`: each domain with the name of its provider, such as
`example.com: Example Gazette`. Then every other domain or name is reported, in the article and in
each related item. Without a registry, the rule reports nothing.

Domains are compared without letter case or `www.`, names exactly as written. Correct the domain or
the name, or add a new provider to the registry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from articlelint.article import Article, Entry
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.spelling import Speller
from articlelint.text.words import show
from articlelint.web.urls import domain_host


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look up the provider of the article and of each related item."""
    registry: Mapping[str, str] = options["providers"]
    fields = article.fields
    by_host = cache(lambda: _by_host(registry))
    speller = Speller()
    meant = cache(lambda domain: speller.nearest(domain, registry))
    for provider in article.providers if registry else ():
        written = provider.text(fields.domain) or ""
        domain = domain_host(written)
        if domain is None:
            continue
        # Most registries already hold the domain in the form that is compared.
        registered = registry.get(domain) or by_host().get(domain)
        if registered is None:
            yield Objection((*provider.path, fields.domain), _unknown(written, meant(written)))
        else:
            yield from _check_name(provider, fields.name, registered, written)


def _by_host(registry: Mapping[str, str]) -> dict[str | None, str]:
    return {domain_host(domain): name for domain, name in registry.items()}


def _unknown(domain: str, meant: str | None) -> str:
    if meant is None:
        return f"unknown provider {show(domain)}: correct the domain, or add it to the registry"
    return f"unknown provider {show(domain)}: did you mean {show(meant)}?"


def _check_name(provider: Entry, field: str, registered: str, domain: str) -> Iterator[Objection]:
    name = provider.text(field)
    if name and not name.isspace() and name != registered:
        should = f"should be called {show(registered)}, not {show(name)}"
        yield Objection((*provider.path, field), f"the provider of {show(domain)} {should}")


RULE = Rule(
    summary="a provider that is not in the configured registry, or has another name there",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    opt_in=True,
    options={
        "providers": {
            "description": "The domain of each known provider, with the provider's name.",
            "type": "object",
            "additionalProperties": {"type": "string"},
            "default": {},
        }
    },
    examples=(
        Example(
            bad="---\nprovider: {name: Example Gazette, domain: exmaple.com}\n---\n",
            message='unknown provider "exmaple.com": did you mean "example.com"?',
            good="---\nprovider: {name: Example Gazette, domain: example.com}\n---\n",
            options={"providers": {"example.com": "Example Gazette"}},
        ),
        Example(
            bad="---\nprovider: {name: The Gazette, domain: example.com}\n---\n",
            message=(
                'the provider of "example.com" should be called "Example Gazette", '
                'not "The Gazette"'
            ),
            good="---\nprovider: {name: Example Gazette, domain: example.com}\n---\n",
            options={"providers": {"example.com": "Example Gazette"}},
        ),
    ),
)
