"""JSON (RFC 8259) to a tree of nodes.

The functions are named after the grammar: each takes what is read and an offset into it, and
returns the offset after what it read. Where it is certain what was meant by a mistake, such as a
comma too many, it is noted and the text read on. Python's own parser stops at the first mistake,
tells no places of values, and takes numbers that are no JSON. Tests compare the two.
"""

from __future__ import annotations

import re
from typing import Any

from articlelint.model import Scalar, Span
from articlelint.reading.dialect import Parsed
from articlelint.reading.json import WITHOUT_BRACES, mistakes
from articlelint.reading.json.strings import string
from articlelint.reading.mistake import MistakeError
from articlelint.reading.node import Node
from articlelint.reading.scan import Repeated, Scan

SYNTAX = "json-syntax"

_SPACE = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(r"""[^\s,:{}\[\]"']*""")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\Z")
_INTEGER = re.compile(r"-?[0-9]+\Z")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}


def parse(text: str, content: Span, _subject: str) -> Parsed:
    """Read the JSON at ``content``, as ``Dialect`` describes."""
    scan = Scan(text[: content.end], separator=",")
    root = scan.node({}, content.start, content.start, {})
    try:
        at = skip(scan, content.start)
        if at == content.end:
            return Parsed(None, [])
        if text.startswith(WITHOUT_BRACES) and text[at] != "{":
            mistakes.check_pairs(scan.text, at)
            root.start = at
            _pairs(scan, root, at, "", 1)
        else:
            mistakes.check_start(text, at)
            end, root = _value(scan, at, 1)
            if (rest := skip(scan, end)) < content.end:
                raise mistakes.text_after(scan.text, end, rest)
    except MistakeError as error:
        if error.ends_reading:  # it is another language, in which comments are no mistakes
            scan.mistakes.clear()
        scan.mistakes.append(error)
        return scan.parsed(root, SYNTAX, knows_all_keys=False)
    return scan.parsed(root, SYNTAX)


def skip(scan: Scan, at: int) -> int:
    """The offset after white space, and after comments, which JSON does not have."""
    while True:
        space: Any = _SPACE.match(scan.text, at)
        at = space.end()
        if not scan.text.startswith(("/", "#"), at):
            return at
        end = mistakes.comment(scan, at)
        if end == at:
            return at
        at = end


def _value(scan: Scan, at: int, depth: int) -> tuple[int, Node]:
    text = scan.text
    first = text[at : at + 1]
    if first == "{":
        scan.check_depth(depth, Span(at, at + 1))
        node = scan.node({}, at, at, {})
        node.end = _pairs(scan, node, at + 1, "}", depth)
        return node.end, node
    if first == "[":
        scan.check_depth(depth, Span(at, at + 1))
        return _array(scan, at, depth)
    if first == '"':
        return _string(scan, at)
    token: Any = _TOKEN.match(text, at)
    written = token[0]
    if written in _WORDS:
        node = scan.node(_WORDS[written], at, token.end())
    elif _NUMBER.match(written):
        scan.check_number(Span(at, token.end()))
        number = int(written) if _INTEGER.match(written) else float(written)
        node = scan.node(number, at, token.end())
    else:
        return mistakes.other_value(scan, at)
    node.plain = written
    return token.end(), node


def _string(scan: Scan, at: int) -> tuple[int, Node]:
    known = len(scan.mistakes)
    end, pieces = string(scan.text, at, scan.note)
    node = scan.node("".join([each.text for each in pieces]), at, end)
    if len(scan.mistakes) > known:
        scan.unread.append(node)
    return end, node


def _array(scan: Scan, start: int, depth: int) -> tuple[int, Node]:
    text = scan.text
    items: list[Node] = []
    at = skip(scan, start + 1)
    while not text.startswith("]", at):
        if at == len(text) or text.startswith("}", at):
            raise mistakes.unclosed_bracket(text, start, at)
        end, item = _value(scan, at, depth + 1)
        items.append(item)
        at = _after_value(scan, item, end, "]", start)
    node = scan.node([each.value for each in items], start, at + 1, items)
    return at + 1, node


def _pairs(scan: Scan, mapping: Node, start: int, closing: str, depth: int) -> int:
    """The keys and values up to a closing brace, or to the end; returns where that is."""
    text = scan.text
    at = skip(scan, start)
    while not (text.startswith(closing, at) if closing else at == len(text)):
        if closing and (at == len(text) or text.startswith("]", at)):
            raise mistakes.unclosed_bracket(text, mapping.start, at)
        at, key = _key(scan, at)
        at = mistakes.skip_colon(scan, key, skip(scan, at))
        end, value = _value(scan, skip(scan, at), depth + 1)
        _put(scan, mapping, key, value)
        at = _after_value(scan, value, end, closing, mapping.start)
    mapping.end = at + len(closing)
    return mapping.end


def _key(scan: Scan, at: int) -> tuple[int, Node]:
    if scan.text.startswith('"', at):
        return _string(scan, at)
    return mistakes.other_key(scan, at)


def _put(scan: Scan, mapping: Node, key: Node, value: Node) -> None:
    """Add a key. One with a mistake in it is another one than it looks like: it repeats none."""
    before = mapping.children.get(key.value)
    is_unread = scan.is_unread(key)
    if before is not None:
        if is_unread:
            return
        if not scan.is_unread(before.key):
            scan.repeated.append(Repeated(mapping, key, before, value))
    if is_unread:
        scan.unread.append(value)
    value.key = key
    mapping.value[key.value] = value.value
    mapping.children[key.value] = value


def _after_value(scan: Scan, value: Node, end: int, closing: str, start: int) -> int:
    """The comma after a value, if it is not the last one; returns where the next one begins."""
    text = scan.text
    at = skip(scan, end)
    if text.startswith(",", at):
        comma, at = at, skip(scan, at + 1)
        while text.startswith(",", at):
            scan.note(mistakes.comma_too_many(at, "after another one"))
            at = skip(scan, at + 1)
        if text.startswith(closing or "\0", at) or at == len(text):
            before = f"before `{closing}`" if closing else "at the end"
            scan.note(mistakes.comma_too_many(comma, before))
    elif at < len(text) and not text.startswith(closing or "\0", at):
        if closing and text[at] in "}]":
            raise mistakes.unclosed_bracket(text, start, at)
        at = skip(scan, mistakes.missing_comma(scan, value, at))
    return at
