"""The YAML dialect: events of a parser to a Document.

The C parser of ruamel.yaml is some sixteen times faster than its pure one, which knows more of
YAML 1.2. So the C parser reads first, and where it objects or is not installed the pure parser has
the last word. Both are walked as a stream of events, never loaded: that keeps dates text, shows
where aliases stand, and lets the limits below stop a hostile file early.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from articlelint.model import Diagnostic, Path, Related, Severity, Span
from articlelint.reading.document import Document, Node
from articlelint.reading.scalars import (
    NumberTooLongError,
    ScalarError,
    resolve_plain,
    resolve_tagged,
    short_tag,
)

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # no wheel for this platform
    CParser = None

#: The most characters of one front matter. A large real one has some 20,000.
MAX_LENGTH = 1024 * 1024
#: The most levels of nesting, so that no recursion over the data can run out of stack.
MAX_DEPTH = 64
#: The most values, those that an alias repeats counted each time.
MAX_NODES = 50_000

_COLLECTION_TAGS = frozenset(
    {None, "!", *(f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "set", "omap", "pairs"))}
)
_BLOCK_STYLES = frozenset("|>")
_NOT_A_KEY = "\0"  # stands in for a key that is no string; no text that is read holds a NUL


class UnreadableError(Exception):
    """The front matter cannot be read any further; carries the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def parse(text: str, content: Span, opening: Span) -> tuple[Document, list[Diagnostic]]:
    """Parse ``text[content]`` as the front matter that ``opening`` begins.

    Returns the document and the faults that leave one to check (a key given twice, or one that is
    no string). Raises UnreadableError where there is no document.
    """
    if content.end - content.start > MAX_LENGTH:
        _fail("too-complex", f"front matter of more than {MAX_LENGTH // 1024} KiB", opening)
    builder = _build(text[content.start : content.end], content.start)
    root = builder.root
    if root is None:
        _fail("empty-front-matter", "the front matter is empty", opening)
    if not isinstance(root.value, dict):
        what = "a list" if isinstance(root.value, list) else "a single value"
        message = f"the front matter is {what}, not keys with values"
        help_ = ("write one `key: value` on each line",)
        _fail("front-matter-not-mapping", message, opening, help_=help_)
    return Document(text, root, opening, frozenset(builder.unread)), builder.faults


def _build(text: str, offset: int) -> _Builder:
    """Let the C parser read, else the pure one, else say why neither can."""
    c_error = None
    if CParser is not None:
        try:
            return _Builder(text, offset).feed(_events(CParser(text)))
        except YAMLError as error:
            c_error = error
    try:
        return _Builder(text, offset).feed(_pure_events(text))
    except YAMLError as error:
        raise _syntax_error(error, text, offset) from None
    except UnreadableError:
        raise
    except Exception:
        # The pure parser stumbles over some broken input with an error of another kind.
        if c_error is None:
            raise
        raise _syntax_error(c_error, text, offset) from None


def _syntax_error(error: YAMLError, text: str, offset: int) -> UnreadableError:
    from articlelint.reading.syntax import explain_syntax_error  # noqa: PLC0415 - seldom needed

    return UnreadableError(explain_syntax_error(error, text, offset))


def _events(parser: Any) -> Iterator[Any]:
    while (event := parser.get_event()) is not None:
        yield event


