"""Keys and values that another program wrote in its own way: a spreadsheet, a text in Markdown."""

from __future__ import annotations

import re

from articlelint.model import Edit, Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, replacing
from articlelint.reading.yaml.syntax.stumble import Line, Stumble
from articlelint.text.words import shorten, show

_TAB = re.compile(r"(?P<key>[\w-]+)(?P<tab>[ ]*\t[ \t]*)(?P<value>\S.*)")
_MARKED_KEY = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3}|`)(?P<key>[\w-]*[^\W_])(?:[ \t]*:(?P=mark)|(?P=mark)[ \t]*:)"
    r"(?:[ \t]+(?P<value>\S.*))?"
)


def tab_for_colon(line: Line) -> Mistake | None:
    """``title<TAB>Night trains``: two columns of a spreadsheet."""
    match = _TAB.fullmatch(line.value)
    if not match:
        return None
    pair = as_pair(match["key"], match["value"])
    span = line.part(match, "tab")
    repair = replacing(line.value_span, pair, is_trusted=True)
    return Mistake("tab instead of `: `", (f"write `{shorten(pair)}`",), span, repair)


def marked_key(stumble: Stumble) -> Mistake | None:
    """``**title:** Night trains``, as Markdown makes a word bold.

    A capital letter may begin a text of the article, but for a line next to other keys.
    """
    lines = (stumble.line, Line.at(stumble.text, stumble.opened))
    return next(filter(None, (_marked_key(stumble, line) for line in lines)), None)


def _marked_key(stumble: Stumble, line: Line) -> Mistake | None:
    match = _MARKED_KEY.fullmatch(line.value) if line.key is None else None
    if not match or not (match["key"][0].islower() or _is_among_keys(stumble, line)):
        return None
    mark, key, value = match.group("mark", "key", "value")
    pair = as_pair(key, value or "")
    start, end = line.part(match, "key")
    value_at = line.part(match, "value").start if value else line.value_span.end
    edits = (
        Edit(Span(line.value_at, start), ""),
        Edit(Span(end, value_at), pair[len(key) : len(key) + 2]),
        Edit(Span(value_at, line.value_span.end), pair[len(key) + 2 :]),
    )
    around = stumble.text[line.value_at : value_at].rstrip()
    what = "backticks" if mark == "`" else f"`{mark}`"
    return Mistake(
        f"{what} around the key {show(key)}: remove {'them' if mark == '`' else 'it'}",
        (f"write `{line.dashes}{shorten(pair)}`",),
        Span(line.value_at, line.value_at + len(around)),
        Repair(edits, is_trusted=True),
    )


def _is_among_keys(stumble: Stumble, line: Line) -> bool:
    neighbours = (next(stumble.above(line), None), next(stumble.below(line), None))
    return any(each and (each.key or _MARKED_KEY.fullmatch(each.value)) for each in neighbours)


def as_pair(key: str, value: str) -> str:
    """A key and its value as YAML writes them, with quotes where a value needs them."""
    if value[:1] not in ("'", '"', "[", "{") and ": " in value:
        value = quoted(value)
    if value.startswith("“") and value.endswith("”"):
        value = quoted(value[1:-1])
    return f"{key}: {value}".rstrip()
