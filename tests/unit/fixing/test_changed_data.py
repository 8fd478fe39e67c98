"""The data that changes ask for."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.fixing.changed_data import changed_data, with_added_last
from articlelint.model import (
    AddKey,
    Change,
    DataPath,
    DropByteOrderMark,
    OrderKeys,
    Remove,
    RenameKey,
    SetValue,
    SplitItem,
)

CASES: dict[str, tuple[Any, list[Change], Any]] = {
    "no change": ({"a": 1}, [], {"a": 1}),
    "a value": ({"a": 1, "b": [1, 2]}, [SetValue(("b", 0), "x")], {"a": 1, "b": ["x", 2]}),
    "nothing as a value": ({"a": 1}, [SetValue(("a",), None)], {"a": None}),
    "a name keeps its place": ({"a": 1, "b": 2}, [RenameKey(("a",), "c")], {"c": 1, "b": 2}),
    "an empty name": ({"a": 1}, [RenameKey(("a",), "")], {"": 1}),
    "a key is removed": ({"a": {"b": 1, "c": 2}}, [Remove(("a", "b"))], {"a": {"c": 2}}),
    "items become several by their old indices": (
        {"a": ["b - c", "d", "e - f"]},
        [SplitItem(("a", 0), ("b", "c")), SplitItem(("a", 2), ("e", "f")), Remove(("a", 1))],
        {"a": ["b", "c", "e", "f"]},
    ),
    "items are removed by their old indices": (
        {"a": [0, 1, 2, 3]},
        [Remove(("a", 1)), Remove(("a", 2)), SetValue(("a", 3), "x")],
        {"a": [0, "x"]},
    ),
    "a key comes last": ({"a": {"b": 1}}, [AddKey(("a", "c"), 2)], {"a": {"b": 1, "c": 2}}),
    "several come in their order": ({}, [AddKey(("b",), 1), AddKey(("a",), 2)], {"b": 1, "a": 2}),
    "below a renamed key, paths are the old ones": (
        {"a": {"b": 1}},
        [RenameKey(("a",), "c"), SetValue(("a", "b"), 2), AddKey(("a", "d"), 3)],
        {"c": {"b": 2, "d": 3}},
    ),
    "a value and its name": (
        {"a": 1},
        [SetValue(("a",), 2), RenameKey(("a",), "b")],
        {"b": 2},
    ),
    "what is removed is not changed": (
        {"a": 1, "b": 2},
        [SetValue(("a",), 2), Remove(("a",))],
        {"b": 2},
    ),
    "a key comes before another": (
        {"a": 1, "c": 2},
        [AddKey(("b",), 3, "c")],
        {"a": 1, "b": 3, "c": 2},
    ),
    "several come before the same one in their order": (
        {"z": 1},
        [AddKey(("b",), 2, "z"), AddKey(("a",), 3, "z"), AddKey(("c",), 4)],
        {"b": 2, "a": 3, "z": 1, "c": 4},
    ),
    "a key comes before one by its old name, also if that is removed": (
        {"a": 1, "c": 2, "d": 3},
        [AddKey(("b",), 3, "c"), Remove(("c",)), AddKey(("x",), 4, "a"), RenameKey(("a",), "y")],
        {"x": 4, "y": 1, "b": 3, "d": 3},
    ),
    "a key before one that is not there comes last": (
        {"a": 1},
        [AddKey(("b",), 2, "c")],
        {"a": 1, "b": 2},
    ),
    "keys are put in order": (
        {"a": {"d": 1, "c": 2, "b": 3}},
        [OrderKeys(("a",), ("b", "c", "d"))],
        {"a": {"b": 3, "c": 2, "d": 1}},
    ),
    "some of them, where one of them was": (
        {"c": 1, "x": {"y": 2}, "a": 3},
        [OrderKeys((), ("a", "c"))],
        {"a": 3, "x": {"y": 2}, "c": 1},
    ),
    "keys are put in order by their old names": (
        {"b": 1, "a": 2},
        [OrderKeys((), ("a", "b")), RenameKey(("a",), "z"), AddKey(("c",), 3)],
        {"z": 2, "b": 1, "c": 3},
    ),
    "keys that are not there have no order": (
        {"b": 1, "a": 2},
        [OrderKeys((), ("a", "b", "c"))],
        {"b": 1, "a": 2},
    ),
    "a byte order mark is no data": ({"a": 1}, [DropByteOrderMark()], {"a": 1}),
    "a path that leads nowhere": ({"a": 1}, [SetValue(("a", "b"), 2), Remove(("c",))], {"a": 1}),
}


@pytest.mark.parametrize(("data", "changes", "wanted"), CASES.values(), ids=CASES)
def test_data_after_changes(data: Any, changes: list[Change], wanted: Any) -> None:
    before = repr(data)
    result = changed_data(data, changes)
    assert result == wanted
    assert repr(result) == repr(wanted)  # the order of keys, too
    assert repr(data) == before


def test_a_value_with_an_alias_is_changed_at_one_place() -> None:
    shared = {"b": 1}
    result = changed_data({"a": shared, "c": shared}, [SetValue(("a", "b"), 2)])
    assert result == {"a": {"b": 2}, "c": {"b": 1}}
    assert result["c"] is shared


ADDED: dict[str, tuple[Any, DataPath, Any]] = {
    "before others": ({"b": 1, "a": {}}, ("b",), {"a": {}, "b": 1}),
    "below a list": ({"a": [{"c": 1, "b": 2}]}, ("a", 0, "c"), {"a": [{"b": 2, "c": 1}]}),
    "nowhere": ({"a": {"b": 1}}, ("c", "b"), {"a": {"b": 1}}),
    "in what is no mapping": ({"a": 1}, ("a", "b", "c"), {"a": 1}),
    "not there": ({"a": 1}, ("b",), {"a": 1}),
}


@pytest.mark.parametrize(("data", "path", "wanted"), ADDED.values(), ids=ADDED)
def test_added_keys_come_last(data: Any, path: DataPath, wanted: Any) -> None:
    result = with_added_last(data, [SetValue(("a",), 1), AddKey(path, 1)])
    assert repr(result) == repr(wanted)  # the order of keys, too
