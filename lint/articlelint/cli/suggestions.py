"""What was probably meant by a word of the command line that is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from articlelint.text.spelling import did_you_mean, is_typo
from articlelint.text.words import show


def not_one_of(word: str, known: Sequence[str]) -> str:
    """A message for a word that is none of the known ones."""
    return "; ".join((f"{show(word)} is not one of {', '.join(known)}", *did_you_mean(word, known)))


def refuse_misspelt(word: str, commands: Iterable[str], options: Iterable[str]) -> None:
    """Raise UsageError if a word, which no file or folder has for its name, is a misspelt one."""
    if word.startswith("-"):
        meant = [each for each in options if is_typo(word, each)]
        if meant:
            raise click.NoSuchOption(word, possibilities=meant)
        return
    meant = [each for each in commands if is_typo(word, each)]
    if meant:
        what = f"no command, file or folder is called {show(word)}"
        raise click.UsageError(f"{what}: did you mean {show(meant[0])}?")
