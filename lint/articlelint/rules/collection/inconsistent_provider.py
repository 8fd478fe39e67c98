"""A provider has another name, or another domain, than in other files.

To every reader, and to whatever groups articles by their provider, that looks like two providers.
Write one name and one domain everywhere.

The providers of articles and of their related items are compared with those in all files: a domain
should always have the same name, and a name the same domain. What is less common is reported; if
two are equally common, both are, for nobody can know which one is right. Domains are compared
without letter case and `www.`, names without doubled spaces.

The parts of a site may have names of their own. So `news.example.com`, `learn.example.com` and
`example.com` are no different domains. Nor is a name reported that is the commonest one on a
subdomain, by the URLs, and is there twice or more: if `example.com` is the Example Gazette,
`learn.example.com` may be the Gazette Academy.

If a provider rightly has several names or domains, say so in the option `providers`, as for
`unknown-provider`. The `name` and `otherNames` of a domain count as the same name, and the domains
of a name as the same domain; what is there is right, however rare it is. Where many publish under
names of their own, as on `youtube.com`, names are not compared: see `shared-domains`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

from articlelint.article import Article
from articlelint.model import DataPath, Severity
from articlelint.rule import (
    Elsewhere,
    Example,
    Fact,
    Facts,
    FileObjection,
    Noted,
    Objection,
    Options,
    Rule,
)
from articlelint.text.words import show
from articlelint.vocabulary.registry import FORMS, Registry, registry
from articlelint.web.same_page import site_of
from articlelint.web.unusual_providers import Wrong, wrong_domains, wrong_names
from articlelint.web.urls import MAX_HOST, domain_host, host_of, is_within

#: What the key of a fact begins with: the rest is the domain whose names are compared, or the name.
_DOMAIN, _NAME = "domain ", "name "

#: Of how many values each is asked for by itself: to read the thousands of facts of a common
#: provider takes a tenth of the time of a hook.
_FEW = 4

_SHARED_DOMAINS = [
    *("bsky.app", "dailymotion.com", "facebook.com", "flickr.com", "github.com", "instagram.com"),
    *("linkedin.com", "medium.com", "reddit.com", "soundcloud.com", "substack.com", "threads.net"),
    *("tiktok.com", "tumblr.com", "twitch.tv", "twitter.com", "vimeo.com", "wordpress.com"),
    *("x.com", "youtu.be", "youtube.com"),
]


class _Words(NamedTuple):
    """How to tell that a name or a domain is not as elsewhere, of what the rest of the key is."""

    should_be: str
    is_here: str
    related: str
    help: str


_NAME_WORDS = _Words(
    "the provider of {} should be called {}, not {}",
    "the provider of {} is called {} here and {} elsewhere",
    "called {} here",
    "write one name everywhere, or list both for the domain in the option `providers`",
)
_DOMAIN_WORDS = _Words(
    "the domain of the provider {} should be {}, not {}",
    "the domain of the provider {} is {} here and {} elsewhere",
    "the domain is {} here",
    "write one domain everywhere, or list both with the name in the option `providers`",
)


def facts(article: Article, options: Options) -> Iterator[Fact]:
    """Note the name of each domain and the domain of each name.

    The value of a name has a second line if the URL is on a subdomain: that.
    """
    fields = article.fields
    for _, provider, urls in article.publications:
        name = " ".join((provider.text(fields.name) or "").split()) if provider else ""
        domain = domain_host(provider.text(fields.domain) or "") if provider and name else None
        if provider and domain and len(domain) <= MAX_HOST:
            yield Fact(_NAME + name, provider.path_to(fields.domain), domain)
            if domain in options["shared-domains"]:
                continue
            subdomain = _subdomain(urls[0], domain) if urls else ""
            value = f"{name}\n{subdomain}" if subdomain else name
            yield Fact(_DOMAIN + domain, provider.path_to(fields.name), value)


def _subdomain(url: str, domain: str) -> str:
    """The subdomain that a URL leads to; empty if it leads to none."""
    site = site_of(host_of(url) or "")
    return site if site != domain and is_within(site, domain) else ""


#: A provider: its file, and its path there.
_Place = tuple[str, DataPath]


def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Compare the names of each domain, then the domains of each name.

    Of a provider that has a wrong name, the domain is not reported, too.
    """
    known = Registry.of(options["providers"])
    keys = list(facts.differing())
    told: set[_Place] = set()
    for key in keys:
        if key.startswith(_DOMAIN):
            for each in _of_names(facts, key, known):
                told.add(_place(each))
                yield each
    looked_at = set(keys)
    for key in keys:
        if key.startswith(_NAME):
            wrong = list(_wrong_domains_of(facts, key, known))
            others = {_DOMAIN + each.value for each in wrong} - looked_at
            looked_at |= others  # of files that are not to be reported on, but compared with such
            told.update(_place(each) for other in others for each in _of_names(facts, other, known))
            for each in _objections(facts, key, wrong, _DOMAIN_WORDS):
                if _place(each) not in told:
                    yield each


