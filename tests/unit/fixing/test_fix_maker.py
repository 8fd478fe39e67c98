"""How much a fix may write."""

from __future__ import annotations

import pytest

from articlelint import lint_text
from articlelint.fixing.fix_maker import MOST_ADDED

ADDED = len("b: \n")


@pytest.mark.parametrize("more", [0, 1])
def test_a_fix_adds_no_more_than_a_person_can_review(more: int) -> None:
    default = "x" * (MOST_ADDED - ADDED + more)
    schema = {"required": ["b"], "properties": {"b": {"default": default}}}
    (found,) = lint_text("---\na: 1\n---\n", schema=schema)
    assert (found.rule, found.fix is None) == ("schema/required", bool(more))


def test_a_fix_may_rewrite_a_text_of_any_length() -> None:
    (found,) = lint_text(f"---\ntitle: '{'x' * 2 * MOST_ADDED} '\n---\n", schema={})
    assert (found.rule, found.fix is None) == ("irregular-whitespace", False)
