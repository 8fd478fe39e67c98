"""Text of unknown origin as it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.text.printable import (
    printable,
    printable_line,
    printable_name,
    printable_path,
    without_commands,
)
from tests.runners import commands, ignorable

#: Texts of what commands are made of, and of what runners pass over.
HOSTILE = st.lists(
    st.sampled_from(
        [*":#[]vsoV \t\r\n\x1b", "::", "##[", "\u200d", "\ufe0f", "\xad", "\xa0", "add-mask"]
    )
    | st.characters()
).map("".join)

COMMANDS = [
    "::add-mask::e",
    "  ::add-mask::e",
    "\xa0\t::stop-commands::e",
    ":\u200d:add-mask::e",
    "\ufe0f::add-mask::e",
    "a ##[stop-commands]e",
    "a ##VSO[task.setvariable]e",
    "a ###[b",
    "#\xad#\ufe0f[b",
    ":\u180b:add-mask::e",
    "\x1c\u0640:\u0301:add-mask::e",
    "a #\x01#[b",
    "a ##\u180fv\U000e0041s\u0489o\x7f[b",
    "a\r::add-mask::e",
    "a\n::add-mask::e",
]
PLAIN = [
    "",
    "a::b",
    ": :a",
    "## [a](b)",
    "#[a]",
    "##vs[",
    "C::D ## x",
    "##\n[",
    "渡し船 #️⃣ [a]",
    "#渡し船#[a]",
    "#\u3000#[a]",
    "e\u0301::a",
    "می\u064eخ ## [a]",
    "ö",
]


@pytest.mark.parametrize("text", COMMANDS)
def test_the_checker_knows_commands(text: str) -> None:
    assert len(commands(text)) == 1


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_command_is_shown_as_it_is(text: str) -> None:
    assert commands(text) == []
    shown = text.replace("\n", r"\n")
    assert printable(text) == printable_line(text) == printable_path(text) == shown
    assert printable_name(text) == shown
    assert without_commands(text) == text


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_not_shown_as_one(text: str) -> None:
    assert commands(printable_line(text)) == commands(printable_path(text)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::add-mask::e", r"\x3a:add-mask::e"),
        ("a ##[b]", r"a #\x23[b]"),
        ("a ##vso[b]", r"a #\x23vso[b]"),
        ("###[b", r"##\x23[b"),
    ],
)
def test_one_character_of_a_command_is_escaped(text: str, shown: str) -> None:
    assert printable_line(text) == without_commands(text) == shown


@pytest.mark.parametrize("options", ["", "[collapsed=true]"])
def test_what_folds_a_log_is_escaped(options: str) -> None:
    fold = f"section_start:1560896352:a{options}\r\x1b[0Kb"
    assert without_commands(fold) == fold.replace(":", r"\x3a", 1)
    assert commands(without_commands(f"+\x1b[0K{fold} {fold}")) == []
    assert without_commands(fold.replace("\r", " ")) == fold.replace("\r", " ")


def test_no_character_that_runners_pass_over_hides_a_command() -> None:
    for each in ignorable():
        for start in (f":{each}:add-mask::e", f"{each} {each}::e"):
            assert commands(start) == [start]
            for shown in (printable_line(start), printable_path(start), without_commands(start)):
                assert commands(shown) == []
        for within in (f"a #{each}#[b", f"a ##{each}[b", f"a ##v{each}s{each}o{each}[b"):
            assert commands(within) == [within]
            assert commands(printable(within)) == commands(printable_name(within)) == []
            assert without_commands(within) == within[::-1].replace("#", r"\x23"[::-1], 1)[::-1]


def test_a_path_stays_a_path() -> None:
    assert printable_path("::add-mask::e.md") == "./::add-mask::e.md"
    assert printable_path("  ::e.md") == "./  ::e.md"


def test_a_name_keeps_its_joiners() -> None:
    assert printable_name("می\u200cخواهم\n.md") == "می\u200cخواهم\\n.md"
    assert printable("می\u200cخواهم") == r"می\u200cخواهم"


@given(HOSTILE)
def test_no_text_becomes_a_command(text: str) -> None:
    for shown in (printable_line(text), printable_path(text), f"error {printable(text)}"):
        assert commands(shown) == []
        assert len(shown.splitlines()) <= 1
    for line in text.split("\n"):
        assert commands(without_commands(line)) == []
        assert bool(commands(line)) or without_commands(line) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("渡し船 🚢 e\u0301", "渡し船 🚢 e\u0301", id="visible"),
        pytest.param("a\u00a0b", "a\u00a0b", id="another space"),
        pytest.param("a\nb\tc", "a\\nb\\tc", id="line break and tab"),
        pytest.param("\x1b[31m", "\\x1b[31m", id="control sequence"),
        pytest.param("a\u200b\u202eb", "a\\u200b\\u202eb", id="invisible"),
        pytest.param("a\u2028b\u2029", "a\\u2028b\\u2029", id="line breaks of Unicode"),
        pytest.param("\udcff.md", "\\udcff.md", id="byte that is not UTF-8"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown
