"""Characters that YAML does not allow where they are."""

from __future__ import annotations

import re

from articlelint.model import Span
from articlelint.reading.yaml.syntax.mistake import Mistake, replacing, surely
from articlelint.reading.yaml.syntax.stumble import Line, Stumble
from articlelint.text.words import counted

_UTF_8_AS_LATIN_1 = re.compile("[\xc2-\xf4][\x80-\xbf]{1,3}")
_WHITE_SPACE = re.compile(r"[ \t]*")
#: How far a line is indented that is not, where no other line shows it.
_INDENTATION = 2


def forbidden(stumble: Stumble) -> Mistake | None:
    """A control character or another one that no YAML text may hold."""
    if not stumble.character:
        return None
    code_point = ord(stumble.character)
    span = Span(stumble.place, stumble.place + 1)
    message = f"the character U+{code_point:04X} is not allowed in YAML: remove it"
    if not 0x80 <= code_point < 0xA0:
        return Mistake(message, (), span, replacing(span, ""))
    meant, whole = _meant(stumble)
    if "\ufffd" in meant:
        return Mistake(message, (), span, replacing(span, ""))
    help_ = f"it is a wrongly decoded `{meant}`"
    return Mistake(message, (help_,), span, replacing(whole, meant))


def _meant(stumble: Stumble) -> tuple[str, Span]:
    """What a C1 control character was before UTF-8 or Windows-1252 was read as Latin-1."""
    start = max(0, stumble.place - 3)
    for match in _UTF_8_AS_LATIN_1.finditer(stumble.text, start, stumble.place + 4):
        if match.start() <= stumble.place < match.end():
            return match.group().encode("latin-1").decode(errors="replace"), Span(*match.span())
    meant = stumble.here.encode("latin-1").decode("cp1252", errors="replace")
    return meant, Span(stumble.place, stumble.place + 1)


def tab(stumble: Stumble) -> Mistake | None:
    """A tab where only spaces are allowed."""
    line = stumble.line
    if stumble.here != "\t" or stumble.text.startswith("%", line.start):
        return None
    white_space = _white_space_at(stumble.text, stumble.place)
    if not stumble.begins_line:
        message = "tab where YAML allows only spaces: use a space"
        return Mistake(message, (), white_space, surely(white_space, " "))
    if line.says_nothing and not line.value:
        return Mistake("tab in an empty line: remove it", (), white_space, surely(white_space, ""))
    width = _width(stumble)
    help_ = f"indent this line by {counted(width, 'space')}" if width else "do not indent this line"
    repair = replacing(line.indentation, " " * width, is_trusted=True)
    return Mistake("tab used for indentation: use spaces", (help_,), white_space, repair)


def _white_space_at(text: str, place: int) -> Span:
    end = _WHITE_SPACE.match(text, place).end()  # type: ignore[union-attr]
    return Span(place, end)


def _width(stumble: Stumble) -> int:
    """How many spaces replace the indentation of a line, each tab being one level.

    One level is how far the first indented line is; no line is deeper than one level below the line
    above it, or than that line if it has a value.
    """
    line, above = stumble.line, stumble.lines_above
    if not above:
        return 0
    written = stumble.text[slice(*line.indentation)]
    level = next((each.indent for each in reversed(above) if each.indent), _INDENTATION)
    deepest = above[0].content + (0 if _has_text(above[0]) else level)
    return min(written.count("\t") * level + written.count(" "), deepest)


def _has_text(line: Line) -> bool:
    """Whether a line has a key and a value, so that no key can be below it."""
    return line.key is not None and bool(line.value) and line.value[0] not in "|>&!"
