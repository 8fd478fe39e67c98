"""The text of a schema, JSON or YAML, to plain data."""

from __future__ import annotations

import json
from typing import Any

from articlelint.model import Position
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import whole
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import kind

#: JSON may spell half of a character, which is no text: neither validator takes it.
_SURROGATE = late_pattern(r"\\u[dD][89a-fA-F]")


class ParseError(Exception):
    """A text that is no schema: why, and where. One that ``quotes`` may show some of the text."""

    def __init__(
        self, message: str, position: Position | None = None, *, quotes: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.quotes = quotes


def parse(source: SourceFile, *, is_json: bool) -> Any:
    """What a text says; YAML, too, unless it ``is_json``. Raises ParseError."""
    try:
        contents = json.loads(source.text, object_pairs_hook=_without_repeated_keys)
    except _RepeatedKeyError:
        return _parse_yaml(source)  # which refuses a repeated key, and says where
    except json.JSONDecodeError as error:
        if is_json:
            position = Position(error.lineno, error.colno)
            raise ParseError(f"invalid JSON: {error.msg}", position) from None
        return _parse_yaml(source)
    except RecursionError:
        raise ParseError("the schema is nested too deeply") from None
    except ValueError:
        raise ParseError("a number has too many digits") from None
    if not isinstance(contents, dict | bool):
        raise ParseError(f"the schema is {kind(contents)}, not a mapping")
    if _SURROGATE.search(source.text) and not _is_text(contents):
        return _parse_yaml(source)  # which refuses it, and says where
    return contents


class _RepeatedKeyError(Exception):
    """JSON that gives a key twice: its readers would drop the first without a word."""


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    contents = dict(pairs)
    if len(contents) < len(pairs):
        raise _RepeatedKeyError
    return contents


def _is_text(contents: Any) -> bool:
    """Whether the texts in a JSON value are text: each half of a character with its other half."""
    try:
        json.dumps(contents, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):
        return False
    return True


def _parse_yaml(source: SourceFile) -> Any:
    try:
        document, faults = read_block(source.text, whole(source.text), "schema")
    except UnreadableError as error:
        faults = list(error.diagnostics)
    for fault in faults:
        quotes = fault.rule != "front-matter-not-mapping"
        raise ParseError(fault.message, source.position(fault.span.start), quotes=quotes)
    return document.data
