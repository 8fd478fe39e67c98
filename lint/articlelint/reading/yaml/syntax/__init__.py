"""Why a YAML text does not parse, in a writer's words.

The parsers speak of tokens and contexts. What a writer did is better seen in the text itself, right
where the parser stumbled. Each function of ``_EXPLAINERS`` knows one kind of mistake, and the first
that recognises its own has the word; where none does, the parser is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.scalars import quoted
from articlelint.reading.yaml.syntax.stumble import Line, Stumble
from articlelint.text.words import either, shorten

#: A sentence that says what is wrong, then lines that say what to write.
_Explanation = tuple[str, ...]

#: The most characters of a key on one line (YAML 1.2.2, section 7.4.2).
_MAX_KEY = 1024
#: The most characters that are searched for an open bracket.
_MAX_CHARACTERS = 10_000

_CLOSERS = {"[": "]", "{": "}"}
_ESCAPE_DIGITS = {"x": 2, "u": 4, "U": 8}
# What no unquoted value may begin with (YAML 1.2.2, rule [126] ns-plain-first), brackets that open
# aside: those begin a value of another kind.
_INDICATORS = frozenset("?:,]}&*!|>%@`")

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[^\r\n])")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+#.*)?")
_CONFLICT = re.compile(r"[\r\n](?:<{7}|>{7})(?=[ \r\n]|\Z)")
_UTF_8_AS_LATIN_1 = re.compile("[\xc2-\xf4][\x80-\xbf]{1,3}")
_DASH_WITHOUT_BLANK = re.compile(r"-(?P<rest>[^\s-].*)")
_COLON_WITHOUT_BLANK = re.compile(r"(?P<key>[\w. -]+):(?!//)(?P<value>[^ \t:].*)")
_EQUALS_SIGN = re.compile(r"(?P<key>[\w. -]+)=>?(?P<value>.*)")


def explain_syntax_error(errors: Iterable[Exception], text: str, subject: str) -> Diagnostic:
    """The diagnostic of the error that is furthest on in ``text``, which begins as the file does.

    ``errors`` are those of several parsers; of two in one place the first counts. ``subject`` is
    what messages call the text.
    """
    stumble = max((Stumble(each, text, subject) for each in errors), key=attrgetter("place"))
    explanations = (explain(stumble) for explain in _EXPLAINERS)
    message, *help_ = next(filter(None, explanations), (stumble.words,))
    span = Span(stumble.place, stumble.place + (not stumble.at_line_end))
    return Diagnostic("yaml-syntax", Severity.ERROR, message, (), span, tuple(help_))


def _explain_character(stumble: Stumble) -> _Explanation | None:
    if not stumble.character:
        return None
    code_point = ord(stumble.character)
    message = f"the character U+{code_point:04X} is not allowed in YAML: remove it"
    if not 0x80 <= code_point < 0xA0:
        return (message,)
    meant = _meant(stumble)
    return (
        (message,) if "\ufffd" in meant else (message, f"it comes from a wrongly decoded `{meant}`")
    )


def _meant(stumble: Stumble) -> str:
    """What a C1 control character was before UTF-8 or Windows-1252 was read as Latin-1."""
    start = max(0, stumble.place - 3)
    for match in _UTF_8_AS_LATIN_1.finditer(stumble.text, start, stumble.place + 4):
        if match.start() <= stumble.place < match.end():
            return match.group().encode("latin-1").decode(errors="replace")
    return stumble.here.encode("latin-1").decode("cp1252", errors="replace")


def _explain_conflict(stumble: Stumble) -> _Explanation | None:
    if not _CONFLICT.search(stumble.text):
        return None
    help_ = "keep one side, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`"
    return f"unresolved merge conflict in the {stumble.subject}", help_


def _explain_tab(stumble: Stumble) -> _Explanation | None:
    if stumble.here != "\t":
        return None
    line = stumble.line
    if not stumble.begins_line:
        return ("a tab stands where YAML takes only blanks: write a blank",)
    if line.says_nothing and not line.value:
        return ("a tab stands in an empty line: remove it",)
    return ("a tab indents this line: indent with blanks",)


def _explain_escape(stumble: Stumble) -> _Explanation | None:
    text, place = stumble.text, stumble.place
    backslash = text.rfind("\\", max(stumble.opened, place - 2), place + 1)
    if "quoted scalar" not in stumble.context or backslash < 0:
        return None
    escape = _ESCAPE.match(text, backslash)
    if not escape or text[stumble.opened] != '"':
        return None
    written, letter = escape.group(), escape.group()[1]
    if letter == "'":
        return "an apostrophe needs no backslash in double quotes", "write `'` alone"
    help_ = r"write `\\` for a backslash, or put the value in single quotes"
    digits = _ESCAPE_DIGITS.get(letter, 0)
    if len(written) < digits + 2:
        return f"`\\{letter}` is to be followed by {digits} hexadecimal digits", help_
    if digits:
        return f"`{written}` is no character", "write the character itself"
    return f"`{written}` is no escape that YAML knows", help_


def _explain_open_quote(stumble: Stumble) -> _Explanation | None:
    if "quoted scalar" not in stumble.context:
        return None
    quote = stumble.text[stumble.opened]
    message = f"the `{quote}` that opens on line {stumble.number(stumble.opened)} is never closed"
    help_ = f"write `{quote}` where the value ends"
    if Line.at(stumble.text, stumble.opened).value.endswith('\\"'):
        return message, r'the backslash makes `\"` part of the value: write `\\"` to end it'
    if quote == "'":
        help_ += ", or put the value in double quotes if the `'` belongs to it"
    return message, help_


def _explain_template(stumble: Stumble) -> _Explanation | None:
    line = stumble.line
    if not line.value.startswith(("{{", "{%")) or stumble.place < line.value_at:
        return None
    return "a template is no YAML unless it is in quotes", line.in_quotes()


def _explain_behind_quotes(stumble: Stumble) -> _Explanation | None:
    text, place, line = stumble.text, stumble.place, stumble.line
    for opened in (line, *stumble.lines_above):
        closed = _QUOTED.match(text, opened.value_at)
        if closed and closed.end() <= place and not text[closed.end() : place].strip(" \t"):
            break
    else:
        return None
    quote = text[opened.value_at]
    if opened != line and opened.key is None and stumble.here == ":":
        return ("a key cannot run over more than one line",)
    if opened != line:
        number = stumble.number(opened.start)
        message = f"the `{quote}` that opens on line {number} is closed only before this"
        return message, f"write `{quote}` where the value of line {number} ends"
    rest = line.value[closed.end() - line.value_at :].strip()
    if line.key is None and not line.dashes:
        return "there is no `:` behind this key", f"write `{closed.group()}: {shorten(rest)}`"
    if rest in (",", ";"):
        return (f"a `{rest}` stands behind the value: remove it",)
    if quote not in rest:
        return "text stands behind the closing quote of this value", line.in_quotes()
    message = f"a `{quote}` inside this value ends it"
    if "\\" in line.value or not rest.endswith(quote):
        return message, 'write `\\"` for it' if quote == '"' else "write `''` for it"
    return message, line.in_quotes(line.value[1:-1])


def _explain_open_bracket(stumble: Stumble) -> _Explanation | None:
    if "while parsing a flow" not in stumble.context:
        return None
    here, line = stumble.here, stumble.line
    if here == ",":
        return ("nothing stands before this `,`: remove it",)
    if here == "-":
        return ("a list in brackets has no `-`: remove it",)
    if here == ":" and stumble.begins_line:
        return ("this `:` stands apart from its key: write both on one line",)
    opened = _open_bracket(stumble)
    bracket, number = stumble.text[opened], stumble.number(opened)
    closer = _CLOSERS.get(bracket, "")
    if here in ("]", "}"):
        return (f"`{here}` cannot close the `{bracket}` of line {number}: write `{closer}`",)
    first = Line.at(stumble.text, opened)
    if not here or (line != first and line.indent <= first.indent):
        message = f"the `{bracket}` that opens on line {number} is never closed"
        return message, f"write `{closer}` where it ends, or put the value in quotes"
    above = stumble.lines_above
    if line != first and above and (stumble.begins_line or stumble.place == line.colon):
        return (f"a `,` is missing at the end of line {stumble.number(above[0].start)}",)
    if here == ":":
        return "an unquoted value holds `: `", "put the value in quotes, or write the missing `,`"
    return ("a `,` is missing before this",)


def _open_bracket(stumble: Stumble) -> int:
    """The bracket that is still open at the place."""
    text, closed = stumble.text, 0
    if text[stumble.opened : stumble.opened + 1] in _CLOSERS:
        return stumble.opened
    for offset in range(stumble.place - 1, max(0, stumble.place - _MAX_CHARACTERS), -1):
        if text[offset] in "]}":
            closed += 1
        elif text[offset] in _CLOSERS:
            if not closed:
                return offset
            closed -= 1
    return max(text.rfind(each, 0, stumble.place) for each in _CLOSERS)


def _explain_behind_brackets(stumble: Stumble) -> _Explanation | None:
    line = stumble.line
    before = stumble.text[line.value_at : stumble.place].rstrip(" \t")
    if line.value[:1] not in _CLOSERS or before[-1:] not in ("]", "}"):
        return None
    if not line.value[len(before) :].strip(" \t]}"):
        return (f"this `{stumble.here}` closes nothing: remove it",)
    return f"text stands behind the `{before[-1]}` that ends this value", line.in_quotes()


def _explain_first_character(stumble: Stumble) -> _Explanation | None:
    line, here = stumble.line, stumble.here
    value, first = line.value, line.value[:1]
    is_first = stumble.place == line.value_at
    if first in ("|", ">") and "block scalar" in stumble.context:
        message = f"nothing can stand behind the `{first}` that begins text on the lines below it"
        return message, line.in_quotes()
    if is_first and value.startswith("- "):
        help_ = "write each `- item` on a line of its own below the key, if this is a list"
        return "a list cannot begin in the line of its key", help_, line.in_quotes()
    if (first in ("&", "*", "!") and here != ":") or (is_first and first in _INDICATORS):
        if line.key is None and value.startswith("* "):
            help_ = f"write `- {shorten(value[2:])}`"
            return "an item of a list begins with `-`, not with `*`", help_
        key, colon, rest = value.partition(": ")
        if line.key is None and colon:
            help_ = f"put the key in quotes: `{quoted(key)}: {shorten(rest)}`"
            return f"a key cannot begin with {_named(first)}", help_
        return f"a value cannot begin with {_named(first)}", line.in_quotes()
    if "next token" in stumble.context and here in _INDICATORS:
        return (f"a value cannot begin with {_named(here)}: put it in quotes",)
    return None


def _named(character: str) -> str:
    return "a backtick" if character == "`" else f"`{character}`"


def _explain_colon(stumble: Stumble) -> _Explanation | None:
    line, lines = stumble.line, stumble.lines_above
    if stumble.here != ":":
        return None
    if _DASH_WITHOUT_BLANK.fullmatch(line.value) and line.key is None:
        return _no_colon(stumble, line)
    if lines and line.indent <= lines[0].indent and _BLOCK_HEADER.fullmatch(lines[0].value):
        return _not_indented(stumble, lines[0])
    if line.colon != stumble.place:
        at_end = stumble.place == line.value_at + len(line.value) - 1
        return f"an unquoted value {'ends with `:`' if at_end else 'holds `: `'}", line.in_quotes()
    if stumble.place - line.start > _MAX_KEY:
        return (f"a key cannot be longer than {_MAX_KEY} characters",)
    parent = next((each for each in lines if each.indent < line.indent), None)
    if parent and parent.value and (parent.key is not None or parent.dashes):
        number = stumble.number(parent.start)
        message = f"this line continues the value of line {number}, for it is indented deeper"
        return message, f"indent it like {parent.name(number)}, or put the value there in quotes"
    return _no_colon(stumble, lines[0]) if lines and lines[0].key is None else None


def _explain_no_colon(stumble: Stumble) -> _Explanation | None:
    if "simple key" not in stumble.context:
        return None
    return _no_colon(stumble, Line.at(stumble.text, stumble.opened))


def _no_colon(stumble: Stumble, line: Line) -> _Explanation:
    """What is said of a line without a key, where only a key can stand."""
    number, value = stumble.number(line.start), shorten(line.value)
    if match := _DASH_WITHOUT_BLANK.fullmatch(value):
        return f"a blank is missing behind the `-` of line {number}", f"write `- {match['rest']}`"
    if match := _COLON_WITHOUT_BLANK.fullmatch(value):
        help_ = f"write `{match['key'].strip()}: {match['value'].strip()}`"
        return f"a blank is missing behind the `:` of line {number}", help_
    if match := _EQUALS_SIGN.fullmatch(value):
        help_ = f"write `{match['key'].strip()}: {match['value'].strip()}`"
        return f"line {number} has `=` in place of `: `", help_
    above = next(stumble.above(line), None)
    if above and _BLOCK_HEADER.fullmatch(above.value):
        return _not_indented(stumble, above)
    if above and above.dashes and above.indent == line.indent:
        help_ = f"write `- {value}`, or indent the line if it belongs to the item above it"
        return f"line {number} stands among the items of a list, but is none", help_
    return (
        f"line {number} is no `key: value`",
        "write `key: value`, or indent the line if it belongs to the value above it",
        "if the text of the article begins here, write `---` above it",
    )


def _not_indented(stumble: Stumble, header: Line) -> _Explanation:
    number = stumble.number(header.start)
    message = f"the text below the `{header.value[0]}` of line {number} is not indented"
    return message, "indent each of its lines by two blanks"


def _explain_directive(stumble: Stumble) -> _Explanation | None:
    for line in (stumble.line, *stumble.lines_above):
        whole = stumble.text[line.start : line.value_at] + line.value
        sign = next((each for each in ("%", "...") if whole.startswith(each)), None)
        if sign:
            number = stumble.number(line.start)
            message = f"line {number} begins with `{sign}`, which no line here can"
            key, colon, rest = whole.partition(": ")
            if not colon:
                return message, f"remove line {number}"
            return message, f"put the key in quotes: `{quoted(key)}: {shorten(rest)}`"
    return None


def _explain_indentation(stumble: Stumble) -> _Explanation | None:
    line, lines = stumble.line, stumble.lines_above
    if not stumble.begins_line or not lines:
        return None
    for each in (line, lines[0]):
        if each.key is None and _DASH_WITHOUT_BLANK.fullmatch(each.value):
            return _no_colon(stumble, each)
    above, number = lines[0], stumble.number(lines[0].start)
    if line.indent > above.content and above.value:
        if _BLOCK_HEADER.fullmatch(above.value):
            return ("an empty line above this text is indented deeper: remove its blanks",)
        message = f"this line is indented deeper than line {number}, which has a value already"
        return message, f"indent it like {above.name(number)}"
    levels = dict(_levels(lines))
    if line.indent not in levels:
        fitting = [str(each) for each, of_items in levels.items() if of_items <= bool(line.dashes)]
        message = "the indentation of this line fits no line above it"
        return message, f"indent it by {either(fitting or [str(min(levels))])} blanks"
    if line.dashes and above.value and not levels[line.indent]:
        message = f"line {number} has a value already, so no list can follow it"
        return message, f"remove the value of line {number}, or the list"
    if not line.dashes and levels[line.indent]:
        message = "a key stands among the items of a list"
        return message, "write `- ` before it, or indent it like the key of the list"
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


def _explain_second_value(stumble: Stumble) -> _Explanation | None:
    if "document start" not in stumble.words or not stumble.lines_above:
        return None
    number = stumble.number(stumble.lines_above[-1].start)
    return f"line {number} is no `key: value`", "write one `key: value` on each line"


_EXPLAINERS = (
    _explain_character,
    _explain_conflict,
    _explain_tab,
    _explain_escape,
    _explain_open_quote,
    _explain_template,
    _explain_behind_quotes,
    _explain_open_bracket,
    _explain_behind_brackets,
    _explain_directive,
    _explain_first_character,
    _explain_colon,
    _explain_no_colon,
    _explain_indentation,
    _explain_second_value,
)
