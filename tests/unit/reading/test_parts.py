"""Where a part of a text is, in cases that random texts do not show."""

from __future__ import annotations

import pytest

from articlelint.model import Span
from articlelint.reading.node import Node
from articlelint.reading.yaml.pieces import text_map
from tests.unit.reading.helpers import document_of

OPENING = len("---\n")


def marked(front_matter: str, part: tuple[int, int]) -> str:
    """What is marked of the text of ``title``."""
    start, end = document_of(front_matter).part_span(("title",), Span(*part))
    return front_matter[start - OPENING : end - OPENING]


@pytest.mark.parametrize(
    ("front_matter", "part", "expected"),
    [
        pytest.param("title: A ferry\n", (2, 7), "ferry", id="plain"),
        pytest.param("title: !!str 12\n", (1, 2), "2", id="tag"),
        pytest.param("title: &a # why\n  A ferry\n", (2, 7), "ferry", id="anchor and comment"),
        pytest.param('a: &x "A ferry"\ntitle: *x\n', (2, 7), "*x", id="alias"),
        pytest.param("title: |\n  A ferry\n", (7, 8), "", id="the last line break"),
        pytest.param("title: |+\n  A ferry\n\n", (7, 9), "", id="line breaks that are kept"),
        pytest.param("title: |2\n     \n", (0, 3), "|2\n     ", id="nothing but spaces"),
        pytest.param("title: >\n  A\n   ferry\n", (1, 4), "\n   f", id="indented more"),
    ],
)
def test_part(front_matter: str, part: tuple[int, int], expected: str) -> None:
    assert marked(front_matter, part) == expected


def test_an_escape_that_yaml_does_not_know() -> None:
    text = '"\\\'"'
    assert text_map(text, Node("'", 0, len(text))) is None
