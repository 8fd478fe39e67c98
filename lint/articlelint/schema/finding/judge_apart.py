"""Ask jsonschema-rs in a process of its own, which takes no more than a stated time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from articlelint.schema.finding.bounds import TooMuchWorkError
from articlelint.schema.finding.judge import make_judge
from articlelint.schema.loading.documents import Documents

#: Of the processor; where the system cannot limit that, and where others use it, of the clock.
_SECONDS = 2
_SECONDS_OF_CLOCK = 5
_BYTES = 1024**3
#: With the path of this process: without it, a module of the current folder could be imported.
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from articlelint.schema.finding.judge_apart import answer; answer()"
)


class NoAnswerError(Exception):
    """The process failed, for another reason than that it takes too much."""


def is_valid(documents: Documents, data: Any) -> bool:
    """Whether data is valid. Raises TooMuchWorkError if that takes too much, and NoAnswerError."""
    schema = documents.schema
    try:
        question = json.dumps([schema.contents, schema.uri, documents.retrieved(), data])
        done = subprocess.run(  # noqa: S603 - our own program; what strangers wrote is its input
            [sys.executable, "-c", _PROGRAM, *sys.path],
            input=question.encode(),
            capture_output=True,
            timeout=_SECONDS_OF_CLOCK,
            check=False,
        )
    except (RecursionError, subprocess.TimeoutExpired):
        raise TooMuchWorkError from None
    except OSError as error:
        raise NoAnswerError(f"cannot start {sys.executable or 'python'}: {error}") from None
    if done.returncode < 0:  # a signal: by the limit of time, or for want of memory
        raise TooMuchWorkError
    if done.returncode:
        reason = _reason(done.stderr) or f"status {done.returncode}"
        raise NoAnswerError(f"the process that judges by the schema failed: {reason}")
    answer = json.loads(done.stdout)
    if answer is None:
        raise TooMuchWorkError
    return bool(answer)


def answer() -> None:
    """Answer the question on standard input: what the process does.

    The answer is ``null`` if the memory does not suffice.
    """
    _limit()
    try:
        contents, uri, retrieved, data = json.load(sys.stdin.buffer)
        judge = make_judge(contents, base_uri=uri, retriever=retrieved.__getitem__)
        found = judge.is_valid(data)
    except MemoryError:
        found = None
    sys.stdout.write(json.dumps(found))


def _reason(stderr: bytes) -> str:
    """The kind of error that ended a process of Python; not its text, which may quote a file."""
    *_, last = stderr.decode(errors="replace").split("\n")[:-1] or [""]
    return last.partition(":")[0]


def _limit() -> None:
    """Limit what this process may take, where the system can do that."""
    try:
        import resource  # noqa: PLC0415 - not everywhere
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, _BYTES), (resource.RLIMIT_CPU, _SECONDS)):
        _, most = resource.getrlimit(kind)
        own = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (own, most))
