r"""Front matter that is nothing but simple lines, read without a parser.

Nearly all front matter that programs write is simple lines, and this reads nothing else::

    lines  ::= comment* (line break+ comment*)+    the first break being LF or CR LF
    line   ::= indent "- "? key ":" (" " value)?
             | indent "- " value
    indent ::= at most 24 spaces
    key    ::= a letter or "_", then at most 99 letters, digits, "_" and "-", all of ASCII
    value  ::= scalar | "[" (scalar ("," scalar)*)? "]"
    scalar ::= plain | single | double

It never says that anything is wrong: what is not surely simple is left to the parser. Each
restriction keeps out something that YAML gives a meaning to (sections are those of YAML 1.2.2):

- All lines of a collection have one indentation. What is below a key is indented more, but for a
  dash; what is below a dash, as the key after it (6.1, 8.2). Any other line is part of a scalar
  above it, or a mistake.
- A value is on the line of its key or dash, or is a collection on the lines below it (7.3, 8.1).
- A plain scalar begins with no indicator, but for a minus before a letter (5.3, 7.3.3): so it is no
  anchor, alias, tag, mapping in braces, block scalar or directive. No colon in it is before a space
  or at its end; spaces at its end are no part of it (6.2). In brackets, there is none of ``:?#{}``
  in it (7.4.1).
- Double quotes hold the escapes of ``_ESCAPES`` and no others (5.7); in single quotes, a quote is
  written twice (7.3.2).
- A comment is alone on its line, or after a space (6.6). If there is any, nothing in quotes looks
  like one.
- There is no tab, no character that YAML does not allow (5.1), no byte order mark (5.2), and no
  line break of YAML 1.1 alone: NEL, LS and PS (5.4 of that).
- A key is text by the core schema (10.3.2), and given once in its mapping (3.2.1.1).
- What is read exceeds none of ``reading.limits``.

So neither ``---`` nor ``...`` is a line (9.1), nor anything that ``meant_otherwise`` refuses.
``tests/properties/test_simple_lines.py`` compares what is read with what the parser reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from articlelint.model import Scalar, Span
from articlelint.reading.document import Values
from articlelint.reading.node import Node
from articlelint.reading.scalars import WORDS, NumberTooLongError, resolve_plain
from articlelint.text.late_pattern import late_pattern

#: The most characters. They make less than one node each: in `a:` there are two, and three if it is
#: in a mapping of its own.
_MAX_LENGTH = 16 * 1024

# Of the characters that are left out, those in the first 256, which are cheap in a pattern, and the
# others. Surrogates are in no text that was decoded.
_CONTROLS = r"\x00-\x1f\x7f-\x9f"
_SPECIAL = "\u2028\u2029\ufeff\ufffe\uffff"
_FIRST = rf"[^-?:,\[\]{{}}#&*!|>'\"%@` {_CONTROLS}]"
_IN_PLAIN = rf"[^:#{_CONTROLS}]*"
_PLAIN = rf"-?{_FIRST}{_IN_PLAIN}(?:(?::(?![ \r\n])|(?<! )#){_IN_PLAIN})*(?<! )"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "t": "\t"}
_QUOTED = (
    rf"\"[^\"\\{_CONTROLS}]*(?:\\[{re.escape(''.join(_ESCAPES))}][^\"\\{_CONTROLS}]*)*\""
    rf"|'[^'{_CONTROLS}]*(?:''[^'{_CONTROLS}]*)*'"
)
_IN_BRACKETS = rf"\[[^{_CONTROLS}]*\]"
# A line and the empty ones below it. Else all that is left, so that nothing is captured. There is
# one way to match each, so that the time is linear.
_LINE = re.compile(
    r"( {0,24})(?P<dash>- )?"
    r"(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,99}):(?: |(?=[\r\n]))|(?<=- )(?=[^ \r\n]))"
    rf"(?:(?P<plain>{_PLAIN})|(?P<enclosed>{_QUOTED}|{_IN_BRACKETS}))? *\r?\n[\r\n]*|[\s\S]+"
)
# An item in brackets, and what ends it.
_ITEM = late_pattern(
    rf" *(?:(?P<plain>-?{_FIRST}[^:?#,\[\]{{}}{_CONTROLS}]*(?<! ))"
    rf"|(?P<enclosed>{_QUOTED})) *(?:,|\]\Z)"
)
# With the spaces before it; looked for only at the first of them, so that the time is linear.
_COMMENT = late_pattern(r"(?<! ) *(?<![^ \r\n])#[^\x00-\x08\x0a-\x1f\x7f-\x9f]*")
# How values of other kinds begin: to look for one takes 1 µs, to read lines up to it in vain 15.
_OTHER_VALUE = re.compile(r": [{|>&*]")
_ESCAPE = re.compile(r"\\(.)")

#: Keys that are no text, though they look like it.
_NO_TEXT = WORDS.keys() - {""}

_Line = tuple[str, str, str, str, str]


class _UncertainError(Exception):
    """A line is not simple, or not where it may be."""


def read_simple_lines(text: str, content: Span) -> Values | None:
    """What the lines at ``content`` say; None if that is not certain, and a parser must tell."""
    if content.end - content.start > _MAX_LENGTH or _is_surely_not_simple(text, content):
        return None
    lines = _LINE.findall(text, *content)
    if _break_off(lines) and text.find("#", *content) >= 0:
        text, content = _without_comments(text, content)
        lines = _LINE.findall(text, *content)
    if _break_off(lines):
        return None
    _, _, keys, plain, _ = zip(*lines, strict=True)
    if not _NO_TEXT.isdisjoint(keys):
        return None
    plain_texts = set(filter(None, keys + plain))
    try:
        data = _data(lines, plain_texts)
    except (_UncertainError, NumberTooLongError):
        return None
    return Values(data, plain_texts, partial(_nodes, text, content, data))


def _break_off(lines: list[_Line]) -> bool:
    """Whether something is left that is no simple line, or nothing is written."""
    return not lines or not any(lines[-1])


def _is_surely_not_simple(text: str, content: Span) -> bool:
    """Whether there is one of ``_SPECIAL``, or what looks like a value that is not simple."""
    return bool(
        _OTHER_VALUE.search(text, *content)
        or (not text.isascii() and any(text.find(each, *content) >= 0 for each in _SPECIAL))
    )


def _without_comments(text: str, content: Span) -> tuple[str, Span]:
    """The text with line breaks instead of all that looks like a comment, and where its lines are.

    All other places stay the same. If that is in quotes, they have no end, and are not simple.
    """
    lines = _COMMENT.sub(lambda found: "\n" * len(found[0]), text[slice(*content)])
    start = content.start + len(lines) - len(lines.lstrip("\r\n"))
    return text[: content.start] + lines, Span(start, content.end)


def _data(lines: list[_Line], plain_texts: set[str]) -> dict[str, Any]:
    """The data of the lines, whose plain items in brackets are added to ``plain_texts``.

    ``holder`` is the innermost open collection, whose lines have the indentation ``column``;
    ``outer`` are those around it. Raises _UncertainError and NumberTooLongError.
    """
    root: dict[str, Any] = {}
    holder: Any = root
    column, is_list = 0, False
    outer: list[tuple[Any, int, bool]] = []
    waiting = ""  # the key above, if its value may be on the lines below it
    below: Any
    for indentation, dash, key, plain, enclosed in lines:
        at = len(indentation)
        if waiting:
            if at > column or (dash and at == column):
                outer.append((holder, column, is_list))
                below = [] if dash else {}
                holder[waiting] = below
                holder, column, is_list = below, at, bool(dash)
            waiting = ""
        while at < column or (is_list and not dash and at == column):
            holder, column, is_list = outer.pop()
        if at != column or is_list == (not dash) or (not dash and key in holder):
            raise _UncertainError
        value = resolve_plain(plain) if plain else _enclosed(enclosed, plain_texts)
        if not (plain or enclosed):
            waiting = key
        if not key:
            holder.append(value)
        elif dash:
            outer.append((holder, column, is_list))
            below = {key: value}
            holder.append(below)
            holder, column, is_list = below, at + len(dash), False
        else:
            holder[key] = value
    return root


def _enclosed(written: str, plain_texts: set[str]) -> str | list[Scalar] | None:
    """What is in quotes or brackets; None if nothing is written."""
    if not written:
        return None
    text = written[1:-1]
    if written[0] == "'":
        return text.replace("''", "'")
    if written[0] == "[":
        return _items(written, plain_texts) if text else []
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text) if "\\" in text else text


def _items(written: str, plain_texts: set[str]) -> list[Any]:
    """The items of a list in brackets."""
    items: list[Any] = []
    at = len("[")
    while at < len(written):
        item = _ITEM.match(written, at)
        if not item:
            raise _UncertainError
        plain = item["plain"]
        if plain:
            plain_texts.add(plain)
        items.append(resolve_plain(plain) if plain else _enclosed(item["enclosed"], plain_texts))
        at = item.end()
    return items


def _nodes(text: str, content: Span, data: dict[str, Any]) -> Node:
    """The nodes of the data of the lines at ``content``."""
    return _mapping(data, _LINE.finditer(text, *content))


def _mapping(data: dict[str, Any], lines: Iterator[re.Match[str]]) -> Node:
    """The node of a mapping, each of whose keys is on the next line."""
    children = {}
    for name, value in data.items():
        line = next(lines)
        key = Node(name, *line.span("key"))
        key.plain = name
        is_below = line.lastgroup == "key"
        if is_below and type(value) is dict:
            node = _mapping(value, lines)
        elif is_below and type(value) is list:
            node = _list(value, lines)
        else:
            node = _on_line(value, line)
        node.key = key
        children[name] = node
    nodes = list(children.values())
    return Node(data, nodes[0].key.start, nodes[-1].end, children)  # type: ignore[union-attr]


def _list(data: list[Any], lines: Iterator[re.Match[str]]) -> Node:
    """The node of a list, each of whose items begins on the next line."""
    children = [
        _mapping(item, lines) if type(item) is dict else _on_line(item, next(lines))
        for item in data
    ]
    return Node(data, children[0].start - len("- "), children[-1].end, children)


def _on_line(value: Any, place: re.Match[str]) -> Node:
    """The node of a value within a line, or in brackets; of an empty one, after the colon."""
    group = place.lastgroup or "key"
    start, end = place.span(group)
    if group == "key":
        start = end = end + len(":")
    node = Node(value, start, end)
    if type(value) is list:
        items = _ITEM.finditer(place.string, start + len("["), end)
        node.children = [_on_line(*each) for each in zip(value, items, strict=True)]
    elif group != "enclosed":
        node.plain = place["plain"] or ""
    return node
