"""The faults of keys: one that is given twice, and one that is not text."""

from __future__ import annotations

from functools import cached_property

from articlelint.model import DataPath, Diagnostic, Fix, Related, Severity
from articlelint.reading.node import Node
from articlelint.reading.scalars import quoted
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml.frame import Frame
from articlelint.text.words import shorten, show

#: For how many faults what was meant is looked for, which counts lines.
_MOST_TOLD = 50


class KeyFaults:
    """The faults of the keys of ``text`` so far, and the paths that cannot be read for them."""

    def __init__(self, text: str) -> None:
        self.told: list[Diagnostic] = []
        self.unread: set[DataPath] = set()
        self._text = text
        self._begun: dict[Frame, tuple[int, set[str]]] = {}  # where an item is to begin: its keys

    def add(self, frame: Frame, node: Node) -> None:
        """Tell what is wrong with a key of the innermost open collection."""
        if type(node.value) is str:
            fault = self._duplicate_key(frame, node)
            self.told += [fault] if fault else []
            return
        while self.told and self.told[-1].span.start >= node.start:
            self.told.pop()  # one inside this key: it goes without saying
        self.told.append(self._non_string_key(frame, node))
        if frame.flow and node.children is not None:  # a template: `title: {{ name }}`
            self.unread.add(frame.path(self._text))

    def _non_string_key(self, frame: Frame, node: Node) -> Diagnostic:
        written = shorten(self._text[node.start : node.end])
        help_: tuple[str, ...] = ()
        fix = None
        if node.start == node.end:
            message = "a key is missing here"
        elif node.children is None:
            message = f"the key `{written}` is not text: put it in quotes"
        else:
            message = "a key cannot be a list or a mapping"
            is_template = frame.flow and self._text.startswith("{{", node.start - 1)
            if is_template and "\n" not in written:
                message = "a template must be in quotes"
                help_ = (f"write `{quoted(f'{{{written}}}')}`",)
                fix = self._template_fix(node)
        path = (*frame.path(self._text), written)
        return Diagnostic(
            "non-string-key", Severity.ERROR, message, path, node.span, help_, fix=fix
        )

    def _template_fix(self, node: Node) -> Fix | None:
        from articlelint.reading.yaml.syntax.templates import template_fix  # noqa: PLC0415 - seldom

        return template_fix(self._text, node.start, self._source.position(node.start).line)

    @cached_property
    def _source(self) -> SourceFile:
        """Knows the lines of many places without counting all that is before each."""
        return SourceFile(self._text)

    def _duplicate_key(self, frame: Frame, node: Node) -> Diagnostic | None:
        """The fault of a key; None for one of a new item, which a fault before it tells."""
        from articlelint.reading.yaml import repeated_keys  # noqa: PLC0415 - seldom

        before = frame.children[node.value].key.span
        start, known = self._begun.get(frame, (before.start, {node.value}))
        if node.value not in known:
            known.add(node.value)
            return None
        is_first = next(iter(frame.children)) == node.value and len(frame.children) > 1
        in_item = is_first and frame.parent is not None and frame.parent.is_list
        told = repeated_keys.RepeatedKey(f"the key {show(node.value)} is given twice: remove one")
        if not frame.flow and len(self.told) < _MOST_TOLD:
            places = start if is_first else before.start, node.start
            told = repeated_keys.repeated_key(self._text, node.value, places, in_item=in_item)
        if told.begins_item:
            self._begun[frame] = start, {node.value}
        return Diagnostic(
            "duplicate-key",
            Severity.ERROR,
            told.message,
            (*frame.path(self._text), node.value),
            node.span,
            told.help,
            (Related(before, f"{show(node.value)} is already given here"),),
            told.fix,
        )
