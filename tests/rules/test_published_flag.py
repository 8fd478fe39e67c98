from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "published-flag"
SHOULD = '"published" should be `true` or `false`'
SHOULD_BE = f"{SHOULD}, not"


def test_published_flag() -> None:
    check_rule(
        RULE,
        silent={
            **{
                flag: f"published: {flag}\n"
                for flag in ("true", "false", "True", "False", "TRUE", "FALSE", "!!bool true")
            },
            "absent": "title: A bridge reopens\n",
            "alias of a flag": "removed: &flag false\npublished: *flag\n",
            "key in another case": "Published: yes\n",
            "key of a related item": "related:\n  - published: yes\n",
        },
        reported={
            **{
                word: (
                    f"published: {word}\n",
                    [f'2:12-2:{12 + len(word)} {SHOULD_BE} "{word}"'],
                )
                for word in ("yes", "Yes", "YES", "no", "on", "Off", "y", "N", "tRUE", "draft")
            },
            "double quotes": ('published: "true"\n', [f'2:12-2:18 {SHOULD_BE} "true"']),
            "single quotes": ("published: 'false'\n", [f'2:12-2:19 {SHOULD_BE} "false"']),
            "tag": ("published: !!str true\n", [f'2:12-2:22 {SHOULD_BE} "true"']),
            "block scalar": ("published: |\n  true\n", [f'2:12-3:7 {SHOULD_BE} "true\\n"']),
            "empty text": ('published: ""\n', [f'2:12-2:14 {SHOULD_BE} ""']),
            "empty": ("published:\n", [f"2:11-2:11 {SHOULD}, but is empty"]),
            "null": ("published: ~\n", [f"2:12-2:13 {SHOULD}, but `~` means no value"]),
            "alias of nothing": (
                "category: &none\npublished: *none\n",
                [f"3:12-3:17 {SHOULD}, but is empty"],
            ),
            "curly quotes": ("published: “true”\n", [f'2:12-2:18 {SHOULD_BE} "“true”"']),
            "1": ("published: 1\n", [f"2:12-2:13 {SHOULD_BE} 1"]),
            "0.0": ("published: 0.0\n", [f"2:12-2:15 {SHOULD_BE} 0.0"]),
            "date": ("published: 2023-05-04\n", [f'2:12-2:22 {SHOULD_BE} "2023-05-04"']),
            "list": ("published: [true]\n", [f"2:12-2:18 {SHOULD_BE} a list"]),
            "mapping": ("published: {now: 1}\n", [f"2:12-2:20 {SHOULD_BE} a mapping"]),
            "alias of text": (
                "category: &word news\npublished: *word\n",
                [f'3:12-3:17 {SHOULD_BE} "news"'],
            ),
        },
        changes={
            **dict.fromkeys(("yes", "Yes", "YES", "on", "y", "tRUE", "1"), True),
            **dict.fromkeys(("no", "Off", "N"), False),
            **dict.fromkeys(("double quotes", "curly quotes", "tag", "block scalar"), True),
            "single quotes": False,
        },
    )


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("yes", "write `true`"),
        ("On", "write `true`"),
        ("Y", "write `true`"),
        ("'TRUE '", "write `true` without quotes"),
        ("1", "write `true`"),
        ("no", "write `false`"),
        ("OFF", "write `false`"),
        ("n", "write `false`"),
        ('"false"', "write `false` without quotes"),
        ("0", "write `false`"),
        ("✅", "write `true`"),
        ("no - ask Dana", "write `true` to show the article to readers, or `false` to hide it"),
        ("false (not yet)", "write `false`"),
        ("true / false", "write `true` to show the article to readers, or `false` to hide it"),
        ("true (or false)", "write `true` to show the article to readers, or `false` to hide it"),
        ("draft", "write `true` to show the article to readers, or `false` to hide it"),
        ("10", "write `true` to show the article to readers, or `false` to hide it"),
        ("[true]", "write `true` to show the article to readers, or `false` to hide it"),
        ("", "write `true` to show the article to readers, or `false` to hide it"),
    ],
)
def test_help(value: str, help_: str) -> None:
    (diagnostic,) = lint_text(article(f"published: {value}\n"), schema={})
    assert diagnostic.help == (help_,)


def test_a_flag_may_have_no_value_where_the_schema_says_so() -> None:
    schema = {"properties": {"published": {"type": ["boolean", "null"]}}}
    assert lint_text(article("published:\n"), schema=schema) == []
    [diagnostic] = lint_text(article('published: ""\n'), schema=schema)
    assert diagnostic.message == f'{SHOULD_BE} ""'
    [diagnostic] = lint_text(article("published:\n"), schema={"properties": {"published": {}}})
    assert diagnostic.message == f"{SHOULD}, but is empty"
