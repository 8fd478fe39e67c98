"""The regular expressions of a schema."""

from __future__ import annotations

import re
from typing import Any

#: Look-around and back-references, without which a pattern takes time that grows with the text.
_BACKTRACKS = re.compile(r"\(\?<?[=!]|\\[1-9k]")


def backtracks(pattern: Any) -> bool:
    """Whether a pattern may go back and forth in a text."""
    return isinstance(pattern, str) and bool(_BACKTRACKS.search(pattern))
