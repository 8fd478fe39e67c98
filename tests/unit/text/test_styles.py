from __future__ import annotations

import click
import pytest

from articlelint.text.styles import styled, unstyled


@pytest.mark.parametrize("color", ["red", "green", "yellow", "cyan"])
def test_a_color(color: str) -> None:
    assert styled("a: b", color) == click.style("a: b", fg=color)


def test_several_styles() -> None:
    assert styled("a", "bold") == click.style("a", bold=True)
    assert styled("a", "dim") == click.style("a", dim=True)
    both = click.style("a", bold=True, underline=True)
    assert styled("a", "bold", "underline") == both == "\x1b[1m\x1b[4ma\x1b[0m"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (styled("a", "red", "bold") + " b", "a b"),
        ("\x1b[38;5;200ma\x1b[?25l\x1b[K", "a"),
        ("[31ma", "[31ma"),
        ("\x1b]0;a", "\x1b]0;a"),
        ("", ""),
    ],
)
def test_without_styles(text: str, plain: str) -> None:
    assert unstyled(text) == plain == click.unstyle(text)
