"""What a mistake of syntax is: how it is told, where it is, and what would repair it."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.model import Edit, Fix, RepairLine, Safety, Span
from articlelint.text.words import shorten


class Repair(NamedTuple):
    """Edits of one line after which the text can be read on; they hold no line breaks.

    ``is_trusted`` tells that the values on the line are then what the writer meant, so that the
    schema and the rules may speak of them. Without a ``safety``, it only serves to read on, and is
    no fix.
    """

    edits: tuple[Edit, ...]
    safety: Safety | None = Safety.UNSAFE
    is_trusted: bool = False


class Mistake(NamedTuple):
    """A sentence that says what is wrong, lines that say what to write, and the stretch they mean.

    ``repair`` is None where what was meant is not certain enough to read on.
    """

    message: str
    help: tuple[str, ...]
    span: Span
    repair: Repair | None = None


def replacing(span: Span, text: str, *, is_trusted: bool = False) -> Repair:
    """The repair that writes ``text`` at ``span``; it is a guess."""
    return Repair((Edit(span, text),), is_trusted=is_trusted)


def surely(span: Span, text: str) -> Repair:
    """The same where there is only one reading."""
    return Repair((Edit(span, text),), Safety.SAFE, is_trusted=True)


def repair_fix(safety: Safety, edits: tuple[Edit, ...], change: RepairLine) -> Fix:
    """The fix that makes a repair."""
    written = change.text.strip()
    return Fix(
        f"write `{shorten(written)}`" if written else "remove the line", safety, edits, change
    )
