from __future__ import annotations

from articlelint import lint_text
from tests.support import article, check_rule, found

RULE = "irregular-whitespace"


def test_ends() -> None:
    check_rule(
        RULE,
        silent={
            "plain": "title: A bridge reopens\n",
            "spaces that YAML drops": "title:   A bridge reopens  \n",
            "no-break space, which another rule reports": 'title: "A bridge\\u00A0"\n',
            "one word": "title: Bridge\n",
        },
        reported={
            "at the end": (
                'title: "A bridge reopens "\n',
                ['2:25-2:26 trailing space after "reopens": remove it'],
            ),
            "at the beginning": (
                "title: ' A bridge reopens'\n",
                ['2:9-2:10 leading space before "A": remove it'],
            ),
            "both": (
                'title: "  A bridge reopens "\n',
                [
                    '2:9-2:11 2 leading spaces before "A": remove them',
                    '2:27-2:28 trailing space after "reopens": remove it',
                ],
            ),
            "tab": (
                'title: "A bridge\\t"\n',
                ['2:17-2:19 trailing tab after "bridge": remove it'],
            ),
            "line break of Windows": (
                'title: "A bridge\\r\\n"\n',
                ['2:17-2:21 trailing line break after "bridge": remove it'],
            ),
            "ideographic space": (
                "title: 橋が開通\u3000\n",
                ['2:12-2:13 trailing space after "橋が開通": remove it'],
            ),
        },
        changes={
            **dict.fromkeys(("at the end", "at the beginning", "both"), "A bridge reopens"),
            **dict.fromkeys(("tab", "line break of Windows"), "A bridge"),
            "ideographic space": "橋が開通",
        },
    )


def test_spaces_alone_are_left_to_another_rule() -> None:
    config = {"rules": {"empty-value": "off"}}
    check_rule(RULE, silent={"spaces": 'title: "  "\n'}, reported={}, config=config)


def test_middle() -> None:
    check_rule(
        RULE,
        silent={
            "single spaces": "title: The bridge is open again. Lorries must wait.\n",
            "ideographic space between Chinese words": "title: 橋\u3000開通\n",
            "two of them": "title: 橋\u3000\u3000開通\n",
            "quoted text over two lines": 'title: "A bridge\n  reopens"\n',
        },
        reported={
            "doubled": (
                "title: A bridge  reopens\n",
                ['2:16-2:18 2 spaces after "bridge": use one space'],
            ),
            "after a full stop, as typists do": (
                "excerpt: The bridge is open.  Lorries must wait.\n",
                ['2:29-2:31 2 spaces after "open.": use one space'],
            ),
            "several": (
                "title: A   bridge  reopens  on Monday\n",
                [
                    '2:9-2:12 3 spaces after "A": use one space',
                    '2:18-2:20 2 spaces after "bridge": use one space',
                    '2:27-2:29 2 spaces after "reopens": use one space',
                ],
            ),
            "tab": (
                'title: "A\\tbridge"\n',
                ['2:10-2:12 tab after "A": use one space'],
            ),
            "line break": (
                'title: "A bridge\\nreopens"\n',
                ['2:17-2:19 line break after "bridge": use one space'],
            ),
            "carriage return": (
                'title: "A bridge\\rreopens"\n',
                ['2:17-2:19 line break after "bridge": use one space'],
            ),
            "empty line": (
                'title: "A bridge\n\n  reopens"\n',
                ['2:17-4:3 line break after "bridge": use one space'],
            ),
            "beside an ideographic space": (
                "title: 橋 \u3000 開通\n",
                ['2:9-2:12 3 spaces after "橋": use one space'],
            ),
            "beside one that stays": (
                "title: 橋\u3000開通  A\n",
                ['2:12-2:14 2 spaces after "開通": use one space'],
            ),
        },
        changes={
            **dict.fromkeys(
                ("doubled", "line break", "carriage return", "empty line"), "A bridge reopens"
            ),
            "after a full stop, as typists do": "The bridge is open. Lorries must wait.",
            "several": "A bridge reopens on Monday",
            "tab": "A bridge",
            "beside an ideographic space": "橋 開通",
            "beside one that stays": "橋\u3000開通 A",
        },
    )


