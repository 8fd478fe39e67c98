from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from articlelint import rules
from articlelint.article import Article
from articlelint.engine.check import Checker
from articlelint.engine.fix import MAX_ROUNDS, Fixed, fix
from articlelint.fixing import repair_proof
from articlelint.model import Change, Edit, Safety, SetValue, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.rule import Objection, Options
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import make_config
from tests.clock import now
from tests.support import article, source_of

SAFE = frozenset({Safety.SAFE})
ALL = frozenset(Safety)
SCHEMA: Mapping[str, Any] = {"properties": {"type": {"enum": ["article", "video"]}}}


def fixed(
    text: str | bytes, safeties: frozenset[Safety] = SAFE, config: Any = None, **selection: Any
) -> Fixed:
    settled = make_config(config or {}, **selection)
    checker = Checker(from_mapping(SCHEMA), settled, clock=now)
    outcome = fix(source_of(text), "a.md", checker, safeties)
    return outcome._replace(checked=checker.finish(outcome.checked))


def left(outcome: Fixed) -> list[str]:
    return [each.rule for each in outcome.checked.diagnostics]


def fixed_rules(outcome: Fixed) -> list[str]:
    return [each.rule for each in outcome.fixed]


TEXT = article("published: yes\ntype: artcle\nwebUrl: http://example.org/\nx: y\n", "yes\n")
SAFELY = TEXT.replace("published: yes", "published: true")
UNSAFELY = SAFELY.replace("artcle", "article").replace("http:", "https:")


def test_a_sound_article_is_as_it_was() -> None:
    source = source_of(article("title: A\n"))
    outcome = fix(source, "a.md", Checker(from_mapping({}), make_config({})), ALL)
    assert outcome.source is source
    assert (outcome.checked.diagnostics, outcome.fixed) == ([], [])


def test_safe_fixes_are_made_and_the_rest_is_left() -> None:
    outcome = fixed(TEXT)
    assert outcome.source.text == SAFELY
    assert fixed_rules(outcome) == ["published-flag"]
    assert left(outcome) == ["schema/enum", "insecure-url"]


def test_unsafe_ones_are_applied_on_request() -> None:
    outcome = fixed(TEXT, ALL)
    assert outcome.source.text == UNSAFELY
    assert fixed_rules(outcome) == ["published-flag", "schema/enum", "insecure-url"]
    assert left(outcome) == []


def test_none_are_applied_without_a_safety() -> None:
    outcome = fixed(TEXT, frozenset())
    assert outcome.source.text == TEXT
    assert left(outcome) == ["published-flag", "schema/enum", "insecure-url"]


@pytest.mark.parametrize(
    ("config", "selection"),
    [
        ({"rules": {"published-flag": "off"}}, {}),
        ({}, {"ignore": ["published-flag"]}),
        ({}, {"select": ["schema"]}),
    ],
)
def test_what_is_not_reported_is_not_fixed(config: Any, selection: Any) -> None:
    outcome = fixed(TEXT.replace("yes", "'true'"), ALL, config, **selection)
    assert "published: 'true'\n" in outcome.source.text
    assert "type: article\n" in outcome.source.text


@pytest.mark.parametrize(
    "comment",
    [
        "published: 'true' # articlelint: ignore[published-flag]\n",
        "# articlelint: ignore[published-flag]\npublished: 'true'\n",
        "# articlelint: ignore-file[published-flag]\npublished: 'true'\n",
    ],
)
def test_what_a_comment_ignores_is_not_fixed(comment: str) -> None:
    text = article(f"{comment}removed: 1:30 # a note\n")
    outcome = fixed(text, ALL)
    assert outcome.source.text == text.replace("removed: 1:30", 'removed: "1:30"')
    assert fixed_rules(outcome) == ["ambiguous-scalar"]
    assert len(outcome.checked.suppressed) == 1


def test_a_comment_that_ignores_a_byte_order_mark_keeps_it() -> None:
    text = "\ufeff" + article("# articlelint: ignore-file[byte-order-mark]\npublished: yes\n")
    outcome = fixed(text)
    assert outcome.source.has_byte_order_mark
    assert fixed_rules(outcome) == ["published-flag"]


@pytest.mark.parametrize("more", ["", "published: yes\n"])
def test_a_byte_order_mark_is_removed(more: str) -> None:
    outcome = fixed("\ufeff" + article("title: A\n" + more))
    assert not outcome.source.has_byte_order_mark
    assert outcome.source.text == article("title: A\n" + more.replace("yes", "true"))
    assert fixed_rules(outcome) == ["byte-order-mark", *["published-flag"] * bool(more)]
    assert left(outcome) == []


def test_a_byte_order_mark_stays_where_it_is_not_to_be_fixed() -> None:
    text = "\ufeff" + article("published: yes\n")
    assert fixed(text, config={"rules": {"byte-order-mark": "off"}}).source.has_byte_order_mark


