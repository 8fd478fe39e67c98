"""One article fixed: a pure function that applies fixes until there are none left."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from articlelint.engine.by_rules import INTERNAL_ERROR
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.model import Diagnostic, DropByteOrderMark, Safety, Severity, Span
from articlelint.reading.source import SourceFile

if TYPE_CHECKING:
    from articlelint.fixing.merge import Merger

#: The most rounds: a fix may make another one possible, but no article needs many.
MAX_ROUNDS = 10

_HELP = ("nothing was changed; please report this, with the file if you can",)


class Round(NamedTuple):
    """Fixes applied at once: the article before them, and the diagnostics that have them."""

    source: SourceFile
    fixed: list[Diagnostic]


class Fixed(NamedTuple):
    """An article after its fixes.

    ``source`` is the article as it is then, ``checked`` what is still wrong with it, as from
    ``Checker.begin``, and ``rounds`` are the fixes that were applied, in the order in which they
    were.
    """

    source: SourceFile
    checked: Checked
    rounds: list[Round]

    @property
    def fixed(self) -> list[Diagnostic]:
        """The diagnostics whose fixes were applied."""
        return [diagnostic for each in self.rounds for diagnostic in each.fixed]


def fix(
    source: SourceFile,
    path: str,
    checker: Checker,
    safeties: AbstractSet[Safety],
    name: str | None = None,
) -> Fixed:
    """Fix what a checker finds in an article, by the fixes that are as safe as ``safeties`` say.

    ``path`` is the file's name for rules that look at it, and ``name`` its path within its
    collection; nothing is opened or written. Without fixes, ``source`` is returned as it is.

    A repair of a line that does not parse is a guess: if it would do harm, or if that takes too
    much work to find out, it is left out, and its diagnostic offers no fix. If other fixes would
    change anything else than they say, or there are more of them after ``MAX_ROUNDS`` rounds, the
    article is returned unchanged, with an ``internal-error`` among the diagnostics. No article
    makes this raise.
    """
    current = source
    rounds: list[Round] = []
    merger: Merger | None = None
    for _ in range(MAX_ROUNDS + 1):
        checked = checker.begin(current, path, name)
        fixable = [each for each in checked.diagnostics if each.fix and each.fix.safety in safeties]
        if not fixable:
            return Fixed(current, checked, rounds)
        if merger is None:
            from articlelint.fixing.merge import Merger  # noqa: PLC0415 - seldom needed

            merger = Merger()
        merged = merger.merge(current.text, fixable)
        if merged is None:
            ids = ", ".join(dict.fromkeys(each.rule for each in fixable))
            return _refused(
                checker.begin(source, path, name), source, f"the fixes of {ids} would do harm"
            )
        if not merged.fixed:
            return Fixed(current, _without_fixes(checked, safeties), rounds)
        rounds.append(Round(current, merged.fixed))
        has_mark = current.has_byte_order_mark and not any(map(_drops_mark, merged.fixed))
        current = SourceFile(merged.text, has_byte_order_mark=has_mark)
    why = f"there are still fixes to apply after {MAX_ROUNDS} rounds"
    return _refused(checker.begin(source, path, name), source, why)


def _without_fixes(checked: Checked, safeties: AbstractSet[Safety]) -> Checked:
    """What a check found, without the fixes that are as safe as ``safeties`` say."""
    left = [
        each._replace(fix=None) if each.fix and each.fix.safety in safeties else each
        for each in checked.diagnostics
    ]
    return checked._replace(diagnostics=left)


def _drops_mark(fixed: Diagnostic) -> bool:
    return fixed.fix is not None and isinstance(fixed.fix.change, DropByteOrderMark)


def _refused(checked: Checked, source: SourceFile, why: str) -> Fixed:
    """The article as it was, with what is wrong with it and why it was not fixed."""
    fault = Diagnostic(INTERNAL_ERROR, Severity.ERROR, why, (), Span(0, 0), _HELP)
    return Fixed(source, checked._replace(diagnostics=[fault, *checked.diagnostics]), [])
