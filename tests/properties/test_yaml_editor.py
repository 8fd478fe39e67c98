"""For any change: if there are edits for it, they do what it says and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import cycle
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articlelint.fixing.proof import apply_edits, proven_text
from articlelint.fixing.yaml.editor import YamlEditor
from articlelint.model import (
    AddKey,
    Change,
    DataPath,
    Edit,
    OrderKeys,
    Remove,
    RenameKey,
    Scalar,
    SetValue,
    Span,
)
from articlelint.reading.document import Document
from tests.properties.test_reading import MAPPINGS, SCALARS, TEXTS, YAML_ISH, Writer
from tests.support import article, material
from tests.unit.reading.helpers import nodes_of, read

#: Values that are near to those of the text, or that some style cannot hold.
VALUES = st.one_of(
    SCALARS,
    st.sampled_from(
        (
            "yes",
            "12",
            "1:30",
            "2023-05-04T09:30:00Z",
            "https://example.com/?a=b&c=d#e",
            'It\'s "so"',
            "a\nb\n",
            " a\n\n b",
            "a: b",
            "a #b",
            "[a]",
            "tab\t",
            "\x85",
            "a\r\nb",
        )
    ),
)


NAMES = TEXTS | st.sampled_from(("title", "a", "<<", "yes", "12", "b: c", "d, e"))


class WideWriter(Writer):
    """Writes more of what front matter may have: comments, tabs, empty lines, anchors, `?`."""

    def block(self, value: Any, indent: str) -> str:
        between = self.choose("", "", "", "\n", f"{indent}# a note\n")
        if isinstance(value, dict):
            entries = (self.entry(key, child, indent) for key, child in value.items())
        else:
            entries = (f"{indent}-{self.after_dash(child, indent)}" for child in value)
        return between.join(entries) + between

    def entry(self, key: str, value: Any, indent: str) -> str:
        colon = self.choose(":", ":", " :", "?")
        if colon == "?":
            return f"{indent}? {self.key(key)}\n{indent}:{self.below(value, indent)}"
        return f"{indent}{self.key(key)}{colon}{self.below(value, indent)}"

    def after_dash(self, value: Any, indent: str) -> str:
        """An item, which may be a collection that begins on the line of its dash."""
        if isinstance(value, dict | list) and value and self.choose("compact", "") == "compact":
            return " " + self.block(value, f"{indent}  ").lstrip(" ")
        return self.below(value, indent)

    def below(self, value: Any, indent: str) -> str:
        if isinstance(value, str) and value and self.choose("", "", "block") == "block":
            return self.in_block_scalar(value, indent)
        written = super().below(value, indent)
        if written.count("\n") > 1:
            return written
        return written[:-1] + self.choose("", "", "\t", " \t# c") + "\n"

    def in_block_scalar(self, value: str, indent: str) -> str:
        """Text in a block scalar of any kind, whatever that makes of it."""
        head = self.choose("|", "|+", ">", ">-", ">+", "| # c", "|1", ">+2")
        lines = value.replace("\n", f"\n{indent}  ")
        below = self.choose("", "", "\n", f"{indent}   \n", f"{indent}  # note\n")
        return f" {head}\n{indent}  {lines}\n{below}"

    def flow(self, value: Any) -> str:
        written = super().flow(value)
        if isinstance(value, list) and len(value) > 1:
            comma = self.choose(", ", ",", ",\n  ", " ,\n  ", ", # c\n  ")
            start, end = (
                self.choose("[]", "[]", "[ ", "[\n"),
                self.choose("", ",", " # d\n  ", ",\n "),
            )
            written = f"[{start[1:].strip(']')}{comma.join(map(self.flow, value))}{end}]"
        return self.choose("", "", "", "", "", "&x ") + written

    def key(self, key: str) -> str:
        return self.choose("", "", "", "", "&y ") + super().key(key)

    def text(self, text: str) -> str:
        written = super().text(text)
        if "\\ud" in written:  # one character by two escapes: the slow parser alone reads that
            return json.dumps(text, ensure_ascii=False)
        return written


#: Parts of front matters that are odd together, or already alone. Some keys come more than once.
ODD_PARTS = (
    *(
        "a: 1",
        "a: 2",
        "b: 'y' # c",
        'c: "z"\t# d',
        "d:",
        "e: # c",
        "12: f",
        "'g' : h",
        "p: !!str 1",
    ),
    *(
        "# note",
        "  # note",
        "    # note",
        "",
        "   ",
        "i: x # y",
        "j: ~",
        "k: |+ # c\n  a\n   b\n\n",
    ),
    *(
        "l: >\n  a\n  b\n\n  c\n   \n",
        "m: |-\n    a\n    # b",
        "n: >2\n    a\n  b",
        "o:\n  >-\n  a",
    ),
    *(
        "q: a\n  b\n\n  c",
        "r: 'a\n  b'' \n\n  c'",
        's: "a \\\n  b\\x41\n\n  c"',
        "t:\n  # c\n  'u'",
    ),
    *("? v", "? w\n: x", "? y\n# c\n: z", "&y aa: &x bb", "cc: *x", "<<: {dd: 1, ee: 2}", "<<: *z"),
    *(
        "<<:\n  ff: 1\n  gg: 2",
        "<<: &z\n  ff: 1",
        "z: &z\n  dd: 1 # c\n  hh: 2",
        "z: &z {dd: 1, hh: 2}",
    ),
    *(
        "ii:\n- a\n- b # c\n- a",
        "jj:\n  - a\n  -\n  - # c\n  - b",
        "kk:\n  - - a\n    - b\n  - - c",
    ),
    *(
        "ll:\n  - a: 1 # c\n    b: 2\n\n    c: |+\n      d\n\n    # e\n  - a: 3",
        "mm:\n  - &x a\n  - *x\n  - b",
    ),
    *(
        "nn:\n  -\t'a'\n  - ? b\n    : c\n    ? d\n  -   e: f\n      g: h",
        "oo:\n  pp: 1\n  qq:\n    rr: 2",
    ),
    *(
        "ss: [a, b, c] # d",
        "tt: {a: b, c: d, e: }",
        "uu: {a, b: , c}",
        "vv: [a: b, 'c': , {d: e}, *x]",
    ),
    *(
        "ww: [\n  a, # a\n  b, # b\n  c # c\n]",
        "ww: [\n  a,\n  b,\n]",
        "xx: {a:\n  b c\n  d\n  , e: f\n}",
    ),
    *(
        'yy: {"a":1, ? b : c, &y d: &x e}',
        "zz: [a\n, b\n, c]",
        "ab: [a, # c\n  b, {c: d,},]",
        "ac: {}",
    ),
    *(
        "ad: {a:\n  {b: [c, d],\n  # e\n  f: g}\n  }",
        "ae: [[], {}, ''] ",
        "af: {{ x }}",
        "a: {b: 1}",
    ),
)
ODD = st.lists(st.sampled_from(ODD_PARTS), min_size=1, max_size=6).map("\n".join)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A whole file, with line breaks of any kind."""
    kind = draw(st.sampled_from(("written", "written", "odd", "odd", "ish")))
    if kind == "written":
        front_matter = WideWriter(draw).block(draw(MAPPINGS), "")
    elif kind == "odd":
        front_matter = draw(ODD) + "\n"
    else:
        front_matter = f"a: b\nc: {draw(YAML_ISH)}\n"
    text = article(front_matter, "# no comment\n\nThe end")
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Document]:
    """A text that is read without repairs, and its document."""
    text = draw(texts())
    reading = read(text)
    document = reading.document
    assume(document and all(each.rule != "yaml-syntax" for each in reading.faults))
    assert document
    return text, document


