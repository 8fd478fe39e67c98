"""What is read of simple lines is what the parser reads: data, places, and all there is to ask.

The texts are nearly simple: most of them hold one or two things that only a parser knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from articlelint.model import DataPath
from articlelint.reading.dialect import Block
from articlelint.reading.document import Document
from articlelint.reading.frontmatter import find_block
from articlelint.reading.node import Node
from articlelint.reading.yaml.parser import parse
from articlelint.reading.yaml.simple_lines import read_simple_lines
from tests.properties.test_reading import TEXTS, front_matters
from tests.support import article, material
from tests.unit.reading.test_yaml_test_suite import cases

#: Indicators, white space, line breaks of YAML 1.1, marks, and what is no character.
ODD = [
    *"-?:,[]{}#&*!|>'\"%@`\\ \t\r\n=~.",
    *"\x00\x1b\x7f\x85\xa0\u2028\u2029\u202f\ufeff\uffffé😀",
]
SIGNS = [*ODD, ": ", " #", "- ", "''", '\\"', "\\n", "---", "...", "<<", "://"]
#: What a short value is made of.
SHORT = "-?:,[{#&'\"%~ \\.=a0"
WORDS = ["a", "b", "null", "true", "No", "y", "0", "1", "-1", "1e3", "0x1F", ".inf", "12:30", "~"]
WHOLE = [
    "[]",
    "{}",
    "[a, b]",
    "[a, 'b', \"c\" ]",
    "a # b",
    "# a",
    "|",
    ">-",
    "&x",
    "*x",
    "!!str a",
    "2024-02-30",
    "9" * 1001,
]

PARTS = st.sampled_from([*SIGNS, *WORDS, *"ab" * 20, *"  "])
PLAIN = st.lists(PARTS, max_size=4).map("".join)
IN_QUOTES = st.sampled_from(['"{}"', "'{}'"]).flatmap(lambda quotes: PLAIN.map(quotes.format))
VALUES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.just(""),
    PLAIN,
    IN_QUOTES,
    st.sampled_from(WHOLE),
)
KEYS = st.one_of(
    st.sampled_from("abcd"),
    st.sampled_from(
        ["title", "_x", "a-b", "null", "True", "on", "a b", "a.b", "<<", '"a"', "1", "é"]
    ),
)
AFTER_KEY = st.sampled_from([": ", ": ", ": ", ": ", ":", ":  ", " : "])
DASHES = st.sampled_from(["", "", "", "- ", "- ", "-", "-  ", "- - "])
STEPS = st.sampled_from([0, 0, 0, 0, 2, 2, -2, -2, 1, -1, 4, -4])


@st.composite
def nearly_simple(draw: st.DrawFn) -> str:
    """Lines with a key, a dash or both, mostly where YAML allows them."""
    indent = 0
    lines = []
    for _ in range(draw(st.integers(1, 6))):
        dash = draw(DASHES)
        key = draw(KEYS) + draw(AFTER_KEY) if not dash or draw(st.booleans()) else ""
        value = draw(VALUES) if draw(st.booleans()) else ""
        lines.append(" " * indent + dash + key + value)
        indent = max(0, indent + draw(STEPS) + 2 * (dash == "- ") * draw(st.booleans()))
    line_break = draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\n\n", "\r"]))
    comment = draw(st.sampled_from(["", "", "", "# a\n", "  #\n"]))
    return comment + "".join(line + line_break for line in lines)


#: Every kind of line that is simple.
ARTICLE = """\
title: "Trains: one"
text: 'It''s'
date: 2024-05-04T12:30:00Z
flag: true
by:
  name: Ada B
  images:
    - url: /a.png
      width: 50  # of two
tags: [a b, "c", 1]
topics:
- Rail
- 1:30

more:
  - title:
    by:
      x: -1
"""


@given(nearly_simple())
def test_nearly_simple_lines_are_read_as_by_the_parser(front_matter: str) -> None:
    assert_read_alike(f"---\n{front_matter}---\n")


def test_an_article_with_any_one_change_is_read_as_by_the_parser() -> None:
    changed = {
        ARTICLE[:at] + sign + ARTICLE[at + removed :]
        for at in range(len(ARTICLE))
        for sign in ["", *SIGNS]
        for removed in (0, 1)
    }
    alike = sum(assert_read_alike(article(each)) for each in changed)
    assert 0.2 < alike / len(changed) < 0.8


def test_any_short_list_is_read_as_by_the_parser() -> None:
    lists = {"".join(each) for length in (1, 2, 3) for each in product(SHORT + "]}", repeat=length)}
    alike = sum(assert_read_alike(article(f"a: [{each}]\n")) for each in lists)
    assert 0.05 < alike / len(lists) < 0.8


def test_any_short_value_is_read_as_by_the_parser() -> None:
    values = {"".join(each) for length in (1, 2, 3) for each in product(SHORT, repeat=length)}
    alike = sum(assert_read_alike(article(f"a: {each}\nb:\n- {each}\n")) for each in values)
    assert 0.2 < alike / len(values) < 0.8


@given(front_matters())
def test_any_style_is_read_as_by_the_parser(written: tuple[str, dict[str, Any]]) -> None:
    assert_read_alike(article(written[0]))


@given(TEXTS)
def test_a_text_in_quotes_is_read_as_by_the_parser(text: str) -> None:
    quoted = text.replace("'", "''")
    assert_read_alike(article(f"a: '{quoted}'\nb:\n  - '{quoted}'\n"))


def test_the_article_itself_is_simple() -> None:
    assert assert_read_alike(article(ARTICLE))


def test_the_suite_of_yaml_is_read_as_by_the_parser() -> None:
    alike = [each.name for each in cases() if assert_read_alike(each.text)]
    assert len(alike) > 10


def test_real_articles_are_read_as_by_the_parser_and_nearly_all_are_simple() -> None:
    files = sorted(material("corpus").rglob("*.md"))
    alike = [each for each in files if assert_read_alike(each.read_bytes().decode())]
    assert len(alike) > 0.95 * len(files) > 100


def assert_read_alike(text: str) -> bool:
    """Compare what both say of a text, if its front matter is simple; return whether it is."""
    block = find_block(text)
    values = read_simple_lines(text, block.content) if isinstance(block, Block) else None
    if not values:
        return False
    assert isinstance(block, Block)
    root, faults, unread, is_repaired = parse(text, block.content, "front matter")
    assert (faults, unread, is_repaired) == ([], frozenset(), False)
    assert root
    simple, expected = Document(values, block, text), Document(root, block, text)
    # First what needs no places, which are made when something asks for one.
    assert said(simple) == said(expected)
    assert repr(simple.data) == repr(expected.data)  # as NaN is not equal to itself
    assert list(outline((), simple.root)) == list(outline((), expected.root))
    assert simple.root.value is simple.data
    assert repr([*simple.plain_scalars()]) == repr([*expected.plain_scalars()])
    return True


def said(document: Document) -> list[Any]:
    return [document.texts, document.unwritten, document.plain_texts, document.unread]


def outline(path: DataPath, node: Node) -> Iterator[Any]:
    """All that there is to know of each node."""
    key = node.key
    yield path, repr(node.value), node.span, node.plain, node.alias
    yield key and (key.value, key.span, key.plain, key.alias, key.key, key.children)
    yield type(node.children)
    for part, child in node.items():
        yield from outline((*path, part), child)
