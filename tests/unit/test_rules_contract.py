"""What every rule must fulfil; rules are found by their files."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import lint_text, rules
from articlelint.article import Article, Fields
from articlelint.model import Change, Severity
from articlelint.rule import Example, Rule
from articlelint.settings.config import make_config
from tests.changes import document_of, objections
from tests.clock import NOW
from tests.support import ROOT, article

IDS = sorted(rules.ids())
CHECKING = sorted(rules.checking())
COMPARING = sorted(rules.comparing())
BUILTIN = sorted(set(IDS) - set(CHECKING) - set(COMPARING))

#: The severities that users rely on, also of rules that do not exist yet.
ERRORS = {
    *("missing-front-matter", "unclosed-front-matter", "empty-front-matter"),
    *("unsupported-front-matter", "front-matter-not-mapping", "yaml-syntax", "toml-syntax"),
    "json-syntax",
    "duplicate-key",
    *("non-string-key", "too-complex", "undecodable-file", "unreadable-file", "internal-error"),
    *("non-iso-date", "published-flag", "url-domain-mismatch", "conflicting-urls"),
    *("non-canonical-domain", "malformed-secured-value", "mojibake", "duplicate-url"),
}
WARNINGS = {
    *("byte-order-mark", "ambiguous-scalar", "filename-date-mismatch", "url-date-mismatch"),
    *("future-date", "date-order", "html-entity", "invisible-character", "irregular-whitespace"),
    *("unintended-escape", "placeholder-text", "tracking-parameter", "insecure-url"),
    *("duplicate-item", "empty-value", "deprecated-key"),
    *("bare-date", "lossy-number", "unindented-line"),
    *(
        "duplicate-title",
        "inconsistent-provider",
        "related-self",
        "unused-ignore",
        "lost-text",
        "rare-key",
    ),
}

#: What each of these rules reports and a person must fix, because more than one thing may be meant.
#: There is never a doubt about domains and spaces.
DOUBTFUL = {
    "ambiguous-scalar": "edition: 0123\n",
    "bare-date": None,
    "duplicate-item": "images: [{url: /a.jpg, width: 1}, {url: /a.jpg, width: 2}]\n",
    "empty-value": "title:\n",
    "html-entity": "title: Salt &amp;amp; tar\n",
    "insecure-url": "webUrl: http://example.com:8080/bridge\n",
    "invisible-character": 'title: "\\u200B"\n',
    "irregular-whitespace": None,
    "lost-text": "years:\n  - 2024,\n",
    "lossy-number": None,
    "mojibake": "title: A caf\ufffd reopens\n",
    "non-canonical-domain": None,
    "non-iso-date": "publishedDateTime: 04/05/2023 09:30 UTC\n",
    "published-flag": "published: draft\n",
    "tracking-parameter": "webUrl: '?fbclid=1'\n",
    "url-domain-mismatch": "webUrl: https://example.org/\nprovider: {domain: example.com}\n",
    "unintended-escape": None,
    # These report nothing without options.
    "key-order": None,
    "unknown-provider": None,
    "unknown-topic": None,
    "unknown-value": None,
}

every_rule = pytest.mark.parametrize("rule_id", IDS)
every_checking_rule = pytest.mark.parametrize("rule_id", CHECKING)


def _module(rule_id: str) -> ModuleType:
    return import_module(rules.ids()[rule_id])


def _said_of(text: str, path: str = "article.md", config: Any = None) -> list[tuple[str, str]]:
    return [(each.rule, each.message) for each in lint_text(text, path, {}, config)]


def test_every_file_of_the_folder_is_a_rule() -> None:
    folder = ROOT / "lint" / "articlelint" / "rules"
    files = [file for file in folder.rglob("*.py") if file.name != "__init__.py"]
    assert sorted(file.stem.replace("_", "-") for file in files) == IDS


def test_no_rule_has_an_unknown_id() -> None:
    with pytest.raises(KeyError):
        rules.load("no-such-rule")


@every_rule
def test_id_is_the_file_name(rule_id: str) -> None:
    module = _module(rule_id)
    assert Path(str(module.__file__)).name == rule_id.replace("-", "_") + ".py"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule_id)
    assert type(module.RULE) is Rule
    assert rules.load(rule_id) is module.RULE


@every_rule
def test_severity_is_the_one_that_users_rely_on(rule_id: str) -> None:
    promised = {
        severity
        for severity, ids in ((Severity.ERROR, ERRORS), (Severity.WARNING, WARNINGS))
        if rule_id in ids
    }
    assert promised <= {rules.load(rule_id).severity}


@every_rule
def test_summary_reads_well_in_a_list(rule_id: str) -> None:
    summary = rules.load(rule_id).summary
    assert re.fullmatch(r"[^\n]{15,80}", summary)
    assert not summary.endswith((".", " "))
    first = summary.split()[0]
    assert first.islower() or first.isupper()
    assert summary.count("`") % 2 == 0


@every_rule
def test_docs_say_what_and_why(rule_id: str) -> None:
    docs = rules.load(rule_id).docs
    assert docs == _module(rule_id).__doc__
    what, *why = docs.strip().split("\n\n")
    assert re.fullmatch(r"([A-Z]|articlelint ).{10,}\.", what)
    assert sum(map(len, why)) > 200
    assert docs.count("`") % 2 == 0


@every_rule
def test_only_those_of_the_folder_itself_check_one_article(rule_id: str) -> None:
    assert (rules.load(rule_id).check is not None) is (rule_id in CHECKING)


@every_checking_rule
def test_has_examples(rule_id: str) -> None:
    assert 1 <= len(rules.load(rule_id).examples) <= 3


def test_builtin_ones_have_examples_unless_a_file_alone_cannot_show_them() -> None:
    without = [rule_id for rule_id in BUILTIN if not rules.load(rule_id).examples]
    assert without == [
        "deprecated-key",
        "inline-ignore",
        "inline-schema",
        "internal-error",
        "undecodable-file",
        "unopened-front-matter",
        "unreadable-file",
        "unusable-schema",
        "unwritable-file",
    ]


@pytest.mark.parametrize("rule_id", sorted({*CHECKING, *BUILTIN}))
def test_examples_are_true(rule_id: str) -> None:
    for example in rules.load(rule_id).examples:
        if example.others:  # compares files
            continue
        options = dict(example.options)
        config: dict[str, Any] = {"rules": {rule_id: options}}  # also an opt-in rule
        assert _said_of(example.bad, example.path, config) == [(rule_id, example.message)]
        assert _said_of(example.good, example.path, config) == []


def _changes(rule_id: str, text: str, options: Mapping[str, Any]) -> list[Change | None]:
    config = make_config({"rules": {rule_id: dict(options)}})
    found = objections(rule_id, document_of(text), "article.md", config)
    return [each.change for each in found]


@every_checking_rule
def test_says_whether_it_looks_at_the_clock(rule_id: str) -> None:
    rule = rules.load(rule_id)
    tree = ast.parse(Path(str(_module(rule_id).__file__)).read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert bool(names & {"is_ahead", "is_past"}) is rule.uses_clock
    assert "_now" not in names
    assert any(_asks_for_the_time(rule, each) for each in rule.examples) is rule.uses_clock


def _asks_for_the_time(rule: Rule, example: Example) -> bool:
    asked = []

    def clock() -> datetime:
        asked.append(NOW)
        return NOW

    options = {name: each["default"] for name, each in rule.options.items()}
    article = Article(example.path, document_of(example.bad), Fields(), clock)
    assert rule.check
    list(rule.check(article, {**options, **example.options}))
    return bool(asked)


@every_checking_rule
def test_fixes_an_example_if_it_is_fixable(rule_id: str) -> None:
    rule = rules.load(rule_id)
    changes = [
        each
        for example in rule.examples
        for each in _changes(rule_id, example.bad, example.options)
    ]
    assert any(changes) is bool(rule.fixes)


def test_what_is_in_doubt_is_reported_without_a_fix() -> None:
    fixable = [rule_id for rule_id in CHECKING if rules.load(rule_id).fixes]
    assert DOUBTFUL.keys() == set(fixable)
    for rule_id, front_matter in DOUBTFUL.items():
        if front_matter:
            assert _changes(rule_id, article(front_matter), {}) == [None], rule_id


@every_rule
def test_options_are_described_and_have_a_default(rule_id: str) -> None:
    for name, schema in rules.load(rule_id).options.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert re.fullmatch(r"[A-Z].{10,}\.", schema["description"])
        assert isinstance(schema["type"], str | list)
        default = schema["default"]
        jsonschema_rs.meta.validate(dict(schema))
        assert jsonschema_rs.is_valid(dict(schema), default)
        assert make_config({"rules": {rule_id: {name: default}}}).options(rule_id)[name] == default


@every_rule
def test_cannot_be_changed(rule_id: str) -> None:
    rule = rules.load(rule_id)
    with pytest.raises(AttributeError):
        rule.severity = Severity.WARNING  # type: ignore[misc]
    options = deepcopy(rule.options)
    for example in rule.examples:
        lint_text(example.bad, schema={})
    assert rule.options == options
    assert type(rule.examples) is tuple


@every_rule
def test_imports_no_other_rule(rule_id: str) -> None:
    tree = ast.parse(Path(str(_module(rule_id).__file__)).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {
        each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names
    }
    ours = {name for name in imported if name and name.split(".")[0] == "articlelint"}
    assert ours
    assert not any(name == "articlelint" or "rules" in name.split(".") for name in ours)


def test_no_rule_asks_for_a_field() -> None:
    assert _said_of(article("layout: page\n")) == []


_NAMES = [*Fields(), "no"]
_SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.sampled_from(["video", "example.com", "https://example.com/a", "2023-05-04T09:30:00Z"]),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(_NAMES), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(_NAMES), _VALUES, min_size=1))
def test_no_rule_fixes_more_than_it_declares(data: dict[str, Any]) -> None:
    text = article(json.dumps(data) + "\n")
    for rule_id in CHECKING:
        if not rules.load(rule_id).fixes:
            assert not any(_changes(rule_id, text, {})), rule_id


@given(st.dictionaries(st.sampled_from(_NAMES), _VALUES, min_size=1))
def test_no_rule_fails_whatever_the_fields_hold(data: dict[str, Any]) -> None:
    reported = {each.rule for each in lint_text(article(json.dumps(data) + "\n"), schema={})}
    assert reported <= set(CHECKING)
