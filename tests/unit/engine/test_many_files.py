"""What one check yields for a look at many articles, and diagnostics that come later."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from articlelint import (
    Article,
    Diagnostic,
    Fields,
    Objection,
    Rule,
    Severity,
    lint_text,
    make_config,
)
from articlelint.engine.check import Checker
from articlelint.model import Related, Span
from articlelint.rule import Fact, Options
from articlelint.schema.loading.store import from_mapping
from tests.changes import document_of
from tests.clock import now
from tests.support import article, source_of

TEXT = article(
    "title: A bridge reopens\n"
    "url: https://example.com/bridge # articlelint: ignore[same-title, conflicting-urls]\n"
)


def _noted(article: Article, options: Options) -> Iterator[Fact]:
    title = str(article.document.data.get("title"))
    yield Fact(title.casefold() if options["fold"] else title, ("title",), article.name)


def _failing(article: Article, _options: Options) -> Iterator[Fact]:
    yield Fact(article.document.data["titel"], ("titel",))


def _nothing(_article: Article, _options: Options) -> Iterator[Objection]:
    return iter(())


SAME_TITLE = Rule(
    summary="two articles with one title",
    docs="",
    severity=Severity.WARNING,
    examples=(),
    check=_nothing,
    facts=_noted,
    options={"fold": {"default": True, "description": "Whether case counts."}},
)


def _checker(rule: Rule = SAME_TITLE) -> Checker:
    return Checker(from_mapping({}), make_config({}), own_rules={"same-title": rule})


def _later(line: int) -> Diagnostic:
    """A diagnostic on the key of a line that only a look at another article brings."""
    start = TEXT.index("title" if line == 2 else "url")
    there = Related(Span(4, 9), "the other article", path="other.md")
    span = Span(start, start + 3)
    return Diagnostic("same-title", Severity.WARNING, "again", (), span, related=(there,))


def _ids(found: list[Diagnostic]) -> list[str]:
    return [each.rule for each in found]


def test_facts_come_with_the_diagnostics() -> None:
    checked = _checker().check_fully(source_of(TEXT), "a.md")
    assert checked.facts == {"same-title": (Fact("a bridge reopens", ("title",), "a.md"),)}


def test_without_rules_that_note_facts_there_are_none() -> None:
    checked = _checker(SAME_TITLE._replace(facts=None)).check_fully(source_of(TEXT), "a.md")
    assert checked.facts == {}


def test_a_rule_that_fails_to_note_facts_is_told_of() -> None:
    checked = _checker(SAME_TITLE._replace(facts=_failing)).check_fully(source_of(TEXT), "a.md")
    assert checked.facts == {}
    assert [each.message for each in checked.diagnostics if each.rule == "internal-error"] == [
        "the rule same-title failed on this file: KeyError: 'titel'"
    ]


def test_a_rule_for_another_dialect_notes_nothing() -> None:
    other = SAME_TITLE._replace(dialects=frozenset({"toml"}))
    assert _checker(other).check_fully(source_of(TEXT), "a.md").facts == {}


def test_a_comment_ignores_a_diagnostic_that_comes_later() -> None:
    checker = _checker()
    finished = checker.finish(checker.begin(source_of(TEXT), "a.md"), [_later(3)])
    assert [each.diagnostic for each in finished.suppressed] == [_later(3)]
    assert _ids(finished.diagnostics) == ["unused-ignore"]  # of the other id in the comment


def test_what_no_comment_ignores_is_reported_in_the_order_of_the_text() -> None:
    checker = _checker()
    finished = checker.finish(checker.begin(source_of(TEXT), "a.md"), [_later(2)])
    assert _ids(finished.diagnostics) == ["same-title", "unused-ignore", "unused-ignore"]
    assert finished.diagnostics[0].related[0].path == "other.md"


def test_an_article_without_comments_takes_later_diagnostics_too() -> None:
    checker, text = _checker(), article("title: A bridge reopens\n")
    finished = checker.finish(checker.begin(source_of(text), "a.md"), [_later(2)])
    assert finished.diagnostics == [_later(2)]


def test_what_is_begun_can_be_finished_again() -> None:
    checker = _checker()
    begun = checker.begin(source_of(TEXT), "a.md")
    with_it = checker.finish(begun, [_later(3)])
    assert checker.finish(begun, [_later(3)]) == with_it
    without_it = checker.finish(begun)
    assert without_it == checker.check_fully(source_of(TEXT), "a.md")
    assert len(without_it.diagnostics) == len(with_it.diagnostics) + 1


def test_a_comment_is_unused_for_a_comparison_only_after_that() -> None:
    checker = Checker(from_mapping({}), make_config({}), compares=True)
    text = article("title: A # articlelint: ignore[duplicate-url]\n")
    begun = checker.begin(source_of(text), "a.md")
    assert checker.finish(begun).diagnostics == []
    assert _ids(checker.finish(begun, is_compared=True).diagnostics) == ["unused-ignore"]


def test_what_is_begun_can_be_kept_and_finished_later() -> None:
    checker = _checker()
    begun = pickle.loads(pickle.dumps(checker.begin(source_of(TEXT), "a.md")))  # noqa: S301
    at_once = checker.check_fully(source_of(TEXT), "a.md")
    assert checker.finish(begun) == at_once


class TestRulesOfOnesOwn:
    @staticmethod
    def _shouts(article: Article, _options: Options) -> Iterator[Objection]:
        title = article.document.data["title"]
        if title.isupper():
            yield Objection(("title",), f'"title" shouts: write "{title.title()}"')

    RULE = SAME_TITLE._replace(check=_shouts, facts=None)

    def _found(self, front_matter: str) -> list[str]:
        text = article(front_matter)
        found = lint_text(text, schema={}, rules={"no-shouting": self.RULE})
        return [f"{each.rule}: {each.message}" for each in found]

    def test_reports(self) -> None:
        said = 'no-shouting: "title" shouts: write "A Bridge"'
        assert self._found("title: A BRIDGE\n") == [said]
        assert self._found("title: A bridge\n") == []

    def test_is_ignored_by_a_comment(self) -> None:
        assert self._found("title: A BRIDGE # articlelint: ignore[no-shouting]\n") == []

    def test_a_comment_for_it_may_be_unused(self) -> None:
        assert self._found("title: A bridge # articlelint: ignore[no-shouting]\n") == [
            'unused-ignore: unused ignore: "no-shouting" is not reported here'
        ]


def test_an_article_alone_has_no_keys_that_a_schema_declares() -> None:
    alone = Article("a.md", document_of(TEXT), Fields(), now)
    assert alone.declared_keys(()) == frozenset()
