"""Whether files that decide about others are as they were."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from articlelint.running import sources
from articlelint.running.sources import state_of, states_of


def later() -> int:
    return time.time_ns() + 10**10


def test_a_file_and_what_is_in_a_folder(tmp_path: Path) -> None:
    one = tmp_path / "data" / "a.md"
    one.parent.mkdir()
    one.write_text("a")
    paths = [str(one), str(one.parent)]
    known = states_of(paths, later())
    assert known == {path: state_of(path) for path in paths}
    one.write_text("ab")
    assert all(state_of(path) != state for path, state in known.items())


def test_what_has_just_changed_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    assert states_of([str(tmp_path)], time.time_ns() - 10**12) is None


def test_what_is_missing_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "a.md")
    assert state_of(path) is None
    assert states_of([path], later()) is None
    monkeypatch.setattr(sources, "state_of", lambda _path: [1])  # it was there a moment ago
    assert states_of([path], later()) is None