def test_a_fix_may_make_another_one_possible() -> None:
    text = article('title: "A&nbsp;&nbsp;bell&#8203; rings&amp;chimes "\n')
    outcome = fixed(text, ALL)
    assert outcome.source.text == article('title: "A bell rings&chimes"\n')
    assert left(outcome) == []


def test_fixes_that_touch_each_other_are_made_one_after_the_other() -> None:
    outcome = fixed(article("topics: [Bells, Bells, Towers, Towers, Bells, Bridges]\n"))
    assert outcome.source.text == article("topics: [Bells, Towers, Bridges]\n")
    assert fixed_rules(outcome) == ["duplicate-item"] * 3
    outcome = fixed(article("topics: [Bells, bells, BELLS, bells]\n"), ALL)
    assert outcome.source.text == article("topics: [Bells]\n")


def test_a_guess_of_a_rule_that_also_has_safe_fixes_is_left_out() -> None:
    outcome = fixed(article("topics: [Bells, bells, Towers, Towers]\n"))
    assert outcome.source.text == article("topics: [Bells, bells, Towers]\n")
    assert left(outcome) == ["duplicate-item"]


@pytest.mark.parametrize(
    ("text", "rule_id"),
    [
        ("title: yes\n", "missing-front-matter"),
        (b"---\npublished: yes\ntitle: \xff\n---\n", "undecodable-file"),
        ("---\npublished: yes\n\nSome text.\nMore text.\n---\n", "yaml-syntax"),
    ],
)
def test_what_cannot_be_read_is_left_alone(text: str | bytes, rule_id: str) -> None:
    source = source_of(text)
    outcome = fixed(text, ALL)
    assert outcome.source.text == source.text
    assert (left(outcome), outcome.fixed) == ([rule_id], [])


def test_beside_a_repeated_key_the_rest_is_fixed() -> None:
    outcome = fixed(article("title: A\ntitle: B\npublished: yes\n"))
    assert outcome.source.text == article("title: A\ntitle: B\npublished: true\n")
    assert left(outcome) == ["duplicate-key"]