def changes_of(path: DataPath, value: Scalar, name: str) -> list[Change]:
    """One of each kind for what is at a path."""
    return [
        SetValue(path, value),
        RenameKey(path, name),
        Remove(path),
        AddKey((*path, name), value),
        AddKey((*path[:-1], name), value, str(path[-1])) if path else AddKey((name,), value),
    ]


def scalars_of(document: Document) -> list[DataPath]:
    """The paths of what holds nothing else, so that all of it can be changed at once."""
    return [path for path, node in nodes_of(document).items() if node.children is None]


def assert_sound(text: str, document: Document, changes: Sequence[Change]) -> str:
    """Assert that the edits of all changes do what these say and no more; the text after them."""
    editor = YamlEditor(document, text)
    found = [(change, editor.edits_of(change)) for change in changes]
    edits = [edit for _, each in found for edit in each or ()]
    new = apply_edits(text, edits)
    made = [change for change, each in found if each is not None]
    assert proven_text(text, edits, made) == new, (changes, text, new)
    return new


@given(documents(), VALUES, NAMES)
def test_edits_do_what_a_change_says(
    written: tuple[str, Document], value: Scalar, name: str
) -> None:
    text, document = written
    for path in nodes_of(document):
        for change in changes_of(path, value, name):
            assert_sound(text, document, [change])


