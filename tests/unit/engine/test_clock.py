"""What the present is, for rules that ask whether something lies in the future."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from articlelint import ConfigError, lint_text
from articlelint.cli import main
from articlelint.running.checkers import Checkers
from articlelint.settings.config import present
from articlelint.settings.config_tree import ConfigTree
from tests.clock import NOW, now
from tests.support import article, source_of

VARIABLE = "SOURCE_DATE_EPOCH"
AHEAD = article("publishedDateTime: 2023-08-03T12:00:00Z\npublished: true\n")
WRONG = ["tomorrow", "2023-08-01", "1.5", " ", "0x10", "9" * 30, "-" + "9" * 30, "9" * 5000]
WRONG += ["\N{SUPERSCRIPT TWO}", "--1", "1690891200s"]


def _message(shown: str) -> str:
    return f"{VARIABLE} should be seconds since 1970, not {shown}"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ("1690891200", NOW),
        ("0", datetime(1970, 1, 1, tzinfo=timezone.utc)),
        ("-1", datetime(1969, 12, 31, 23, 59, 59, tzinfo=timezone.utc)),
        ("253402300799", datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc)),
    ],
)
def test_the_present_is_what_the_environment_says(
    seconds: str, expected: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, seconds)
    assert present() == expected
    assert present().tzinfo is timezone.utc


@pytest.mark.parametrize("seconds", [None, ""])
def test_else_it_is_what_the_clock_says(
    seconds: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seconds is None:
        monkeypatch.delenv(VARIABLE, raising=False)
    else:
        monkeypatch.setenv(VARIABLE, seconds)
    before = datetime.now(timezone.utc)
    assert before <= present() <= datetime.now(timezone.utc)


def test_the_clock_of_the_caller_has_priority(monkeypatch: pytest.MonkeyPatch) -> None:
    for seconds in ("0", "tomorrow"):
        monkeypatch.setenv(VARIABLE, seconds)
        assert [each.rule for each in lint_text(AHEAD, schema={}, clock=now)] == ["future-date"]


@pytest.mark.parametrize("seconds", WRONG, ids=range(len(WRONG)))
def test_a_wrong_value_is_a_wrong_setting(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, seconds)
    shown = seconds if len(seconds) <= 60 else seconds[:59] + "…"
    starts: list[Callable[[], object]] = [lambda: lint_text(AHEAD), lambda: Checkers(ConfigTree())]
    for start in starts:
        with pytest.raises(ConfigError) as caught:
            start()
        assert str(caught.value) == _message(f'"{shown}"')


def test_rules_go_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "1690891200")
    assert [each.rule for each in lint_text(AHEAD, schema={})] == ["future-date"]
    monkeypatch.setenv(VARIABLE, "1690977600")  # a day later
    assert lint_text(AHEAD, schema={}) == []


def test_each_check_asks_for_the_time() -> None:
    times = [NOW]
    checkers = Checkers(ConfigTree(search=False), select=["future-date"], clock=lambda: times[-1])
    checker = checkers.for_file("bridge.md")
    assert [each.rule for each in checker.check(source_of(AHEAD), "a.md")] == ["future-date"]
    times.append(NOW + timedelta(days=1))
    assert checker.check(source_of(AHEAD), "a.md") == []


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    return int(end.value.code or 0)


def test_the_command_line_goes_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bridge.md").write_text(AHEAD)
    arguments = ("--select", "future-date", "--format", "concise", "--strict", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "1690891200")
    assert _run(*arguments) == 1
    assert "[future-date]" in capsys.readouterr().out
    monkeypatch.setenv(VARIABLE, "1690977600")
    assert _run(*arguments) == 0


def test_the_command_line_ends_with_2_at_a_wrong_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "tomorrow")
    assert _run(str(tmp_path)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert _message('"tomorrow"') in err
    assert "Traceback" not in err
