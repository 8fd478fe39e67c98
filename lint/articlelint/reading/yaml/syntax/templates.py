"""Tags of a template language, which YAML knows nothing of."""

from __future__ import annotations

import re

from articlelint.model import Edit, Fix, Safety
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.mistake import Mistake, replacing
from articlelint.reading.yaml.syntax.stumble import Line, Stumble, in_quotes, line_fix

_VALUE = re.compile(r"\{\{[^{}\r\n]*\}\}")
_ALONE = re.compile(r"\{[%#].*[%#]\}|<%.*%>")


def template_line(stumble: Stumble) -> Mistake | None:
    """A tag that is a line by itself, such as ``{% if draft %}``."""
    line = stumble.line
    if line.key is not None or line.dashes or not _ALONE.fullmatch(line.value):
        return None
    message = "a template tag cannot be a line of the " + stumble.subject
    repair = replacing(line.value_span, "", is_trusted=True)
    return Mistake(message, ("remove this line",), line.value_span, repair)


def template(stumble: Stumble) -> Mistake | None:
    """A tag without quotes in a value."""
    line = stumble.line
    if not line.value.startswith(("{{", "{%")) or stumble.place < line.value_at:
        return None
    return in_quotes(line, "a template must be in quotes")


def template_fix(text: str, inside: int, number: int) -> Fix | None:
    """The fix that puts a value in quotes that is a template, and that parses as two mappings.

    ``inside`` is where the inner one begins, on the line of this ``number``. None if the value is
    more than the template.
    """
    line = Line.at(text, inside)
    if line.value_at != inside - 1 or not _VALUE.fullmatch(line.value):
        return None
    return line_fix(text, line, number, Edit(line.value_span, quoted(line.value)), Safety.UNSAFE)
