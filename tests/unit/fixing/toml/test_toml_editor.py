"""Changes carried out in TOML: what is written, and where there is no sure way."""

from __future__ import annotations

import pytest

from articlelint.fixing.editors import editor_for
from articlelint.fixing.proof import apply_edits, proven_text
from articlelint.model import AddKey, Change, OrderKeys, Remove, RenameKey, SetValue, SplitItem
from tests.changes import document_of


def carried_out(front_matter: str, change: Change) -> str | None:
    """The front matter after a change, which is proved to do what it should; None without edits."""
    text = f"+++\n{front_matter}+++\nbody\n"
    editor = editor_for(document_of(text), text)
    assert editor
    edits = editor.edits_of(change)
    if edits is None:
        return None
    new = apply_edits(text, edits)
    if edits:
        assert proven_text(text, edits, [change]) == new
    return new.removeprefix("+++\n").removesuffix("+++\nbody\n")


DONE: dict[str, tuple[str, Change, str]] = {
    "a key before the first": ("b = 1\n", AddKey(("a",), 2, "b"), "a = 2\nb = 1\n"),
    "a key between two": (
        "a = [\n  1\n] # x\n\n# about c\nc = 3\n[t]\nd = 4\n",
        AddKey(("b",), 2, "c"),
        "a = [\n  1\n] # x\nb = 2\n\n# about c\nc = 3\n[t]\nd = 4\n",
    ),
    "a key before one of a table": (
        "[t]\n  b = 1\n",
        AddKey(("t", "a"), 2, "b"),
        "[t]\n  a = 2\n  b = 1\n",
    ),
    "a key before the first in braces": (
        "t = {b = 1}\n",
        AddKey(("t", "a"), 2, "b"),
        "t = {a = 2, b = 1}\n",
    ),
    "a key between two in braces": (
        "t = {a = 1, c = 3}\n",
        AddKey(("t", "b"), 2, "c"),
        "t = {a = 1, b = 2, c = 3}\n",
    ),
    "keys put in order": (
        "# note\n\nb = 1 # x\n\n# about a\n  a = [\n  2, # y\n]\n\nc = 3\n[t]\nd = 4\n",
        OrderKeys((), ("a", "b", "c")),
        "# note\n\n# about a\n  a = [\n  2, # y\n]\nb = 1 # x\n\nc = 3\n[t]\nd = 4\n",
    ),
    "keys of a table put in order": (
        "[t]\nb = 1\na = 2\n[t.c]\n",
        OrderKeys(("t",), ("a", "b")),
        "[t]\na = 2\nb = 1\n[t.c]\n",
    ),
    "keys of an item put in order": (
        "[[l]]\nb = 1\na = 2\n",
        OrderKeys(("l", 0), ("a", "b")),
        "[[l]]\na = 2\nb = 1\n",
    ),
    "keys in braces put in order": (
        "t = {b = 1, c = {}, a = 2} # x\n",
        OrderKeys(("t",), ("a", "b", "c")),
        "t = {a = 2, b = 1, c = {}} # x\n",
    ),
    "keys that are in order": ("a = 1\nb = 2\n", OrderKeys((), ("a", "b")), "a = 1\nb = 2\n"),
    "a text in double quotes": (
        'a = "x" # c\n',
        SetValue(("a",), 'y "z"'),
        'a = "y \\"z\\"" # c\n',
    ),
    "a part of a text": (
        'a = "\\u00e9  x"\n',
        SetValue(("a",), "é x"),
        'a = "\\u00e9 x"\n',
    ),
    "something put into a text": ('a = "xz"\n', SetValue(("a",), "xyz"), 'a = "xyz"\n'),
    "something put before a text": ('a = "z"\n', SetValue(("a",), "yz"), 'a = "yz"\n'),
    "an empty text": ('a = ""\n', SetValue(("a",), "x"), 'a = "x"\n'),
    "a text in single quotes": ("a = 'x'\n", SetValue(("a",), "y\\z"), "a = 'y\\z'\n"),
    "a text that single quotes cannot hold": (
        "a = 'x'\n",
        SetValue(("a",), "it's"),
        'a = "it\'s"\n',
    ),
    "a text of several lines": (
        'a = """\nx  y\nz"""\n',
        SetValue(("a",), "x y\nz"),
        'a = """\nx y\nz"""\n',
    ),
    "control characters": ("a = 1\n", SetValue(("a",), "x\n\x07"), 'a = "x\\n\\u0007"\n'),
    "a date": (
        "a = 2023-05-04 09:30:00+00:00\n",
        SetValue(("a",), "2023-05-04T09:30:00Z"),
        "a = 2023-05-04T09:30:00Z\n",
    ),
    "a date in quotes": (
        'a = "2023-05-04 09:30:00Z"\n',
        SetValue(("a",), "2023-05-04T09:30:00Z"),
        'a = "2023-05-04T09:30:00Z"\n',
    ),
    "a date that becomes text": ("a = 2023-05-04\n", SetValue(("a",), "May"), 'a = "May"\n'),
    "a date that becomes one that is not real": (
        "a = 2023-05-04\n",
        SetValue(("a",), "2023-02-30"),
        'a = "2023-02-30"\n',
    ),
    "a flag": ('a = "yes"\n', SetValue(("a",), value=True), "a = true\n"),
    "numbers": ('a = ["1", "x"]\n', SetValue(("a", 0), 1.5), 'a = [1.5, "x"]\n'),
    "a list instead of a text": (
        'a = "x"\n',
        SetValue(("a",), ["x", {"y z": 1}]),
        'a = ["x", { "y z" = 1 }]\n',
    ),
    "a text instead of a list": ('a = ["x"]\n', SetValue(("a",), "x"), 'a = "x"\n'),
    "the same value": ("a = 0x10\n", SetValue(("a",), 16), "a = 0x10\n"),
    "a value of a dotted key": ("a.b = 1\n", SetValue(("a", "b"), 2), "a.b = 2\n"),
    "a key": ("a = 1\n", RenameKey(("a",), "b"), "b = 1\n"),
    "a key that needs quotes": ("a = 1\n", RenameKey(("a",), "b c"), '"b c" = 1\n'),
    "the same key": ("'a' = 1\n", RenameKey(("a",), "a"), "'a' = 1\n"),
    "a table": ("[a]\nb = 1\n", RenameKey(("a",), "c"), "[c]\nb = 1\n"),
    "the last name of a dotted key": ("a.b = 1\n", RenameKey(("a", "b"), "c"), "a.c = 1\n"),
    "a line": ("a = 1\nb = 2 # c\nd = 3\n", Remove(("b",)), "a = 1\nd = 3\n"),
    "several lines": ("a = 1\nb = [\n  2, # c\n]\n", Remove(("b",)), "a = 1\n"),
    "an item": ("a = [1, 2, 3]\n", Remove(("a", 1)), "a = [1, 3]\n"),
    "the last item": ("a = [1, 2, 3]\n", Remove(("a", 2)), "a = [1, 2]\n"),
    "an item with its line": (
        "a = [\n  1,\n  2, # c\n  3\n]\n",
        Remove(("a", 1)),
        "a = [\n  1,\n  3\n]\n",
    ),
    "the last item with its line": ("a = [\n  1,\n  2\n]\n", Remove(("a", 1)), "a = [\n  1,\n]\n"),
    "a key in braces": ("a = {b = 1, c = 2}\n", Remove(("a", "b")), "a = {c = 2}\n"),
    "the only key of a table": ("a = 1\n[b]\nc = 1\n", Remove(("b", "c")), "a = 1\n[b]\n"),
    "a whole table": ("a = 1\n[b]\nc = 1\n[d]\n", Remove(("b",)), "a = 1\n[d]\n"),
    "one table of a list": (
        "[[a]]\nb = 1\n[[a]]\nb = 2\n[c]\n",
        Remove(("a", 1)),
        "[[a]]\nb = 1\n[c]\n",
    ),
    "a new key": ("a = 1\n", AddKey(("b",), "x"), 'a = 1\nb = "x"\n'),
    "a new key above the tables": (
        "  a = [\n1]\n\n[b]\nc = 1\n",
        AddKey(("d",), value=True),
        "  a = [\n1]\n  d = true\n\n[b]\nc = 1\n",
    ),
    "a new key above all": ("# c\n[b]\nc = 1\n", AddKey(("d",), 1), "# c\nd = 1\n[b]\nc = 1\n"),
    "a new key of a table": (
        "[a]\nb = 1 # c\n[a.d]\n",
        AddKey(("a", "e f"), 2),
        '[a]\nb = 1 # c\n"e f" = 2\n[a.d]\n',
    ),
    "a new key of an empty table": (
        "[a] # b\n[c]\n",
        AddKey(("a", "d"), 1),
        "[a] # b\nd = 1\n[c]\n",
    ),
    "a new key of a table in a list": (
        "[[a]]\nb = 1\n[[a]]\n[c]\n",
        AddKey(("a", 1, "b"), 2),
        "[[a]]\nb = 1\n[[a]]\nb = 2\n[c]\n",
    ),
    "a new key in braces": ("a = {b = 1}\n", AddKey(("a", "c"), 2), "a = {b = 1, c = 2}\n"),
    "a new key in empty braces": ("a = {}\n", AddKey(("a", "c"), 2), "a = {c = 2}\n"),
}


