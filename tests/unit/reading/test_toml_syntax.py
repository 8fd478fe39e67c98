"""Mistakes in TOML: what is said of them, where, and what is offered instead."""

from __future__ import annotations

import pytest

from articlelint import Diagnostic, fix_text, lint_text
from articlelint.model import Fix
from tests.support import found, source_of, written


def toml(front_matter: str) -> str:
    return f"+++\n{front_matter}+++\nbody\n"


def told(front_matter: str) -> list[Diagnostic]:
    return lint_text(toml(front_matter), schema={})


def line_after(text: str, fix: Fix) -> str:
    """The line of a fix as it is then."""
    [edit] = fix.edits
    new = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return new[new.rfind("\n", 0, edit.span.start) + 1 : new.find("\n", edit.span.start)]


# What is wrong, where and how it is told, and the line after the fix, which is also the help.
FIXED: dict[str, tuple[str, str, str]] = {
    "text without quotes": (
        "a = Bridge reopens # now\n",
        "2:5-2:19 text must be in quotes",
        'a = "Bridge reopens" # now',
    ),
    "text with a quote in it": (
        'a = Bridge "reopens"\n',
        "2:5-2:21 text must be in quotes",
        "a = 'Bridge \"reopens\"'",
    ),
    "text with both quotes and a backslash": (
        'a = It\'s "a\\b"\n',
        "2:5-2:15 text must be in quotes",
        'a = "It\'s \\"a\\\\b\\""',
    ),
    "curly quotes": (
        "a = “Bridge”\n",
        "2:5-2:13 curly quotes do not enclose a text in TOML: use straight ones",
        'a = "Bridge"',
    ),
    "a flag in capitals": (
        "a = True\n",
        "2:5-2:9 `True` is not a value in TOML: write it in lower case",
        "a = true",
    ),
    "a number that begins with a dot": (
        "a = -.5\n",
        "2:5-2:8 a number needs digits on both sides of the dot",
        "a = -0.5",
    ),
    "a number that ends with a dot": (
        "a = 5.\n",
        "2:5-2:7 a number needs digits on both sides of the dot",
        "a = 5.0",
    ),
    "an unclosed quote": ('a = "x y\n', '2:5-2:6 this `"` is never closed', 'a = "x y"'),
    "an unclosed single quote": ("a = 'x y \n", "2:5-2:6 this `'` is never closed", "a = 'x y'"),
    "a quote closed by a curly one": ('a = "x”\n', '2:5-2:6 this `"` is never closed', 'a = "x"'),
    "quotes within quotes": (
        'a = "The "big" bridge"\n',
        "2:11-2:23 unexpected text after the closing quote",
        "a = 'The \"big\" bridge'",
    ),
    "text after a number": (
        "a = 12 bridges\n",
        "2:8-2:15 unexpected text after the value",
        'a = "12 bridges"',
    ),
    "an unknown escape": (
        'a = "C:\\dir"\n',
        "2:8-2:10 unknown escape `\\d`",
        "a = 'C:\\dir'",
    ),
    "an escape with too few digits": (
        'a = "\\u12"\n',
        "2:6-2:10 `\\u` must be followed by 4 hexadecimal digits",
        "a = '\\u12'",
    ),
    "a colon": ("x = 1\na: 2\n", "3:2-3:3 `:` after a key: TOML has `=`", "a = 2"),
    "a colon before text": (
        "x = 1\na: Bridge\n",
        "3:2-3:3 `:` after a key: TOML has `=`",
        'a = "Bridge"',
    ),
    "a colon in braces": (
        "a = {b: 1, c = 2}\n",
        "2:7-2:8 `:` after a key: TOML has `=`",
        "a = {b = 1, c = 2}",
    ),
    "no equals sign": ('a "x"\n', "2:1-2:2 missing `=` after `a`", 'a = "x"'),
    "a key with a space": ("a b = 1\n", "2:1-2:4 the key `a b` must be in quotes", '"a b" = 1'),
    "a key beyond ASCII": (
        "größe = 1\n",
        "2:1-2:6 the key `größe` must be in quotes",
        '"größe" = 1',
    ),
    "a key that begins so": ("$a = 1\n", "2:1-2:3 the key `$a` must be in quotes", '"$a" = 1'),
    "a key in curly quotes": ("“a” = 1\n", "2:1-2:4 the key `“a”` must be in quotes", '"a" = 1'),
    "an unclosed header": ("[a\n", "2:1-2:3 the header is not closed by `]`", "[a]"),
    "a half-closed header": ("[[a]\n", "2:1-2:5 the header is not closed by `]]`", "[[a]]"),
    "a comment of another language": (
        "// a\nb = 1\n",
        "2:1-2:3 `//` does not begin a comment: TOML has `#`",
        "# a",
    ),
    "a template": ("a = {{ b }}\n", "2:5-2:12 a template must be in quotes", 'a = "{{ b }}"'),
    "text without quotes in a list": (
        "a = [b c, 'd']\n",
        "2:6-2:9 text must be in quotes",
        "a = [\"b c\", 'd']",
    ),
    "text without quotes in braces": (
        "a = {b = c d, e = 1}\n",
        "2:10-2:13 text must be in quotes",
        'a = {b = "c d", e = 1}',
    ),
    "no comma in a list": (
        'a = ["b" "c"]\n',
        "2:10-2:11 missing comma between two items",
        'a = ["b", "c"]',
    ),
    "a semicolon in a list": (
        "a = [1; 2]\n",
        "2:7-2:8 missing comma between two items",
        "a = [1, 2]",
    ),
    "no comma in braces": (
        "a = {b = 1 c = 2}\n",
        "2:12-2:13 missing comma between two keys",
        "a = {b = 1, c = 2}",
    ),
}
# The same, where the help says something else than the line.
REPAIRED: dict[str, tuple[str, str, str, str]] = {
    "a flag of YAML": (
        "a = yes\n",
        "2:5-2:8 `yes` is not a value in TOML",
        'write `true`, or `"yes"` if it is text',
        "a = true",
    ),
    "a comma at the end": (
        "a = 1,\n",
        "2:6-2:7 no `,` is needed after a value: remove it",
        "",
        "a = 1",
    ),
    "a comma before a brace": (
        "a = {b = 1,}\n",
        "2:11-2:12 no comma is allowed before `}`: remove it",
        "",
        "a = {b = 1}",
    ),
    "the wrong bracket": (
        "a = [1, 2)\n",
        "2:10-2:11 `)` does not close this: write `]`",
        "",
        "a = [1, 2]",
    ),
}
# What is not repaired, with the help.
TOLD: dict[str, tuple[str, str, str]] = {
    "no value": (
        "a =\n",
        "2:3-2:4 a value is missing after `=`",
        'write the value, or `""` if it is empty text, or remove the key',
    ),
    "no value but a comment": (
        "a = # b\n",
        "2:3-2:4 a value is missing after `=`",
        'write the value, or `""` if it is empty text, or remove the key',
    ),
    "null": (
        "a = null\n",
        "2:5-2:9 TOML has no `null`",
        'remove the key, or write `""` if it is empty text',
    ),
    "leading zeros": (
        "a = 007\n",
        "2:5-2:8 `007` is not a number in TOML: it begins with zeros",
        'write `7`, or `"007"` if the zeros count',
    ),
    "grouped digits": (
        "a = 1'000\n",
        "2:5-2:10 digits can be grouped only with `_` between them",
        "write `a = 1000`",
    ),
    "a date of another form": (
        "a = 2024-1-5\n",
        "2:5-2:13 `2024-1-5` is not a date or time as TOML writes them",
        'write `2024-01-05`, or in quotes if it is text: `"2024-1-5"`',
    ),
    "a date of either of two days": (
        "a = 04/05/2024\n",
        "2:5-2:15 `04/05/2024` is not a date or time as TOML writes them",
        'write `2024-05-04` or `2024-04-05`, or in quotes if it is text: `"04/05/2024"`',
    ),
    "numbers that are no date": (
        "a = 24-30-2024\n",
        "2:5-2:15 `24-30-2024` is not a date or time as TOML writes them",
        'write it as `2023-05-04T09:30:00Z`, or in quotes if it is text: `"24-30-2024"`',
    ),
    "a date that is not real": (
        "a = 2024-02-30\n",
        "2:5-2:15 `2024-02-30` is not a real date: 2024-02 has 29 days",
        "the day must be 01 to 29",
    ),
    "a time that is not real": (
        "a = 25:00:00\n",
        "2:5-2:13 `25:00:00` is not a real time: there is no hour 25",
        "the hour must be at most 23",
    ),
    "a date and time that RFC 3339 has otherwise": (
        "a = 2024-02-03 10:00Z\n",
        "2:5-2:22 `2024-02-03 10:00Z` is not a date or time as TOML writes them",
        "write `2024-02-03T10:00:00Z`",
    ),
    "an unclosed quote in a list": (
        'a = ["b, c]\n',
        '2:6-2:7 this `"` is never closed',
        'write `"` where the text ends',
    ),
    "unclosed quotes of three": (
        'a = """b\n',
        '2:5-2:8 this `"""` is never closed',
        'write `"""` where the text ends',
    ),
    "half a character": (
        'a = "\\ud800"\n',
        "2:6-2:12 `\\ud800` is not a character",
        "write the character itself",
    ),
    "a wrong escape on one of several lines": (
        'a = """\n\\d"""\n',
        "3:1-3:3 unknown escape `\\d`",
        "write `\\\\` for a backslash, or put the text in single quotes",
    ),
    "a bracket that is never closed": (
        "a = [1, 2\n",
        "2:5-2:6 this `[` is never closed",
        "write `]` after the last item",
    ),
    "no item": ("a = [1,, 2]\n", "2:8-2:9 a value is missing before `,`", ""),
    "braces on two lines": (
        "a = {\nb = 1 }\n",
        "2:5-2:6 a table in braces must be on one line",
        "or write its name in brackets on a line of its own, with its keys below",
    ),
    "braces on two lines, after a key": (
        "a = {b = 1\n}\n",
        "2:5-2:6 a table in braces must be on one line",
        "or write its name in brackets on a line of its own, with its keys below",
    ),
    "a template that is never closed": ("a = {{ b\n", "2:5-2:7 a template must be in quotes", ""),
    "an item of YAML": (
        "- a\n",
        "2:1-2:2 a list is written in brackets in TOML, and its texts in quotes",
        'for example: `tags = ["a", "b"]`',
    ),
    "text": (
        "Some text.\n",
        "2:1-2:11 `Some text.` is not a `key = value` pair",
        "write one `key = value` on each line, and `#` before a comment",
    ),
    "no key": ("= 1\n", "2:1-2:2 a key is missing before `=`", ""),
    "two dots": ("a..b = 1\n", "2:3-2:4 a name is missing beside this dot", ""),
    "a dot at the end": ("a. = 1\n", "2:4-2:5 a name is missing beside this dot", ""),
    "an empty header": ("[]\n", "2:2-2:3 a header needs a name in its brackets", ""),
    "a header that goes on": ("[a b]\n", "2:1-2:4 the header is not closed by `]`", ""),
    "text after a header": ("[a] b\n", "2:5-2:6 a header must be alone on its line", ""),
    "text after a list": ("a = [1] 2\n", "2:9-2:10 unexpected text after the value", ""),
    "a control character": (
        "a = 'b\x07c'\n",
        "2:7-2:8 the control character U+0007 is not allowed in TOML: remove it",
        "",
    ),
    "a control character before a key": (
        "\x07a = 1\n",
        "2:1-2:2 the control character U+0007 is not allowed in TOML: remove it",
        "",
    ),
    "a control character instead of a value": (
        "a = \x07\n",
        "2:5-2:6 the control character U+0007 is not allowed in TOML: remove it",
        "",
    ),
    "a control character in three quotes": (
        'a = """\n\x07"""\n',
        "3:1-3:2 the control character U+0007 is not allowed in TOML: remove it",
        "",
    ),
    "a curly quote alone": (
        "a = “b\n",
        "2:5-2:6 curly quotes do not enclose a text in TOML: use straight ones",
        "",
    ),
    "a control character in a comment": (
        "a = 1 # b\x7f\n",
        "2:10-2:11 the control character U+007F is not allowed in TOML: remove it",
        "",
    ),
    "a carriage return alone": (
        "a = 1\rb = 2\n",
        "2:6-3:1 a carriage return alone does not end a line in TOML",
        "save the file with line breaks of Unix (LF) or Windows (CRLF)",
    ),
    "a value that becomes a table": (
        "a = 1\n[a.b]\n",
        '3:2-3:3 no key can be added to "a" here: it has a value already',
        "",
    ),
    "a value that becomes a table by a header": (
        "a = 1\n[a]\n",
        '3:2-3:3 "a" cannot be a table: it has a value already',
        "",
    ),
    "braces that are added to": (
        "a = {}\na.b = 1\n",
        '3:1-3:2 no key can be added to "a" here: its value is complete, in brackets',
        "",
    ),
    "a table that becomes a list": (
        "[a]\n[[a]]\n",
        '3:3-3:4 "a" cannot be a list of tables: it is a table already',
        "",
    ),
    "a list that becomes a table": (
        "[[a]]\n[a]\n",
        '3:2-3:3 "a" cannot be a table: it is a list of tables already',
        "",
    ),
    "a table that becomes a value": (
        "a.b = 1\na = 2\n",
        '3:1-3:2 "a" cannot be a single value: it is a table already',
        "",
    ),
    "a table made by dots that gets a header": (
        "a.b = 1\n[a]\n",
        '3:2-3:3 "a" cannot be a table: it is a table already',
        "",
    ),
    "dots into a table of an earlier header": (
        "[a.b]\n[a]\nb.c = 1\n",
        '4:1-4:2 no key can be added to "b" here: it is a table already',
        "",
    ),
}


