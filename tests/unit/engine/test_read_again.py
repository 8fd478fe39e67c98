"""An article is read again for the places of what was found later."""

from __future__ import annotations

import pytest

from articlelint.engine.read_again import read_again
from articlelint.model import Span
from articlelint.reading.source import SourceFile
from tests.support import article, source_of


def test_a_value_has_the_place_that_it_had() -> None:
    text = article("title: A\nwebUrl: https://a.example/\n")
    again = read_again(source_of(text))
    assert again
    start = text.index("https")
    assert again.document.value_span(("webUrl",)) == Span(start, start + len("https://a.example/"))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(SourceFile.from_bytes(b"---\ntitle: \xff\n---\n"), id="not UTF-8"),
        pytest.param(source_of("# A\n"), id="no front matter"),
        pytest.param(source_of("---\ntitle: A\n"), id="never closed"),
        pytest.param(source_of("---\n- a\n---\n"), id="not a mapping"),
        pytest.param(source_of("---\n---\n"), id="empty"),
    ],
)
def test_what_cannot_be_read_has_no_places(source: SourceFile) -> None:
    assert read_again(source) is None
