"""A comment that ignores one diagnostic, where it can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlelint.engine.check import Checker
from articlelint.fixing.proof import apply_edits
from articlelint.model import DataPath, Diagnostic, Edit, Span
from articlelint.reading.source import LINE_BREAK, SourceFile
from articlelint.rule import Ignorable
from articlelint.settings import records

_COMMENT = re.compile(r"#[ \t]*articlelint:[ \t]*ignore\[[^\]\r\n]*(?=\])")

#: How many ids one comment gets at most.
_MOST_IDS = 3

#: What tells a diagnostic in one text from those in another.
_Known = Counter[tuple[str, str, DataPath]]


def ignore_edit(
    source: SourceFile, path: str, name: str | None, checker: Checker, diagnostic: Diagnostic
) -> Edit | None:
    """The edit that has a comment ignore a diagnostic; None if none does, or it does more.

    ``path`` and ``name`` are as for ``Checker.begin``. Each place is tried by a check: the line of
    the diagnostic, a line above it, and one for the whole file. What another rule has to say of the
    same value only when this one says nothing is ignored as well.
    """
    if not records.ignorable(diagnostic.rule) - {Ignorable.NEVER}:
        return None

    def known(text: SourceFile) -> _Known:
        return _known(checker.finish(checker.begin(text, path, name)).diagnostics)

    before = known(source)
    before.subtract(_known([diagnostic]))
    for place in _places(source, diagnostic):
        ids = [diagnostic.rule]
        while len(ids) <= _MOST_IDS:
            edit = place.comment(ids)
            changed = SourceFile(apply_edits(source.text, [edit]))
            changed.has_byte_order_mark = source.has_byte_order_mark
            after = known(changed)
            if after == +before:
                return edit
            more = [rule for rule, _, at in after - before if at == diagnostic.path]
            if not more or diagnostic.rule in more:
                break
            ids += more
    return None


class _Place(NamedTuple):
    """Where a comment may be, and what is written around its ids."""

    offset: int
    begin: str
    end: str = "]"

    def comment(self, ids: Iterable[str]) -> Edit:
        """The edit that writes the comment."""
        return Edit(Span(self.offset, self.offset), f"{self.begin}{', '.join(ids)}{self.end}")


def _places(source: SourceFile, diagnostic: Diagnostic) -> Iterator[_Place]:
    text = source.text
    line = source.line_span(source.position(diagnostic.span.start).line)
    if known := _COMMENT.search(text, *line):
        yield _Place(known.end(), ", ", "")
    yield _Place(line.end, " # articlelint: ignore[")
    opening = LINE_BREAK.search(text)
    if opening is None:  # JSON on one line
        return
    end = f"]{opening.group()}"
    if line.start >= opening.end():
        indentation = text[line.start : line.end]
        indentation = indentation[: len(indentation) - len(indentation.lstrip())]
        yield _Place(line.start, f"{indentation}# articlelint: ignore[", end)
    yield _Place(opening.end(), "# articlelint: ignore-file[", end)


def _known(diagnostics: Iterable[Diagnostic]) -> _Known:
    return Counter((each.rule, each.message, each.path) for each in diagnostics)