@pytest.mark.parametrize(("front_matter", "expected", "line"), FIXED.values(), ids=FIXED)
def test_what_is_repaired(front_matter: str, expected: str, line: str) -> None:
    _assert_repaired(front_matter, expected, f"write `{line}`", line)


@pytest.mark.parametrize(
    ("front_matter", "expected", "help_", "line"), REPAIRED.values(), ids=REPAIRED
)
def test_what_is_repaired_with_other_help(
    front_matter: str, expected: str, help_: str, line: str
) -> None:
    _assert_repaired(front_matter, expected, help_, line)


def _assert_repaired(front_matter: str, expected: str, help_: str, line: str) -> None:
    text = toml(front_matter)
    [diagnostic] = told(front_matter)
    place, _, message = expected.partition(" ")
    assert written(diagnostic, source_of(text)) == f"{place} toml-syntax: {message}"
    assert diagnostic.help == tuple(filter(None, [help_]))
    assert diagnostic.fix
    assert line_after(text, diagnostic.fix).rstrip() == line
    assert diagnostic.fix.title == f"write `{line}`"
    fixed = fix_text(text, schema={}, unsafe=True)
    assert line in fixed.text.splitlines()[1:-2] or f"{line} " in fixed.text
    assert "toml-syntax" not in {each.rule for each in fixed.diagnostics}


