"""The checker of logs itself: what the documentation of each runner gives as a command."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from tests.runners import commands, ignorable

COMMANDS = [
    # GitHub: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    "::debug::Set the Octocat variable",
    "::notice file=app.js,line=1,col=5,endColumn=7,title=YOUR-TITLE::Missing semicolon",
    "::group::My title",
    "::endgroup::",
    "::add-mask::Mona",
    "::stop-commands::3f1d",
    " \t\u00a0\u3000::error::after all that .NET trims",
    "##[add-mask]Mona",
    "in the middle of a line ##[group]My title",
    # Azure
    "##vso[task.setvariable variable=testvar;]test value",
    "text before ##vso[task.prependpath]c:\\folder",
    "##[section]Start",
    "##VSO[task.complete result=Succeeded;]in capitals",
    # both compare as .NET does
    ":\u200d:add-mask::Mona",
    "\ufeff::add-mask::Mona",
    "#\u00ad#[group]",
    "##v\ufe0fso[task.complete]",
    ":\x01:add-mask::Mona",
    "\x7f\x1f::add-mask::Mona",
    "#\u180b#[group]",
    "#\u0301\u0640#[group]",
]

HARMLESS = [
    "",
    "a.md:7:7: error: std::vector",
    "C::D",
    ": :add-mask::Mona",
    "#[group]",
    "# #[group]",
    "## [group]",
    r"#\x23[group]",
    "##vso task",
    "##\t[group]",
    ":\x0b:add-mask::Mona",
    "#e\u0301#[group]",
    "section_start:1560896352:my_first_section",
    "section_start:soon:a\r\x1b[0K",
    "\x1b[31mred\x1b[0K",
]


@pytest.mark.parametrize("line", COMMANDS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", ""], ids=ascii)
def test_each_command_is_found(line: str, ending: str) -> None:
    assert commands(f"a.md{ending or chr(10)}{line}{ending}") == [line]


def test_every_character_of_each_kind_is_passed_over() -> None:
    """The counts are those of Unicode 13, the oldest that a supported Python knows."""
    kinds = Counter(map(unicodedata.category, ignorable()))
    least = {"Cc": 59, "Cf": 161, "Mn": 1839, "Mc": 443, "Me": 13, "Lm": 2, "Lo": 1, "Po": 2}
    assert kinds.keys() == least.keys()
    assert all(kinds[each] >= count for each, count in least.items())


@pytest.mark.parametrize("line", HARMLESS, ids=ascii)
def test_what_only_looks_like_one_is_not(line: str) -> None:
    assert commands(f"{line}\na\n") == []


@pytest.mark.parametrize(
    "section",
    [
        "section_start:1560896352:my_first_section\r\x1b[0K",
        "section_start:1560896352:my_first_section[collapsed=true]\r\x1b[0K",
        "section_end:1560896353:my_first_section\r\x1b[0K",
    ],
    ids=ascii,
)
def test_what_folds_a_log_is_found(section: str) -> None:
    assert commands(f"\x1b[0K{section}Header\n") == [section]
