"""Whole articles with much of one thing in their front matter, before it or after it.

Each is checked with the bundled schema, all rules and the order of keys, and reported.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from articlelint import SourceFile, reporters
from articlelint.engine.check import Checker
from articlelint.report import FileReport
from articlelint.schema.loading import store
from articlelint.settings.config import make_config
from tests.bench.growth import Task

#: A line or more for a number and for a word that no other has.
_Line = Callable[[int, str], str]


def tasks() -> Iterator[tuple[str, tuple[int, Task]]]:
    """Each kind by its name, with the least number of it."""
    for name, (n, line) in _LINES.items():
        yield name, (n, partial(_lines, line))
    for name, (n, items) in _ITEMS.items():
        yield name, (n, partial(_items, items))
    for name, (n, text) in _TEXTS.items():
        yield name, (n, partial(_whole, text))


def checking(text: str) -> Callable[[], object]:
    """A check of an article, and its report."""
    config = make_config({"rules": {"key-order": "warning"}})
    checker = Checker(store.bundled(store.DEFAULT_SCHEMA), config, compares=True)
    render = reporters.load("full")

    def task() -> str:
        source = SourceFile.from_text(text)  # which remembers where its lines begin
        return "".join(render([FileReport("a.md", source, checker.check(source, "a.md"))]))

    return task


def words(n: int) -> list[str]:
    """So many words, of which no two are the same."""
    return [f"word{index:06}" for index in range(n)]


def _quoted(n: int) -> str:
    """A list of so many texts with a fault, as TOML and JSON have it."""
    return json.dumps([f"{each}\u200bx" for each in words(n)], ensure_ascii=False)


def _whole(text: Callable[[int], str], n: int) -> Callable[[], object]:
    return checking(text(n))


def _lines(line: _Line, n: int) -> Callable[[], object]:
    lines = (line(number, word) for number, word in enumerate(words(n)))
    return checking(f"---\n{''.join(lines)}---\n")


def _items(kind: tuple[str, _Line], n: int) -> Callable[[], object]:
    key, item = kind
    items = (f"  - {item(number, word)}\n" for number, word in enumerate(words(n)))
    return checking(f"---\n{key}:\n{''.join(items)}---\n")


_LINES: dict[str, tuple[int, _Line]] = {
    "the same key": (1_250, lambda *_: "a: 1\n"),
    "keys like a known one": (600, lambda number, _: f"titl{number}: 1\n"),
    "keys in two cases": (500, lambda _, word: f"{word}: 1\n{word.upper()}: 1\n"),
    "keys that are numbers": (600, lambda number, _: f"{number}: 1\n"),
    "keys that are lists": (300, lambda number, _: f"? [a, {number}]\n: 1\n"),
    "keys with emoji": (300, lambda _, word: f'😀{word}: "😀\u200b"\n'),
    "keys without a value": (600, lambda _, word: f"{word}:\n"),
    "lines that end in CRLF": (1_250, lambda _, word: f"{word}: 1\r\n"),
    "comments": (4_000, lambda _, word: f"# {word}\n"),
    "ignore comments": (600, lambda _, word: f"{word}: # articlelint: ignore[empty-value]\n"),
    "ignore comments above": (600, lambda _, word: f"# articlelint: ignore[a]\n{word}:\n"),
    "ignore comments for the file": (600, lambda *_: "# articlelint: ignore-file[empty-value]\n"),
    "misspelled ignore comments": (600, lambda *_: "# articlelint: ignroe[empty-value]\n"),
    "comments that name a schema": (500, lambda *_: "# articlelint: schema=x.json\n"),
    "anchors and aliases": (600, lambda _, word: f"{word}: &{word} 1\nx{word}: *{word}\n"),
    "undefined aliases": (300, lambda _, word: f"{word}: *x{word}\n"),
    "merge keys": (600, lambda _, word: f"{word}:\n  <<: {{a: 1}}\n"),
    "tags": (600, lambda _, word: f"{word}: !!str 1\n"),
    "templates without quotes": (300, lambda _, word: f"{word}: {{{{ x }}}}\n"),
    "directives": (1_000, lambda *_: "%YAML 1.2\n"),
    "ambiguous values": (600, lambda _, word: f"{word}: yes\n"),
    "values cut by a comment": (600, lambda _, word: f"{word}: We are #1 #2\n"),
    "values with an apostrophe": (600, lambda _, word: f"{word}: it's\n"),
    "unclosed quotes": (300, lambda _, word: f'{word}: "x\n'),
    "unclosed quotes apart": (150, lambda _, word: f'{word}: "x\nb{word}: 1\nc{word}: 2\n'),
    "text after a quote": (300, lambda _, word: f'{word}: "a" b\n'),
    "escapes that do not exist": (300, lambda _, word: f'{word}: "\\d"\n'),
    "tabs for indentation": (300, lambda _, word: f"{word}:\n\tb: 1\n"),
    "lines without a colon": (300, lambda _, word: f"{word}: 1\n{word} x\n"),
    "colons in values": (300, lambda _, word: f"{word}: a: b\n"),
    "colons without a space": (300, lambda number, word: f"{word}:1\nb{number}: 1\n"),
    "lines that are indented": (300, lambda number, word: f"{word}: 1\n  b{number}: 2\n"),
    "values that begin with %": (300, lambda _, word: f"{word}: %a\n"),
    "control characters": (300, lambda _, word: f"{word}: \x01\n"),
    "merge conflicts": (
        150,
        lambda _, word: f"<<<<<<< a\n{word}: 1\n=======\n{word}: 2\n>>>>>>> b\n",
    ),
}
_ITEMS: dict[str, tuple[int, tuple[str, _Line]]] = {
    "items with keys out of order": (
        150,
        ("related", lambda _, word: f"webUrl: https://example.com/{word}\n    title: {word}"),
    ),
    "items": (4_800, ("topics", lambda _, word: word)),
    "the same item": (2_500, ("topics", lambda *_: "a")),
    "diagnostics": (2_500, ("topics", lambda _, word: f'"{word}\u200bx"')),
    "items with garbled characters": (500, ("topics", lambda _, word: f"â€™{word}")),
    "items with entities": (500, ("topics", lambda _, word: f"a&amp;{word}")),
    "items that swallow the next": (500, ("topics", lambda _, word: f"{word}\n    - x")),
    "items without a space": (300, ("topics", lambda _, word: f"a\n  -{word}")),
    "keys among items": (300, ("topics", lambda _, word: f"a\n  {word}: 1")),
    "wrong images": (300, ("images", lambda _, word: f"url: /a/{word}\n    width: x")),
    "wrong dates": (200, ("related", lambda number, _: f"publishedDateTime: 5 May {number}")),
    "wrong addresses": (
        200,
        (
            "related",
            lambda _, word: (
                f"webUrl: http://a.example/{word}?utm_a=1\n"
                f"    provider: {{name: {word}, domain: www.b.example}}"
            ),
        ),
    ),
    "related articles with one address": (
        200,
        ("related", lambda *_: "webUrl: https://a.example/x"),
    ),
}
_TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "empty lines": (10_000, lambda n: "---\na: 1\n" + "\n" * n + "b: 1\n---\n"),
    "lines of a plain text": (2_500, lambda n: "---\na: b\n" + "  c\n" * n + "---\n"),
    "paragraphs of a folded text": (2_500, lambda n: "---\na: >\n" + "  c\n\n" * n + "---\n"),
    "mappings in a line": (1_000, lambda n: f"---\na: [{'{b: 1}, ' * n}]\n---\n"),
    "open brackets": (2_000, lambda n: f"---\na: {'[' * n}\n---\n"),
    "levels": (500, lambda n: f"---\na: {'[' * n}{']' * n}\n---\n"),
    "aliases of one text": (
        300,
        lambda n: f"---\na: &a {'x' * 100 * n}\nb: [{', '.join(['*a'] * n)}]\n---\n",
    ),
    "characters of a key": (10_000, lambda n: f"---\n{'a' * n}: 1\n---\n"),
    "digits": (10_000, lambda n: f"---\na: {'1' * n}\n---\n"),
    "escapes": (4_000, lambda n: '---\na: "' + r"\u200b" * n + '"\n---\n'),
    "characters of a value": (250_000, lambda n: f"---\na: {'x' * n}\n---\n"),
    "characters of a line of the body": (1_250_000, lambda n: f"---\na: 1\n---\n{'x' * n}"),
    "lines of the body": (100_000, lambda n: "---\na: 1\n---\n" + "x\n" * n),
    "fences in the body": (5_000, lambda n: "---\na: 1\n---\n" + "---\na: 1\n" * n),
    "keys of a second block": (1_000, lambda n: "---\na: 1\n---\n---\n" + "a: 1\n" * n),
    "characters without front matter": (1_250_000, lambda n: "x" * n),
    "lines without front matter": (100_000, lambda n: "a: 1\n" * n),
    "empty lines before front matter": (100_000, lambda n: "\n" * n + "---\na: 1\n---\n"),
    "lines like a fence": (50_000, lambda n: "----\n" * n),
    "characters of an unclosed block": (1_250_000, lambda n: f"---\na: {'x' * n}"),
    "lines of an unclosed block": (50_000, lambda n: "---\na: 1\n" + "some prose here.\n" * n),
    "fences that are indented": (50_000, lambda n: "---\na: 1\n" + " ---\n" * n),
    "characters that are no text": (100_000, lambda n: "---\na: 1\n---\n" + "\0" * n),
    "keys in TOML": (
        1_000,
        lambda n: "+++\n" + "".join(f"{each} = 1\n" for each in words(n)) + "+++\n",
    ),
    "tables in TOML": (
        1_000,
        lambda n: "+++\n" + "".join(f"[{each}]\na = 1\n" for each in words(n)) + "+++\n",
    ),
    "tables of a list in TOML": (1_000, lambda n: "+++\n" + "[[a]]\nb = 1\n" * n + "+++\n"),
    "mistakes in TOML": (1_000, lambda n: "+++\n" + "a =\n" * n + "+++\n"),
    "diagnostics in TOML": (
        500,
        lambda n: f"+++\ntopics = {_quoted(n)}\n+++\n",
    ),
    "diagnostics in JSON": (
        500,
        lambda n: f';;;\n{{"topics": {_quoted(n)}}}\n;;;\n',
    ),
    "open braces": (1_000, lambda n: "{" * n + "\n"),
}
