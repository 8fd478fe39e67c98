"""Backslashes in double quotes that YAML reads as escapes."""

from __future__ import annotations

from tests.slips.slip import Slip


def _told(place: str, letter: str, name: str, more: str = "") -> list[str]:
    escape = rf"`\{letter}` in double quotes is {name}{more}: write `\\{letter}`"
    return [f"{place} unintended-escape /title: {escape}"]


SLIPS = {
    "a path": Slip(
        'title: "C:\\new\\trains"\n',
        _told("2:11-2:13", "n", "a line break", " (and 1 more like this)"),
        {"title": "C:\\new\\trains"},
    ),
    "a path in a sentence": Slip(
        'title: "Save it in D:\\trains, not in C:"\n',
        _told("2:22-2:24", "t", "a tab"),
        {"title": "Save it in D:\\trains, not in C:"},
    ),
    "a formula": Slip(
        'title: "Why \\beta is not \\theta"\n',
        _told("2:13-2:15", "b", "a control character", " (and 1 more like this)"),
        {"title": "Why \\beta is not \\theta"},
    ),
    "a long one": Slip(
        'title: "The command \\newline is one of those that nobody ever uses in a title"\n',
        _told("2:21-2:23", "n", "a line break"),
        {
            "title": "The command \\newline is one of those that nobody ever uses in a title",
        },
    ),
}
