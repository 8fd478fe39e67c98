from __future__ import annotations

from articlelint import SetValue, Severity, lint_text
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
