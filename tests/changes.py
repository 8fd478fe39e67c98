"""What the tests of changes share: those that rules ask for, and that they bring no new fault.

A change is made to the data alone here; how it is written into the text is tested elsewhere.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

from articlelint import Config, rules
from articlelint.article import Article
from articlelint.model import (
    AddKey,
    Change,
    DataPath,
    DropByteOrderMark,
    OrderKeys,
    Remove,
    RenameKey,
    RepairLine,
    SetValue,
    SplitItem,
    value_at,
)
from articlelint.reading.dialect import Block
from articlelint.reading.document import Document
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.rule import Objection
from articlelint.schema.loading.store import bundled
from articlelint.schema.validator import Validator
from tests.clock import now


def document_of(text: str) -> Document:
    """The front matter of a text that has one which can be read."""
    block = find_block(text)
    assert isinstance(block, Block)
    return read_block(text, block)[0]


def objections(rule_id: str, document: Document, path: str, config: Config) -> list[Objection]:
    """All that one rule objects to, also where it gives way to another."""
    check = rules.load(rule_id).check
    article = Article(path, document, config.fields, now, date_forms=config.date_forms())
    return list(check(article, config.options(rule_id))) if check else []


def assert_sound(
    rule_id: str, document: Document, change: Change, path: str, config: Config
) -> None:
    """Assert that a change fixes what the rule objects to, and brings nothing else to object to.

    Other rules and the article schema may object to the new value only if they did so before.
    """
    assert not isinstance(change, DropByteOrderMark | RepairLine)
    changed = document_of(_written(carried_out(document.data, change)))
    before, after = (_complaints(each, path, config) for each in (document, changed))
    if isinstance(change, Remove | SplitItem | OrderKeys):
        told_before, told_after = (Counter(said for said, _ in each) for each in (before, after))
        assert told_after[rule_id] < told_before[rule_id]
        assert told_after <= told_before
    else:
        place = _place(change)
        said_before, said_after = (
            {said for said, at in each if at == place} for each in (before, after)
        )
        assert rule_id not in said_after
        assert said_after <= said_before


def carried_out(
    data: Any, change: SetValue | RenameKey | Remove | AddKey | SplitItem | OrderKeys
) -> Any:
    """The data after a change, which does not affect aliases of the value."""
    data = json.loads(json.dumps(data))
    if isinstance(change, OrderKeys):
        holder = value_at(data, change.path)
        ordered = {key: holder[key] for key in change.keys}
        holder.clear()
        holder.update(ordered)
        return data
    *above, last = change.path
    holder = data
    for part in above:
        holder = holder[part]
    match change:
        case SetValue(_, value) | AddKey(_, value):
            holder[last] = value
        case SplitItem(_, texts):
            holder[slice(last, int(last) + 1)] = texts
        case Remove():
            del holder[last]
        case RenameKey(_, name):
            items = [(name if key == last else key, value) for key, value in holder.items()]
            holder.clear()
            holder.update(items)
    return data


def _place(change: SetValue | RenameKey | AddKey) -> DataPath:
    return (*change.path[:-1], change.name) if isinstance(change, RenameKey) else change.path


def _written(data: Any) -> str:
    return f"---\n{json.dumps(data)}\n---\n"


def _complaints(document: Document, path: str, config: Config) -> list[tuple[str, DataPath]]:
    """Who objects to what: each rule by its id, and the schema.

    Two items that a rule finds alike may be alike for the schema, too, once one is fixed.
    """
    of_rules = [
        (rule_id, each.path)
        for rule_id in rules.checking()
        for each in objections(rule_id, document, path, config)
    ]
    of_schema = [
        ("duplicate-item" if each.keyword == "uniqueItems" else "schema", each.path)
        for each in _validator().faults(document.data)
    ]
    return of_rules + of_schema


@cache
def _validator() -> Validator:
    return Validator(bundled("article"))
