from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest

from articlelint import ConfigError, Diagnostic, SchemaError, Severity, lint_text, rules
from articlelint.article import Article
from articlelint.rule import Objection, Options
from articlelint.schema.loading import store
from articlelint.settings.config import make_config
from tests.support import article, found

FLAG = {"properties": {"published": {"type": "boolean"}}}
SHOULD_BE = '"published" should be `true` or `false`, not'


def _lint(front_matter: str, schema: Mapping[str, Any], **rule_settings: Any) -> list[Diagnostic]:
    settings = {name.replace("_", "-"): value for name, value in rule_settings.items()}
    return lint_text(article(front_matter), schema=schema, config={"rules": settings})


class TestOneFaultOneDiagnostic:
    def test_a_rule_replaces_the_diagnostic_of_the_schema(self) -> None:
        (diagnostic,) = _lint("published: 1\n", FLAG)
        assert diagnostic.rule == "published-flag"
        assert diagnostic.message == f"{SHOULD_BE} 1"
        assert diagnostic.help == ("write `true`",)

    def test_on_different_values_both_report(self) -> None:
        schema = {"properties": {"title": {"type": "string"}}}
        assert found(article("published: 1\ntitle: 1\n"), schema=schema) == [
            f"2:12-2:13 published-flag /published: {SHOULD_BE} 1",
            '3:8-3:9 schema/type /title: "title" should be text, not the whole number 1: quote it',
        ]

    def test_a_rule_that_gives_way_leaves_an_unknown_key_to_the_schema(self) -> None:
        schema = {"additionalProperties": False}
        assert found(article("no: 1\n"), schema=schema) == [
            '2:1-2:3 schema/additionalProperties /no: unknown key "no"'
        ]
        assert found(article("no: 1\n")) == [
            "2:1-2:3 ambiguous-scalar /no: `no` is `false` in YAML 1.1 but text in YAML 1.2"
        ]

    def test_a_rule_that_gives_way_leaves_a_wrong_value_to_the_schema(self) -> None:
        schema = {"properties": {"type": {"enum": ["article", "video"]}}}
        assert found(article("type: no\n"), schema=schema) == [
            '2:7-2:9 schema/enum /type: "type" should be "article" or "video", not "no"'
        ]
        assert found(article("type: no\n"), schema={"properties": {"type": {}}}) == [
            "2:7-2:9 ambiguous-scalar /type: `no` is `false` in YAML 1.1 but text in YAML 1.2"
        ]

    def test_on_a_key_and_its_value_both_report(self) -> None:
        assert found(article("published: 1\n"), schema={"additionalProperties": False}) == [
            '2:1-2:10 schema/additionalProperties /published: unknown key "published"',
            f"2:12-2:13 published-flag /published: {SHOULD_BE} 1",
        ]

    @pytest.mark.parametrize(
        ("rule_severity", "schema", "schema_severity", "severity"),
        [
            ("warning", FLAG, "error", Severity.ERROR),
            ("error", FLAG, "warning", Severity.ERROR),
            ("warning", FLAG, "warning", Severity.WARNING),
            ("warning", FLAG, "off", Severity.WARNING),
            ("warning", {}, "error", Severity.WARNING),
        ],
    )
    def test_a_rule_is_at_least_as_severe_as_the_schema_that_it_replaces(
        self, rule_severity: str, schema: Any, schema_severity: str, severity: Severity
    ) -> None:
        settings = {"published-flag": rule_severity, "schema/type": schema_severity}
        (diagnostic,) = _lint("published: 1\n", schema, **settings)
        assert (diagnostic.rule, diagnostic.severity) == ("published-flag", severity)

    def test_a_schema_fault_that_is_off_is_not_repeated(self) -> None:
        (diagnostic,) = _lint("published: 1\n", FLAG, **{"schema/type": "off"})
        assert diagnostic.help == ("write `true`",)

    def test_the_schema_reports_if_the_rule_is_off(self) -> None:
        (diagnostic,) = _lint("published: 1\n", FLAG, published_flag="off")
        assert diagnostic.rule == "schema/type"

    def test_a_rule_that_gives_way_is_silent_if_another_reports(self) -> None:
        text = article("published: no\nremoved: no\n")
        assert found(text) == [
            f'2:12-2:14 published-flag /published: {SHOULD_BE} "no"',
            "3:10-3:12 ambiguous-scalar /removed: `no` is `false` in YAML 1.1 but text in YAML 1.2",
        ]

    def test_a_rule_that_gives_way_reports_if_the_other_is_off(self) -> None:
        (diagnostic,) = _lint("published: no\n", {}, published_flag="off")
        assert diagnostic.rule == "ambiguous-scalar"

    def test_a_value_that_could_not_be_read_has_one_diagnostic(self) -> None:
        schema = {"properties": {"published": {"type": "string", "minLength": 1}}}
        text = article("published: {{ no }}\nremoved: no\n")
        assert found(text, schema=schema) == [
            "2:13-2:19 non-string-key /published/{ no }: a template must be in quotes",
            "3:10-3:12 ambiguous-scalar /removed: `no` is `false` in YAML 1.1 but text in YAML 1.2",
        ]

    def test_in_the_order_of_the_text(self) -> None:
        schema = {"properties": {"title": {"type": "string"}}, "required": ["category"]}
        text = article("published: 1\ntitle: 1\ntitle: 2\nwebUrl: no\n")
        assert [line.split()[:2] for line in found(text, schema=schema)] == [
            ["1:1-1:4", "schema/required"],
            ["2:12-2:13", "published-flag"],
            ["4:1-4:6", "duplicate-key"],
            ["4:8-4:9", "schema/type"],
            ["5:9-5:11", "ambiguous-scalar"],
        ]


