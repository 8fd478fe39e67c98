"""The last line of a run: how many diagnostics there are, and what became of the others."""

from __future__ import annotations

from articlelint.model import Safety
from articlelint.report import Suppression
from articlelint.running.tally import Tally
from articlelint.text.words import counted

_SUPPRESSED = {Suppression.BASELINE: "baselined", Suppression.COMMENT: "ignored by comments"}


def summary(tally: Tally, fixed: int | None = None, *, wants_fixes: bool = False) -> str:
    """The counts of a run; ``fixed`` is the number of fixes applied, None without ``--fix``.

    ``wants_fixes`` asks how to apply those that were only shown.
    """
    fixable = sum(tally.by_safety.values())
    if fixed is None and wants_fixes and fixable:
        advice = "add --fix to apply the fixes, or --diff to see the changes"
        return f"{_found(tally)}; {fixable} fixable, nothing was changed: {advice}"
    applied = "" if fixed is None else f"; {fixed} fixed"
    return _found(tally) + applied + _fixable(tally)


def _found(tally: Tally) -> str:
    if not tally.files:
        return "no file was checked"
    files = counted(tally.files, "file")
    found = ", nothing to report"
    if tally.errors or tally.warnings:
        found = f": {counted(tally.errors, 'error')}, {counted(tally.warnings, 'warning')}"
    suppressed = "".join(
        f", {number} {_SUPPRESSED[suppression]}"
        for suppression, number in sorted(tally.by_suppression.items())
    )
    return f"{files} checked{_by_named_schema(tally.by_named_schema)}{found}{suppressed}"


def _by_named_schema(number: int) -> str:
    """How many files chose how they are checked, which nobody should overlook."""
    if not number:
        return ""
    return f", {number} by {'a schema that it names' if number == 1 else 'schemas that they name'}"


def _fixable(tally: Tally) -> str:
    """How many of the remaining diagnostics are fixable, and by which options."""
    safe, unsafe = (tally.by_safety[each] for each in (Safety.SAFE, Safety.UNSAFE))
    if not safe:
        return f"; {unsafe} fixable with --fix --unsafe-fixes" if unsafe else ""
    more = f", {unsafe} more with --fix --unsafe-fixes" if unsafe else ""
    return f"; {safe} fixable with --fix{more}"
