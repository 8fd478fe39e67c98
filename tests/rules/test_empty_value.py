from __future__ import annotations

import re

import pytest

from articlelint import SetValue, Severity, lint_text
from articlelint.settings.config import make_config
from tests.support import article, check_rule, found

RULE = "empty-value"


def _no_value(name: str) -> str:
    return f'"{name}" has no value: write one, or remove the key'


def _empty(name: str) -> str:
    return f'"{name}" is empty: write a value, or remove the key'


def _whitespace(name: str) -> str:
    return f'"{name}" contains only whitespace: write a value, or remove the key'


SILENT = {
    "text": "title: A bridge reopens\n",
    "null": "title: null\n",
    "null in capitals": "title: NULL\n",
    "tilde": "title: ~\n",
    "a tag that says null": "title: !!null\n",
    "quoted null": 'title: "null"\n',
    "zero": "quality: 0\n",
    "false": "removed: false\n",
    "an empty list": "topics: []\n",
    "an empty group": "provider: {}\n",
    "a list of empty lists": "topics: [[], {}]\n",
    "a list below its key": "topics:\n- Bridges\n",
    "text below its key": "title:\n  A bridge reopens\n",
    "text after a comment": "title: # the headline\n  A bridge reopens\n",
    "a character that cannot be seen, but is not whitespace": 'title: "\\u200b"\n',
    "null items": "topics: [null, ~]\n",
    "an empty date, which the rule for dates reports": 'publishedDateTime: ""\n',
    "a date of spaces of a related item": 'related:\n  - publishedDateTime: " "\n',
    "a published flag without a value": "published:\n",
    "an empty published flag": 'published: ""\n',
}

#: What begins a comment, but not as a comment does.
HASH = "has no value: `#` begins a comment"
VALUES_AS_COMMENTS = {
    "a hashtag": ("title: #nighttrains are back\n", [f'2:7-2:7 "title" {HASH}']),
    "a number": ("title: #9 reopens  \n", [f'2:7-2:7 "title" {HASH}']),
    "a hashtag with quotes": ('title: #it\'s "so"\n', [f'2:7-2:7 "title" {HASH}']),
    "an item": ("topics:\n  - #home\n  - boats\n", [f'3:4-3:4 an item of "topics" {HASH}']),
}

REPORTED = {
    "a comment without a space": ("title: #!x\n", [f"2:7-2:7 {_no_value('title')}"]),
    "a hashtag after two spaces": ("title:  #x\n", [f"2:7-2:7 {_no_value('title')}"]),
    "a hashtag on the next line": ("title:\n#x\n", [f"2:7-2:7 {_no_value('title')}"]),
    "nothing": ("title:\n", [f"2:7-2:7 {_no_value('title')}"]),
    "spaces after the colon": ("title:   \nno-1: 1\n", [f"2:7-2:7 {_no_value('title')}"]),
    "a comment": ("title: # to be written\n", [f"2:7-2:7 {_no_value('title')}"]),
    "a quoted key": ('"title":\n', [f"2:9-2:9 {_no_value('title')}"]),
    "a key without a colon": ("? title\n", [f"2:8-2:8 {_no_value('title')}"]),
    "keys that are not indented": (
        "provider:\nname: Example Gazette\n",
        [f"2:10-2:10 {_no_value('provider')}"],
    ),
    "double quotes": ('title: ""\n', [f"2:8-2:10 {_empty('title')}"]),
    "single quotes": ("title: ''\n", [f"2:8-2:10 {_empty('title')}"]),
    "a tag that says text": ("title: !!str\n", [f"2:8-2:13 {_empty('title')}"]),
    "an empty block scalar": ("title: |\n", [f"2:8-2:9 {_empty('title')}"]),
    "spaces": ('title: "  "\n', [f"2:8-2:12 {_whitespace('title')}"]),
    "a tab and a line break": ('title: "\\t\\n"\n', [f"2:8-2:14 {_whitespace('title')}"]),
    "no-break and ideographic space": (
        'title: "\u00a0\u3000"\n',
        [f"2:8-2:12 {_whitespace('title')}"],
    ),
    "a block scalar of empty lines": ("title: |+\n\n\n", [f"2:8-2:10 {_whitespace('title')}"]),
    "a field that no rule knows": ("shelf:\n", [f"2:7-2:7 {_no_value('shelf')}"]),
    "a group": (
        "provider: {name: , domain: ''}\n",
        [
            f"2:17-2:17 {_no_value('name')}",
            f"2:28-2:30 {_empty('domain')}",
        ],
    ),
    "below": (
        "related:\n  - title:\n    images:\n      - url: ''\n",
        [f"3:11-3:11 {_no_value('title')}", f"5:14-5:16 {_empty('url')}"],
    ),
    "a date without a value": (
        "publishedDateTime:\n",
        [f"2:19-2:19 {_no_value('publishedDateTime')}"],
    ),
    "a date in a group that has none": (
        "provider: {publishedDateTime: ''}\n",
        [f"2:31-2:33 {_empty('publishedDateTime')}"],
    ),
    "a flag of a related item": (
        "related:\n  - published:\n",
        [f"3:15-3:15 {_no_value('published')}"],
    ),
    "items": (
        "topics:\n  -\n  - ''\n  - ' '\n  - Bridges\n",
        [
            '3:4-3:4 an item of "topics" has no value: write one, or remove the item',
            '4:5-4:7 an item of "topics" is empty: write a value, or remove the item',
            (
                '5:5-5:8 an item of "topics" contains only whitespace: '
                "write a value, or remove the item"
            ),
        ],
    ),
    "an item of an item": (
        "topics: [[[a, '']]]\n",
        ['2:15-2:17 an item of "topics" is empty: write a value, or remove the item'],
    ),
    "once where it is written, not at its aliases": (
        "title: &title ''\nexcerpt: *title\nimages: &all [{title: }]\nmore: *all\n",
        [f"2:8-2:17 {_empty('title')}", f"4:22-4:22 {_no_value('title')}"],
    ),
    "an anchor without a value": (
        "title: &title\nexcerpt: *title\n",
        [f"2:8-2:14 {_no_value('title')}"],
    ),
    "once where it is written, not where it is merged": (
        "base: &base {title: ''}\nrelated:\n  - <<: *base\n",
        [f"2:21-2:23 {_empty('title')}"],
    ),
}


def test_empty_value() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED)


def test_a_value_that_is_a_comment() -> None:
    check_rule(
        RULE,
        silent={"a comment to articlelint": "title: #articlelint: ignore[empty-value]\n"},
        reported=VALUES_AS_COMMENTS,
        changes={
            "a hashtag": SetValue(("title",), "#nighttrains are back", takes_comment=True),
            "a number": SetValue(("title",), "#9 reopens", takes_comment=True),
            "a hashtag with quotes": SetValue(("title",), '#it\'s "so"', takes_comment=True),
            "an item": SetValue(("topics", 0), "#home", takes_comment=True),
        },
    )


def test_it_is_written_in_quotes() -> None:
    [diagnostic] = lint_text(article("title: #home\n"), schema={})
    assert diagnostic.help == ('if it is the value, quote it: `title: "#home"`',)


def test_other_names_of_the_fields() -> None:
    check_rule(
        RULE,
        silent={"the site's own": "date: ''\nlive:\nitems:\n  - date: ''\n"},
        reported={
            "the usual ones": (
                "publishedDateTime: ''\npublished:\n",
                [f"2:20-2:22 {_empty('publishedDateTime')}", f"3:11-3:11 {_no_value('published')}"],
            )
        },
        config={"fields": {"publishedDateTime": "date", "published": "live", "related": "items"}},
    )


def test_a_template_is_not_read() -> None:
    reported = found(article("title: {{ title }}\nexcerpt: {{ }}\n"))
    assert [line for line in reported if RULE in line] == []


def test_it_replaces_the_diagnostic_of_the_schema() -> None:
    schema = {"properties": {"title": {"minLength": 2}, "excerpt": {"type": "string"}}}
    empty, nothing = lint_text(article('title: ""\nexcerpt:\n'), schema=schema)
    for diagnostic in (empty, nothing):
        assert diagnostic.rule == RULE
        assert diagnostic.severity is Severity.ERROR
        assert diagnostic.help[0].startswith("the schema says: ")


def test_only_one_of_two_rules_reports_a_field() -> None:
    for written in ("", "''", "' '", "|"):
        for field in ("title", "excerpt", "webUrl", "secured", "published", "publishedDateTime"):
            assert len(lint_text(article(f"{field}: {written}\n"), schema={})) == 1
        for path in ("provider: {name: %s}", "provider: {domain: %s}", "topics: [a, {b: %s}]"):
            if written != "|":
                assert len(lint_text(article(f"{path % written}\n"), schema={})) == 1


