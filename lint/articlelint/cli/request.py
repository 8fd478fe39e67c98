"""What a command line asks for, and which requests are contradictory."""

from __future__ import annotations

import sys
from typing import NamedTuple

from articlelint.cli.errors import WrongUse
from articlelint.text.words import both

STDIN = "-"
DEFAULT_FORMAT = "full"
JSON = "json"
HTML = "html"


class Target(NamedTuple):
    """One output: its format, and the file it goes to, None for standard output."""

    format: str
    file: str | None = None


class Request(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    schema: str | None
    config: str | None
    no_config: bool
    no_inline: bool
    format_: str | None
    column_unit: str
    path_base: str | None
    output_file: str | None
    outputs: list[Target]
    select: list[str]
    ignore: list[str]
    strict: bool
    max_warnings: int | None
    exit_zero: bool
    fail_on_no_files: bool
    diff_base: str | None
    quiet: bool
    color: str
    jobs: int | None
    no_cache: bool
    cache_dir: str | None
    show_files: bool
    show_config: bool
    statistics: bool
    baseline: str | None
    write_baseline: str | None
    fix: bool
    unsafe_fixes: bool
    show_fixes: bool
    diff: bool

    @property
    def reads_stdin(self) -> bool:
        """Whether standard input is checked."""
        return self.paths == (STDIN,)

    @property
    def most_warnings(self) -> int | None:
        """How many warnings do not fail the run; None if any number does not."""
        return 0 if self.strict else self.max_warnings

    @property
    def targets(self) -> list[Target]:
        """Where the reports go, in which formats."""
        return self.outputs or [Target(self.format_ or DEFAULT_FORMAT, self.output_file)]

    @property
    def shows_contents(self) -> bool:
        """Whether what the articles hold is shown, too."""
        return self.statistics or any(each.format == HTML for each in self.targets)


def refuse_contradictions(request: Request) -> None:
    """Raise WrongUse where options contradict each other."""
    if request.reads_stdin and sys.stdin is None:
        raise WrongUse("standard input is closed")
    if STDIN in request.paths and not request.reads_stdin:
        raise WrongUse("`-` cannot be checked together with other paths")
    if request.stdin_filename is not None and not request.reads_stdin:
        raise WrongUse("--stdin-filename needs the path `-`")
    if request.config and request.no_config:
        raise WrongUse("--config and --no-config contradict each other")
    _refuse_folder_of_cache(request)
    if request.write_baseline is not None and request.reads_stdin:
        raise WrongUse("--write-baseline is for files, not for standard input")
    _refuse_diff_base(request)
    if request.statistics and request.format_ not in (None, DEFAULT_FORMAT, JSON):
        raise WrongUse(f"--statistics has only the formats {DEFAULT_FORMAT} and {JSON}")
    _refuse_two_verdicts(request)
    _refuse_two_ways(request)
    _refuse_contradictory_fixes(request)
    if request.statistics and request.outputs:
        raise WrongUse("--statistics replaces the diagnostics, so --output cannot be used with it")
    if request.outputs and (request.format_ or request.output_file):
        raise WrongUse("--output names format and file: it replaces --format and --output-file")


def _refuse_folder_of_cache(request: Request) -> None:
    if request.no_cache and request.cache_dir is not None:
        raise WrongUse("--no-cache and --cache-dir contradict each other")
    if request.cache_dir == "":  # as of a variable that is not set
        raise WrongUse("--cache-dir needs the name of a folder")


def _refuse_diff_base(request: Request) -> None:
    """It chooses among files; a baseline of these alone would look like one of all."""
    if request.diff_base is None:
        return
    if request.reads_stdin:
        raise WrongUse("--diff-base is for files, not for standard input")
    if request.write_baseline is not None:
        raise WrongUse("--diff-base and --write-baseline cannot be used together")


def _refuse_two_verdicts(request: Request) -> None:
    """Each of these says when a run fails."""
    verdicts = {
        "--strict": request.strict,
        "--max-warnings": request.max_warnings is not None,
        "--exit-zero": request.exit_zero,
    }
    asked = [option for option, is_asked in verdicts.items() if is_asked]
    if len(asked) > 1:
        raise WrongUse(f"{both(asked)} contradict each other")


def _refuse_two_ways(request: Request) -> None:
    """Each of these does something else than to report diagnostics."""
    ways = {
        "--show-config": request.show_config,
        "--show-files": request.show_files,
        "--write-baseline": request.write_baseline is not None,
        "--statistics": request.statistics,
        "--diff": request.diff,
    }
    asked = [option for option, is_asked in ways.items() if is_asked]
    if len(asked) > 1:
        raise WrongUse(f"{both(asked)} cannot be used together")


def _refuse_contradictory_fixes(request: Request) -> None:
    if request.fix and request.diff:
        raise WrongUse("--fix and --diff cannot be used together")
    writes_reports = request.format_ or request.output_file or request.outputs
    if request.diff and writes_reports:
        raise WrongUse("--diff replaces the diagnostics, so it has no format and no output file")
    if request.show_fixes and not request.fix:
        raise WrongUse("--show-fixes needs --fix")
    if request.write_baseline is not None and request.fix:
        raise WrongUse("--write-baseline and --fix cannot be used together")
