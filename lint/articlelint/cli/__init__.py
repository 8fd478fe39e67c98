"""The command line: parse, build, call."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def start() -> None:
    """Run the command line as a process of its own.

    What is imported stays to the end. To look for garbage in it, again and again while it grows and
    once more at exit, takes a tenth of the time of a run over one article.
    """
    gc.disable()
    from articlelint.cli.spared_import import spared_import  # noqa: PLC0415 - as below

    with spared_import():
        from articlelint.cli import check  # noqa: F401, PLC0415 - now, while garbage is let be
        from articlelint.running.garbage import look_seldom  # noqa: PLC0415 - likewise

    look_seldom()
    try:
        main(sys.argv[1:])
    finally:
        gc.freeze()


def main(arguments: Sequence[str]) -> None:
    """Do what arguments ask for, and exit."""
    from articlelint.cli.plain import plain_request  # noqa: PLC0415 - as `start` says

    request = plain_request(list(arguments))
    if request is None:
        from articlelint.cli.commands import commands  # noqa: PLC0415 - imports click

        commands(list(arguments), prog_name="articlelint")
    else:
        from articlelint.cli.check import check  # noqa: PLC0415 - as above
        from articlelint.cli.ending import ended  # noqa: PLC0415 - as above

        with ended():
            check(request)
