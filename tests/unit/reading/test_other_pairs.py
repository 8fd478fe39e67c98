"""Lines that look as if another program wrote a name and its value, and mean something else."""

from __future__ import annotations

import pytest

from tests.support import article
from tests.unit.reading.helpers import read

BREAK = "1:1-1:4 yaml-syntax: the first `---` makes this text front matter, which it is not"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**Note:** the trains return.\n", [BREAK]),
        ("**Note:** the trains return.\n\nMore text.\n", [BREAK]),
        (
            "title: *x\nkey: **bold**\n",
            [
                "2:8-2:10 yaml-syntax: a value that begins with `*` must be in quotes",
                "3:6-3:14 yaml-syntax: a value that begins with `*` must be in quotes",
            ],
        ),
        ("title:\tNight trains\ntext: a\tb\n", []),
        ("title\t: Night trains\n", []),
        ('"a\tb": 1\n', []),
        ("_title_: Night trains\n", []),
    ],
)
def test_others(text: str, told: list[str]) -> None:
    assert read(article(text)).written() == told
