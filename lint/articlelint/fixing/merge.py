"""Fixes of several faults merged into one new text, with the proof that they do no harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlelint.fixing.proof import proven_text
from articlelint.model import Diagnostic, Fix, Span


class Merged(NamedTuple):
    """A new text, and the diagnostics whose fixes it has."""

    text: str
    fixed: list[Diagnostic]


def merge_fixes(text: str, diagnostics: Iterable[Diagnostic]) -> Merged | None:
    """Apply as many of the fixes as go together; None if none of them can be applied.

    The others have to wait for another round. Each fix is sound alone, but two may clash, as when
    both rename a key to the same name: then only one is applied.
    """
    together = list(_without_overlaps(diagnostics))
    for chosen in (together, *([each] for each in together)):
        edits = [edit for _, fix in chosen for edit in fix.edits]
        new = proven_text(text, edits, [fix.change for _, fix in chosen]) if edits else text
        if new is not None:
            return Merged(new, [diagnostic for diagnostic, _ in chosen])
    return None


def _without_overlaps(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, Fix]]:
    """Diagnostics with their fixes, in the order of the text; no edits of two fixes overlap."""
    fixable = [(_extent(each.fix), each, each.fix) for each in diagnostics if each.fix]
    end = -1
    for extent, diagnostic, fix in sorted(fixable, key=lambda each: each[0]):
        if fix.edits and extent.start < end:
            continue
        end = max(end, extent.end)
        yield diagnostic, fix


def _extent(fix: Fix) -> Span:
    """From the first to the last of the edits; without edits, a place before all others."""
    starts = [each.span.start for each in fix.edits]
    ends = [each.span.end for each in fix.edits]
    return Span(min(starts, default=-1), max(ends, default=-1))
