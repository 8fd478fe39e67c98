"""What every rule that compares must fulfil; rules are found by their files."""

from __future__ import annotations

from pathlib import Path

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


def _written(files: dict[str, str], folder: Path) -> dict[str, str]:
    """The files, which are then also there: a rule may ask what is."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return files


@pytest.mark.parametrize("rule_id", COMPARING)
def test_examples_are_true(rule_id: str, tmp_path: Path) -> None:
    for number, each in enumerate(_examples(rule_id)):
        folder = tmp_path / str(number)
        files = _written({**each.others, each.path: each.bad}, folder)
        bad = compared(rule_id, files, each.options, folder=folder)
        of_file = [line for line in bad if line.startswith(f"{each.path} ")]
        assert len(of_file) == 1
        assert each.message in of_file[0]
        files = _written({**each.others, each.path: each.good}, folder)
        assert compared(rule_id, files, each.options, folder=folder) == []


@pytest.mark.parametrize("rule_id", COMPARING)
def test_says_the_same_of_a_file_if_others_are_not_to_be_reported_on(
    rule_id: str, tmp_path: Path
) -> None:
    for number, each in enumerate(_examples(rule_id)):
        folder = tmp_path / str(number)
        files = _written({**each.others, each.path: each.bad}, folder)
        whole = compared(rule_id, files, each.options, folder=folder)
        for name in files:
            of_file = [line for line in whole if line.startswith(f"{name} ")]
            alone = compared(rule_id, files, each.options, to_report=[name], folder=folder)
            assert alone == of_file
