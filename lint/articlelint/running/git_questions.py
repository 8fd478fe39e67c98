"""Several questions to git at the same time."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from tempfile import TemporaryFile
from time import monotonic
from typing import IO

from articlelint.running.git import MOST_SECONDS, GitError, git_command, git_environment

#: Waits for git to end, and gives its exit status, None without any, and what it wrote.
Answer = Callable[[], tuple[int | None, bytes]]

_NONE = None, b""


class Questions:
    """Commands of git in one worktree, by its top. ``close`` ends them.

    The repository's configuration names neither another worktree nor programs that are run, and
    nothing replaces its objects.
    """

    def __init__(self, top: str) -> None:
        self._top = top
        self._end = monotonic() + MOST_SECONDS
        self._running: list[tuple[subprocess.Popen[bytes], IO[bytes]]] = []

    def close(self) -> None:
        """End what still runs: nobody waits for its answer."""
        for process, file in self._running:
            process.kill()
            process.communicate()
            file.close()

    def ask(self, *arguments: str) -> Answer:
        """Start a command."""
        with ExitStack() as opened:
            try:
                # Unlike a pipe, it takes all that git writes before anybody reads it.
                file = opened.enter_context(TemporaryFile())
                process = self._start(git_command(*arguments), file)
            except (GitError, OSError):
                return lambda: _NONE
            opened.pop_all()
        self._running.append((process, file))
        return lambda: self._answer(process, file)

    def _start(self, command: list[str], file: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - what is from a stranger is no option
            command,
            cwd=self._top,
            env=git_environment() | {"GIT_WORK_TREE": self._top, "GIT_NO_REPLACE_OBJECTS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.PIPE,  # which tells, when it closes, that git has ended
        )

    def _answer(
        self, process: subprocess.Popen[bytes], file: IO[bytes]
    ) -> tuple[int | None, bytes]:
        try:
            process.communicate(timeout=max(0, self._end - monotonic()))
        except subprocess.TimeoutExpired:
            return _NONE
        file.seek(0)
        return process.returncode, file.read()
