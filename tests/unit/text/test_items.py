"""A text that was meant as a list."""

from __future__ import annotations

import pytest

from articlelint.text.items import items_of, words_of

SPLIT = {
    "Railways, Travel": ["Railways", "Travel"],
    "Railways,Travel,": ["Railways", "Travel"],
    "Railways; Travel": ["Railways", "Travel"],
    "Railways | Travel": ["Railways", "Travel"],
    "Railways / Travel": ["Railways", "Travel"],
    "鉄道、旅行": ["鉄道", "旅行"],
    "-Railways -Travel": ["Railways", "Travel"],
    "- Railways - Night trains": ["Railways", "Night trains"],
    "• Railways • Travel": ["Railways", "Travel"],
    "– Railways": ["Railways"],
    "#home #kitchen": ["#home", "#kitchen"],
    "#home, #kitchen": ["#home", "#kitchen"],
    "“Railways”, “Travel”": ["Railways", "Travel"],
    "'Bread, butter', 'Tea'": ["Bread, butter", "Tea"],
    "it's late, 'so it is'": ["it's late", "so it is"],
    "(Railways, Travel)": ["Railways", "Travel"],
    "Railways (UK), Travel": ["Railways (UK)", "Travel"],
    "(UK), (France)": ["(UK)", "(France)"],
    "Railways\nTravel\n": ["Railways", "Travel"],
    "  -Railways\n\n  -Night trains,": ["Railways", "Night trains"],
    "– Railways\r\n– Travel": ["Railways", "Travel"],
}
WHOLE = (
    "Railways",
    "Night trains",
    "Railways and travel",
    "well-known",
    "and/or",
    "T-shirts",
    "-1",
    "#1 in town",
    "Platform 9 - the sequel",
)
NONE = ("", " ", ",", "-", "•", "--- ", "a" * 2001)


@pytest.mark.parametrize(("text", "items"), SPLIT.items())
def test_a_text_is_split(text: str, items: list[str]) -> None:
    assert items_of(text) == items


@pytest.mark.parametrize("text", WHOLE)
def test_a_text_stays_whole(text: str) -> None:
    assert items_of(text) == [text]


@pytest.mark.parametrize("text", NONE)
def test_a_text_has_no_items(text: str) -> None:
    assert items_of(text) == []


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Compost Weather", ["Compost", "Weather"]),
        ("Railways and Travel", ["Railways", "Travel"]),
        ("Night trains & slow travel", ["Night trains", "slow travel"]),
        ("Railways", []),
        ("all that there is to see", []),
    ],
)
def test_an_item_may_be_several(item: str, words: list[str]) -> None:
    assert words_of(item) == words
