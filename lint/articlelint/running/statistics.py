"""Counts of a run: by severity, by rule and by folder."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from articlelint.contents import Inventory
from articlelint.model import Severity
from articlelint.report import FileReport, Suppression
from articlelint.running import inventory
from articlelint.text.printable import printable
from articlelint.text.strict_json import distinct, strict_json

#: The most folders that the table shows; one more row sums up the others.
MOST_FOLDERS = 20

_OF_RULES = ("errors", "warnings", "suppressed")
_OF_FOLDERS = (*_OF_RULES, "files", "clean")
_COLUMNS = {Severity.ERROR: "errors", Severity.WARNING: "warnings"}
_BY = {Suppression.COMMENT: "ignored", Suppression.BASELINE: "baselined"}

#: Columns whose key in JSON is another word than in the table: programs rely on it.
_KEYS = {"suppressed": "silenced"}

#: Numbers by the names of their columns, and the rule or folder that they are of.
_Counts = Counter[str]
_Row = tuple[str, _Counts]


class Statistics:
    """What a run has found so far, as numbers alone: no report is kept.

    A file is clean if nothing in it is reported. Suppressed diagnostics are counted apart. An
    article is a file whose front matter can be read.
    """

    def __init__(self) -> None:
        self._total: _Counts = Counter()
        self._by_suppression: Counter[Suppression] = Counter()
        self._by_rule: defaultdict[str, _Counts] = defaultdict(Counter)
        self._by_folder: defaultdict[str, _Counts] = defaultdict(Counter)
        self._inventory = Inventory()

    def add(self, report: FileReport) -> None:
        """Count one file, in the folder that holds it, and its diagnostics."""
        counts = Counter(
            files=1, clean=int(not report.diagnostics), named_schema=int(report.by_named_schema)
        )
        for diagnostic in report.diagnostics:
            column = _COLUMNS[diagnostic.severity]
            counts[column] += 1
            self._by_rule[diagnostic.rule][column] += 1
        for each in report.suppressed:
            counts["suppressed"] += 1
            self._by_rule[each.diagnostic.rule]["suppressed"] += 1
            self._by_suppression[each.suppression] += 1
        self._total.update(counts)
        self._by_folder[os.path.normpath(os.path.dirname(report.path))].update(counts)
        self._inventory.add(report.contents, report.rule_ids)

    def table(self) -> Iterator[str]:
        """The lines of tables: the whole run, its rules, folders that are not clean, what is held.

        Names are last in a line, so that their length and script cannot move a column.
        """
        yield from self._summary()
        if self._by_rule:
            yield from _table("rule", _OF_RULES, _sorted(self._by_rule))
            yield from _table("folder", _OF_FOLDERS, self._folders_to_show())
        yield from inventory.tables(self._inventory)

    def as_json(self) -> str:
        """The same as one JSON object, with every folder. It is ASCII, for any encoding."""
        numbers = {
            **_numbers(self._total, ("files", "clean", "named_schema", *_OF_RULES)),
            "silenced_by": {each.value: self._by_suppression[each] for each in Suppression},
            "rules": _objects("rule", _OF_RULES, _sorted(self._by_rule)),
            "folders": _objects("folder", _OF_FOLDERS, _sorted(self._by_folder)),
            **inventory.as_data(self._inventory),
        }
        return strict_json(numbers, indent=2) + "\n"

    def _summary(self) -> Iterator[str]:
        total = self._total
        numbers = {
            "files checked": total["files"],
            "files clean": total["clean"],
            "files checked by a schema that they name": total["named_schema"],
            "errors": total["errors"],
            "warnings": total["warnings"],
            **{_BY[each]: self._by_suppression[each] for each in Suppression},
            **inventory.summary(self._inventory),
        }
        for name, number in numbers.items():
            yield f"{number:>{len(_OF_RULES[0])}}  {name}\n"

    def _folders_to_show(self) -> list[_Row]:
        rows = [
            (folder, counts)
            for folder, counts in _sorted(self._by_folder)
            if _reported(counts) or counts["suppressed"]
        ]
        shown, others = rows[:MOST_FOLDERS], rows[MOST_FOLDERS:]
        if others:
            together = sum((counts for _, counts in others), _Counts())
            shown.append((f"(and {len(others)} more)", together))
        return shown


def _reported(counts: _Counts) -> int:
    return counts["errors"] + counts["warnings"]


def _sorted(counted: Mapping[str, _Counts]) -> list[_Row]:
    """What has most reported first, else by name."""
    return sorted(counted.items(), key=lambda row: (-_reported(row[1]), row[0]))


def _table(what: str, columns: tuple[str, ...], rows: Iterable[_Row]) -> Iterator[str]:
    yield f"\n{'  '.join((*columns, what))}\n"
    for name, counts in rows:
        cells = (f"{counts[each]:>{len(each)}}" for each in columns)
        yield f"{'  '.join((*cells, printable(name)))}\n"


def _objects(what: str, columns: tuple[str, ...], rows: Iterable[_Row]) -> list[dict[str, Any]]:
    return [{what: distinct(name), **_numbers(counts, columns)} for name, counts in rows]


def _numbers(counts: _Counts, columns: tuple[str, ...]) -> dict[str, int]:
    return {_KEYS.get(each, each): counts[each] for each in columns}
