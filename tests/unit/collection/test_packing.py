"""Results as they are kept, and what is refused when it is read back."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import make_config
from articlelint.collection.packing import UnpackError, pack, unpack
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.model import (
    AddKey,
    Change,
    Diagnostic,
    DropByteOrderMark,
    Edit,
    Fix,
    OrderKeys,
    Related,
    Remove,
    RenameKey,
    RepairLine,
    Safety,
    SetValue,
    Severity,
    Span,
    SplitItem,
)
from articlelint.schema.loading.store import bundled, from_mapping
from tests.clock import now
from tests.e2e.articles import BROKEN, ODD, SOUND
from tests.slips import test_slips
from tests.slips.slip import SCHEMA, whole
from tests.support import article, source_of

CHANGES: list[Change] = [
    SetValue(("a", 0), 'text "quoted" \u00e9 \U0001f600 \ud800'),
    SetValue(("a",), value=True),
    SetValue(("a",), 1),
    SetValue(("a",), 1.0, takes_comment=True),
    SetValue(("a",), "2023-05-04", is_date=True),
    SetValue(("a",), -0.0),
    SetValue(("a",), None),
    SetValue(("a",), {"b": 1, "c": None}),
    SetValue(("a",), ["b", 1.5, {"c": False}]),
    RenameKey(("a", "b"), "c"),
    Remove(()),
    AddKey(("a",), 10**30),
    AddKey(("a",), "x", "b", 3),
    SplitItem(("a", 1), ("b", "c")),
    OrderKeys(("a", 1), ("c", "b")),
    DropByteOrderMark(),
    RepairLine(3, "title: x"),
]


def _diagnostic(change: Change | None = None) -> Diagnostic:
    edits = (Edit(Span(2, 4), "x"), Edit(Span(4, 4), ""))
    fix = None if change is None else Fix("write it so", Safety.UNSAFE, edits, change)
    related = (Related(Span(0, 1), "here"), Related(Span(5, 9), "there", "b.md"))
    span = Span(2, 8)
    return Diagnostic(
        "mojibake", Severity.ERROR, "garbled", ("a", 0), span, ("h",), related, fix, Span(1, 9)
    )


def _packed(checked: Checked) -> bytes:
    packed = pack(checked)
    assert packed is not None
    return packed


@pytest.mark.parametrize("change", [None, *CHANGES], ids=str)
def test_each_change_is_kept_as_it_is(change: Change | None) -> None:
    checked = Checked([_diagnostic(change)], is_whole=True)
    again = unpack(_packed(checked))
    assert again == checked
    assert repr(again) == repr(checked)  # 1, 1.0 and True are equal


def _begun(text: str, schema: Any = None) -> Checked:
    checker = Checker(schema or bundled("article"), make_config({}), clock=now)
    return checker.begin(source_of(text), "a.md")


IGNORING = {
    "used": article("title: '' # articlelint: ignore[empty-value] as it is\n"),
    "unused": article("title: x # articlelint: ignore[empty-value, no-such-rule]\n"),
    "used for a group": article("# articlelint: ignore-file[schema]\ntitle: x\n"),
    "never one": article("title: x # articlelint: ignore[yaml-syntax]\n"),
    "malformed": article("title: '' # articlelint: ignore empty-value\n"),
    "foreign": article("title: '' # noqa: E501\nslug: ''\n"),
    "below nothing": article("title: x\n# articlelint: ignore[empty-value]\n"),
}


@pytest.mark.parametrize("text", IGNORING.values(), ids=IGNORING)
def test_ignore_comments_go_on_where_they_were(text: str) -> None:
    settings = {"rules": {"empty-value": {"ignorable": True}, "mojibake": {"ignorable": False}}}
    checker = Checker(from_mapping({"required": ["slug"]}), make_config(settings), clock=now)
    begun = checker.begin(source_of(text), "a.md")
    again = unpack(_packed(begun))._replace(facts=begun.facts)
    later = [
        _diagnostic()._replace(rule=rule, span=span, whole=None)
        for span in (Span(4, 9), Span(11, 13))
        for rule in ("empty-value", "mojibake", "schema/type")
    ]
    for more in ([], later):
        assert checker.finish(again, more) == checker.finish(begun, more)


@pytest.mark.parametrize("text", [BROKEN, ODD, SOUND, "no front matter", "---\ntitle: a: b\n---\n"])
def test_what_a_check_yields_is_kept(text: str) -> None:
    begun = _begun(text)
    packed = pack(begun)
    assert (packed is None) is (begun.diagnostics == [])
    assert unpack(packed)._replace(facts=begun.facts) == begun._replace(holds=None, ignores=None)


def test_what_is_said_of_slips_is_kept() -> None:
    for case in test_slips.cases():
        slip, schema = case.values
        begun = _begun(whole(slip.broken), from_mapping(SCHEMA if schema is None else schema))
        assert unpack(pack(begun)) == begun._replace(holds=None, facts={}), case.id


def test_nothing_is_kept_where_there_is_nothing_to_say() -> None:
    assert pack(Checked([], is_whole=True)) is None
    assert pack(Checked([])) is not None
    assert unpack(_packed(Checked([]))) == Checked([])


def test_what_json_cannot_hold_is_not_kept() -> None:
    with pytest.raises(ValueError, match="digits"):
        pack(Checked([_diagnostic(SetValue(("a",), 10**5000))]))


def _forged(value: Any) -> bytes:
    text = json.dumps(value).encode()
    return crc32(text).to_bytes(4, "big") + text


SOUND_PARTS = ["mojibake", "error", "m", [], [0, 1], [], [], None, None]


def _with(**parts: Any) -> bytes:
    fields = dict(zip(Diagnostic._fields, SOUND_PARTS, strict=True)) | parts
    return _forged([[[*fields.values()]], [], None, True])


def test_the_forged_ones_below_differ_in_one_place() -> None:
    assert unpack(_with()).diagnostics == [
        Diagnostic("mojibake", Severity.ERROR, "m", (), Span(0, 1))
    ]


FORGED = {
    "empty": b"",
    "cut": _with()[:-1],
    "not JSON": crc32(b"{").to_bytes(4, "big") + b"{",
    "not UTF-8": crc32(b'"\xff"').to_bytes(4, "big") + b'"\xff"',
    "nested too deeply": crc32(b"[" * 100_000).to_bytes(4, "big") + b"[" * 100_000,
    "no list": _forged(1),
    "null": _forged(None),
    "too few parts": _forged([[], [], None]),
    "a flag that is none": _forged([[], [], None, 1]),
    "no list of diagnostics": _forged([{}, [], None, True]),
    "comments that are none": _forged([[], [], [1], True]),
    "an unknown rule": _with(rule="no-such-rule"),
    "a rule that is no text": _with(rule=["mojibake"]),
    "an unknown severity": _with(severity="fatal"),
    "a severity that is no text": _with(severity=[]),
    "a message that is no text": _with(message=1),
    "a path of mappings": _with(path=[{}]),
    "a path with a flag": _with(path=[True]),
    "a span of texts": _with(span=["0", "1"]),
    "a span of numbers with a point": _with(span=[0.0, 1.0]),
    "a span that ends before it begins": _with(span=[2, 1]),
    "a span before the text": _with(span=[-1, 1]),
    "a span of one": _with(span=[1]),
    "a span of three": _with(span=[1, 2, 3]),
    "help that is a text": _with(help="ab"),
    "a fix without parts": _with(fix=["title", "safe", []]),
    "a change of no kind": _with(fix=["title", "safe", [], ["Popen", "ls"]]),
    "a change without a kind": _with(fix=["title", "safe", [], []]),
    "a change that is a text": _with(fix=["title", "safe", [], "Remove"]),
    "a change with more": _with(fix=["title", "safe", [], ["Remove", [], 1]]),
    "a value of lists of lists": _with(fix=["title", "safe", [], ["SetValue", [], [[[]]], False]]),
}


@pytest.mark.parametrize("packed", FORGED.values(), ids=FORGED)
def test_what_is_no_result_is_refused(packed: bytes) -> None:
    with pytest.raises(UnpackError):
        unpack(packed)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_JSON)
def test_whatever_json_it_is_it_is_a_result_or_refused(value: Any) -> None:
    for parts in (value, [value, [], None, True], [[value], [], value, False]):
        with suppress(UnpackError):
            assert isinstance(unpack(_forged(parts)), Checked)
