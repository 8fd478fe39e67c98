"""A value is not in the vocabulary that the configuration names for its field.

A category, an author or an organization that is spelled in two ways is two of them to every
program: each of their pages shows a part of the articles, and a page that a misspelled name leads
to does not exist. The option `fields` says which values a field may have, by the name of the field
or by its path, such as `extra.category`. Of a list, the items are looked up.

The values are a list, or the path of a file or folder that holds them, relative to the
configuration: a list or a mapping in YAML, JSON or TOML, a column of a CSV file, or the names of
Markdown files, as in `author: _data/authors.yml` and `organization: _data/organizations/`. "Known
values from files" in `docs/configuration.md` has the details. Values are compared exactly as
written, texts and whole numbers alike; empty ones are left to other rules.

If there is no such list, `{min-uses: 5}` compares the articles with each other: it reports a value
that only one article has, if it differs by a letter, or only in case, hyphens and spaces, from one
that at least five articles have. It passes over values of less than five letters that are not the
same without case, and over those that differ in a digit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from articlelint.article import Article
from articlelint.model import DataPath, Safety, Severity
from articlelint.rule import (
    Example,
    Fact,
    Facts,
    FileObjection,
    Objection,
    Options,
    ReadData,
    Rule,
)
from articlelint.text.misspellings import Misspellings
from articlelint.text.words import MAX_SHOWN, counted, show
from articlelint.vocabulary.words import FORMS, Words, as_text, unknown, words_at

_MIN_USES = "min-uses"
_ADVICE = "use a value from the configured vocabulary, or add this one"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look up the values of each field that has a vocabulary."""
    for field, known in options["fields"].items():
        if isinstance(known, list):
            for each in unknown(_values(article, field), Words.of(known)):
                what = f"unknown value {show(each.value)} in {show(field)}"
                yield each.told(what, _ADVICE)


def _values(article: Article, field: str) -> Iterator[tuple[DataPath, str]]:
    for path, value in article.entry.named(field):
        text = as_text(value)
        if text is not None:
            yield path, text


def facts(article: Article, options: Options) -> Iterator[Fact]:
    """Note the values of each field whose uses are counted, each once."""
    for field, known in options["fields"].items():
        if isinstance(known, Mapping):
            seen = set()
            for path, value in _values(article, field):
                if value not in seen and len(value) <= MAX_SHOWN and value.strip():
                    seen.add(value)
                    yield Fact(f"{field}\n{value}", path)


def check_collection(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Object to each value with one use that probably misspells one with many."""
    counts = facts.counts()
    often = _often(counts, options["fields"])
    for file, noted in groupby(facts.to_report(), lambda each: each.file):
        in_article = {each.fact.key: each.fact.path for each in noted}
        for key, path in in_article.items():
            field, _, value = key.partition("\n")
            if counts[key] > 1 or field not in often:
                continue
            meant = often[field].meant(value)
            if meant is None or f"{field}\n{meant}" in in_article:
                continue
            uses = counted(counts[f"{field}\n{meant}"], "article")
            what = f"only this article has {show(value)} in {show(field)}"
            message = f"{what}: did you mean {show(meant)}?"
            # The number is not in the message, which would be another one with each new article.
            help_ = f"{show(meant)} is in {uses}"
            yield FileObjection(file, Objection(path, message, (help_,)))


def _often(counts: Mapping[str, int], fields: Mapping[str, Any]) -> dict[str, Misspellings]:
    """The values of each field that have as many uses as it asks for, the commonest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(counts, key=counts.__getitem__, reverse=True):
        field, _, value = key.partition("\n")
        known = fields.get(field)
        if isinstance(known, Mapping) and counts[key] >= known[_MIN_USES]:
            found[field].append(value)
    return {field: Misspellings(values) for field, values in found.items()}


def _from_files(given: Mapping[str, Any], read: ReadData) -> dict[str, Any]:
    return {
        field: known if _is_counted(known) else words_at(known, read, (field,))
        for field, known in given.items()
    }


def _is_counted(known: Any) -> bool:
    return isinstance(known, Mapping) and _MIN_USES in known


_MANY_USES = {
    "type": "object",
    "properties": {
        _MIN_USES: {
            "description": "How many articles have a value that others may misspell.",
            "type": "integer",
            "minimum": 2,
        },
    },
    "required": [_MIN_USES],
    "additionalProperties": False,
}

RULE = Rule(
    summary="a value that is not in the vocabulary of its field",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    facts=facts,
    check_collection=check_collection,
    gives_way=True,
    opt_in=True,
    fixes=(Safety.UNSAFE,),
    options={
        "fields": {
            "description": (
                "The known values of each field: a list, the path of a file or folder that holds "
                "them, a mapping with that `file` and the `column`, or one with `min-uses`."
            ),
            "type": "object",
            "additionalProperties": {"anyOf": [FORMS, _MANY_USES]},
            "default": {},
        }
    },
    from_files={"fields": _from_files},
    examples=(
        Example(
            bad="---\ncategory: Brigdes\n---\n",
            message='unknown value "Brigdes" in "category": did you mean "Bridges"?',
            good="---\ncategory: Bridges\n---\n",
            options={"fields": {"category": ["Bridges", "Ferries"]}},
        ),
        Example(
            bad="---\nauthors: [Ann Ferier]\n---\n",
            message='only this article has "Ann Ferier" in "authors": did you mean "Ann Ferrier"?',
            good="---\nauthors: [Ann Ferrier]\n---\n",
            options={"fields": {"authors": {"min-uses": 2}}},
            others={
                "bridge.md": "---\nauthors: [Ann Ferrier]\n---\n",
                "ferry.md": "---\nauthors: [Bob Quay, Ann Ferrier]\n---\n",
            },
        ),
    ),
)
