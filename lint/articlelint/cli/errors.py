"""How a command says that it was used in a wrong way."""

from __future__ import annotations

import click


class WrongUse(click.ClickException):
    """Wrong use, a bad config or a bad schema."""

    exit_code = 2
