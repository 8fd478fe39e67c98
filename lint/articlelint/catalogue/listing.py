"""All rules at a glance: in groups, as JSON, and as the first page of ``docs/rules``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from articlelint import rules
from articlelint.catalogue import blocks
from articlelint.model import Severity
from articlelint.rule import Rule, Stage
from articlelint.settings import records


class Row(NamedTuple):
    """What a table says of a rule."""

    rule_id: str
    severity: str
    fixable: str
    summary: str


COLUMNS = Row("id", "severity", "fixable", "summary")

_INTRODUCTION = """\
# Rules

What articlelint reports, by the id at the end of each diagnostic. `articlelint explain ID` prints
the page of an id.
"""

_BY_SEVERITY = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings"}
_BY_STAGE = {Stage.READING: "The file and its front matter", Stage.RUN: "The run"}
_OPT_IN = "Off by default"
_SCHEMA = "The schema"
_GROUPS = (*_BY_SEVERITY.values(), _OPT_IN, *_BY_STAGE.values())


def all_rules() -> list[tuple[str, Rule]]:
    """Every rule with its id, in the order of the ids."""
    return [(rule_id, rules.load(rule_id)) for rule_id in sorted(rules.ids())]


def groups() -> dict[str, list[Row]]:
    """The rules and the ids of the schema by the titles of their groups; no group is empty."""
    by_title: dict[str, list[Row]] = {title: [] for title in _GROUPS}
    for rule_id, rule in all_rules():
        by_title[_group(rule)].append(_row(rule_id, rule))
    by_title[_SCHEMA] = [_row(each, records.record(each)) for each in records.schema_ids()]
    return {title: rows for title, rows in by_title.items() if rows}


def as_json() -> str:
    """The rules as an array of objects, with their documentation and the schemas of their options.

    It is all ASCII, and so it is JSON whatever encoding standard output has.
    """
    objects = [
        {
            "id": rule_id,
            "severity": _severity(rule),
            "fixable": rule.fixes[0].value if rule.fixes else None,
            "summary": rule.summary,
            "options": rule.options,
            "docs": rule.docs.strip(),
        }
        for rule_id, rule in all_rules()
    ]
    return json.dumps(objects, indent=2) + "\n"


def index() -> str:
    """The page that links to the others."""
    return blocks.page(_index())


def _severity(rule: Rule) -> str:
    return "off" if rule.opt_in else rule.severity.value


def _row(rule_id: str, rule: Rule) -> Row:
    fixes = ", ".join(each.value for each in rule.fixes)
    return Row(rule_id, _severity(rule), fixes or "-", rule.summary)


def _index() -> Iterator[str]:
    yield _INTRODUCTION
    head = _line(*COLUMNS) + _line(*("---" for _ in COLUMNS))
    for title, rows in groups().items():
        yield f"## {title}\n"
        yield head + "".join(map(_linked, rows))


def _group(rule: Rule) -> str:
    if rule.stage in _BY_STAGE:
        return _BY_STAGE[rule.stage]
    return _OPT_IN if rule.opt_in else _BY_SEVERITY[rule.severity]


def _linked(row: Row) -> str:
    rule_id, *cells = row
    return _line(f"[{rule_id}]({records.page(rule_id)})", *cells)


def _line(*cells: str) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |\n"