@pytest.mark.parametrize(("front_matter", "expected", "help_"), TOLD.values(), ids=TOLD)
def test_what_is_only_told(front_matter: str, expected: str, help_: str) -> None:
    [diagnostic] = told(front_matter)
    place, _, message = expected.partition(" ")
    assert written(diagnostic, source_of(toml(front_matter))) == f"{place} toml-syntax: {message}"
    assert diagnostic.help == tuple(filter(None, [help_]))
    assert diagnostic.fix is None


def test_yaml_in_the_fences_of_toml() -> None:
    [diagnostic] = told("title: Bridge\ntags:\n  - a\n")
    assert diagnostic.message == "this is YAML, and `+++` begins TOML"
    assert diagnostic.help == (
        "write `---` instead of `+++`, and in the last line of the front matter",
    )
    [diagnostic] = lint_text("---toml\ntitle: Bridge\n---\n", schema={})
    assert diagnostic.help == ("write `---` instead of `---toml`",)


JSON_IN_TOML = {
    "in braces": (
        '+++\n{\n  "title": "A"\n}\n+++\n',
        "2:1-2:2 toml-syntax: this is JSON, and `+++` begins TOML",
        "remove both `+++`: JSON in braces needs none",
    ),
    "without braces": (
        '+++\n"title": "A",\n"heat": 1\n+++\n',
        "2:1-2:14 toml-syntax: this is JSON, and `+++` begins TOML",
        "write `;;;` instead of `+++`, and in the last line of the front matter",
    ),
    "below a named fence": (
        '---toml\n{"title": "A"}\n---\n',
        "2:1-2:15 toml-syntax: this is JSON, and `---toml` begins TOML",
        "write `---json` instead of `---toml`",
    ),
    "YAML with a key in quotes": (
        '+++\n"title": A\n+++\n',
        "2:8-2:10 toml-syntax: this is YAML, and `+++` begins TOML",
        "write `---` instead of `+++`, and in the last line of the front matter",
    ),
    "a line among those of TOML": (
        '+++\n"title": "A",\nheat = 1\n+++\n',
        "2:8-2:9 toml-syntax: `:` after a key: TOML has `=`",
        'write `"title" = \'"A",\'`',
    ),
    "a brace among lines of TOML": (
        "+++\nheat = 1\n{\n+++\n",
        "3:1-3:2 toml-syntax: `{` is not a `key = value` pair",
        "write one `key = value` on each line, and `#` before a comment",
    ),
}


