"""A parsed front matter: plain data, and where each of its keys and values is in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, Any

from articlelint.model import DataPath, Diagnostic, Span
from articlelint.named_tuple import NamedTuple
from articlelint.reading.node import Node, PlainScalar, gather_texts, plain_scalars_below
from articlelint.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from articlelint.reading.dialect import Block
    from articlelint.reading.text_map import TextMap


_COMMENT = " #"
_STARTS_OF_NUMBERS = frozenset("+-.0123456789")
_LINE = re.compile(r"[^\r\n]*")
#: How a text begins that is written in lines, by the dialect; an anchor and a tag may be before.
_IN_LINES = {
    "yaml": late_pattern(r"(?:[&!][^\s]*[ \t]+){0,2}\|"),
    "toml": late_pattern(r"\"\"\"|'''"),
}


class UnreadableError(Exception):
    """A front matter of which no document can be made; carries the diagnostics that say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(each.message for each in diagnostics))
        self.diagnostics = diagnostics


class Values(NamedTuple):
    """What a front matter without faults and aliases says; ``nodes`` makes its nodes.

    ``plain_texts`` are its plain keys and values as written, but for those left empty.
    """

    data: dict[str, Any]
    plain_texts: AbstractSet[str]
    nodes: Callable[[], Node]


class Document:
    """The front matter of one article: ``data`` for the schema and the rules, spans for people.

    It is made of nodes, or of values, whose nodes are made when something asks for a place: few
    sound articles have reason to.

    ``unread`` are the paths of values that could not be read as data, so that nothing more can be
    said of them. ``is_repaired`` tells that the text does not parse as it is, only after repairs,
    so that nothing but those can be changed in it; or that no key is written. ``dialect`` is the
    one in which it is written, ``text`` that in which the spans are.
    """

    def __init__(
        self,
        read: Node | Values,
        block: Block,
        text: str,
        unread: frozenset[DataPath] = frozenset(),
        *,
        is_repaired: bool = False,
    ) -> None:
        self.is_repaired = is_repaired
        self.dialect = block.dialect
        self.text = text
        self.unread = unread
        self._opening = block.opening
        self._content = block.content
        self._values: Values | None = None
        self.data: dict[str, Any]
        if isinstance(read, Values):
            self._values, self.data = read, read.data
        else:
            self.root, self.data = read, read.value
        self._text_maps: dict[int, TextMap | None] = {}  # by the identity of their nodes

    @cached_property
    def root(self) -> Node:
        """The node of the whole front matter, with all others below it."""
        return self._values.nodes()  # type: ignore[union-attr]

    @property
    def is_simple(self) -> bool:
        """Whether each key and value is known to be on one line, as in most articles."""
        return self._values is not None

    def is_unread(self, path: DataPath) -> bool:
        """Whether the value at ``path`` is, or is part of, one that could not be read."""
        return is_within(path, self.unread)

    def value_span(self, path: DataPath) -> Span:
        """Where the value at ``path`` is written; for what an alias repeats, the alias."""
        return self._find(path)[0].span if path else self._opening

    def part_span(self, path: DataPath, part: Span) -> Span:
        """Where a part of the text at ``path`` is written, ``part`` being offsets into that text.

        All of the value where that is not certain, as where the text was repaired; for what an
        alias repeats, the alias.
        """
        node, _ = self._find(path)
        if node.alias or self.is_unread(path):
            return node.span
        if id(node) not in self._text_maps:
            self._text_maps[id(node)] = self.dialect.text_map(self.text, node)
        text_map = self._text_maps[id(node)]
        return text_map.span(part) if text_map else node.span

    def key_span(self, path: DataPath) -> Span:
        """Where the key of ``path`` is written; for a list's item, the item; else the alias."""
        if not path:
            return self._opening
        node, key = self._find(path)
        return (key or node).span

    def mapping_span(self, path: DataPath) -> Span:
        """Where to report that the mapping at ``path`` lacks a key.

        That is the mapping's own key; in a list item, the item's first key; at the root, the
        opening line; for what an alias repeats, the alias.
        """
        if not path:
            return self._opening
        node, key = self._find(path)
        if not key and not node.alias and isinstance(node.children, dict) and node.children:
            # Not the first of the dict: what a merge key brings in comes last there.
            spans: list[Span] = [(each.key or each).span for each in node.children.values()]
            return min(spans)
        return (key or node).span

    def movable_keys(self, path: DataPath) -> list[str]:
        """The keys of the mapping at ``path`` that could be in any order, as they are in the text.

        These are no tables, and nothing that an alias or `<<` brings in.
        """
        node, _ = self._find(path)
        children = node.children if isinstance(node.children, dict) and not node.alias else {}
        own = [
            (child.key.start, key)
            for key, child in children.items()
            if child.key and child.key.value == key and not self.dialect.is_table(self.text, child)
        ]
        return [key for _, key in sorted(own)]

    def plain(self, path: DataPath) -> str | None:
        """The scalar at ``path`` as written, if it has no quotes, tag or alias; else None."""
        return self._find(path)[0].plain

    def written(self, path: DataPath) -> str:
        """The value at ``path`` as written; what an alias repeats as the alias."""
        return self.text[slice(*self.value_span(path))]

    def holds(self, written: str) -> bool:
        """Whether a text is written anywhere between the fences."""
        return self.text.find(written, *self._content) >= 0

    @cached_property
    def has_comment_after_value(self) -> bool:
        """Whether ``comment_after`` may find any; most articles have none."""
        return self.holds(_COMMENT)

    def comment_after(self, path: DataPath) -> str:
        """The YAML comment one space after the plain scalar at ``path``; empty if there is none."""
        node, _ = self._find(path)
        if node.plain is None or node.alias or not self.text.startswith(_COMMENT, node.end):
            return ""
        return str(_LINE.match(self.text, node.end + 1)[0])  # type: ignore[index]

    def is_written_in_lines(self, path: DataPath) -> bool:
        """Whether the text at ``path`` has the line breaks with which it is written.

        So it is with `|` in YAML, and in triple quotes in TOML.
        """
        in_lines = _IN_LINES.get(self.dialect.name)
        return bool(in_lines and in_lines.match(self.text, self.value_span(path).start))

    def is_in_brackets(self, path: DataPath) -> bool:
        """Whether the collection at ``path`` is written in brackets or braces."""
        return self.text[self.value_span(path).start] in "[{"

    def is_in_alias(self, path: DataPath) -> bool:
        """Whether the value at ``path`` is an alias, or repeated by one."""
        return self._find(path)[0].alias

    @cached_property
    def plain_texts(self) -> AbstractSet[str]:
        """What ``plain_scalars`` finds, as written and each once: far cheaper without paths."""
        if self._values:
            return self._values.plain_texts
        texts: set[str] = set()
        collections = [self.root]
        for collection in collections:
            for child in collection.values():
                if child.key and child.key.plain:
                    texts.add(child.key.plain)
                if child.plain:
                    texts.add(child.plain)
                elif child.children:
                    collections.append(child)
        return texts

    @cached_property
    def plain_numbers(self) -> list[str]:
        """Those of ``plain_texts`` that begin as a number does: few, of which several rules ask."""
        return [each for each in self.plain_texts if each[0] in _STARTS_OF_NUMBERS]

    def plain_scalars(self) -> Iterator[PlainScalar]:
        """Every plain key and value, without what aliases repeat."""
        return plain_scalars_below((), self.root)

    @property
    def texts(self) -> list[tuple[DataPath, str]]:
        """Every value that is text, with its path, without what aliases repeat."""
        return self._leaves[0]

    def distinct_texts(self) -> AbstractSet[str]:
        """Every text value once, also what aliases repeat; what is nothing is an empty text."""
        if not self._values:
            return _distinct_texts(self.data)
        texts, nothing = self._leaves
        found = {text for _, text in texts}
        return found | {""} if nothing else found

    @cached_property
    def unwritten(self) -> list[DataPath]:
        """Every value that is left empty, unlike ``null``, without what aliases repeat."""
        nothing = self._leaves[1]
        return [path for path in nothing if self._find(path)[0].plain == ""]

    @cached_property
    def _leaves(self) -> tuple[list[tuple[DataPath, str]], list[DataPath]]:
        """The texts, and where a value is nothing, from one walk: every article needs them."""
        texts: list[tuple[DataPath, str]] = []
        nothing: list[DataPath] = []
        if self._values:
            _gather_values((), self.data, texts, nothing)
        else:
            gather_texts((), self.root, texts, nothing)
        return texts, nothing

    def _find(self, path: DataPath) -> tuple[Node, Node | None]:
        """The node at ``path`` and its key's; of what an alias repeats, the alias and no key."""
        node = self.root
        for part in path:
            if node.alias:
                return node, None
            node = node.children[part]
        is_own = node.key and node.key.value == path[-1]  # what `<<` brings in has that for a key
        return node, node.key if is_own else None


def is_within(path: DataPath, paths: Collection[DataPath]) -> bool:
    """Whether a path is one of some others, or below one."""
    return any(path[:length] in paths for length in range(len(path) + 1))


def _gather_values(
    path: DataPath, value: Any, texts: list[tuple[DataPath, str]], nothing: list[DataPath]
) -> None:
    for part, child in value.items() if type(value) is dict else enumerate(value):
        kind = type(child)  # far cheaper than isinstance, and the data is plain
        if kind is str:
            texts.append(((*path, part), child))
        elif kind is dict or kind is list:
            _gather_values((*path, part), child, texts, nothing)
        elif child is None:
            nothing.append((*path, part))


def _distinct_texts(data: dict[str, Any]) -> set[str]:
    """Every text in the data once; what is nothing is an empty text."""
    texts: set[str] = set()
    collections: list[Any] = [data]
    for collection in collections:
        for value in collection.values() if type(collection) is dict else collection:
            kind = type(value)
            if kind is str:
                texts.add(value)
            elif kind is dict or kind is list:
                collections.append(value)
            elif value is None:
                texts.add("")
    return texts
