"""Rules and the schema on one value: one diagnostic, which repeats nothing."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import lint_text, rules
from tests.clock import now
from tests.support import article, found

DATE = {"type": "string", "format": "date-time"}
VECTOR = "U2l4dGVlbkJ5dGVzIQ=="

#: By rule and keyword: front matter, what the schema says of its first key or of the value within,
#: the id that reports it, and what is told of the schema below.
PAIRS: dict[tuple[str, str], tuple[str, Any, str, list[str]]] = {
    ("published-flag", "type"): ("published: yes", {"type": "boolean"}, "published-flag", []),
    ("published-flag", "type, of no flag"): (
        "published: []",
        {"type": "boolean"},
        "published-flag",
        [],
    ),
    ("published-flag", "type, empty"): ("published:", {"type": "boolean"}, "published-flag", []),
    ("published-flag", "enum"): ("published: yes", {"enum": [True, False]}, "published-flag", []),
    ("published-flag", "const"): (
        "published: no",
        {"const": True},
        "published-flag",
        ['"published" should be true, not "no"'],
    ),
    ("published-flag", "const, which it meets"): (
        "published: yes",
        {"const": True},
        "published-flag",
        [],
    ),
    ("published-flag", "errorMessage"): (
        "published: yes",
        {"type": "boolean", "errorMessage": "Ask the editors."},
        "published-flag",
        ["Ask the editors."],
    ),
    ("published-flag", "not"): (
        "published: yes",
        {"not": {"type": "string"}},
        "published-flag",
        ['"published" must not be text, is "yes"'],
    ),
    ("non-iso-date", "format"): ("publishedDateTime: soon", DATE, "non-iso-date", []),
    ("non-iso-date", "format, with a fix"): (
        "publishedDateTime: 2023-05-04 09:30Z",
        DATE,
        "non-iso-date",
        [],
    ),
    ("non-iso-date", "type"): ("publishedDateTime: 20230504", DATE, "non-iso-date", []),
    ("non-iso-date", "another format"): (
        "publishedDateTime: soon",
        {"format": "date"},
        "non-iso-date",
        ['"publishedDateTime" should be a date such as 2023-05-04, not "soon"'],
    ),
    ("non-iso-date", "pattern"): (
        "publishedDateTime: soon",
        {"pattern": "Z$"},
        "non-iso-date",
        ['"publishedDateTime" does not match the pattern `Z$`: "soon"'],
    ),
    ("non-canonical-domain", "format"): (
        "provider: {domain: 'https://example.com/'}",
        {"properties": {"domain": {"format": "hostname"}}},
        "non-canonical-domain",
        [],
    ),
    ("non-canonical-domain", "pattern, which it meets"): (
        "provider: {domain: Example.com}",
        {"properties": {"domain": {"pattern": "^[a-z.]+$"}}},
        "non-canonical-domain",
        [],
    ),
    ("non-canonical-domain", "pattern"): (
        "provider: {domain: Example.com}",
        {"properties": {"domain": {"pattern": "[.]org$"}}},
        "non-canonical-domain",
        ['"domain" does not match the pattern `[.]org$`: "Example.com"'],
    ),
    ("malformed-secured-value", "minLength"): (
        "secured: a;b",
        {"minLength": 9},
        "malformed-secured-value",
        [],
    ),
    ("malformed-secured-value", "maxLength"): (
        f"secured: {VECTOR};b",
        {"maxLength": 9},
        "malformed-secured-value",
        ['"secured" allows at most 9 characters, has 22'],
    ),
    ("empty-value", "type"): (
        "title:",
        {"type": "string"},
        "empty-value",
        ['"title" should be text, but is empty'],
    ),
    ("empty-value", "minLength"): ('title: ""', {"minLength": 1}, "empty-value", []),
    ("empty-value", "minLength, of more"): (
        'title: ""',
        {"minLength": 9},
        "empty-value",
        ['"title" needs at least 9 characters, has 0'],
    ),
    ("empty-value", "enum"): (
        "title:",
        {"enum": ["a", "b"]},
        "empty-value",
        ['"title" should be "a" or "b", but is empty'],
    ),
    ("duplicate-item", "uniqueItems"): (
        "topics: [b, b]",
        {"uniqueItems": True},
        "duplicate-item",
        [],
    ),
    ("url-domain-mismatch", "pattern"): (
        "webUrl: https://example.org/\nprovider: {domain: example.com}",
        {"pattern": "com/$"},
        "url-domain-mismatch",
        ['"webUrl" does not match the pattern `com/$`: "https://example.org/"'],
    ),
    ("placeholder-text", "minLength"): (
        "title: tbd",
        {"minLength": 9},
        "placeholder-text",
        ['"title" needs at least 9 characters, has 3'],
    ),
    ("mojibake", "pattern"): (
        "title: cafÃ©",
        {"pattern": "^[A-Z]"},
        "mojibake",
        ['"title" does not match the pattern `^[A-Z]`: "cafÃ©"'],
    ),
    ("ambiguous-scalar", "type"): ("draft: yes", {"type": "boolean"}, "schema/type", []),
    ("conflicting-urls", "pattern"): (
        "webUrl: https://example.com/a\noriginalUrl: https://example.com/b",
        {"pattern": "com/$"},
        "schema/pattern",
        [],
    ),
    ("date-order", "pattern"): (
        "updatedDateTime: 2023-05-04T09:30:00Z\npublishedDateTime: 2023-06-04T09:30:00Z",
        {"pattern": "^2024"},
        "schema/pattern",
        [],
    ),
    ("future-date", "pattern"): (
        "publishedDateTime: 2093-05-04T09:30:00Z\npublished: true",
        {"pattern": "^2024"},
        "schema/pattern",
        [],
    ),
    ("filename-date-mismatch", "pattern"): (
        "publishedDateTime: 2023-05-04T09:30:00Z",
        {"pattern": "^2024"},
        "schema/pattern",
        [],
    ),
    ("url-date-mismatch", "pattern"): (
        "webUrl: https://example.com/2020/01/a\npublishedDateTime: 2023-05-04T09:30:00Z",
        {"pattern": "com/$"},
        "schema/pattern",
        [],
    ),
    ("html-entity", "maxLength"): ("title: a &amp; b", {"maxLength": 5}, "schema/maxLength", []),
    ("invisible-character", "maxLength"): (
        "title: a\u200bb c d",
        {"maxLength": 5},
        "schema/maxLength",
        [],
    ),
    ("irregular-whitespace", "maxLength"): (
        "title: a  b c",
        {"maxLength": 5},
        "schema/maxLength",
        [],
    ),
    ("tracking-parameter", "maxLength"): (
        "webUrl: https://example.com/?utm_source=a",
        {"maxLength": 5},
        "schema/maxLength",
        [],
    ),
    ("insecure-url", "maxLength"): (
        "webUrl: http://example.com/",
        {"maxLength": 5},
        "schema/maxLength",
        [],
    ),
    ("unknown-topic", "items"): ("topics: [boats]", {"items": {"const": "b"}}, "schema/const", []),
    ("unknown-provider", "properties"): (
        "provider: {domain: example.com}",
        {"properties": {"domain": {"pattern": "^b"}}},
        "schema/pattern",
        [],
    ),
}
CONFIG = {
    "rules": {"unknown-topic": {"topics": ["b"]}, "unknown-provider": {"providers": {"b.com": "B"}}}
}


@pytest.mark.parametrize(
    ("pair", "front_matter", "subschema", "rule_id", "more"),
    [(pair, *case) for pair, case in PAIRS.items()],
    ids=map(" and ".join, PAIRS),
)
def test_one_value_is_told_once(
    pair: tuple[str, str], front_matter: str, subschema: Any, rule_id: str, more: list[str]
) -> None:
    key = front_matter.partition(":")[0]
    schema = {"properties": {key: subschema}}
    text = article(front_matter + "\n")
    told = lint_text(text, "2024-02-02-a.md", schema=schema, config=CONFIG, clock=now)
    of_key = [each for each in told if each.path[0] == key]
    says = "the schema says: "
    added = [line.removeprefix(says) for each in of_key for line in each.help if says in line]
    assert ([each.rule for each in of_key], added) == ([rule_id], more)
    alone = lint_text(text, "2024-02-02-a.md", schema={}, config=CONFIG, clock=now)
    assert pair[0] in [each.rule for each in alone], "it is no pair"


ACCEPTED = {
    "published-flag": "published: {}",
    "non-iso-date": "publishedDateTime: {}",
    "empty-value": "title: {}",
    "non-canonical-domain": "provider: {{domain: {}}}",
    "malformed-secured-value": "secured: {}",
}


def test_no_rule_objects_to_what_it_accepts() -> None:
    for rule_id, front_matter in ACCEPTED.items():
        rule = rules.checking()[rule_id]
        for value in rule.accepted(rule.default_options()):
            written = str(value).lower() if isinstance(value, bool) else value
            text = article(front_matter.format(written) + "\n")
            assert not [line for line in found(text, schema={}) if rule_id in line]


@pytest.mark.parametrize(
    ("accept", "form", "is_told"),
    [
        (["date"], "date", False),
        (["date"], "date-time", True),
        (["date-time"], "date-time", False),
        (["date-time"], "date", True),
        (["date", "date-time"], "date", True),
        (["jekyll"], "date", True),
    ],
)
def test_what_a_rule_accepts_may_depend_on_its_options(
    accept: list[str], form: str, *, is_told: bool
) -> None:
    schema = {"properties": {"publishedDateTime": {"type": "string", "format": form}}}
    config = {"rules": {"non-iso-date": {"accept": accept}}}
    (told,) = lint_text(article("publishedDateTime: soon\n"), schema=schema, config=config)
    assert told.rule == "non-iso-date"
    assert any(line.startswith("the schema says: ") for line in told.help) is is_told


def test_every_form_of_dates_accepts_its_samples() -> None:
    rule = rules.load("non-iso-date")
    for name in rule.options["accept"]["items"]["enum"]:
        options = {"accept": [name]}
        for date in rule.accepted(options):
            text = article(f"publishedDateTime: '{date}'\n")
            assert lint_text(text, schema={}, config={"rules": {"non-iso-date": options}}) == []