class TestRuleThatCannotBeTrusted:
    """A rule of the test's own replaces `published-flag`."""

    def install(self, monkeypatch: pytest.MonkeyPatch, change_of: Any) -> None:
        def check(article_: Article, _options: Options) -> Iterator[Objection]:
            value = article_.document.data.get("published")
            change: Change | None = change_of(value)
            if change:
                yield Objection(("published",), "is not to a rule's liking", change=change)

        ours = rules.load("published-flag")._replace(check=check)
        checking = {**rules.checking(), "published-flag": ours}
        monkeypatch.setattr(rules, "checking", lambda: checking)

    def refused(self, outcome: Fixed, text: str, why: str) -> None:
        first, *others = outcome.checked.diagnostics
        assert outcome.source.text == text
        assert outcome.fixed == []
        assert (first.rule, first.severity, first.message) == (
            "internal-error",
            Severity.ERROR,
            why,
        )
        assert first.help == ("nothing was changed; please report this, with the file if you can",)
        assert [each.rule for each in others] == ["ambiguous-scalar", "published-flag"]

    def test_fixes_that_never_end_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rounds = []

        def change_of(value: Any) -> Change:
            rounds.append(value)
            return SetValue(("published",), not value)

        self.install(monkeypatch, change_of)
        text = article("removed: no\npublished: true\n")
        self.refused(fixed(text), text, f"there are still fixes to apply after {MAX_ROUNDS} rounds")
        assert len(rounds) == MAX_ROUNDS + 2, "the last is to tell what is wrong"

    @pytest.mark.parametrize("needed", [MAX_ROUNDS, MAX_ROUNDS + 1])
    def test_as_many_rounds_as_are_allowed_are_made(
        self, needed: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def change_of(value: int) -> Change | None:
            return SetValue(("published",), value - 1) if value else None

        self.install(monkeypatch, change_of)
        outcome = fixed(article(f"published: {needed}\n"))
        is_done = needed == MAX_ROUNDS
        assert outcome.source.text == article(f"published: {0 if is_done else needed}\n")
        assert len(outcome.fixed) == (MAX_ROUNDS if is_done else 0)
        assert ("internal-error" in left(outcome)) is not is_done

    def test_a_fix_that_does_not_help_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.install(monkeypatch, lambda _: SetValue(("published",), "later"))
        outcome = fixed(article("on: 1\npublished: sooner\n"))
        assert outcome.source.text == article('"on": 1\npublished: later\n')
        assert left(outcome) == ["published-flag"], "nothing would be changed, so it is no fix"
        assert outcome.checked.diagnostics[0].fix is None

    def test_a_change_of_what_is_not_there_is_no_fix(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.install(monkeypatch, lambda _: SetValue(("nowhere",), True))
        text = article("published: 1\n")
        outcome = fixed(text)
        assert (outcome.source.text, left(outcome)) == (text, ["published-flag"])

    @pytest.mark.parametrize(
        "lie",
        [
            pytest.param((Edit(Span(16, 16), "title: B\n"),), id="adds a key"),
            pytest.param((Edit(Span(16, 34), ""),), id="removes a line"),
            pytest.param((Edit(Span(34, 37), "----"),), id="breaks the front matter"),
            pytest.param((Edit(Span(27, 33), '"'),), id="breaks the YAML"),
        ],
    )
    def test_edits_that_do_not_do_what_the_change_says_are_refused(
        self, lie: tuple[Edit, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.install(monkeypatch, lambda _: SetValue(("published",), True))
        _replace_edits(monkeypatch, SetValue(("published",), True), lie)
        text = article("removed: no\npublished: sooner\n")
        self.refused(fixed(text), text, "the fixes of published-flag would do harm")

    def test_a_rule_that_fails_on_what_was_fixed_is_reported(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def change_of(value: Any) -> Change:
            if value is True:
                raise LookupError("that again")
            return SetValue(("published",), True)

        self.install(monkeypatch, change_of)
        outcome = fixed(article("published: 1\n"))
        assert outcome.source.text == article("published: true\n")
        assert left(outcome) == ["internal-error"]


def _replace_edits(
    monkeypatch: pytest.MonkeyPatch, of_change: Change, edits: tuple[Edit, ...]
) -> None:
    """Let the fix of one change have other edits than those that carry it out."""
    from articlelint.fixing.yaml.editor import YamlEditor

    truly = YamlEditor.edits_of

    def edits_of(editor: YamlEditor, change: Change) -> Any:
        return edits if change == of_change else truly(editor, change)

    monkeypatch.setattr(YamlEditor, "edits_of", edits_of)


def test_it_is_a_pure_function() -> None:
    source = SourceFile.from_text(TEXT)
    checker = Checker(from_mapping(SCHEMA), make_config({}), clock=now)
    first, second = (fix(source, "a.md", checker, ALL) for _ in range(2))
    assert source.text == TEXT
    assert first.source.text == second.source.text == UNSAFELY
    assert checker.finish(first.checked) == checker.finish(second.checked)
    again = fix(first.source, "a.md", checker, ALL)
    assert again.source is first.source
    assert again.fixed == []


#: Front matter in which a repair leads no further, and one that was made after it.
BUILT_ON_WRONG_REPAIRS = {
    "a bullet": "• #\n v\n",
    "a comment of another language": "// #\n x\np:\n",
    "an equals sign": " j= #\n: -\n",
    "a fullwidth colon": "k：\n: , #\n",
    "an open bracket": ": [\n- a: : #\n",
    "an open bracket and quote": ': [\n",\n- b\n',
    "an indented bullet": "    • p # c\n  vv]\n",
}


class TestRepairs:
    @pytest.mark.parametrize(
        "front_matter", BUILT_ON_WRONG_REPAIRS.values(), ids=BUILT_ON_WRONG_REPAIRS
    )
    def test_what_builds_on_one_that_leads_no_further_is_left_out(self, front_matter: str) -> None:
        for safeties in (SAFE, ALL):
            outcome = fixed(article(front_matter), safeties)
            assert set(left(outcome)) == {"yaml-syntax"}
        assert not [each for each in outcome.checked.diagnostics if each.fix]

    @pytest.mark.parametrize(
        ("below", "told"),
        [
            ("k：\n: , #\n", 'fullwidth colon (U+FF1A) after "k": use `:`'),
            ("y: [\n- a: : #\n", "this `[` is never closed"),
            ("• #\n v\n", "a list item begins with `-`, not `•`"),
        ],
    )
    def test_those_before_it_are_made(self, below: str, told: str) -> None:
        outcome = fixed(article(f"title: A: B\n{below}"), ALL)
        assert outcome.source.text == article(f'title: "A: B"\n{below}')
        first = outcome.checked.diagnostics[0]
        assert (first.message, first.fix) == (told, None)

    def test_one_that_would_do_harm_is_left_out_and_offers_no_fix(self) -> None:
        text = article("{{.b}}\n")
        outcome = fixed("\ufeff" + text, ALL)  # in quotes, it would be no mapping
        assert (outcome.source.text, outcome.source.has_byte_order_mark) == (text, False)
        assert fixed_rules(outcome) == ["byte-order-mark"]
        [found] = outcome.checked.diagnostics
        assert (found.rule, found.span, found.fix) == ("non-string-key", Span(5, 9), None)

    def test_one_of_a_key_is_made(self) -> None:
        outcome = fixed(article("x: {{.b}}\n"), ALL)
        assert outcome.source.text == article('x: "{{.b}}"\n')
        assert left(outcome) == []

    def test_one_after_too_much_work_is_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(repair_proof, "MAX_PROVING", -1)
        text = article("title: A: B\n")
        outcome = fixed(text, ALL)
        assert (outcome.source.text, outcome.fixed) == (text, [])
        [found] = outcome.checked.diagnostics
        assert (found.rule, found.fix) == ("yaml-syntax", None)
