"""What the tests share: checking a text and writing down what was found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from articlelint import Config, Diagnostic, SourceFile, lint_text, make_config
from articlelint.model import Change, SetValue, pointer
from articlelint.reading.dialect import Block
from articlelint.reading.frontmatter import find_block
from articlelint.report import FileReport
from tests.changes import assert_sound, document_of, objections
from tests.clock import now

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"

#: Names the folder with real articles and public test suites, which are not in this repository.
MATERIAL = "ARTICLELINT_MATERIAL"


def material(path: str) -> Path:
    """A file or folder of the outside material; the test is skipped if it is not there."""
    found = Path(os.environ.get(MATERIAL, ""), path)
    if not os.environ.get(MATERIAL) or not found.exists():
        pytest.skip(f"needs {path}: set {MATERIAL} to the folder that holds it")
    return found


def found(text: str | bytes, **settings: Any) -> list[str]:
    """Each diagnostic of a text as ``line:column-line:column id pointer: message``.

    Without a ``schema``, any mapping is valid. ``settings`` are those of ``lint_text``.
    """
    settings.setdefault("schema", {})
    source = source_of(text)
    return [written(each, source) for each in lint_text(text, **settings)]


def written(diagnostic: Diagnostic, source: SourceFile) -> str:
    """One diagnostic as ``line:column-line:column id pointer: message``."""
    start, end = source.position(diagnostic.span.start), source.position(diagnostic.span.end)
    place = f"{start.line}:{start.column}-{end.line}:{end.column}"
    where = f" {pointer(diagnostic.path)}" if diagnostic.path else ""
    return f"{place} {diagnostic.rule}{where}: {diagnostic.message}"


def source_of(text: str | bytes) -> SourceFile:
    """The text as reading decodes it."""
    return SourceFile.from_bytes(text) if isinstance(text, bytes) else SourceFile.from_text(text)


def source_in(report: FileReport) -> SourceFile:
    """The text of a report that has it."""
    assert isinstance(report.source, SourceFile)
    return report.source


def article(front_matter: str, body: str = "") -> str:
    """A whole file with this front matter."""
    return f"---\n{front_matter}---\n{body}"


def check_rule(  # noqa: PLR0913 - each is a table, or settings for all of them
    rule_id: str,
    *,
    silent: Mapping[str, str],
    reported: Mapping[str, tuple[str, list[str]]],
    changes: Mapping[str, Any] | None = None,
    path: str = "article.md",
    config: Mapping[str, Any] | None = None,
) -> None:
    """Check a rule alone, by named front matters that it leaves alone and that it reports.

    Of a reported one, each diagnostic is ``line:column-line:column message``, lines counted in the
    whole file, where the front matter begins on line 2. Now is ``tests.clock.NOW``.

    ``changes`` maps names of reported ones to what fixes them: a change, or the value to write
    instead, or, if there are several diagnostics, a list of these, with None for those that have no
    fix. What it does not name must have no fix. Without ``changes``, any fix will do.
    No fix may do harm, whether it is named or not.
    """
    settled = make_config(config or {})
    for name, front_matter in silent.items():
        assert _alone(rule_id, front_matter, path, settled) == [], name
    for name, (front_matter, expected) in reported.items():
        diagnostics = _alone(rule_id, front_matter, path, settled)
        source = source_of(article(front_matter))
        assert [_placed(each, source) for each in diagnostics] == expected, name
        made = _harmless_changes(rule_id, diagnostics, article(front_matter), path, settled)
        if changes is not None:
            assert made == _expected_changes(changes.get(name), diagnostics), name


def at_parts(line: str, parts: Iterable[tuple[str, str]]) -> tuple[str, list[str]]:
    """A front matter of one line as ``reported``: parts of it as written, each with its message."""
    expected, end = [], 0
    for part, message in parts:
        start = line.index(part, end)
        end = start + len(part)
        expected.append(f"2:{start + 1}-2:{end + 1} {message}")
    return line, expected


def reported_titles(
    messages: Mapping[str, str | Sequence[str]],
) -> dict[str, tuple[str, list[str]]]:
    """Titles as ``reported``: each message begins with the part that it marks, in quotes."""
    return {
        title: at_parts(
            f"title: '{title}'\n",
            [(each.split('"')[1], each) for each in ([said] if isinstance(said, str) else said)],
        )
        for title, said in messages.items()
    }


def _alone(rule_id: str, front_matter: str, path: str, config: Config) -> list[Diagnostic]:
    found = lint_text(article(front_matter), path, schema={}, config=config, clock=now)
    heard = (rule_id, "internal-error")  # a rule that fails is not silent
    return [each for each in found if each.rule in heard]


def _placed(diagnostic: Diagnostic, source: SourceFile) -> str:
    place, _, message = written(diagnostic, source).partition(" ")
    return f"{place} {message.partition(': ')[2]}"


def _harmless_changes(
    rule_id: str, diagnostics: list[Diagnostic], text: str, path: str, config: Config
) -> list[Change | None]:
    """The change that fixes each diagnostic, if it has one; asserts that none does harm."""
    document = document_of(text)
    found = objections(rule_id, document, path, config)
    changes = {(each.path, each.message): each.change for each in found}
    for change in changes.values():
        if change is not None:
            assert_sound(rule_id, document, change, path, config)
    return [changes.get((each.path, each.message)) for each in diagnostics]


def _expected_changes(expected: Any, diagnostics: list[Diagnostic]) -> list[Change | None]:
    each_expected = expected if isinstance(expected, list) else [expected] * len(diagnostics)
    return [
        value if value is None or isinstance(value, Change) else SetValue(diagnostic.path, value)
        for value, diagnostic in zip(each_expected, diagnostics, strict=True)
    ]


def block_of(text: str) -> Block:
    """The front matter block of a text that has one."""
    block = find_block(text)
    assert isinstance(block, Block)
    return block
