"""The formats of data files: text to plain data."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from articlelint.model import Diagnostic, Span
from articlelint.reading.dialect import TooLongError
from articlelint.reading.document import UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.limits import MAX_LENGTH, MAX_NODES, TOO_COMPLEX
from articlelint.reading.read import read_block
from articlelint.reading.source import line_number
from articlelint.reading.yaml import YAML
from articlelint.text.words import either

#: To read a key with n parts takes tomllib the cube of n, and it has no limit: 64 KiB take half a
#: minute.
_MOST_DOTS = 50
_QUOTED = re.compile(r"""\"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?""")
_KEY_OR_VALUE = re.compile(r"[^=,\[\]{}#\n]+")


class DataError(Exception):
    """What is wrong with a data file; the message quotes nothing of it."""


def parser_of(path: str) -> Callable[[str], Any]:
    """What parses a file, by the ending of its path; it raises DataError, as this does."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in _PARSERS:
        known = either(list(_PARSERS))
        raise DataError(f"a data file ends in {known}, or is a folder of Markdown files")
    return _PARSERS[ending]


def front_matter(text: str) -> tuple[Span, Any]:
    """The front matter of an article, and where it is. Raises DataError."""
    block = find_block(text)
    if isinstance(block, Diagnostic):
        raise DataError("it has no front matter")
    try:
        document, faults = read_block(text, block)
    except UnreadableError as error:
        faults = list(error.diagnostics)
    _refuse(faults, "front matter", text)
    return block.content, document.data


def _yaml(text: str) -> Any:
    if len(text) > MAX_LENGTH:
        raise DataError(f"it is longer than {MAX_LENGTH // 1024} KiB")
    try:
        root, faults, *_ = YAML.parse(text, Span(0, len(text)), "file")
    except UnreadableError as error:
        faults = list(error.diagnostics)
    except TooLongError as error:
        raise DataError(f"it is longer than {error.limit // 1024} KiB") from None
    _refuse(faults, "YAML", text)
    return root.value if root else None


def _refuse(faults: list[Diagnostic], what: str, text: str) -> None:
    for fault in faults:
        if fault.rule == TOO_COMPLEX:
            most = f"more than {MAX_NODES:,} keys and values"
            raise DataError(f"it has {most}, or is nested too deeply")
        raise DataError(f"invalid {what} on line {line_number(text, fault.span.start)}")


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(f"invalid JSON on line {error.lineno}") from None
    except (ValueError, RecursionError):
        raise DataError("it is nested too deeply, or a number has too many digits") from None


def _toml(text: str) -> Any:
    if any(each.count(".") > _MOST_DOTS for each in _KEY_OR_VALUE.findall(_unquoted(text))):
        raise DataError(f"it has a key or value with more than {_MOST_DOTS} dots")
    toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        return toml.loads(text)
    except (ValueError, RecursionError):
        raise DataError("invalid TOML") from None


def _unquoted(text: str) -> str:
    """The text with only the dots of its texts, which may hold what ends a key elsewhere."""
    return _QUOTED.sub(lambda match: "." * match[0].count("."), text)


def _csv(text: str) -> Any:
    """A mapping for each row but the first, which names the columns; without empty cells."""
    rows = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True, strict=True)
    try:
        names = next(rows, [])
        # No row is filled up to the number of columns: both may be many.
        return [
            {name: cell for name, cell in zip(names, row, strict=False) if cell} for row in rows
        ]
    except csv.Error:
        raise DataError(f"invalid CSV on line {rows.line_num}") from None


_PARSERS: dict[str, Callable[[str], Any]] = {
    ".yml": _yaml,
    ".yaml": _yaml,
    ".json": _json,
    ".toml": _toml,
    ".csv": _csv,
}
