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


def is_valid(documents: Documents, data: Any) -> bool:
    """Whether data is valid. Raises TooMuchWorkError if that cannot be found out in time."""
    schema = documents.schema
    try:
        question = json.dumps([schema.contents, schema.uri, documents.retrieved(), data])
        done = subprocess.run(  # noqa: S603 - our own program; what strangers wrote is its input
            [sys.executable, "-c", _PROGRAM, *sys.path],
            input=question.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS_OF_CLOCK,
            check=True,
        )
        return bool(json.loads(done.stdout))
    except (OSError, RecursionError, subprocess.SubprocessError):
        raise TooMuchWorkError from None


def answer() -> None:
    """Answer the question on standard input: what the process does."""
    _limit()
    contents, uri, retrieved, data = json.load(sys.stdin.buffer)
    judge = make_judge(contents, base_uri=uri, retriever=retrieved.__getitem__)
    sys.stdout.write(json.dumps(judge.is_valid(data)))


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
