"""Broken YAML: the sentence that says what is wrong, where, and what to write instead."""

from __future__ import annotations

import re

import pytest

from articlelint.reading.limits import MAX_PURE_LENGTH
from articlelint.reading.yaml import parser
from tests.support import article
from tests.unit.reading.helpers import Reading, read

#: By name, a front matter, its place and message, and the lines of help.
Table = dict[str, tuple[str, ...]]

INDENT = "write `key: value`, indent the line if it belongs to the value above it, or remove it"
CLOSE = "if the text of the article begins here, write `---` above it"
CONFLICT = "keep one side, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
BACKSLASH = r"write `\\` for a backslash, or put the value in single quotes"
END_APOSTROPHE = (
    "write `'` where the value ends, or put the value in double quotes if the `'` is part of it"
)

COLONS: Table = {
    "a title with a colon": (
        "title: Rust: a love story\n",
        "2:12-2:13 an unquoted value contains `: `",
        'put the whole value in quotes: `title: "Rust: a love story"`',
    ),
    "two colons": (
        "title: a: b: c\n",
        "2:9-2:10 an unquoted value contains `: `",
        'put the whole value in quotes: `title: "a: b: c"`',
    ),
    "a colon at the end": (
        "title: The end:\ntype: article\n",
        "2:15-2:16 an unquoted value ends with `:`",
        'put the whole value in quotes: `title: "The end:"`',
    ),
    "below a key": (
        "provider:\n  name: A: B\n",
        "3:10-3:11 an unquoted value contains `: `",
        'put the whole value in quotes: `name: "A: B"`',
    ),
    "in an item with a key": (
        "related:\n  - title: A: B\n    url: c\n",
        "3:13-3:14 an unquoted value contains `: `",
        'put the whole value in quotes: `- title: "A: B"`',
    ),
    "in a quoted key's value": (
        '"title": A: B\n',
        "2:11-2:12 an unquoted value contains `: `",
        'put the whole value in quotes: `"title": "A: B"`',
    ),
    "with quotes inside": (
        'title: He said "x": y\n',
        "2:19-2:20 an unquoted value contains `: `",
        "put the whole value in quotes: `title: 'He said \"x\": y'`",
    ),
    "with an apostrophe": (
        "title: It's: here\n",
        "2:12-2:13 an unquoted value contains `: `",
        'put the whole value in quotes: `title: "It\'s: here"`',
    ),
    "with a backslash": (
        "path: C:\\a: b\n",
        "2:11-2:12 an unquoted value contains `: `",
        "put the whole value in quotes: `path: 'C:\\a: b'`",
    ),
    "with both quotes and apostrophe": (
        'title: It\'s "x": y\n',
        "2:16-2:17 an unquoted value contains `: `",
        "put the whole value in quotes: `title: 'It''s \"x\": y'`",
    ),
    "before a comment": (
        "title: A: B # c\n",
        "2:9-2:10 an unquoted value contains `: `",
        "put the whole value in quotes",
    ),
    "in a long value": (
        f"title: {'word ' * 20}: more\n",
        "2:108-2:109 an unquoted value contains `: `",
        "put the whole value in quotes",
    ),
    "in flow": (
        "provider: {name: A: B, domain: c}\n",
        "2:19-2:20 an unquoted value contains `: `",
        'put the value in quotes: `"A: B"`',
    ),
    "in a flow list": (
        "topics: [a: b: c]\n",
        "2:14-2:15 an unquoted value contains `: `",
        'put the value in quotes: `"a: b: c"`',
    ),
    "two keys on one line": (
        "title: a, type: b\n",
        "2:15-2:16 an unquoted value contains `: `",
        'put the whole value in quotes: `title: "a, type: b"`',
    ),
    "a time": (
        "date: 2024-01-01 10:00: 00\n",
        "2:23-2:24 an unquoted value contains `: `",
        'put the whole value in quotes: `date: "2024-01-01 10:00: 00"`',
    ),
    "after emoji": (
        "title: 😀: 😀\n",
        "2:9-2:10 an unquoted value contains `: `",
        'put the whole value in quotes: `title: "😀: 😀"`',
    ),
    "a value that begins with a dash": (
        "title: -a: b\n",
        "2:10-2:11 an unquoted value contains `: `",
        'put the whole value in quotes: `title: "-a: b"`',
    ),
    "a key too long": (
        f"{'x' * 1025}: a\n",
        "2:1026-2:1027 a key cannot be longer than 1024 characters",
    ),
    "in single curly quotes": (
        "title: ‘A: B’\n",
        "2:8-2:14 curly quotes around a value that contains `: `: use straight ones",
        'write `title: "A: B"`',
    ),
    "in long curly quotes": (
        "title: “A: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb”\n",
        "2:8-2:83 curly quotes around a value that contains `: `: use straight ones",
        'write `"A: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"`',
    ),
    "in braces without a space, in a long line": (
        "a: {b:c, d: eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee}\n",
        "2:5-2:7 missing space after `b:`",
        "write a space after each `:`",
    ),
}

LINES: Table = {
    "no colon, below a list": (
        "topics:\n  - a\nb\n",
        "4:1-4:2 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
        "if the text of the article begins here, write `---` above it",
    ),
    "no colon, below two dashes": (
        "- - a\n  b\n",
        "3:3-3:4 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
        "if the text of the article begins here, write `---` above it",
    ),
    "no colon, first": (
        "title\ntype: article\n",
        "2:1-2:6 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "no colon, between": (
        "type: article\ntitle Foo\nurl: a\n",
        "3:1-3:10 this line is not a `key: value` pair",
        "write `title: Foo`, indent the line if it belongs to the value above it, or remove it",
    ),
    "no colon, last": (
        "type: article\ntitle Foo\n",
        "3:1-3:10 this line is not a `key: value` pair",
        "write `title: Foo`, indent the line if it belongs to the value above it, or remove it",
        "if the text of the article begins here, write `---` above it",
    ),
    "no colon, nested": (
        "a:\n  name A\n  domain: b\n",
        "3:3-3:9 this line is not a `key: value` pair",
        "write `name: A`, indent the line if it belongs to the value above it, or remove it",
    ),
    "no colon above nested keys": (
        "provider\n  name: A\n",
        '2:1-2:9 missing `:` after "provider"',
        "write `provider:`",
    ),
    "a semicolon": (
        "title; Foo\ntype: a\n",
        "2:6-2:7 `;` instead of `:`",
        "write `title: Foo`",
    ),
    "an equals sign": (
        "title = Foo\ntype: article\n",
        "2:7-2:8 `=` instead of `:`",
        "write `title: Foo`",
    ),
    "an equals sign, last": (
        "type: article\ntitle=Foo\n",
        "3:6-3:7 `=` instead of `:`",
        "write `title: Foo`",
    ),
    "an arrow": (
        "title => Foo\ntype: article\n",
        "2:7-2:9 `=>` instead of `:`",
        "write `title: Foo`",
    ),
    "no space after the colon": (
        "title:Foo\ntype: article\n",
        "2:1-2:7 missing space after `title:`",
        "write `title: Foo`",
    ),
    "no space after the colon, last": (
        "type: article\ntitle:Foo\n",
        "3:1-3:7 missing space after `title:`",
        "write `title: Foo`",
    ),
    "no space after the colon, nested": (
        "a:\n  name:A\n  domain: b\n",
        "3:3-3:8 missing space after `name:`",
        "write `name: A`",
    ),
    "no space before a list": (
        "type: article\ntopics:[a, b]\n",
        "3:1-3:8 missing space after `topics:`",
        "write `topics: [a, b]`",
    ),
    "no space before a URL": (
        "type: article\nurl:https://example.org\n",
        "3:1-3:5 missing space after `url:`",
        "write `url: https://example.org`",
    ),
    "a no-break space after the colon": (
        "title:\xa0Foo\ntype: article\n",
        "2:7-2:8 no-break space (U+00A0) after `title:`: use a space",
        "write `title: Foo`",
    ),
    "no space after a dash": (
        "topics:\n  - a\n  -b\n",
        "4:3-4:4 missing space after `-`",
        "write `- b`",
    ),
    "no space after a dash, with a key": (
        "topics:\n  - a: 1\n  -b: 2\n",
        "4:3-4:4 missing space after `-`",
        "write `- b: 2`",
    ),
    "no space after the first dash": (
        "topics:\n  -a: 1\n  - b\n",
        "3:3-3:4 missing space after `-`",
        "write `- a: 1`",
    ),
    "no space after a dash, at the root": (
        "- a\n-b: c\n",
        "3:1-3:2 missing space after `-`",
        "write `- b: c`",
    ),
    "a URL alone": (
        "type: a\nhttps://example.org/b\nurl: c\n",
        "3:1-3:22 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "text of the body": (
        "title: a\n\nSome text of the body.\n",
        "4:1-4:23 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
        "if the text of the article begins here, write `---` above it",
    ),
    "text of the body with a colon": (
        "title: a\n\nSome text: of the body.\n\nMore text\n",
        "6:1-6:10 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
        "if the text of the article begins here, write `---` above it",
    ),
    "a heading's underline": (
        "Title\n=====\ntype: a\n",
        "3:1-3:6 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "text among items": (
        "topics:\n  - a\n  b\ntype: c\n",
        "4:3-4:4 this line is among the items of a list, but is not one",
        "write `- b`, or indent the line if it belongs to the item above it",
    ),
    "a merge conflict": (
        "title: a\n<<<<<<< HEAD\ntype: b\n=======\ntype: c\n>>>>>>> d\n",
        "3:1-3:13 unresolved merge conflict in the front matter",
        "keep one side, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    ),
    "the end of a merge conflict": (
        "title: a\n>>>>>>> b\ntype: c\n",
        "3:1-3:10 unresolved merge conflict in the front matter",
        "keep one side, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    ),
    "a key over two lines": (
        '"a\nb": c\n',
        "3:3-3:4 a key cannot run over more than one line",
    ),
    "a list, then keys": (
        "[a]\nb: c\n",
        "2:1-2:4 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "a quoted line, then keys": (
        "'a: b'\nc: d\n",
        "2:1-2:7 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "a line with %": (
        "a: 1\n%b\nc: 2\n",
        "3:1-3:3 a line cannot begin with `%`",
        "remove this line",
    ),
    "a key with %": (
        "%a: b\n",
        "2:1-2:6 a line cannot begin with `%`",
        'put the key in quotes: `"%a": b`',
    ),
    "%YAML": (
        "%YAML 1.2\na: 1\n",
        "2:1-2:10 a line cannot begin with `%`",
        "remove this line",
    ),
    "%YAML of another version": (
        "%YAML 1.3\na: 1\n",
        "2:1-2:10 a line cannot begin with `%`",
        "remove this line",
    ),
    "a line with ...": (
        "a: 1\n... b\nc: 2\n",
        "3:1-3:6 a line cannot begin with `...`",
        "remove this line",
    ),
    "a word alone on a line with a sign": (
        "a: 1\n@foo\nb: 2\n",
        "3:1-3:5 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "text above deeper text": (
        "a: 1\nb\n  c d\ne: 2\n",
        "3:1-3:2 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
    "marks of a conflict inside a value": (
        "a: b <<<<<<< c: d\n",
        "2:15-2:16 an unquoted value contains `: `",
        'put the whole value in quotes: `a: "b <<<<<<< c: d"`',
    ),
    "text of the body that was meant as such": (
        "**Subject: Hello**\n\nSome words\n",
        "1:1-1:4 the first `---` makes this text front matter, which it is not",
        "write `***` instead of `---` if a line is meant, or write keys below it",
    ),
    "a heading": (
        "# Title\n\nSome words here\n\nMore: words\n",
        "4:1-4:16 this line is not a `key: value` pair",
        "write `key: value`, indent the line if it belongs to the value above it, or remove it",
    ),
}

TABS: Table = {
    "a tab indents a key": (
        "provider:\n\tname: A\n",
        "3:1-3:2 tab used for indentation: use spaces",
        "indent this line by 2 spaces",
    ),
    "a tab indents, later": (
        "provider:\n  name: A\n\tdomain: b\n",
        "4:1-4:2 tab used for indentation: use spaces",
        "indent this line by 2 spaces",
    ),
    "a tab indents an item": (
        "topics:\n\t- a\n",
        "3:1-3:2 tab used for indentation: use spaces",
        "indent this line by 2 spaces",
    ),
    "spaces, then a tab": (
        "provider:\n  \tname: A\n",
        "3:3-3:4 tab used for indentation: use spaces",
        "indent this line by 2 spaces",
    ),
    "a tab on the first line": (
        "\ttitle: a\n",
        "2:1-2:2 tab used for indentation: use spaces",
        "do not indent this line",
    ),
    "a tab indents block text": (
        "a: |\n\tb\nc: d\n",
        "3:1-3:2 tab used for indentation: use spaces",
        "indent this line by 2 spaces",
    ),
    "a tab indents a comment": (
        "a: |\n  b\n\t# c\nd: 2\n",
        "4:1-4:2 tab used for indentation: use spaces",
        "indent this line by 2 spaces",
    ),
    "a tab in an empty line": (
        "a: |\n  b\n\t\nc: 2\n",
        "4:1-4:2 tab in an empty line: remove it",
    ),
    "a tab after a dash, before a key": (
        "a:\n  -\tb: c\n",
        "3:4-3:5 tab where YAML allows only spaces: use a space",
    ),
    "not the tab that the C parser takes": (
        "a:\tb\nc: d: e\n",
        "3:5-3:6 an unquoted value contains `: `",
        'put the whole value in quotes: `c: "d: e"`',
    ),
}

QUOTES: Table = {
    "double quotes never closed": (
        'title: "Foo\ntype: article\n',
        '2:8-2:9 this `"` is never closed',
        'write `title: "Foo"`',
    ),
    "single quotes never closed": (
        "title: 'Foo\ntype: article\n",
        "2:8-2:9 this `'` is never closed",
        "write `title: 'Foo'`",
    ),
    "never closed, last line": (
        'type: article\ntitle: "Foo\n',
        '3:8-3:9 this `"` is never closed',
        'write `title: "Foo"`',
    ),
    "never closed in an item": (
        "topics:\n  - 'a\n  - b\n",
        "3:5-3:6 this `'` is never closed",
        "write `- 'a'`",
    ),
    "never closed in flow": (
        "topics: ['a, b]\ntype: c\n",
        "2:10-2:11 this `'` is never closed",
        "write `topics: ['a', b]`",
    ),
    "a backslash at the end of single quotes": (
        "path: 'C:\\\ntype: a\n",
        "2:7-2:8 this `'` is never closed",
        "write `path: 'C:\\'`",
    ),
    "a backslash at the end of single quotes, last line": (
        "path: 'C:\\\n",
        "2:7-2:8 this `'` is never closed",
        "write `path: 'C:\\'`",
    ),
    "an apostrophe at the start": (
        "title: 'Tis the season\ntype: article\n",
        "2:8-2:9 this `'` is never closed",
        'write `title: "\'Tis the season"`',
    ),
    "closed by the other quote": (
        "title: \"Foo'\ntype: article\n",
        '2:8-2:9 this `"` is never closed',
        'write `title: "Foo"`',
    ),
    "closed by a curly quote": (
        'title: "Foo”\ntype: article\n',
        '2:8-2:9 this `"` is never closed',
        'write `title: "Foo"`',
    ),
    "closed by the next value's quote": (
        'title: "Foo\ntype: "article"\nurl: a\n',
        '2:8-2:9 this `"` is never closed',
        'write `title: "Foo"`',
    ),
    "closed by the next value's apostrophe": (
        "title: 'Foo\ntype: 'article'\nurl: a\n",
        "2:8-2:9 this `'` is never closed",
        "write `title: 'Foo'`",
    ),
    "closed by the next item's quote": (
        'topics:\n  - "a\n  - "b"\n',
        '3:5-3:6 this `"` is never closed',
        'write `- "a"`',
    ),
    "a backslash before the closing quote": (
        'path: "C:\\a\\"\ntype: b\n',
        '2:7-2:8 this `"` is never closed',
        "write `path: 'C:\\a\\'`",
    ),
    "quotes in quotes": (
        'title: "He said "no" to it"\n',
        '2:17-2:18 a `"` inside this value ends it',
        "use the other kind of quotes: `title: 'He said \"no\" to it'`",
    ),
    "an apostrophe in single quotes": (
        "title: 'It's here'\n",
        "2:11-2:12 a `'` inside this value ends it",
        'use the other kind of quotes: `title: "It\'s here"`',
    ),
    "quotes in quotes, and an apostrophe": (
        'title: "It\'s "x" here"\n',
        '2:14-2:15 a `"` inside this value ends it',
        "use the other kind of quotes: `title: 'It''s \"x\" here'`",
    ),
    "quotes in quotes, and an escape": (
        'title: "a "b" \\n c"\n',
        '2:11-2:12 a `"` inside this value ends it',
        'write `\\"` instead: `title: "a \\"b\\" \\n c"`',
    ),
    "quotes in quotes, text at the end": (
        'title: "a "b" c" d\n',
        '2:11-2:12 a `"` inside this value ends it',
        'put the whole value in quotes: `title: \'"a "b" c" d\'`',
    ),
    "an apostrophe in single quotes, text at the end": (
        "title: 'a 'b' c' d\n",
        "2:11-2:12 a `'` inside this value ends it",
        "put the whole value in quotes: `title: \"'a 'b' c' d\"`",
    ),
    "quotes in quotes, after emoji": (
        'title: "😀 "x" y"\n',
        '2:11-2:12 a `"` inside this value ends it',
        "use the other kind of quotes: `title: '😀 \"x\" y'`",
    ),
    "text after quotes": (
        'title: "Foo" and bar\n',
        "2:14-2:21 unexpected text after the closing quote",
        "put the whole value in quotes: `title: '\"Foo\" and bar'`",
    ),
    "text after single quotes": (
        "title: 'Foo' and bar\n",
        "2:14-2:21 unexpected text after the closing quote",
        "put the whole value in quotes: `title: \"'Foo' and bar\"`",
    ),
    "text after quotes in an item": (
        'topics:\n  - "Foo" bar\n',
        "3:11-3:14 unexpected text after the closing quote",
        "put the whole value in quotes: `- '\"Foo\" bar'`",
    ),
    "a colon after quotes": (
        'title: "Foo": bar\n',
        "2:13-2:18 unexpected text after the closing quote",
        "put the whole value in quotes: `title: '\"Foo\": bar'`",
    ),
    "a comma after quotes": (
        'title: "Foo",\ntype: article\n',
        "2:13-2:14 unexpected `,` after the value: remove it",
    ),
    "a semicolon after quotes": (
        'title: "Foo";\ntype: article\n',
        "2:13-2:14 unexpected `;` after the value: remove it",
    ),
    "JSON lines": (
        '"title": "Foo",\n"type": "article"\n',
        "2:15-2:16 unexpected `,` after the value: remove it",
    ),
    "a quoted key without colon": (
        '"title" Foo\ntype: article\n',
        "2:1-2:8 missing `:` after this key",
        'write `"title": Foo`',
    ),
    "text after quotes over lines": (
        'title: "a\n  b" c\n',
        "3:6-3:7 unexpected text after the closing quote",
        "the value begins on line 2: write all of it between the quotes",
    ),
    "an apostrophe never closed, over lines": (
        "a: 'b\n  c\nd: 1\n",
        "2:4-2:5 this `'` is never closed",
        END_APOSTROPHE,
    ),
    "never closed, before what may be a comment": (
        'a: "b # c\nd: 1\n',
        '2:4-2:5 this `"` is never closed',
        'write `"` where the value ends',
    ),
    "never closed, an apostrophe before what may be a comment": (
        "a: 'b # c\nd: 1\n",
        "2:4-2:5 this `'` is never closed",
        END_APOSTROPHE,
    ),
    "never closed in brackets that go on": (
        'a: ["b\n  c]\nd: 1\n',
        '2:5-2:6 this `"` is never closed',
        'write `"` where the value ends',
    ),
    "never closed, with an escape": (
        'a: "b\\tc\nd: 1\n',
        '2:4-2:5 this `"` is never closed',
        'write `"` where the value ends',
    ),
    "never closed in brackets that are not closed": (
        'a: ["b\nc: 1\n',
        '2:5-2:6 this `"` is never closed',
        'write `"` where the value ends',
    ),
    "never closed and empty": (
        'a: "\nb: 1\n',
        '2:4-2:5 this `"` is never closed',
        'write `"` where the value ends',
    ),
    "quotes in quotes, before what may be a comment": (
        'a: "b "c" # d"\n',
        '2:7-2:8 a `"` inside this value ends it',
        "use the other kind of quotes",
    ),
    "never closed, long": (
        'a: "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\nc: 1\n',
        '2:4-2:5 this `"` is never closed',
        'write `"` where the value ends',
    ),
    "quotes in quotes, long": (
        'a: "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb "c" d"\n',
        '2:76-2:77 a `"` inside this value ends it',
        "use the other kind of quotes",
    ),
    "several values in an item": (
        'a:\n  - "b", "c"\n',
        "3:5-3:13 several values in one item",
        "write one item a line:",
        '`- "b"`',
        '`- "c"`',
    ),
    "never closed in text": (
        'a: b "c\nd: "e": f\n',
        "3:7-3:10 unexpected text after the closing quote",
        "put the whole value in quotes: `d: '\"e\": f'`",
    ),
}

ESCAPES: Table = {
    "a path": (
        'path: "C:\\dir"\n',
        "2:10-2:12 unknown escape `\\d`",
        "write `path: 'C:\\dir'`",
    ),
    "a path with \\U": (
        'path: "C:\\Users"\n',
        "2:10-2:12 `\\U` must be followed by 8 hexadecimal digits",
        "write `path: 'C:\\Users'`",
    ),
    "a regular expression": (
        'pattern: "\\d+"\n',
        "2:11-2:13 unknown escape `\\d`",
        "write `pattern: '\\d+'`",
    ),
    "an apostrophe": (
        'title: "It\\\'s"\n',
        "2:11-2:13 an apostrophe needs no backslash in double quotes",
        'write `title: "It\'s"`',
    ),
    "\\x with one digit": (
        'title: "\\x1"\n',
        "2:9-2:12 `\\x` must be followed by 2 hexadecimal digits",
        "write `title: '\\x1'`",
    ),
    "\\u with two digits": (
        'title: "\\u12"\n',
        "2:9-2:13 `\\u` must be followed by 4 hexadecimal digits",
        "write `title: '\\u12'`",
    ),
    "half a character": (
        'title: "\\ud83d"\n',
        "2:9-2:15 `\\ud83d` is not a character",
        "write the character itself",
    ),
    "two halves the wrong way round": (
        'title: "\\ude00\\ud83d"\n',
        "2:9-2:15 `\\ude00` is not a character",
        "write the character itself",
    ),
    "beyond the last character": (
        'title: "\\U00110000"\n',
        "2:9-2:19 `\\U00110000` is not a character",
        "write the character itself",
    ),
    "far beyond the last character": (
        'title: "\\UFFFFFFFF"\n',
        "2:9-2:19 `\\UFFFFFFFF` is not a character",
        "write the character itself",
    ),
    "an apostrophe, over lines": (
        'a: "It\\\'s\n  b"\n',
        "2:7-2:9 an apostrophe needs no backslash in double quotes",
        "write `'` alone",
    ),
    "a path, over lines": (
        'a: "C:\\dir\n  b"\n',
        "2:7-2:9 unknown escape `\\d`",
        BACKSLASH,
    ),
    "a path beside quotes": (
        'a: "C:\\dir \\"x\\" y"\n',
        "2:7-2:9 unknown escape `\\d`",
        'write `a: "C:\\\\dir \\"x\\" y"`',
    ),
    "a path in brackets": (
        'a: ["C:\\dir", b]\n',
        "2:8-2:10 unknown escape `\\d`",
        "write `a: ['C:\\dir', b]`",
    ),
    "a long path": (
        'a: "C:\\dir\\bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"\n',
        "2:7-2:9 unknown escape `\\d`",
        BACKSLASH,
    ),
}

BRACKETS: Table = {
    "[ never closed": (
        "topics: [a, b\ntype: article\n",
        "2:9-2:10 this `[` is never closed",
        "write `topics: [a, b]`",
    ),
    "[ never closed, last line": (
        "type: article\ntopics: [a, b\n",
        "3:9-3:10 this `[` is never closed",
        "write `topics: [a, b]`",
    ),
    "[ never closed, a comma last": (
        "type: article\ntopics: [a,\n",
        "3:9-3:10 this `[` is never closed",
        "write `topics: [a,]`",
    ),
    "[ never closed, another in it closed": (
        "topics:\n  [a, [b],\n",
        "3:3-3:4 this `[` is never closed",
        "write `[a, [b],]`",
    ),
    "[ never closed, over lines": (
        'topics: [\n  "a",\n  "b"\ntype: article\n',
        "2:9-2:10 this `[` is never closed",
        "write `]` at the end of line 4",
    ),
    "[ never closed, a quote in it": (
        'topics: ["a, b]\ntype: "c"\n',
        '2:10-2:11 this `"` is never closed',
        'write `topics: ["a", b]`',
    ),
    "{ never closed": (
        "provider: {name: A, domain: b\ntype: article\n",
        "2:11-2:12 this `{` is never closed",
        "write `provider: {name: A, domain: b}`",
    ),
    "{ never closed, last line": (
        "provider: {name: A, domain: b\n",
        "2:11-2:12 this `{` is never closed",
        "write `provider: {name: A, domain: b}`",
    ),
    "{ never closed in a list": (
        "related: [{title: a}, {title: b\ntype: article\n",
        "2:23-2:24 this `{` is never closed",
        "write `related: [{title: a}, {title: b}]`",
    ),
    "[ closed by }": (
        "topics: [a, b}\ntype: article\n",
        "2:14-2:15 `}` cannot close the `[` on line 2: write `]`",
    ),
    "{ closed by ]": (
        "provider: {name: A]\ntype: article\n",
        "2:19-2:20 `]` cannot close the `{` on line 2: write `}`",
    ),
    "one ] too many": (
        "topics: [a, b]]\n",
        "2:15-2:16 this `]` closes nothing: remove it",
    ),
    "one } too many": (
        "provider: {name: A}}\n",
        "2:20-2:21 this `}` closes nothing: remove it",
    ),
    "text after ]": (
        "title: [Video] How to\n",
        "2:16-2:22 unexpected text after the closing `]`",
        'put the whole value in quotes: `title: "[Video] How to"`',
    ),
    "a colon after ]": (
        "title: [Video]: How to\n",
        "2:15-2:23 unexpected text after the closing `]`",
        'put the whole value in quotes: `title: "[Video]: How to"`',
    ),
    "a link": (
        "link: [a](https://example.org)\n",
        "2:7-2:31 a link of Markdown instead of a URL",
        "write the URL alone: `link: https://example.org`",
    ),
    "several long lists": (
        f"a: [{'b' * 40}], [{'c' * 40}]\n",
        "2:4-2:90 several lists where there can be one",
        "write all items between one pair of brackets",
    ),
    "text after }": (
        "title: {a} b\n",
        "2:12-2:13 unexpected text after the closing `}`",
        'put the whole value in quotes: `title: "{a} b"`',
    ),
    "no comma": (
        'topics: ["a" "b"]\n',
        "2:14-2:15 missing `,` before this",
    ),
    "no comma at a line's end": (
        'topics: [\n  "a"\n  "b"\n]\n',
        "3:3-3:6 missing `,` at the end of this line",
        'write `"a",`',
    ),
    "no comma before a key": (
        "provider: {name: A domain: b}\n",
        "2:26-2:27 an unquoted value contains `: `",
        "put the value in quotes, or write the missing `,`",
    ),
    "no comma before a key, over lines": (
        "provider: {\n  name: A\n  domain: b\n}\n",
        "3:3-3:10 missing `,` at the end of this line",
        "write `name: A,`",
    ),
    "two commas": (
        "topics: [a,, b]\n",
        "2:12-2:13 no value before this `,`: remove it",
    ),
    "a comma first": (
        "topics: [, a]\n",
        "2:10-2:11 no value before this `,`: remove it",
    ),
    "dashes in brackets": (
        "topics: [- a, - b]\n",
        "2:10-2:11 a list in brackets takes no `-`: remove it",
    ),
    "a colon apart from its key": (
        'a: ["b"\n  : c]\n',
        "3:3-3:4 this `:` is not on the line of its key: write both on one line",
    ),
    "a template tag": (
        "title: {% if a %}\n",
        "2:8-2:18 a template must be in quotes",
        'put the whole value in quotes: `title: "{% if a %}"`',
    ),
    "text after a template": (
        "url: {{ site.url }}/a\n",
        "2:6-2:22 a template must be in quotes",
        'put the whole value in quotes: `url: "{{ site.url }}/a"`',
    ),
    "a template line": (
        "{% if a %}\ntitle: b\n",
        "2:1-2:11 a template tag cannot be a line of the front matter",
        "remove this line",
    ),
    "text in a line after {": (
        "a: {b: c\n  d e: f}\n",
        "2:1-2:9 missing `,` at the end of this line",
        "write `a: {b: c,`",
    ),
    "[ never closed, before what may be a comment": (
        "a: [b # c\nd: 1\n",
        "2:4-2:5 this `[` is never closed",
        "write `]` where it ends, or put the value in quotes",
    ),
    "no comma, before what may be a comment": (
        'a: [\n  "b" # c\n  "d"\n]\n',
        "3:3-3:10 missing `,` at the end of this line",
    ),
    "a long list never closed": (
        f"a: [{'b, ' * 30}c\nd: 1\n",
        "2:4-2:5 this `[` is never closed",
        "write `]` where it ends, or put the value in quotes",
    ),
    "a semicolon after brackets": (
        "a: [b];\nc: 1\n",
        "2:7-2:8 unexpected `;` after the value: remove it",
    ),
    "dashes in brackets over lines": (
        "a: [\n  - b\n]\n",
        "3:3-3:4 a list in brackets takes no `-`: remove it",
    ),
}

FIRST_CHARACTERS: Table = {
    "@": (
        "author: @jane\n",
        "2:9-2:14 a value that begins with `@` must be in quotes",
        'put the whole value in quotes: `author: "@jane"`',
    ),
    "a backtick": (
        "title: `code` matters\n",
        "2:8-2:22 a value that begins with a backtick must be in quotes",
        'put the whole value in quotes: `title: "`code` matters"`',
    ),
    "%": (
        "title: %20 off\n",
        "2:8-2:15 a value that begins with `%` must be in quotes",
        'put the whole value in quotes: `title: "%20 off"`',
    ),
    "*": (
        "title: * a\n",
        "2:8-2:11 a value that begins with `*` must be in quotes",
        'put the whole value in quotes: `title: "* a"`',
    ),
    "* alone": (
        "title: *\n",
        "2:8-2:9 a value that begins with `*` must be in quotes",
        'put the whole value in quotes: `title: "*"`',
    ),
    "&": (
        "title: & more\n",
        "2:8-2:14 a value that begins with `&` must be in quotes",
        'put the whole value in quotes: `title: "& more"`',
    ),
    "two anchors": (
        "title: &a &b c\n",
        "2:8-2:15 a value that begins with `&` must be in quotes",
        'put the whole value in quotes: `title: "&a &b c"`',
    ),
    "!": (
        "title: !%a b\n",
        "2:8-2:13 a value that begins with `!` must be in quotes",
        'put the whole value in quotes: `title: "!%a b"`',
    ),
    "an unknown tag handle": (
        "title: !a!b c\n",
        "2:8-2:14 a value that begins with `!` must be in quotes",
        'put the whole value in quotes: `title: "!a!b c"`',
    ),
    ",": (
        "title: , a\n",
        "2:8-2:11 a value that begins with `,` must be in quotes",
        'put the whole value in quotes: `title: ", a"`',
    ),
    "]": (
        "title: ] a\n",
        "2:8-2:11 a value that begins with `]` must be in quotes",
        'put the whole value in quotes: `title: "] a"`',
    ),
    "}": (
        "title: }\n",
        "2:8-2:9 a value that begins with `}` must be in quotes",
        'put the whole value in quotes: `title: "}"`',
    ),
    "?": (
        "title: ? a\n",
        "2:8-2:11 a value that begins with `?` must be in quotes",
        'put the whole value in quotes: `title: "? a"`',
    ),
    "? alone": (
        "title: ?\n",
        "2:8-2:9 a value that begins with `?` must be in quotes",
        'put the whole value in quotes: `title: "?"`',
    ),
    ":": (
        "title: : a\n",
        "2:8-2:11 a value that begins with `:` must be in quotes",
        'put the whole value in quotes: `title: ": a"`',
    ),
    "|": (
        "title: | a\n",
        "2:8-2:11 unexpected text after `|`: its text begins on the next line",
        'put the whole value in quotes: `title: "| a"`',
    ),
    "| without a space": (
        "title: |a\n",
        "2:8-2:10 unexpected text after `|`: its text begins on the next line",
        'put the whole value in quotes: `title: "|a"`',
    ),
    "| in an item": (
        "topics:\n  - | a\n",
        "3:5-3:8 unexpected text after `|`: its text begins on the next line",
        'put the whole value in quotes: `- "| a"`',
    ),
    "|0": (
        "title: |0\n  a\n",
        "2:8-2:10 unexpected text after `|`: its text begins on the next line",
        'put the whole value in quotes: `title: "|0"`',
    ),
    ">": (
        "title: > a\n",
        "2:8-2:11 unexpected text after `>`: its text begins on the next line",
        'put the whole value in quotes: `title: "> a"`',
    ),
    ">=": (
        "title: >= 5\n",
        "2:8-2:12 unexpected text after `>`: its text begins on the next line",
        'put the whole value in quotes: `title: ">= 5"`',
    ),
    "a dash": (
        "title: - a\n",
        "2:8-2:11 a list cannot begin on the line of its key",
        "if this is a list, write one item a line:",
        "`title:`",
        "`  - a`",
        'if it is text: `title: "- a"`',
    ),
    "a dash alone": (
        "title: -\n",
        "2:8-2:9 a `-` alone begins a list item: remove it, or put it in quotes",
        'if it is text: `title: "-"`',
    ),
    "a list after its key": (
        "topics: - a\n        - b\n",
        "2:9-2:12 a list cannot begin on the line of its key",
        "if this is a list, write one item a line:",
        "`topics:`",
        "`  - a`",
        'if it is text: `topics: "- a"`',
    ),
    "@ in an item": (
        "topics:\n  - @a\n",
        "3:5-3:7 a value that begins with `@` must be in quotes",
        'put the whole value in quotes: `- "@a"`',
    ),
    "@ in flow": (
        "topics: [@a, @b]\n",
        "2:10-2:12 a value that begins with `@` must be in quotes",
        'write `topics: ["@a", "@b"]`',
    ),
    "a backtick in flow": (
        "topics: [`a`]\n",
        "2:10-2:13 a value that begins with a backtick must be in quotes",
        'write `topics: ["`a`"]`',
    ),
    "@ in a key": (
        '"@a": 1\n@b: 2\n',
        "3:1-3:3 a key that begins with `@` must be in quotes",
        'put the key in quotes: `"@b": 2`',
    ),
    "stars as dashes": (
        "topics:\n- a\n* b\n",
        "4:1-4:2 a list item begins with `-`, not `*`",
        "write `- b`",
    ),
    "} on a line of its own": (
        "a: b\n}\n",
        "3:1-3:2 this `}` closes nothing: remove it",
    ),
    "a tag inside another": (
        "a: !!map {b: !c d}\n",
        "2:14-2:18 the tag `!c` is not supported here: remove it",
        "put the value in quotes if the `!` is part of it",
    ),
    "a tag in brackets": (
        "a: [!b c]\n",
        "2:5-2:9 the tag `!b` is not supported here: remove it",
        "put the value in quotes if the `!` is part of it",
    ),
    "a bar in brackets": (
        "topics: [|a]\n",
        "2:10-2:11 a value cannot begin with `|`: put it in quotes",
    ),
    "an alias in brackets": (
        "topics: [*a, *b]\n",
        "2:10-2:12 a value that begins with `*` must be in quotes",
        'write `topics: ["*a", "*b"]`',
    ),
    "an alias in brackets beside an anchor": (
        "topics: [*a, &b c]\n",
        "2:10-2:12 undefined alias `*a`",
        "put the value in quotes if the `*` is part of it",
    ),
    "a tag above deeper lines": (
        "a: !b\n  - c\n",
        "2:4-3:3 the tag `!b` is not supported here: remove it",
        "put the value in quotes if the `!` is part of it",
    ),
    "a tag alone": (
        "a: !b\n",
        "2:4-2:6 a value that begins with `!` must be in quotes",
        'put the whole value in quotes: `a: "!b"`',
    ),
    "@ in brackets, in a long line": (
        "topics: [@a, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb]\n",
        "2:10-2:12 a value that begins with `@` must be in quotes",
    ),
}

INDENTATIONS: Table = {
    "too little": (
        "provider:\n  name: A\n domain: b\n",
        "4:1-4:2 indentation matches no enclosing level",
        "write `  domain: b`, with 2 spaces before it",
        "or indent it by 0 spaces",
    ),
    "too little below two dashes": (
        "- - a\n  - b\n c\n",
        "2:1-2:6 this list has no key",
        "write the key of the list on a line above line 2, such as `topics:`",
        "or remove the list",
    ),
    "too little, after a deeper one": (
        "a:\n    b: 1\n  c: 2\nd: 3\n",
        "4:1-4:3 indentation matches no enclosing level",
        "write `    c: 2`, with 4 spaces before it",
        "or indent it by 0 spaces",
    ),
    "too little in an item": (
        "related:\n  - title: a\n   url: b\n",
        "4:1-4:4 indentation matches no enclosing level",
        "write `    url: b`, with 4 spaces before it",
        "or indent it by 0 spaces",
    ),
    "less than the first key": (
        "  title: a\ntype: b\n",
        '2:1-2:3 indented by 2 spaces, but "type" on line 3 by 0',
        "write `title: a` at the start of the line",
    ),
    "a key below items in quotes": (
        '- "a"\n b: c\n',
        "2:1-2:6 this list has no key",
        "write the key of the list on a line above line 2, such as `topics:`",
        "or remove the list",
    ),
    "an item too little": (
        "topics:\n  - a\n - b\n",
        "4:1-4:2 indentation matches no enclosing level",
        "write `  - b`, with 2 spaces before it",
        "or indent it by 0 spaces",
    ),
    "too much below a value": (
        "title: a\n  type: b\n",
        '3:1-3:3 indented by 2 spaces, but "title" on line 2 by 0',
        "write `type: b` at the start of the line",
        'indent it like "title" on line 2, or put the value there in quotes',
    ),
    "too much below a nested value": (
        "provider:\n  name: A\n    domain: b\n",
        '4:1-4:5 indented by 4 spaces, but "name" on line 3 by 2',
        "write `  domain: b`, with 2 spaces before it",
        'indent it like "name" on line 3, or put the value there in quotes',
    ),
    "too much below a key in an item": (
        "related:\n  - title: a\n      url: b\n",
        '4:1-4:7 indented by 6 spaces, but "title" on line 3 by 4',
        "write `    url: b`, with 4 spaces before it",
        'indent it like "title" on line 3, or put the value there in quotes',
    ),
    "too much below an item": (
        "topics:\n  - a\n    b: c\n",
        "4:5-4:9 this line continues the value on line 3, as it is indented deeper",
        "indent it like line 3, or put the value there in quotes",
    ),
    "too much below text over lines": (
        "title: a\n  b\n  c: d\n",
        '4:1-4:3 indented by 2 spaces, but "title" on line 2 by 0',
        "write `c: d` at the start of the line",
        'indent it like "title" on line 2, or put the value there in quotes',
    ),
    "too much below a quoted value": (
        'title: "a"\n  type: b\n',
        '3:1-3:3 indented by 2 spaces, but "title" on line 2 by 0',
        "write `type: b` at the start of the line",
    ),
    "one space too much below a quoted value": (
        'title: "a"\n type: b\n',
        '3:1-3:2 indented by 1 space, but "title" on line 2 by 0',
        "write `type: b` at the start of the line",
    ),
    "too much below a quoted value, before a dash": (
        'title: "a"\n  type: -b\n',
        '3:1-3:3 indented by 2 spaces, but "title" on line 2 by 0',
        "write `type: -b` at the start of the line",
    ),
    "too much below a block item": (
        "a\n- |\n b:\n",
        "4:2-4:4 this line continues the value on line 3, as it is indented deeper",
        "indent it like line 3, or put the value there in quotes",
    ),
    "too much below a flow value": (
        "provider: {a: b}\n  domain: c\n",
        '3:1-3:3 indented by 2 spaces, but "provider" on line 2 by 0',
        "write `domain: c` at the start of the line",
    ),
    "a key among items": (
        "topics:\n  - a\n  type: b\n",
        "4:3-4:7 expected a list item, found a key",
        "write `type: b` at the start of the line",
        "write `- ` before it, or indent it like the key of the list",
    ),
    "a key among items at the root": (
        "- title: a\ntype: b\n",
        "2:1-2:11 this list has no key",
        "write the key of the list on a line above line 2, such as `topics:`",
        "or remove the list",
    ),
    "an item among keys": (
        "a: 1\n- b\n",
        "3:1-3:4 this list has no key: the line above it has a value of its own",
        "write the key of the list on a line above line 3, such as `topics:`",
        "or remove the list",
    ),
    "a list below a value": (
        "topics: a\n- b\n",
        "3:1-3:4 this list has no key: the line above it has a value of its own",
        "write the key of the list on a line above line 3, such as `topics:`",
        "or remove the list",
    ),
    "block text not indented": (
        "text: |\nfoo\nbar: 1\n",
        "3:1-3:4 the text below the `|` on line 2 is not indented",
        "indent each of its lines by two spaces",
    ),
    "folded text not indented": (
        "text: >-\nfoo\nbar: 1\n",
        "3:1-3:4 the text below the `>` on line 2 is not indented",
        "indent each of its lines by two spaces",
    ),
    "block text with a colon not indented": (
        "text: >\nfoo: bar: b\nc: 1\n",
        "3:1-3:12 the text below the `>` on line 2 is not indented",
        "indent each of its lines by two spaces",
    ),
    "block text indented less than its sign": (
        "a=b\n |\nc:\n",
        "4:1-4:3 the text below the `|` on line 3 is not indented",
        "indent each of its lines by two spaces",
    ),
    "block text indented less than above": (
        "text: |\n    foo\n  bar\nc: 1\n",
        "4:1-4:3 indentation matches no enclosing level",
        "write `    bar`, with 4 spaces before it",
        "or indent it by 0 spaces",
    ),
    "spaces above block text": (
        "text: |\n      \n  foo\n",
        "3:1-3:7 an empty line above text is indented deeper: remove its spaces",
    ),
    "less than the first keys, of several levels": (
        "  a: 1\n  b:\n    c: 1\nd: 2\n",
        "5:1-5:2 indentation matches no enclosing level",
        "write `  d: 2`, with 2 spaces before it",
        "or indent it by 4 spaces",
    ),
    "less than most of the keys": (
        "  a: 1\n  b: 1\n  c: 1\nd: 2\n",
        "5:1-5:2 indentation matches no enclosing level",
        "write `  d: 2`, with 2 spaces before it",
    ),
}

CHARACTERS: Table = {
    "a control character": (
        "title: a\x01b\n",
        "2:9-2:10 the character U+0001 is not allowed in YAML: remove it",
    ),
    "an escape character, after emoji": (
        "title: 😀\x1b[31m\n",
        "2:9-2:10 the character U+001B is not allowed in YAML: remove it",
    ),
    "delete": (
        "title: 😀\x7f\n",
        "2:9-2:10 the character U+007F is not allowed in YAML: remove it",
    ),
    "a form feed": (
        "title: a\x0cb\n",
        "2:9-2:10 the character U+000C is not allowed in YAML: remove it",
    ),
    "no character": (
        "title: a\ufffeb\n",
        "2:9-2:10 the character U+FFFE is not allowed in YAML: remove it",
    ),
    "a quote of Windows-1252": (
        "title: It\x92s\n",
        "2:10-2:11 the character U+0092 is not allowed in YAML: remove it",
        "it is a wrongly decoded `’`",
    ),
    "a quote of Windows-1252 after a letter of UTF-8": (
        "title: \xc3\xa9 \x92\n",
        "2:11-2:12 the character U+0092 is not allowed in YAML: remove it",
        "it is a wrongly decoded `’`",
    ),
    "a quote of UTF-8, read as Latin-1": (
        "title: Itâ\x80\x99s\n",
        "2:11-2:12 the character U+0080 is not allowed in YAML: remove it",
        "it is a wrongly decoded `’`",
    ),
    "a code that Windows-1252 lacks": (
        "title: a\x81b\n",
        "2:9-2:10 the character U+0081 is not allowed in YAML: remove it",
    ),
}


TABLES = {
    "colons": COLONS,
    "lines": LINES,
    "tabs": TABS,
    "quotes": QUOTES,
    "escapes": ESCAPES,
    "brackets": BRACKETS,
    "first characters": FIRST_CHARACTERS,
    "indentations": INDENTATIONS,
    "characters": CHARACTERS,
}
ALL = {f"{about}: {name}": row for about, table in TABLES.items() for name, row in table.items()}


def explained(reading: Reading) -> tuple[str, ...]:
    """The place and message of the one fault, which is of syntax, and its help."""
    [line] = reading.written()
    [fault] = reading.faults
    place, _, message = line.partition(" yaml-syntax: ")
    return (f"{place} {message}", *fault.help)


@pytest.mark.parametrize("row", ALL.values(), ids=ALL)
def test_explanations(row: tuple[str, ...]) -> None:
    front_matter, *expected = row
    assert explained(read(article(front_matter))) == tuple(expected)


@pytest.mark.parametrize("row", ALL.values(), ids=ALL)
def test_line_ends_change_nothing(row: tuple[str, ...]) -> None:
    front_matter, *expected = row
    text = article(front_matter)
    assert explained(read(text.replace("\n", "\r\n"))) == tuple(expected)
    assert explained(read(text.replace("\n", "\r"))) == tuple(expected)


@pytest.mark.parametrize("row", ALL.values(), ids=ALL)
def test_a_byte_order_mark_changes_nothing(row: tuple[str, ...]) -> None:
    front_matter, *expected = row
    assert explained(read(b"\xef\xbb\xbf" + article(front_matter).encode())) == tuple(expected)


#: What the pure parser alone says less of, or takes.
NOT_WITHOUT_THE_C_PARSER = (
    "lines: %YAML of another version",
    "tabs: not the tab that the C parser takes",
)


@pytest.mark.parametrize("name", [each for each in ALL if each not in NOT_WITHOUT_THE_C_PARSER])
def test_explanations_without_the_c_parser(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(parser, "CParser", None)
    front_matter, *expected = ALL[name]
    assert explained(read(article(front_matter))) == tuple(expected)


ADVICE = re.compile(r".* quotes: `(.*)`")
ADVISED = {
    name: (row[0], row[1], match.group(1))
    for name, row in ALL.items()
    for help_ in row[2:]
    if (match := ADVICE.fullmatch(help_))
}


@pytest.mark.parametrize(("front_matter", "place", "advice"), ADVISED.values(), ids=ADVISED)
def test_the_advice_fixes_the_line(front_matter: str, place: str, advice: str) -> None:
    lines = article(front_matter).split("\n")
    named = re.search(r"line (\d+) begins", place)
    number = int(named.group(1) if named else place.partition(":")[0])
    indent = re.match(" *", lines[number - 1])
    assert indent
    lines[number - 1] = indent.group() + advice
    places = [line.split(":")[0] for line in read("\n".join(lines)).written()]
    assert str(number) not in places


class TestLongText:
    """The pure parser, which is slow, is not asked: the C parser's objection counts."""

    @pytest.mark.parametrize(
        "name",
        [
            "colons: a title with a colon",
            "lines: no colon, first",
            "lines: no space after the colon, last",
            "tabs: a tab indents a key",
            "quotes: double quotes never closed",
            "quotes: quotes in quotes",
            "brackets: [ never closed",
            "first characters: @",
            "indentations: too little",
            "characters: delete",
        ],
    )
    def test_is_explained_too(self, name: str) -> None:
        front_matter, *expected = ALL[name]
        comment = f"#{'x' * MAX_PURE_LENGTH}\n"
        below = re.sub(
            r"^(\d+)(:\d+-)(\d+)",
            lambda match: f"{int(match[1]) + 1}{match[2]}{int(match[3]) + 1}",
            expected[0],
        )
        below = re.sub(r"line (\d+)", lambda match: f"line {int(match[1]) + 1}", below)
        assert explained(read(article(comment + front_matter))) == (below, *expected[1:])

    def test_an_open_bracket_far_above(self) -> None:
        front_matter = f"a: [{'b, ' * 5_000}\n"
        assert explained(read(article(front_matter))) == (
            "2:4-2:5 this `[` is never closed",
            "write `]` where it ends, or put the value in quotes",
        )

    def test_a_missing_comma_far_above(self) -> None:
        many = "# b\n" * 200
        assert explained(read(article(f'a: ["b"\n{many}  "c"]\n'))) == (
            "203:3-203:4 missing `,` before this",
        )

    def test_lines_far_below_are_not_looked_at(self) -> None:
        many = "# c\n" * 200
        front_matter = f'a: "b\n{many}d: 1\n'
        assert explained(read(article(front_matter))) == (
            '2:4-2:5 this `"` is never closed',
            'write `a: "b"`',
        )

    def test_only_the_lines_near_the_place_are_looked_at(self) -> None:
        many = "# a\n" * 200
        front_matter = f"a:\n    b: 1\n{many}  c: 2\n"
        assert explained(read(article(front_matter))) == (
            "204:3-204:4 the front matter cannot be read from here on",
            'if this is text, put it in quotes: `c: "2"`',
        )


def test_the_parser_is_not_quoted_where_nothing_better_is_known() -> None:
    assert explained(read(article("a: [!\u00e9]\n"))) == (
        "2:6-2:7 the front matter cannot be read from here on",
        'if this is text, put it in quotes: `a: "[!\u00e9]"`',
    )


def test_the_longest_key() -> None:
    assert read(article(f"{'x' * 1024}: a\n")).written() == []
