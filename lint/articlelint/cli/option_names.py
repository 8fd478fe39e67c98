"""Names of files that look like options, which a shell or a hook may have put among them."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from articlelint.cli.errors import WrongUse
from articlelint.text.words import show


def refuse_names_like_options(arguments: Iterable[str], command: click.Command) -> None:
    """Raise WrongUse if an argument of a command looks like an option but is a file or folder.

    Somebody may have named a file so that ``articlelint *`` does something else. After ``--`` every
    argument is a name, and the value of an option is what the user wants it to be.
    """
    with_value = {
        name
        for option in command.params
        if isinstance(option, click.Option) and not option.is_flag
        for name in option.opts
    }
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            return
        if argument[:1] == "-" and argument != "-" and os.path.lexists(argument):
            advice = f"write {show(os.path.join('.', argument))}, or `--` before the names of files"
            raise WrongUse(f"{show(argument)} looks like an option but is a file: {advice}")
        if argument in with_value:
            next(left, None)
