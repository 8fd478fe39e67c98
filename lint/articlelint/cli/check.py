"""The command ``check``: from options to reports to an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from articlelint import reporters
from articlelint.cli.errors import WrongUse
from articlelint.cli.output import Target, is_terminal, print_text
from articlelint.cli.request import (
    JSON,
    Request,
    refuse_contradictions,
    split_ids,
    split_targets,
)
from articlelint.model import Safety
from articlelint.report import FileReport, Suppression
from articlelint.running.baselines import Baselines
from articlelint.running.checkers import Checkers
from articlelint.running.discover import Found, discover
from articlelint.running.run import check_files, check_stream
from articlelint.running.tally import Tally
from articlelint.settings.config_tree import ConfigTree
from articlelint.text.printable import printable
from articlelint.text.words import counted

if TYPE_CHECKING:
    from articlelint.cli.fix_or_diff import FixRun


_SUPPRESSED_BY = {
    Suppression.BASELINE: "baselined",
    Suppression.COMMENT: "ignored by comments",
}


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
    callback=split_targets,
    help="Format and file in one; may be given several times.",
)
@click.option(
    "--select",
    metavar="IDS",
    multiple=True,
    callback=split_ids,
    help="Report only these, and what keeps an article from being checked.",
)
@click.option(
    "--ignore", metavar="IDS", multiple=True, callback=split_ids, help="Do not report these."
)
@click.option("--strict", is_flag=True, help="Let warnings fail the run, too.")
@click.option("--quiet", "-q", is_flag=True, help="Print diagnostics, but no summary or progress.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to color the output.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="Do not report what this file lists as known, in the place of the configuration's.",
)
@click.option("--write-baseline", metavar="FILE", help="List what there is today as known.")
@click.option("--statistics", is_flag=True, help="Print counts, in the place of diagnostics.")
@click.option("--fix", is_flag=True, help="Apply safe fixes, and report the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: apply unsafe fixes, too.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
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

    Exit status: 0 if there is no error left, 1 if there is (with --strict, or a warning; with
    --diff, or a change), 2 for wrong use, a wrong configuration or a wrong schema.
    """
    options["paths"] = options["paths"] or (".",)
    request = Request(**options)
    refuse_contradictions(request)
    configs = ConfigTree(request.config, search=not request.no_config)
    if request.show_config:
        _show_config(request, configs)
    elif request.show_files:
        files = (f"{printable(each.path)}\n" for each in _discover(request, configs))
        print_text(files, request.color)
    else:
        checkers = Checkers(configs, request.schema, request.select, request.ignore)
        run = _diff if request.diff else _check
        run(request, configs, checkers)


def _fix_run(request: Request, checkers: Checkers) -> FixRun:
    from articlelint.cli.fix_or_diff import FixRun  # noqa: PLC0415 - few ask for fixes

    return FixRun(request, checkers.for_file)


def _diff(request: Request, configs: ConfigTree, checkers: Checkers) -> None:
    fix_run = _fix_run(request, checkers)
    if request.reads_stdin:
        found = fix_run.diff_of_stdin(_name_of_stdin(request, configs))
    else:
        found = fix_run.diff(_discover(request, configs))
    if not request.quiet:
        where = counted(found.changed, "file")
        click.echo(f"{counted(fix_run.fixed, 'fault')} would be fixed in {where}", err=True)
    sys.exit(int(any(found)))


def _check(request: Request, configs: ConfigTree, checkers: Checkers) -> None:
    fix_run = _fix_run(request, checkers) if request.fix else None
    reports = _reports(request, configs, checkers, fix_run)
    baselines = Baselines(configs, checkers.selects, request.baseline, request.write_baseline)
    known = baselines.filtered(reports)
    if request.write_baseline is not None:
        _write_baseline(request.write_baseline, known, checkers)
        return
    tally = Tally()
    _write(_counted(known, tally), request)
    if not request.quiet:
        fixed = f"; {fix_run.fixed} fixed" if fix_run else ""
        for line in (*baselines.stale(), _summary(tally) + fixed + _fixable(tally)):
            click.echo(line, err=True)
    sys.exit(tally.exit_status(strict=request.strict))


def _write_baseline(path: str, reports: Iterable[FileReport], checkers: Checkers) -> None:
    from articlelint.settings.baseline import Baseline  # noqa: PLC0415 - few ask for it

    baseline = Baseline.load(path, may_be_missing=True, is_on=checkers.selects)
    for report in reports:
        baseline.note(report)
    added, removed, kept = baseline.write()
    what = f"{added} added, {removed} removed, {kept} kept"
    click.echo(f"{click.format_filename(path)}: {what}", err=True)


