"""How the full format cuts a source line to the width of a terminal and marks a place in it."""

from __future__ import annotations

import os
from collections.abc import Callable

import click
import pytest

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.reporters import full
from tests.unit.reporters.runs import BOTH, FIXABLE, HOSTILE, printed

DIGITS = "0123456789" * 10


def excerpt(line: str, start: int, end: int) -> list[str]:
    """The lines that are shown of one source line, without the gutter, colors and help."""
    diagnostic = Diagnostic("a-rule", Severity.ERROR, "is wrong", (), Span(start, end))
    report = FileReport("a.md", SourceFile.from_text(line), [diagnostic])
    shown = click.unstyle("".join(full.render([report]))).split("\n")[1:-2]
    assert [each[:8] for each in shown] == ["    1 | ", "      | "]
    return [each[8:] for each in shown]


def terminal(columns: int) -> Callable[[], os.terminal_size]:
    return lambda: os.terminal_size((columns, 24))


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        pytest.param(60, 60, id="as wide as the terminal"),
        pytest.param(7, 40, id="a terminal narrower than is any use"),
        pytest.param(0, 100, id="a terminal that does not know, as under pre-commit"),
    ],
)
def test_a_long_line_is_cut_to_the_terminal(
    columns: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.get_terminal_size", terminal(columns))
    line, carets = excerpt(DIGITS * 3, 150, 152)
    assert 8 + len(line) == expected
    assert line[carets.index("^") : carets.rindex("^") + 1] == "01"
    assert (line[0], line[-1]) == ("…", "…")


@pytest.mark.parametrize(
    ("line", "place", "shown", "carets"),
    [
        pytest.param("x" * 30, (0, 2), "x" * 30, "^^", id="fits"),
        pytest.param(DIGITS, (0, 2), DIGITS[:31] + "…", "^^", id="cut after the place"),
        pytest.param(DIGITS, (0, 40), DIGITS[:31] + "…", "^" * 32, id="cut within the place"),
        pytest.param(DIGITS, (98, 100), "…" + DIGITS[-31:], " " * 30 + "^^", id="cut before it"),
        pytest.param(DIGITS, (50, 52), "…" + DIGITS[41:71] + "…", " " * 10 + "^^", id="cut twice"),
        pytest.param("x:", (2, 2), "x:", "  ^", id="after the end of the line"),
        pytest.param("x: ]", (3, 3), "x: ]", "   ^", id="no length"),
        pytest.param("a\tb\tc", (4, 5), "a b c", "    ^", id="tab"),
        pytest.param("渡し船: x", (5, 6), "渡し船: x", " " * 8 + "^", id="wide characters"),
        pytest.param("x" + "渡" * 40, (0, 1), "x" + "渡" * 15 + "…", "^", id="wide ones cut"),
        pytest.param("e\u0301" * 30, (58, 60), "e\u0301" * 30, " " * 29 + "^", id="marks"),
        pytest.param(
            "e" + "\u0301" * 200 + "x" + "\u0301" * 200,
            (201, 202),
            "…" + "\u0301" * 160 + "x" + "\u0301" * 159 + "…",
            " ^",
            id="more marks than anybody can see",
        ),
        pytest.param("\u1112\u1161\u11abx", (3, 4), "\u1112\u1161\u11abx", "  ^", id="Hangul"),
        pytest.param("\x1b" * 20, (0, 2), "<U+001B>" * 3 + "…", "^" * 16, id="control characters"),
        pytest.param("a\u200bb", (1, 2), "a<U+200B>b", " ^^^^^^^^", id="an invisible character"),
        pytest.param("a\u200bbc", (3, 4), "a<U+200B>bc", " " * 10 + "^", id="one before the place"),
        pytest.param("a\u00a0b", (1, 2), "a<U+00A0>b", " ^^^^^^^^", id="a space of another kind"),
        pytest.param("a\u00a0b", (2, 3), "a\u00a0b", "  ^", id="such a space before the place"),
        pytest.param("a\ufe0f", (1, 2), "a<U+FE0F>", " ^^^^^^^^", id="a variation selector"),
        pytest.param("##[a]", (0, 5), "#\\x23[a]", "^^^^^^^^", id="a command of a runner"),
    ],
)
def test_the_carets_are_under_the_place(
    line: str, place: tuple[int, int], shown: str, carets: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.get_terminal_size", terminal(40))
    assert excerpt(line, *place) == [shown, carets]


def test_there_is_no_excerpt_without_the_text() -> None:
    assert printed("full", [BOTH.without_text()]) == (
        'news/both.md:2:1: error "type" is wrong [schema/enum]\n\n'
        'news/both.md:3:3: warning "b" is empty [empty-value]\n\n'
    )


def test_a_fix_follows_the_help() -> None:
    help_ = FIXABLE.diagnostics[0]._replace(help=("write it without them",))
    output = printed("full", [FIXABLE._replace(diagnostics=[help_])])
    assert output.endswith("  help: write it without them\n  fix: remove the spaces (safe)\n\n")


@pytest.mark.parametrize(
    ("help_", "title", "shown"),
    [
        ("put it in quotes: `a: 'b'`", "write `a: 'b'`", "as the help says"),
        ("write `a: bcd`", "write `a: b…`", "as the help says"),
        ("write `a: c`", "write `a: b`", "write `a: b`"),
        ("indent it", "write `a: b`", "write `a: b`"),
        ("remove it", "remove the line", "remove the line"),
    ],
)
def test_a_fix_does_not_repeat_the_help(help_: str, title: str, shown: str) -> None:
    diagnostic = FIXABLE.diagnostics[0]
    assert diagnostic.fix
    diagnostic = diagnostic._replace(help=(help_,), fix=diagnostic.fix._replace(title=title))
    output = printed("full", [FIXABLE._replace(diagnostics=[diagnostic])])
    assert output.endswith(f"  help: {help_}\n  fix: {shown} (safe)\n\n")


def test_an_unsafe_fix_is_marked() -> None:
    assert output_lines_of_fixes()
    assert all(line.endswith(" (unsafe)") for line in output_lines_of_fixes())


def output_lines_of_fixes() -> list[str]:
    return [line for line in printed("full", HOSTILE).split("\n") if line.startswith("  fix: ")]
