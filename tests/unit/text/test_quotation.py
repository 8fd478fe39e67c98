from __future__ import annotations

import pytest

from articlelint.text.quotation import without_curly_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“news”", "news"),
        ("„Nachricht“", "Nachricht"),
        ("‘news’", "news"),
        ("« brève »", "brève"),
        (" “ news ” ", "news"),
        ('"news"', None),
        ("“news", None),
        ("news”", None),
        ("“”", None),
        ("“ ”", None),
        ("", None),
    ],
)
def test_curly_quotes_around_a_text(text: str, inner: str | None) -> None:
    assert without_curly_quotes(text) == inner
