"""Fixes to a new text: those that do not overlap, with the proof that they do no harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.fixing.proof import mended
from articlelint.model import Diagnostic, Fix, Span


def compatible(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, Fix]]:
    """Diagnostics with their fixes, as far as the edits do not overlap; the rest must wait."""
    fixable = [(_extent(each.fix), each, each.fix) for each in diagnostics if each.fix]
    end = -1
    for extent, diagnostic, fix in sorted(fixable, key=lambda each: each[0]):
        if fix.edits and extent.start < end:
            continue
        end = max(end, extent.end)
        yield diagnostic, fix


def _extent(fix: Fix) -> Span:
    """From the first to the last of the edits; of none, a place before all others."""
    starts = [each.span.start for each in fix.edits]
    ends = [each.span.end for each in fix.edits]
    return Span(min(starts, default=-1), max(ends, default=-1))


def applied(text: str, fixes: list[tuple[Diagnostic, Fix]]) -> tuple[str, list[Diagnostic]] | None:
    """The text with compatible fixes made, and whose they are; None where none can be made.

    Each is sound alone, but two may clash, as where both rename a key to one name: then one of them
    is made, and the others have to wait.
    """
    for chosen in (fixes, *([each] for each in fixes)):
        edits = [edit for _, fix in chosen for edit in fix.edits]
        new = mended(text, edits, [fix.change for _, fix in chosen]) if edits else text
        if new is not None:
            return new, [diagnostic for diagnostic, _ in chosen]
    return None
