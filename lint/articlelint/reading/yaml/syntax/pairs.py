"""Lines that are to be a key and its value, or a list item, and are neither."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import name

from articlelint.model import Span
from articlelint.reading.yaml.meant_otherwise import ODD_SPACES, SIGN_IN_KEY
from articlelint.reading.yaml.syntax.mistake import Mistake, Repair, replacing
from articlelint.reading.yaml.syntax.other_pairs import as_pair, tab_for_colon
from articlelint.reading.yaml.syntax.stray_lines import stray_line
from articlelint.reading.yaml.syntax.stumble import Line, Stumble
from articlelint.text.words import shorten, show

BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+#.*)?")

_WIDE_COLONS = "：﹕꞉∶︰"  # noqa: RUF001

_ODD_SPACE = re.compile(
    rf"(?P<before>-|[^\s:]+:|)(?P<space>[ \t]*[{ODD_SPACES}][{ODD_SPACES} \t]*)"
)
_WIDE_COLON = re.compile(rf"(?P<key>[\w.-]+)[ \t]*(?P<colon>[{_WIDE_COLONS}])[ \t{ODD_SPACES}]*")
_DASH_WITHOUT_SPACE = re.compile(r"-(?P<rest>[^\s-].*)")
_BULLET = re.compile(r"(?P<bullet>[•‣◦·●*–—−‐])[ \t]*(?P<rest>\S.*)")  # noqa: RUF001
_COLON_WITHOUT_SPACE = re.compile(r"(?P<key>[\w. -]*[\w-]):(?!//)(?P<value>[^ \t:].*)")
_OTHER_SIGN = re.compile(r"(?P<key>[\w-]+)[ \t]*(?P<sign>=>|:=|->|=|;)[ \t]*(?P<value>\S.*)?")
_QUOTED_VALUE = re.compile(r"(?P<key>[\w-]+)[ \t]*(?P<value>\"[^\"]*\"|'[^']*'|“[^”]*”)")
_WORD = re.compile(r"[\w-]+")
_COMMENT = re.compile(r"//+|<!--|/\*+|--(?!-)|;")


def refused(stumble: Stumble) -> Mistake | None:
    """A line that parses, but as a part of a text or a key."""
    if not stumble.refused or stumble.refused.message:
        return None
    return recognise(stumble.text, stumble.line)


def no_colon(stumble: Stumble) -> Mistake | None:
    """A line that the parser took for a key, which no colon ends."""
    if "simple key" not in stumble.context:
        return None
    return not_a_pair(stumble, Line.at(stumble.text, stumble.opened))


def recognise(text: str, line: Line) -> Mistake | None:
    """What is wrong with a line that is to be a key and its value, or an item, if that is clear."""
    if found := odd_space(text, line):
        return found
    if line.key is not None:
        if not SIGN_IN_KEY.match(line.key):
            return None
        whole = line.without_key(text)
        return tab_for_colon(whole) or _other_sign(whole) or _colon_without_space(whole)
    found_kinds = (recognise_kind(line) for recognise_kind in _KINDS)
    return next(filter(None, found_kinds), None)


def not_a_pair(stumble: Stumble, line: Line) -> Mistake:
    """What is said of a line without a key, where only a key can be."""
    if found := recognise(stumble.text, line):
        return found
    if found := _key_without_colon(stumble, line):
        return found
    above = next(stumble.above(line), None)
    if above and BLOCK_HEADER.fullmatch(above.value):
        return not_indented(stumble, above, line)
    if above and above.dashes and above.indent == line.indent:
        item = f"- {shorten(line.value)}"
        help_ = f"write `{item}`, or indent the line if it belongs to the item above it"
        message = "this line is among the items of a list, but is not one"
        return Mistake(message, (help_,), line.span)
    return stray_line(stumble, line)


def _key_without_colon(stumble: Stumble, line: Line) -> Mistake | None:
    """A single word above what can only belong to it."""
    below = next(stumble.below(line), None)
    if not below or line.dashes or not _WORD.fullmatch(line.value):
        return None
    if below.indent < line.indent or (below.indent == line.indent and not below.dashes):
        return None
    if below.key is None and not below.dashes:
        return None
    end = line.value_span.end
    repair = replacing(Span(end, end), ":", is_trusted=True)
    help_ = f"write `{shorten(line.value)}:`"
    return Mistake(f"missing `:` after {show(line.value)}", (help_,), line.value_span, repair)


def not_indented(stumble: Stumble, header: Line, line: Line) -> Mistake:
    """What is said of text below a ``|`` or ``>`` that is not indented."""
    number = stumble.number(header.start)
    message = f"the text below the `{header.value[0]}` on line {number} is not indented"
    return Mistake(message, ("indent each of its lines by two spaces",), line.span)


def odd_space(text: str, line: Line) -> Mistake | None:
    """A space of another kind where YAML allows only its own: before a line, after `-` or `:`."""
    content = text[line.span.start : line.span.end]
    match = _ODD_SPACE.match(content)
    if not match:
        return None
    before, space = match["before"], match["space"]
    character = next(each for each in space if each in ODD_SPACES)
    is_first = not text[: line.start].removeprefix("---").strip()
    spaces = " " if before else " " * _columns(space) * (not is_first)
    where = f"after `{shorten(before)}`" if before else "in the indentation"
    message = f"{name(character).lower()} (U+{ord(character):04X}) {where}: use a space"
    start = line.span.start + len(before)
    written = shorten(f"{before}{spaces}{content[match.end() :]}".rstrip())
    indent = "" if before else " " * line.indent
    span = Span(start, start + len(space))
    return Mistake(message, (f"write `{indent}{written}`",), span, replacing(span, spaces))


def _columns(spaces: str) -> int:
    """How many spaces replace these; an ideographic one is as wide as two."""
    return sum(2 if each == "\u3000" else 1 for each in spaces)


def _wide_colon(line: Line) -> Mistake | None:
    """A colon of another kind: ``title：Night trains``."""  # noqa: RUF002
    match = _WIDE_COLON.match(line.value)
    if not match:
        return None
    colon = match["colon"]
    span = line.part(match, "colon")
    what = f"{name(colon).lower()} (U+{ord(colon):04X})"
    value = line.value[match.end() :]
    repair = replacing(Span(line.value_at + match.end("key"), line.value_at + match.end()), ": ")
    return Mistake(
        f"{what} after {show(match['key'])}: use `:`",
        (f"write `{match['key']}: {shorten(value)}`",),
        span,
        repair,
    )


def dash_without_space(line: Line) -> Mistake | None:
    """``-item``."""
    match = _DASH_WITHOUT_SPACE.fullmatch(line.value)
    if not match or line.key is not None:
        return None
    dash = Span(line.value_at, line.value_at + 1)
    help_ = f"write `- {shorten(match['rest'])}`"
    return Mistake(
        "missing space after `-`", (help_,), dash, replacing(Span(dash.end, dash.end), " ")
    )


def _bullet(line: Line) -> Mistake | None:
    match = _BULLET.fullmatch(line.value)
    if not match:
        return None
    bullet = match["bullet"]
    span = Span(line.value_at, line.value_at + 1)
    rest = Span(span.start, line.value_at + match.start("rest"))
    message = f"a list item begins with `-`, not `{bullet}`"
    help_ = f"write `- {shorten(match['rest'])}`"
    return Mistake(message, (help_,), span, replacing(rest, "- ", is_trusted=True))


def _comment(line: Line) -> Mistake | None:
    sign = _COMMENT.match(line.value)
    if not sign:
        return None
    text = line.value[sign.end() :].removesuffix("-->").removesuffix("*/")
    comment = f"# {text.strip()}".rstrip()
    repair = replacing(line.value_span, comment, is_trusted=True)
    return Mistake(
        "a comment begins with `#`", (f"write `{shorten(comment)}`",), line.value_span, repair
    )


def _colon_without_space(line: Line) -> Mistake | None:
    match = _COLON_WITHOUT_SPACE.fullmatch(line.value)
    if not match:
        return None
    colon = line.value_at + match.end("key")
    help_, repair = _as_pair(line, match)
    message = f"missing space after `{shorten(match['key'])}:`"
    return Mistake(message, (help_,), Span(line.value_at, colon + 1), repair)


def _other_sign(line: Line) -> Mistake | None:
    match = _OTHER_SIGN.fullmatch(line.value)
    if not match:
        return None
    span = line.part(match, "sign")
    help_, repair = _as_pair(line, match)
    return Mistake(f"`{match['sign']}` instead of `:`", (help_,), span, repair)


def _quoted_value(line: Line) -> Mistake | None:
    match = _QUOTED_VALUE.fullmatch(line.value)
    if not match:
        return None
    help_, repair = _as_pair(line, match)
    message = f"missing `:` after {show(match['key'])}"
    return Mistake(message, (help_,), line.part(match, "key"), repair)


def _as_pair(line: Line, match: re.Match[str]) -> tuple[str, Repair]:
    """The advice to write a line as ``key: value``, and the repair that does."""
    pair = as_pair(match["key"], (match["value"] or "").strip())
    return f"write `{shorten(pair)}`", replacing(line.value_span, pair)


_KINDS: tuple[Callable[[Line], Mistake | None], ...] = (
    _wide_colon,
    dash_without_space,
    _bullet,
    _comment,
    tab_for_colon,
    _colon_without_space,
    _quoted_value,
    _other_sign,
)
