"""Lines that cannot be where they are: no key, a second value, a wrong indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.stumble import Explanation, Line, Stumble
from articlelint.text.words import either, shorten

#: The most characters of a key on one line (YAML 1.2.2, section 7.4.2).
_MAX_KEY = 1024

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+#.*)?")
_CONFLICT = re.compile(r"[\r\n](?:<{7}|>{7})(?=[ \r\n]|\Z)")
_DASH_WITHOUT_SPACE = re.compile(r"-(?P<rest>[^\s-].*)")
_COLON_WITHOUT_SPACE = re.compile(r"(?P<key>[\w. -]+):(?!//)(?P<value>[^ \t:].*)")
_EQUALS_SIGN = re.compile(r"(?P<key>[\w. -]+)=>?(?P<value>.*)")


def conflict(stumble: Stumble) -> Explanation | None:
    """The marks that Git leaves where two versions disagree."""
    if not _CONFLICT.search(stumble.text):
        return None
    help_ = "keep one side, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
    return f"unresolved merge conflict in the {stumble.subject}", help_


def directive(stumble: Stumble) -> Explanation | None:
    """A line that YAML takes for one about the document, not in it."""
    for line in (stumble.line, *stumble.lines_above):
        whole = stumble.text[line.start : line.value_at] + line.value
        sign = next((each for each in ("%", "...") if whole.startswith(each)), None)
        if sign:
            number = stumble.number(line.start)
            message = f"line {number} begins with `{sign}`, which is not allowed here"
            key, colon, rest = whole.partition(": ")
            if not colon:
                return message, f"remove line {number}"
            return message, f"put the key in quotes: `{quoted(key)}: {shorten(rest)}`"
    return None


def colon(stumble: Stumble) -> Explanation | None:
    """A colon that ends a key where there can be none."""
    line, lines = stumble.line, stumble.lines_above
    if stumble.here != ":":
        return None
    if _DASH_WITHOUT_SPACE.fullmatch(line.value) and line.key is None:
        return _not_a_pair(stumble, line)
    if lines and line.indent <= lines[0].indent and _BLOCK_HEADER.fullmatch(lines[0].value):
        return _not_indented(stumble, lines[0])
    if line.colon != stumble.place:
        at_end = stumble.place == line.value_at + len(line.value) - 1
        what = "ends with `:`" if at_end else "contains `: `"
        return f"an unquoted value {what}", line.in_quotes()
    if stumble.place - line.start > _MAX_KEY:
        return (f"a key cannot be longer than {_MAX_KEY} characters",)
    parent = next((each for each in lines if each.indent < line.indent), None)
    if parent and parent.value and (parent.key is not None or parent.dashes):
        number = stumble.number(parent.start)
        message = f"this line continues the value on line {number}, as it is indented deeper"
        return message, f"indent it like {parent.name(number)}, or put the value there in quotes"
    return _not_a_pair(stumble, lines[0]) if lines and lines[0].key is None else None


def no_colon(stumble: Stumble) -> Explanation | None:
    """A line that the parser took for a key, which no colon ends."""
    if "simple key" not in stumble.context:
        return None
    return _not_a_pair(stumble, Line.at(stumble.text, stumble.opened))


def _not_a_pair(stumble: Stumble, line: Line) -> Explanation:
    """What is said of a line without a key, where only a key can be."""
    number, value = stumble.number(line.start), shorten(line.value)
    if match := _DASH_WITHOUT_SPACE.fullmatch(value):
        return f"missing space after `-` on line {number}", f"write `- {match['rest']}`"
    if match := _COLON_WITHOUT_SPACE.fullmatch(value):
        help_ = f"write `{match['key'].strip()}: {match['value'].strip()}`"
        return f"missing space after `:` on line {number}", help_
    if match := _EQUALS_SIGN.fullmatch(value):
        help_ = f"write `{match['key'].strip()}: {match['value'].strip()}`"
        return f"line {number} has `=` instead of `: `", help_
    above = next(stumble.above(line), None)
    if above and _BLOCK_HEADER.fullmatch(above.value):
        return _not_indented(stumble, above)
    if above and above.dashes and above.indent == line.indent:
        help_ = f"write `- {value}`, or indent the line if it belongs to the item above it"
        return f"line {number} is among the items of a list, but is not one", help_
    return (
        f"line {number} is not a `key: value` pair",
        "write `key: value`, or indent the line if it belongs to the value above it",
        "if the text of the article begins here, write `---` above it",
    )


def _not_indented(stumble: Stumble, header: Line) -> Explanation:
    number = stumble.number(header.start)
    message = f"the text below the `{header.value[0]}` on line {number} is not indented"
    return message, "indent each of its lines by two spaces"


def indentation(stumble: Stumble) -> Explanation | None:
    """A line that is indented as nothing above it is, or as what it cannot follow."""
    line, lines = stumble.line, stumble.lines_above
    if not stumble.begins_line or not lines:
        return None
    for each in (line, lines[0]):
        if each.key is None and _DASH_WITHOUT_SPACE.fullmatch(each.value):
            return _not_a_pair(stumble, each)
    above, number = lines[0], stumble.number(lines[0].start)
    if line.indent > above.content and above.value:
        if _BLOCK_HEADER.fullmatch(above.value):
            return ("an empty line above this text is indented deeper: remove its spaces",)
        message = f"this line is indented deeper than line {number}, which already has a value"
        return message, f"indent it like {above.name(number)}"
    levels = dict(_levels(lines))
    if line.indent not in levels:
        fitting = [str(each) for each, of_items in levels.items() if of_items <= bool(line.dashes)]
        help_ = f"indent it by {either(fitting or [str(min(levels))])} spaces"
        return "indentation matches no enclosing level", help_
    if line.dashes and above.value and not levels[line.indent]:
        message = f"line {number} already has a value, so no list can follow it"
        return message, f"remove the value on line {number}, or the list"
    if not line.dashes and levels[line.indent]:
        help_ = "write `- ` before it, or indent it like the key of the list"
        return "expected a list item, found a key", help_
    return None


def _levels(lines: list[Line]) -> Iterator[tuple[int, bool]]:
    """The indentations that are open below some lines, and whether they are those of items."""
    least = lines[0].content + 1
    for line in lines:
        columns = [(line.indent, bool(line.dashes))]
        if line.dashes and line.key is not None:
            columns.insert(0, (line.content, False))
        for column, of_items in columns:
            if column < least:
                yield column, of_items
                least = column


def second_value(stumble: Stumble) -> Explanation | None:
    """A second value after the one that is the whole document."""
    if "document start" not in stumble.words or not stumble.lines_above:
        return None
    number = stumble.number(stumble.lines_above[-1].start)
    return f"line {number} is not a `key: value` pair", "write one `key: value` on each line"
