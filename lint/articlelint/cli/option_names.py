"""Names of files that look like options, which a shell or a hook may have put among them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import islice

import click

from articlelint.cli.errors import WrongUse
from articlelint.text.words import show


def names_apart(
    arguments: Iterable[str], command: click.Command, flags: Iterable[str]
) -> list[str]:
    """The arguments of a command, of which none looks like an option but is a file or folder.

    Somebody may have named a file so that ``articlelint *`` does something else. After ``--`` every
    argument is a name, and the value of an option is what the user wants it to be. ``flags`` are
    options that are not the command's own. Raises WrongUse at a name that looks like an option.

    pre-commit adds names to arguments of the user's own, which need not end with ``--``. So there,
    names that can be no option stay names.
    """
    options = {
        name: option.is_flag
        for option in command.params
        if isinstance(option, click.Option)
        for name in option.opts
    } | dict.fromkeys(flags, True)
    kept: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            return [*kept, argument, *left]
        if argument[:1] == "-" and argument != "-" and os.path.lexists(argument):
            kept.append(_as_name(argument, options))
            continue
        kept.append(argument)
        if not options.get(argument, True):
            kept += islice(left, 1)
    return kept


def _as_name(argument: str, options: Mapping[str, bool]) -> str:
    """A name that looks like an option, written so that it does not."""
    name = os.path.join(".", argument)
    if "PRE_COMMIT" not in os.environ or _may_be_option(argument, options):
        advice = f"write {show(name)}, or `--` before the names of files"
        raise WrongUse(f"{show(argument)} looks like an option but is a file: {advice}")
    return name


def _may_be_option(argument: str, options: Mapping[str, bool]) -> bool:
    """Whether an argument is an option or short ones in a row, the last perhaps with its value.

    ``options`` says of each whether it is a flag.
    """
    if argument.startswith("--"):
        return argument.partition("=")[0] in options
    for letter in argument[1:]:
        if not options.get(f"-{letter}", True):
            return True
        if f"-{letter}" not in options:
            return False
    return True
