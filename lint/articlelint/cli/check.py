"""The command ``check``: from options to reports to an exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any, NamedTuple

import click

from articlelint import reporters
from articlelint.cli.errors import WrongUse
from articlelint.cli.output import Target, is_terminal, print_text
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters._line import printable
from articlelint.running.checkers import Checkers
from articlelint.running.discover import Found, discover
from articlelint.running.run import Tally, check_files, check_stream
from articlelint.settings.config_tree import ConfigTree

_STDIN = "-"
_DEFAULT_FORMAT = "full"


class _Request(NamedTuple):
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

    @property
    def reads_stdin(self) -> bool:
        return self.paths == (_STDIN,)

    @property
    def targets(self) -> list[Target]:
        """Where the reports go, in which formats."""
        return self.outputs or [Target(self.format_ or _DEFAULT_FORMAT, self.output_file)]


def _ids(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """The ids of an option that may be given several times, each with ids between commas."""
    ids = [each.strip() for value in values for each in value.split(",") if each.strip()]
    if values and not ids:
        raise click.BadParameter("name at least one id")
    return ids


def _targets(
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
    if len(targets) > len({each.file for each in targets}):
        raise click.BadParameter("two outputs cannot go to one place: name files, as in json:FILE")
    return targets


@click.command(short_help="Check articles; what is done where no command is named.")
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, readable=False, allow_dash=True),
)
@click.option("--stdin-filename", metavar="PATH", help="What to call that which `-` reads.")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    help="A bundled schema, or a JSON or YAML schema file.  [default: as configured, or article]",
)
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="The configuration for all files, in the place of the nearest .articlelint.yaml.",
)
@click.option("--no-config", is_flag=True, help="Heed no configuration file.")
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    type=click.Choice(reporters.names()),
    help=f"Output format: {', '.join(reporters.names())}.  [default: full]",
)
@click.option("--output-file", metavar="FILE", help="Write to a file, not to standard output.")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT[:FILE]",
    multiple=True,
    callback=_targets,
    help="Format and file in one; may be given several times.",
)
@click.option(
    "--select",
    metavar="IDS",
    multiple=True,
    callback=_ids,
    help="Report only these, and what keeps an article from being checked.",
)
@click.option("--ignore", metavar="IDS", multiple=True, callback=_ids, help="Do not report these.")
@click.option("--strict", is_flag=True, help="Let warnings fail the run, too.")
@click.option("--quiet", "-q", is_flag=True, help="Print diagnostics, but no summary or progress.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to color the output.",
)
@click.option("--show-files", is_flag=True, help="List the files to check, and check none.")
@click.option(
    "--show-config",
    is_flag=True,
    help="Print the settings for one file and where each comes from, and check none.",
)
def check(**options: Any) -> None:
    """Check files, folders (for *.md and *.markdown), or standard input (-).

    Without PATHS, the current folder. IDS are ids of rules, such as non-iso-date, or schema/enum
    and the like, with commas between; `schema` stands for all of the latter.

    Exit status: 0 if there is no error, 1 if there is (with --strict, or a warning), 2 for wrong
    use, a wrong configuration or a wrong schema.
    """
    options["paths"] = options["paths"] or (".",)
    request = _Request(**options)
    _refuse_contradictions(request)
    configs = ConfigTree(request.config, search=not request.no_config)
    if request.show_config:
        _show_config(request, configs)
    elif request.show_files:
        files = (f"{printable(each.path)}\n" for each in _discover(request, configs))
        print_text(files, request.color)
    else:
        _check(request, configs)


def _refuse_contradictions(request: _Request) -> None:
    if request.reads_stdin and sys.stdin is None:
        raise WrongUse("standard input is closed")
    if _STDIN in request.paths and not request.reads_stdin:
        raise WrongUse("`-` cannot be checked together with other paths")
    if request.stdin_filename is not None and not request.reads_stdin:
        raise WrongUse("--stdin-filename is for `-`, which is not among the paths")
    if request.config and request.no_config:
        raise WrongUse("--config and --no-config contradict each other")
    if request.outputs and (request.format_ or request.output_file):
        raise WrongUse("--output says both, so it does not go with --format and --output-file")


def _check(request: _Request, configs: ConfigTree) -> None:
    checkers = Checkers(configs, request.schema, request.select, request.ignore)
    tally = Tally()
    reports = _counted(_reports(request, configs, checkers), tally)
    _write(reports, request)
    if not request.quiet:
        click.echo(_summary(tally), err=True)
    sys.exit(tally.exit_status(strict=request.strict))


def _discover(request: _Request, configs: ConfigTree) -> list[Found]:
    files, notes = discover(request.paths, configs)
    for note in () if request.quiet else notes:
        click.echo(note, err=True)
    if not files:  # said even if --quiet: a run that checked nothing must not look like a pass
        paths = ", ".join(map(click.format_filename, request.paths))
        click.echo(f"no articles found in {paths}", err=True)
    return files


def _reports(request: _Request, configs: ConfigTree, checkers: Checkers) -> Iterable[FileReport]:
    if request.reads_stdin:
        name = request.stdin_filename or "<stdin>"
        return [check_stream(sys.stdin.buffer, name, checkers.for_file)]
    files = _discover(request, configs)
    reports = check_files(files, checkers.for_file)
    if request.quiet or not is_terminal(sys.stderr):
        return reports
    from articlelint.running.progress import with_progress  # noqa: PLC0415 - for terminals only

    return with_progress(reports, len(files), sys.stderr)


def _counted(reports: Iterable[FileReport], tally: Tally) -> Iterable[FileReport]:
    for report in reports:
        tally.add(report)
        yield report


def _write(reports: Iterable[FileReport], request: _Request) -> None:
    """Write every output; a single one as the reports come."""
    targets = request.targets
    if len(targets) > 1:
        reports = [_without_needless_text(each) for each in reports]
    for target in targets:
        chunks = reporters.load(target.format)(reports)
        if target.file is None:
            print_text(chunks, request.color)
        else:
            from articlelint.writing import write_whole  # noqa: PLC0415 - few ask for it

            write_whole(target.file, map(click.unstyle, chunks))


def _without_needless_text(report: FileReport) -> FileReport:
    """A report to keep: the text is there for excerpts, of which a sound file has none."""
    if report.diagnostics or report.silenced:
        return report
    return report._replace(source=SourceFile(""))


def _summary(tally: Tally) -> str:
    files = _count(tally.files, "file")
    if not tally.errors and not tally.warnings:
        return f"{files} checked, nothing to report"
    return f"{files} checked: {_count(tally.errors, 'error')}, {_count(tally.warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _show_config(request: _Request, configs: ConfigTree) -> None:
    from articlelint.settings.show import show_settings  # noqa: PLC0415 - few ask for it

    path, *more = request.paths
    if more:
        raise WrongUse("--show-config is for one file")
    if request.reads_stdin:
        path = request.stdin_filename or path
    print_text(show_settings(path, configs))
