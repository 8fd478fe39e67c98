"""Lines that are indented as nothing around them is, or as what they cannot follow."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.model import Span
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, replacing, surely
from articlelint.reading.yaml.syntax.pairs import BLOCK_HEADER, dash_without_space, odd_space
from articlelint.reading.yaml.syntax.stumble import Line, Stumble
from articlelint.text.words import counted, either, shorten


def indentation(stumble: Stumble) -> Mistake | None:
    """A line that is indented as nothing above it is, or as what it cannot follow."""
    line, lines = stumble.line, stumble.lines_above
    if not stumble.begins_line or not lines:
        return None
    for each in (line, lines[0]):
        if found := dash_without_space(each) or odd_space(stumble.text, each):
            return found
    above = lines[0]
    if line.indent > above.content and above.value:
        return _too_deep(stumble, line, above)
    levels = dict(_levels(lines))
    if line.indent not in levels:
        return _no_level(stumble, line, levels)
    if line.dashes and not levels[line.indent] and above.value:
        return _list_without_key(stumble, line)
    if not line.dashes and levels[line.indent]:
        return _key_among_items(stumble, line)
    return None


def continues_value(stumble: Stumble, line: Line, parent: Line) -> Mistake:
    """What is said of a key that is deeper than one above it, which has a value of its own."""
    number = stumble.number(parent.start)
    help_ = f"indent it like {parent.name(number)}, or put the value there in quotes"
    if parent.key is None:
        message = f"this line continues the value on line {number}, as it is indented deeper"
        return Mistake(message, (help_,), line.span)
    return _indented(stumble, line, parent, (_written(stumble, line, parent.content), help_))


def _too_deep(stumble: Stumble, line: Line, above: Line) -> Mistake:
    if BLOCK_HEADER.fullmatch(above.value):
        empty = Line.at(
            stumble.text, line.start - 1 - stumble.text.startswith("\r\n", line.start - 2)
        )
        message = "an empty line above text is indented deeper: remove its spaces"
        return Mistake(message, (), empty.indentation, surely(empty.indentation, ""))
    return _indented(stumble, line, above, (_written(stumble, line, above.content),))


def _indented(stumble: Stumble, line: Line, above: Line, help_: tuple[str, ...]) -> Mistake:
    """A line that should be where the key above it is."""
    number = stumble.number(above.start)
    message = (
        f"indented by {counted(line.indent, 'space')}, but {above.name(number)} by {above.content}"
    )
    return Mistake(message, help_, _place(line), _moved(line, above.content))


def _written(stumble: Stumble, line: Line, column: int) -> str:
    text = shorten(stumble.text[slice(*line.span)])
    if not column:
        return f"write `{text}` at the start of the line"
    return f"write `{' ' * column}{text}`, with {counted(column, 'space')} before it"


def _place(line: Line) -> Span:
    """The indentation, or what begins there if there is none."""
    return line.indentation if line.indent else Span(line.start, line.start + 1)


def _moved(line: Line, column: int) -> Repair:
    return replacing(line.indentation, " " * column)


def _no_level(stumble: Stumble, line: Line, levels: dict[int, bool]) -> Mistake:
    if not line.dashes and _is_list(stumble):
        return _list_without_key(stumble, stumble.lines_above[-1])
    if line.indent < min(levels) and (first := _odd_first(stumble, line)):
        return _indented(stumble, first, line, (_written(stumble, first, line.indent),))
    fitting = [each for each, of_items in levels.items() if of_items <= bool(line.dashes)]
    fitting = fitting or [min(levels)]
    nearest = min(fitting, key=lambda each: (abs(each - line.indent), -each))
    others = [counted(each, "space") for each in fitting if each != nearest]
    message = "indentation matches no enclosing level"
    help_: tuple[str, ...] = (_written(stumble, line, nearest),)
    if others:
        help_ = (*help_, f"or indent it by {either(others)}")
    return Mistake(message, help_, _place(line), _moved(line, nearest))


def _odd_first(stumble: Stumble, line: Line) -> Line | None:
    """The line above that is indented, where it and not this one is unlike the others."""
    above = stumble.lines_above
    if line.key is None or len({each.indent for each in above}) > 1:
        return None
    same = sum(each.indent == line.indent for each in stumble.below(line)) + 1
    return above[-1] if len(above) <= same and above[-1].key is not None else None


def _is_list(stumble: Stumble) -> bool:
    """Whether the text begins with an item, so that all of it is a list."""
    first = stumble.lines_above[-1]
    return bool(first.dashes) and next(stumble.above(first), None) is None


def _list_without_key(stumble: Stumble, line: Line) -> Mistake:
    number = stumble.number(line.start)
    message = "this list has no key"
    if next(stumble.above(line), None):
        message += ": the line above it has a value of its own"
    help_ = (
        f"write the key of the list on a line above line {number}, such as `topics:`",
        "or remove the list",
    )
    return Mistake(message, help_, line.span)


def _key_among_items(stumble: Stumble, line: Line) -> Mistake:
    above = stumble.lines_above
    item = next((each for each in above if each.indent <= line.indent and each.dashes), line)
    key = next((each for each in above if each.indent < line.indent), None)
    if key is None and _is_list(stumble):
        return _list_without_key(stumble, above[-1])
    if item.key is not None and item.dashes and item.indent == line.indent:
        key = item  # one more key of the item
    column = key.content if key and key.key is not None else None
    help_ = "write `- ` before it, or indent it like the key of the list"
    repair = None if column is None or line.key is None else _moved(line, column)
    advice = (_written(stumble, line, column),) if repair and column is not None else ()
    message = "expected a list item, found a key"
    span = Span(line.start + line.indent, line.colon) if line.key is not None else line.span
    return Mistake(message, (*advice, help_), span, repair)


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
