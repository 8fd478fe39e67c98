"""Where output goes: to standard output, with color where it is wanted, or to files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import NamedTuple, TextIO

import click

from articlelint.cli.errors import WrongUse


class Target(NamedTuple):
    """One output: its format, and the file it goes to, None for standard output."""

    format: str
    file: str | None = None


def print_text(chunks: Iterable[str], color: str = "never", *, to_stderr: bool = False) -> None:
    """Write as the text comes, without color where it is not wanted (see no-color.org)."""
    stream = sys.stderr if to_stderr else sys.stdout
    if stream is None:
        raise WrongUse("standard output is closed")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # whatever the locale, print something
    auto = is_terminal(stream) and not os.environ.get("NO_COLOR")
    colored = color == "always" or (color == "auto" and auto)
    for chunk in chunks:
        stream.write(chunk if colored else click.unstyle(chunk))
    stream.flush()


def print_bytes(chunks: Iterable[bytes]) -> None:
    """Write to standard output for other programs: every byte as it is, on every system."""
    if sys.stdout is None:
        raise WrongUse("standard output is closed")
    sys.stdout.buffer.writelines(chunks)
    sys.stdout.buffer.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream through something that knows control sequences."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
