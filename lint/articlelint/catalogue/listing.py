"""All rules at a glance: as a table, as JSON, and as the first page of ``docs/rules``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from articlelint import rules
from articlelint.catalogue import blocks
from articlelint.model import Severity
from articlelint.rule import Rule, Stage
from articlelint.settings import records

_COLUMNS = ("id", "severity", "fixable", "summary")

_INTRODUCTION = """\
# Rules

What articlelint reports, by the id at the end of each diagnostic. `articlelint explain ID` prints
the page of an id.
"""

_BY_SEVERITY = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings"}
_BY_STAGE = {Stage.READING: "The file and its front matter", Stage.RUN: "The run"}
_OPT_IN = "Off by default"
_GROUPS = (*_BY_SEVERITY.values(), _OPT_IN, *_BY_STAGE.values())


def all_rules() -> list[tuple[str, Rule]]:
    """Every rule with its id, in the order of the ids."""
    return [(rule_id, rules.load(rule_id)) for rule_id in sorted(rules.ids())]


def table() -> Iterator[str]:
    """The rules, one a line, in aligned columns with a headline."""
    rows = [_COLUMNS, *((rule_id, *_properties(rule)) for rule_id, rule in all_rules())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip() + "\n"


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


def _properties(rule: Rule) -> tuple[str, str, str]:
    fixes = ", ".join(each.value for each in rule.fixes)
    return _severity(rule), fixes or "-", rule.summary


def _index() -> Iterator[str]:
    groups: dict[str, list[str]] = {title: [] for title in _GROUPS}
    for rule_id, rule in all_rules():
        groups[_group(rule)].append(_row_of(rule_id, rule))
    groups["The schema"] = [_row_of(each, records.record(each)) for each in records.schema_ids()]
    yield _INTRODUCTION
    for title, rows in groups.items():
        if rows:
            yield f"## {title}\n"
            yield "".join((_row(*_COLUMNS), _row(*("---" for _ in _COLUMNS)), *rows))


def _group(rule: Rule) -> str:
    if rule.stage in _BY_STAGE:
        return _BY_STAGE[rule.stage]
    return _OPT_IN if rule.opt_in else _BY_SEVERITY[rule.severity]


def _row_of(rule_id: str, rule: Rule) -> str:
    return _row(f"[{rule_id}]({records.page(rule_id)})", *_properties(rule))


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |\n"
