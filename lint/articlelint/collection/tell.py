"""Objections to files of a collection as diagnostics, with their places in this file and others."""

from __future__ import annotations

from collections.abc import Callable

from articlelint.engine.by_rules import ActiveRule, diagnostic_of
from articlelint.engine.read_again import ReadAgain
from articlelint.model import DataPath, Diagnostic, Related, Span
from articlelint.rule import FileObjection

#: Finds the place of a value in another file of the collection, and the path to show for that.
FindElsewhere = Callable[[str, DataPath], tuple[str, Span]]


def diagnostic(
    active: ActiveRule, objection: FileObjection, again: ReadAgain, find_elsewhere: FindElsewhere
) -> Diagnostic:
    """The objection of a rule to a file, which was read again."""
    told = diagnostic_of(active, objection.objection, again.document, again.fix_maker)
    related = list(told.related)
    for file, path, what in objection.elsewhere:
        shown, span = find_elsewhere(file, path)
        related.append(Related(span, what, shown))
    return told._replace(related=tuple(related))
