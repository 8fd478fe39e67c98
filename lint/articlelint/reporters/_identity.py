"""What identifies a file and a diagnostic to other programs: a path and a fingerprint."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from articlelint.file_names import repository_path
from articlelint.model import Diagnostic, pointer
from articlelint.report import STDIN_NAME, FileReport
from articlelint.settings.records import lasting_message
from articlelint.text.strict_json import distinct


def in_repository(report: FileReport) -> FileReport:
    """The report with the paths that its repository has for the file and for those it refers to."""
    return report._replace(
        path=name_in_repository(report),
        diagnostics=[_named(each, report) for each in report.diagnostics],
        suppressed=tuple(
            each._replace(diagnostic=_named(each.diagnostic, report)) for each in report.suppressed
        ),
        others={_name(path, report): file for path, file in report.others.items()},
    )


def name_in_repository(report: FileReport) -> str:
    """The path of the file alone."""
    return report.path if report.path == STDIN_NAME else _name(report.path, report)


def _named(diagnostic: Diagnostic, report: FileReport) -> Diagnostic:
    related = (
        each if each.path is None else each._replace(path=_name(each.path, report))
        for each in diagnostic.related
    )
    return diagnostic._replace(related=tuple(related))


def _name(path: str, report: FileReport) -> str:
    return distinct(repository_path(path, report.path_base))


def fingerprints(path: str, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """For each diagnostic of a file a text that stays the same when lines are moved.

    Diagnostics that agree in everything but their place are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for diagnostic in diagnostics:
        what = path, diagnostic.rule, pointer(diagnostic.path), lasting_message(diagnostic)
        seen[what] += 1
        yield sha256(json.dumps([*what, seen[what]]).encode()).hexdigest()