class TestRuleThatFails:
    @pytest.fixture(autouse=True)
    def _broken_rule(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def check(_article: Article, _options: Options) -> Iterator[Objection]:
            yield Objection(("title",), "said before it failed")
            raise LookupError("no such thing")

        broken = rules.load("non-iso-date")._replace(check=check)
        checking = {**rules.checking(), "non-iso-date": broken}
        monkeypatch.setattr(rules, "checking", lambda: checking)

    def test_is_reported_and_the_others_report(self) -> None:
        text = article("title: no\npublished: 1\n")
        schema = {"properties": {"published": {"type": "boolean"}}, "required": ["category"]}
        assert found(text, schema=schema) == [
            (
                "1:1-1:1 internal-error: the rule non-iso-date failed on this file: "
                "LookupError: no such thing"
            ),
            '1:1-1:4 schema/required /category: missing required key "category"',
            "2:8-2:10 non-iso-date /title: said before it failed",
            f"3:12-3:13 published-flag /published: {SHOULD_BE} 1",
        ]

    def test_is_an_error(self) -> None:
        diagnostics = _lint("title: A\n", {}, non_iso_date="warning")
        assert [(each.rule, each.severity) for each in diagnostics] == [
            ("internal-error", Severity.ERROR),
            ("non-iso-date", Severity.WARNING),
        ]

    def test_is_not_reported_if_the_settings_turn_it_off(self) -> None:
        diagnostics = _lint("title: A\n", {}, internal_error="off")
        assert [each.rule for each in diagnostics] == ["non-iso-date"]

    def test_does_not_run_when_off(self) -> None:
        assert _lint("title: A\n", {}, non_iso_date="off") == []


def test_an_objection_to_a_place_that_is_not_there_is_an_internal_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def check(_article: Article, _options: Options) -> Iterator[Objection]:
        yield Objection(("nowhere",), "said of nothing")

    broken = rules.load("non-iso-date")._replace(check=check)
    monkeypatch.setattr(rules, "checking", lambda: {"non-iso-date": broken})
    assert found(article("title: A\n")) == [
        "1:1-1:1 internal-error: the rule non-iso-date failed on this file: KeyError: 'nowhere'"
    ]


def test_a_failure_outside_the_rules_is_an_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: Any) -> Any:
        raise MemoryError("too much")

    monkeypatch.setattr("articlelint.engine.check.read_block", read)
    assert found(article("title: A\n")) == [
        "1:1-1:1 internal-error: articlelint failed on this file: MemoryError: too much"
    ]


class Panic(BaseException):
    """As that of a native library, which is no Exception."""


def _panic(*_: Any) -> Any:
    raise Panic("index out of bounds")


