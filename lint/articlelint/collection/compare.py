"""What the rules of a collection object to, as diagnostics of its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from articlelint.engine.by_rules import ActiveRule, diagnostic_of, internal_error
from articlelint.engine.read_again import ReadAgain
from articlelint.model import ENDS_THE_RUN, DataPath, Diagnostic, Related, Span
from articlelint.rule import Facts, FileObjection

#: Finds the place of a value in another file of the collection, and the path to show for that.
FindElsewhere = Callable[[str, DataPath], tuple[str, Span]]


class Found(NamedTuple):
    """An objection and the rule whose it is; what failed has a diagnostic instead."""

    active: ActiveRule
    objection: FileObjection


class Compared(NamedTuple):
    """The objections to each file by its name, and the rules that failed."""

    by_file: Mapping[str, list[Found]]
    failed: list[Diagnostic]


def compare(active_rules: Iterable[ActiveRule], facts_of: Callable[[str], Facts]) -> Compared:
    """Ask each rule about the facts that it has noted of a collection."""
    by_file: defaultdict[str, list[Found]] = defaultdict(list)
    failed: list[Diagnostic] = []
    for active in active_rules:
        check = active.rule.check_collection
        try:
            for each in check(facts_of(active.rule_id), active.options) if check else ():
                by_file[each.file].append(Found(active, each))
        except ENDS_THE_RUN:
            raise
        except BaseException as error:  # noqa: BLE001 - the other rules still have their say
            failed.append(internal_error(f"the rule {active.rule_id}", error))
    return Compared(by_file, failed)


def diagnostics(
    found: Iterable[Found], again: ReadAgain, find_elsewhere: FindElsewhere
) -> list[Diagnostic]:
    """The objections to a file that was read again, as diagnostics with their places."""
    return [_diagnostic(each, again, find_elsewhere) for each in found]


def _diagnostic(found: Found, again: ReadAgain, find_elsewhere: FindElsewhere) -> Diagnostic:
    active, (_, objection, elsewhere) = found
    told = diagnostic_of(active, objection, again.document, again.fix_maker)
    places = ((find_elsewhere(file, path), what) for file, path, what in elsewhere)
    related = (Related(span, what, shown) for (shown, span), what in places)
    return told._replace(related=(*told.related, *related))
