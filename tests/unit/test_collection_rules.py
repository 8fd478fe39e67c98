"""What every rule that compares must fulfil; rules are found by their files."""

from __future__ import annotations

import pytest

from articlelint import rules
from articlelint.rule import Example
from tests.many import compared

COMPARING = sorted(rules.comparing())


def _examples(rule_id: str) -> list[Example]:
    """Those of a comparison: of a rule that also checks each article, those with other files."""
    rule = rules.load(rule_id)
    return [each for each in rule.examples if each.others or not rule.check]


@pytest.mark.parametrize("rule_id", COMPARING)
def test_notes_facts_and_compares_them(rule_id: str) -> None:
    rule = rules.load(rule_id)
    assert rule.facts
    assert rule.check_collection
    assert 1 <= len(_examples(rule_id)) <= 3


@pytest.mark.parametrize("rule_id", COMPARING)
def test_examples_are_true(rule_id: str) -> None:
    for each in _examples(rule_id):
        bad = compared(rule_id, {**each.others, each.path: each.bad}, each.options)
        of_file = [line for line in bad if line.startswith(f"{each.path} ")]
        assert len(of_file) == 1
        assert each.message in of_file[0]
        assert compared(rule_id, {**each.others, each.path: each.good}, each.options) == []


@pytest.mark.parametrize("rule_id", COMPARING)
def test_says_the_same_of_a_file_if_others_are_not_to_be_reported_on(rule_id: str) -> None:
    for each in _examples(rule_id):
        files = {**each.others, each.path: each.bad}
        whole = compared(rule_id, files, each.options)
        for name in files:
            of_file = [line for line in whole if line.startswith(f"{name} ")]
            assert compared(rule_id, files, each.options, to_report=[name]) == of_file
