"""The command line: parse, build, call."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper

import click
from click_default_group import DefaultGroup

from articlelint import __version__, reporters, rules
from articlelint.engine import DEFAULT_SCHEMA, Checker
from articlelint.report import FileReport
from articlelint.running.discover import discover
from articlelint.running.run import Tally, check_files, check_stream
from articlelint.schema import store
from articlelint.settings.config import ConfigError, make_config
from articlelint.words import did_you_mean, show

_STDIN = "-"
_INTERRUPTED = 130  # 128 and SIGINT, as shells have it


class WrongUse(click.ClickException):
    """Wrong use, a bad config or a bad schema."""

    exit_code = 2


main: click.Group = DefaultGroup(
    help="""Check the front matter of articles.

    `articlelint PATHS` is short for `articlelint check PATHS`.
    """,
    default="check",
    default_if_no_args=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
click.version_option(__version__, prog_name="articlelint")(main)


def _ids(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """The ids of an option that may be given several times, each with ids between commas."""
    return [each.strip() for value in values for each in value.split(",") if each.strip()]


@main.command()
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, readable=False, allow_dash=True),
)
@click.option("--stdin-filename", metavar="PATH", help="Name of what `-` reads.")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    default=DEFAULT_SCHEMA,
    show_default=True,
    help="Bundled schema, or a JSON or YAML schema file.",
)
@click.option("--no-config", is_flag=True, expose_value=False, help="Read no configuration file.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(reporters.names()),
    default="full",
    show_default=True,
    help="Output format.",
)
@click.option("--select", metavar="IDS", multiple=True, callback=_ids, help="Report only these.")
@click.option("--ignore", metavar="IDS", multiple=True, callback=_ids, help="Do not report these.")
@click.option("--strict", is_flag=True, help="Let warnings fail the run, too.")
@click.option("--quiet", "-q", is_flag=True, help="Print diagnostics alone.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="When to color the output.",
)
@click.option("--show-files", is_flag=True, help="List the files to check, and check none.")
def check(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: tuple[str, ...],
    stdin_filename: str | None,
    schema: str,
    format_: str,
    select: list[str],
    ignore: list[str],
    strict: bool,
    quiet: bool,
    color: str,
    show_files: bool,
) -> None:
    """Check files, folders (for *.md and *.markdown), or standard input (-).

    Exit status: 0 if there is no error, 1 if there is (with --strict, or a warning), 2 for wrong
    use or a wrong schema.
    """
    try:
        if show_files:
            _print((f"{found.path}\n" for found in discover(paths or ["."])), color)
            return
        checker = _checker(schema, select, ignore)
        tally = Tally()
        reports = _reports(paths or (".",), stdin_filename, checker, quiet=quiet)
        _print(reporters.load(format_)(_counted(reports, tally)), color)
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        sys.exit(_INTERRUPTED)
    if not quiet:
        click.echo(_summary(tally), err=True)
    sys.exit(tally.exit_status(strict=strict))


def _checker(schema: str, select: list[str], ignore: list[str]) -> Checker:
    try:
        return Checker(store.find(schema), make_config({}, select=select, ignore=ignore))
    except (store.SchemaError, ConfigError) as error:
        raise WrongUse(str(error)) from None


def _reports(
    paths: tuple[str, ...], stdin_filename: str | None, checker: Checker, *, quiet: bool
) -> Iterable[FileReport]:
    if _STDIN in paths:
        if paths != (_STDIN,):
            raise WrongUse("`-` cannot be checked together with other paths")
        name = stdin_filename or "<stdin>"
        return [check_stream(sys.stdin.buffer, name, checker)]
    files = list(discover(paths))
    if not files:
        click.echo(f"no articles found in {', '.join(map(click.format_filename, paths))}", err=True)
    reports = check_files(files, checker)
    if quiet or not sys.stderr.isatty():
        return reports
    from articlelint.running.progress import with_progress  # noqa: PLC0415 - for terminals only

    return with_progress(reports, len(files), sys.stderr)


def _counted(reports: Iterable[FileReport], tally: Tally) -> Iterable[FileReport]:
    for report in reports:
        tally.add(report)
        yield report


def _print(chunks: Iterable[str], color: str) -> None:
    """Write as the text comes, without color where it is not wanted (see no-color.org)."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # whatever the locale, print something
    auto = stream.isatty() and not os.environ.get("NO_COLOR")
    colored = color == "always" or (color == "auto" and auto)
    for chunk in chunks:
        stream.write(chunk if colored else click.unstyle(chunk))
    stream.flush()


def _summary(tally: Tally) -> str:
    files = _count(tally.files, "file")
    if not tally.errors and not tally.warnings:
        return f"{files} checked, nothing to report"
    return f"{files} checked: {_count(tally.errors, 'error')}, {_count(tally.warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@main.command("rules")
def list_rules() -> None:
    """List all rules with their severity."""
    width = max(map(len, rules.ids()))
    for rule_id in sorted(rules.ids()):
        rule = rules.load(rule_id)
        click.echo(f"{rule_id:<{width}}  {rule.severity.value:<7}  {rule.summary}")


@main.command("explain")
@click.argument("rule_id", metavar="ID")
def explain_rule(rule_id: str) -> None:
    """Explain a rule, with examples."""
    from articlelint.page import rule_page  # noqa: PLC0415 - not for a check

    if rule_id not in rules.ids():
        hint = "; ".join((f"there is no rule {show(rule_id)}", *did_you_mean(rule_id, rules.ids())))
        raise WrongUse(hint)
    click.echo(rule_page(rule_id, rules.load(rule_id)), nl=False)


@main.command("schema")
@click.argument("name", default=DEFAULT_SCHEMA)
def print_schema(name: str) -> None:
    """Print a bundled schema."""
    try:
        click.echo(store.bundled_text(name), nl=False)
    except store.SchemaError as error:
        raise WrongUse(str(error)) from None
