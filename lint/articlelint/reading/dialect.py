"""What a dialect of front matter is: YAML, TOML or JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from articlelint.model import DataPath, Diagnostic, Span
from articlelint.named_tuple import NamedTuple
from articlelint.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from articlelint.reading.document import Values
    from articlelint.reading.node import Node
    from articlelint.reading.text_map import TextMap

# After a fence, only spaces and tabs may follow on its line.
_ALONE = r"(?![ \t]*[^ \t\r\n])"


class Fences:
    """The lines between which front matter is: how it opens, and the ways in which it closes.

    ``closers`` is what every closing line begins with, its line break included. ``key_line`` and
    ``inner_line`` match lines as they are between the fences, and hardly elsewhere: one that begins
    a key, and any; they are None where a dialect cannot tell.
    """

    def __init__(
        self,
        opening: str,
        *closing: str,
        key_line: re.Pattern[str] | None = None,
        inner_line: re.Pattern[str] | None = None,
    ) -> None:
        self.opening = opening
        self.closing = closing[0]
        self.key_line = key_line
        self.inner_line = inner_line
        self.opening_line = late_pattern(re.escape(opening) + _ALONE)
        self.closing_line = late_pattern(rf"[\r\n](?:{'|'.join(map(re.escape, closing))}){_ALONE}")
        self.closers = tuple(line_break + each for line_break in "\n\r" for each in closing)


class Parsed(NamedTuple):
    """What a parser makes of a text: the tree of its values; no root if nothing is written.

    ``faults`` are those that leave a document to check. ``unread`` are the paths of the values that
    could not be read as data, or not with certainty. ``is_repaired`` tells that the text does not
    parse, and the tree is that of a repaired one, with the places of the text as it is.
    """

    root: Node | None
    faults: list[Diagnostic]
    unread: frozenset[DataPath] = frozenset()
    is_repaired: bool = False


class Comment(NamedTuple):
    """A comment, from its sign to the end of its line.

    ``line`` is where the line begins that it is at the end of, or the first line of a text that
    ends there; None if the comment has its line for itself.
    """

    span: Span
    line: int | None


def _no_map(_text: str, _node: Node) -> None:
    return None


def _no_values(_text: str, _content: Span) -> None:
    return None


def _is_no_table(_text: str, _node: Node) -> bool:
    return False


def _never_unfenced(_text: str) -> None:
    return None


class Dialect(NamedTuple):
    """A language in which front matter is written; ``reading.known_dialects`` lists them all.

    ``parse(text, content, subject)`` reads what is at ``content``, with offsets into ``text`` as
    places; ``subject`` is what messages call it. It raises UnreadableError where there is a mistake
    of syntax that cannot be repaired, and TooLongError. It keeps the limits of ``reading.limits``
    but for MAX_LENGTH. ``comments(text, content, root)`` finds the comments in what was read.
    ``advice(root, opening)`` says what to write instead of nothing, or of a value that is no
    mapping, below the opening line.
    ``text_map(text, node)`` tells where the characters of a value that is text are written; None
    where that is not certain. ``read_values(text, content)`` reads without places, in a fraction of
    the time, what ``parse`` would read alike and without faults; None where that is not certain.
    ``unfenced(text)`` finds front matter without fences at the top of a text: where it is, from its
    first character on, or what is wrong; None if there is none.

    ``is_table(text, node)`` tells whether a collection is made by headers, or by dots in keys, so
    that it is not written in one place after its key.

    How a document of the dialect is edited is up to ``fixing``.
    """

    name: str
    fences: tuple[Fences, ...]
    parse: Callable[[str, Span, str], Parsed]
    comments: Callable[[str, Span, Node], Iterator[Comment]]
    advice: Callable[[Node | None, str], str]
    text_map: Callable[[str, Node], TextMap | None] = _no_map
    read_values: Callable[[str, Span], Values | None] = _no_values
    unfenced: Callable[[str], Span | Diagnostic | None] = _never_unfenced
    is_table: Callable[[str, Node], bool] = _is_no_table


class Block(NamedTuple):
    """The front matter of a text: its opening line, what is between the fences, and its dialect.

    Without fences, it is all of the content, and the opening is the first character of it.
    """

    opening: Span
    content: Span
    dialect: Dialect

    @property
    def end(self) -> int:
        """Where the closing fence ends; without fences, all of the block."""
        is_fenced = self.content.start >= self.opening.end
        return self.content.end + (len("---") if is_fenced else 0)


class TooLongError(Exception):
    """A text of more than ``limit`` characters, which is not parsed."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit
