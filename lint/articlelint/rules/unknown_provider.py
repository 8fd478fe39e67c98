"""A provider is not in the configured registry, or has another name there.

Articles are grouped by the site that they come from. An unregistered domain is usually a slip, and
a provider with two names looks like two providers to every reader. If your collection keeps a
registry, configure it as the option `providers`: each domain with the name of its provider, such as
`example.com: Example Gazette`. Then every other domain or name is reported, in the article and in
each related item. Without a registry, the rule reports nothing.

A provider may also be a mapping with its `name` and a list of `otherNames` that are allowed, too.
The option may be the path of a YAML, JSON, TOML or CSV file, relative to the configuration. That
holds the same mapping, or a list of mappings with `domain`, `name` and `otherNames`, or such
mappings by other keys; `providers.yml#/news` means the part under the key `news`. Or it is a folder
with a Markdown file for each provider, whose front matter has these keys.

Domains are compared without letter case or `www.`, names exactly as written. Correct the domain or
the name, or add a new provider to the registry.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.entry import Entry
from articlelint.field import Name
from articlelint.model import Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.spelling import Speller, is_plain_typo
from articlelint.text.words import show
from articlelint.vocabulary.registry import FORMS, Registry, registry
from articlelint.web.urls import domain_host


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look up the provider of the article and of each related item."""
    known = Registry.of(options["providers"])
    fields = article.fields
    speller = Speller()
    for provider in article.providers if known else ():
        written = provider.text(fields.domain) or ""
        domain = domain_host(written)
        if domain is None:
            continue
        names = known.names(domain)
        if names is None:
            meant = known.meant(written, speller)
            yield _unknown(provider, fields.domain, written, meant)
        else:
            yield from _check_name(provider, fields.name, names, written)


def _unknown(provider: Entry, field: Name, domain: str, meant: str | None) -> Objection:
    path = provider.path_to(field)
    what = f"unknown provider {show(domain)}"
    if meant is None:
        return Objection(path, f"{what}: correct the domain, or add it to the registry")
    change = SetValue(path, meant) if is_plain_typo(domain, meant) else None
    return Objection(path, f"{what}: did you mean {show(meant)}?", change=change)


def _check_name(provider: Entry, field: Name, names: list[str], domain: str) -> Iterator[Objection]:
    name = provider.text(field)
    if name and not name.isspace() and names and name not in names:
        path = provider.path_to(field)
        should = f"should be called {show(names[0])}, not {show(name)}"
        message = f"the provider of {show(domain)} {should}"
        yield Objection(path, message, change=SetValue(path, names[0]))


RULE = Rule(
    summary="a provider that is not in the configured registry, or has another name there",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    opt_in=True,
    fixes=(Safety.UNSAFE,),
    options={
        "providers": {
            "description": (
                "The domain of each known provider, with the provider's name, or the path of a "
                "file or folder that holds them, relative to the configuration."
            ),
            "default": {},
            **FORMS,
        }
    },
    from_files={"providers": registry},
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
