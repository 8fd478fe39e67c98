"""Which rules are called for an article, by their triggers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articlelint import lint_text, rules
from articlelint.article import EDGE, Article, Fields
from articlelint.engine.by_rules import ActiveRule
from articlelint.engine.triggers import Triggers
from articlelint.model import Severity
from articlelint.rule import Objection, Options, Rule, Trigger
from tests.changes import document_of
from tests.clock import now
from tests.support import article


def _called(front_matter: str, active: list[ActiveRule]) -> list[str]:
    an_article = Article("article.md", document_of(article(front_matter)), Fields(), now)
    return [each.rule_id for each in Triggers(active).set_off_by(an_article)]


def _active(**triggers: Trigger | None) -> list[ActiveRule]:
    rule = Rule("", "", Severity.ERROR, ())
    return [
        ActiveRule(rule_id, rule._replace(trigger=trigger), Severity.ERROR, {})
        for rule_id, trigger in triggers.items()
    ]


@pytest.mark.parametrize(
    ("trigger", "front_matter"),
    [
        (Trigger(texts=("&",)), "a: b&c\n"),
        (Trigger(texts=("&",)), 'a: "b\\x26c"\n'),
        (Trigger(texts=("&",)), "a: {b: [c, d&]}\n"),
        (Trigger(texts=("no", "b&c")), "a: b&c\n"),
        (Trigger(texts=(f"{EDGE} ",)), 'a: " b"\n'),
        (Trigger(texts=(f"c{EDGE}",)), "a: bc\nb: c d\n"),
        (Trigger(texts=(EDGE + EDGE,)), "a: b\nc:\n"),
        (Trigger(texts=(EDGE + EDGE,)), 'a: b\nc: ""\n'),
        (Trigger(texts=("q",)), "1: &a q\nb: *a\n"),
        (Trigger(beyond_ascii=True), "a: é\n"),
        (Trigger(beyond_ascii=True), 'a: "\\u200b"\n'),
        (Trigger(texts=("\u3000",)), "a: b\u3000c\n"),
        (Trigger(texts=("“c",)), "a: b “c”\n"),
        (Trigger(in_any_case=("b:c",)), "a: xb:cx\n"),
        (Trigger(in_any_case=("b:c",)), "a: 'B:c'\n"),
        (Trigger(in_any_case=("B:c", "q")), 'a: "b\\x3aC"\n'),
        (Trigger(written=("\\",)), 'a: "\\x41"\n'),
        (Trigger(written=(" #",)), "a: b #c\n"),
        (Trigger(texts=("&",), written=(" #",)), "a: b #c\n"),
    ],
)
def test_a_trigger_is_any_of_what_it_names(trigger: Trigger, front_matter: str) -> None:
    active = _active(always=None, one=trigger, other=Trigger(texts=("no", "n")), last=None)
    assert _called(front_matter, active) == ["always", "one", "last"]


@pytest.mark.parametrize(
    ("trigger", "front_matter"),
    [
        (Trigger(texts=("&",)), "a&b: c  # &\nd: &e f\ng: *e\n"),
        (Trigger(texts=(f"{EDGE} ",)), 'a: "b "\nc: d e\n'),
        (Trigger(texts=(EDGE + EDGE,)), "a: b\nc: 0\nd: false\ne: []\n"),
        (Trigger(texts=("ab",)), "a: a\nb: b\n"),
        (Trigger(texts=("ab",)), "a: AB\n"),
        (Trigger(in_any_case=("b:c",)), "b:c: d  # b:c\n"),
        (Trigger(beyond_ascii=True), "é: a  # é\n"),
        (Trigger(written=("\\",)), "a: b\n---\n\\"),
        (Trigger(), "a: b\n"),
    ],
)
def test_nothing_else_sets_a_rule_off(trigger: Trigger, front_matter: str) -> None:
    assert _called(front_matter, _active(always=None, one=trigger)) == ["always"]
    assert _called(front_matter, _active(one=trigger)) == []


def test_an_article_without_faults_sets_off_no_rule() -> None:
    front_matter = (
        "title: A bridge reopens, at last\npublished: true\n"
        'excerpt: "Lorries must wait until May."\ntopics:\n  - Bridges\n'
    )
    by_trigger = _active(**{each: rule.trigger for each, rule in rules.checking().items()})
    with_trigger = [each for each in by_trigger if each.rule.trigger]
    assert len(with_trigger) > 5
    assert _called(front_matter, with_trigger) == []


def test_a_rule_of_ones_own_may_have_one() -> None:
    def check(_article: Article, _options: Options) -> Iterator[Objection]:
        yield Objection(("title",), "is said")

    rule = Rule("", "", Severity.ERROR, (), check=check, trigger=Trigger(texts=("!",)))
    said = {
        title: [
            each.message
            for each in lint_text(article(f"title: {title}\n"), schema={}, rules={"own": rule})
        ]
        for title in ("A bridge reopens!", "A bridge reopens")
    }
    assert said == {"A bridge reopens!": ["is said"], "A bridge reopens": []}
