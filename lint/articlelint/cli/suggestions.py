"""What was probably meant by a word of the command line that is unknown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from articlelint.text.spelling import did_you_mean, is_typo
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
            self.fail(not_one_of(value, self.choices), param, ctx)
        return str(value)


def not_one_of(word: str, known: Sequence[str]) -> str:
    """A message for a word that is none of the known ones."""
    return "; ".join((f"{show(word)} is not one of {', '.join(known)}", *did_you_mean(word, known)))


def refuse_misspelt(word: str, commands: Iterable[str], options: Iterable[str]) -> None:
    """Raise UsageError if a word is a misspelt command or option, and no file or folder either."""
    if os.path.lexists(word):
        return
    if word.startswith("-"):
        if any(is_typo(word, each) for each in options):
            raise click.NoSuchOption(word, possibilities=options)
        return
    meant = [each for each in commands if is_typo(word, each)]
    if meant:
        what = f"no command, file or folder is called {show(word)}"
        raise click.UsageError(f"{what}: did you mean {show(meant[0])}?")
