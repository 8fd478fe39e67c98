"""What is wrong with a front matter that parses, and what is too much of it."""

from __future__ import annotations

import pytest

from articlelint.model import Diagnostic, Related, Severity, Span
from articlelint.reading.limits import (
    MAX_DEPTH,
    MAX_LENGTH,
    MAX_NODES,
    MAX_PURE_LENGTH,
    MAX_REPEATED,
)
from articlelint.reading.yaml import parser
from tests.support import article
from tests.unit.reading.helpers import document_of, faults_of, read

NO_KEY = "non-string-key /: a key is missing here"
NO_COLLECTION = "a key cannot be a list or a mapping"
TEMPLATE = "a template must be in quotes"
ONES = "1" * 59 + "…"

FAULTS: dict[str, tuple[str, list[str]]] = {
    "a key given twice": (
        "a: 1\nb: 2\na: 3\n",
        ['4:1-4:2 duplicate-key /a: the key "a" is given twice: remove one'],
    ),
    "given three times": (
        "a: 1\na: 2\na: 3\n",
        [
            '3:1-3:2 duplicate-key /a: the key "a" is given twice: remove one',
            '4:1-4:2 duplicate-key /a: the key "a" is given twice: remove one',
        ],
    ),
    "given twice in other quotes": (
        "a: 1\n'a': 2\n\"a\": 3\n",
        [
            '3:1-3:4 duplicate-key /a: the key "a" is given twice: remove one',
            '4:1-4:4 duplicate-key /a: the key "a" is given twice: remove one',
        ],
    ),
    "given twice in a list's item": (
        "a:\n  - b: 1\n  - c: 1\n    c: 2\n",
        ['5:5-5:6 duplicate-key /a/1/c: the key "c" is given twice: remove one'],
    ),
    "given twice in flow": (
        "a: {b: 1, b: 2}\n",
        ['2:11-2:12 duplicate-key /a/b: the key "b" is given twice: remove one'],
    ),
    "given twice, with a slash and a tilde": (
        "a/b~: 1\na/b~: 2\n",
        ['3:1-3:5 duplicate-key /a~1b~0: the key "a/b~" is given twice: remove one'],
    ),
    "given twice, after emoji and CRLF": (
        "😀: {😀: 1, 😀: 2}\r\n",
        ['2:11-2:12 duplicate-key /😀/😀: the key "😀" is given twice: remove one'],
    ),
    "given twice by an alias": (
        "a: &x b\nb: 1\n*x : 2\n",
        ['4:1-4:3 duplicate-key /b: the key "b" is given twice: remove one'],
    ),
    "an empty text given twice": (
        '"": 1\n"": 2\n',
        ['3:1-3:3 duplicate-key /: the key "" is given twice: remove one'],
    ),
    "in the value of a key that is no text": (
        "1: {a: 1, a: 2}\n",
        [
            "2:1-2:2 non-string-key /1: the key `1` is not text: put it in quotes",
            '2:11-2:12 duplicate-key /1/a: the key "a" is given twice: remove one',
        ],
    ),
    "a number": (
        "2023: a\n",
        ["2:1-2:5 non-string-key /2023: the key `2023` is not text: put it in quotes"],
    ),
    "a number as written": (
        "0x1F: a\n",
        ["2:1-2:5 non-string-key /0x1F: the key `0x1F` is not text: put it in quotes"],
    ),
    "a flag": (
        "a:\n  true: b\n",
        ["3:3-3:7 non-string-key /a/true: the key `true` is not text: put it in quotes"],
    ),
    "null": ("~: a\n", ["2:1-2:2 non-string-key /~0: the key `~` is not text: put it in quotes"]),
    "a number with a tag": (
        "!!int 1: a\n",
        ["2:1-2:8 non-string-key /!!int 1: the key `!!int 1` is not text: put it in quotes"],
    ),
    "two that are no text": (
        "1: a\n1: b\n",
        [
            "2:1-2:2 non-string-key /1: the key `1` is not text: put it in quotes",
            "3:1-3:2 non-string-key /1: the key `1` is not text: put it in quotes",
        ],
    ),
    "a long one": (
        f"{'1' * 100}: a\n",
        [
            f"2:1-2:101 non-string-key /{ONES}: the key `{ONES}` is not text: put it in quotes",
        ],
    ),
    "no key": (": a\n", [f"2:1-2:1 {NO_KEY}"]),
    "no key in a list": ("a:\n  - : b\n", ["3:5-3:5 non-string-key /a/0/: a key is missing here"]),
    "a list": ("[a]: b\n", [f"2:1-2:4 non-string-key /[a]: {NO_COLLECTION}"]),
    "a complex list": ("? - a\n: b\n", [f"2:3-2:6 non-string-key /- a: {NO_COLLECTION}"]),
    "a mapping": ("{a: b}: c\n", [f"2:1-2:7 non-string-key /{{a: b}}: {NO_COLLECTION}"]),
    "an alias of a list": (
        "a: &x [b]\n*x : c\n",
        [f"3:1-3:3 non-string-key /*x: {NO_COLLECTION}"],
    ),
    "a template": ("a: {{ b }}\n", [f"2:5-2:10 non-string-key /a/{{ b }}: {TEMPLATE}"]),
    "a template in a list": (
        "a:\n  - {{ b }}\n",
        [f"3:6-3:11 non-string-key /a/0/{{ b }}: {TEMPLATE}"],
    ),
    "a mapping as a key in braces": (
        "a: {{b: c}: d}\n",
        [f"2:5-2:11 non-string-key /a/{{b: c}}: {TEMPLATE}"],
    ),
    "a mapping as a key in braces, after a space": (
        "a: { {b: c}: d}\n",
        [f"2:6-2:12 non-string-key /a/{{b: c}}: {NO_COLLECTION}"],
    ),
    "a template as key": (
        "{{ b }}: a\n",
        [f"2:1-2:8 non-string-key /{{{{ b }}}}: {NO_COLLECTION}"],
    ),
    "a template in three braces": (
        "a: {{{ b }}}\n",
        [f"2:5-2:12 non-string-key /a/{{{{ b }}}}: {TEMPLATE}"],
    ),
    "two templates": (
        "a: {{ b }}\nc: {{ d }}\n",
        [
            f"2:5-2:10 non-string-key /a/{{ b }}: {TEMPLATE}",
            f"3:5-3:10 non-string-key /c/{{ d }}: {TEMPLATE}",
        ],
    ),
    "a second document": (
        "a: 1\n--- b\n",
        ["3:1-3:4 yaml-syntax: a second YAML document begins here"],
    ),
    "a second document after a comment": (
        "a: 1\n--- # b\nc: 2\n",
        ["3:1-3:4 yaml-syntax: a second YAML document begins here"],
    ),
    "an undefined alias": (
        "a: *x\nb: &y 1\n",
        ["2:4-2:6 yaml-syntax: undefined alias `*x`"],
    ),
    "an alias without any anchor": (
        "a: *x\n",
        ["2:4-2:6 yaml-syntax: a value that begins with `*` must be in quotes"],
    ),
    "an alias before its anchor": (
        "a: *x\nb: &x 1\n",
        ["2:4-2:6 yaml-syntax: undefined alias `*x`"],
    ),
    "emphasis": (
        "a: *b* c\n",
        ["2:4-2:9 yaml-syntax: a value that begins with `*` must be in quotes"],
    ),
    "a long alias": (
        f"a: *{'x' * 99}\nb: &y 1\n",
        [f"2:4-2:104 yaml-syntax: undefined alias `*{'x' * 59}…`"],
    ),
    "an unknown tag": (
        "a: !b c\n",
        ["2:4-2:8 yaml-syntax: a value that begins with `!` must be in quotes"],
    ),
    "an unknown tag of YAML's own": (
        "a: !!python/none\n",
        ["2:4-2:17 yaml-syntax: the tag `!!python/none` is not supported here: remove it"],
    ),
    "an unknown tag on a list": (
        "a: !b [c]\n",
        ["2:4-2:8 yaml-syntax: the tag `!b` is not supported here: remove it"],
    ),
    "an unknown tag on a key": (
        "!b a: c\n",
        ["2:1-2:5 yaml-syntax: the tag `!b` is not supported here: remove it"],
    ),
    "a tag of text on a list": (
        "a: !!str [b]\n",
        ["2:4-2:11 yaml-syntax: the tag `!!str` is not supported here: remove it"],
    ),
    "a tag that does not fit": (
        "a: !!int b\n",
        ['2:4-2:11 yaml-syntax: "b" does not match its tag `!!int`: remove the tag'],
    ),
    "<< with text": (
        "<<: a\n",
        ["2:5-2:6 yaml-syntax: `<<` needs a mapping or a list of mappings"],
    ),
    "<< with nothing": (
        "a: 1\n<<:\n",
        ["3:4-3:4 yaml-syntax: `<<` needs a mapping or a list of mappings"],
    ),
    "<< with a list of text": (
        "a: &x {}\nb:\n  <<: [*x, c]\n",
        ["4:7-4:14 yaml-syntax: `<<` needs a mapping or a list of mappings"],
    ),
    "<< with an alias of text": (
        "a: &x 1\n<<: *x\n",
        ["3:5-3:7 yaml-syntax: `<<` needs a mapping or a list of mappings"],
    ),
    "an alias of itself": (
        "a: &x [*x]\n",
        ["2:8-2:10 too-complex: the alias `*x` is inside the value that it repeats"],
    ),
    "an alias of itself, as key": (
        "a: &x {*x : 1}\n",
        ["2:8-2:10 too-complex: the alias `*x` is inside the value that it repeats"],
    ),
    "a huge number": (
        f"a: {'9' * 5000}\n",
        ["2:4-2:5004 too-complex: a number of 5000 characters; at most 1000 are allowed"],
    ),
    "a huge number as key": (
        f"{'9' * 1001}: a\n",
        ["2:1-2:1002 too-complex: a number of 1001 characters; at most 1000 are allowed"],
    ),
    "a huge number with a tag": (
        f"a: !!float {'9' * 1001}\n",
        ["2:4-2:1013 too-complex: a number of 1001 characters; at most 1000 are allowed"],
    ),
}


