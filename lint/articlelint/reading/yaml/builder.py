"""Parser events to a tree of nodes: what they say, and where that is.

Events are walked, never loaded: that keeps dates text, shows where aliases are, and lets the
limits stop a hostile file early. This is the hottest code of all, run for each key and value.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.document import UnreadableError
from articlelint.reading.limits import MAX_DEPTH, MAX_NODES, MAX_REPEATED, TOO_COMPLEX
from articlelint.reading.node import Node
from articlelint.reading.scalars import (
    NumberTooLongError,
    ScalarError,
    resolve_plain,
    resolve_tagged,
    unknown_tag,
)
from articlelint.reading.yaml.corrections import (
    RefusedError,
    block_scalar_end,
    check_anchor,
    check_flow_key,
    check_flow_pair,
    empty_value_place,
)
from articlelint.reading.yaml.frame import Frame
from articlelint.reading.yaml.key_faults import KeyFaults
from articlelint.text.words import shorten

_COLLECTION_TAGS = frozenset(
    ("!", *(f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "set", "omap", "pairs")))
)
_NO_TAG = "put the value in quotes if the `!` is part of it"
_BLOCK_STYLES = frozenset("|>")


class _Anchored(NamedTuple):
    """What an anchor names, and how many nodes and characters that is, with what aliases repeat.

    It counts for none while it is not read to its end.
    """

    node: Node
    nodes: int
    characters: int


class TreeBuilder:
    """Takes the events of a parser of ``text``, whose marks are offsets into it."""

    def __init__(self, text: str) -> None:
        self.root: Node | None = None
        self.key_faults = KeyFaults(text)
        self._text = text
        self._frame: Frame | None = None  # the innermost open collection
        self._anchors: dict[str, _Anchored] = {}
        self._count = 0
        self._repeated = 0  # how many characters the aliases so far repeat

    def feed(self, events: Iterable[Any]) -> TreeBuilder:
        """Take all events. Raises UnreadableError, RefusedError, or what the parser raises."""
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._place(self._scalar(event))
            elif kind is MappingStartEvent:
                self._open(event, {}, {})
            elif kind is SequenceStartEvent:
                self._open(event, [], [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._place(self._close(event))
            elif kind is AliasEvent:
                self._place(self._alias(event))
            elif kind is DocumentStartEvent and self.root:
                help_ = "remove the `---` with which this line begins, or indent the line"
                raise _refused("a second YAML document begins here", _span(event), help_)
        return self

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, an item, a key or a key's value."""
        frame = self._frame
        if frame is None:
            self.root = node
            return
        frame.last = node
        if frame.is_list:
            frame.values.append(node.value)
            frame.children.append(node)
            return
        key = frame.key
        if key is None:
            frame.key = node
            if frame.flow:
                check_flow_key(self._text, node.start)
            if type(node.value) is not str or node.value in frame.values:
                self.key_faults.add(frame, node)
            return
        frame.key = None
        if key.plain == "<<":
            _check_merge(node)
            frame.merges.append((key, node))
        elif type(key.value) is str:
            node.key = key
            frame.values[key.value] = node.value
            frame.children[key.value] = node

    def _scalar(self, event: Any) -> Node:
        text = event.value
        style = event.style
        node = Node(text, event.start_mark.index, event.end_mark.index)
        self._count += 1
        if self._count > MAX_NODES:
            _fail_too_many(node)
        try:
            if event.ctag is not None:
                node.value = resolve_tagged(text, str(event.ctag))
            elif not style:
                node.plain = text
                node.value = resolve_plain(text)
        except NumberTooLongError as error:
            _fail_too_complex(str(error), node.span)
        except ScalarError as error:
            raise _refused(str(error), node.span, _NO_TAG) from None
        if style in _BLOCK_STYLES:
            node.end = block_scalar_end(self._text, node, text)
        elif node.start == node.end and self._frame and self._frame.key:
            if self._frame.flow:
                check_flow_pair(self._frame.key)
            node.start = node.end = empty_value_place(self._text, self._frame.key, node.start)
        if event.anchor:
            self._anchor(event, _Anchored(node, 1, node.end - node.start))
        return node

    def _anchor(self, event: Any, anchored: _Anchored) -> None:
        check_anchor(self._text, event.anchor, anchored.node.start)
        self._anchors[event.anchor] = anchored

    def _alias(self, event: Any) -> Node:
        name = event.anchor
        span = _span(event)
        if name not in self._anchors:
            message = f"undefined alias `*{shorten(name)}`"
            raise _refused(message, span, "put the value in quotes if the `*` is part of it")
        target, nodes, characters = self._anchors[name]
        if not nodes:
            message = f"the alias `*{shorten(name)}` is inside the value that it repeats"
            _fail_too_complex(message, span)
        node = _alias_node(target, span)
        self._count += nodes
        self._repeated += characters
        if self._count > MAX_NODES:
            _fail_too_many(node)
        if self._repeated > MAX_REPEATED:
            _fail_too_complex(f"aliases repeat more than {MAX_REPEATED // 1024} KiB", span)
        return node

    def _open(self, event: Any, value: Any, children: Any) -> None:
        node = Node(value, event.start_mark.index, event.end_mark.index, children)
        if event.ctag is not None and event.tag not in _COLLECTION_TAGS:
            raise _refused(unknown_tag(event.tag), node.span, _NO_TAG)
        self._count += 1
        if self._count > MAX_NODES:
            _fail_too_many(node)
        self._frame = Frame(node, event, self._frame, self._count, self._repeated)
        if self._frame.depth > MAX_DEPTH:
            _fail_too_complex(f"nested more than {MAX_DEPTH} levels deep", node.span)
        if event.anchor:
            self._anchor(event, _Anchored(node, 0, 0))

    def _close(self, event: Any) -> Node:
        frame: Any = self._frame
        self._frame = frame.parent
        node: Node = frame.node
        node.end = event.end_mark.index if frame.flow else frame.last.end
        if frame.merges:
            _merge(node, frame.merges)
        if frame.anchor and self._anchors[frame.anchor].node is node:  # none inside has its name
            nodes = self._count - frame.count + 1
            characters = node.end - node.start + self._repeated - frame.repeated
            self._anchors[frame.anchor] = _Anchored(node, nodes, characters)
        return node


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _alias_node(target: Node, span: Span, key: Node | None = None) -> Node:
    node = Node(target.value, *span, target.children)
    node.alias = True
    node.key = key
    return node


def _check_merge(node: Node) -> None:
    merged = node.value if isinstance(node.value, list) else [node.value]
    if not all(isinstance(value, dict) for value in merged):
        message = "`<<` needs a mapping or a list of mappings"
        raise _refused(message, node.span)


def _merge(node: Node, merges: list[tuple[Node, Node]]) -> None:
    """Add the keys that ``<<`` brings in: own keys win, then the earlier source."""
    for key, source in merges:
        for mapping in source.children if isinstance(source.children, list) else [source]:
            alias = next((each for each in (source, mapping) if each.alias), None)
            for name, child in mapping.children.items():
                if name not in node.value:
                    node.value[name] = child.value
                    node.children[name] = _alias_node(child, alias.span, key) if alias else child


def _refused(message: str, span: Span, help_: str = "") -> RefusedError:
    return RefusedError(span.start, message, span.end, help_)


def _fail_too_many(node: Node) -> NoReturn:
    message = f"more than {MAX_NODES} keys and values, counting what aliases repeat"
    _fail_too_complex(message, node.span)


def _fail_too_complex(message: str, span: Span) -> NoReturn:
    raise UnreadableError(Diagnostic(TOO_COMPLEX, Severity.ERROR, message, (), span))
