"""What the glossary tells of each keyword is true, and said of every keyword."""

from __future__ import annotations

import re

import pytest

from articlelint import lint_text
from articlelint.schema.telling.glossary import GLOSSARY
from articlelint.schema.telling.glossary.keyword import Keyword
from articlelint.schema.telling.sentences import _SENTENCES

every_name = pytest.mark.parametrize("name", GLOSSARY)
every_keyword = pytest.mark.parametrize("keyword", GLOSSARY.values(), ids=GLOSSARY)


def _said_of(text: str, keyword: Keyword) -> list[tuple[str, str]]:
    return [(each.rule, each.message) for each in lint_text(text, schema=keyword.schema)]


def test_every_keyword_has_an_entry() -> None:
    assert set(GLOSSARY) == set(_SENTENCES)


@every_name
def test_the_bad_example_is_reported(name: str) -> None:
    keyword = GLOSSARY[name]
    ((rule, message),) = _said_of(keyword.example.bad, keyword)
    assert rule == f"schema/{name}"
    assert message == keyword.message, f"in the glossary, the message should be {message!r}"


@every_keyword
def test_the_good_example_is_not(keyword: Keyword) -> None:
    assert _said_of(keyword.example.good, keyword) == []


@every_keyword
def test_it_says_in_sentences_what_is_wrong_and_what_to_write(keyword: Keyword) -> None:
    assert re.fullmatch(r"An? .{10,96}\.", keyword.what)
    assert re.fullmatch(r"[A-Z][^\n]{10,}\.", keyword.advice)
    assert (keyword.what + keyword.advice).count("`") % 2 == 0


@every_keyword
def test_the_definition_is_of_the_draft_of_the_example(keyword: Keyword) -> None:
    draft_7 = "draft-07" in keyword.schema.get("$schema", "")
    draft = ("draft 7", "draft-07", "rfc.") if draft_7 else ("2020-12", "draft/2020-12", "")
    form = (
        r"JSON Schema (?:Validation|Core) {}, section ([0-9.]+)\n"
        r"<https://json-schema\.org/{}/json-schema-(?:validation|core)#{}section[-.]([0-9.]+)>"
    )
    match = re.fullmatch(form.format(*draft), keyword.defined)
    assert match
    assert match[1] == match[2]
