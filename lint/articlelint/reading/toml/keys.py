"""Keys of TOML 1.0: one name, or several with dots between them."""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Span
from articlelint.reading.node import Node
from articlelint.reading.scan import Scan
from articlelint.reading.toml.strings import one_line_string

_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_DOT = re.compile(r"[ \t]*\.[ \t]*")


def key(scan: Scan, start: int) -> tuple[int, list[Node]]:
    """A key with its dots; the offset is after the last name. Raises MistakeError."""
    names: list[Node] = []
    at = start
    while True:
        at, name = _simple_key(scan, at)
        names.append(name)
        scan.check_depth(len(names), Span(start, at))
        dot = _DOT.match(scan.text, at)
        if not dot:
            return at, names
        at = dot.end()


def skip_space(text: str, at: int) -> int:
    """The offset after spaces and tabs."""
    match: Any = _SPACE.match(text, at)
    end: int = match.end()
    return end


def _simple_key(scan: Scan, start: int) -> tuple[int, Node]:
    text = scan.text
    if bare := _BARE_KEY.match(text, start):
        node = scan.node(bare[0], start, bare.end())
        node.plain = bare[0]
        return bare.end(), node
    if not text.startswith(('"', "'"), start):
        from articlelint.reading.toml import line_mistakes  # noqa: PLC0415 - seldom needed

        raise line_mistakes.no_key(text, start)
    end, pieces = one_line_string(text, start)
    return end, scan.node("".join(each.text for each in pieces), start, end)
