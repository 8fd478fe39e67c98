"""JSON for strict readers and for logs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.strict_json import distinct, strict_json
from tests.runners import commands

PIECES = [
    "##[",
    "##vso[",
    "##VSO[",
    "#",
    "[",
    "\\",
    "\\udcff",
    "\udcff",
    "a/",
    "./",
    "é",
    "\U0001f600",
]


@pytest.mark.parametrize("indent", [None, 2])
@given(st.lists(st.text() | st.lists(st.sampled_from(PIECES)).map("".join)))
def test_sound_text_comes_back_and_no_command_is_in_it(
    indent: int | None, texts: list[str]
) -> None:
    written = strict_json({"texts": texts}, indent)
    expected = [each.encode(errors="backslashreplace").decode() for each in texts]
    assert json.loads(written) == {"texts": expected}
    assert written.isascii()
    assert commands(written) == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a ##[b", r'"a #\u0023[b"'),
        ("a ## [b", '"a ## [b"'),
        ("\U0001f600", r'"\ud83d\ude00"'),
        (("\udcff", 1, None), r'["\\udcff", 1, null]'),
    ],
)
def test_what_is_written(value: Any, written: str) -> None:
    assert strict_json(value) == written


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("news/a.md", "news/a.md"),
        (r"news\a.md", r"news\a.md"),
        ("./a\udcff.md", "a\udcff.md"),
        (r"a\udcff.md", r"./a\udcff.md"),
        (r"/b/a\udcff.md", r"/./b/a\udcff.md"),
    ],
)
def test_a_path_is_changed_only_if_it_could_be_taken_for_another(path: str, shown: str) -> None:
    assert distinct(path) == shown


@pytest.mark.parametrize("prefix", ["", "./", "/b/"])
def test_names_stay_different(prefix: str) -> None:
    names = ["a\udcff.md", "a\udcfe.md", r"a\udcff.md", r"a\udcfe.md", r"a\xff.md"]
    assert len({strict_json(distinct(prefix + name)) for name in names}) == len(names)
