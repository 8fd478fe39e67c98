"""Keys that the schema requires, added where the schema has them, each with a value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from articlelint.engine.check import Checker
from articlelint.fixing.proof import apply_edits
from articlelint.fixing.yaml.blocks import key_lines
from articlelint.model import DataPath, Diagnostic, Edit, Span
from articlelint.reading.frontmatter import find_block
from articlelint.reading.source import LINE_BREAK, SourceFile, after_break
from articlelint.reading.yaml import YAML
from articlelint.reading.yaml.half_written import Entry, entries
from articlelint.rule import SCHEMA_PREFIX, schema_id
from articlelint.schema.loading.outline import known_keys, start_lookups
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.sample import sample_value

#: The rule that reports a missing key; its path ends with that key.
REQUIRED = schema_id("required")
#: So many empty lines and comments above the next key are counted as belonging to that.
_MOST_BETWEEN = 200


def missing_keys_edits(
    source: SourceFile,
    path: str,
    name: str | None,
    checker: Checker,
    missing: Iterable[Diagnostic],
) -> list[Edit]:
    """The edits that add the ``missing`` keys, in the order of the schema; none if that fails.

    ``path`` and ``name`` are as for ``Checker.begin``. Only YAML is written, and only where each
    key has its own line. By a check, the keys are no longer missing, and the schema objects to
    nothing new.
    """
    block = find_block(source.text)
    if isinstance(block, Diagnostic) or block.dialect is not YAML:
        return []
    found = entries(source.text, block.content)
    adding = _Adding(source.text, block.content, found, checker.schema_for(source, path))
    start_lookups()
    edits = adding.edits([each.path for each in missing])
    changed = SourceFile(apply_edits(source.text, edits))
    before, after = (_of_schema(checker, each, path, name) for each in (source, changed))
    is_right = after <= before - {(REQUIRED, each.path) for each in missing}
    return edits if is_right else []


def _of_schema(
    checker: Checker, source: SourceFile, path: str, name: str | None
) -> set[tuple[str, DataPath]]:
    """What the schema, or reading, says of a text."""
    found = checker.finish(checker.begin(source, path, name)).diagnostics
    is_prevented = (each for each in found if each.rule.startswith((SCHEMA_PREFIX, YAML.name)))
    return {(each.rule, each.path) for each in is_prevented}


class _Adding:
    """Where keys are added to a front matter, and what is written there."""

    def __init__(self, text: str, content: Span, found: list[Entry], schema: Schema) -> None:
        self._text = text
        self._content = content
        self._entries = found
        self._schema = schema
        line_break = LINE_BREAK.search(text)
        self._line_break = line_break.group() if line_break else "\n"

    def edits(self, paths: Iterable[DataPath]) -> list[Edit]:
        """The edits, one for each place."""
        order: dict[DataPath, dict[str, int]] = {}
        by_place: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for path in paths:
            above = path[:-1]
            if above not in order:
                known = dict.fromkeys(known_keys(self._schema, above))
                order[above] = {key: rank for rank, key in enumerate(known)}
            keys = order[above]
            siblings = [each for each in self._entries if each.key and each.path[:-1] == above]
            rank = _rank(path, keys)
            before = [each for each in siblings if _rank(each.path, keys) < rank]
            place = self._end_of(before[-1]) if before else self._start_of(siblings)
            column = siblings[0].column if siblings else 0
            by_place[place].append((rank, self._written(path, column)))
        return [
            Edit(Span(place, place), "".join(written for _, written in sorted(found)))
            for place, found in by_place.items()
        ]

    def _written(self, path: DataPath, column: int) -> str:
        lines = key_lines(str(path[-1]), sample_value(self._schema, path))
        return "".join(f"{' ' * column}{line}{self._line_break}" for line in lines)

    def _start_of(self, siblings: list[Entry]) -> int:
        """The line of the first key; without one, below the opening line."""
        first = next((each.key for each in siblings if each.key), None)
        return self._line(first.start) if first else self._content.start

    def _end_of(self, entry: Entry) -> int:
        """The line after a key and all that belongs to it, but for comments on what comes next."""
        index = self._entries.index(entry)
        rest = (each for each in self._entries[index + 1 :] if each.column <= entry.column)
        after = next(rest, None)
        place = self._line(_start(after)) if after else self._content.end
        for _ in range(_MOST_BETWEEN):
            before = self._line_before(place)
            line = self._text[before:place].strip()
            if before <= self._content.start or (line and not line.startswith("#")):
                break
            place = before
        return place

    def _line_before(self, start: int) -> int:
        is_two = self._text.startswith("\r\n", start - 2)
        return self._line(start - (2 if is_two else 1))

    def _line(self, offset: int) -> int:
        return after_break(self._text, 0, offset)


def _rank(path: DataPath, keys: dict[str, int]) -> int:
    """Where the schema has a key; one that it does not name comes after those."""
    return keys.get(str(path[-1]), len(keys))


def _start(entry: Entry) -> int:
    return entry.key.start if entry.key else entry.value.start