@given(documents(), st.randoms(use_true_random=False))
def test_keys_are_put_in_any_order(written: tuple[str, Document], random: Random) -> None:
    text, document = written
    for path, node in nodes_of(document).items():
        keys = document.movable_keys(path) if node.children else []
        random.shuffle(keys)
        change = OrderKeys(path, tuple(keys))
        new = assert_sound(text, document, [change])
        if new != text:
            again = read(new).document
            assert again
            assert YamlEditor(again, new).edits_of(change) == ()


@given(documents(), st.lists(VALUES, min_size=1))
def test_all_values_are_set_at_once(written: tuple[str, Document], values: list[Scalar]) -> None:
    text, document = written
    changes = [SetValue(path, value) for path, value in zip(scalars_of(document), cycle(values))]
    new = assert_sound(text, document, changes)
    again = read(new).document
    assert again
    assert assert_sound(new, again, changes) == new


@given(st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3) | st.none())))
def test_text_between_edits_stays(parts: list[tuple[str, str | None]]) -> None:
    edits = []
    offset = 0
    for old, new in parts:
        if new is not None:
            edits.append(Edit(Span(offset, offset + len(old)), new))
        offset += len(old)
    text = "".join(old for old, _ in parts)
    assert apply_edits(text, edits) == "".join(old if new is None else new for old, new in parts)


#: What real values may have to become.
REAL_VALUES = ('It\'s "so": #1', "x, y", "no", "a\nb\n", "2023-05-04T09:30:00Z", 41, True, None)


@pytest.mark.parametrize("folder", ["corpus/news", "corpus/news-crlf", "corpus/kinds", "seed"])
def test_real_articles(folder: str) -> None:
    seen = 0
    for number, file in enumerate(sorted(material(folder).rglob("*.md"))):
        reading = read(file.read_bytes())
        text, document = reading.source.text, reading.document
        if not document:
            continue
        paths = list(nodes_of(document))
        values = REAL_VALUES[number % len(REAL_VALUES) :] + REAL_VALUES
        assert_sound(text, document, [SetValue(path, values[0]) for path in scalars_of(document)])
        for path in paths[number % 9 :: 9]:
            for change in changes_of(path, values[0], "newName"):
                assert_sound(text, document, [change])
                seen += 1
    assert seen


@pytest.mark.parametrize("folder", ["corpus/news", "corpus/news-crlf"])
def test_any_value_of_a_real_article_can_be_set(folder: str) -> None:
    for file in material(folder).iterdir():
        reading = read(file.read_bytes())
        assert reading.document
        editor = YamlEditor(reading.document, reading.source.text)
        for path, node in nodes_of(reading.document).items():
            if node.children is None:
                assert editor.edits_of(SetValue(path, 'a "new" value')), (file, path)
