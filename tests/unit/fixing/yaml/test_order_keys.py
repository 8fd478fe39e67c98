"""Keys put in order: their lines and comments move with them."""

from __future__ import annotations

import pytest

from articlelint.model import DataPath, OrderKeys
from tests.unit.fixing.yaml.helpers import changed

#: The front matter, the path of the mapping, the order of its keys, and what comes of it.
MOVED: dict[str, tuple[str, DataPath, str, str]] = {
    "two lines": ("b: 1\na: 2\n", (), "ab", "a: 2\nb: 1\n"),
    "nothing": ("a: 1\nb: 2\n", (), "ab", "a: 1\nb: 2\n"),
    "nothing within braces": ("m: {a: 1, b: 2}\n", ("m",), "ab", "m: {a: 1, b: 2}\n"),
    "with comments": (
        "b: 1\n# about a\n# and more\na: 2 # two\n",
        (),
        "ab",
        "# about a\n# and more\na: 2 # two\nb: 1\n",
    ),
    "with a comment below what looks like one": (
        "b: 'x # y'\n# about a\na: 2\n",
        (),
        "ab",
        "# about a\na: 2\nb: 'x # y'\n",
    ),
    "with one below a comment that is indented further": (
        "b: 1 # one\n     # and more\n# about a\na: 2\n",
        (),
        "ab",
        "# about a\na: 2\nb: 1 # one\n     # and more\n",
    ),
    "with an ignore comment below a comment": (
        "b: 1 # one\n# articlelint: ignore[x]\na: 2\n",
        (),
        "ab",
        "# articlelint: ignore[x]\na: 2\nb: 1 # one\n",
    ),
    "below comments of keys that stay": (
        "a: 1 # one\n# and more\nb: 2\nd: 3\nc: 4\ne: 5 # five\n# and more\n",
        (),
        "abcde",
        "a: 1 # one\n# and more\nb: 2\nc: 4\nd: 3\ne: 5 # five\n# and more\n",
    ),
    "with a comment of a mapping's end": (
        "m:\n  b: 1\n  a: 2 # x\n# about n\nn: 3\n",
        ("m",),
        "ab",
        "m:\n  a: 2 # x\n  b: 1\n# about n\nn: 3\n",
    ),
    "with comments between empty lines and keys of their own": (
        "c: 1\n\n# about b\nb: 2\n# about a\na: 3\n\n# about d\nd: 4\n",
        (),
        "abcd",
        "# about a\na: 3\n# about b\nb: 2\nc: 1\n\n# about d\nd: 4\n",
    ),
    "with an ignore comment above a group": (
        "b: 1\n\n# articlelint: ignore[x]\na: 2\nc: 3\n",
        (),
        "abc",
        "# articlelint: ignore[x]\na: 2\nb: 1\nc: 3\n",
    ),
    "with all that they hold": (
        "b:\n  - x\n  # - y\na: |\n  text\n\n  more\nc: 'two\n  lines'\n",
        (),
        "cab",
        "c: 'two\n  lines'\na: |\n  text\n\n  more\nb:\n  - x\n  # - y\n",
    ),
    "some of them": (
        "a: 1\nd: 2\nc: 3\nb: 4\ne: 5\n",
        (),
        "abdce",
        "a: 1\nb: 4\nd: 2\nc: 3\ne: 5\n",
    ),
    "empty lines stay above what is not moved": (
        "a: 1\nd: 2\n\nb: 3\nc: 4\n",
        (),
        "abcd",
        "a: 1\n\nb: 3\nc: 4\nd: 2\n",
    ),
    "an empty line above what is moved": (
        "b: 1\n\nc: 2\n\na: 3\nd: 4\n",
        (),
        "abcd",
        "a: 3\nb: 1\n\nc: 2\nd: 4\n",
    ),
    "a note at the top": ("# note\n\nb: 1\na: 2\n", (), "ab", "# note\n\na: 2\nb: 1\n"),
    "an ignore comment at the top": (
        "# articlelint: ignore[key-order]\nb: 1\na: 2\n",
        (),
        "ab",
        "a: 2\n# articlelint: ignore[key-order]\nb: 1\n",
    ),
    "comments about the file": (
        "# $schema: a.json\n# articlelint:ignore-file[x]\n# articlelint: ignore[y]\nb: 1\na: 2\n",
        (),
        "ab",
        "# $schema: a.json\n# articlelint:ignore-file[x]\na: 2\n# articlelint: ignore[y]\nb: 1\n",
    ),
    "a comment of an editor": (
        "# note\n# yaml-language-server: $schema=a.json\nb: 1\na: 2\n",
        (),
        "ab",
        "# note\n# yaml-language-server: $schema=a.json\na: 2\nb: 1\n",
    ),
    "a comment that speaks of a schema": (
        "b: 1\n# the $schema of a\na: 2\n",
        (),
        "ab",
        "# the $schema of a\na: 2\nb: 1\n",
    ),
    "a comment at the end": ("b: 1\na: 2\n# c: 3\n", (), "ab", "a: 2\nb: 1\n# c: 3\n"),
    "a mapping within another one": (
        "m:\n  b: 1\n  a: 2 # x\nn: 3\n",
        ("m",),
        "ab",
        "m:\n  a: 2 # x\n  b: 1\nn: 3\n",
    ),
    "an item of a list": (
        "l:\n  - b: 1\n    c: [3]\n    a: 2 # x\n",
        ("l", 0),
        "abc",
        "l:\n  - a: 2 # x\n    b: 1\n    c: [3]\n",
    ),
    "an item of which the first key stays": (
        "l:\n- a: 1\n  c: 2\n  # about b\n  b: 3\n",
        ("l", 0),
        "abc",
        "l:\n- a: 1\n  # about b\n  b: 3\n  c: 2\n",
    ),
    "within braces": (
        "m: {b: 1, c: [x, y], a: 2} # z\n",
        ("m",),
        "abc",
        "m: {a: 2, b: 1, c: [x, y]} # z\n",
    ),
    "within braces, on lines": (
        "m: {\n  b: 1,\n  a: 2\n}\n",
        ("m",),
        "ab",
        "m: {\n  a: 2,\n  b: 1\n}\n",
    ),
    "aliases of what is elsewhere stay": (
        "x: &x 1\nm: {b: 1, a: 2}\nn: *x\n",
        ("m",),
        "ab",
        "x: &x 1\nm: {a: 2, b: 1}\nn: *x\n",
    ),
    "with question marks": ("? b\n: 1\n? a\n: 2\n", (), "ab", "? a\n: 2\n? b\n: 1\n"),
    "with other line breaks": (
        "b: 1 # x\r\n\r\nc: 3\r\na: 2\r\n",
        (),
        "abc",
        "a: 2\r\nb: 1 # x\r\n\r\nc: 3\r\n",
    ),
}


