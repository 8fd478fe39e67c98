"""What is asked for again and again is done once, for what is newest."""

from __future__ import annotations

import asyncio

import pytest

from articlelint.server import newest
from articlelint.server.newest import Newest
from tests.server.editor import asynchronous


@asynchronous
async def test_what_is_asked_for_several_times_is_done_once() -> None:
    done: list[str] = []
    finished = asyncio.Event()

    async def do(key: str) -> None:
        done.append(key)
        if key == "last":
            finished.set()

    checks = Newest(do)
    for key in ("a", "b", "a", "a"):
        checks.ask(key)
    checks.ask("last", soon=False)
    checks.ask("gone")
    checks.forget("gone")
    checks.forget("never asked for")
    await finished.wait()
    assert done == ["a", "b", "last"]


@asynchronous
async def test_it_waits_for_a_pause_as_long_as_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 0.25, 1.0, 3.0, 4.0, 4.0))
    monkeypatch.setattr(newest, "monotonic", lambda: next(clock))
    pauses: list[float] = []
    done: list[str] = []
    finished = asyncio.Event()

    async def do(key: str) -> None:
        done.append(key)
        if len(done) < 3:
            checks.ask(key)
        else:
            finished.set()

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 1:
            checks.ask("a")  # as by another key that is pressed meanwhile

    monkeypatch.setattr(asyncio, "sleep", sleep)
    checks = Newest(do)
    checks.ask("a")
    await finished.wait()
    assert pauses == [0.25, 0.25, 0.5]
    assert done == ["a", "a", "a"]
