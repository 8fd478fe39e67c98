"""A key is spelled in another way than in the other articles.

To every program, `Title`, `titel` and `title` are three keys: what is written under the wrong one
is lost, and nothing else may tell. So a key is reported if another one is spelled alike, is at
least 20 times as common, and is missing in the article. Write the common key. If the rare one is
meant, declare it in the schema, or ignore the diagnostic.

Keys are alike if they differ only in letter case or in `-`, `_` and spaces, or by one letter: one
left out, added or changed within a word, or two in the wrong order. One letter can be enough for
another word, so more is asked of those: the key is in at most five articles, and its word has eight
letters or more, or else at least five while all but a few articles have the common key. Never
reported are:

- keys that the schema declares: what the schema reports, this rule does not repeat;
- two keys that some article has both;
- another letter at the beginning or end of a word, another digit, a plural: `date` and `data`,
  `update` and `updated`, `image1` and `image2`, `tag` and `tags`.

Articles are compared with those of the same kind: those whose paths begin with the same two
folders. Folders such as `content`, `docs` and `src` are not counted, nor are languages such as `en`
or `pt-BR`, numbers such as `2023`, and the folder of an `index.md`. Keys of a mapping are compared
with those of the same mapping in other articles, but not those of mappings in lists.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from articlelint.article import Article
from articlelint.comparing import folder_of, telling_folders
from articlelint.model import Severity
from articlelint.rule import Example, Fact, Facts, FileObjection, Objection, Options, Rule
from articlelint.text.words import show

#: A mapping with more keys, in one article or in all of a kind, holds data by names of its own.
_MOST_KEYS = 200
_MOST_DIFFERENT = 2000
#: With more in all of a collection, nothing is said.
_MOST_IN_ALL = 200_000
#: A longer key is no word that anyone has in mind.
_LONGEST_KEY = 60
#: How deep mappings are looked at, and how much is noted of an article, in characters.
_DEEPEST = 4
_MOST_NOTED = 800
_LONGEST_KIND = 100
#: How many folders tell the kind.
_MOST_FOLDERS = 2

#: Before a key that the schema does not declare.
_UNDECLARED = "?"


class _Place(NamedTuple):
    """A mapping in the articles of a kind, by the keys that lead to it."""

    kind: str
    path: tuple[str, ...]


class _Key(NamedTuple):
    place: _Place
    name: str

    @property
    def path(self) -> tuple[str, ...]:
        """Its path in an article."""
        return (*self.place.path, self.name)


def facts(article: Article, options: Options) -> Iterable[Fact]:
    """Note the kind of the article and its keys, as one key, so that they can be counted.

    The keys are an outline: those of a mapping come after its own, with a tab more before them.
    """
    lines = list(islice(_outline(article, (), article.entry.values), _MOST_KEYS))
    noted = "\n".join(lines)
    if len(noted) > _MOST_NOTED:
        noted = "\n".join(each for each in lines if not each.startswith("\t"))
    return [Fact(f"{_kind(article.name)}\n{noted}", ())] if 0 < len(noted) <= _MOST_NOTED else []


def _outline(article: Article, path: tuple[str, ...], values: Mapping[str, Any]) -> Iterator[str]:
    if len(values) > _MOST_KEYS:
        return
    for key, line in _lines(tuple(values), article.declared_keys(path), "\t" * len(path)):
        yield line
        value = values[key]
        if isinstance(value, dict) and len(path) < _DEEPEST:
            yield from _outline(article, (*path, key), value)


@lru_cache(maxsize=1024)  # most articles have the same keys as the one before
def _lines(
    keys: tuple[str, ...], declared: frozenset[str], tabs: str
) -> tuple[tuple[str, str], ...]:
    """The keys of a mapping in order, but for odd ones, each with its line in the outline."""
    return tuple(
        (key, tabs + (key if key in declared else _UNDECLARED + key))
        for key in sorted(keys)
        if len(key) <= _LONGEST_KEY and key.isprintable() and not key.startswith(_UNDECLARED)
    )


def _kind(name: str) -> str:
    return _kind_in(folder_of(name))


@lru_cache(maxsize=1024)
def _kind_in(folder: str) -> str:
    names = [each.name for each in telling_folders(folder)[:_MOST_FOLDERS]]
    kind = "/".join(names)[:_LONGEST_KIND]
    return "".join(each if each.isprintable() else "?" for each in kind)


def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Object to each rare key that is spelled like a common one."""
    reported = [each for each in facts.keys_to_report() if _UNDECLARED in each]
    suspects = {key for each in reported for key in _undeclared(each)}
    if not suspects:  # so it is nearly always, and to count takes long
        return
    counts = facts.counts()
    count = _Count(counts)
    meant = dict(count.rare_keys(suspects))
    _leave_out_meant(meant, counts)
    for noted in reported if meant else ():
        rare = [key for key in _undeclared(noted) if meant.get(key)]
        objections = [_objection(key, *count.common(key, meant[key])) for key in rare]
        for each in facts.noted(noted) if objections else ():
            yield from (FileObjection(each.file, objection) for objection in objections)