def _discover(request: Request, configs: ConfigTree) -> list[Found]:
    files, notes = discover(request.paths, configs)
    _note(notes, request)
    if not files:  # said even if --quiet: a run that checked nothing must not look like a pass
        paths = ", ".join(map(click.format_filename, request.paths))
        click.echo(f"no articles found in {paths}", err=True)
    return files


def _note(notes: Iterable[str], request: Request) -> None:
    for note in () if request.quiet else notes:
        click.echo(printable(note), err=True)


def _reports(
    request: Request, configs: ConfigTree, checkers: Checkers, fix_run: FixRun | None
) -> Iterable[FileReport]:
    if request.reads_stdin:
        name = _name_of_stdin(request, configs)
        if fix_run:
            return fix_run.reports_of_stdin(name)
        if name is None:
            return []
        return [check_stream(sys.stdin.buffer, name, checkers.for_file)]
    files = _discover(request, configs)
    reports = fix_run.reports(files) if fix_run else check_files(files, checkers.for_file)
    if request.quiet or not is_terminal(sys.stderr):
        return reports
    from articlelint.running.progress import with_progress  # noqa: PLC0415 - for terminals only

    return with_progress(reports, len(files), sys.stderr)


def _name_of_stdin(request: Request, configs: ConfigTree) -> str | None:
    """What to call standard input; None if it is excluded, as the file of that name would be."""
    name = request.stdin_filename
    place = configs.excluding(name) if name else None
    if place is None:
        return name or "<stdin>"
    _note([f"{place}: this excludes {name}, which is not checked"], request)
    return None


def _counted(reports: Iterable[FileReport], tally: Tally) -> Iterable[FileReport]:
    for report in reports:
        tally.add(report)
        yield report


def _write(reports: Iterable[FileReport], request: Request) -> None:
    """Write every output; a single one as the reports come."""
    if request.statistics:
        _write_to(Target(JSON, request.output_file), _statistics(reports, request), request)
        return
    targets = request.targets
    if len(targets) > 1:
        reports = [each.without_text() if _is_clean(each) else each for each in reports]
    for target in targets:
        _write_to(target, reporters.load(target.format)(reports), request)


def _write_to(target: Target, chunks: Iterable[str], request: Request) -> None:
    if target.file is None:
        is_taken = request.fix and request.reads_stdin  # by the fixed text
        print_text(chunks, request.color, to_stderr=is_taken)
        return
    from articlelint.files import write_whole  # noqa: PLC0415 - few ask for it

    try:
        write_whole(target.file, map(click.unstyle, chunks))
    except BrokenPipeError:  # a pipe whose reader has seen enough
        raise
    except OSError as error:
        raise WrongUse(f"{target.file}: cannot be written: {error.strerror}") from None


def _statistics(reports: Iterable[FileReport], request: Request) -> Iterable[str]:
    from articlelint.running.statistics import Statistics  # noqa: PLC0415 - few ask for it

    statistics = Statistics()
    for report in reports:
        statistics.add(report)
    return [statistics.as_json()] if request.format_ == JSON else statistics.table()


def _is_clean(report: FileReport) -> bool:
    """Whether nothing of a file's text will be shown: there may be thousands of such files."""
    return not report.diagnostics and not report.suppressed


def _summary(tally: Tally) -> str:
    files = counted(tally.files, "file")
    found = "nothing to report"
    if tally.errors or tally.warnings:
        found = f"{counted(tally.errors, 'error')}, {counted(tally.warnings, 'warning')}"
    suppressed = "".join(
        f", {number} {_SUPPRESSED_BY[suppression]}"
        for suppression, number in sorted(tally.by_suppression.items())
    )
    joint = ":" if tally.errors or tally.warnings else ","
    return f"{files} checked{joint} {found}{suppressed}"


def _fixable(tally: Tally) -> str:
    """How much of what is left can be fixed, and by which options."""
    safe, unsafe = (tally.by_safety[each] for each in (Safety.SAFE, Safety.UNSAFE))
    if not safe:
        return f"; {unsafe} fixable with --fix --unsafe-fixes" if unsafe else ""
    more = f", {unsafe} more with --fix --unsafe-fixes" if unsafe else ""
    return f"; {safe} fixable with --fix{more}"


def _show_config(request: Request, configs: ConfigTree) -> None:
    from articlelint.settings.show import show_settings  # noqa: PLC0415 - few ask for it

    path, *more = request.paths
    if request.reads_stdin:
        path = request.stdin_filename or path
    if more or os.path.isdir(path):
        raise WrongUse("--show-config is for one file: name it")
    print_text(show_settings(path, configs))
