"""Repairs of YAML that does not parse: what the proof of no harm lets through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from articlelint import lint_text
from articlelint.fixing import repair_proof
from articlelint.fixing.repair_proof import RepairProof
from articlelint.model import Change, Edit, RepairLine, Span
from tests.support import article

TEXT = article("title: A: B\ncategory: news\nweight:3\n", "Text: with: colons\n")
QUOTES = [Edit(Span(11, 11), '"'), Edit(Span(15, 15), '"')]
TITLE = RepairLine(2, 'title: "A: B"')
WEIGHT = RepairLine(4, "weight: 3")
SPACE = Edit(Span(38, 38), " ")


def proven_repair(text: str, edits: Sequence[Edit], changes: Iterable[Change]) -> str | None:
    return RepairProof().proven_text(text, edits, changes)


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


def test_one_proof_is_of_one_text_after_the_other() -> None:
    proof = RepairProof()
    one = proof.proven_text(TEXT, QUOTES, [TITLE])
    assert one == article('title: "A: B"\ncategory: news\nweight:3\n', "Text: with: colons\n")
    space = Edit(Span(SPACE.span.start + 2, SPACE.span.end + 2), " ")
    both = article('title: "A: B"\ncategory: news\nweight: 3\n', "Text: with: colons\n")
    assert proof.proven_text(one, [space], [TITLE, WEIGHT]) is None  # it repairs one line only
    assert proof.proven_text(one, [space], [WEIGHT]) == both
    assert proof.proven_text(TEXT, [*QUOTES, SPACE], [TITLE, WEIGHT]) == both


def test_nothing_is_proved_after_too_much_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repair_proof, "MAX_PROVING", 16 * 3 * (len(TEXT) + 2))
    proof = RepairProof()  # the text has two mistakes, so it is read three times for each proof
    assert proof.proven_text(TEXT, QUOTES, [TITLE])
    assert proof.proven_text(TEXT, [SPACE], [WEIGHT])
    assert proof.proven_text(TEXT, [SPACE], [WEIGHT]) is None
