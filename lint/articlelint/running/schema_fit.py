"""Whether the schema that is used where none is named fits the articles of a run at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.report import FileReport
from articlelint.rule import schema_id
from articlelint.running.checkers import Checkers
from articlelint.schema.loading.store import DEFAULT_SCHEMA, bundled
from articlelint.text.words import counted, show

_REQUIRED = schema_id("required")
_NO_FRONT_MATTER = frozenset(("missing-front-matter", "unopened-front-matter"))


class SchemaFit:
    """Counts the articles that lack most of what that schema requires of them."""

    def __init__(self, checkers: Checkers) -> None:
        self._checkers = checkers
        self._articles = 0
        self._misfits = 0

    def counting(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports, each counted as it passes."""
        for each in reports:
            self._count(each)
            yield each

    def notes(self) -> Iterator[str]:
        """What to say at the end: nothing, unless most articles are misfits."""
        if self._misfits * 2 > self._articles:
            found = f"{self._misfits} of {counted(self._articles, 'article')}"
            yield (
                f"the schema {show(DEFAULT_SCHEMA)} does not fit: most of what it requires is "
                f"missing in {found}. It is for a news collection, and used because nothing names "
                "another one: `articlelint init` makes one for this folder, `--schema none` checks "
                "without one"
            )

    def _count(self, report: FileReport) -> None:
        self._articles += 1
        missing = 0
        for each in report.diagnostics:
            if each.rule in _NO_FRONT_MATTER:
                self._articles -= 1
            elif each.rule == _REQUIRED and len(each.path) == 1:
                missing += 1
        # Of most articles, it need not be asked what the schema requires.
        if missing and missing * 2 > len(bundled(DEFAULT_SCHEMA).contents["required"]):
            self._misfits += not (
                report.by_named_schema or self._checkers.names_schema(report.path)
            )
