"""The test suite of JSON parsers, as front matter: what is valid, and what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from articlelint.model import Diagnostic, Span
from articlelint.reading.document import UnreadableError
from articlelint.reading.json.parser import parse
from articlelint.reading.node import Node
from tests.support import material, source_of

SUITE = "suites/json-test-suite/test_parsing"
OPENING = "---json\n"

#: What is valid JSON, and is reported nevertheless.
REPORTED = {
    "y_object_duplicated_key.json": ("duplicate-key",),
    "y_object_duplicated_key_and_value.json": ("duplicate-key",),
}


def _cases(kind: str) -> Iterator[tuple[str, str]]:
    """The cases of a kind that are text, by their names, between fences."""
    for path in sorted(material(SUITE).glob(f"{kind}_*.json")):
        source = source_of(OPENING.encode() + path.read_bytes())
        if not source.fault:
            yield Path(path).name, source.text


def _parse(text: str) -> tuple[Node | None, list[Diagnostic]]:
    try:
        root, faults, *_ = parse(text, Span(len(OPENING), len(text)), "front matter")
    except UnreadableError as error:
        return None, list(error.diagnostics)
    return root, faults


def test_what_is_valid_says_the_same() -> None:
    seen = 0
    for name, text in _cases("y"):
        if name == "y_string_null_escape.json" or not text[len(OPENING) :].lstrip().startswith(
            ("{", "[")
        ):
            continue
        root, faults = _parse(text)
        assert [each.rule for each in faults] == list(REPORTED.get(name, ())), name
        assert root
        assert root.value == json.loads(text.removeprefix(OPENING)), name
        _assert_spans(text, root, name)
        seen += 1
    assert seen > 80


def test_what_is_invalid_is_said() -> None:
    seen = 0
    for name, text in _cases("n"):
        if not text.removeprefix(OPENING).strip(" \t\r\n"):
            continue  # is empty
        _, faults = _parse(text)
        assert faults, name
        assert {each.rule for each in faults} <= {"json-syntax", "duplicate-key", "too-complex"}, (
            name
        )
        assert all(0 <= each.span.start <= each.span.end <= len(text) for each in faults), name
        seen += 1
    assert seen > 150


def test_nothing_ends_a_run() -> None:
    for _, text in _cases("i"):
        _, faults = _parse(text)
        assert {each.rule for each in faults} <= {"json-syntax", "too-complex"}


def _assert_spans(text: str, node: Node, name: str) -> None:
    """What is at the place of each value and key reads as that."""
    assert json.loads(text[slice(*node.span)]) == node.value, name
    for part, child in node.items():
        if isinstance(part, str):
            assert child.key
            assert json.loads(text[slice(*child.key.span)]) == part, name
        _assert_spans(text, child, name)