def test_a_panic_of_a_native_library_is_an_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint.engine.check.read_block", _panic)
    assert found(article("title: A\n")) == [
        "1:1-1:1 internal-error: articlelint failed on this file: Panic: index out of bounds"
    ]


def test_a_panic_in_a_rule_is_an_internal_error() -> None:
    broken = rules.load("non-iso-date")._replace(check=_panic, facts=_panic)
    message = "the rule a-rule failed on this file: Panic: index out of bounds"
    said = found(article("title: A\n"), rules={"a-rule": broken})
    assert said == [f"1:1-1:1 internal-error: {message}"] * 2


@pytest.mark.parametrize("ends", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("part", ["check", "facts"])
def test_an_interrupt_in_a_rule_ends_the_run(part: str, ends: type[BaseException]) -> None:
    def interrupted(*_: Any) -> Any:
        raise ends

    changes: dict[str, Any] = {part: interrupted}
    broken = rules.load("non-iso-date")._replace(**changes)
    with pytest.raises(ends):
        found(article("title: A\n"), rules={"a-rule": broken})


class TestConfig:
    @pytest.mark.parametrize(
        ("setting", "severities"),
        [
            ("off", []),
            ("warning", [Severity.WARNING]),
            ("error", [Severity.ERROR]),
            ({"severity": "off"}, []),
            ({"severity": "warning"}, [Severity.WARNING]),
            ({}, [Severity.ERROR]),
        ],
    )
    @pytest.mark.parametrize(
        ("rule_id", "front_matter"),
        [
            ("published-flag", "published: 1\n"),
            ("duplicate-key", "title: A\ntitle: B\n"),
            ("schema/type", "title: 1\n"),
            ("yaml-syntax", "title: A: B\n"),
        ],
    )
    def test_severity(
        self, rule_id: str, front_matter: str, setting: Any, severities: list[Severity]
    ) -> None:
        schema = {"properties": {"title": {"type": "string"}}}
        diagnostics = _lint(front_matter, schema, **{rule_id: setting})
        assert [each.severity for each in diagnostics] == severities

    def test_options(self) -> None:
        front_matter = (
            "type: video\nwebUrl: https://films.example/a\nprovider: {domain: example.com}\n"
        )
        options = {"severity": "warning", "allow-hosts": ["films.example"]}
        assert _lint(front_matter, {}, url_domain_mismatch=options) == []
        options["allow-hosts"] = ["youtu.be"]
        (diagnostic,) = _lint(front_matter, {}, url_domain_mismatch=options)
        assert diagnostic.severity is Severity.WARNING

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"rule": {}}, 'unknown key "rule": did you mean "rules"?'),
            ({"the front matter": 1}, 'unknown key "the front matter"'),
            (
                {"rules": {"publish-flag": "off"}},
                'unknown key "publish-flag": did you mean "published-flag"?',
            ),
            ({"rules": {"zzz": "off"}}, 'unknown key "zzz"'),
            (
                {"rules": {"published-flag": "on"}},
                '"published-flag" should be "off", "warning", "error" or a mapping, not "on"',
            ),
            (
                {"rules": {"published-flag": False}},
                '"published-flag" should be "off", "warning", "error" or a mapping, not false',
            ),
            (
                {"rules": {"published-flag": {"severity": ["off"]}}},
                '"severity" should be "off", "warning" or "error", not ["off"]',
            ),
            (
                {"rules": {"published-flag": {"allow-hosts": []}}},
                'unknown key "allow-hosts"',
            ),
            (
                {"rules": {"url-domain-mismatch": {"allow-host": []}}},
                'unknown key "allow-host": did you mean "allow-hosts"?',
            ),
            (
                {"rules": {"url-domain-mismatch": {"allow-hosts": "youtu.be"}}},
                '"allow-hosts" should be a list, not the text "youtu.be"',
            ),
            (
                {"rules": {"url-domain-mismatch": {"allow-hosts": [1]}}},
                'item 1 of "allow-hosts" should be text, not the whole number 1: quote it',
            ),
            ({"rules": None}, '"rules" should be a mapping, but is empty'),
            ({"rules": "off"}, '"rules" should be a mapping, not the text "off"'),
            (
                {"rules": {"published-flga": "off", "zzz": "off"}},
                'unknown key "published-flga": did you mean "published-flag"?\nunknown key "zzz"',
            ),
            ({"rules": {1: "off"}}, "every key in the configuration should be text"),
            ({1: 2}, "every key in the configuration should be text"),
            ({"fields": []}, '"fields" should be a mapping, not a list'),
            (
                {"fields": {"publishd": "live"}},
                'unknown key "publishd": did you mean "published"?',
            ),
            (
                {"fields": {"date": "publishedDateTime"}},
                (
                    'unknown key "date": the name in the article schema comes first: '
                    "write `publishedDateTime: date`"
                ),
            ),
            ({"fields": {"date": ["webUrl"]}}, 'unknown key "date"'),
            (
                {"fields": {"published": 1}},
                (
                    '"published" should be text, a mapping or a list, not the whole number 1: '
                    "quote it"
                ),
            ),
            (
                {"rules": {"schema/type": {"strict": True}}},
                'unknown key "strict"',
            ),
        ],
    )
    def test_wrong_settings(self, settings: Any, message: str) -> None:
        with pytest.raises(ConfigError) as caught:
            lint_text("", config=settings)
        assert str(caught.value) == message

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            (["schemas"], 'unknown rule "schemas": did you mean "schema"?'),
            (
                ["schema/requird"],
                'unknown rule "schema/requird": did you mean "schema/required"?',
            ),
            (["required"], 'unknown rule "required": did you mean "schema/required"?'),
            (["requird"], 'unknown rule "requird": did you mean "schema/required"?'),
            (["schema/"], 'unknown rule "schema/": did you mean "schema"?'),
            (["x" * 70], f'unknown rule "{"x" * 59}…"'),
        ],
    )
    def test_wrong_schema_ids(self, wrong: list[str], message: str) -> None:
        with pytest.raises(ConfigError) as caught:
            make_config({}, select=wrong)
        assert str(caught.value) == message

    @pytest.mark.parametrize("wrong", [{"select": ["yaml-sintax"]}, {"ignore": ["yaml-sintax"]}])
    def test_wrong_selection(self, wrong: Any) -> None:
        with pytest.raises(ConfigError) as caught:
            make_config({}, **wrong)
        assert str(caught.value) == 'unknown rule "yaml-sintax": did you mean "yaml-syntax"?'


