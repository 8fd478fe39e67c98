"""The command ``server``: the language server for editors."""

from __future__ import annotations

import click

from articlelint.cli.errors import WrongUse

#: What the extra of that name brings.
_LIBRARIES = ("lsprotocol", "pygls")
_INSTALL = "the language server needs more libraries: run `pip install 'articlelint[server]'`"


@click.command("server", short_help="Check articles in an editor.")
@click.option(
    "--tcp",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Wait for the editor on a port of this machine, for debugging.",
)
def server(tcp: int | None) -> None:
    """Check articles while they are written in an editor (language server).

    Editors start this command and talk to it over standard input and output. docs/editors.md has
    the settings for them.
    """
    try:
        from articlelint.server.serve import serve  # noqa: PLC0415 - takes half a second
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in _LIBRARIES:
            raise
        raise WrongUse(_INSTALL) from None
    serve(tcp)
