"""One article mended: fixes are applied until none is left, with a proof that they do no harm."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from articlelint.engine.check import Checked, Checker
from articlelint.model import Diagnostic, DropByteOrderMark, Fix, Safety, Severity, Span
from articlelint.reading.source import SourceFile

#: The most rounds: a fix may make another one possible, but no article needs many.
MAX_ROUNDS = 10

_HELP = ("nothing was changed; please report this, with the file if you can",)


class Fixed(NamedTuple):
    """An article after its fixes: what it is now, what is left to say, and what was mended."""

    source: SourceFile
    checked: Checked
    mended: list[Diagnostic]


def fix(source: SourceFile, path: str, checker: Checker, safeties: AbstractSet[Safety]) -> Fixed:
    """Mend what a checker finds in an article and has a fix of these safeties.

    A pure function. Where fixes would do more than they say, or do not come to an end, the article
    stays as it is, and an ``internal-error`` tells so.
    """
    current = source
    mended: list[Diagnostic] = []
    for _ in range(MAX_ROUNDS + 1):
        checked = checker.check_fully(current, path)
        fixable = [each for each in checked.diagnostics if each.fix and each.fix.safety in safeties]
        if not fixable:
            return Fixed(current, checked, mended)
        from articlelint.fixing.apply import applied, compatible  # noqa: PLC0415 - seldom needed

        made = applied(current.text, list(compatible(fixable)))
        if made is None:
            named = ", ".join(dict.fromkeys(each.rule for each in fixable))
            return _refused(source, path, checker, f"the fixes of {named} would do harm")
        text, done = made
        drops_mark = any(each.fix and _drops_mark(each.fix) for each in done)
        has_mark = current.has_byte_order_mark and not drops_mark
        current = SourceFile(text, has_byte_order_mark=has_mark)
        mended += done
    return _refused(source, path, checker, f"the fixes do not end within {MAX_ROUNDS} rounds")


def _drops_mark(made: Fix) -> bool:
    return isinstance(made.change, DropByteOrderMark)


def _refused(source: SourceFile, path: str, checker: Checker, why: str) -> Fixed:
    """The article as it was, with what was wrong with it, and that it was not mended."""
    found, suppressed = checker.check_fully(source, path)
    fault = Diagnostic("internal-error", Severity.ERROR, why, (), Span(0, 0), _HELP)
    return Fixed(source, Checked([fault, *found], suppressed), [])
