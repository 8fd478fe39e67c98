"""Output formats: one file each, found by listing this folder; its name is the format's name.

A reporter has one function, ``render``: it takes the reports as they come and yields text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from articlelint.report import FileReport
from articlelint.reporters._short import shortened

Renderer = Callable[[Iterable[FileReport]], Iterator[str]]


def names() -> list[str]:
    """The names of the output formats."""
    files = os.listdir(os.path.dirname(__file__))
    return sorted(file[:-3] for file in files if file.endswith(".py") and file[0] != "_")


def load(name: str) -> Renderer:
    """The reporter of a format that ``names`` lists; it shortens texts without measure."""
    render: Renderer = import_module(f"{__name__}.{name}").render
    return lambda reports: render(map(shortened, reports))
