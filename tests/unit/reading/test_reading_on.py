"""Reading on after a mistake of syntax: what is told in one run, where, and what is not said."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from articlelint import fix_text, lint_text
from articlelint.model import Safety
from articlelint.reading.yaml import parser, reading_on
from articlelint.reading.yaml.reading_on import MAX_REPAIRS
from articlelint.reading.yaml.syntax import find_mistake
from tests.clock import now
from tests.support import article, found, source_of
from tests.unit.reading.helpers import read

SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "published": {"type": "boolean"},
        "category": {"enum": ["news", "review"]},
        "topics": {"type": "array", "items": {"type": "string"}},
        "provider": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "domain": {"type": "string"}},
            "required": ["name", "domain"],
            "additionalProperties": False,
        },
    },
    "required": ["title", "category"],
    "additionalProperties": False,
}

NWS = (
    'schema/enum /category: "category" should be "news" or "review", not "nws": '
    'did you mean "news"?'
)

NAME = 'schema/type /provider/name: "name" should be text, not the whole number 1: quote it'

#: By name, a front matter, and all that is said of it.
TOLD: dict[str, tuple[str, list[str]]] = {
    "all mistakes, and what else is wrong in the other lines": (
        'title = "A"\npublished:true\ncategory: nws\ntopics: [a, b\n',
        [
            "2:7-2:8 yaml-syntax: `=` instead of `:`",
            "3:1-3:11 yaml-syntax: missing space after `published:`",
            f"4:11-4:14 {NWS}",
            "5:9-5:10 yaml-syntax: this `[` is never closed",
        ],
    ),
    "nothing more of the value on a repaired line": (
        "title: A\ncategory:nws\npublished:maybe\n",
        [
            "3:1-3:10 yaml-syntax: missing space after `category:`",
            "4:1-4:11 yaml-syntax: missing space after `published:`",
        ],
    ),
    "what else is wrong after a repair that leaves no doubt": (
        "title: A\ncategory: news\nprovider:\n\tname: 1\n",
        [
            '4:1-4:9 schema/required /provider/domain: missing required key "domain" in "provider"',
            "5:1-5:2 yaml-syntax: tab used for indentation: use spaces",
            f"5:8-5:9 {NAME}",
        ],
    ),
    "no missing key where an unknown one may be it": (
        "titel:A\ncategory: news\n",
        ["2:1-2:7 yaml-syntax: missing space after `titel:`"],
    ),
    "a missing key where all others are known": (
        "category:news\npublished: true\n",
        [
            '1:1-1:4 schema/required /title: missing required key "title"',
            "2:1-2:10 yaml-syntax: missing space after `category:`",
        ],
    ),
    "a missing key in another mapping than the doubtful one": (
        "title: A\ncategory: news\nprovider:\n  nme:A\n  domain: b\nx: 1\n",
        [
            "5:3-5:7 yaml-syntax: missing space after `nme:`",
            '7:1-7:2 schema/additionalProperties /x: unknown key "x"',
        ],
    ),
    "places to the right of a repair": (
        "title: A\ncategory: news\nprovider: {name:1, domain: 2, x: 3}\n",
        ["4:12-4:17 yaml-syntax: missing space after `name:`"],
    ),
    "places below a repair that makes the text longer": (
        "title: A: B\ncategory: nws\n",
        [
            "2:9-2:10 yaml-syntax: an unquoted value contains `: `",
            f"3:11-3:14 {NWS}",
        ],
    ),
    "two mistakes on one line": (
        'title:"A" b\ncategory: news\n',
        [
            "2:1-2:7 yaml-syntax: missing space after `title:`",
            "2:11-2:12 yaml-syntax: unexpected text after the closing quote",
        ],
    ),
    "nothing but mistakes of syntax where one stops the reading": (
        "title: A: B\ncategory: nws\nsome words\nmore words\nx: 1\n",
        [
            "2:9-2:10 yaml-syntax: an unquoted value contains `: `",
            "4:1-4:11 yaml-syntax: this line is not a `key: value` pair",
        ],
    ),
    "a line without a key among others": (
        "x: 1\nSome words\ntitle: Foo\n",
        [
            '2:1-2:2 schema/additionalProperties /x: unknown key "x"',
            "3:1-3:11 yaml-syntax: this line is not a `key: value` pair",
        ],
    ),
    "a key that is given again, but not on a repaired line": (
        "title: A\ncategory:news\ncategory:news\ntitle: B\n",
        [
            "3:1-3:10 yaml-syntax: missing space after `category:`",
            "4:1-4:10 yaml-syntax: missing space after `category:`",
            '5:1-5:6 duplicate-key /title: the key "title" is given twice: remove one',
        ],
    ),
    "no list where all lines are repaired to one": (
        "- a\n-b: c\n",
        ["3:1-3:2 yaml-syntax: missing space after `-`"],
    ),
    "nothing but a line that is removed": (
        "{% if a %}\n",
        ["2:1-2:11 yaml-syntax: a template tag cannot be a line of the front matter"],
    ),
    "too much nesting below a repair": (
        f"title: A: B\ncategory: {'[' * 70}{']' * 70}\n",
        [
            "2:9-2:10 yaml-syntax: an unquoted value contains `: `",
            "3:74-3:75 too-complex: nested more than 64 levels deep",
        ],
    ),
}


@pytest.mark.parametrize(("front_matter", "expected"), TOLD.values(), ids=TOLD)
def test_told(front_matter: str, expected: list[str]) -> None:
    assert found(article(front_matter), schema=SCHEMA) == expected


@pytest.mark.parametrize(("front_matter", "expected"), TOLD.values(), ids=TOLD)
def test_told_with_other_line_ends(front_matter: str, expected: list[str]) -> None:
    text = article(front_matter)
    assert found(text.replace("\n", "\r\n"), schema=SCHEMA) == expected
    assert found("\ufeff" + text.replace("\n", "\r"), schema=SCHEMA)[1:] == expected


@pytest.mark.parametrize(("front_matter", "expected"), TOLD.values(), ids=TOLD)
def test_told_without_the_c_parser(
    monkeypatch: pytest.MonkeyPatch, front_matter: str, expected: list[str]
) -> None:
    monkeypatch.setattr(parser, "CParser", None)
    assert found(article(front_matter), schema=SCHEMA) == expected


def test_a_word_above_a_dash_without_a_space() -> None:
    assert found(article("a\n-b: c\n")) == [
        '2:1-2:2 yaml-syntax: missing `:` after "a"',
        "3:1-3:2 yaml-syntax: missing space after `-`",
    ]


def related_of(front_matter: str) -> list[tuple[int, int, str]]:
    text = article(front_matter)
    [fault] = lint_text(text, schema={})
    source = source_of(text)
    return [(*source.position(each.span.start), each.message) for each in fault.related]


def test_where_the_parser_stumbled_is_related_if_it_is_elsewhere() -> None:
    assert related_of('title "A"\ncategory: b\n') == [(3, 9, "the parser stumbled here")]
    assert related_of('title: "A\ncategory: b\n') == [(4, 1, "the parser stumbled here")]
    assert related_of("title: A: B\n") == []
    assert related_of("title: @a\n") == []


def test_rules_speak_of_the_lines_that_are_as_written() -> None:
    front_matter = "title: A: B\nexcerpt: Boats &amp; trains\npublished:yes\n"
    assert found(article(front_matter)) == [
        "2:9-2:10 yaml-syntax: an unquoted value contains `: `",
        '3:16-3:21 html-entity /excerpt: "&amp;" is an HTML entity: write "&"',
        "4:1-4:11 yaml-syntax: missing space after `published:`",
    ]


def test_what_is_repaired_is_unread() -> None:
    reading = read(article("a: 1\nb:2\nc:\n  - d\n  -e\n  - f: g: h\n    i: 1\nj: {l:m,\n n: o}\n"))
    assert reading.document
    assert reading.document.is_repaired
    unread = {("b",), ("c", 1), ("c", 2, "f"), ("j",)}
    assert reading.document.unread == unread
    assert reading.document.data["a"] == 1
    assert reading.document.data["c"] == ["d", "e", {"f": "g: h", "i": 1}]


def test_text_over_lines_is_unread_if_one_of_them_is_repaired() -> None:
    reading = read(article('a: "b\n  c\\q d\n  e"\nf: 1\n'))
    assert [each.rule for each in reading.faults] == ["yaml-syntax"]
    reading = read(article("a: |\n  b\x01\n  c\nd: 1\n"))
    assert reading.document
    assert reading.document.unread == {("a",)}


def test_aliases_and_merged_keys_keep_their_places() -> None:
    front_matter = "z: y: x\na: &b\n  c: 1\nd:\n  <<: *b\n  e: 2\nf: *b\n"
    reading = read(article(front_matter))
    document: Any = reading.document
    assert reading.place(document.root.children["a"].children["c"]) == "4:6-4:7"
    assert reading.place(document.root.children["d"].children["c"]) == "6:7-6:9"
    assert reading.place(document.root.children["d"].children["e"]) == "7:6-7:7"
    assert reading.place(document.root.children["f"]) == "8:4-8:6"


def test_ignore_comments_work_in_what_is_read() -> None:
    front_matter = "title: A: B\ncategory: nws # articlelint: ignore[schema]\n"
    assert found(article(front_matter), schema=SCHEMA) == [
        "2:9-2:10 yaml-syntax: an unquoted value contains `: `"
    ]


def test_values_have_no_fixes_until_the_text_parses() -> None:
    faults = lint_text(article("title: A: B\ncategory: nws\n"), schema=SCHEMA)
    assert [each.fix is not None for each in faults] == [True, False]
    fixed = fix_text(article("title: A: B\ncategory: nws\n"), schema=SCHEMA, unsafe=True)
    assert fixed.text == article('title: "A: B"\ncategory: news\n')
    assert [each.rule for each in fixed.fixed] == ["yaml-syntax", "schema/enum"]


def test_only_what_can_be_read_in_one_way_is_safe() -> None:
    front_matter = '"title": "A",\ncategory:\tnews\ntopics:\n  -\ta: b\nx: y: z\n'
    faults = lint_text(article(front_matter), schema={}, clock=now)
    safeties = [each.fix.safety for each in faults if each.fix]
    assert safeties == [Safety.SAFE, Safety.SAFE, Safety.UNSAFE]
    fixed = fix_text(article(front_matter), schema={}).text
    assert fixed == article('"title": "A"\ncategory:\tnews\ntopics:\n  - a: b\nx: y: z\n')


class TestBounds:
    def test_many_mistakes_end_the_reading(self) -> None:
        front_matter = "".join(f"a{number}:b\n" for number in range(MAX_REPAIRS + 10))
        faults = lint_text(article("z: 1\n" + front_matter), schema={})
        assert [each.rule for each in faults] == ["yaml-syntax"] * MAX_REPAIRS
        assert not any(each.fix for each in faults)

    def test_fewer_do_not(self) -> None:
        front_matter = "".join(f"a{number}:b\n" for number in range(MAX_REPAIRS - 1))
        fixed = fix_text(article("z: 1\n" + front_matter), schema={}, unsafe=True)
        assert len(fixed.fixed) == MAX_REPAIRS - 1
        assert fixed.diagnostics == []

    def test_a_long_text_is_not_read_again_and_again(self) -> None:
        lines = "".join(f"a{number}: {'x' * 100}\n" for number in range(9000))
        text = article(lines + "b:c\n" * 40)
        start = process_time()
        faults = lint_text(text, schema={})
        assert process_time() - start < 10
        assert {each.rule for each in faults} == {"yaml-syntax"}
        assert 1 < len(faults) < 10
        assert not any(each.fix for each in faults)

    def test_a_text_that_is_too_long_without_the_c_parser(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(parser, "CParser", None)
        monkeypatch.setattr(parser, "MAX_PURE_LENGTH", 19)
        assert found(article("a: b: c\nde: 1\n")) == [
            "2:5-2:6 yaml-syntax: an unquoted value contains `: `"
        ]

    def test_a_repair_that_leads_no_further_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def wrong(stumble: Any) -> Any:
            mistake: Any = find_mistake(stumble)
            edit = mistake.repair.edits[0]._replace(text='"')
            return mistake._replace(repair=mistake.repair._replace(edits=(edit,)))

        monkeypatch.setattr(reading_on, "find_mistake", wrong)
        [fault] = lint_text(article("a: b: c\n"), schema={})
        assert fault.fix is None


#: What YAML takes for parts of a key or text, and no writer means; and what is meant as written.
MEANT = {
    "an equals sign before a colon": ("a = b: c\n", ["2:3-2:4 yaml-syntax: `=` instead of `:`"]),
    "no space after a colon, and another one": (
        "a:b c: d\n",
        ["2:1-2:3 yaml-syntax: missing space after `a:`"],
    ),
    "a key with a colon": ("og:title: b\na:b:c: d\n", []),
    "an arrow before a colon": ("a -> b: c\n", ["2:3-2:5 yaml-syntax: `->` instead of `:`"]),
    "a nested equals sign before a colon": (
        "a:\n  - b = c: d\n",
        ["3:7-3:8 yaml-syntax: `=` instead of `:`"],
    ),
    "an equals sign in quotes, and before them": (
        'a="b: c"\n',
        ["2:2-2:3 yaml-syntax: `=` instead of `:`"],
    ),
    "an equals sign in a key in quotes": ('"a = b": c\n', []),
    "an equals sign in a value": ("a: b = c\nd: e='f'\n", []),
    "an equals sign in a key without spaces": ("a=b: c\nd: = e\n", []),
    "a no-break space before a key": (
        "a:\n\xa0\xa0b: c\n",
        ["3:1-3:3 yaml-syntax: no-break space (U+00A0) in the indentation: use a space"],
    ),
    "a no-break space after a dash": (
        "a:\n  - b\n  -\xa0c\n",
        ["4:4-4:5 yaml-syntax: no-break space (U+00A0) after `-`: use a space"],
    ),
    "a no-break space in text": ("a: b:\xa0c\nd:\n  - -\xa0e\n  - f\xa0g\n", []),
    "a no-break space first in a value": ("a: \xa0b\n", []),
    "a no-break space in block text": ("a: |\n  \xa0b\n  -\xa0c\n", []),
    "a no-break space in quotes": ('a: "b\n  -\xa0c"\n', []),
    "a single text": ("Night trains\n", []),
}


@pytest.mark.parametrize(("front_matter", "expected"), MEANT.values(), ids=MEANT)
def test_meant(front_matter: str, expected: list[str]) -> None:
    told = read(article(front_matter)).written()
    assert [each for each in told if " yaml-syntax" in each] == expected
