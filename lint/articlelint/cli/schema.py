"""The command ``schema``: prints a bundled schema, or looks for mistakes in one of your own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from articlelint.cli.errors import WrongUse
from articlelint.cli.output import print_text, say
from articlelint.schema.loading import store
from articlelint.text.printable import printable_line, printable_path
from articlelint.text.words import counted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_CHECK = "check"

#: Not a docstring, which `python -OO` drops.
_HELP = f"""Print a bundled schema, or check schemas of your own.

\b
articlelint schema              print the schema {store.DEFAULT_SCHEMA}
articlelint schema NAME         print another one
articlelint schema {_CHECK} FILES  look for mistakes in JSON or YAML schemas

A check reports keywords and formats that are misspelt, references that lead nowhere, patterns that
are no regular expressions, and each example, default, constant and value of an enum that is not
valid by its own schema. Exit status: 0 if there is no mistake, 1 if there is one, 2 for wrong use.
"""


def _complete(
    context: click.Context, _words: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - not for a check

    if context.params.get("words"):
        return [CompletionItem(incomplete, type="file")]
    known = [_CHECK, *store.bundled_names()]
    return [CompletionItem(each) for each in known if each.startswith(incomplete)]


@click.command("schema", help=_HELP, short_help="Print a bundled schema, or check your own.")
@click.argument("words", metavar=f"[NAME | {_CHECK} FILES]", nargs=-1, shell_complete=_complete)
def schema(words: tuple[str, ...]) -> None:
    """Do what is asked for."""
    name, *files = words or (store.DEFAULT_SCHEMA,)
    if name == _CHECK:
        _check(files)
    elif files:
        raise WrongUse(f"only one schema can be printed: write `articlelint schema {name}`")
    else:
        click.echo(store.bundled_text(name), nl=False)


def _check(files: list[str]) -> None:
    if not files:
        raise WrongUse("name at least one file")
    for each in files:
        if not os.path.isfile(each):
            raise WrongUse(f"{each}: there is no such file")
    lines = [line for each in files for line in _mistakes(each)]
    print_text(f"{printable_line(each)}\n" for each in lines)
    found = counted(len(lines), "mistake") if lines else "no mistake"
    say(f"{counted(len(files), 'schema')} checked: {found}")
    sys.exit(int(bool(lines)))


def _mistakes(file: str) -> Iterator[str]:
    """A line for each mistake in a file; what keeps it from being read is one, too.

    By which draft it is read is said at once, if need be: that is no mistake.
    """
    from articlelint.schema.reviewing.draft_note import draft_note  # noqa: PLC0415 - not to print one
    from articlelint.schema.reviewing.places import placed  # noqa: PLC0415 - likewise
    from articlelint.schema.reviewing.review import review  # noqa: PLC0415 - likewise

    try:
        found = store.load_file(file)
        for note in placed(draft_note(found), found, printable_path(file)):
            say(note)
        mistakes = review(found)
    except store.SchemaError as error:
        yield str(error)
        return
    yield from placed(mistakes, found, printable_path(file))
