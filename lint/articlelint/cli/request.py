"""What a command line asks for, and which requests are contradictory."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from articlelint.cli.errors import WrongUse
from articlelint.model import ColumnUnit
from articlelint.named_tuple import NamedTuple
from articlelint.text.words import both

STDIN = "-"
#: What is checked where no path is given.
HERE = (".",)
DEFAULT_FORMAT = "full"
JSON = "json"
HTML = "html"


class Target(NamedTuple):
    """One output: its format, and the file it goes to, None for standard output."""

    format: str
    file: str | None = None


class Request(NamedTuple):
    """What the command line asks for; the defaults are those of its options."""

    paths: tuple[str, ...] = HERE
    stdin_filename: str | None = None
    preset: str | None = None
    schema: str | None = None
    config: str | None = None
    no_config: bool = False
    no_inline: bool = False
    format_: str | None = None
    column_unit: str = ColumnUnit.CODE_POINTS.value
    path_base: str | None = None
    output_file: str | None = None
    outputs: Sequence[Target] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    strict: bool = False
    max_warnings: int | None = None
    exit_zero: bool = False
    fail_on_no_files: bool = False
    force_exclude: bool = False
    diff_base: str | None = None
    quiet: bool = False
    color: str = "auto"
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: str | None = None
    show_files: bool = False
    show_config: bool = False
    statistics: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    show_fixes: bool = False
    diff: bool = False

    @property
    def reads_stdin(self) -> bool:
        """Whether standard input is checked."""
        return self.paths == (STDIN,)

    @property
    def most_warnings(self) -> int | None:
        """How many warnings do not fail the run; None if any number does not."""
        return 0 if self.strict else self.max_warnings

    @property
    def targets(self) -> Sequence[Target]:
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
