"""What is to be done for many things, one at a time: of each, only what is newest counts."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from time import monotonic

#: The longest pause in typing that is waited for, in seconds.
_LONGEST_PAUSE = 0.5


class Newest:
    """Does something for each key that it is asked for, however often that was meanwhile.

    Before it is done once more for a key, there must be a pause in being asked, as long as it took
    the last time: what is quick follows each key that is pressed, and what is slow the last one.
    """

    def __init__(self, do: Callable[[str], Awaitable[None]]) -> None:
        self._do = do
        self._asked: OrderedDict[str, None] = OrderedDict()
        self._took: dict[str, float] = {}
        self._task: asyncio.Task[None] | None = None

    def ask(self, key: str, *, soon: bool = True) -> None:
        """Do it for a key: ``soon`` is before all that is asked for already, else after that."""
        self._asked[key] = None
        self._asked.move_to_end(key, last=not soon)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._do_all())

    def forget(self, key: str) -> None:
        """Do nothing for a key any more."""
        self._asked.pop(key, None)
        self._took.pop(key, None)

    async def _do_all(self) -> None:
        while self._asked:
            key, _ = self._asked.popitem(last=False)
            if pause := self._took.pop(key, 0):
                await asyncio.sleep(pause)
                if key in self._asked:  # it was asked for again: wait for the next pause
                    self._took[key] = pause
                    continue
            start = monotonic()
            await self._do(key)
            self._took[key] = min(monotonic() - start, _LONGEST_PAUSE)
