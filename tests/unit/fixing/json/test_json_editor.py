"""Changes carried out in JSON: what is written, and where there is no sure way."""

from __future__ import annotations

import pytest

from articlelint.fixing.editors import editor_for
from articlelint.fixing.proof import apply_edits, proven_text
from articlelint.model import AddKey, Change, OrderKeys, Remove, RenameKey, SetValue, SplitItem
from tests.changes import document_of


def carried_out(text: str, change: Change) -> str | None:
    """The text after a change, which is proved to do what it should; None without edits."""
    editor = editor_for(document_of(text), text)
    assert editor
    edits = editor.edits_of(change)
    if edits is None:
        return None
    new = apply_edits(text, edits)
    if edits:
        assert proven_text(text, edits, [change]) == new
    return new


DONE: dict[str, tuple[str, Change, str]] = {
    "a key before the first": ('{"b": 1}\n', AddKey(("a",), 2, "b"), '{"a": 2, "b": 1}\n'),
    "a key before the first, on lines": (
        '{\n  "b": 1\n}\n',
        AddKey(("a",), 2, "b"),
        '{\n  "a": 2,\n  "b": 1\n}\n',
    ),
    "a key between two": (
        '{\n  "a": 1,\n  "c": 3\n}\n',
        AddKey(("b",), 2, "c"),
        '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n',
    ),
    "keys put in order": (
        '{\n  "b": [1,\n    2],\n  "c": 3,\n  "a": 4\n}\n',
        OrderKeys((), ("a", "b", "c")),
        '{\n  "a": 4,\n  "b": [1,\n    2],\n  "c": 3\n}\n',
    ),
    "a text": ('{"a": "x"}\n', SetValue(("a",), 'y "z"'), '{"a": "y \\"z\\""}\n'),
    "a part of a text": (
        '{"a": "\\u00e9  x/"}\n',
        SetValue(("a",), "é x/"),
        '{"a": "\\u00e9 x/"}\n',
    ),
    "something put into a text": ('{"a": "xz"}\n', SetValue(("a",), "xyz"), '{"a": "xyz"}\n'),
    "an empty text": ('{"a": ""}\n', SetValue(("a",), "é"), '{"a": "é"}\n'),
    "where all beyond ASCII is escaped": (
        '{"a": 1, "b": "\\u00e9"}\n',
        SetValue(("a",), "é"),
        '{"a": "\\u00e9", "b": "\\u00e9"}\n',
    ),
    "a flag": ('{"a": "yes"}\n', SetValue(("a",), value=True), '{"a": true}\n'),
    "nothing": ('{"a": "null"}\n', SetValue(("a",), None), '{"a": null}\n'),
    "a list": ('{"a": "x"}\n', SetValue(("a",), ["x", {"y": 1}]), '{"a": ["x", {"y": 1}]}\n'),
    "a text instead of a list": ('{"a": [1, 2]}\n', SetValue(("a",), "x"), '{"a": "x"}\n'),
    "an item": ('{"a": [1, 2]}\n', SetValue(("a", 1), "x"), '{"a": [1, "x"]}\n'),
    "the same value": ('{"a": 1e2}\n', SetValue(("a",), 100.0), '{"a": 1e2}\n'),
    "a key": ('{"a": 1}\n', RenameKey(("a",), "b"), '{"b": 1}\n'),
    "the same key": ('{"\\u0061": 1}\n', RenameKey(("a",), "a"), '{"\\u0061": 1}\n'),
    "a removed key": (
        '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n',
        Remove(("b",)),
        '{\n  "a": 1,\n  "c": 3\n}\n',
    ),
    "the last key removed": ('{\n  "a": 1,\n  "b": 2\n}\n', Remove(("b",)), '{\n  "a": 1\n}\n'),
    "a removed item": ('{"a": [1, 2, 3]}\n', Remove(("a", 0)), '{"a": [2, 3]}\n'),
    "a new key": ('{"a": 1}\n', AddKey(("b",), "x"), '{"a": 1, "b": "x"}\n'),
    "a new key on its line": (
        '{\r\n\t"a": {}\r\n}\r\n',
        AddKey(("b",), 1),
        '{\r\n\t"a": {},\r\n\t"b": 1\r\n}\r\n',
    ),
    "a new key in empty braces": ('{"a": {}}\n', AddKey(("a", "b"), 1), '{"a": {"b": 1}}\n'),
    "a new key without braces": (
        ';;;\n"a": 1\n;;;\n',
        AddKey(("b",), 2),
        ';;;\n"a": 1,\n"b": 2\n;;;\n',
    ),
}


@pytest.mark.parametrize(("text", "change", "expected"), DONE.values(), ids=DONE)
def test_what_is_done(text: str, change: Change, expected: str) -> None:
    assert carried_out(text, change) == expected


LEFT: dict[str, tuple[str, Change]] = {
    "what JSON does not have": ('{"a": 1}\n', SetValue(("a",), float("nan"))),
    "all of it": ('{"a": 1}\n', SetValue((), "x")),
    "a value that is not there": ('{"a": 1}\n', SetValue(("b",), "x")),
    "an item that is not there": ('{"a": [1]}\n', SetValue(("a", 1), "x")),
    "a list of several lines": ('{"a": [1,\n2]}\n', SetValue(("a",), "x")),
    "a name that is taken": ('{"a": 1, "b": 2}\n', RenameKey(("a",), "b")),
    "a key that is not there": ('{"a": 1}\n', RenameKey(("b",), "c")),
    "an item has no name": ('{"a": [1]}\n', RenameKey(("a", 0), "c")),
    "the only key": ('{"a": 1}\n', Remove(("a",))),
    "the only item": ('{"a": [1]}\n', Remove(("a", 0))),
    "nothing to remove": ('{"a": 1}\n', Remove(("b",))),
    "a key before one that is given twice": ('{"a": 1, "b": 2, "b": 3}\n', Remove(("a",))),
    "the last key after one that is given twice": (
        '{"a": 1, "b": 2, "b": 3}\n',
        Remove(("b",)),
    ),
    "a key that is there already": ('{"a": 1}\n', AddKey(("a",), 2)),
    "a key of what is no mapping": ('{"a": 1}\n', AddKey(("a", "b"), 2)),
    "a key with a value that JSON does not have": ('{"a": 1}\n', AddKey(("b",), float("inf"))),
    "keys of which one is given twice": (
        '{"b": 1, "b": 2, "a": 3}\n',
        OrderKeys((), ("a", "b")),
    ),
    "keys after one that is given twice": (
        '{"a": 1, "c": 2, "c": 3, "b": 4}\n',
        OrderKeys((), ("a", "b", "c")),
    ),
    "a key before one that is not there": ('{"b": 1}\n', AddKey(("a",), 2, "c")),
    "other keys than there are": ('{"b": 1, "a": 2}\n', OrderKeys((), ("a", "c"))),
    "what is a question of YAML": ('{"a": ["b"]}\n', SplitItem(("a", 0), ("c", "d"))),
}


@pytest.mark.parametrize(("text", "change"), LEFT.values(), ids=LEFT)
def test_what_has_no_sure_way(text: str, change: Change) -> None:
    assert carried_out(text, change) is None
