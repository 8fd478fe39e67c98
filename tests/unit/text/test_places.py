from __future__ import annotations

import pytest

from articlelint.text.places import and_more, beside


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A harbour| bridge", 'after "harbour"'),
        ("A harbour | bridge", 'after "harbour"'),
        ("A har|bour", 'after "har"'),
        ("|A bridge", 'before "A"'),
        (" \n| A bridge", 'before "A"'),
        ("|", "on its own"),
        (" | ", "on its own"),
        ("\u200b|\u200b", "on its own"),
        ("har\u200bbour\ufe0f| bridge", 'after "harbour"'),
        ("\ufe00harbour| bridge", 'after "harbour"'),
        ("A\u00a0har|bour", 'after "har"'),
        ('"Go"| on', r'after "\"Go\""'),
        ("a" * 50 + "|", f'after "{"a" * 40}"'),
        ("A" + " " * 50 + "|" + "b" * 50, f'before "{"b" * 40}"'),
    ],
)
def test_beside(text: str, where: str) -> None:
    at = text.index("|")
    assert beside(text, at, at + 1) == where


def test_and_more() -> None:
    assert and_more(0) == ""
    assert and_more(2) == " (and 2 more like this)"
