"""The group of commands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit
from click_default_group import DefaultGroup

from articlelint.cli.ending import ended
from articlelint.cli.option_names import names_apart
from articlelint.text.printable import printable

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Group(DefaultGroup):  # type: ignore[misc] # the library has no types
    """The commands; ``check`` is the default."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Treat arguments as a check unless they begin with a command or an option of the group.

        Otherwise the group would swallow a `--`, and answer `--strict --help` itself.
        """
        if ctx.resilient_parsing and not args:  # the first word is to be completed
            return click.Group.parse_args(self, ctx, args)
        own = [option for parameter in self.get_params(ctx) for option in parameter.opts]
        if args and args[0] not in (*self.commands, *own):
            self._refuse_misspelt(args[0], own)
            args = [self.default_cmd_name, *args]
        if args and args[0] not in self.commands.keys() - {self.default_cmd_name}:
            args = names_apart(args, self.commands[self.default_cmd_name], own)
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def _refuse_misspelt(self, word: str, options: list[str]) -> None:
        """Raise UsageError if a word is a command or an option of the group, but misspelt."""
        of_check = (each.opts for each in self.commands[self.default_cmd_name].params)
        is_known = word.partition("=")[0] in chain.from_iterable(of_check)
        if not is_known and not os.path.lexists(word):
            from articlelint.cli.suggestions import refuse_misspelt  # noqa: PLC0415 - seldom needed

            refuse_misspelt(word, self.commands, options)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may complete the first word: a command, or an option or path of a check."""
        found: list[CompletionItem] = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            found += self.commands[self.default_cmd_name].shell_complete(ctx, incomplete)
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - not for a check

        unique = list({each.value: each for each in found}.values())
        return unique or [CompletionItem(incomplete, type="file")]

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        """Read the arguments, and answer `--help` or `--version`."""
        with _ended():
            context: click.Context = super().make_context(*args, **options)
        return context

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        with _ended():
            return super().invoke(ctx)


@contextmanager
def _ended() -> Iterator[None]:
    """End the program where it cannot go on; click says that an argument is wrong."""
    with ended((SystemExit, Exit, click.ClickException)):
        try:
            yield
        except click.UsageError as error:  # it quotes an argument as it is
            raise click.UsageError(printable(error.format_message()), error.ctx) from None
