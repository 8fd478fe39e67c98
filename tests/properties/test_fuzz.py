"""No contribution stops a run, makes it fail, spoils its output or commands the runner."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bounded import unmeasured
from tests.properties import fuzz, hostile_input
from tests.properties.hostile_input import Case, case

#: A sample: `python -m tests.properties.fuzz FIRST COUNT` tries others.
COUNT = 200
#: Many times what they take together on a busy machine: a case that takes long ends itself.
MOST_SECONDS = 120


@pytest.mark.posix
def test_no_case_does_harm() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.properties.fuzz", "0", str(COUNT)],
        env=unmeasured(),
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    lines = done.stdout.splitlines()
    seeds = [line for line in lines if line.isdigit()]
    faults = [line for line in lines if not line.isdigit()]
    assert faults == []
    assert (len(seeds), done.returncode) == (COUNT, 0), f"at {seeds[-1:]}: {done.stderr}"


@pytest.mark.posix
@pytest.mark.parametrize(
    "arguments", [["infer"], ["infer", "--format", "json"], ["init", "--yes"]], ids=" ".join
)
def test_nor_do_other_commands(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    for seed in range(40):
        tried = case(seed)._replace(
            arguments=arguments, is_reported=False, is_article_printed=False
        )
        assert list(fuzz.faults(tried)) == [], seed


def test_a_seed_always_makes_the_same_case() -> None:
    assert case(7) == case(7)
    assert case(7) != case(8)


def test_cases_differ_in_all_that_a_stranger_may_write() -> None:
    cases = [case(seed) for seed in range(COUNT)]
    names = {name for each in cases for name in each.files}
    assert {b".articlelint.yaml", b"baseline.json", b".gitignore", b"::add-mask::e.md"} <= names
    assert len({each.format for each in cases}) > 10
    assert any(each.is_article_printed for each in cases)
    links = {link for each in cases for link, _ in each.links}
    assert {b"a.md", b"d", b"new.json", b".articlelint.yaml"} <= links
    configs = b"".join(each.files.get(b".articlelint.yaml", b"") for each in cases)
    for key in (b'"inline"', b'"schema-folders"', b'"ignorable"'):
        assert key in configs
    assert {"--fix", "--diff", "--statistics"} <= {
        word for each in cases for word in each.arguments
    }


def _writing(out: str = "", err: str = "", status: int = 1) -> Callable[..., Any]:
    def main(*_: Any, **__: Any) -> None:
        sys.stdout.write(out)
        sys.stderr.write(err)
        raise SystemExit(status)

    return main


def _writing_outside(*_: Any, **__: Any) -> None:
    Path("../outside/secret.md").write_text("new")
    raise SystemExit(2)


SOUND = "a.md:1:1: error missing [schema/required]\n"
REPORT = Case({}, [], b"", "concise")
HARMFUL = {
    "another status": (REPORT, _writing(SOUND, status=3), "ended with 3"),
    "a traceback": (REPORT, _writing(SOUND, "Traceback (most recent"), "says Traceback"),
    "a failure": (
        REPORT,
        _writing("a.md:1:1: error failed [internal-error]\n"),
        "says internal-error",
    ),
    "a command in the report": (REPORT, _writing(f"::e.md{SOUND[4:]}"), "commands a runner"),
    "a command beside it": (REPORT, _writing(SOUND, "##[group]\n"), "commands a runner"),
    "no line of the format": (REPORT, _writing("missing\n"), "writes concise that is not readable"),
    "a file outside": (REPORT, _writing_outside, "writes outside"),
    "words from outside": (
        REPORT._replace(arguments=["--schema", "a.json"]),
        _writing(f"a.md:1:1: error {hostile_input.SECRET} [a]\n"),
        "quotes what is outside",
    ),
    "a schema from outside": (
        REPORT,
        _writing(f"a.md:1:1: error {hostile_input.SECRET_OF_SCHEMA} [a]\n"),
        "quotes what is outside",
    ),
    "no JSON": (Case({}, [], b"", "json"), _writing('[{"path": NaN}]'), "writes json that"),
}


@pytest.mark.parametrize(("tried", "main", "fault"), HARMFUL.values(), ids=HARMFUL)
def test_harm_is_found(
    tried: Case, main: Callable[..., Any], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzz, "main", main)
    found = list(fuzz.faults(tried))
    assert [each[: len(fault)] for each in found] == [fault]


@pytest.mark.parametrize(
    ("tried", "main"),
    [
        (REPORT, _writing(SOUND)),
        (REPORT, _writing("anything", status=2)),
        (
            REPORT._replace(arguments=["--schema", "a.json"]),
            _writing(f"a.md:1:1: error {hostile_input.SECRET_OF_SCHEMA} [a]\n"),
        ),
        (Case({}, [], b"", "github"), _writing("::error file=a.md,line=1::missing\n")),
        (Case({}, ["--show-config"], b"", "full", is_reported=False), _writing("internal-error")),
        (Case({}, [], b"", "full", is_reported=False, is_article_printed=True), _writing("::a::")),
        (
            Case({}, [], b"", "azure", is_reported=False, is_article_printed=True),
            _writing("::a::", "##vso[task.logissue type=error;]missing\n"),
        ),
    ],
)
def test_what_is_no_harm_is_not_found(
    tried: Case, main: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzz, "main", main)
    assert list(fuzz.faults(tried)) == []