@pytest.mark.parametrize(("text", "expected", "help_"), JSON_IN_TOML.values(), ids=JSON_IN_TOML)
def test_json_in_the_fences_of_toml(text: str, expected: str, help_: str) -> None:
    [diagnostic] = lint_text(text, schema={})
    assert written(diagnostic, source_of(text)) == expected
    assert diagnostic.help == (help_,)


def test_reading_goes_on_in_the_other_lines() -> None:
    reported = found(
        toml('title = Bridge\ndate: 2023-05-04\nexcerpt = "a &amp; b"\nheat = "3"\n'),
        schema={"properties": {"heat": {"type": "integer"}, "title": {"type": "integer"}}},
    )
    assert [each.partition(": ")[0] for each in reported] == [
        "2:9-2:15 toml-syntax",
        "3:5-3:6 toml-syntax",
        "4:14-4:19 html-entity /excerpt",
        "5:8-5:11 schema/type /heat",
    ]


def test_it_is_not_certain_which_keys_there_are() -> None:
    schema = {"required": ["my title"]}
    reported = found(toml("my title = 1\n"), schema=schema)
    assert reported == ["2:1-2:9 toml-syntax: the key `my title` must be in quotes"]


def test_keys_below_a_broken_header_are_no_others() -> None:
    reported = found(toml("a = 1\n[b\na = 2\nc = d\n"))
    assert [each.partition(": ")[0] for each in reported] == [
        "3:1-3:3 toml-syntax",
        "5:5-5:6 toml-syntax",
    ]


