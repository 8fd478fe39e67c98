"""Changes to edits of YAML: they touch as little of the text as possible, and nothing in doubt.

What an edit writes is read back alone, with the little around it that decides how it is read. That
takes time in proportion to what is written, so that many changes of a long text stay cheap. The
proof of all of them together is in ``fixing.proof``.
"""

from __future__ import annotations

from typing import Any

from articlelint.fixing.yaml.layout import Layout, is_decorated, lay_out
from articlelint.fixing.yaml.removal import removal
from articlelint.fixing.yaml.replacement import rewritten
from articlelint.fixing.yaml.reread import indent_of, reads_added, reads_edited, reads_split
from articlelint.fixing.yaml.spellings import NOTHING, Written, spellings
from articlelint.model import (
    AddKey,
    Change,
    Data,
    DataPath,
    Edit,
    OrderKeys,
    Remove,
    RenameKey,
    Scalar,
    SetValue,
    Span,
    SplitItem,
)
from articlelint.reading.document import Document
from articlelint.reading.node import Node
from articlelint.text.late_pattern import late_pattern

_COMMENT = late_pattern(r"[ \t]+#[^\r\n]*")
# The indentation of a line that would be an item if it were less.
_DASHED_LINE = late_pattern(r"(?<=[\r\n])[ \t]+(?=- )")
_COLON = late_pattern(r"[ \t]*:")

Edits = tuple[Edit, ...]


