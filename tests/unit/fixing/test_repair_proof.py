"""Repairs of YAML that does not parse: what the proof of no harm lets through."""

from __future__ import annotations

from articlelint import lint_text
from articlelint.fixing.repair_proof import proven_repair
from articlelint.model import Edit, RepairLine, Span
from tests.support import article

TEXT = article("title: A: B\ncategory: news\nweight:3\n", "Text: with: colons\n")
QUOTES = [Edit(Span(11, 11), '"'), Edit(Span(15, 15), '"')]
TITLE = RepairLine(2, 'title: "A: B"')
WEIGHT = RepairLine(4, "weight: 3")
SPACE = Edit(Span(38, 38), " ")


def test_a_repair_is_proved() -> None:
    both = article('title: "A: B"\ncategory: news\nweight: 3\n', "Text: with: colons\n")
    assert proven_repair(TEXT, [*QUOTES, SPACE], [TITLE, WEIGHT]) == both


def test_so_is_one_that_leaves_a_mistake_told_before() -> None:
    one = article('title: "A: B"\ncategory: news\nweight:3\n', "Text: with: colons\n")
    assert proven_repair(TEXT, QUOTES, [TITLE]) == one
    other = article("title: A: B\ncategory: news\nweight: 3\n", "Text: with: colons\n")
    assert proven_repair(TEXT, [SPACE], [WEIGHT]) == other


def test_no_other_line_may_change() -> None:
    elsewhere = Edit(Span(TEXT.index("news"), TEXT.index("news") + 4), "tips")
    assert proven_repair(TEXT, [*QUOTES, elsewhere], [TITLE]) is None
    in_body = Edit(Span(len(TEXT) - 1, len(TEXT) - 1), "!")
    assert proven_repair(TEXT, [*QUOTES, in_body], [TITLE]) is None


def test_no_line_may_come_or_go() -> None:
    assert proven_repair(TEXT, [*QUOTES, Edit(Span(15, 15), "\n")], [TITLE]) is None
    assert proven_repair(TEXT, [*QUOTES, Edit(Span(15, 16), " ")], [TITLE]) is None


def test_nothing_is_proved_that_repairs_nothing_or_brings_a_new_mistake() -> None:
    assert proven_repair(TEXT, [Edit(Span(11, 11), '"')], [TITLE]) is None
    assert proven_repair(TEXT, [Edit(Span(11, 15), "A; B: C")], [TITLE]) is None
    assert proven_repair(TEXT, [Edit(Span(4, 15), "- A")], [TITLE]) is None
    assert proven_repair(TEXT, [Edit(Span(0, 3), "--")], [RepairLine(1, "--")]) is None


def test_a_key_that_is_given_twice_may_come_to_light() -> None:
    text = article("a: 1\na:2\n")
    [fault] = lint_text(text, schema={})
    assert fault.fix
    assert proven_repair(text, fault.fix.edits, [RepairLine(3, "a: 2")]) == article("a: 1\na: 2\n")
