"""What is to be done for many things, one at a time: of each, only what is newest counts."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic

#: The longest pause in typing that is waited for, in seconds.
_LONGEST_PAUSE = 0.5


class Newest:
    """Does something for each key that it is asked for, however often that was meanwhile.

    Before it is done once more for a key, there must be a pause in being asked, as long as it took
    the last time: what is quick follows each key that is pressed, and what is slow the last one.
    Other keys have their turn in that pause.
    """

    def __init__(self, do: Callable[[str], Awaitable[None]]) -> None:
        self._do = do
        #: When each key was asked for last, in the order in which they are to be done.
        self._asked: OrderedDict[str, float] = OrderedDict()
        self._took: dict[str, float] = {}
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def ask(self, key: str, *, soon: bool = True) -> None:
        """Do it for a key: ``soon`` is before all that is asked for already, else after that."""
        self._asked[key] = monotonic()
        self._asked.move_to_end(key, last=not soon)
        self._news.set()
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._do_all())

    def forget(self, key: str) -> None:
        """Do nothing for a key any more."""
        self._asked.pop(key, None)
        self._took.pop(key, None)

    async def _do_all(self) -> None:
        while self._asked:
            now = monotonic()
            key = next((each for each in self._asked if self._start(each) <= now), None)
            if key is None:
                await self._wait(min(map(self._start, self._asked)) - now)
                continue
            del self._asked[key]
            await self._do(key)
            self._took[key] = min(monotonic() - now, _LONGEST_PAUSE)

    def _start(self, key: str) -> float:
        """The earliest time to do it for a key that is asked for."""
        return self._asked[key] + self._took.get(key, 0)

    async def _wait(self, seconds: float) -> None:
        """Wait until something is asked for, but not longer than some seconds."""
        self._news.clear()
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._news.wait(), seconds)