class YamlEditor:
    """Finds the edits of one document; what it learns of its layout serves all changes.

    ``text`` is that of the SourceFile from which the document was read. Each change is of the
    document as it is. So edits of two changes may overlap, or be sound only without each other, for
    example those that remove both items of a list.
    """

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._layouts: dict[int, Layout | None] = {}  # by the identity of their nodes

    def edits_of(self, change: Change) -> Edits | None:
        """The edits that carry out a change and nothing else; None if there is no sure way.

        They are empty if the data is already as the change wants it.
        """
        if isinstance(change, SetValue):
            return self._set(change)
        if isinstance(change, RenameKey):
            return self._rename(change.path, change.name)
        if isinstance(change, Remove):
            return self._remove(change.path)
        if isinstance(change, AddKey):
            return self._add(change)
        if isinstance(change, SplitItem):
            return self._split(change.path, change.items)
        if isinstance(change, OrderKeys):
            return self._order(change)
        return ()  # a byte order mark is not part of the text

    def _set(self, change: SetValue) -> Edits | None:
        path, value, takes_comment, is_date = change
        holder = self._holder(path)
        if holder is None or self._document.is_unread(path):
            return None
        node = holder.entry(path[-1]).node
        if node.alias or is_decorated(self._text, node):
            return None
        if node.children is None and not isinstance(value, list | dict):
            edits = self._set_scalar(path, holder, node, value, is_date=is_date)
        else:
            edits = self._rewrite(path, holder, node, value)
        return (*edits, *self._without_comment(node)) if edits and takes_comment else edits

    def _set_scalar(
        self, path: DataPath, holder: Layout, node: Node, value: Scalar, *, is_date: bool
    ) -> Edits | None:
        old = self._written(node)
        for new in spellings(old, value, in_flow=holder.is_flow, is_date=is_date):
            if new == old.text:
                return ()
            edit = Edit(node.span, _missing_before(node) + new)
            if self._reads(path, holder, edit, value):
                return (edit,)
        return None

    def _rewrite(self, path: DataPath, holder: Layout, node: Node, value: Data) -> Edits | None:
        edit = rewritten(self._text, holder, node, value)
        return (edit,) if edit and self._reads(path, holder, edit, value) else None

    def _without_comment(self, node: Node) -> Edits:
        """The edit that deletes the comment after a value."""
        comment = _COMMENT.match(self._text, node.end)
        return (Edit(Span(*comment.span()), ""),) if comment else ()

    def _reads(self, path: DataPath, holder: Layout, edit: Edit, value: Any) -> bool:
        if not holder.is_pair:
            return reads_edited(self._text, holder, path[-1], edit, value)
        around: Any = self._holder(path[:-1])  # the list that has the pair as an item
        return reads_edited(self._text, around, path[-2], edit, {path[-1]: value})

    def _rename(self, path: DataPath, name: str) -> Edits | None:
        mapping = self._holder(path)
        if mapping is None or not mapping.is_whole:
            return None
        if name != path[-1] and name in mapping.node.value:
            return None  # the same name may be written otherwise: in quotes
        key = mapping.entry(path[-1]).node.key
        if key is None or key.alias or is_decorated(self._text, key):
            return None
        colon = _COLON.match(self._text, key.end)
        if not colon:
            return None
        old = self._written(key)
        for new in spellings(old, name, in_flow=mapping.is_flow):
            if new == old.text:
                return ()
            if reads_added(self._text, mapping, new + colon.group(), {name: None}):
                return (Edit(key.span, new),)
        return None

    def _remove(self, path: DataPath) -> Edits | None:
        holder = self._holder(path)
        if holder is None or not holder.is_whole:
            return None
        return removal(self._text, holder, holder.order[path[-1]])

    def _order(self, change: OrderKeys) -> Edits | None:
        from articlelint.fixing.yaml.ordering import ordered  # noqa: PLC0415 - few sites ask

        mapping = self._layout(change.path)
        return ordered(self._text, mapping, change.keys) if mapping else None

    def _add(self, change: AddKey) -> Edits | None:
        from articlelint.fixing.yaml.new_keys import place_of_new  # noqa: PLC0415 - not to change

        path = change.path
        mapping = self._layout(path[:-1]) if path else None
        if mapping is None or not mapping.is_whole or mapping.is_pair:
            return None
        name: Any = path[-1]
        place = place_of_new(self._text, mapping, change.before)
        if place is None or not isinstance(mapping.node.value, dict) or name in mapping.node.value:
            return None
        new = self._new_entry(mapping, name, change.value)
        return (Edit(Span(place.offset, place.offset), place.around(new)),) if new else None

    def _new_entry(self, mapping: Layout, name: str, value: Scalar) -> str | None:
        for key in spellings(NOTHING, name, in_flow=mapping.is_flow):
            for written in spellings(NOTHING, value, in_flow=mapping.is_flow):
                new = f"{key}: {written}"
                if reads_added(self._text, mapping, new, {name: value}):
                    return new
        return None

    def _split(self, path: DataPath, items: tuple[str, ...]) -> Edits | None:
        """Indent the lines of a text that begin with a dash as the item that they are in."""
        holder = self._holder(path)
        if holder is None or holder.is_flow or holder.entry(path[-1]).node.plain is None:
            return None
        node = holder.entry(path[-1]).node
        indent = indent_of(self._text, holder)
        lines = _DASHED_LINE.finditer(self._text, node.start, node.end)
        edits = tuple(Edit(Span(*each.span()), indent) for each in lines)
        return edits if reads_split(self._text, holder, path[-1], edits, items) else None

    def _holder(self, path: DataPath) -> Layout | None:
        """The collection that holds the entry at ``path``; None if that is written elsewhere."""
        holder = self._layout(path[:-1]) if path else None
        return holder if holder and path[-1] in holder.order else None

    def _layout(self, path: DataPath) -> Layout | None:
        """The collection at ``path``; None if there is none, or an alias may repeat it."""
        layout = self._layout_of(self._document.root, in_flow=False)
        for part in path:
            if layout is None or part not in layout.order:
                return None
            layout = self._layout_of(layout.entry(part).node, in_flow=layout.is_flow)
        return layout

    def _layout_of(self, node: Node, *, in_flow: bool) -> Layout | None:
        if id(node) not in self._layouts:
            is_own = node.children is not None and not (
                node.alias or is_decorated(self._text, node)
            )
            layout = lay_out(self._text, node, in_flow=in_flow) if is_own else None
            self._layouts[id(node)] = layout
        return self._layouts[id(node)]

    def _written(self, node: Node) -> Written:
        text = self._text[node.start : node.end]
        return Written(text, node.value, is_plain=node.plain is not None)


def _missing_before(node: Node) -> str:
    """What must come between a key or dash and the first value that is written after it."""
    if node.start < node.end:
        return ""
    has_colon = node.key is None or node.key.end < node.start
    return " " if has_colon else ": "