@pytest.mark.parametrize(("front_matter", "expected"), FAULTS.values(), ids=FAULTS)
def test_faults(front_matter: str, expected: list[str]) -> None:
    assert faults_of(front_matter) == expected


def test_a_repeated_key_names_the_place_before() -> None:
    assert read(article("a: 1\nb: 2\na: 3\n")).faults == [
        Diagnostic(
            "duplicate-key",
            Severity.ERROR,
            'the key "a" is given twice: remove one',
            ("a",),
            Span(14, 15),
            related=(Related(Span(4, 5), '"a" is already given here'),),
        )
    ]


HELP = {
    "an undefined alias": (
        "a: *b* c\nd: &e 1\n",
        ("put the value in quotes if the `*` is part of it",),
    ),
    "an alias without any anchor": (
        "a: *b* c\n",
        ("write `a: b c`", 'to keep the asterisks, use quotes: `a: "*b* c"`'),
    ),
    "an unknown tag": (
        "a: !important b\n",
        ('put the whole value in quotes: `a: "!important b"`',),
    ),
    "an unknown tag on a list": (
        "a: !b [c]\n",
        ("put the value in quotes if the `!` is part of it",),
    ),
    "a second document": (
        "a: 1\n--- b\n",
        ("remove the `---` with which this line begins, or indent the line",),
    ),
    "a template": ("a: {{ b }}\n", ('write `"{{ b }}"`',)),
    "a template with quotes": (
        'a: {{ b | c("d") }}\n',
        ("write `'{{ b | c(\"d\") }}'`",),
    ),
    "a template in three braces": ("a: {{{ b }}}\n", ('write `"{{{ b }}}"`',)),
    "a template over lines": ("a: {{ b,\n c }}\n", ()),
    "a list as key": ("[a]: b\n", ()),
    "a mapping as key": ("? a: b\n: c\n", ()),
    "a number as key": ("1: b\n", ()),
}


