"""What is wrong with a configuration file, with places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlelint.model import Span
from articlelint.reading.source import SourceFile
from articlelint.settings.config import ConfigError


class Mistake(NamedTuple):
    """What is wrong at a place of a configuration file."""

    span: Span
    message: str


class ConfigFileError(ConfigError):
    """What is wrong with the configuration file at ``path``, a line for each mistake.

    ``mistakes`` have their places in ``source``; there are none if it is not to be quoted.
    """

    def __init__(
        self, message: str, path: str, source: SourceFile, mistakes: Iterable[Mistake] = ()
    ) -> None:
        super().__init__(message)
        self.path = path
        self.source = source
        self.mistakes = tuple(mistakes)
