"""Baselines: the diagnostics of one day in a file, so that from then on only new ones fail.

A diagnostic is matched by its file, its rule, its pointer and a hash of its message and of the
value as written: never by its line, and whatever the line breaks of the file.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from articlelint.model import Diagnostic, pointer
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.rule import SCHEMA_PREFIX
from articlelint.settings import baseline_file, records
from articlelint.settings.baseline_file import Entry
from articlelint.settings.config import ConfigError

_HASH_LENGTH = 16
#: What messages about syntax say of other lines.
_LINE_NUMBER = r"\bline \d+"


class Written(NamedTuple):
    """How many diagnostics a baseline has gained, lost and kept by being written."""

    added: int
    removed: int
    kept: int


class _Fingerprint(NamedTuple):
    """What a diagnostic of a file is matched by."""

    rule: str
    pointer: str
    hash: str


_Counts = Counter[_Fingerprint]


def _any_rule(_rule_id: str) -> bool:
    return True


class Baseline:
    """The diagnostics that a baseline file lists, and those that a run finds.

    A run passes each report to ``filter``, or to ``note`` if all of it is to be reported. Then
    ``stale`` tells what no longer occurs, and ``write`` brings the file up to date.

    ``is_on`` says whether a rule was on in the run: if not, its entries are not stale.
    """

    def __init__(
        self,
        path: str,
        entries: Iterable[Entry] = (),
        is_on: Callable[[str], bool] = _any_rule,
    ) -> None:
        self.path = path
        self._is_on = is_on
        self._folder = os.path.dirname(os.path.realpath(path))
        self._prefixes: dict[str, str] = {}
        self._baselined: dict[str, _Counts] = {}
        self._found: dict[str, _Counts] = {}
        for name, *fingerprint, number in entries:
            counts = self._baselined.setdefault(name, Counter())
            # An entry that is there twice comes from two branches that were merged: not a sum.
            _raise_to(counts, _Fingerprint(*fingerprint), number)

    @classmethod
    def load(
        cls,
        path: str,
        *,
        may_be_missing: bool = False,
        is_on: Callable[[str], bool] = _any_rule,
    ) -> Baseline:
        """The baseline in a file; an empty one if ``may_be_missing`` and there is no file.

        Raises ConfigError, with line and column if the file is broken.
        """
        try:
            return cls(path, baseline_file.read(path), is_on)
        except FileNotFoundError:
            if may_be_missing:
                return cls(path, (), is_on)
            message = f"this baseline does not exist: `--write-baseline {path}` creates it"
            raise ConfigError(f"{path}: {message}") from None
        except OSError as error:
            raise _failed(path, "read", error) from None

    def filter(self, report: FileReport) -> FileReport:
        """Note a report, and move its baselined diagnostics to ``suppressed``."""
        self.note(report)
        baselined = self._baselined.get(self._name(report.path))
        if not baselined:
            return report
        left = baselined.copy()
        reported: list[Diagnostic] = []
        suppressed = list(report.suppressed)
        for each in report.diagnostics:
            fingerprint = _fingerprint(each, report)
            if left[fingerprint] and _can_be_baselined(each):
                left[fingerprint] -= 1
                suppressed.append(Suppressed(each, Suppression.BASELINE))
            else:
                reported.append(each)
        return report._replace(diagnostics=reported, suppressed=tuple(suppressed))

    def note(self, report: FileReport) -> None:
        """Note the current diagnostics of a file, also those that a baseline has suppressed."""
        name = self._name(report.path)
        current = [*report.diagnostics, *_suppressed(report)]
        fingerprints = Counter(
            _fingerprint(each, report) for each in current if _can_be_baselined(each)
        )
        found = self._found.setdefault(name, Counter())
        for fingerprint, number in fingerprints.items():
            _raise_to(found, fingerprint, number)
        baselined = self._baselined.get(name)
        if baselined:
            is_checked = not any(_prevents_check(each.rule) for each in current)
            for fingerprint, number in baselined.items():
                if report.is_partial or not self._can_be_stale(
                    fingerprint.rule, is_checked=is_checked, is_compared=report.is_compared
                ):
                    _raise_to(found, fingerprint, number)

    def stale(self) -> list[Entry]:
        """What no longer occurs, of the files that were checked and of those that are gone."""
        return sorted(
            _entries(
                {path: counts - self._current(path) for path, counts in self._baselined.items()}
            )
        )

    def write(self) -> Written:
        """Write all current diagnostics to the file.

        The entries of files that were not checked stay, unless the files are gone. Raises
        ConfigError; the file is then as it was.
        """
        paths = self._baselined.keys() | self._found.keys()
        current = {path: self._current(path) for path in paths}
        try:
            baseline_file.write(self.path, _entries(current))
        except OSError as error:
            raise _failed(self.path, "written", error) from None
        both = {path: counts & current[path] for path, counts in self._baselined.items()}
        kept = _total(both)
        removed = _total(self._baselined) - kept
        return Written(added=_total(current) - kept, removed=removed, kept=kept)

    def _can_be_stale(self, rule_id: str, *, is_checked: bool, is_compared: bool) -> bool:
        """Whether the run can tell that entries of a rule no longer occur in a file.

        It can if the rule no longer exists.
        """
        if not rule_id.startswith(SCHEMA_PREFIX):
            if not records.is_known(rule_id):
                return True
            if records.record(rule_id).check_collection and not is_compared:
                return False
        return (is_checked or _prevents_check(rule_id)) and self._is_on(rule_id)

    def _current(self, path: str) -> _Counts:
        if path in self._found:
            return self._found[path]
        return Counter() if _is_gone(os.path.join(self._folder, path)) else self._baselined[path]

    def _name(self, path: str) -> str:
        """The path of a file in the baseline, whatever the current folder and the way it is named.

        Links to folders are followed. A file that is a link keeps its own name: it is checked like
        any other.
        """
        folder, name = os.path.split(path)
        if folder not in self._prefixes:
            self._prefixes[folder] = _prefix(os.path.realpath(folder), self._folder)
        return self._prefixes[folder] + name


def _can_be_baselined(diagnostic: Diagnostic) -> bool:
    rule_id = diagnostic.rule
    return not records.is_known(rule_id) or records.record(rule_id).can_be_baselined


def _prevents_check(rule_id: str) -> bool:
    """Whether the rest of a file with a diagnostic of this id was not checked."""
    return records.is_known(rule_id) and records.record(rule_id).prevents_check


def _suppressed(report: FileReport) -> Iterator[Diagnostic]:
    for each in report.suppressed:
        if each.suppression is Suppression.BASELINE:
            yield each.diagnostic


def _fingerprint(diagnostic: Diagnostic, report: FileReport) -> _Fingerprint:
    message = re.sub(_LINE_NUMBER, "line", records.lasting_message(diagnostic))
    value = report.source.digest(diagnostic.value_span)
    digest = sha256(f"{message}\0{value}".encode(errors="surrogatepass")).hexdigest()
    return _Fingerprint(diagnostic.rule, pointer(diagnostic.path), digest[:_HASH_LENGTH])


def _raise_to(counts: _Counts, fingerprint: _Fingerprint, number: int) -> None:
    counts[fingerprint] = max(counts.get(fingerprint, 0), number)


def _entries(counted: Mapping[str, _Counts]) -> Iterator[Entry]:
    for path, counts in counted.items():
        for fingerprint, number in counts.items():
            yield Entry(path, *fingerprint, number)


def _total(counted: Mapping[str, _Counts]) -> int:
    return sum(counts.total() for counts in counted.values())


def _prefix(folder: str, base: str) -> str:
    """What the paths of a folder's files begin with, relative to a base, with ``/``."""
    try:
        relative = os.path.relpath(folder, base)
    except ValueError:  # they are on different drives
        relative = folder
    return "" if relative == os.curdir else os.path.join(relative, "").replace(os.sep, "/")


def _is_gone(path: str) -> bool:
    """Whether there is no such file; false if that cannot be told."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: no file has such a name
        return True
    except OSError:
        return False
    return False


def _failed(path: str, what: str, error: OSError) -> ConfigError:
    return ConfigError(f"{path}: the baseline cannot be {what}: {error.strerror or error}")
