"""Known diagnostics: those of a day are written down, so that from then on only new ones fail.

A diagnostic is known again by its file, its rule, its pointer and a hash of its message and of the
value as written: never by its line, and whatever the line breaks of the file.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from articlelint import rules
from articlelint.model import Diagnostic, pointer
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.settings import baseline_file
from articlelint.settings.baseline_file import Entry
from articlelint.settings.config import ConfigError

#: A fault of ours is never hidden.
_NEVER_KNOWN = "internal-error"
#: Where a file has one of these, the rest of it was not checked, and may be as it was.
UNCHECKED = frozenset(
    {
        "empty-front-matter",
        "front-matter-not-mapping",
        "internal-error",
        "missing-front-matter",
        "too-complex",
        "unclosed-front-matter",
        "undecodable-file",
        "unreadable-file",
        "unsupported-front-matter",
        "yaml-syntax",
    }
)

_HASH_LENGTH = 16
#: What messages about syntax say of other lines.
_LINE_NUMBER = r"\bline \d+"


class Written(NamedTuple):
    """How many diagnostics a baseline has gained, lost and kept by being written."""

    added: int
    removed: int
    kept: int


class _Fingerprint(NamedTuple):
    """By what a diagnostic of a file is known again."""

    rule: str
    pointer: str
    hash: str


_Counts = Counter[_Fingerprint]


def _any_rule(_rule_id: str) -> bool:
    return True


class Baseline:
    """The diagnostics that a file lists as known, and those that a run meets.

    A run passes each report to ``filter``, or to ``note`` where nothing is to be hidden. Then
    ``stale`` tells what no longer occurs, and ``write`` brings the file up to date. ``hidden`` is
    how many diagnostics are hidden so far.

    ``is_on`` says whether the run asked a rule of that id: if not, its entries are not stale.
    """

    def __init__(
        self,
        path: str,
        entries: Iterable[Entry] = (),
        is_on: Callable[[str], bool] = _any_rule,
    ) -> None:
        self.path = path
        self.hidden = 0
        self._is_on = is_on
        self._folder = os.path.dirname(os.path.realpath(path))
        self._prefixes: dict[str, str] = {}
        self._known: dict[str, _Counts] = {}
        self._met: dict[str, _Counts] = {}
        for name, *fingerprint, number in entries:
            counts = self._known.setdefault(name, Counter())
            # What is there twice comes of two branches that knew the same, so it is not added up.
            _raise_to(counts, _Fingerprint(*fingerprint), number)

    @classmethod
    def load(
        cls,
        path: str,
        *,
        may_be_missing: bool = False,
        is_on: Callable[[str], bool] = _any_rule,
    ) -> Baseline:
        """The baseline of a file; an empty one where there is none and there need not be.

        Raises ConfigError, with line and column where the file is broken.
        """
        try:
            return cls(path, baseline_file.read(path), is_on)
        except FileNotFoundError:
            if may_be_missing:
                return cls(path, (), is_on)
            message = f"there is no such baseline: `--write-baseline {path}` writes one"
            raise ConfigError(f"{path}: {message}") from None
        except OSError as error:
            raise _failed(path, "read", error) from None

    def filter(self, report: FileReport) -> FileReport:
        """Note a report, and move those of its diagnostics that are known to ``silenced``."""
        self.note(report)
        known = self._known.get(self._name(report.path))
        if not known:
            return report
        left = known.copy()
        shown: list[Diagnostic] = []
        suppressed = list(report.suppressed)
        for each in report.diagnostics:
            fingerprint = _fingerprint(each, report.source)
            if left[fingerprint] and each.rule != _NEVER_KNOWN:
                left[fingerprint] -= 1
                suppressed.append(Suppressed(each, Suppression.BASELINE))
            else:
                shown.append(each)
        self.hidden += len(report.diagnostics) - len(shown)
        return report._replace(diagnostics=shown, suppressed=tuple(suppressed))

    def note(self, report: FileReport) -> None:
        """Note what a file has today, with what a baseline has hidden of it."""
        name = self._name(report.path)
        today = [*report.diagnostics, *_hidden(report)]
        found = (_fingerprint(each, report.source) for each in today if each.rule != _NEVER_KNOWN)
        met = self._met.setdefault(name, Counter())
        for fingerprint, number in Counter(found).items():
            _raise_to(met, fingerprint, number)
        known = self._known.get(name)
        if known:
            is_checked = UNCHECKED.isdisjoint(each.rule for each in today)
            for fingerprint, number in known.items():
                if not self._is_asked(fingerprint.rule, is_checked=is_checked):
                    _raise_to(met, fingerprint, number)

    def stale(self) -> list[Entry]:
        """What no longer occurs, of the files that were checked and of those that are gone."""
        return sorted(
            _entries({path: known - self._today(path) for path, known in self._known.items()})
        )

    def write(self) -> Written:
        """Write what occurs today to the file.

        What is known of files that were not checked stays, unless they are gone. Raises
        ConfigError; the file is then as it was.
        """
        today = {path: self._today(path) for path in self._known.keys() | self._met.keys()}
        try:
            baseline_file.write(self.path, _entries(today))
        except OSError as error:
            raise _failed(self.path, "written", error) from None
        both = {path: known & today[path] for path, known in self._known.items()}
        kept = _total(both)
        return Written(added=_total(today) - kept, removed=_total(self._known) - kept, kept=kept)

    def _is_asked(self, rule: str, *, is_checked: bool) -> bool:
        """Whether the run can tell that what is known of a rule no longer occurs in a file.

        It can of a rule that there is no more.
        """
        if not rule.startswith("schema/") and rule not in rules.ids():
            return True
        return (is_checked or rule in UNCHECKED) and self._is_on(rule)

    def _today(self, path: str) -> _Counts:
        if path in self._met:
            return self._met[path]
        return Counter() if _is_gone(os.path.join(self._folder, path)) else self._known[path]

    def _name(self, path: str) -> str:
        """What the baseline calls a file, from whatever folder and by whatever way it is named.

        Links to folders are followed. A file that is a link keeps its own name: it is checked like
        any other.
        """
        folder, name = os.path.split(path)
        if folder not in self._prefixes:
            self._prefixes[folder] = _prefix(os.path.realpath(folder), self._folder)
        return self._prefixes[folder] + name


def _hidden(report: FileReport) -> Iterator[Diagnostic]:
    for each in report.suppressed:
        if each.suppression is Suppression.BASELINE:
            yield each.diagnostic


def _fingerprint(diagnostic: Diagnostic, source: SourceFile) -> _Fingerprint:
    message = re.sub(_LINE_NUMBER, "line", diagnostic.message)
    value = source.text[slice(*diagnostic.span)].replace("\r\n", "\n").replace("\r", "\n")
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
    """Whether there is no such file; not where nobody can know."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: no file is called so
        return True
    except OSError:
        return False
    return False


def _failed(path: str, what: str, error: OSError) -> ConfigError:
    return ConfigError(f"{path}: the baseline cannot be {what}: {error.strerror or error}")
