"""A check: from a request to reports to an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from articlelint.cli.errors import WrongUse
from articlelint.cli.output import is_terminal, print_text, say, write_reports
from articlelint.cli.request import Request, refuse_contradictions
from articlelint.cli.summary import summary
from articlelint.engine.check import Checker
from articlelint.file_names import shown_path
from articlelint.model import ColumnUnit
from articlelint.report import STDIN_NAME, FileReport
from articlelint.running.baselines import Baselines
from articlelint.running.checkers import Checkers
from articlelint.running.discover import discover
from articlelint.running.found import Chosen, Discovery, Found
from articlelint.running.membership import Membership
from articlelint.running.run import BeginFile, Begun, begin, begin_found, open_stream
from articlelint.running.schema_fit import SchemaFit
from articlelint.running.tally import Tally
from articlelint.settings.config_tree import ConfigTree
from articlelint.settings.near_configs import near_configs
from articlelint.text.printable import printable, printable_path, without_commands
from articlelint.text.words import counted, show

if TYPE_CHECKING:
    from articlelint.cli.fix_or_diff import FixRun


def check(request: Request) -> None:
    """Do what a command line asks for, and exit."""
    refuse_contradictions(request)
    configs = ConfigTree(request.config, search=not request.no_config, preset=request.preset)
    if request.show_config:
        _show_config(request, configs)
    elif request.show_files:
        files = (f"{printable_path(each.path)}\n" for each in _choose(request, configs).files)
        print_text(files, request.color)
    else:
        checkers = Checkers(
            configs,
            request.schema,
            request.select,
            request.ignore,
            no_inline=request.no_inline,
            notes_contents=request.shows_contents,
        )
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
        found = fix_run.diff(_choose(request, configs).files)
    if not request.quiet:
        where = counted(found.changed, "file")
        say(f"{counted(fix_run.fixed, 'fault')} would be fixed in {where}")
    sys.exit(int(any(found) and not request.exit_zero))


def _check(request: Request, configs: ConfigTree, checkers: Checkers) -> None:
    fix_run = _fix_run(request, checkers) if request.fix else None
    reports = _reports(request, configs, checkers, fix_run)
    baselines = Baselines(configs, checkers.selects, request.baseline, request.write_baseline)
    fit = SchemaFit(checkers)
    reports = fit.counting(baselines.filtered(reports))
    if request.write_baseline is not None:
        _write_baseline(request.write_baseline, reports, checkers)
        _note(fit.notes(), request)
        return
    tally = Tally()
    write_reports(_as_asked(_counted(reports, tally), request), request)
    for line in fix_run.shown if fix_run else ():
        say(line)
    if not request.quiet:
        applied = fix_run.fixed if fix_run else None
        total = summary(tally, applied, wants_fixes=request.unsafe_fixes)
        for line in (*baselines.stale(), *_notes_of(checkers), *fit.notes(), total):
            say(line)
    sys.exit(0 if request.exit_zero else tally.exit_status(request.most_warnings))


def _notes_of(checkers: Checkers) -> Iterable[str]:
    """What is said of schemas that a team has itself."""
    schemas = checkers.schemas()
    if not schemas:
        return ()
    from articlelint.running.schema_notes import schema_notes  # noqa: PLC0415 - seldom needed

    return schema_notes(schemas)


def _write_baseline(path: str, reports: Iterable[FileReport], checkers: Checkers) -> None:
    from articlelint.settings.baseline import Baseline  # noqa: PLC0415 - few ask for it

    baseline = Baseline.load(path, may_be_missing=True, is_on=checkers.selects)
    for report in reports:
        baseline.note(report)
    added, removed, kept = baseline.write()
    say(f"{printable_path(path)}: {added} added, {removed} removed, {kept} kept")


def _discover(request: Request, configs: ConfigTree) -> Discovery:
    discovery = discover(request.paths, configs, force_exclude=request.force_exclude)
    _note(discovery.notes, request)
    _tell_near_configs((*request.paths, *discovery.near_configs), request)
    if discovery.others and not request.quiet:
        from articlelint.running.other_files import note_on_others  # noqa: PLC0415 - seldom needed

        _note(note_on_others(discovery), request)
    if (
        not discovery.files
    ):  # said even if --quiet: a run that checked nothing must not look like a pass
        why = f"no articles found in {', '.join(request.paths)}"
        if request.fail_on_no_files:
            raise WrongUse(printable(why))
        say(why)
    return discovery


def _tell_near_configs(paths: Iterable[str], request: Request) -> None:
    """Say which files beside or above these are no configurations, although they look like it.

    This is said even if --quiet: else, settings without effect would go unnoticed.
    """
    if not (request.config or request.no_config):
        for each in near_configs({os.path.dirname(os.path.abspath(path)) for path in paths}):
            say(each)


def _choose(request: Request, configs: ConfigTree) -> Chosen:
    """The files to check: with ``--diff-base``, only those that have changed."""
    discovery = _discover(request, configs)
    files = discovery.files
    if request.diff_base is None:
        return Chosen(files, discovery=discovery)
    from articlelint.running.changed import choose_changed  # noqa: PLC0415 - few ask for it
    from articlelint.running.git import GitError  # noqa: PLC0415 - likewise

    try:
        chosen = choose_changed(files, request.diff_base)
    except GitError as error:
        raise WrongUse(f"--diff-base: {error}") from None
    if files and not chosen.files:
        say(f"no articles have changed since {show(request.diff_base)}")
    return chosen


def _note(notes: Iterable[str], request: Request) -> None:
    for note in () if request.quiet else notes:
        say(note)


def _reports(
    request: Request, configs: ConfigTree, checkers: Checkers, fix_run: FixRun | None
) -> Iterable[FileReport]:
    if request.reads_stdin:
        return _reports_of_stdin(request, configs, checkers, fix_run)
    chosen = _choose(request, configs)
    begin_file = fix_run.begin if fix_run else None
    reports = _compared(chosen, request, configs, checkers, begin_file)
    if request.quiet or not is_terminal(sys.stderr):
        return reports
    from articlelint.running.progress import with_progress  # noqa: PLC0415 - for terminals only

    return with_progress(reports, len(chosen.files), sys.stderr)


def _compared(
    chosen: Chosen,
    request: Request,
    configs: ConfigTree,
    checkers: Checkers,
    begin_file: BeginFile | None,
) -> Iterable[FileReport]:
    """The reports of files, each compared with the others of its collection if it has any."""
    files = chosen.files
    membership = Membership(configs)
    if not membership.has_others(files):
        begin_file = begin_file or begin_found
        return (begin_file(each, checkers.for_file(each.path)).report() for each in files)
    from articlelint.running.cached_check import CachedCheck  # noqa: PLC0415 - not for one file
    from articlelint.running.collection_run import CollectionRun  # noqa: PLC0415 - likewise

    checkers = checkers.to_compare()
    cached_check = CachedCheck(checkers.now(), request.cache_dir, is_on=not request.no_cache)
    is_all = len(request.paths) == 1 and request.diff_base is None
    searched = request.paths[0] if is_all else None
    run = CollectionRun(checkers, membership, cached_check, begin_file, searched, request.jobs)
    return _then_noting(run.reports(chosen), run.notes, request)


def _then_noting(
    reports: Iterable[FileReport], notes: Iterable[str], request: Request
) -> Iterator[FileReport]:
    from articlelint.collection.cache_file import DamagedCacheError  # noqa: PLC0415 - it is there

    try:
        yield from reports
    except DamagedCacheError as error:  # of temporary tables, without a cache
        raise WrongUse(f"what was found cannot be kept: {error}") from None
    _note(notes, request)


def _reports_of_stdin(
    request: Request, configs: ConfigTree, checkers: Checkers, fix_run: FixRun | None
) -> Iterable[FileReport]:
    name = _name_of_stdin(request, configs)
    if fix_run:
        return fix_run.reports_of_stdin(name)
    if name is None:
        return []

    file = open_stream(sys.stdin.buffer, name)

    def begin_file(_found: Found, checker: Checker, name: str | None = None) -> Begun:
        return begin(file, checker, name)

    return _compared(Chosen([Found(name)]), request, configs, checkers, begin_file)


def _name_of_stdin(request: Request, configs: ConfigTree) -> str | None:
    """What to call standard input; None if it is excluded, as the file of that name would be."""
    name = shown_path(request.stdin_filename) if request.stdin_filename else None
    _tell_near_configs([name or STDIN_NAME], request)
    place = configs.excluding(name) if name else None
    if place is None:
        return name or STDIN_NAME
    why = f"{place}: this excludes {name}, which is not checked"
    if request.fail_on_no_files:
        raise WrongUse(printable(why))
    _note([why], request)
    return None


def _counted(reports: Iterable[FileReport], tally: Tally) -> Iterable[FileReport]:
    for report in reports:
        tally.add(report)
        yield report


def _as_asked(reports: Iterable[FileReport], request: Request) -> Iterable[FileReport]:
    """The reports, with the unit of columns and the base of paths that the command line names."""
    unit, base = ColumnUnit(request.column_unit), request.path_base
    if unit is ColumnUnit.CODE_POINTS and base is None:  # as reports are made
        return reports
    return (each._replace(column_unit=unit, path_base=base) for each in reports)


def _show_config(request: Request, configs: ConfigTree) -> None:
    from articlelint.settings.show import show_settings  # noqa: PLC0415 - few ask for it

    path, *more = request.paths
    if request.reads_stdin:
        path = request.stdin_filename or path
    if more or os.path.isdir(path):
        raise WrongUse("--show-config needs one file")
    print_text(map(without_commands, show_settings(path, configs)))
