"""What a slip of a writer is, and how its case is checked."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any, NamedTuple

from articlelint import fix_text, lint_text
from articlelint.model import Diagnostic
from tests.changes import document_of
from tests.clock import now
from tests.support import article, source_of, written

#: The site whose articles the slips are in, if a table names no other schema.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 1, "examples": ["Night trains return"]},
        "date": {"type": "string", "format": "date-time"},
        "published": {"type": "boolean"},
        "category": {"enum": ["news", "review", "interview"]},
        "topics": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "webUrl": {"type": "string", "format": "uri"},
        "authors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "email": {"format": "email"}},
                "required": ["name"],
                "additionalProperties": False,
            },
        },
        "weight": {"type": "integer"},
    },
    "required": ["title"],
    "additionalProperties": False,
}

#: A sound title, and the data that it is.
TITLE = "title: Night trains return\n"
TRAINS = {"title": "Night trains return"}


class Slip(NamedTuple):
    """A broken front matter, what is told, and what a writer who follows the advice ends with.

    ``broken`` is what is between the fences, or the whole file if it does not end with a line
    break. ``told`` are all diagnostics as ``line:column-line:column id pointer: message``, the
    first one on the line that the writer broke. ``data`` is what the writer meant. ``repaired`` is
    what following the advice makes of ``broken``; without it, that is what the fixes make of it.
    """

    broken: str
    told: list[str]
    data: Any
    repaired: str | None = None


def check_slip(slip: Slip, schema: Any = None) -> None:
    """Assert that all of it is told, and that the advice leads to the data that was meant."""
    schema = SCHEMA if schema is None else schema
    text = whole(slip.broken)
    diagnostics = lint_text(text, schema=schema, clock=now)
    assert [written(each, source_of(text)) for each in diagnostics] == slip.told
    if slip.repaired is None:
        repaired = fix_text(text, schema=schema, unsafe=True, clock=now).text
    else:
        repaired = whole(slip.repaired)
        assert _unsaid(text, repaired, diagnostics) == []
    left = lint_text(repaired, schema=schema, clock=now)
    assert [written(each, source_of(repaired)) for each in left] == []
    assert document_of(repaired).data == slip.data


def whole(text: str) -> str:
    return article(text) if text.endswith("\n") else text


def _unsaid(broken: str, repaired: str, diagnostics: list[Diagnostic]) -> list[str]:
    """The new lines of the repaired text that the output does not spell out."""
    said = "\n".join(line for each in diagnostics for line in (each.message, *each.help))
    old, new = broken.splitlines(), repaired.splitlines()
    changed = (
        line.strip()
        for kind, _, _, start, end in SequenceMatcher(None, old, new, False).get_opcodes()
        if kind != "equal"
        for line in new[start:end]
    )
    return [line for line in changed if line not in said]
