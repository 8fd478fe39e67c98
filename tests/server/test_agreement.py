"""The server says what the command line says, of any text and at each step of its writing."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from articlelint.reading.source import SourceFile
from articlelint.report import FileReport
from articlelint.running.checkers import Checkers
from articlelint.running.found import Found
from articlelint.running.run import begin_found
from articlelint.settings.config import ConfigError
from articlelint.settings.config_tree import ConfigTree
from tests.properties.hostile_input import case
from tests.server.articles import uri
from tests.server.editor import Editor, Message, asynchronous
from tests.slips.slip import whole
from tests.slips.test_slips import cases
from tests.support import EXAMPLES, material

#: What one types, and what makes a difference at once.
PIECES = (
    *("\n", "\r\n", "---\n", "title: ", "- ", "  ", ": ", '"', "'", "[", "]", "{", "}", "#", "&a "),
    *("\u00e9", "\U0001f600", "yes", "2024-02-30", "# articlelint: ignore[schema]", "|", "\t", "x"),
)
#: A few for each run of the tests; others were tried by the thousand.
SEEDS = range(8)
STEPS = 40


def as_told(report: FileReport) -> list[Any]:
    """What the command line says, as the protocol has it."""
    found = []
    for each in report.diagnostics:
        start, end = map(report.position, each.span)
        place = (start.line - 1, start.column - 1, end.line - 1, end.column - 1)
        help_ = (f"help: {line}" for line in each.help)
        message = "\n".join((each.message, *help_))
        found.append((each.rule, each.severity.value, message, place, len(each.related)))
    return found


def as_shown(diagnostics: list[Message]) -> list[Any]:
    """What the server says."""
    found = []
    for each in diagnostics:
        start, end = each["range"]["start"], each["range"]["end"]
        place = (start["line"], start["character"], end["line"], end["character"])
        severity = {1: "error", 2: "warning"}[each["severity"]]
        related = len(each.get("relatedInformation", ()))
        found.append((each["code"], severity, each["message"], place, related))
    return found


def by_command_line(path: str) -> list[Any]:
    """What a run says of one file by itself; nothing if it cannot be checked."""
    try:
        checker = Checkers(ConfigTree()).for_file(path)
    except ConfigError:
        return []
    return as_told(begin_found(Found(path), checker).report())


async def editor_in(folder: Path) -> Editor:
    editor = Editor()
    await editor.start(folder, general={"positionEncodings": ["utf-32"]})
    return editor


async def agree(folder: Path, texts: dict[str, str]) -> None:
    """Have both say what is wrong with texts, by the names of their files."""
    editor = await editor_in(folder)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode(errors="surrogatepass"))
        article = uri(folder / name)
        editor.open(article, text)
        assert as_shown(await editor.shown(article)) == by_command_line(name), text
        editor.close_document(article)


@asynchronous
async def test_slips(folder: Path) -> None:
    texts = [whole(each.values[0].broken) for each in cases()]
    sampled = Random(0).sample(texts, 60)  # noqa: S311 - the same each time
    await agree(folder, {f"{number}.md": text for number, text in enumerate(sampled)})


@asynchronous
async def test_examples(folder: Path) -> None:
    files = [*EXAMPLES.rglob("*.md")]
    assert files
    await agree(folder, {each.name: each.read_bytes().decode() for each in files})


@pytest.mark.parametrize("name", ["kinds", "news", "news-crlf"])
@asynchronous
async def test_real_articles(folder: Path, name: str) -> None:
    files = [*material(f"corpus/{name}").rglob("*.md")]
    await agree(folder, {each.name: each.read_bytes().decode() for each in files})


@pytest.mark.posix
@pytest.mark.parametrize("seed", range(12))
@asynchronous
async def test_what_strangers_may_contribute(folder: Path, seed: int) -> None:
    files = case(seed).files
    for name, data in files.items():
        path = folder / name.decode(errors="surrogateescape")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    editor = await editor_in(folder)
    for name, data in files.items():
        source = SourceFile.from_bytes(data)
        if name.endswith(b".md") and not source.fault:
            shown = name.decode(errors="surrogateescape")
            article = uri(folder / shown)
            editor.open(article, source.text)
            found = as_shown(await editor.shown(article))
            assert not found or found == by_command_line(shown)


@pytest.mark.parametrize("seed", SEEDS)
@asynchronous
async def test_each_step_of_writing(folder: Path, seed: int) -> None:
    pick = Random(seed)  # noqa: S311 - it is to be the same for each seed
    editor = await editor_in(folder)
    text = pick.choice(["", "---\ntitle: One\npublished: true\n---\nText\n"])
    article = uri(folder / "a.md")
    editor.open(article, text)
    for _ in range(STEPS):
        changes = []
        for _ in range(pick.choice([1, 1, 1, 2, 3])):
            start = _whole_offset(text, pick.randrange(len(text) + 1))
            end = _whole_offset(text, start + pick.choice([0, 0, 1, 5]))
            piece = pick.choice(PIECES)
            changes.append({"range": _range(text, start, end), "text": piece})
            text = text[:start] + piece + text[end:]
        editor.change(article, *changes)
        (folder / "b.md").write_bytes(text.encode())
        assert as_shown(await editor.shown(article)) == by_command_line("b.md"), repr(text)


def _whole_offset(text: str, offset: int) -> int:
    """An offset that has a position: not within a line break, nor beyond the text."""
    return min(offset + text.startswith("\r\n", offset - 1), len(text)) if offset else 0


def _range(text: str, start: int, end: int) -> Message:
    source = SourceFile(text)
    places = (source.position(each) for each in (start, end))
    first, last = ({"line": each.line - 1, "character": each.column - 1} for each in places)
    return {"start": first, "end": last}
