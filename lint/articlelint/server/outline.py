"""The front matter as an outline: symbols, folds, and selections that grow step by step."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from articlelint.engine.read_again import read_again
from articlelint.model import Diagnostic, Span
from articlelint.reading.frontmatter import find_block
from articlelint.reading.node import Node
from articlelint.server.workbench import CheckedArticle
from articlelint.text.words import MAX_SHOWN, shorten

#: How many symbols one mapping or list may have: nobody reads more.
_MOST_SYMBOLS = 1000


def symbols(article: CheckedArticle) -> list[types.DocumentSymbol]:
    """The keys and items of the front matter, each with those below it."""
    again = read_again(article.source)
    return _Symbols(article).below(again.document.root) if again else []


class _Symbols:
    def __init__(self, article: CheckedArticle) -> None:
        self._places = article.places()

    def below(self, node: Node) -> list[types.DocumentSymbol]:
        """The symbols of what a collection holds."""
        items = list(node.items())[:_MOST_SYMBOLS]
        return [self._symbol(name, child) for name, child in items]

    def _symbol(self, name: str | int, node: Node) -> types.DocumentSymbol:
        key = node.key.span if node.key else Span(node.start, node.start)
        whole = Span(min(key.start, node.start), max(key.end, _end(node)))
        value = None if node.children is not None else shorten(_one_line(node.value), MAX_SHOWN)
        return types.DocumentSymbol(
            name=str(name).strip() or "(no name)",  # which the protocol does not allow
            kind=_kind(node),
            range=self._places.range_of(whole),
            selection_range=self._places.range_of(key),
            detail=value,
            children=self.below(node),
        )


def folds(article: CheckedArticle) -> list[types.FoldingRange]:
    """The front matter as a whole, and each key or item of several lines."""
    block = find_block(article.source.text)
    if isinstance(block, Diagnostic):
        return []
    places = article.places()
    spans = [Span(block.opening.start, block.end)]
    again = read_again(article.source)
    if again:
        spans += _spans(again.document.root)
    lines = (places.range_of(each) for each in spans)
    found = {(each.start.line, each.end.line) for each in lines if each.end.line > each.start.line}
    return [types.FoldingRange(start, end) for start, end in sorted(found)]


def selection(article: CheckedArticle, position: types.Position) -> types.SelectionRange:
    """What is around a place: the key or value, all that holds it, the front matter, the text."""
    places, text = article.places(), article.source.text
    offset = places.offset(article.source, position)
    spans = [Span(0, len(text))]
    block = find_block(text)
    if not isinstance(block, Diagnostic) and block.opening.start <= offset <= block.end:
        spans.append(Span(block.opening.start, block.end))
        again = read_again(article.source)
        spans += _around(again.document.root, offset) if again else []
    found = types.SelectionRange(places.range_of(spans[0]))
    for span in spans[1:]:
        found = types.SelectionRange(places.range_of(span), found)
    return found


def _around(node: Node, offset: int) -> Iterator[Span]:
    """What holds an offset, the outermost first; all of a key and its value, then one of both."""
    for child in node.values():
        key = child.key.span if child.key else child.span
        whole = Span(min(key.start, child.start), max(key.end, child.end))
        if whole.start <= offset <= whole.end:
            yield whole
            part = key if child.key and offset <= key.end else child.span
            if part != whole and part.start <= offset <= part.end:
                yield part
            yield from _around(child, offset)
            return


def _spans(node: Node) -> Iterator[Span]:
    for child in node.values():
        if child.children is not None or _has_lines(child):
            start = child.key.start if child.key else child.start
            yield Span(start, _end(child))
            yield from _spans(child)


def _end(node: Node) -> int:
    """Where a value ends; a text of several lines ends with a line break, which is no line."""
    return max(node.start, node.end - 1) if _has_lines(node) else node.end


def _has_lines(node: Node) -> bool:
    return isinstance(node.value, str) and "\n" in node.value


def _one_line(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)


def _kind(node: Node) -> types.SymbolKind:
    kinds: dict[type, types.SymbolKind] = {
        dict: types.SymbolKind.Object,
        list: types.SymbolKind.Array,
        bool: types.SymbolKind.Boolean,
        int: types.SymbolKind.Number,
        float: types.SymbolKind.Number,
        str: types.SymbolKind.String,
    }
    return kinds.get(type(node.value), types.SymbolKind.Null)
