"""The command line: parse, build, call."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TextIO

import click
from click_default_group import DefaultGroup

from articlelint import __version__, reporters
from articlelint.engine import DEFAULT_SCHEMA, Checker
from articlelint.report import FileReport
from articlelint.reporters._line import printable
from articlelint.running.discover import Found, discover
from articlelint.running.run import Tally, check_files, check_stream
from articlelint.schema import store
from articlelint.settings.config import ConfigError, make_config
from articlelint.words import did_you_mean, show

_STDIN = "-"

# Exit statuses of a shell for a command that a signal ended: 128 and the signal's number.
_INTERRUPTED = 130
_BROKEN_PIPE = 141


class WrongUse(click.ClickException):
    """Wrong use, a bad config or a bad schema."""

    exit_code = 2


class _Group(DefaultGroup):  # type: ignore[misc] # the library has no types
    """The commands, and how each of them ends when it cannot go on."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what begins with neither a command nor an option of the group's own for a check.

        Else the group would swallow a `--`, and answer `--strict --help` itself.
        """
        own = [option for parameter in self.get_params(ctx) for option in parameter.opts]
        if args and args[0] not in (*self.commands, *own):
            args = [self.default_cmd_name, *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; no traceback where the fault is not its own."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # A terminal has shown ^C on this line.
            click.echo("\ninterrupted" if _is_terminal(sys.stderr) else "interrupted", err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:  # who reads our output, `head` perhaps, has seen enough
            _drop_output()
            ctx.exit(_BROKEN_PIPE)
        except OSError as error:
            _drop_output()
            raise WrongUse(str(error)) from None


def _drop_output() -> None:
    """Let the interpreter not fail at its end, when it flushes what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


main: click.Group = _Group(
    help="""Check the front matter of articles: the YAML block at the top of Markdown files.

    \b
    articlelint                    check every article below this folder
    articlelint news/ about.md     check a folder and a file
    articlelint - < about.md       check standard input
    articlelint check --help       show the options of a check: --schema, --format, --ignore, ...
    articlelint explain ID         explain the [ID] at the end of a diagnostic
    """,
    subcommand_metavar="[COMMAND] [ARGS]...",
    default="check",
    default_if_no_args=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
click.version_option(__version__, prog_name="articlelint")(main)


def _ids(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """The ids of an option that may be given several times, each with ids between commas."""
    ids = [each.strip() for value in values for each in value.split(",") if each.strip()]
    if values and not ids:
        raise click.BadParameter("name at least one id")
    return ids


@main.command(short_help="Check articles; what is done where no command is named.")
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, readable=False, allow_dash=True),
)
@click.option("--stdin-filename", metavar="PATH", help="What to call that which `-` reads.")
@click.option(
    "--schema",
    metavar="NAME|FILE",
    default=DEFAULT_SCHEMA,
    show_default=True,
    help="A bundled schema, or a JSON or YAML schema file.",
)
@click.option(
    "--no-config",
    is_flag=True,
    expose_value=False,
    help="For later: there is no configuration file yet.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(reporters.names()),
    default="full",
    show_default=True,
    help="Output format: concise is one line for each diagnostic.",
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

    Without PATHS, the current folder. IDS are ids of rules, such as non-iso-date, or schema/enum
    and the like, with commas between; `schema` stands for all of the latter.

    Exit status: 0 if there is no error, 1 if there is (with --strict, or a warning), 2 for wrong
    use or a wrong schema.
    """
    paths = paths or (".",)
    _check_stdin(paths, stdin_filename)
    if show_files:
        _print((f"{printable(found.path)}\n" for found in _discover(paths)), color)
        return
    checker = _checker(schema, select, ignore)
    tally = Tally()
    reports = _reports(paths, stdin_filename, checker, quiet=quiet)
    _print(reporters.load(format_)(_counted(reports, tally)), color)
    if not quiet:
        click.echo(_summary(tally), err=True)
    sys.exit(tally.exit_status(strict=strict))


def _check_stdin(paths: tuple[str, ...], stdin_filename: str | None) -> None:
    if paths == (_STDIN,):
        if sys.stdin is None:
            raise WrongUse("standard input is closed")
    elif _STDIN in paths:
        raise WrongUse("`-` cannot be checked together with other paths")
    elif stdin_filename is not None:
        raise WrongUse("--stdin-filename is for `-`, which is not among the paths")


def _checker(schema: str, select: list[str], ignore: list[str]) -> Checker:
    try:
        return Checker(store.find(schema), make_config({}, select=select, ignore=ignore))
    except (store.SchemaError, ConfigError) as error:
        raise WrongUse(str(error)) from None


def _discover(paths: tuple[str, ...]) -> list[Found]:
    found = discover(paths)
    if not found:  # said even if --quiet: a run that checked nothing must not look like a pass
        click.echo(f"no articles found in {', '.join(map(click.format_filename, paths))}", err=True)
    return found


def _reports(
    paths: tuple[str, ...], stdin_filename: str | None, checker: Checker, *, quiet: bool
) -> Iterable[FileReport]:
    if paths == (_STDIN,):
        return [check_stream(sys.stdin.buffer, stdin_filename or "<stdin>", checker)]
    files = _discover(paths)
    reports = check_files(files, checker)
    if quiet or not _is_terminal(sys.stderr):
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
    if stream is None:
        raise WrongUse("standard output is closed")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # whatever the locale, print something
    auto = _is_terminal(stream) and not os.environ.get("NO_COLOR")
    colored = color == "always" or (color == "auto" and auto)
    for chunk in chunks:
        stream.write(chunk if colored else click.unstyle(chunk))
    stream.flush()


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream through something that knows control sequences."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def _summary(tally: Tally) -> str:
    files = _count(tally.files, "file")
    if not tally.errors and not tally.warnings:
        return f"{files} checked, nothing to report"
    return f"{files} checked: {_count(tally.errors, 'error')}, {_count(tally.warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@main.command("rules", short_help="List all rules.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "text"]),
    default="text",
    show_default=True,
    help="Output format: json tells options and documentation, too.",
)
def list_rules(format_: str) -> None:
    """List all rules: how severe each is, and whether it can be mended automatically."""
    from articlelint.catalogue import listing  # noqa: PLC0415 - not for a check

    for text in [listing.as_json()] if format_ == "json" else listing.table():
        _print([text], "never")  # each line at once, for who wants to see but the first


@main.command("explain")
@click.argument("rule_id", metavar="ID")
def explain_rule(rule_id: str) -> None:
    """Explain a rule, with examples.

    ID is what ends a diagnostic, such as non-iso-date or schema/enum, or just schema.
    """
    from articlelint import catalogue  # noqa: PLC0415 - not for a check

    if rule_id not in catalogue.ids():
        hint = did_you_mean(rule_id, catalogue.ids())
        raise WrongUse("; ".join((f"there is no rule {show(rule_id)}", *hint)))
    _print([catalogue.page(rule_id)], "never")


@main.command("schema")
@click.argument("name", default=DEFAULT_SCHEMA)
def print_schema(name: str) -> None:
    """Print a bundled schema."""
    try:
        click.echo(store.bundled_text(name), nl=False)
    except store.SchemaError as error:
        raise WrongUse(str(error)) from None
