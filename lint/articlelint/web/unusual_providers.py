"""What is unusual among the names of one domain, and among the domains of one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

#: How often a subdomain must have a name that is to be its own.
_LEAST_OWN = 2
#: The most others that are named.
_MOST_OTHERS = 3
#: The most characters of `co` or `com` in `co.uk`, below which each name is a site of its own.
_LONGEST_KIND = 3


class Wrong(NamedTuple):
    """A value that is not as usual, and the name or domain in it that is ``shown``.

    ``meant`` is what should be there, None if nobody can know. ``others`` are values to point to,
    by what is shown of them.
    """

    value: str
    shown: str
    meant: str | None
    others: Mapping[str, str]


def wrong_names(uses: Mapping[str, int], registered: Sequence[str]) -> Iterator[Wrong]:
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
            yield Wrong(value, name, meant, known)


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


def wrong_domains(uses: Mapping[str, int], registered: Collection[str]) -> Iterator[Wrong]:
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
            yield Wrong(domain, domain, meant, {each: each for each in others[:_MOST_OTHERS]})


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