SAID: dict[str, tuple[dict[str, object], str]] = {
    "that it may be null": ({"type": ["string", "null"]}, "subtitle:\n"),
    "that it is null": ({"type": "null"}, "subtitle:\n"),
    "null among the words": ({"enum": ["a", None]}, "subtitle:\n"),
    "null as an alternative": ({"anyOf": [{"type": "string"}, {"const": None}]}, "subtitle:\n"),
    "the empty text among the words": ({"enum": ["a", ""]}, 'subtitle: ""\n'),
    "the empty text as an alternative": (
        {"oneOf": [{"const": ""}, {"pattern": "^x"}]},
        'subtitle: ""\n',
    ),
    "a least length of none": ({"type": "string", "minLength": 0}, 'subtitle: ""\n'),
    "a greatest length of none": ({"maxLength": 0}, 'subtitle: ""\n'),
    "a text of spaces": ({"enum": [" ", "a"]}, 'subtitle: " "\n'),
    "by way of a reference": ({"$ref": "#/$defs/maybe"}, "subtitle:\n"),
    "of items": ({"items": {"type": ["null", "string"]}}, "subtitle: [a, ]\nimage:\n- \n"),
}
_MAYBE = {"maybe": {"type": ["null", "integer"]}}


def _told(front_matter: str, of_each: dict[str, object], **keys: str) -> list[str]:
    """What the rule says where each of two keys has a schema, with options for single keys."""
    properties = dict.fromkeys(("subtitle", "image"), of_each)
    schema = {"properties": properties, "$defs": _MAYBE}
    config = make_config({"rules": {RULE: {"keys": keys}}})
    reported = found(article(front_matter), schema=schema, config=config)
    return [re.sub(f" {RULE} \\S+:", "", each) for each in reported if f" {RULE} " in each]


@pytest.mark.parametrize(("schema", "front_matter"), SAID.values(), ids=SAID)
def test_what_the_schema_says_is_no_fault(schema: dict[str, object], front_matter: str) -> None:
    assert _told(front_matter, schema) == []


UNSAID: dict[str, tuple[dict[str, object], str, str]] = {
    "nothing": ({}, "subtitle:\n", f"2:10-2:10 {_no_value('subtitle')}"),
    "that it is text": ({"type": "string"}, 'subtitle: ""\n', f"2:11-2:13 {_empty('subtitle')}"),
    "that it may be empty text": (
        {"enum": ["", "a"]},
        "subtitle:\n",
        f"2:10-2:10 {_no_value('subtitle')}",
    ),
    "that it may be null": (
        {"type": ["string", "null"]},
        'subtitle: ""\n',
        f"2:11-2:13 {_empty('subtitle')}",
    ),
    "that it may be of no length": (
        {"minLength": 0},
        'subtitle: " "\n',
        f"2:11-2:14 {_whitespace('subtitle')}",
    ),
    "another constant": ({"const": "a"}, 'subtitle: ""\n', f"2:11-2:13 {_empty('subtitle')}"),
}


@pytest.mark.parametrize(("schema", "front_matter", "told"), UNSAID.values(), ids=UNSAID)
def test_what_the_schema_does_not_say_is_reported(
    schema: dict[str, object], front_matter: str, told: str
) -> None:
    assert _told(front_matter, schema) == [told]


def test_a_value_that_looks_like_a_comment_is_reported_all_the_same() -> None:
    assert _told("subtitle: #home\n", {"type": ["string", "null"]}) == [
        f'2:10-2:10 "subtitle" {HASH}'
    ]


KEYS: dict[str, tuple[dict[str, str], str, list[str]]] = {
    "any": ({"shelf": "any"}, "shelf:\nrow: {shelf: ''}\n", [f"3:14-3:16 {_empty('shelf')}"]),
    "any text": ({"shelf": "any"}, "shelf: ' '\n", []),
    "no value": ({"shelf": "no-value"}, "shelf:\n", []),
    "no value but text": (
        {"shelf": "no-value"},
        "shelf: ''\n",
        [f"2:8-2:10 {_empty('shelf')}"],
    ),
    "empty text": ({"shelf": "empty-text"}, "shelf: ''\n", []),
    "empty text but no value": (
        {"shelf": "empty-text"},
        "shelf:\n",
        [f"2:7-2:7 {_no_value('shelf')}"],
    ),
    "by a path": ({"row.shelf": "any"}, "row: [{shelf: ''}, {shelf: }]\n", []),
    "items": ({"row": "any"}, "row: ['', ]\n", []),
    "never, whatever the schema says": (
        {"subtitle": "never"},
        "subtitle:\n",
        [f"2:10-2:10 {_no_value('subtitle')}"],
    ),
}


@pytest.mark.parametrize(("keys", "front_matter", "told"), KEYS.values(), ids=KEYS)
def test_options_for_single_keys(keys: dict[str, str], front_matter: str, told: list[str]) -> None:
    assert _told(front_matter, {"type": "null"}, **keys) == told
