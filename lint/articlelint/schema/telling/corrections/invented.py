"""A key above all others of a front matter, which belong at the top level instead."""

from __future__ import annotations

from articlelint.fixing.yaml.blocks import lines
from articlelint.model import DataPath
from articlelint.reading.document import Document
from articlelint.schema.telling.corrections.correction import Correction, first_lines
from articlelint.text.words import counted


def lifted(path: DataPath, document: Document) -> Correction:
    """The keys below the only key of a front matter, as lines without it and its indentation."""
    advice = ": the keys below it belong at the top level"
    text, key, value = document.text, document.key_span(path), document.value_span(path)
    indent = value.start - (text.rfind("\n", 0, value.start) + 1)
    first = text.count("\n", 0, key.start) + 1
    _, *below = text[key.start : value.end].splitlines()
    if not below or text[value.start - indent : value.start].strip(" "):
        return Correction(advice, ("write:", *first_lines(lines(document.data[str(path[0])]))))
    spaces = counted(indent, "space")
    which = f"lines {first + 1}-{first + len(below)}" if below[1:] else f"line {first + 1}"
    help_ = f"remove line {first} and start {which} {spaces} further left:"
    moved = [each[min(indent, len(each) - len(each.lstrip(" "))) :] for each in below]
    return Correction(advice, (help_, *first_lines(moved)))
