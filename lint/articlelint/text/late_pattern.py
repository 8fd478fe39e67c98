"""Regular expressions that are compiled when they are first used, for most runs need few."""

from __future__ import annotations

import re
from typing import Any, cast


def late_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes of this, later.

    To compile all that a run over one article imports would be a tenth of its time.
    """
    return cast("re.Pattern[str]", _LatePattern(expression, flags))


class _LatePattern:
    def __init__(self, expression: str, flags: int) -> None:
        self._written = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        """A method or an attribute of the pattern, which is found without this from now on."""
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
