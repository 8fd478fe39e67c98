"""The official test suite of TOML, as front matter: what is valid, and what it says."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articlelint.model import Span
from articlelint.reading.document import UnreadableError
from articlelint.reading.node import Node
from articlelint.reading.toml.parser import parse
from tests.support import material, source_of

SUITE = "suites/toml-test/tests"

_FRACTION = re.compile(r"(?<=:[0-9]{2})(\.[0-9]*[1-9])0+(?=[Z+-]|\Z)")


def _cases(kind: str) -> Iterator[tuple[str, Path]]:
    folder = material(SUITE)
    for name in (folder / "files-toml-1.0.0").read_text().splitlines():
        if name.startswith(f"{kind}/") and name.endswith(".toml"):
            yield name, folder / name


def _content(path: Path) -> tuple[str, Span] | None:
    """A case between fences; None if it is no text."""
    source = source_of(b"+++\n" + path.read_bytes())
    return None if source.fault else (source.text, Span(4, len(source.text)))


def test_what_is_valid_says_the_same() -> None:
    seen = 0
    for name, path in _cases("valid"):
        case = _content(path)
        if case is None or "utf8-bom" in name:
            continue
        text, content = case
        parsed = parse(text, content, "front matter")
        assert parsed.faults == [], name
        data = parsed.root.value if parsed.root else {}
        assert _plain(data) == _expected(json.loads(path.with_suffix(".json").read_text())), name
        if parsed.root:
            _assert_spans(text, parsed.root, name)
        seen += 1
    assert seen > 180


def test_what_is_invalid_is_said() -> None:
    seen = 0
    for name, path in _cases("invalid"):
        case = _content(path)
        if case is None:
            continue
        text, content = case
        try:
            faults = parse(text, content, "front matter").faults
        except UnreadableError as error:
            faults = list(error.diagnostics)
        assert faults, name
        assert {each.rule for each in faults} <= {"toml-syntax", "duplicate-key"}, name
        assert all(
            content.start <= each.span.start <= each.span.end <= content.end for each in faults
        ), name
        seen += 1
    assert seen > 350


def _plain(data: Any) -> Any:
    """With floats and fractions of seconds that can be compared."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(each) for each in data]
    if isinstance(data, str):
        return _FRACTION.sub(r"\1", data)
    return "nan" if isinstance(data, float) and math.isnan(data) else data


def _expected(data: Any) -> Any:
    """What the suite says in its own form, of which dates are texts."""
    if isinstance(data, list):
        return [_expected(each) for each in data]
    if set(data) != {"type", "value"} or not isinstance(data["type"], str):
        return {key: _expected(value) for key, value in data.items()}
    kind, written = data["type"], data["value"]
    if kind == "integer":
        return int(written)
    if kind == "float":
        return _plain(float(written))
    return written == "true" if kind == "bool" else _plain(written)


def _assert_spans(text: str, node: Node, name: str) -> None:
    """What is at the place of each value and key reads as that."""
    for part, child in node.items():
        if isinstance(part, str):
            assert child.key
            assert _read(f"{text[slice(*child.key.span)]} = 1") == {part: 1}, name
        written = text[slice(*child.span)]
        is_header = isinstance(child.children, dict) and not written.startswith("{")
        if not is_header and not written.startswith("[["):
            assert _plain(_read(f"x = {written}")["x"]) == _plain(child.value), name
        _assert_spans(text, child, name)


def _read(toml: str) -> Any:
    parsed = parse(f"+++\n{toml}", Span(4, len(toml) + 4), "front matter")
    assert parsed.root
    return parsed.root.value
