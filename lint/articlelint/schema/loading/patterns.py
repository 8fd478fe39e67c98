"""The regular expressions of a schema."""

from __future__ import annotations

from typing import Any

from articlelint.text.late_pattern import late_pattern

#: Look-around and back-references, without which a pattern takes time that grows with the text.
_BACKTRACKS = late_pattern(r"\(\?<?[=!]|\\[1-9k]")


def backtracks(pattern: Any) -> bool:
    """Whether a pattern may go back and forth in a text."""
    return isinstance(pattern, str) and bool(_BACKTRACKS.search(pattern))