def _place(objection: FileObjection) -> _Place:
    return objection.file, objection.objection.path[:-1]


def _of_names(facts: Facts, key: str, known: Registry) -> Iterator[FileObjection]:
    registered = known.names(key.removeprefix(_DOMAIN)) or []
    return _objections(facts, key, wrong_names(facts.values(key), registered), _NAME_WORDS)


def _wrong_domains_of(facts: Facts, key: str, known: Registry) -> Iterator[Wrong]:
    domains, name = facts.values(key), key.removeprefix(_NAME)
    return wrong_domains(domains, [each for each in domains if name in (known.names(each) or ())])


def _objections(
    facts: Facts, key: str, wrong: Iterable[Wrong], words: _Words
) -> Iterator[FileObjection]:
    """Object to each place of the wrong values of a key."""
    by_value = {each.value: each for each in wrong}
    others = {other for each in by_value.values() for other in each.others.values()}
    first = _first(facts, key, others)
    whose = show(key.partition(" ")[2])
    for noted in _noted(facts, key, by_value.keys()):
        told = by_value[noted.fact.value]
        there = [
            (first[other], words.related.format(show(what))) for what, other in told.others.items()
        ]
        yield _objection(noted, _message(told, whose, words), words.help, there)


def _noted(facts: Facts, key: str, values: AbstractSet[str]) -> Iterable[Noted]:
    """The places of some values of a key; of many, all are found in one go."""
    if len(values) > _FEW:
        return (each for each in facts.noted(key) if each.fact.value in values)
    return chain.from_iterable(facts.noted(key, each) for each in sorted(values))


def _first(facts: Facts, key: str, values: AbstractSet[str]) -> dict[str, Noted]:
    """The first place of each of some values of a key."""
    if len(values) <= _FEW:
        return {each: next(facts.noted(key, each)) for each in values}
    first: dict[str, Noted] = {}
    for noted in facts.noted(key):
        first.setdefault(noted.fact.value, noted)
    return first


def _message(wrong: Wrong, whose: str, words: _Words) -> str:
    _, shown, meant, others = wrong
    if meant is None:
        return words.is_here.format(whose, show(shown), show(next(iter(others))))
    return words.should_be.format(whose, show(meant), show(shown))


def _objection(
    noted: Noted, message: str, help_: str, there: Iterable[tuple[Noted, str]]
) -> FileObjection:
    file, (_, path, _) = noted
    related = tuple((other.fact.path, what) for other, what in there if other.file == file)
    elsewhere = tuple(
        Elsewhere(other.file, other.fact.path, what) for other, what in there if other.file != file
    )
    return FileObjection(file, Objection(path, message, (help_,), related=related), elsewhere)


_GAZETTE = "---\nprovider: {name: Example Gazette, domain: example.com}\n---\n"

RULE = Rule(
    summary="a provider with another name or domain than in other files",
    docs=__doc__,
    severity=Severity.WARNING,
    options={
        "providers": {
            "description": (
                "The domain of each provider that has several names or domains, with its name or "
                "names, or the path of a file or folder that holds them, relative to the "
                "configuration."
            ),
            "default": {},
            **FORMS,
        },
        "shared-domains": {
            "description": "Domains where many publish, each under a name of their own.",
            "type": "array",
            "items": {"type": "string"},
            "default": _SHARED_DOMAINS,
        },
    },
    from_files={"providers": registry},
    gives_way=True,
    facts=facts,
    check_collection=check,
    examples=(
        Example(
            bad="---\nprovider: {name: The Gazette, domain: example.com}\n---\n",
            message=(
                'the provider of "example.com" should be called "Example Gazette", '
                'not "The Gazette"'
            ),
            good="---\nprovider: {name: Example Gazette, domain: example.com}\n---\n",
            others=dict.fromkeys(("bridge.md", "ferry.md"), _GAZETTE),
        ),
        Example(
            bad="---\nprovider: {name: Example Gazette, domain: exmaple.com}\n---\n",
            message=(
                'the domain of the provider "Example Gazette" should be "example.com", '
                'not "exmaple.com"'
            ),
            good="---\nprovider: {name: Example Gazette, domain: example.com}\n---\n",
            others=dict.fromkeys(("bridge.md", "ferry.md"), _GAZETTE),
        ),
    ),
)
