"""TOML and JSON against Python's own parsers, and changes of what is written in them."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articlelint import lint_text
from articlelint.fixing.editors import editor_for
from articlelint.fixing.proof import proven_text
from articlelint.model import (
    AddKey,
    Change,
    DataPath,
    Diagnostic,
    OrderKeys,
    Remove,
    RenameKey,
    SetValue,
    Span,
)
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.json.parser import parse as parse_json
from articlelint.reading.node import Node
from articlelint.reading.toml.parser import parse as parse_toml
from tests.changes import document_of
from tests.dialects import article, can_be_written

tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")


def _reads_toml_1_1() -> bool:
    """Whether Python's parser takes more than TOML 1.0 has, such as a comma before a brace."""
    try:
        return bool(tomllib.loads("a = {b = 1,}"))
    except tomllib.TOMLDecodeError:
        return False


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ("2023-05-04", "2023-05-04T09:30:00Z", "it's", 'a "b"', "a\nb", "C:\\d", "é", "#a", "a]b")
)
SCALARS = TEXTS | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False)
VALUES = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXTS, below, max_size=3),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4)
DIALECTS = st.sampled_from(("toml", "json"))

TOML_PIECES = (
    *(
        "a",
        "b-1",
        '"c d"',
        "'e'",
        ".",
        " = ",
        "=",
        "\n",
        "\r\n",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        ",",
    ),
    *("1", "-2.5e3", "0x1F", "1_000", "true", "inf", "2023-05-04", "09:30:00", "T", "Z", "# f\n"),
    *(
        '"g"',
        "'h'",
        '"""',
        "'''",
        "\\",
        "\\n",
        "\\u00e9",
        " ",
        "\t",
        "é",
        "\x7f",
        "[a]\n",
        "a = 1\n",
    ),
)
JSON_PIECES = (
    *("{", "}", "[", "]", ",", ":", '"', '"a"', '"b":', "'c'", "1", "-0.5e+3", "true", "null", "d"),
    *(
        "\\",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\n",
        " ",
        "\t",
        "// e\n",
        "/* f */",
        "#",
        "“",
        "=",
        "01",
        "+",
    ),
)


def faults_of(parse: Any, opening: str, text: str) -> tuple[Any, list[Diagnostic]]:
    """The data and the faults of what is below an opening line."""
    whole = opening + text
    try:
        root, faults, *_ = parse(whole, Span(len(opening), len(whole)), "front matter")
    except UnreadableError as error:
        root, faults = None, list(error.diagnostics)
    assert all(0 <= each.span.start <= each.span.end <= len(whole) for each in faults)
    return root.value if root else {}, faults


@pytest.mark.skipif(_reads_toml_1_1(), reason="the parser of this Python reads another TOML")
@given(st.lists(st.sampled_from(TOML_PIECES), max_size=20).map("".join))
def test_toml_as_python_has_it(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        expected = None
    data, faults = faults_of(parse_toml, "+++\n", text)
    assert bool(faults) == (expected is None)
    if expected is not None:
        assert list(data) == list(expected)


@given(st.sampled_from("{["), st.lists(st.sampled_from(JSON_PIECES), max_size=20).map("".join))
def test_json_as_python_has_it(bracket: str, rest: str) -> None:
    text = bracket + rest
    try:
        expected = json.loads(text)
    except json.JSONDecodeError:
        expected = None
    data, faults = faults_of(parse_json, "---json\n", text)
    faults = [each for each in faults if each.rule != "duplicate-key"]
    assert bool(faults) == (expected is None)
    if expected is not None:
        assert data == expected


@given(DIALECTS, MAPPINGS)
def test_data_is_what_was_written(dialect: str, data: dict[str, Any]) -> None:
    assume(dialect == "toml" or _is_finite(data))
    assert document_of(article(dialect, data)).data == data
    assert all(each.rule != "internal-error" for each in lint_text(article(dialect, data)))


@given(DIALECTS, MAPPINGS, st.data(), VALUES, TEXTS)
def test_edits_do_what_the_change_says(
    dialect: str, data: dict[str, Any], draw: st.DataObject, value: Any, name: str
) -> None:
    assume(dialect == "toml" or _is_finite(data))
    text = article(dialect, data)
    if draw.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    document = document_of(text)
    editor = editor_for(document, text)
    assert editor
    path = draw.draw(st.sampled_from(_paths(document)))
    changes: tuple[Change, ...] = (
        SetValue(path, value),
        Remove(path),
        RenameKey(path, name),
        AddKey((name,), "x", draw.draw(st.sampled_from((None, *document.movable_keys(()))))),
        _in_some_order(document, draw.draw(st.sampled_from([*_paths(document), ()])), draw),
    )
    change = draw.draw(st.sampled_from(changes))
    edits = editor.edits_of(change)
    if edits:
        assert proven_text(text, edits, [change]) is not None


def _in_some_order(document: Document, path: DataPath, draw: st.DataObject) -> OrderKeys:
    return OrderKeys(path, tuple(draw.draw(st.permutations(document.movable_keys(path)))))


def _paths(document: Document) -> list[DataPath]:
    found: list[DataPath] = [()]
    nodes: dict[DataPath, Node] = {(): document.root}
    for path in found:
        for part, node in nodes[path].items():
            below = (*path, part)
            nodes[below] = node
            found.append(below)
    return found[1:]


def _is_finite(data: Any) -> bool:
    """Whether JSON has all of the numbers."""
    try:
        json.dumps(data, allow_nan=False)
    except ValueError:
        return False
    return can_be_written("json", data)
