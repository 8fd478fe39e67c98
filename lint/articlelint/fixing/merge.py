"""Fixes of several faults merged into one new text, with the proof that they do no harm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlelint.fixing.proof import proven_text
from articlelint.fixing.repair_proof import proven_repair
from articlelint.model import Diagnostic, Fix, RepairLine, Span


class Merged(NamedTuple):
    """A new text, and the diagnostics whose fixes it has."""

    text: str
    fixed: list[Diagnostic]


def merge_fixes(text: str, diagnostics: Iterable[Diagnostic]) -> Merged | None:
    """Apply as many of the fixes as go together; None if none of them can be applied.

    The others have to wait for another round. Each fix is sound alone, but two may clash, as when
    both rename a key to the same name: then only one is applied. Diagnostics about parts of a value
    may share a fix.
    """
    together = _without_overlaps(diagnostics)
    repairs = [each for each in together if isinstance(each[0].change, RepairLine)]
    together = repairs or together  # what else there is waits until the text parses
    prove = proven_repair if repairs else proven_text
    for chosen in (together, *([each] for each in together)):
        edits = [edit for fix, _ in chosen for edit in fix.edits]
        new = prove(text, edits, [fix.change for fix, _ in chosen]) if edits else text
        if new is not None:
            return Merged(new, [each for _, fixed in chosen for each in fixed])
    return None


def _without_overlaps(
    diagnostics: Iterable[Diagnostic],
) -> list[tuple[Fix, list[Diagnostic]]]:
    """Fixes with what they fix, in the order of the text; no edits of two fixes overlap."""
    fixable = [(_extent(each.fix), each.fix, each) for each in diagnostics if each.fix]
    chosen: list[tuple[Fix, list[Diagnostic]]] = []
    end = -1
    for extent, fix, diagnostic in sorted(fixable, key=lambda each: each[0]):
        if chosen and fix == chosen[-1][0]:
            chosen[-1][1].append(diagnostic)
        elif not fix.edits or extent.start >= end:
            end = max(end, extent.end)
            chosen.append((fix, [diagnostic]))
    return chosen


def _extent(fix: Fix) -> Span:
    """From the first to the last of the edits; without edits, a place before all others."""
    starts = [each.span.start for each in fix.edits]
    ends = [each.span.end for each in fix.edits]
    return Span(min(starts, default=-1), max(ends, default=-1))
