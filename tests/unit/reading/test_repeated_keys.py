from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article

TWICE = 'the key "a" is given twice: remove one'
SAME = 'the key "a" is given twice with the same value: remove this line'


@pytest.mark.parametrize(
    ("front_matter", "message"),
    [
        ("a: 1\na: 2\n", TWICE),
        ("a: 1\na: 1\n", SAME),
        ("a:\na:\n", TWICE),
        ("a: x\n  y\na: x\n  z\n", TWICE),
        ("a: 'x\n  y: z'\na: 'x\n  y: w'\n", TWICE),
        ("a: |\n  x\na: |\n  y\n", TWICE),
        ("l:\n  - a: 1\n    a: 1\n", TWICE),
        ("l:\n  - a: 1\n    a: 2\n", TWICE),
        ("l:\n  - a: 1\n    b: 2\n    b: 3\n    c: 1\n".replace("b", "a"), TWICE),
        ("m:\n  a: 1\n  b: 2\n  a: 3\n", TWICE),
        ("l:\n  - - a: 1\n      b: 2\n      a: 3\n", TWICE),
        ("l: [{a: 1, b: 2, a: 3}]\n", TWICE),
    ],
)
def test_a_key_without_a_new_item_is_to_be_removed(front_matter: str, message: str) -> None:
    found = [each for each in lint_text(article(front_matter), schema={}) if each.rule[0] == "d"]
    assert {each.message for each in found} == {message}
    assert all((each.fix is not None) == (message == SAME) for each in found)


def test_a_long_line_is_not_spelled_out() -> None:
    text = article(f"l:\n  - a: 1\n    b: 2\n    a: {'x' * 500}\n")
    (found,) = lint_text(text, schema={})
    assert found.message.endswith("in one item: begin a new item")
    assert found.help == ()
    assert found.fix is not None


def test_a_key_twice_in_the_new_item_is_told() -> None:
    text = article("l:\n  - a: 1\n    b: 2\n    a: 3\n    b: 4\n    b: 5\n")
    found = lint_text(text, schema={})
    assert [each.message for each in found] == [
        'the key "a" is given twice in one item: begin a new item',
        'the key "b" is given twice: remove one',
    ]


def test_of_very_many_keys_no_more_is_said_than_that_they_are_there() -> None:
    found = lint_text(article("a: 1\n" * 60), schema={})
    assert [each.message for each in found] == [SAME] * 50 + [TWICE] * 9
