"""What the rules of a collection object to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from articlelint.collection.fact_table import FactTable
from articlelint.engine.by_rules import ActiveRule, internal_error
from articlelint.model import ENDS_THE_RUN, Diagnostic
from articlelint.rule import FileObjection, Options


class Compared(NamedTuple):
    """What a rule objects to in each file of a collection, by its name; if it failed, why."""

    by_file: Mapping[str, list[FileObjection]]
    failure: Diagnostic | None = None

    @classmethod
    def of(cls, objections: Iterable[FileObjection]) -> Compared:
        """What a rule objects to, by the files."""
        by_file: defaultdict[str, list[FileObjection]] = defaultdict(list)
        for each in objections:
            by_file[each.file].append(each)
        return cls(by_file)


class Comparison:
    """Asks each rule once for each collection, and for each of the options that it may have there.

    All facts must be in the table by then. Raises sqlite3.DatabaseError if that is damaged.
    """

    def __init__(self, facts: FactTable) -> None:
        self._facts = facts
        self._known: defaultdict[Hashable, list[tuple[Options, Compared]]] = defaultdict(list)

    def of(self, active: ActiveRule, collection: str) -> Compared:
        """What a rule objects to in a collection."""
        known = self._known[active.rule_id, collection]
        for options, compared in known:
            if options == active.options:
                return compared
        compared = self._compare(active, collection)
        known.append((active.options, compared))
        return compared

    def _compare(self, active: ActiveRule, collection: str) -> Compared:
        check = active.rule.check_collection
        facts = self._facts.of(collection, active.rule_id)
        try:
            return Compared.of(check(facts, active.options) if check else ())
        except (*ENDS_THE_RUN, sqlite3.DatabaseError):  # the latter is of the cache
            raise
        except BaseException as error:  # noqa: BLE001 - the other rules still have their say
            what = f"the rule {active.rule_id}"
            return Compared({}, internal_error(what, error, "on this collection"))
