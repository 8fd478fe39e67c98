"""Faults of the tool itself, and Python without docstrings."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NoReturn

import pytest

from tests.e2e.articles import BROKEN, write
from tests.e2e.conftest import Run
from tests.runners import commands


class PanicError(BaseException):
    """As native libraries raise it: it is no Exception."""


@pytest.mark.parametrize("kind", [ValueError, RecursionError, MemoryError, PanicError])
def test_a_fault_of_the_tool_is_not_taken_for_one_of_an_article(
    kind: type[BaseException], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> NoReturn:
        raise kind("why\n::add-mask::e")

    monkeypatch.setattr("articlelint.running.checkers.Checkers.__init__", fail)
    write(BROKEN)
    status, out, err = run()
    assert (status, out) == (2, "")
    assert err.startswith("Traceback (most recent call last):\n")
    assert f"{kind.__name__}: why\n\\x3a:add-mask::e\n" in err
    assert err.endswith(
        "\nError: articlelint has failed, which is a fault in it: please report the lines above\n"
    )
    assert commands(err) == []


def test_an_interruption_and_an_exit_are_no_faults(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(*_arguments: object, **_options: object) -> NoReturn:
        raise SystemExit(3)

    monkeypatch.setattr("articlelint.running.checkers.Checkers.__init__", leave)
    assert run() == (3, "", "")


@pytest.mark.parametrize(
    "arguments",
    [
        "--format sarif",
        "explain non-iso-date",
        "explain yaml-syntax",
        "explain schema/enum",
        "explain schema",
        "rules --format json",
        "--help",
        "check --help",
        "explain --help",
        "rules --help",
        "schema --help",
    ],
)
def test_documentation_is_there_without_docstrings(arguments: str) -> None:
    write(BROKEN)
    usual, optimized = (
        subprocess.run(
            [sys.executable, "-m", "articlelint", *arguments.split()],
            env={**os.environ, "PYTHONOPTIMIZE": level},
            capture_output=True,
            check=False,
            timeout=60,
        )
        for level in ("0", "2")
    )
    assert (optimized.returncode, optimized.stdout) == (usual.returncode, usual.stdout)
    assert optimized.stderr == usual.stderr
    assert usual.stdout
