"""The baselines of a run: that of the command line, or those that configurations name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from articlelint.report import FileReport
from articlelint.root import real_path
from articlelint.settings.config import ConfigError
from articlelint.settings.config_tree import ConfigTree

if TYPE_CHECKING:
    from articlelint.settings.baseline import Baseline


class Baselines:
    """Hides baselined diagnostics. ``file`` is for all files, instead of the configurations'.

    ``written`` is a baseline that the run is about to write, so it may not exist yet. Raises
    ConfigError if one cannot be read.
    """

    def __init__(
        self,
        configs: ConfigTree,
        is_on: Callable[[str], bool],
        file: str | None = None,
        written: str | None = None,
    ) -> None:
        self._configs = configs
        self._is_on = is_on
        self._by_file: dict[str, Baseline] = {}
        self._only = self._load(file, written) if file else None
        for config in () if file else configs.files():
            if config.baseline:
                place = config.place(("baseline",))
                if not config.root.holds(config.baseline):
                    what = f"the baseline is outside the {config.root.name}"
                    raise ConfigError(f"{place}: {config.baseline}: {what}")
                try:
                    self._load(config.baseline, written)
                except ConfigError as error:
                    raise ConfigError(f"{place}: {error}") from None

    def filtered(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The reports, with baselined diagnostics moved to the suppressed ones."""
        for report in reports:
            baseline = self._for_file(report.path)
            yield baseline.filter(report) if baseline else report

    def stale(self) -> Iterator[str]:
        """A line for each baseline with entries that no longer occur."""
        for baseline in self._by_file.values():
            number = sum(entry.number for entry in baseline.stale())
            if number:
                what = "1 entry no longer occurs"
                if number > 1:
                    what = f"{number} entries no longer occur"
                advice = f"`--write-baseline {baseline.path}` removes what is gone"
                yield f"{baseline.path}: {what}: {advice}"

    def _for_file(self, path: str) -> Baseline | None:
        if self._only or not self._by_file:
            return self._only
        config = self._configs.for_file(path)
        return self._by_file.get(config.baseline) if config and config.baseline else None

    def _load(self, file: str, written: str | None) -> Baseline:
        from articlelint.settings.baseline import Baseline  # noqa: PLC0415 - few have one

        if file not in self._by_file:
            may_be_missing = written is not None and real_path(file) == real_path(written)
            self._by_file[file] = Baseline.load(
                file, may_be_missing=may_be_missing, is_on=self._is_on
            )
        return self._by_file[file]
