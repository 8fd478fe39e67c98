"""The JSON dialect: RFC 8259, between fences, or in braces at the top of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlelint.model import Diagnostic, Span
from articlelint.reading.dialect import Comment, Dialect, Fences, Parsed
from articlelint.reading.node import Node

if TYPE_CHECKING:
    from articlelint.reading.text_map import TextMap


#: The fence between which the keys are written without braces, as Middleman has it.
WITHOUT_BRACES = ";;;"


def _parse(text: str, content: Span, subject: str) -> Parsed:
    from articlelint.reading.json.parser import parse  # noqa: PLC0415 - articles are mostly YAML

    return parse(text, content, subject)


def _comments(_text: str, _content: Span, _root: Node) -> Iterator[Comment]:
    """JSON has none."""
    return iter(())


def _advice(_root: Node | None, opening: str) -> str:
    where = "" if opening == WITHOUT_BRACES else " between `{` and `}`"
    return f'write `"key": value` pairs{where}, with commas between them'


def _text_map(text: str, node: Node) -> TextMap | None:
    from articlelint.reading.json.strings import text_map  # noqa: PLC0415 - seldom needed

    return text_map(text, node)


def _unfenced(text: str) -> Span | Diagnostic | None:
    if not text.startswith("{"):
        return None
    from articlelint.reading.json.unfenced import find  # noqa: PLC0415 - few texts begin so

    return find(text)


_FENCES = (Fences(WITHOUT_BRACES, WITHOUT_BRACES), Fences("---json", "---"))

JSON = Dialect("json", _FENCES, _parse, _comments, _advice, _text_map, unfenced=_unfenced)
