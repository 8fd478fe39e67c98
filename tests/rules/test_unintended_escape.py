"""A backslash in double quotes that was meant as one."""

from __future__ import annotations

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "unintended-escape"


def _said(place: str, letter: str, name: str, more: str = "") -> list[str]:
    return [rf"{place} `\{letter}` in double quotes is {name}{more}: write `\\{letter}`"]


CONTROL = "a control character"


def test_paths() -> None:
    check_rule(
        RULE,
        silent={
            "written twice": 'manual: "C:\\\\new\\\\trains"\n',
            "in single quotes": "manual: 'C:\\new\\trains'\n",
            "without quotes": "manual: C:\\new\\trains\n",
            "a slash": 'manual: "C:/new/trains"\n',
            "lines": 'excerpt: "One line\\nTwo lines"\n',
            "lines after a colon": 'excerpt: "Trains:\\nnight and day"\n',
            "columns": 'table: "name\\tplace"\n',
            "before no letter": 'table: "C:\\n2"\n',
            "a break of a block": "manual: |\n  C:\n  new\n",
            "a folded line with a tab": 'manual: "C:\n\n  new \\"x\\""\n',
            "no break before a digit": 'title: "Platform\\_9"\n',
            "no break between words": 'title: "Dr.\\_Birch"\n',
        },
        reported={
            "a drive": (
                'manual: "C:\\new\\trains"\n',
                _said("2:12-2:14", "n", "a line break", " (and 1 more like this)"),
            ),
            "a drive in a sentence": (
                'manual: "It is in C:\\temp, they say"\n',
                _said("2:21-2:23", "t", "a tab"),
            ),
            "a server": (
                'manual: "\\\\\\\\server\\trains"\n',
                _said("2:20-2:22", "t", "a tab"),
            ),
            "a folder that begins with a capital": (
                'manual: "C:\\New"\n',
                _said("2:12-2:14", "N", CONTROL),
            ),
            "in a list": (
                'files: ["a", "D:\\report"]\n',
                _said("2:17-2:19", "r", CONTROL),
            ),
        },
        changes={
            "a drive": "C:\\new\\trains",
            "a drive in a sentence": "It is in C:\\temp, they say",
            "a server": "\\\\server\\trains",
            "a folder that begins with a capital": "C:\\New",
            "in a list": "D:\\report",
        },
    )


def test_commands_of_formulas() -> None:
    check_rule(
        RULE,
        silent={
            "a line that only begins like one": 'excerpt: "a\\nuntil b"\n',
            "in capitals": 'excerpt: "a\\nU b"\n',
        },
        reported={
            "letters of Greek": (
                'title: "\\beta, \\theta and \\nu"\n',
                _said("2:9-2:11", "b", CONTROL, " (and 2 more like this)"),
            ),
            "with braces": (
                'title: "A \\frac{1}{2} share"\n',
                _said("2:11-2:13", "f", CONTROL),
            ),
            "in a title": (
                'title: "\\textbf{Trains}"\n',
                _said("2:9-2:11", "t", "a tab"),
            ),
        },
        changes={
            "letters of Greek": "\\beta, \\theta and \\nu",
            "with braces": "A \\frac{1}{2} share",
            "in a title": "\\textbf{Trains}",
        },
    )


def _help_of(value: str) -> tuple[str, ...]:
    found = lint_text(article(f"manual: {value}\n"), schema={})
    return next(each.help for each in found if each.rule == RULE)


def test_what_to_write() -> None:
    assert _help_of('"C:\\new\'s"') == ("write `'C:\\new''s'`",)
    general = ("write every backslash twice, or put the text in single quotes",)
    assert _help_of('"C:\\new' + "s" * 60 + '"') == general
    assert _help_of('"C:\\new a\\nb"') == general