def _leave_out_meant(meant: dict[_Key, list[str]], noted: Iterable[str]) -> None:
    """Leave out what is in one mapping of some article with the key that it may be meant for."""
    suspects: defaultdict[tuple[str, ...], list[_Key]] = defaultdict(list)
    for key in meant:
        suspects[key.path].append(key)
    for each in noted:
        paths = {key.path for key, _ in _parsed(each)}
        for path in paths & suspects.keys():
            for key in suspects[path]:
                meant[key] = [name for name in meant[key] if (*path[:-1], name) not in paths]


def _objection(key: _Key, common: str, number: int) -> Objection:
    name = show(common)
    message = f"rare key {show(key.name)}: did you mean {name}?"
    # Not in the message, which would be another one with each new article.
    help_ = f"write `{common}` instead of `{key.name}`", f"{name} is in {number} other articles"
    return Objection(key.path, message, help_, on_key=True)


def _parsed(noted: str) -> Iterator[tuple[_Key, bool]]:
    """The keys that were noted of an article, each with whether the schema declares it."""
    kind, *lines = noted.split("\n")
    path: tuple[str, ...] = ()
    for line in lines:
        marked = line.lstrip("\t")
        name = marked.removeprefix(_UNDECLARED)
        key = _Key(_Place(kind, path[: len(line) - len(marked)]), name)
        path = key.path
        yield key, name == marked


def _undeclared(noted: str) -> list[_Key]:
    """The keys that the schema does not declare."""
    return [key for key, is_declared in _parsed(noted) if not is_declared]


class _Count:
    """How often there is each key, and each mapping, in the articles of a kind."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._articles: Counter[_Place] = Counter()
        self._names: defaultdict[_Place, Counter[str]] = defaultdict(Counter)
        self._in_all: Counter[tuple[str, ...]] = Counter()
        for noted, number in counts.items():
            keys = list(_parsed(noted))
            self._articles.update(dict.fromkeys((key.place for key, _ in keys), number))
            for key, _ in keys:
                self._names[key.place][key.name] += number
                self._in_all[key.path] += number
            if len(self._in_all) > _MOST_IN_ALL:
                self._names.clear()
                break

    def common(self, key: _Key, names: Iterable[str]) -> tuple[str, int]:
        """The commonest of some keys beside one, and in how many articles it is."""
        of_place = self._names[key.place]
        return max(((name, of_place[name]) for name in sorted(names)), key=itemgetter(1))

    def rare_keys(self, suspects: Iterable[_Key]) -> Iterator[tuple[_Key, list[str]]]:
        """Each of some keys that is rare and may be meant for some common ones, with these."""
        from articlelint.text.key_spelling import (  # noqa: PLC0415 - only to compare
            COMMONER,
            SimilarKeys,
        )

        by_place: defaultdict[_Place, list[_Key]] = defaultdict(list)
        for key in suspects:
            by_place[key.place].append(key)
        for place, keys in by_place.items():
            names = self._names[place]
            common = [each for each, number in names.items() if number >= COMMONER]
            if common and len(names) <= _MOST_DIFFERENT:
                similar = SimilarKeys(common)
                for key in keys:
                    near = similar.find(key.name)
                    if meant := [each for each in near if self._may_mean(key, each)]:
                        yield key, meant

    def _may_mean(self, key: _Key, common: str) -> bool:
        from articlelint.text.key_spelling import may_mean  # noqa: PLC0415 - seldom needed

        rare = self._in_all[key.path]  # what is common in articles of another kind is no slip
        numbers, articles = self._names[key.place], self._articles[key.place]
        return may_mean(key.name, common, numbers, articles, rare)


RULE = Rule(
    summary="a key that is spelled in another way than in the other articles",
    docs=__doc__,
    severity=Severity.WARNING,
    facts=facts,
    check_collection=check,
    gives_way=True,
    examples=(
        Example(
            bad="---\nTitle: Ferry sold\n---\n",
            message='rare key "Title": did you mean "title"?',
            good="---\ntitle: Ferry sold\n---\n",
            others={f"bridge-{number}.md": "---\ntitle: Bridge\n---\n" for number in range(1, 21)},
        ),
    ),
)