def test_fields_may_have_other_names() -> None:
    front_matter = article("live: yes\ndate: 2023-02-30T09:30:00Z\npublished: yes\n")
    config = {
        "fields": {"published": "live", "publishedDateTime": "date"},
        "rules": {"ambiguous-scalar": "off"},
    }
    assert found(front_matter, config=config) == [
        '2:7-2:10 published-flag /live: "live" should be `true` or `false`, not "yes"',
        (
            '3:7-3:27 non-iso-date /date: "2023-02-30T09:30:00Z" is not a real date: '
            "2023-02 has 28 days"
        ),
    ]


class TestSelection:
    def test_a_value_that_could_not_be_read_is_reported_whatever_is_selected(self) -> None:
        config = make_config({}, select=["schema"])
        assert found(article("title: {{ x }}\n"), config=config) == [
            "2:9-2:14 non-string-key /title/{ x }: a template must be in quotes"
        ]

    TEXT = article("published: 1\ntitle: 1\ntitle: 2\nwebUrl: no\n")
    SCHEMA: Mapping[str, Any] = {
        "properties": {"title": {"type": "string"}},
        "required": ["category"],
    }

    def _ids(self, text: str | bytes, **selection: Any) -> list[str]:
        config = make_config({}, **selection)
        return [each.rule for each in lint_text(text, schema=self.SCHEMA, config=config)]

    @pytest.mark.parametrize(
        ("selection", "ids"),
        [
            ({"select": ["published-flag"]}, ["published-flag"]),
            ({"select": ["schema"]}, ["schema/required", "schema/type"]),
            ({"select": ["schema/type", "duplicate-key"]}, ["duplicate-key", "schema/type"]),
            (
                {"ignore": ["schema"]},
                ["published-flag", "duplicate-key", "ambiguous-scalar"],
            ),
            (
                {"ignore": ["schema/type", "duplicate-key"]},
                ["schema/required", "published-flag", "ambiguous-scalar"],
            ),
            ({"select": ["schema"], "ignore": ["schema/type"]}, ["schema/required"]),
            ({"select": ["published-flag"], "ignore": ["published-flag"]}, []),
        ],
    )
    def test_of_ids(self, selection: Any, ids: list[str]) -> None:
        assert self._ids(self.TEXT, **selection) == ids

    def test_a_rule_not_selected_does_not_hide_the_schema(self) -> None:
        schema = {"properties": {"published": {"type": "boolean"}}}
        config = make_config({}, select=["schema"])
        (diagnostic,) = lint_text(article("published: 1\n"), schema=schema, config=config)
        assert diagnostic.rule == "schema/type"

    @pytest.mark.parametrize(
        ("text", "rule_id"),
        [
            ("title: A\n", "missing-front-matter"),
            ("---\ntitle: A\n", "unclosed-front-matter"),
            ("---\n---\n", "empty-front-matter"),
            ("---js\n", "unsupported-front-matter"),
            ("+++\na\n+++\n", "toml-syntax"),
            ("---\nA\n---\n", "front-matter-not-mapping"),
            ("---\na: b: c\n---\n", "yaml-syntax"),
            ("---\na: &a [*a]\n---\n", "too-complex"),
            (b"\xff", "undecodable-file"),
        ],
    )
    def test_never_hides_what_prevented_a_check(self, text: str | bytes, rule_id: str) -> None:
        assert self._ids(text, select=["published-flag"]) == [rule_id]
        assert self._ids(text, select=["published-flag"], ignore=[rule_id]) == []