def _pure_events(text: str) -> Iterable[Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the parser classes cost a millisecond to set up

    return YAML(typ="safe", pure=True).parse(text)  # type: ignore[no-any-return]


class _Frame:
    """A collection that is still open."""

    __slots__ = ("anchor", "count", "flow", "key", "key_span", "merges", "node")

    def __init__(self, node: Node, anchor: str | None, count: int, *, flow: bool) -> None:
        self.node = node
        self.anchor = anchor
        self.count = count
        self.flow = flow
        self.key: str | None = None
        self.key_span: Span | None = None
        self.merges: list[tuple[Span, Node]] | None = None


class _Builder:
    """Turns parser events into nodes. ``offset`` is where the parsed text begins in the file."""

    def __init__(self, text: str, offset: int) -> None:
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self.unread: set[Path] = set()
        self._text = text
        self._offset = offset
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0

    def feed(self, events: Iterable[Any]) -> _Builder:
        """Take all events. Raises UnreadableError, or what the parser behind them raises."""
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
                help_ = ("a line of the front matter cannot begin with `---`",)
                self._fail_syntax("a second YAML document begins here", event, help_=help_)
        return self

    def _span(self, event: Any) -> Span:
        offset = self._offset
        return Span(event.start_mark.index + offset, event.end_mark.index + offset)

    def _scalar(self, event: Any) -> Node:
        text = event.value
        plain = None
        try:
            if event.implicit[0]:
                plain = text
                value = resolve_plain(text)
            elif event.tag is None or event.implicit[1]:
                value = text
            else:
                value = resolve_tagged(text, event.tag)
        except NumberTooLongError as error:
            _fail("too-complex", str(error), self._span(event))
        except ScalarError as error:
            self._fail_syntax(str(error), event)
        span = self._span(event)
        if event.style in _BLOCK_STYLES:
            span = self._without_trailing_blanks(span)
        elif span.start == span.end:
            span = self._behind_colon(span)
        self._add(1, span)
        node = Node(value, span, plain=plain)
        if event.anchor:
            self._anchors[event.anchor] = (node, 1)
        return node

    def _without_trailing_blanks(self, span: Span) -> Span:
        """A block scalar's span runs over the blank lines below it: end at its last character."""
        text = self._text[span.start - self._offset : span.end - self._offset]
        return Span(span.start, span.start + len(text.rstrip(" \t\r\n")))

    def _behind_colon(self, span: Span) -> Span:
        """An empty value stands right behind its colon; the pure parser puts it further down."""
        frame = self._frames[-1] if self._frames else None
        if frame is None or frame.key_span is None:
            return span
        between = self._text[frame.key_span.end - self._offset : span.start - self._offset]
        colon = between.find(":")
        if colon < 0:
            return span
        place = frame.key_span.end + colon + 1
        return Span(place, place)

    def _alias(self, event: Any) -> Node:
        name = event.anchor
        if name not in self._anchors:
            help_ = ("put the value in quotes if the `*` is part of it",)
            self._fail_syntax(f"the alias `*{name}` names no anchor", event, help_=help_)
        target, weight = self._anchors[name]
        span = self._span(event)
        if weight == 0:
            _fail("too-complex", f"the alias `*{name}` stands inside what it repeats", span)
        self._add(weight, span)
        return Node(target.value, span, target.children, alias=True)

    def _open(self, event: Any, value: Any, children: Any) -> None:
        span = self._span(event)
        if event.tag not in _COLLECTION_TAGS:
            tag = short_tag(event.tag)
            message = f"the tag `{tag}` has no meaning in front matter: remove it"
            self._fail_syntax(message, event)
        if len(self._frames) >= MAX_DEPTH:
            _fail("too-complex", f"nesting of more than {MAX_DEPTH} levels", span)
        self._add(1, span)
        node = Node(value, span, children)
        if event.anchor:
            self._anchors[event.anchor] = (node, 0)
        self._frames.append(_Frame(node, event.anchor, self._count, flow=event.flow_style))

    def _close(self, event: Any) -> Node:
        frame = self._frames.pop()
        node = frame.node
        if frame.flow:
            node.span = Span(node.span.start, event.end_mark.index + self._offset)
        if frame.merges:
            _merge(node, frame.merges)
        if frame.anchor:
            self._anchors[frame.anchor] = (node, self._count - frame.count + 1)
        return node

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs: an item, a key, a key's value, or the root."""
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        if not frame.flow:
            frame.node.span = Span(frame.node.span.start, node.span.end)
        if isinstance(frame.node.children, list):
            frame.node.value.append(node.value)
            frame.node.children.append(node)
        elif frame.key is None:
            self._take_key(frame, node)
        else:
            self._take_value(frame, node)

    def _take_key(self, frame: _Frame, node: Node) -> None:
        frame.key_span = node.span
        key = node.value
        if not isinstance(key, str):
            self.faults.append(self._non_string_key(node))
            key = _NOT_A_KEY
            if frame.flow and node.children is not None:  # a template: `title: {{ name }}`
                self.unread.add(self._path())
        elif key in frame.node.value:
            self.faults.append(self._duplicate_key(frame, key, node))
        frame.key = key
        if key == "<<" and node.plain and frame.merges is None:
            frame.merges = []

    def _take_value(self, frame: _Frame, node: Node) -> None:
        key, frame.key = frame.key, None
        if key == "<<" and frame.merges is not None and frame.key_span:
            self._check_merge(node)
            frame.merges.append((frame.key_span, node))
        elif key is not None and key != _NOT_A_KEY:
            node.key = frame.key_span
            frame.node.value[key] = node.value
            frame.node.children[key] = node
        frame.key_span = None

    def _check_merge(self, node: Node) -> None:
        merged = node.value if isinstance(node.value, list) else [node.value]
        if not all(isinstance(value, dict) for value in merged):
            message = "`<<` takes in the keys of another group of keys, and this is none"
            _fail("yaml-syntax", message, node.span)

    def _non_string_key(self, node: Node) -> Diagnostic:
        written = self._text[node.span.start - self._offset : node.span.end - self._offset]
        if node.children is None:
            message = f"the key `{written}` is not text: put it in quotes"
            help_: tuple[str, ...] = ()
        else:
            message = "a key cannot be a list or a group of keys"
            help_ = ("put a template such as `{{ name }}` in quotes",)
        path = (*self._path(), written)
        return Diagnostic("non-string-key", Severity.ERROR, message, path, node.span, help_)

    def _duplicate_key(self, frame: _Frame, key: str, node: Node) -> Diagnostic:
        first = frame.node.children[key].key or node.span
        related = (Related(first, f"`{key}` is first given here"),)
        message = f"the key `{key}` is given twice: remove one"
        path = (*self._path(), key)
        return Diagnostic("duplicate-key", Severity.ERROR, message, path, node.span, (), related)

    def _path(self) -> Path:
        """The path of the innermost open collection."""
        parts: list[str | int] = []
        for frame in self._frames[:-1]:
            children = frame.node.children
            parts.append(len(children) if isinstance(children, list) else frame.key or "")
        return tuple(parts)

    def _add(self, weight: int, span: Span) -> None:
        self._count += weight
        if self._count > MAX_NODES:
            message = f"more than {MAX_NODES} values, those that aliases repeat counted each time"
            _fail("too-complex", message, span)

    def _fail_syntax(self, message: str, event: Any, *, help_: tuple[str, ...] = ()) -> NoReturn:
        _fail("yaml-syntax", message, self._span(event), help_=help_)


def _merge(node: Node, merges: list[tuple[Span, Node]]) -> None:
    """Add the keys that ``<<`` brings in: own keys win, then the earlier source."""
    for key_span, source in merges:
        sources = source.children if isinstance(source.children, list) else [source]
        for mapping in sources:
            place = source if source.alias else mapping
            for key, child in mapping.children.items():
                if key not in node.value:
                    node.value[key] = child.value
                    node.children[key] = (
                        Node(child.value, place.span, child.children, alias=True, key=key_span)
                        if place.alias
                        else child
                    )


def _fail(rule: str, message: str, span: Span, *, help_: tuple[str, ...] = ()) -> NoReturn:
    raise UnreadableError(Diagnostic(rule, Severity.ERROR, message, (), span, help_))
