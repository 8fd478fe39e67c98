"""What the tests of rules that compare share: a collection of texts, and what is said of it."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from articlelint.collection.compare import Comparison
from articlelint.collection.fact_table import FactTable
from articlelint.collection.stored import fact_rows
from articlelint.collection.tell import diagnostic
from articlelint.engine.by_rules import ActiveRule
from articlelint.engine.check import Checker
from articlelint.engine.read_again import ReadAgain, read_again
from articlelint.model import DataPath, Span
from articlelint.rule import FileObjection
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.support import source_of, written

_Told = tuple[ActiveRule, FileObjection]


def compared(  # noqa: PLR0913 - all but the first two have defaults
    rule_id: str,
    files: Mapping[str, str],
    options: Mapping[str, Any] | None = None,
    *,
    to_report: Iterable[str] | None = None,
    config: Mapping[str, Any] | None = None,
    folder: Path | None = None,
    schema: Mapping[str, Any] | None = None,
) -> list[str]:
    """Each diagnostic of one rule over files by their names in the collection.

    It is ``file line:column-line:column id pointer: message``, and after that, for each related
    place, `` | file line:column: what``. Help is not told. Without ``to_report``, all files are
    reported on. ``folder`` is that of the collection, for a rule that asks what is there. It is the
    rule alone: no ignore comments, and nothing that the ``schema`` objects to.
    """
    reported = set(files if to_report is None else to_report)
    settings = make_config({**(config or {}), "rules": {rule_id: dict(options or {})}})
    checker = Checker(from_mapping(schema or {}), settings, compares=True)
    by_file = _compare(rule_id, files, checker, reported, folder)
    return [
        line
        for name in sorted(reported & by_file.keys())
        for line in _lines(name, files, by_file[name])
    ]


def helps(rule_id: str, files: Mapping[str, str]) -> dict[str, list[tuple[str, ...]]]:
    """The help of each diagnostic that one rule has for a file, by the names of files."""
    checker = Checker(from_mapping({}), make_config({"rules": {rule_id: {}}}), compares=True)
    by_file = _compare(rule_id, files, checker, files, None)
    return {name: [each.objection.help for _, each in by_file[name]] for name in by_file}


def _compare(
    rule_id: str,
    files: Mapping[str, str],
    checker: Checker,
    reported: Container[str],
    folder: Path | None,
) -> Mapping[str, list[_Told]]:
    table = FactTable()
    if folder:
        table.place("", str(folder))
    for name, text in files.items():
        facts = checker.begin(source_of(text), name).facts
        for each in facts.get(rule_id, ()):  # the cache keeps them as JSON
            assert tuple(json.loads(json.dumps(each.path))) == each.path
        table.add("", name, fact_rows(name, facts), is_reported=name in reported)
    (active,) = (each for each in checker.comparing if each.rule_id == rule_id)
    found = Comparison(table).of(active, "")
    assert not found.failure, found.failure
    return {
        name: [(active, each) for each in objections] for name, objections in found.by_file.items()
    }


def _lines(name: str, files: Mapping[str, str], found: Iterable[_Told]) -> Iterable[str]:
    def elsewhere(file: str, path: DataPath) -> tuple[str, Span]:
        return file, _again(files[file]).document.value_span(path)

    source = source_of(files[name])
    for active, objection in found:
        each = diagnostic(active, objection, _again(files[name]), elsewhere)
        places = [(files[place.path or name], place.path or name, place) for place in each.related]
        related = (
            f" | {file} {':'.join(map(str, source_of(text).position(place.span.start)))}: "
            f"{place.message}"
            for text, file, place in places
        )
        yield f"{name} {written(each, source)}{''.join(related)}"


def _again(text: str) -> ReadAgain:
    again = read_again(source_of(text))
    assert again
    return again
