"""The command ``infer``: a schema drawn from the articles that are there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from articlelint.cli.errors import WrongUse
from articlelint.cli.options import Choice
from articlelint.cli.output import print_bytes, say
from articlelint.root import CONFIG_NAME

if TYPE_CHECKING:
    from articlelint.running.found import Found
    from articlelint.setup.infer import Inferred

#: A name for the file of the schema.
_EXAMPLE = "content.schema.yaml"

#: Not a docstring, which `python -OO` drops.
_HELP = """Draw a JSON Schema from the articles in PATHS, and print it.

Without PATHS, look at the current folder, as a check does. The schema says which keys there are,
of which types, formats and values, and which are required: those that 95 of 100 articles have. Each
kind of content has a schema of its own in it. Keys that look misspelt, what is missing in a few
articles and files that cannot be read are named on standard error; all else is valid.

\b
articlelint infer > content.schema.yaml
articlelint --schema content.schema.yaml
"""


@click.command("infer", help=_HELP, short_help="Draw a schema from the articles there are.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, readable=False))
@click.option(
    "--config",
    "-c",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="The configuration that says which files there are.",
)
@click.option("--no-config", is_flag=True, help="Ignore configuration files.")
@click.option(
    "--format",
    "-f",
    "format_",
    type=Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="Output format.",
)
def infer_schema(
    paths: tuple[str, ...],
    config: str | None,
    no_config: bool,  # noqa: FBT001 - a flag arrives as a boolean
    format_: str,
) -> None:
    """Print the schema, and say what is to be said of it."""
    from articlelint.cli.articles import opened, title_of  # noqa: PLC0415 - not for a check
    from articlelint.setup.infer import NothingToInferError, infer  # noqa: PLC0415 - likewise
    from articlelint.setup.written import as_json, as_yaml  # noqa: PLC0415 - likewise

    if config and no_config:
        raise WrongUse("--config and --no-config contradict each other")
    paths = paths or (os.curdir,)
    top = _top(paths)
    try:
        files = _files(paths, config, no_config=no_config)
        inferred = infer(opened(files, top), title_of(top))
    except NothingToInferError as error:
        raise WrongUse(str(error)) from None
    text = as_json(inferred.schema) if format_ == "json" else "".join(as_yaml(inferred.schema))
    print_bytes([text.encode()])
    for line in (*inferred.notes, *_kinds(inferred, top)):
        say(line)


def _files(paths: Iterable[str], config: str | None, *, no_config: bool) -> list[Found]:
    from articlelint.running.discover import discover  # noqa: PLC0415 - not for help
    from articlelint.settings.config_tree import ConfigTree  # noqa: PLC0415 - likewise

    discovery = discover(paths, ConfigTree(config, search=not no_config))
    for note in discovery.notes:
        say(note)
    return discovery.files


def _top(paths: Iterable[str]) -> str:
    """The folder that all paths are in."""
    whole = map(os.path.abspath, paths)
    return os.path.commonpath(
        [each if os.path.isdir(each) else os.path.dirname(each) for each in whole]
    )


def _kinds(inferred: Inferred, top: str) -> Iterator[str]:
    """What there is of each kind, and how a configuration has each folder checked by its own."""
    from articlelint.setup.config_lines import config_lines  # noqa: PLC0415 - not for help
    from articlelint.text.words import counted  # noqa: PLC0415 - likewise

    kinds = inferred.kinds
    if len(kinds) == 1:
        return
    below = os.path.relpath(top).replace(os.sep, "/")
    below = "" if below == os.curdir else f"{below}/"
    for kind in kinds:
        folders = ", ".join(f"{below}{each}" for each in kind.folders)
        where = f" in {folders}" if folders else ""
        yield f"{kind.name}: {counted(kind.articles, 'article')}{where}"
    if below.startswith(os.pardir) or not any(each.folders for each in kinds):
        return
    yield f"to check each folder by its own kind, write in {CONFIG_NAME} (with your file's name):"
    yield from config_lines(kinds, _EXAMPLE, below)
