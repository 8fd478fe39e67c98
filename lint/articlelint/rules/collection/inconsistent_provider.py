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

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from articlelint.article import Article, Entry, Fields
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
from articlelint.web.urls import MAX_HOST, domain_host, host_of, is_within

#: What the key of a fact begins with: the rest is the domain whose names are compared, or the name.
_DOMAIN, _NAME = "domain ", "name "

_SHARED_DOMAINS = [
    *("bsky.app", "dailymotion.com", "facebook.com", "flickr.com", "github.com", "instagram.com"),
    *("linkedin.com", "medium.com", "reddit.com", "soundcloud.com", "substack.com", "threads.net"),
    *("tiktok.com", "tumblr.com", "twitch.tv", "twitter.com", "vimeo.com", "wordpress.com"),
    *("x.com", "youtu.be", "youtube.com"),
]

#: How often a subdomain must have a name that is to be its own.
_LEAST_OWN = 2
#: The most other names that a diagnostic points to.
_MOST_OTHERS = 3
#: The most characters of `co` or `com` in `co.uk`, below which each name is a site of its own.
_LONGEST_KIND = 3


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
    for entry in article.entries:
        provider = entry.entry(fields.provider)
        name = " ".join((provider.text(fields.name) or "").split()) if provider else ""
        domain = domain_host(provider.text(fields.domain) or "") if provider and name else None
        if provider and domain and len(domain) <= MAX_HOST:
            yield Fact(_NAME + name, (*provider.path, fields.domain), domain)
            if domain in options["shared-domains"]:
                continue
            subdomain = _subdomain(entry, domain, fields)
            value = f"{name}\n{subdomain}" if subdomain else name
            yield Fact(_DOMAIN + domain, (*provider.path, fields.name), value)


def _subdomain(entry: Entry, domain: str, fields: Fields) -> str:
    """The subdomain that the first URL of an entry leads to; empty if it leads to none."""
    _, url = next(entry.texts(*fields.urls), (None, ""))
    site = site_of(host_of(url) or "")
    return site if site != domain and is_within(site, domain) else ""


class _Wrong(NamedTuple):
    """The value of a fact that is not as in other places, and what it is about.

    ``meant`` is what should be there, None if nobody can know. ``others`` are values to point to,
    by what they are about.
    """

    value: str
    shown: str
    meant: str | None
    others: Mapping[str, str]


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
    return _objections(facts, key, _wrong_names(facts.values(key), registered), _NAME_WORDS)


def _wrong_domains_of(facts: Facts, key: str, known: Registry) -> Iterator[_Wrong]:
    domains, name = facts.values(key), key.removeprefix(_NAME)
    return _wrong_domains(domains, [each for each in domains if name in (known.names(each) or ())])


def _objections(
    facts: Facts, key: str, wrong: Iterable[_Wrong], words: _Words
) -> Iterator[FileObjection]:
    """Object to each place of the wrong values of a key; all are found in one go, for many."""
    by_value = {each.value: each for each in wrong}
    if not by_value:
        return
    first: dict[str, Noted] = {}
    for noted in facts.noted(key):
        first.setdefault(noted.fact.value, noted)
    whose = show(key.partition(" ")[2])
    for noted in facts.noted(key):
        told = by_value.get(noted.fact.value)
        if told:
            there = [
                (first[each], words.related.format(show(what)))
                for what, each in told.others.items()
            ]
            yield _objection(noted, _message(told, whose, words), words.help, there)


def _message(wrong: _Wrong, whose: str, words: _Words) -> str:
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


def _wrong_names(uses: Mapping[str, int], registered: Sequence[str]) -> Iterator[_Wrong]:
    """The values of a domain, the commonest first, whose name is neither usual nor a subdomain's.

    Those of the ``registered`` names that are used count as the first of them, which is usual.
    """
    names: Counter[str] = Counter()
    by_place: defaultdict[str, Counter[str]] = defaultdict(Counter)
    values: dict[str, str] = {}
    for value, number in uses.items():
        name, place = _name_and_place(value, registered)
        names[name] += number
        by_place[place][name] += number
        values.setdefault(name, value)
    usual = registered[0] if registered else _commonest(names)
    own = _own_names(by_place)
    if registered:
        own[""] = usual
    right = {usual, *own.values()}
    few = list(islice(names, _MOST_OTHERS + 1))
    for value in uses if len(names) > 1 else ():
        name, place = _name_and_place(value, registered)
        if name not in right:
            meant = own.get(place) or usual
            others = [meant] if meant else [each for each in few if each != name]
            known = {each: values[each] for each in others[:_MOST_OTHERS] if each in values}
            yield _Wrong(value, name, meant, known)


def _own_names(by_place: Mapping[str, Counter[str]]) -> dict[str, str | None]:
    """The name of each subdomain that has one, and that of the domain itself.

    If several subdomains have names, the domain's is what is the commonest of the others.
    """
    own = {place: _commonest(counts, _LEAST_OWN) for place, counts in by_place.items() if place}
    of_parts = set(filter(None, own.values()))
    counts = by_place.get("", Counter())
    others = Counter({name: counts[name] for name in counts if name not in of_parts})
    own[""] = _commonest(others, 1 if len(of_parts) > 1 else _LEAST_OWN)
    return own


def _name_and_place(value: str, registered: Sequence[str]) -> tuple[str, str]:
    name, _, place = value.partition("\n")
    return (registered[0] if name in registered else name), place


def _wrong_domains(uses: Mapping[str, int], registered: Collection[str]) -> Iterator[_Wrong]:
    """The domains of a name, the commonest first, that are not on its usual site.

    The sites of those that are ``registered`` count as one, which is usual.
    """
    sites = {domain: _site(domain, uses) for domain in uses}
    official = {sites[domain] for domain in registered}
    sites = {domain: "" if site in official else site for domain, site in sites.items()}
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for domain, site in sites.items():
        counts[site] += uses[domain]
        first.setdefault(site, domain)
    usual = "" if official else _commonest(counts)
    meant = None if usual is None else first[usual]
    few = list(islice(first.values(), _MOST_OTHERS + 1))
    for domain, site in sites.items() if len(counts) > 1 else ():
        if site != usual:
            others = [meant] if meant else [each for each in few if sites[each] != site]
            yield _Wrong(domain, domain, meant, {each: each for each in others[:_MOST_OTHERS]})


def _site(domain: str, domains: Collection[str]) -> str:
    """What a domain has in common with the subdomains of its site.

    Of the domains that are compared, it is the widest that holds it; beyond that, what is not a
    kind of names such as ``co.uk``.
    """
    labels = domain.split(".")
    wider = (".".join(labels[start:]) for start in range(len(labels) - 2, 0, -1))
    labels = next((each for each in wider if each in domains), domain).split(".")
    is_kind = len(labels[-1]) == 2 and len(labels[-2:][0]) <= _LONGEST_KIND
    return ".".join(labels[-3:] if is_kind else labels[-2:])


def _commonest(counts: Counter[str], least: int = 1) -> str | None:
    """What there is most of, if there is so much and not as much of anything else."""
    (name, number), *others = counts.most_common(2) or [("", 0)]
    return name if number >= least and all(other < number for _, other in others) else None


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
