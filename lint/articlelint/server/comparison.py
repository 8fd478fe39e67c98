"""An article compared with the others of its collection, in a process of its own.

That may look at thousands of files, so it must not delay what is typed. The process is a run of the
command line over the text, with the cache that all runs share.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Any, NamedTuple

from articlelint import rules
from articlelint.engine.read_again import read_again
from articlelint.model import ColumnUnit, DataPath, Diagnostic, Position, Severity, Span
from articlelint.reading.document import Document
from articlelint.reading.source import SourceFile

#: With the path of this process: without it, a module of the current folder could be imported.
_PROGRAM = (
    "import sys; count = int(sys.argv[1]); arguments = sys.argv[2 + count:]; "
    "sys.path[:] = sys.argv[2:2 + count]; from articlelint.cli import main; main(arguments)"
)


#: How long a comparison may take, in seconds: one that hangs must not be the last.
_MOST_SECONDS = 600.0


class Elsewhere(NamedTuple):
    """A related place in another file: from a position to another one, counted from 1."""

    path: str
    start: Position
    end: Position
    message: str


class Compared(NamedTuple):
    """A diagnostic of a comparison, in the text that was compared, and places in other files."""

    diagnostic: Diagnostic
    elsewhere: tuple[Elsewhere, ...]


class Comparison(NamedTuple):
    """What was found by a comparison, and the text that was compared."""

    text: str
    found: list[Compared]

    def moved_to(self, text: str) -> list[Compared]:
        """What is so in a changed text: that about values which are as they were.

        For to compare anew at each key would take too long.
        """
        if not self.found:
            return []
        old, new = (read_again(SourceFile.from_text(each)) for each in (self.text, text))
        if old is None or new is None:
            return []
        moved = ((each, _moved(each.diagnostic, old.document, new.document)) for each in self.found)
        return [each._replace(diagnostic=diagnostic) for each, diagnostic in moved if diagnostic]


async def compare(text: str, path: str, unit: ColumnUnit) -> Comparison:
    """What rules that compare say of the text of a file; nothing if it cannot be compared.

    All rules are asked, as in other runs: the cache keeps one result of a file, by the settings.
    Raises asyncio.TimeoutError, and OSError if no process can be started.
    """
    folder = os.path.dirname(path)
    arguments = (
        *("--format", "json", "--quiet", "--exit-zero", "--column-unit", unit.value),
        *("--path-base", folder, "--jobs", "1", "--stdin-filename", path, "-"),
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", _PROGRAM, str(len(sys.path)), *sys.path, *arguments),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        talk = process.communicate(text.encode(errors="surrogatepass"))
        out, _ = await asyncio.wait_for(talk, _MOST_SECONDS)
    finally:
        if process.returncode is None:  # it takes too long, or the server ends
            process.kill()
            await process.wait()
    told = json.loads(out) if process.returncode == 0 else []
    ids = rules.comparing()
    found = [_read(each, text, unit, folder) for each in told if each["rule"] in ids]
    return Comparison(text, found)


def _read(told: dict[str, Any], text: str, unit: ColumnUnit, folder: str) -> Compared:
    source = SourceFile.from_text(text)
    again = read_again(source)
    elsewhere = (
        Elsewhere(os.path.join(folder, each["path"]), *_positions(each), each["message"])
        for each in told["related"]
    )
    diagnostic = Diagnostic(
        told["rule"],
        Severity(told["severity"]),
        told["message"],
        _path(told["pointer"], again.document.data if again else None),
        _span(told, source, unit),
        tuple(told["help"]),
    )
    return Compared(diagnostic, tuple(elsewhere))


def _positions(told: dict[str, Any]) -> tuple[Position, Position]:
    start = Position(told["line"], told["column"])
    return start, Position(told["end_line"], told["end_column"])


def _span(told: dict[str, Any], source: SourceFile, unit: ColumnUnit) -> Span:
    start, end = _positions(told)
    return Span(source.offset(start, unit), source.offset(end, unit))


def _path(pointer: str, data: Any) -> DataPath:
    """The path that a JSON Pointer (RFC 6901) means in some data."""
    path: list[str | int] = []
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        path.append(int(name) if isinstance(data, list) else name)
        data = data[path[-1]]
    return tuple(path)


def _moved(diagnostic: Diagnostic, old: Document, new: Document) -> Diagnostic | None:
    """The same diagnostic in a changed text; None if what it is about has changed."""
    if old.text == new.text:
        return diagnostic
    for places in (Document.value_span, Document.key_span):
        try:
            was, now = places(old, diagnostic.path), places(new, diagnostic.path)
        except (LookupError, TypeError):
            return None
        if was == diagnostic.span and old.text[slice(*was)] == new.text[slice(*now)]:
            return diagnostic._replace(span=now)
    return None
