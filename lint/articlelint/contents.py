"""What the articles of a run hold: providers, topics, authors, keys and months, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Generic, TypeVar

from articlelint.article import Article
from articlelint.entry import Entry
from articlelint.field import Name, value_in
from articlelint.named_tuple import NamedTuple
from articlelint.text.words import shorten

#: The most different names of a kind that are counted one by one: the others are summed up.
MOST_NAMES = 10_000
#: The most names of a kind that are shown, the most keys, and the most months.
MOST_ROWS = 20
MOST_KEYS = 100
MOST_MONTHS = 120
#: The most characters that are kept of a name.
_MOST_KEPT = 200

#: The rules that find an article twice.
DUPLICATE_RULES = ("duplicate-url", "duplicate-title")

#: The kinds of values, in a writer's words.
_KINDS = {
    str: "text",
    bool: "flag",
    int: "whole number",
    float: "number",
    list: "list",
    dict: "mapping",
    type(None): "empty",
}

_Name = TypeVar("_Name")


class Provider(NamedTuple):
    """A publisher as an article names it; what it does not say is empty."""

    name: str
    domain: str

    @property
    def shown(self) -> str:
        """``Harbour Herald (harbour.example)``, or what there is of it."""
        return f"{self.name} ({self.domain})" if self.name and self.domain else "".join(self)


class Contents(NamedTuple):
    """What one article holds of what is counted: each name once, and shortened if it is long.

    ``keys`` are the keys at all levels with the kinds of their values, as ``provider.name`` or, in
    the items of a list, ``related[].title``. ``month`` is the one of publication in UTC, as
    ``2023-05``.
    """

    provider: Provider | None
    topics: tuple[str, ...]
    authors: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    month: str | None


def contents_of(article: Article) -> Contents:
    """What an article holds, in fields that are called as the configuration says."""
    fields, entry = article.fields, article.entry
    holders = [entry, *filter(None, [entry.entry(fields.provider)])]
    authors = (name for each in holders for name in _names(each, fields.authors, fields.name))
    published = article.date(entry.text(fields.published_date_time))
    return Contents(
        _provider(article),
        _distinct(_names(entry, fields.topics, fields.name)),
        _distinct(authors),
        tuple(dict.fromkeys(_keys(entry.values, ""))),
        published.moment.date().isoformat()[:7] if published else None,
    )


def _provider(article: Article) -> Provider | None:
    """The provider as a mapping, or as the name alone."""
    fields = article.fields
    named = article.entry.entry(fields.provider)
    if named is None:
        name, domain = article.entry.text(fields.provider), None
    else:
        name, domain = named.text(fields.name), named.text(fields.domain)
    return Provider(_kept(name or ""), _kept(domain or "")) if name or domain else None


def _names(entry: Entry, field: Name, name: Name) -> Iterator[str]:
    """The names in a field: a text, or a list of texts or of mappings with a name each."""
    for _, value, _ in entry.found(field):
        for each in value if isinstance(value, list) else [value]:
            named = value_in(each, name) if isinstance(each, Mapping) else each
            if isinstance(named, str) and named.strip():
                yield named


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_kept, names)))


def _keys(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """The keys in a value and the kinds of what they hold; limits on reading bound their number."""
    if isinstance(value, list):
        for item in value:
            yield from _keys(item, f"{path}[]")
    elif isinstance(value, dict):
        for key, each in value.items():
            below = _kept(f"{path}.{key}" if path else key)
            yield below, _KINDS[type(each)]
            if isinstance(each, dict | list):
                yield from _keys(each, below)


def _kept(name: str) -> str:
    return shorten(" ".join(name.split()), _MOST_KEPT)


class Row(NamedTuple):
    """A line of a table: a name and how many articles have it.

    For a key, ``share`` is how large a part of all articles that is, and ``note`` tells the kinds
    of its values. One that ``is_rest`` sums up all names that have no row.
    """

    name: str
    articles: int
    share: float | None = None
    note: str = ""
    is_rest: bool = False


class Names(Generic[_Name]):
    """In how many articles each name comes, for so many different names as memory may hold."""

    def __init__(self, most: int = MOST_NAMES) -> None:
        self._most = most
        self._numbers: Counter[_Name] = Counter()
        #: How often any other name came.
        self.others = 0

    def add_all(self, names: Iterable[_Name]) -> None:
        """Count each of the names once more."""
        numbers = self._numbers
        for name in names:
            if name in numbers or len(numbers) < self._most:
                numbers[name] += 1
            else:
                self.others += 1

    def __len__(self) -> int:
        """How many different names are counted one by one."""
        return len(self._numbers)

    def __getitem__(self, name: _Name) -> int:
        """In how many articles a name comes."""
        return self._numbers[name]

    def ranked(self) -> list[tuple[_Name, int]]:
        """The names with their numbers: the commonest first, else by name."""
        return sorted(self._numbers.items(), key=lambda each: (-each[1], each[0]))

    def rows(self, most: int, row_of: Callable[[_Name, int], Row]) -> list[Row]:
        """The commonest names, and one more row that sums up the others."""
        ranked = self.ranked()
        rows = [row_of(*each) for each in ranked[:most]]
        left = ranked[most:]
        if left or self.others:
            number = f"over {len(left)}" if self.others else str(len(left))
            together = sum(number for _, number in left) + self.others
            rows.append(Row(f"(and {number} more)", together, is_rest=True))
        return rows


class Inventory:
    """What all articles hold that were counted so far. Memory does not grow with their number.

    ``duplicates`` has, for each rule that finds articles twice, how many it objects to.
    """

    def __init__(self, most: int = MOST_NAMES) -> None:
        self.articles = 0
        self.providers: Names[Provider] = Names(most)
        self.topics: Names[str] = Names(most)
        self.authors: Names[str] = Names(most)
        self.keys: Names[str] = Names(most)
        self._kinds: Names[tuple[str, str]] = Names(most * len(_KINDS))
        self.months: Names[str] = Names(most)
        self.duplicates = Counter(dict.fromkeys(DUPLICATE_RULES, 0))

    def add(self, contents: Contents | None, rule_ids: AbstractSet[str]) -> None:
        """Count one file: what it holds, if it can be read, and the rules that object to it."""
        self.duplicates.update(rule_ids & self.duplicates.keys())
        if contents is None:
            return
        self.articles += 1
        self.providers.add_all(filter(None, [contents.provider]))
        self.topics.add_all(contents.topics)
        self.authors.add_all(contents.authors)
        self.keys.add_all(dict.fromkeys(key for key, _ in contents.keys))
        self._kinds.add_all(contents.keys)
        self.months.add_all(filter(None, [contents.month]))

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        """What to show of each kind of name, by the word for it."""
        yield "provider", self.providers.rows(MOST_ROWS, lambda each, n: Row(each.shown, n))
        yield "topic", self.topics.rows(MOST_ROWS, Row)
        yield "author", self.authors.rows(MOST_ROWS, Row)
        yield "key", self.keys.rows(MOST_KEYS, self._row_of_key)

    def months_in_order(self) -> list[Row]:
        """The articles of each month, the last months if there are many, and of all before."""
        in_order = sorted(self.months.ranked())
        earlier, shown = in_order[:-MOST_MONTHS], in_order[-MOST_MONTHS:]
        rows = [Row(*each) for each in shown]
        together = sum(number for _, number in earlier) + self.months.others
        return [Row("(other months)", together, is_rest=True), *rows] if together else rows

    def share(self, number: int) -> float:
        """How large a part of all articles a number is."""
        return number / self.articles

    def kinds(self, key: str) -> dict[str, int]:
        """The kinds of the values of a key, and in how many articles it has each."""
        numbers = {kind: self._kinds[key, kind] for kind in _KINDS.values()}
        found = [(kind, number) for kind, number in numbers.items() if number]
        return dict(sorted(found, key=lambda each: -each[1]))

    def _row_of_key(self, key: str, number: int) -> Row:
        kinds = self.kinds(key)
        note = ", ".join(f"{each} ({n})" if len(kinds) > 1 else each for each, n in kinds.items())
        return Row(key, number, self.share(number), note)
