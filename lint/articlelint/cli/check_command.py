"""The command ``check``, and its help."""

from __future__ import annotations

from typing import Any

import click

from articlelint.cli.check import check
from articlelint.cli.options import check_options
from articlelint.cli.request import HERE, Request

#: Not a docstring, which `python -OO` drops.
_HELP = """Check files, folders (for *.md and the like), or standard input (-).

Without PATHS, check the current folder. IDS are ids of rules such as non-iso-date or schema/enum,
separated by commas; `schema` means all ids that begin with schema/.

Exit status: 0 if no error is left, 1 if one is left (with --strict also for a warning, with
--max-warnings for too many, with --diff also for a change), 2 for wrong use, a wrong configuration,
a wrong schema or a fault of articlelint itself that ends the run (with --fail-on-no-files also if
there is no file to check). --exit-zero turns 1 into 0.
"""


@click.command("check", help=_HELP, short_help="Check articles (the default command).")
@check_options
def check_command(**options: Any) -> None:
    """Do what the options ask for."""
    options["paths"] = options["paths"] or HERE
    check(Request(**options))
