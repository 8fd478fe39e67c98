"""The arguments and options of the command ``check``, and how lists in them are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from articlelint import reporters
from articlelint.cli.request import DEFAULT_FORMAT, Target
from articlelint.model import ColumnUnit
from articlelint.settings import presets
from articlelint.text.words import show

if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:  # it takes no type before click 8.2
    _Choice = click.Choice


class Choice(_Choice):
    """A value that is one of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value. Raises BadParameter at any other one, with the word that was meant."""
        if value not in self.choices:
            self.fail(_not_one_of(value, self.choices), param, ctx)
        return str(value)

    def get_missing_message(self, *_: Any, **__: Any) -> str:
        """What the value may be, on one line."""
        return f"It is one of {', '.join(self.choices)}."


def _not_one_of(word: str, known: Sequence[str]) -> str:
    from articlelint.cli.suggestions import not_one_of  # noqa: PLC0415 - only after a mistake

    return not_one_of(word, known)


def _split_ids(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """The ids of an option that can be repeated, each time with ids separated by commas."""
    ids = [each.strip() for value in values for each in value.split(",") if each.strip()]
    if values and not ids:
        raise click.BadParameter("name at least one id")
    return tuple(ids)


def _split_targets(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[Target, ...]:
    """The outputs of an option that can be repeated: ``FORMAT`` or ``FORMAT:FILE``."""
    targets = []
    for value in values:
        name, colon, file = value.partition(":")
        if name not in reporters.names():
            raise click.BadParameter(_not_one_of(name, reporters.names()))
        if colon and not file:
            raise click.BadParameter(f"no file name after the colon of {show(value)}")
        targets.append(Target(name, file or None))
    if len(targets) > len({each.file and os.path.realpath(each.file) for each in targets}):
        advice = "name different files, as in json:FILE"
        raise click.BadParameter(f"two outputs go to the same place: {advice}")
    return tuple(targets)


_OPTIONS = (
    click.argument(
        "paths", nargs=-1, type=click.Path(exists=True, readable=False, allow_dash=True)
    ),
    click.option("--stdin-filename", metavar="PATH", help="The name for standard input (-)."),
    click.option(
        "--preset",
        metavar="NAME",
        type=Choice(presets.names()),
        help=f"Settings that are usual for a generator or a format: {', '.join(presets.names())}.  "
        "[default: as configured]",
    ),
    click.option(
        "--schema",
        metavar="NAME|FILE",
        help="A bundled schema, a JSON or YAML schema file, or none for rules only.  "
        "[default: as configured, or article]",
    ),
    click.option(
        "--config",
        "-c",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False),
        help="The configuration for all files, instead of the nearest .articlelint.yaml.",
    ),
    click.option("--no-config", is_flag=True, help="Ignore configuration files."),
    click.option(
        "--no-inline", is_flag=True, help="Refuse schemas and ignore comments that articles hold."
    ),
    click.option(
        "--format",
        "-f",
        "format_",
        metavar="NAME",
        type=Choice(reporters.names()),
        help=f"Output format: {', '.join(reporters.names())}.  [default: {DEFAULT_FORMAT}]",
    ),
    click.option(
        "--column-unit",
        type=Choice([each.value for each in ColumnUnit]),
        default=ColumnUnit.CODE_POINTS.value,
        show_default=True,
        help="What columns count: code points, or code units of UTF-8 (bytes) or UTF-16.",
    ),
    click.option(
        "--path-base",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        help="What paths in the formats for CI are relative to.  [default: the repository]",
    ),
    click.option(
        "--output-file", "-o", metavar="FILE", help="Write to a file instead of standard output."
    ),
    click.option(
        "--output",
        "outputs",
        metavar="FORMAT[:FILE]",
        multiple=True,
        callback=_split_targets,
        help="Format and file in one; can be repeated.",
    ),
    click.option(
        "--select",
        metavar="IDS",
        multiple=True,
        callback=_split_ids,
        help="Report only these, and what prevents the check of an article.",
    ),
    click.option(
        "--ignore", metavar="IDS", multiple=True, callback=_split_ids, help="Do not report these."
    ),
    click.option("--strict", is_flag=True, help="Fail on warnings, too."),
    click.option("--fail-on-no-files", is_flag=True, help="Fail if there is no file to check."),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Leave out named files, too, that a search leaves out by their names.",
    ),
    click.option(
        "--diff-base",
        metavar="REV",
        help="Report only on files that have changed since the branch left this commit.",
    ),
    click.option(
        "--max-warnings",
        metavar="N",
        type=click.IntRange(min=0),
        help="Fail if there are more warnings than this.",
    ),
    click.option(
        "--exit-zero",
        is_flag=True,
        help="Exit with 0 even if the run fails, but not for wrong use.",
    ),
    click.option(
        "--quiet", "-q", is_flag=True, help="Print diagnostics, but no summary or progress."
    ),
    click.option(
        "--color",
        type=Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="When to color the output.",
    ),
    click.option(
        "--baseline",
        metavar="FILE",
        help="Do not report what this baseline lists. It replaces the configured baselines.",
    ),
    click.option(
        "--write-baseline", metavar="FILE", help="Write all current diagnostics to a baseline."
    ),
    click.option("--statistics", is_flag=True, help="Print counts instead of diagnostics."),
    click.option("--fix", is_flag=True, help="Apply safe fixes, and report the rest."),
    click.option(
        "--unsafe-fixes",
        is_flag=True,
        help="With --fix or --diff: apply unsafe fixes, too. Alone, say how to apply them.",
    ),
    click.option("--show-fixes", is_flag=True, help="With --fix: list what was fixed."),
    click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing."),
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        help="Check this many files at once.  [default: the cores that may be used]",
    ),
    click.option("--no-cache", is_flag=True, help="Check every file, and remember no result."),
    click.option(
        "--cache-dir",
        metavar="DIR",
        help="The folder in which results are remembered.  [default: the user's cache folder]",
    ),
    click.option("--show-files", is_flag=True, help="List the files to check, and check none."),
    click.option(
        "--show-config",
        is_flag=True,
        help="Print the settings for one file and where each comes from, and check none.",
    ),
)


def check_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these arguments and options, in their order above."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