@pytest.mark.parametrize(("front_matter", "change", "expected"), DONE.values(), ids=DONE)
def test_what_is_done(front_matter: str, change: Change, expected: str) -> None:
    assert carried_out(front_matter, change) == expected


@pytest.mark.parametrize(("front_matter", "change", "expected"), DONE.values(), ids=DONE)
def test_the_same_with_the_line_breaks_of_windows(
    front_matter: str, change: Change, expected: str
) -> None:
    text = f"+++\n{front_matter}+++\nbody\n".replace("\n", "\r\n")
    editor = editor_for(document_of(text), text)
    assert editor
    edits = editor.edits_of(change)
    assert edits is not None
    assert apply_edits(text, edits) == f"+++\n{expected}+++\nbody\n".replace("\n", "\r\n")


LEFT: dict[str, tuple[str, Change]] = {
    "what TOML does not have": ("a = 1\n", SetValue(("a",), None)),
    "what a list cannot hold": ("a = 1\n", SetValue(("a",), [None])),
    "what braces cannot hold": ("a = 1\n", SetValue(("a",), {"b": None})),
    "a number that nobody reads": ("a = 1\n", SetValue(("a",), 10**1000)),
    "all of it": ("a = 1\n", SetValue((), "x")),
    "a value that is not there": ("a = 1\n", SetValue(("b",), "x")),
    "an item that is not there": ("a = [1]\n", SetValue(("a", 1), "x")),
    "something below a value": ("a = 1\n", SetValue(("a", "b"), "x")),
    "a table": ("[a]\nb = 1\n", SetValue(("a",), "x")),
    "a list of tables": ("[[a]]\nb = 1\n", SetValue(("a",), "x")),
    "a table made by dots": ("a.b = 1\n", SetValue(("a",), "x")),
    "a list of several lines": ("a = [\n1, # b\n]\n", SetValue(("a",), "x")),
    "a name that is taken": ("a = 1\nb = 2\n", RenameKey(("a",), "b")),
    "a key that is not there": ("a = 1\n", RenameKey(("b",), "c")),
    "an item has no name": ("a = [1]\n", RenameKey(("a", 0), "c")),
    "a name in several headers": ("[a.b]\n[a.c]\n", RenameKey(("a",), "d")),
    "a name in several dotted keys": ("a.b = 1\na.c = 2\n", RenameKey(("a",), "d")),
    "the only key": ("a = 1\n", Remove(("a",))),
    "the only item": ("a = [1]\n", Remove(("a", 0))),
    "the only item with its line": ("a = [\n1,\n]\n", Remove(("a", 0))),
    "a key below a comment": ("a = 1\n# about b\nb = 2\n", Remove(("b",))),
    "a key below a comment, with other line breaks": (
        "a = 1\r\n# about b\r\nb = 2\r\n",
        Remove(("b",)),
    ),
    "an item below a comment": ("a = [\n  # about 1\n  1,\n  2\n]\n", Remove(("a", 0))),
    "a part of a dotted key": ("a.b = 1\nc = 2\n", Remove(("a", "b"))),
    "a table of which parts are elsewhere": ("[a.b]\n[c]\n[a.d]\n", Remove(("a",))),
    "a comment between items": ("a = [1, # b\n2, 3]\n", Remove(("a", 0))),
    "a comment before the last item": ("a = [1, # b\n2]\n", Remove(("a", 1))),
    "nothing to remove": ("a = 1\n", Remove(("b",))),
    "a key that is there already": ("a = 1\n", AddKey(("a",), 2)),
    "a key of what is no table": ("a = 1\n", AddKey(("a", "b"), 2)),
    "a key without a value": ("a = 1\n", AddKey(("b",), None)),
    "a key of a table without a header": ("[a.b]\n", AddKey(("a", "c"), 1)),
    "a key of a table made by dots": ("a.b = 1\n", AddKey(("a", "c"), 1)),
    "a key below one with dots": ("a.b = 1\n[a.c]\n", AddKey(("d",), 1)),
    "a key before one below a comment": ("# note\nb = 1\n", AddKey(("a",), 2, "b")),
    "a key before a table": ("b = 1\n[t]\n", AddKey(("a",), 2, "t")),
    "a key before a table alone": ("[t]\nb = 1\n", AddKey(("a",), 2, "t")),
    "a comment at the top": ("# note\nb = 1\na = 2\n", OrderKeys((), ("a", "b"))),
    "a comment that may go on below": (
        "b = 1 # one\n      # and more\na = 2\n",
        OrderKeys((), ("a", "b")),
    ),
    "a comment above a group of keys": (
        "b = 1\n\n# two\na = 2\nc = 3\n",
        OrderKeys((), ("a", "b", "c")),
    ),
    "a comment that names a schema where it is at the top": (
        "b = 1\n# $schema: ./a.json\na = 2\n",
        OrderKeys((), ("a", "b")),
    ),
    "a comment below a header": ("[t]\n# note\nb = 1\na = 2\n", OrderKeys(("t",), ("a", "b"))),
    "a dotted key between": ("b = 1\nx.y = 2\na = 3\n", OrderKeys((), ("a", "b"))),
    "keys of a table made by dots": ("t.b = 1\nt.a = 2\n", OrderKeys(("t",), ("a", "b"))),
    "a key that is a table": ("a = 1\n[b]\n", OrderKeys((), ("b", "a"))),
    "keys of a list": ("a = [1, 2]\n", OrderKeys(("a",), ("a", "b"))),
    "keys of what is not there": ("a = 1\n", OrderKeys(("b",), ("a", "b"))),
    "what is a question of YAML": ("a = ['b']\n", SplitItem(("a", 0), ("c", "d"))),
}


@pytest.mark.parametrize(("front_matter", "change"), LEFT.values(), ids=LEFT)
def test_what_has_no_sure_way(front_matter: str, change: Change) -> None:
    assert carried_out(front_matter, change) is None


def test_a_text_is_not_read_again_too_often() -> None:
    text = "+++\n" + "".join(f"[a{number}]\n" for number in range(30)) + "+++\n"
    editor = editor_for(document_of(text), text)
    assert editor
    found = [editor.edits_of(RenameKey((f"a{number}",), "b")) for number in range(30)]
    assert [bool(each) for each in found] == [True] * 20 + [False] * 10