def test_an_unclosed_list_does_not_take_in_the_next_line() -> None:
    text = toml("a = [1,\nb = 2\nc = d\n")
    [first, second] = lint_text(text, schema={})
    assert written(first, source_of(text)) == "2:5-2:6 toml-syntax: this `[` is never closed"
    assert [text[slice(*each.span)] for each in first.related] == ["b ="]
    assert written(second, source_of(text)) == "4:5-4:6 toml-syntax: text must be in quotes"


def test_reading_goes_on_after_values_of_several_lines() -> None:
    reported = found(toml("a = [\n b c,\n 'd',\n]\ne = '''\n'''x\nf = g\n"))
    assert [each.partition(": ")[0] for each in reported] == [
        "3:2-3:5 toml-syntax",
        "7:4-7:5 toml-syntax",
        "8:5-8:6 toml-syntax",
    ]


def test_reading_ends_after_many_mistakes() -> None:
    reported = told("".join(f"a{number} = b c\n" for number in range(100)))
    assert len(reported) == 50


def test_a_value_that_cannot_be_read_where_none_can_be() -> None:
    reported = found(toml("a = 1\na.b = c d\n"))
    assert reported == ["3:7-3:10 toml-syntax: text must be in quotes"]


REPEATED: dict[str, tuple[str, str, str]] = {
    "a key": (
        "a = 1\nb = 2\na = 3\n",
        '4:1-4:2 duplicate-key /a: the key "a" is given twice: remove one',
        "a",
    ),
    "a key in quotes": (
        "a = 1\n'a' = 2\n",
        '3:1-3:4 duplicate-key /a: the key "a" is given twice: remove one',
        "a",
    ),
    "a key in braces": (
        "[x]\ny = [{a = 1, a = 2}]\n",
        '3:14-3:15 duplicate-key /x/y/0/a: the key "a" is given twice: remove one',
        "a",
    ),
    "a table": (
        "[a]\nb = 1\n[c]\n[a]\nd = 2\n",
        '5:2-5:3 duplicate-key /a: the table "a" is given twice: merge the two',
        "a",
    ),
}


@pytest.mark.parametrize(("front_matter", "expected", "first"), REPEATED.values(), ids=REPEATED)
def test_what_is_given_twice(front_matter: str, expected: str, first: str) -> None:
    text = toml(front_matter)
    [diagnostic] = lint_text(text, schema={})
    assert written(diagnostic, source_of(text)) == expected
    [related] = diagnostic.related
    assert text[slice(*related.span)] == first
    assert related.message == '"a" is already given here'


def test_what_is_given_twice_with_the_same_value() -> None:
    text = toml("a = 1\n  a = 1\nb = 2\n")
    [diagnostic] = lint_text(text, schema={})
    message = 'the key "a" is given twice with the same value: remove this line'
    assert written(diagnostic, source_of(text)) == f"3:3-3:4 duplicate-key /a: {message}"
    assert diagnostic.fix
    assert diagnostic.fix.title == "remove the line"
    assert fix_text(text, schema={}).text == toml("a = 1\n  \nb = 2\n")


@pytest.mark.parametrize(
    "front_matter",
    ["a = 1\na = true\n", "a = 1\na = 1 # b\n", "a = [\n1]\na = [\n1]\n", "a.b = 1\na.b = 1\n"],
)
def test_what_is_given_twice_with_more_on_its_line(front_matter: str) -> None:
    [diagnostic] = told(front_matter)
    assert diagnostic.message.endswith("is given twice: remove one")
    assert diagnostic.fix is None


def test_the_same_name_in_two_tables() -> None:
    assert found(toml("a = 1\n[b]\na = 1\n[[c]]\na = 1\n[[c]]\na = 1\n")) == []