@pytest.mark.parametrize(("front_matter", "path", "keys", "wanted"), MOVED.values(), ids=MOVED)
def test_moved(front_matter: str, path: DataPath, keys: str, wanted: str) -> None:
    assert changed(front_matter, OrderKeys(path, tuple(keys))) == wanted


LEFT: dict[str, tuple[str, DataPath, str]] = {
    "a comment at the top, which may be about all": ("# note\nb: 1\na: 2\n", (), "ab"),
    "the same below an ignore comment": (
        "# note\n# articlelint: ignore[x]\nb: 1\na: 2\n",
        (),
        "ab",
    ),
    "the same in a mapping": ("m:\n  # note\n  b: 1\n  a: 2\n", ("m",), "ab"),
    "a comment between empty lines": ("b: 1\n\n# group\n\na: 2\n", (), "ab"),
    "a comment below a key": ("b: 1\n# about b?\n\na: 2\n", (), "ab"),
    "a comment that may go on below": ("b: 1 # one\n# and more\na: 2\n", (), "ab"),
    "the same below the last that is moved": (
        "b: 1\na: 2 # two\n# and more\nc: 3\n",
        (),
        "abc",
    ),
    "the same above the first that is moved": (
        "a: 1 # one\n# and more\nc: 2\nb: 3\n",
        (),
        "abc",
    ),
    "the same at the end": ("b: 1\na: 2 # two\n# and more\n", (), "ab"),
    "a comment above a group of keys": (
        "b: 1\n\n# --- Section two ---\na: 2\nc: 3\n",
        (),
        "abc",
    ),
    "a comment that names a schema where it is at the top": (
        "b: 1\n# $schema: ./a.json\na: 2\n",
        (),
        "ab",
    ),
    "the same for editors": (
        "b: 1\n# about a\n# yaml-language-server: $schema=a.json\na: 2\n",
        (),
        "ab",
    ),
    "the same in another comment": ("b: 1\n# note # $schema: a.json\na: 2\n", (), "ab"),
    "the same at the top, in a comment that moves": (
        "# articlelint: ignore[x] # $schema: a.json\nb: 1\na: 2\n",
        (),
        "ab",
    ),
    "a comment with less indentation": ("m:\n  b: 1\n# x\n  a: 2\n", ("m",), "ab"),
    "a comment below a dash": ("l:\n  - b: 1\n    # about a\n    a: 2\n", ("l", 0), "ab"),
    "a comment within braces": ("m: {b: 1, # x\n  a: 2}\n", ("m",), "ab"),
    "an anchor": ("b: &b 1\na: 2\nc: *b\n", (), "abc"),
    "an alias of what is moved behind it": ("b:\n  x: &x 1\na: *x\n", (), "ab"),
    "an alias of what is outside": ("x: &x 1\nm:\n  b: *x\n  a: 2\n", ("m",), "ab"),
    "an alias": ("m: &m {b: 1, a: 2}\nn: *m\n", ("n",), "ab"),
    "what is merged": ("x: &x {c: 1}\nm:\n  <<: *x\n  b: 1\n  a: 2\n", ("m",), "ab"),
    "a key given twice": ("b: 1\na: 2\na: 3\n", (), "ab"),
    "a pair in a list": ("l: [b: 1]\n", ("l", 0), "b"),
    "other keys than there are": ("b: 1\na: 2\n", (), "abc"),
    "a mapping without keys": ("m: {}\n", ("m",), "a"),
    "what is no mapping": ("m: 1\n", ("m",), "a"),
    "what is not there": ("m: 1\n", ("n",), "a"),
    "empty lines that are part of a text": ("b: |+\n  x\n\nc: 1\na: 2\n", (), "acb"),
    "a tag of the whole": ("m: !!map\n  b: 1\n  a: 2\n", ("m",), "ab"),
    "a line that goes on": ("m:\n  ? {b: 1,\n   a: 2} \n  : x\nb: 1\n", ("m",), "ab"),
}


@pytest.mark.parametrize(("front_matter", "path", "keys"), LEFT.values(), ids=LEFT)
def test_what_has_no_sure_way(front_matter: str, path: DataPath, keys: str) -> None:
    assert changed(front_matter, OrderKeys(path, tuple(keys))) is None
