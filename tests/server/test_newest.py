"""What is asked for again and again is done once, for what is newest."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

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


class Clock:
    """A clock that only goes on as it is told, also while something waits."""

    def __init__(self, patch: pytest.MonkeyPatch, *, meanwhile: dict[int, str]) -> None:
        self.now = 0.0
        self.waited: list[float] = []
        #: By the number of a wait, what is asked for after 0.125 s.
        self._meanwhile = meanwhile
        self.checks: Newest
        patch.setattr(newest, "monotonic", lambda: self.now)
        patch.setattr(asyncio, "wait_for", self._wait)

    async def _wait(self, event: Coroutine[object, object, object], seconds: float) -> None:
        event.close()
        self.waited.append(seconds)
        if key := self._meanwhile.get(len(self.waited)):
            self.now += 0.125
            self.checks.ask(key)
        else:
            self.now += seconds
            raise asyncio.TimeoutError


async def done_for(clock: Clock, *to_take: float) -> list[str]:
    """What is done if a key is asked for again each time that it was done, in some seconds."""
    done: list[str] = []
    finished = asyncio.Event()
    seconds = iter(to_take)

    async def do(key: str) -> None:
        done.append(key)
        if key != "slow":
            return
        if (took := next(seconds, None)) is None:
            finished.set()
        else:
            clock.now += took
            clock.checks.ask(key)

    clock.checks = Newest(do)
    clock.checks.ask("slow")
    await finished.wait()
    return done


@asynchronous
async def test_it_waits_for_a_pause_as_long_as_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, meanwhile={1: "slow"})
    assert await done_for(clock, 0.25, 2.0) == ["slow"] * 3
    assert clock.waited == [0.25, 0.25, 0.5]


@asynchronous
async def test_others_are_done_in_that_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch, meanwhile={1: "other", 2: "slow", 3: "other"})
    assert await done_for(clock, 0.5) == ["slow", "other", "other", "slow"]
    assert clock.waited == [0.5, 0.375, 0.5, 0.375]
