"""Command lines that are plain, as a hook or an editor gives them: names of files, and no option.

To import click and to build its commands is a sixth of the time of a run over one article. So click
reads only the others, and says what is wrong with one.
"""

from __future__ import annotations

import os

from articlelint.cli.request import HERE, Request

_CHECK = "check"
_QUIET = "--quiet"
_FORCE_EXCLUDE = "--force-exclude"
_END_OF_OPTIONS = "--"
#: With this in the environment, a shell asks click what may complete a command line.
_COMPLETION = "_ARTICLELINT_COMPLETE"


def plain_request(arguments: list[str]) -> Request | None:
    """What ``[check] [--quiet] [--force-exclude] [--] PATHS`` asks for.

    None if click must read the arguments.
    """
    if _COMPLETION in os.environ or os.name == "nt":  # where click expands wildcards
        return None
    is_check, paths = _after(_CHECK, arguments)
    is_quiet, paths = _after(_QUIET, paths)
    is_forced, paths = _after(_FORCE_EXCLUDE, paths)
    is_ended, paths = _after(_END_OF_OPTIONS, paths)
    is_clear = is_check or is_quiet or is_forced or is_ended
    may_be_command = not is_clear and "".join(paths[:1]).isalpha()
    may_be_option = not is_ended and any(each.startswith("-") for each in paths)
    may_be_name = (is_quiet and os.path.lexists(_QUIET)) or (
        is_forced and os.path.lexists(_FORCE_EXCLUDE)
    )
    if may_be_command or may_be_option or may_be_name or not all(map(os.path.exists, paths)):
        return None
    return Request(tuple(paths) or HERE, quiet=is_quiet, force_exclude=is_forced)


def _after(word: str, arguments: list[str]) -> tuple[bool, list[str]]:
    """Whether the first argument is this word, and the arguments after it."""
    is_there = arguments[:1] == [word]
    return is_there, arguments[is_there:]
