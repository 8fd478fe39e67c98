r"""Front matter that is nothing but simple lines, read without a parser.

Nearly all front matter that programs write is simple lines, and this reads nothing else::

    lines  ::= (line break+)+                      the first break being LF or CR LF
    line   ::= indent "- "? key ":" (" " value)?
             | indent "- " value
    indent ::= at most 24 spaces
    key    ::= a letter or "_", then at most 99 letters, digits, "_" and "-", all of ASCII
    value  ::= plain | single | double

It never says that anything is wrong: what is not surely simple is left to the parser. Each
restriction keeps out something that YAML gives a meaning to (sections are those of YAML 1.2.2):

- All lines of a collection have one indentation. What is below a key is indented more, but for a
  dash; what is below a dash, as the key after it (6.1, 8.2). Any other line is part of a scalar
  above it, or a mistake.
- A value is on the line of its key or dash, or is a collection on the lines below it (7.3, 8.1).
- A plain value begins with no indicator, but for the minus of a number (5.3, 7.3.3): so it is no
  anchor, alias, tag, comment, flow collection, block scalar or directive. No colon in it is before
  a space or at its end, and no ``#`` is after a space (6.6). Nor does it end with a space (6.2).
- Double quotes hold the escapes of ``_ESCAPES`` and no others (5.7); in single quotes, a quote is
  written twice (7.3.2).
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

from articlelint.model import Span
from articlelint.reading.document import Node, Values
from articlelint.reading.scalars import WORDS, NumberTooLongError, resolve_plain

#: The most characters. They make less than one node each: in `a:` there are two, and three if it is
#: in a mapping of its own.
_MAX_LENGTH = 16 * 1024

# Of the characters that are left out, those in the first 256, which are cheap in a pattern, and the
# others. Surrogates are in no text that was decoded.
_CONTROLS = r"\x00-\x1f\x7f-\x9f"
_SPECIAL = "\u2028\u2029\ufeff\ufffe\uffff"
_IN_PLAIN = rf"[^:#{_CONTROLS}]*"
_PLAIN = (
    rf"(?:-(?=[0-9]))?[^-?:,\[\]{{}}#&*!|>'\"%@` {_CONTROLS}]"
    rf"{_IN_PLAIN}(?:(?::(?![ \r\n])|(?<! )#){_IN_PLAIN})*(?<! )"
)
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "t": "\t"}
_QUOTED = (
    rf"\"[^\"\\{_CONTROLS}]*(?:\\[{re.escape(''.join(_ESCAPES))}][^\"\\{_CONTROLS}]*)*\""
    rf"|'[^'{_CONTROLS}]*(?:''[^'{_CONTROLS}]*)*'"
)
# A line and the empty ones below it. Else all that is left, so that nothing is captured. There is
# one way to match each, so that the time is linear.
_LINE = re.compile(
    r"( {0,24})(?P<dash>- )?"
    r"(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,99}):(?: |(?=[\r\n]))|(?<=- )(?=[^\r\n]))"
    rf"(?:(?P<plain>{_PLAIN})|(?P<quoted>{_QUOTED}))?\r?\n[\r\n]*|[\s\S]+"
)
# How comments and values of other kinds begin: to look for them takes 1 µs, and to read lines up to
# one in vain 15.
_COMMENT = re.compile(r"[ \n]# ")
_OTHER_VALUE = re.compile(r": [\[{|>&*]")
_ESCAPE = re.compile(r"\\(.)")

#: Keys that are no text, though they look like it.
_NO_TEXT = WORDS.keys() - {""}

_Line = tuple[str, str, str, str, str]


def read_simple_lines(text: str, content: Span) -> Values | None:
    """What the lines at ``content`` say; None if that is not certain, and a parser must tell."""
    if content.end - content.start > _MAX_LENGTH or _is_surely_not_simple(text, content):
        return None
    lines = _LINE.findall(text, *content)
    if not lines or not any(lines[-1]):
        return None
    _, _, keys, plain, _ = zip(*lines, strict=True)
    try:
        data = _data(lines) if _NO_TEXT.isdisjoint(keys) else None
    except NumberTooLongError:
        return None
    if data is None:
        return None
    plain_texts = frozenset(filter(None, keys + plain))
    return Values(data, plain_texts, partial(_nodes, text, content, data))


def _is_surely_not_simple(text: str, content: Span) -> bool:
    """Whether there is one of ``_SPECIAL``, or what looks like a comment or another value."""
    return bool(
        (not text.isascii() and any(text.find(each, *content) >= 0 for each in _SPECIAL))
        or (text.find("#", *content) >= 0 and _COMMENT.search(text, *content))
        or _OTHER_VALUE.search(text, *content)
    )


def _data(lines: list[_Line]) -> dict[str, Any] | None:
    """The data of the lines; None if one of them is not where it may be, or repeats a key.

    ``holder`` is the innermost open collection, whose lines have the indentation ``column``;
    ``outer`` are those around it.
    """
    root: dict[str, Any] = {}
    holder: Any = root
    column, is_list = 0, False
    outer: list[tuple[Any, int, bool]] = []
    waiting = ""  # the key above, if its value may be on the lines below it
    below: Any
    for indentation, dash, key, plain, quoted in lines:
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
        if at != column or is_list is not bool(dash):
            return None
        value = resolve_plain(plain) if plain else _unquoted(quoted)
        if not (plain or quoted):
            waiting = key
        if not key:
            holder.append(value)
        elif dash:
            outer.append((holder, column, is_list))
            below = {key: value}
            holder.append(below)
            holder, column, is_list = below, at + len(dash), False
        elif key in holder:
            return None
        else:
            holder[key] = value
    return root


def _unquoted(written: str) -> str | None:
    """The text in quotes; None if nothing is written."""
    if not written:
        return None
    text = written[1:-1]
    if written[0] == "'":
        return text.replace("''", "'")
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text) if "\\" in text else text


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
        node = _collection(value, lines) or _scalar(value, line)
        node.key = key
        children[name] = node
    nodes = list(children.values())
    return Node(data, nodes[0].key.start, nodes[-1].end, children)  # type: ignore[union-attr]


def _collection(data: Any, lines: Iterator[re.Match[str]]) -> Node | None:
    """The node of a mapping or list on the next lines; None if the data is neither."""
    if type(data) is dict:
        return _mapping(data, lines)
    if type(data) is not list:
        return None
    children = [_collection(item, lines) or _scalar(item, next(lines)) for item in data]
    return Node(data, children[0].start - len("- "), children[-1].end, children)


def _scalar(value: Any, line: re.Match[str]) -> Node:
    """The node of the value on a line; of an empty one, after the colon."""
    written = line.lastgroup or "key"
    start, end = line.span(written)
    if written == "key":
        start = end = end + len(":")
    node = Node(value, start, end)
    if written != "quoted":
        node.plain = line["plain"] or ""
    return node
