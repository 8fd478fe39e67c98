"""What can be shown of any text."""

from __future__ import annotations

import pytest

from articlelint.text.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("渡し船 🚢 e\u0301", "渡し船 🚢 e\u0301", id="visible"),
        pytest.param("a\u00a0b", "a\u00a0b", id="another space"),
        pytest.param("a\nb\tc", "a\\nb\\tc", id="line break and tab"),
        pytest.param("\x1b[31m", "\\x1b[31m", id="control sequence"),
        pytest.param("a\u200b\u202eb", "a\\u200b\\u202eb", id="invisible"),
        pytest.param("a\u2028b\u2029", "a\\u2028b\\u2029", id="line breaks of Unicode"),
        pytest.param("\udcff.md", "\\udcff.md", id="byte that is not UTF-8"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown
