"""What a correction is, and how it is spelled out."""

from __future__ import annotations

from typing import Any, NamedTuple

from articlelint.fixing.one_line import one_line
from articlelint.fixing.yaml.blocks import in_brackets, item_lines, key_lines
from articlelint.model import Change, DataPath, Span
from articlelint.reading.document import Document
from articlelint.reading.yaml import YAML
from articlelint.schema.finding.fault import Fault, Target

#: The most lines that are spelled out.
_MOST_LINES = 30


class Correction(NamedTuple):
    """What a writer meant by a value.

    ``advice`` ends the message, ``help`` are lines to copy, and ``change`` carries it out, if one
    is sure enough to be offered; safely if it ``is_sure``. ``place`` is where the slip
    is, if that is not where the value is or would be.
    """

    advice: str
    help: tuple[str, ...] = ()
    change: Change | None = None
    is_sure: bool = False
    place: Span | None = None


def can_be_changed(fault: Fault, document: Document) -> bool:
    """Whether it is known what a fault is about, and that is not in what an alias repeats."""
    path = fault.path[:-1] if fault.target is Target.MISSING else fault.path
    return not (fault.is_bare or document.is_in_alias(path))


def spelled_out(document: Document, path: DataPath, value: Any) -> tuple[str, ...]:
    """The key or item at a path with another value, as lines of its dialect.

    There are none if the dialect has no such value.
    """
    part = path[-1]
    if document.dialect is not YAML:
        line = one_line(document, path, value)
        return () if line is None else (line,)
    if isinstance(part, str):
        lines = key_lines(part, value)
    elif document.is_in_brackets(path[:-1]):
        lines = [in_brackets(value, in_flow=True)]
    else:
        lines = item_lines(value)
    return first_lines(lines)


def first_lines(lines: list[str]) -> tuple[str, ...]:
    """The lines that are spelled out, with an ellipsis if there are more of them."""
    return tuple(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "..."])


def to_write(document: Document, path: DataPath, value: Any) -> tuple[str, ...]:
    """The same as help: within a sentence, if it is one line."""
    lines = spelled_out(document, path, value)
    if len(lines) == 1:
        return (f"write `{lines[0]}`",)
    return ("write:", *lines) if lines else ()
