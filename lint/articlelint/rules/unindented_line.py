"""A value in quotes or brackets goes on in a line that is not indented.

YAML wants each line of a value to be indented more than its key, or than the dash of its item.
PyYAML, Psych and other programs that use libyaml ignore that within quotes and brackets, but `yaml`
for JavaScript and version 5 of js-yaml refuse the whole front matter. So an article is read on one
site and breaks another one, or the same one after an update. Indent the line: that does not change
the value, as spaces at the start of a line are not part of it.

A bracket or a brace that closes is left alone if it is right below the key, as many write it. Only
few programs refuse that, such as version 5 of js-yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlelint.article import Article
from articlelint.model import DataPath, Severity
from articlelint.reading.node import Node
from articlelint.reading.source import after_break
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import counted, key_or_item

#: What may come before a value: an anchor and a tag, and comments below them.
_DECORATION = late_pattern(r"(?:[&!]\S*\s+(?:#[^\r\n]*[\r\n]\s*)*)*")
#: What may come before the dash of an item.
_SPACE_AND_COMMENTS = late_pattern(r"(?:\s+|#[^\r\n]*)*")
#: The first characters of values that may go on in any line.
_ENCLOSED = ('"', "'", "[", "{")
_CLOSING = "]}"
_LINE = late_pattern(r"[\r\n]([ \t]*)(?=[^ \t\r\n])")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each value in quotes or brackets that has several lines."""
    document = article.document
    if not document.is_simple and not document.text.startswith("{", document.root.start):
        yield from _within((), document.root, document.text)


def _within(path: DataPath, collection: Node, text: str) -> Iterator[Objection]:
    """Look at the values of a collection that is not in brackets."""
    for part, node in collection.items():
        if node.alias:
            continue
        start = _DECORATION.match(text, node.start, node.end).end()  # type: ignore[union-attr]
        if not text.startswith(_ENCLOSED, start):
            yield from _within((*path, part), node, text)
        elif _LINE.search(text, start, node.end):
            at = node.key.start if node.key else _dash(collection, part, text)
            indent = at - after_break(text, 0, at)
            if _is_unindented(text, start, node.end, indent):
                yield _objection((*path, part), indent)


def _dash(items: Node, index: Any, text: str) -> int:
    """Where the dash of an item is: the first character after the item before it."""
    nodes = items.children
    start = nodes[index - 1].end if index else _DECORATION.match(text, items.start).end()  # type: ignore[union-attr]
    return _SPACE_AND_COMMENTS.match(text, start, nodes[index].start).end()  # type: ignore[union-attr]


def _is_unindented(text: str, start: int, end: int, indent: int) -> bool:
    """Whether a line after the first is indented no more than ``indent``."""
    for line in _LINE.finditer(text, start, end):
        is_comment = text[start] in "[{" and text.startswith("#", line.end())
        is_end = line.end() == end - 1 and text[line.end()] in _CLOSING
        if len(line[1]) <= indent - is_end and not is_comment:
            return True
    return False


def _objection(path: DataPath, indent: int) -> Objection:
    part = "key" if isinstance(path[-1], str) else "dash"
    message = f"{key_or_item(path)} goes on in a line that is not indented more than its {part}"
    help_ = f"indent each of its lines by at least {counted(indent + 1, 'space')}"
    return Objection(path, message, (help_,))


RULE = Rule(
    summary="a value in quotes or brackets that goes on in a line that is not indented",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    dialects=frozenset({"yaml"}),
    examples=(
        Example(
            bad='---\ntitle: "A bridge\nreopens"\n---\n',
            message='"title" goes on in a line that is not indented more than its key',
            good='---\ntitle: "A bridge\n  reopens"\n---\n',
        ),
        Example(
            bad="---\ntopics: [Bridges,\nFerries]\n---\n",
            message='"topics" goes on in a line that is not indented more than its key',
            good="---\ntopics: [Bridges,\n  Ferries]\n---\n",
        ),
    ),
)
