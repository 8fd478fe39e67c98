from __future__ import annotations

import pytest

from articlelint.fixing.fix_title import title
from articlelint.model import (
    AddKey,
    Change,
    DropByteOrderMark,
    OrderKeys,
    Remove,
    RenameKey,
    SetValue,
    SplitItem,
)

TITLES: dict[str, Change] = {
    'write "a"': SetValue(("v",), "a"),
    "write true": SetValue(("v",), True),
    'rename the key to "title"': RenameKey(("m", "titel"), "title"),
    "remove it": Remove(("l", 1)),
    'add "heat" with the value 4': AddKey(("m", "heat"), 4),
    "make it 2 items": SplitItem(("l", 1), ("a", "b")),
    "put the keys in order": OrderKeys(("m",), ("b", "a")),
    "remove the byte order mark": DropByteOrderMark(),
}


@pytest.mark.parametrize(("words", "change"), TITLES.items(), ids=TITLES)
def test_a_fix_says_what_it_does(words: str, change: Change) -> None:
    assert title(change) == words
