"""All rules at a glance: as a table, as JSON, and as the first page of ``docs/rules``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from articlelint import rules
from articlelint.catalogue import blocks
from articlelint.catalogue.pages import SCHEMA, schema_id
from articlelint.model import Severity
from articlelint.rule import Rule
from articlelint.schema.telling.glossary import GLOSSARY

_COLUMNS = ("id", "severity", "fixable", "summary")

_INTRODUCTION = """\
# Rules

What articlelint reports, by the id that ends each diagnostic. `articlelint explain ID` prints the
page of one of them.
"""

_BY_SEVERITY = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings"}
_ON_REQUEST = "Off unless the settings turn them on"
_OF_READING = "The file and its YAML"
_GROUPS = (*_BY_SEVERITY.values(), _ON_REQUEST, _OF_READING)


def all_rules() -> list[tuple[str, Rule]]:
    """Every rule with its id, in the order of the ids."""
    return [(rule_id, rules.load(rule_id)) for rule_id in sorted(rules.ids())]


def table() -> Iterator[str]:
    """The rules, one a line, in aligned columns under their names."""
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
    return _severity(rule), rule.fixes[0].value if rule.fixes else "-", rule.summary


def _index() -> Iterator[str]:
    groups: dict[str, list[str]] = {title: [] for title in _GROUPS}
    for rule_id, rule in all_rules():
        groups[_group(rule)].append(_row(f"[{rule_id}]({rule_id}.md)", *_properties(rule)))
    groups["The schema"] = [
        _row(_link_to_keyword(name), Severity.ERROR.value, "-", each.what)
        for name, each in GLOSSARY.items()
    ]
    yield _INTRODUCTION
    for title, rows in groups.items():
        if rows:
            yield f"## {title}\n"
            yield "".join((_row(*_COLUMNS), _row(*("---" for _ in _COLUMNS)), *rows))


def _group(rule: Rule) -> str:
    if rule.check is None:
        return _OF_READING
    return _ON_REQUEST if rule.opt_in else _BY_SEVERITY[rule.severity]


def _link_to_keyword(name: str) -> str:
    """A link into the page of all keywords; the anchor is what GitHub makes of the heading."""
    return f"[{schema_id(name)}]({SCHEMA}.md#{SCHEMA}{name.lower()})"


def _row(*cells: str) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |\n"
