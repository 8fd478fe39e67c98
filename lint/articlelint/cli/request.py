"""What a command line asks for, and what it cannot ask for."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

import click

from articlelint import reporters
from articlelint.cli.errors import WrongUse
from articlelint.cli.output import Target
from articlelint.text.words import both

STDIN = "-"
DEFAULT_FORMAT = "full"
JSON = "json"


class Request(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    schema: str | None
    config: str | None
    no_config: bool
    format_: str | None
    output_file: str | None
    outputs: list[Target]
    select: list[str]
    ignore: list[str]
    strict: bool
    quiet: bool
    color: str
    show_files: bool
    show_config: bool
    statistics: bool
    baseline: str | None
    write_baseline: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool

    @property
    def reads_stdin(self) -> bool:
        """Whether standard input is what is checked."""
        return self.paths == (STDIN,)

    @property
    def targets(self) -> list[Target]:
        """Where the reports go, in which formats."""
        return self.outputs or [Target(self.format_ or DEFAULT_FORMAT, self.output_file)]


def split_ids(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> list[str]:
    """The ids of an option that may be given several times, each with ids between commas."""
    ids = [each.strip() for value in values for each in value.split(",") if each.strip()]
    if values and not ids:
        raise click.BadParameter("name at least one id")
    return ids


def split_targets(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> list[Target]:
    """The outputs of an option that may be given several times: ``FORMAT`` or ``FORMAT:FILE``."""
    targets = []
    for value in values:
        name, colon, file = value.partition(":")
        if name not in reporters.names():
            known = ", ".join(reporters.names())
            raise click.BadParameter(f"{name!r} is no format; there are {known}")
        if colon and not file:
            raise click.BadParameter(f"name a file behind {value!r}")
        targets.append(Target(name, file or None))
    if len(targets) > len({each.file and os.path.realpath(each.file) for each in targets}):
        raise click.BadParameter("two outputs cannot go to one place: name files, as in json:FILE")
    return targets


def refuse_contradictions(request: Request) -> None:
    """Raise WrongUse where options contradict each other."""
    if request.reads_stdin and sys.stdin is None:
        raise WrongUse("standard input is closed")
    if STDIN in request.paths and not request.reads_stdin:
        raise WrongUse("`-` cannot be checked together with other paths")
    if request.stdin_filename is not None and not request.reads_stdin:
        raise WrongUse("--stdin-filename is for `-`, which is not among the paths")
    if request.config and request.no_config:
        raise WrongUse("--config and --no-config contradict each other")
    if request.write_baseline is not None and request.reads_stdin:
        raise WrongUse("--write-baseline is for files, not for standard input")
    if request.statistics and request.format_ not in (None, DEFAULT_FORMAT, JSON):
        raise WrongUse(f"--statistics come as {DEFAULT_FORMAT} or {JSON}")
    _refuse_two_ways(request)
    _refuse_contradictory_fixes(request)
    if request.statistics and request.outputs:
        raise WrongUse("--statistics take the place of diagnostics, so --output has nothing to say")
    if request.outputs and (request.format_ or request.output_file):
        raise WrongUse("--output says both, so it does not go with --format and --output-file")


def _refuse_two_ways(request: Request) -> None:
    """Each of these does something else in the place of reporting diagnostics."""
    ways = {
        "--show-config": request.show_config,
        "--show-files": request.show_files,
        "--write-baseline": request.write_baseline is not None,
        "--statistics": request.statistics,
        "--diff": request.diff,
    }
    asked = [option for option, is_asked in ways.items() if is_asked]
    if len(asked) > 1:
        raise WrongUse(f"{both(asked)} do not go together")


def _refuse_contradictory_fixes(request: Request) -> None:
    if request.fix and request.diff:
        raise WrongUse("--diff writes nothing and --fix does, so they do not go together")
    takes_place = request.format_ or request.output_file or request.outputs
    if request.diff and takes_place:
        raise WrongUse("--diff takes the place of diagnostics, so no format or file goes with it")
    if request.unsafe_fixes and not (request.fix or request.diff):
        raise WrongUse("--unsafe-fixes goes with --fix or --diff")
    if request.write_baseline is not None and request.fix:
        raise WrongUse("--write-baseline lists what there is, so it does not go with fixes")