class TestLintText:
    def test_says_the_same_twice(self) -> None:
        text = article("published: 1\ntitle: 1\ntitle: 2\n")
        assert lint_text(text) == lint_text(text) != []

    def test_changes_none_of_its_arguments(self) -> None:
        schema = {"properties": {"published": {"type": "boolean"}}, "required": ["title"]}
        config = {"rules": {"url-domain-mismatch": {"allow-hosts": ["films.example"]}}}
        before = deepcopy((schema, config))
        assert len(lint_text(article("published: 1\n"), schema=schema, config=config)) == 2
        assert (schema, config) == before

    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
    def test_bytes_are_read_as_the_text_is(self, mark: str, line_break: str) -> None:
        text = mark + article("title: \U0001f309 ü\npublished: 1 # ü\n").replace("\n", line_break)
        expected = [f"3:12-3:13 published-flag /published: {SHOULD_BE} 1"]
        if mark:
            what = "byte-order-mark: the file starts with a byte order mark (BOM)"
            expected.insert(0, f"1:1-1:1 {what}")
        assert found(text) == found(text.encode()) == expected

    def test_diagnostics_pickle_and_compare_on_every_field(self) -> None:
        diagnostics = lint_text(article("published: 1\ntitle: A\ntitle: A\n"), schema=FLAG)
        assert [each.rule for each in diagnostics] == ["published-flag", "duplicate-key"]
        assert diagnostics[1].related != ()
        assert pickle.loads(pickle.dumps(diagnostics)) == diagnostics  # noqa: S301 - our own
        for each in diagnostics:
            assert each != each._replace(help=("another",))
            assert each != each._replace(message="another")

    def test_uses_the_article_schema_without_another(self) -> None:
        assert '"category"' in "".join(found(article("title: A\n"), schema=None))

    def test_takes_a_loaded_schema(self) -> None:
        text = article("published: 1\n")
        assert lint_text(text, schema=store.from_mapping(FLAG)) == lint_text(text, schema=FLAG)

    def test_names_the_file_to_rules(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def check(article: Article, _options: Options) -> Iterator[Objection]:
            yield Objection((), article.path)

        told = rules.load("non-iso-date")._replace(check=check)
        monkeypatch.setattr(rules, "checking", lambda: {"non-iso-date": told})
        text = article("title: A\n")
        assert found(text, path="news/a.md") == ["1:1-1:4 non-iso-date: news/a.md"]
        assert found(text) == ["1:1-1:4 non-iso-date: <text>"]

    @pytest.mark.parametrize(
        "schema",
        [
            {"type": "strin"},
            {"properties": []},
            {"pattern": "("},
            {"$ref": "#/$defs/none"},
            {"$ref": "https://example.com/article.json"},
        ],
        ids=["type", "properties", "pattern", "pointer", "remote"],
    )
    def test_a_wrong_schema_is_raised(self, schema: Any) -> None:
        with pytest.raises(SchemaError, match=r"^schema: "):
            lint_text(article("title: A\n"), schema=schema)


class TestFixes:
    """Which diagnostics carry a fix."""

    def fixes(self, text: str, schema: Any = None, **settings: Any) -> dict[str, str | None]:
        """By the ids of the diagnostics, what their fixes are called and how safe they are."""
        return {
            each.rule: each.fix and f"{each.fix.title} ({each.fix.safety.value})"
            for each in lint_text(text, schema=schema or {}, **settings)
        }

    def test_a_rule_says_what_fixes_a_fault_and_how_safely(self) -> None:
        text = article("published: 1\nwebUrl: http://example.com/\ntopics: [A, A]\n")
        assert self.fixes(text) == {
            "published-flag": "write true (safe)",
            "insecure-url": 'write "https://example.com/" (unsafe)',
            "duplicate-item": "remove it (safe)",
        }

    def test_of_one_rule_some_fixes_are_guesses(self) -> None:
        text = article("topics: [A, a]\n")
        assert self.fixes(text) == {"duplicate-item": "remove it (unsafe)"}

    def test_the_edits_are_of_the_text_as_it_stands(self) -> None:
        text = article("published: 'yes' # so far\n")
        (diagnostic,) = lint_text(text, schema={})
        assert diagnostic.fix
        ((span, new),) = diagnostic.fix.edits
        assert (text[slice(*span)], new) == ("'yes'", "true")
        assert span == diagnostic.span

    def test_the_schema_has_fixes_too(self) -> None:
        schema = {
            "properties": {
                "title": {"type": "string"},
                "kind": {"enum": ["sheet", "form"]},
                "state": {"default": "new"},
            },
            "required": ["state"],
            "additionalProperties": False,
        }
        assert self.fixes(article("title: 1\nkind: Sheet\nfoo: 1\n"), schema) == {
            "schema/required": 'add "state" with the value "new" (unsafe)',
            "schema/type": 'write "1" (safe)',
            "schema/enum": 'write "sheet" (safe)',
            "schema/additionalProperties": None,
        }

    def test_a_byte_order_mark_is_removed_without_an_edit(self) -> None:
        (diagnostic,) = lint_text("\ufeff" + article("title: A\n"), schema={})
        assert diagnostic.fix
        assert (diagnostic.fix.title, diagnostic.fix.edits) == ("remove the byte order mark", ())

    @pytest.mark.parametrize(
        ("front_matter", "rule_id"),
        [
            ("published: maybe\n", "published-flag"),
            ("webUrl: http://example.com:8080/\n", "insecure-url"),
            ("publishedDateTime: 2023-02-30T09:30:00Z\n", "non-iso-date"),
            ("title: A\ntitle: B\n", "duplicate-key"),
            ("title: ''\n", "empty-value"),
            ("title A\ntype: b\n", "yaml-syntax"),
            ("published: &flag 1\n", "published-flag"),
            ("heat: &one 1\npublished: *one\n", "published-flag"),
        ],
    )
    def test_what_cannot_be_fixed_with_certainty_has_none(
        self, front_matter: str, rule_id: str
    ) -> None:
        assert self.fixes(article(front_matter))[rule_id] is None

    def test_of_rule_and_schema_the_one_that_reports_has_the_fix(self) -> None:
        text = article("published: 1\n")
        schema = {"properties": {"published": {"enum": [True, "1"]}}}
        assert self.fixes(text, schema) == {"published-flag": "write true (safe)"}
        off = {"rules": {"published-flag": "off"}}
        assert self.fixes(text, schema, config=off) == {"schema/enum": 'write "1" (safe)'}

    def test_a_fix_of_a_rule_that_declares_none_is_left_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        undeclared = rules.load("published-flag")._replace(fixes=())
        monkeypatch.setattr(rules, "checking", lambda: {"published-flag": undeclared})
        assert self.fixes(article("published: 1\n")) == {"published-flag": None}

    def test_an_ignored_diagnostic_is_not_fixed(self) -> None:
        text = article("published: 1 # articlelint: ignore[published-flag]\ntopics: [A, A]\n")
        assert self.fixes(text) == {"duplicate-item": "remove it (safe)"}
