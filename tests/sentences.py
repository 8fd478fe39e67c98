"""Rewrite the sentences that tests expect, after a person has read the new ones.

``pytest --sentences FILE`` writes down, for each comparison that fails, which sentence was expected
and which one came: a line of JSON each, ``["expected", "actual"]``. Read the file, delete what is
wrong, then ``python -m tests.sentences FILE`` puts the actual ones into the tests, the examples of
rules and keywords, and the snapshots. ``ruff format`` and a second look at the change come last.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
_PYTHON = ("tests", "lint/articlelint/rules", "lint/articlelint/schema/telling/glossary")
_SNAPSHOTS = "tests/**/snapshots/*.txt"

#: What comes before the message where tests write down a whole diagnostic.
_PLACE = re.compile(r"\d+:\d+(?:-\d+:\d+)? (?:[\w/-]+(?: /\S*)?: )?")
_SHORT = 15
_PIECE = 80


class Pair(NamedTuple):
    """A sentence that was expected and the one that came."""

    old: str
    new: str


def differing(expected: Any, actual: Any) -> Iterator[Pair]:
    """The sentences in which two compared values differ, as far as they can be paired up."""
    if isinstance(expected, str) and isinstance(actual, str):
        yield from _differing_text(expected, actual)
    elif isinstance(expected, Mapping) and isinstance(actual, Mapping):
        for key in expected.keys() & actual.keys():
            yield from differing(expected[key], actual[key])
    elif _is_list(expected) and _is_list(actual) and len(expected) == len(actual):
        for old, new in zip(expected, actual, strict=True):
            yield from differing(old, new)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _differing_text(expected: str, actual: str) -> Iterator[Pair]:
    """The whole texts; of texts of several lines, those that take each other's place."""
    old, new = expected.splitlines(), actual.splitlines()
    if len(old) < 2 or len(new) < 2:
        if expected != actual:
            yield Pair(expected, actual)
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "replace" and end - start == new_end - new_start:
            yield from map(Pair, old[start:end], new[new_start:new_end])


def record(file: str, expected: Any, actual: Any) -> None:
    """Add the differing sentences to a file."""
    lines = [json.dumps(pair, ensure_ascii=False) + "\n" for pair in differing(expected, actual)]
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.writelines(lines)


def rewritten(source: str, pairs: Iterable[Pair]) -> str:
    """Python source with the old sentences replaced wherever a string literal holds one."""
    lines = source.encode().splitlines(keepends=True)
    starts = [sum(map(len, lines[:index])) for index in range(len(lines) + 1)]
    data = source.encode()
    for node in sorted(_literals(ast.parse(source)), key=_place, reverse=True):
        value = replaced(node.value, pairs)
        if value != node.value:
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            data = data[:start] + _literal(value, node.col_offset).encode() + data[end:]
    return data.decode()


def replaced(text: str, pairs: Iterable[Pair]) -> str:
    """A text with the first old sentence in it replaced, be it without its place.

    What is short may be a part of any text, so it must be the whole one.
    """
    for pair in pairs:
        old, new = (_PLACE.sub("", each, count=1) for each in pair)
        is_there = old in text if len(old) > _SHORT else text in (old, pair.old)
        if old != new and is_there:
            return text.replace(old, new)
    return text


def _literals(tree: ast.AST) -> Iterator[Any]:
    """The string literals that are neither documentation nor a part of an f-string."""
    passed_over = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr | ast.JoinedStr)
        for part in ast.walk(node if isinstance(node, ast.JoinedStr) else node.value)
        if isinstance(node, ast.JoinedStr) or part is node.value
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in passed_over:
            yield node


def _place(node: ast.Constant) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _literal(value: str, column: int) -> str:
    """The value as Python writes it; in several pieces where it is too long for a line."""
    whole = repr(value)
    if column + len(whole) < 98:
        return whole
    pieces = re.findall(rf".{{1,{_PIECE}}}(?:\s+|\Z)|.{{1,{_PIECE}}}", value, re.DOTALL)
    return "(" + "\n".join(map(repr, pieces)) + ")"


def _read(file: str) -> list[Pair]:
    lines = dict.fromkeys(Path(file).read_text(encoding="utf-8").splitlines())
    pairs = {Pair(*json.loads(line)) for line in lines if line}
    return sorted(pairs, key=lambda pair: (-len(pair.old), pair))


def main(file: str) -> None:
    """Rewrite all files, and say what was found nowhere."""
    pairs = _read(file)
    for folder in _PYTHON:
        for path in sorted((ROOT / folder).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            new = rewritten(source, pairs)
            if new != source:
                path.write_text(new, encoding="utf-8")
    for path in sorted(ROOT.glob(_SNAPSHOTS)):
        text = path.read_text(encoding="utf-8")
        path.write_text("".join(replaced(line, pairs) for line in text.splitlines(True)), "utf-8")
    print(f"{len(pairs)} sentences")  # noqa: T201 - a script that prints


if __name__ == "__main__":
    main(*sys.argv[1:])
