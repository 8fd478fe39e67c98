"""No rule with a trigger misses anything: it objects only to articles that set it off."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import make_config, rules
from articlelint.article import EDGE, Article
from articlelint.engine.by_rules import ActiveRule
from articlelint.engine.triggers import Triggers
from articlelint.model import Severity
from articlelint.reading.document import Document
from articlelint.rule import Trigger
from tests.changes import objections
from tests.clock import now
from tests.support import article, material
from tests.unit.reading.helpers import read

CONFIG = make_config({})
TRIGGERED = sorted(each for each, rule in rules.checking().items() if rule.trigger)
ACTIVE = [ActiveRule(each, rules.load(each), Severity.ERROR, {}) for each in TRIGGERED]

EXAMPLES = [
    text
    for rule in map(rules.load, rules.ids())
    for example in rule.examples
    for text in (example.bad, example.good)
]
#: What may set off a rule in any style of scalar, what is escaped, and what aliases repeat.
PIECES = [
    *('"', "'", "\\", "\\n", "\\t", "\\x0b", "\\u200b", "\\u3000", "\\0", "\\", '\\"', "“", "”"),
    *(" ", "  ", "\n", "\n  ", "\n\n", "\t", "\u3000", "\u2028", "\x85", "\x7f", EDGE, "é", "Ã©"),
    *("- ", " - ", "\n- ", "\n    - ", ": ", ":\n", "?", ",", ", ", "#", " #", " #1 a", " # b"),
    *(
        "&amp;",
        "&a ",
        "*a",
        "\nz: *a",
        "<<: *a",
        "[",
        "]",
        "{",
        "}",
        "|\n  ",
        ">-\n  ",
        "!!str ",
        "~",
    ),
    *("http:", "HTTPS:", "://", "&utm_id=1", "fbclid=", "webUrl: ", "related: ", "url: "),
    *("title: ", "excerpt: ", "topics: ", "x", "null", "{{ x }}"),
]


def _set_off_by(document: Document, active: list[ActiveRule]) -> set[str]:
    """The ids of those rules that an article sets off."""
    called = Triggers(active).set_off_by(Article("article.md", document, CONFIG.fields, now))
    return {each.rule_id for each in called}


def _missed(document: Document, active: list[ActiveRule]) -> list[str]:
    """The rules that an article does not set off though they object to something in it."""
    others = {each.rule_id for each in active} - _set_off_by(document, active)
    return [each for each in sorted(others) if objections(each, document, "article.md", CONFIG)]


def _missed_in(text: str) -> list[str]:
    document = read(text).document
    return _missed(document, ACTIVE) if document else []


def test_examples_set_off_their_rules() -> None:
    assert [text for text in EXAMPLES if _missed_in(text)] == []


@given(st.sampled_from(EXAMPLES), st.lists(st.tuples(st.floats(0, 1), st.sampled_from(PIECES))))
def test_so_do_examples_with_anything_put_in(text: str, put_in: list[tuple[float, str]]) -> None:
    for where, piece in put_in:
        at = int(where * len(text))
        text = text[:at] + piece + text[at:]
    assert _missed_in(text) == []


@given(
    st.lists(st.sampled_from(PIECES)).map("".join),
    st.sampled_from(["title", "excerpt", "topics", "webUrl", "x"]),
    st.booleans(),
)
def test_so_do_texts_with_escapes(text: str, key: str, is_ascii: bool) -> None:  # noqa: FBT001
    value: Any = [text] if key == "topics" else text
    written = json.dumps({key: value}, ensure_ascii=is_ascii)
    assert _missed_in(article(f"{written}\n")) == []


def test_so_do_real_articles() -> None:
    files = sorted(material("corpus").rglob("*.md"))
    assert len(files) > 100
    for file in files:
        assert _missed_in(file.read_bytes().decode("utf-8", "replace")) == [], file


@pytest.mark.parametrize("rule_id", TRIGGERED)
def test_a_trigger_that_lacks_something_would_be_found(rule_id: str) -> None:
    rule = rules.load(rule_id)._replace(trigger=Trigger(written=("no such text",)))
    document = read(rule.examples[0].bad).document
    assert document
    active = ActiveRule(rule_id, rule, Severity.ERROR, {})
    assert _missed(document, [active]) == [rule_id]