@pytest.mark.parametrize(("front_matter", "expected"), HELP.values(), ids=HELP)
def test_help(front_matter: str, expected: tuple[str, ...]) -> None:
    assert [each.help for each in read(article(front_matter)).faults] == [expected]


def bomb(levels: int, width: int) -> str:
    """Aliases of aliases, as XML's billion laughs."""
    lines = ["a0: &a0 [x]"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * width)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    return "\n".join(lines) + "\n"


NODES = f"too-complex: more than {MAX_NODES} keys and values, counting what aliases repeat"
REPEATED = f"too-complex: aliases repeat more than {MAX_REPEATED // 1024} KiB"
DEEP = f"too-complex: nested more than {MAX_DEPTH} levels deep"


def nested_block(levels: int) -> str:
    return "".join(f"{' ' * level}a:\n" for level in range(levels))


MERGE_BOMB = "a0: &a0 {b: 1, c: 1}\n" + "".join(
    f"a{level}: &a{level}\n  <<: [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)

LONG = "1:1-1:4 too-complex: the front matter is longer than 1024 KiB"

TOO_COMPLEX: dict[str, tuple[str, str]] = {
    "an alias bomb": (bomb(9, 10), f"6:50-6:53 {NODES}"),
    "an alias bomb, two wide": (bomb(40, 2), f"14:18-14:22 {NODES}"),
    "an alias bomb, of keys": (
        "a0: &a0 {b: 1}\n"
        + "".join(
            f"a{level}: &a{level} {{b: *a{level - 1}, c: *a{level - 1}, d: *a{level - 1}}}\n"
            for level in range(1, 20)
        ),
        f"10:13-10:16 {NODES}",
    ),
    "an alias bomb, merged": (MERGE_BOMB, f"10:23-10:26 {NODES}"),
    "a long text, repeated": (
        f"a: &x '{'b' * 9_999}'\nc: [{'*x, ' * 200}]\n",
        f"3:421-3:423 {REPEATED}",
    ),
    "a list of long texts, repeated": (
        f"a: &x {'b' * 9_000}\nc: &y [*x, {'*x, ' * 9}]\nd:\n" + "- *y\n" * 20,
        f"15:3-15:5 {REPEATED}",
    ),
    "many items": ("a:\n" + "- b\n" * MAX_NODES, f"20000:3-20000:4 {NODES}"),
    "many empty lists": (f"a: [{'[],' * MAX_NODES}]\n", f"2:59996-2:59997 {NODES}"),
    "many keys": ("".join(f"k{each}:\n" for each in range(MAX_NODES)), f"10001:7-10001:7 {NODES}"),
    "5,000 levels of flow lists": (f"a: {'[' * 5_000}{']' * 5_000}\n", f"2:67-2:68 {DEEP}"),
    "5,000 levels of flow mappings": (f"a: {'{b: ' * 5_000}{'}' * 5_000}\n", f"2:256-2:257 {DEEP}"),
    "1,000 levels of block mappings": (nested_block(1_000), f"66:65-66:65 {DEEP}"),
    "5,000 levels of block mappings": (nested_block(5_000), LONG),
    "5,000 levels of block lists": (f"a:\n  {'- ' * 5_000}\n", f"3:129-3:129 {DEEP}"),
    "5,000 levels of complex keys": ("? " * 5_000 + "\n", f"2:129-2:129 {DEEP}"),
}


@pytest.mark.parametrize(("front_matter", "expected"), TOO_COMPLEX.values(), ids=TOO_COMPLEX)
def test_too_complex(front_matter: str, expected: str) -> None:
    assert faults_of(front_matter) == [expected]


class TestJustNotTooComplex:
    def test_nesting(self) -> None:
        depth = MAX_DEPTH - 1  # the root is a level, too
        value = document_of(f"a: {'[' * depth}{']' * depth}\n").data["a"]
        for _ in range(depth - 1):
            [value] = value
        assert value == []

    def test_values(self) -> None:
        items = MAX_NODES - 3  # the root, the key and the list
        assert len(document_of(f"a: [{'b,' * items}]\n").data["a"]) == items

    def test_values_of_aliases(self) -> None:
        # The root; a key, a list and its items; a key and an alias for the list again.
        items = (MAX_NODES - 5) // 2
        assert len(document_of(f"a: &x [{'b,' * items}]\nc: *x\n").data["c"]) == items
        assert faults_of(f"a: &x [{'b,' * (items + 1)}]\nc: *x\n") == [f"3:4-3:6 {NODES}"]

    def test_characters_of_aliases(self) -> None:
        times = 100
        text = "b" * (MAX_REPEATED // times - len("&x "))
        assert len(document_of(f"a: &x {text}\nc: [{'*x, ' * times}]\n").data["c"]) == times

    def test_length(self) -> None:
        front_matter = f"a: {'b' * (MAX_LENGTH - 4)}\n"
        assert len(front_matter) == MAX_LENGTH
        assert len(document_of(front_matter).data["a"]) == MAX_LENGTH - 4


def test_too_long() -> None:
    assert faults_of(f"a: {'b' * (MAX_LENGTH - 3)}\n") == [LONG]


class TestWithoutTheCParser:
    @pytest.fixture(autouse=True)
    def no_c_parser(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parser, "CParser", None)

    @pytest.mark.parametrize(("front_matter", "expected"), FAULTS.values(), ids=FAULTS)
    def test_faults(self, front_matter: str, expected: list[str]) -> None:
        assert faults_of(front_matter) == expected

    def test_less_is_too_long(self) -> None:
        front_matter = f"a: {'b' * MAX_PURE_LENGTH}\n"
        assert faults_of(front_matter) == [
            ("1:1-1:4 too-complex: the front matter is longer than 32 KiB")
        ]
        assert document_of(f"a: {'b' * (MAX_PURE_LENGTH - 8)}\n").data

    def test_input_over_which_it_stumbles(self) -> None:
        assert faults_of("%YAML 1.3\na: 1\n") == [
            "1:1-1:2 yaml-syntax: the front matter cannot be read from here on"
        ]
