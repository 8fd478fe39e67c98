"""An import that a library makes for nothing.

jsonschema-rs imports email.utils, and with that some thirty modules, to read the date on which it
was built, and nobody asks for that. It was a tenth of the instructions of a run over one article
(276 to 251 million).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

_NAME = "email.utils"


@contextmanager
def spared_import() -> Iterator[None]:
    """Import jsonschema-rs within this, in a process that has no other thread yet."""
    if _NAME in sys.modules:
        yield
        return
    stand_in = sys.modules[_NAME] = _StandIn(_NAME)
    try:
        yield
    finally:
        if sys.modules.get(_NAME) is stand_in:
            del sys.modules[_NAME]


class _StandIn(ModuleType):
    """Leaves a date as it is; whoever asks for anything else gets the module itself."""

    @staticmethod
    def parsedate_to_datetime(text: str) -> str:
        return text

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(_NAME) is self:
            del sys.modules[_NAME]
        return getattr(import_module(_NAME), name)
