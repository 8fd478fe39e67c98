"""Lines without a key: which of them continue the text above them."""

from __future__ import annotations

import pytest

from tests.support import article
from tests.unit.reading.helpers import read

CONTINUES = 'yaml-syntax: this line continues "title", but is not indented'


@pytest.mark.parametrize(
    "line",
    ["after a pause", "after ten years.", "and so on", "étonnant, non ?", "quite so, today."],
)
def test_continued(line: str) -> None:
    found = read(article(f"title: Night trains return\n{line}\nweight: 1\n"))
    is_told = f"3:1-3:{len(line) + 1} {CONTINUES}" in found.written()
    assert is_told == (line != "after a pause")  # which may be a key and a value
    fixes = [each.fix is not None for each in found.faults]
    assert fixes == [is_told]


@pytest.mark.parametrize(
    "text",
    [
        "title: Night trains\nand so on\nweight: 1\n",
        "title: 'Night trains return'\nand so on\nweight: 1\n",
        "title: Night trains return\nAnd so on.\nweight: 1\n",
        "title: Night trains return\nso.\nweight: 1\n",
        "topics:\n  - Night trains return\nand so on\nweight: 1\n",
        "and so on\nweight: 1\n",
        "a:\n" + "  # more\n" * 2 + "and so on\nweight: 1\n",
    ],
)
def test_not_continued(text: str) -> None:
    assert not any("continues" in each for each in read(article(text)).written())
