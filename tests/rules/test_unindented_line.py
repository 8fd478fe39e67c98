from __future__ import annotations

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "unindented-line"
ITEM = 'an item of "topics" goes on in a line that is not indented more than its dash'

#: Items of a list before another one.
BEFORE = {
    "text": "- a-b # - c",
    "text in two lines": "- a\n    - b",
    "quoted text": "- 'a - b'",
    "a mapping": "- a: b - c\n    d: e",
    "a list": "- - a\n    - b",
    "a block scalar": "- |\n    a - b\n",
    "nothing": "- # a - b",
    "an alias": "- &a b\n  - *a # - c",
    "brackets": "- [a, {b: c}]",
    "a comment": "- a\n  # - b\n# c - d",
}


def _key(key: str) -> str:
    return f'"{key}" goes on in a line that is not indented more than its key'


def test_lines() -> None:
    check_rule(
        RULE,
        silent={
            "one line": 'title: "a"\ntopics: [a, {b: c}]\n',
            "indented text": "title: \"a\n b\"\nexcerpt: 'a\n  b'\n",
            "indented items": "topics: [a,\n b]\nx: {a: 1,\n b: 2}\n",
            "an empty line": 'title: "a\n\n  b"\n',
            "a bracket that closes": "topics: [\n  a,\n  b\n]\nx: {\n  a: b\n}\n",
            "a bracket below a dash": "a:\n- [\n  b\n]\n",
            "a comment": "topics: [\n  a,\n# b\n  c]\n",
            "a block scalar": "title: |\n  a\n  b\nexcerpt: >\n  a\n  b\n",
            "plain text": "title: a\n  b\n",
            "below its key": 'title:\n  "a\n  b"\n',
            "below its key with an anchor": 'title: &a\n  "a\n  b"\nx: *a\n',
            "below its dash": 'a:\n- "b\n  c"\n- - "d\n   e"\n',
            "all in braces": "{a: [b,\nc]}\n",
            "a dash in a comment": "topics:\n  - # see a-b\n    [a,\n    b]\n",
            "a dash in the text of an item before": "a:\n- x - y\n- # -\n  - b-c\n- [d,\n e]\n",
            "a comment below an anchor": "topics: &a # b\n  [c,\n  d]\nx: *a\n",
        },
        reported={
            "double quotes": ('title: "a\nb"\n', [f"2:8-3:3 {_key('title')}"]),
            "single quotes": ("title: 'a\n\nb'\n", [f"2:8-4:3 {_key('title')}"]),
            "only the quote": ('title: "a\n"\n', [f"2:8-3:2 {_key('title')}"]),
            "brackets": ("topics: [a,\nb]\n", [f"2:9-3:3 {_key('topics')}"]),
            "braces": ("x: {a: 1,\nb: 2}\n", [f"2:4-3:6 {_key('x')}"]),
            "an anchor and a tag": ('x: &a !!str "a\nb"\n', [f"2:4-3:3 {_key('x')}"]),
            "a key that is indented": (
                "images:\n  - url: /a\n    title: 'a\n    b'\n",
                [f"4:12-5:7 {_key('title')}"],
            ),
            "a bracket further left": ("a:\n  b: [\n    c\n ]\n", [f"3:6-5:3 {_key('b')}"]),
            "a bracket with more": ("a: [\n  b\n, c]\n", [f"2:4-4:5 {_key('a')}"]),
            "an item": (
                'topics:\n  - "a\n  b"\n',
                [f"3:5-4:5 {ITEM}"],
            ),
            "an item with a dash in a comment": (
                "topics:\n  - # see a-b\n    [x,\n  y]\n",
                [f"4:5-5:5 {ITEM}"],
            ),
            "an item below comments": (
                "topics:\n  # a - b\n\n  - # c\n    # - d\n    [x,\n  y]\n",
                [f"7:5-8:5 {ITEM}"],
            ),
            "below an anchor and a comment": (
                "topics: &a # b - c\n  [d,\ne]\nx: *a\n",
                [f"2:9-4:3 {_key('topics')}"],
            ),
        }
        | {
            f"an item after {name}": (
                f"topics: !!seq # b - c\n  {before}\n  - # a-b\n    [x,\n  y]\n",
                [f"{5 + before.count(chr(10))}:5-{6 + before.count(chr(10))}:5 {ITEM}"],
            )
            for name, before in BEFORE.items()
        },
        changes={},
    )


def test_windows_line_ends() -> None:
    text = article('title: "a\nb"\nexcerpt: "a\n b"\n').replace("\n", "\r\n")
    assert [(each.rule, each.path) for each in lint_text(text, schema={})] == [(RULE, ("title",))]


def test_help() -> None:
    helps = [
        lint_text(article(each), schema={})[0].help
        for each in ('title: "a\nb"\n', 'x:\n  title: "a\n  b"\n')
    ]
    assert helps == [
        ("indent each of its lines by at least 1 space",),
        ("indent each of its lines by at least 3 spaces",),
    ]