def test_block_scalars() -> None:
    check_rule(
        RULE,
        silent={
            "folded": "title: >\n  A bridge\n  reopens\n",
            "literal of one line": "title: |\n  A bridge reopens\n",
            "folded without its line break": "title: >-\n  A bridge\n  reopens\n",
            "the same in quotes": 'title: "A bridge reopens\\n"\n',
        },
        reported={
            "literal": (
                "title: |-\n  A bridge\n  reopens\n",
                ['3:11-4:3 line break after "bridge": use one space'],
            ),
            "space at the end": (
                "title: >\n  A bridge \ntype: article\n",
                ['3:11-3:12 trailing space after "bridge": remove it'],
            ),
            "empty lines at the end, kept": (
                "title: |+\n  A bridge\n\ntype: article\n",
                ['3:11-3:11 trailing line break after "bridge": remove it'],
            ),
            "literal, with the line break that it may have": (
                "title: |\n  A bridge\n  reopens\n",
                ['3:11-4:3 line break after "bridge": use one space'],
            ),
        },
        changes={
            "literal": "A bridge reopens",
            "space at the end": "A bridge\n",
            "empty lines at the end, kept": "A bridge\n",
            "literal, with the line break that it may have": "A bridge reopens\n",
        },
    )


def test_the_lines_of_an_excerpt_are_its_authors() -> None:
    check_rule(
        RULE,
        silent={
            "literal": "excerpt: |\n  The bridge\n  is open.\n",
            "literal with an indented line": "excerpt: |\n  The bridge:\n    open\n",
            "literal with a hard break": "excerpt: |\n  The bridge  \n  is open.\n",
            "literal that keeps its last lines": "excerpt: |+\n  The bridge\n\ntype: article\n",
            "literal with an anchor and a tag": "excerpt: &a !!str |-\n  The bridge\n  is open.\n",
            "literal of a related item": "related:\n  - excerpt: |\n      The\n      bridge\n",
        },
        reported={
            "two spaces in a line": (
                "excerpt: |\n  The  bridge \n  is  open.\n",
                [
                    '3:6-3:8 2 spaces after "The": use one space',
                    '4:5-4:7 2 spaces after "is": use one space',
                ],
            ),
            "a title": (
                "title: |\n  The bridge\n  is open\n",
                ['3:13-4:3 line break after "bridge": use one space'],
            ),
            "an escape": (
                'excerpt: "The bridge\\nis open."\n',
                ['2:21-2:23 line break after "bridge": use one space'],
            ),
            "folded lines": (
                "excerpt: >\n  The bridge\n\n  is open.\n",
                ['3:13-5:3 line break after "bridge": use one space'],
            ),
            "an alias": (
                "a: &a |\n  The bridge\n  is open.\nexcerpt: *a\n",
                ['5:10-5:12 line break after "bridge": use one space'],
            ),
        },
        changes={
            "a title": "The bridge is open\n",
            "an escape": "The bridge is open.",
            "folded lines": "The bridge is open.\n",
            "an alias": "The bridge is open.\n",
        },
    )


def test_the_lines_of_an_excerpt_in_toml() -> None:
    lines = "The bridge\nis open.\n"
    for quotes in ('"""', "'''"):
        assert found(f"+++\nexcerpt = {quotes}\n{lines}{quotes}\n+++\n") == []
    assert found('+++\nexcerpt = "The bridge\\nis open."\n+++\n') == [
        '2:22-2:24 irregular-whitespace /excerpt: line break after "bridge": use one space'
    ]
    assert found('{"excerpt": "The bridge\\nis open."}\n') == [
        '1:24-1:26 irregular-whitespace /excerpt: line break after "bridge": use one space'
    ]


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "HTML, which has lines": 'featuredContent: "<p>A  bridge</p>\\n<p>b</p>\\n"\n',
            "no text": "title: [a  b]\nexcerpt: 1\ntopics: a  b\n",
            "empty": 'title: ""\nexcerpt: " "\ntopics: ["\\n", "\\t "]\n',
            "other text": "category: a  b\n",
        },
        reported={
            "names, topics, images and related items": (
                (
                    "provider:\n  name: The  Gazette\n  authors:\n    - name: Robin  Sample\n"
                    "topics: [a, b  c]\n"
                    "images:\n  - title: A  turbine\n"
                    "related:\n  - title: The  tide\n    excerpt: 'It ends. '\n"
                ),
                [
                    '3:12-3:14 2 spaces after "The": use one space',
                    '5:18-5:20 2 spaces after "Robin": use one space',
                    '6:14-6:16 2 spaces after "b": use one space',
                    '8:13-8:15 2 spaces after "A": use one space',
                    '10:15-10:17 2 spaces after "The": use one space',
                    '11:23-11:24 trailing space after "ends.": remove it',
                ],
            ),
        },
        changes={
            "names, topics, images and related items": [
                *("The Gazette", "Robin Sample", "b c", "A turbine", "The tide", "It ends."),
            ]
        },
    )


def test_gives_way_to_the_schema() -> None:
    schema = {"properties": {"title": {"maxLength": 5}}}
    (diagnostic,) = lint_text(article("title: A  bridge\n"), schema=schema)
    assert diagnostic.rule == "schema/maxLength"


def test_help() -> None:
    (diagnostic,) = lint_text(article("title: A  bridge\n"), schema={})
    assert diagnostic.help == (
        "write the text on one line, with one space between words and none at either end",
    )
