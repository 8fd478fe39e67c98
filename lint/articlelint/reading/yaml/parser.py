"""YAML text to a tree of nodes.

The C parser of ruamel.yaml is some sixteen times faster than its pure one, which knows more of
YAML 1.2. So the C parser reads first, and where it objects or is not installed the pure parser has
the last word. Each also objects to some YAML that the other takes; so where both do, the objection
that lies further on is the one to mend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import ScalarEvent

from articlelint.model import Span
from articlelint.reading.dialect import Parsed, TooLongError
from articlelint.reading.document import UnreadableError
from articlelint.reading.limits import MAX_PURE_LENGTH
from articlelint.reading.yaml.builder import TreeBuilder

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # no wheel for this platform
    CParser = None

# Characters of which the parsers make more than YAML 1.2 does: line breaks of YAML 1.1 (section
# 5.4 of 1.2 says that they are none), and a byte order mark that is not the file's first character.
_OVERRATED = "\x85\u2028\u2029\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: str, content: Span, subject: str) -> Parsed:
    """Parse the YAML at the top of ``text``, up to ``content.end``, as ``Dialect`` describes."""
    # With its opening line, which YAML reads as the start of a document: so marks are offsets.
    builder = _build(text[: content.end], subject)
    return Parsed(builder.root, builder.faults, frozenset(builder.unread))


def _build(text: str, subject: str) -> TreeBuilder:
    """Let the C parser read, else the pure one, else say why neither can."""
    errors = []
    if CParser is not None:
        try:
            return TreeBuilder(text).feed(_events(_c_events, text))
        except YAMLError as error:
            errors.append(error)
    if len(text) <= MAX_PURE_LENGTH:
        try:
            return TreeBuilder(text).feed(_events(_pure_events, text))
        except YAMLError as error:
            errors.insert(0, error)
    if not errors:
        raise TooLongError(MAX_PURE_LENGTH)
    from articlelint.reading.yaml.syntax import explain_syntax_error  # noqa: PLC0415 - seldom needed

    raise UnreadableError(explain_syntax_error(errors, text, subject))


class _CrashError(YAMLError):
    """The pure parser stumbled over broken input with an error of another kind, without a place."""


def _events(parser: Callable[[str], Iterable[Any]], text: str) -> Iterable[Any]:
    """The events of a parser, to which what it overrates are characters like any other."""
    if text.isascii() or not any(each in text for each in _OVERRATED):
        return parser(text)
    used = set(text)
    spare = (each for each in map(chr, range(0x10000, 0x110000)) if each not in used)
    stand_ins = "".join(islice(spare, len(_OVERRATED)))
    events = parser(text.translate(str.maketrans(_OVERRATED, stand_ins)))
    return _translated(events, str.maketrans(stand_ins, _OVERRATED))


def _translated(events: Iterable[Any], originals: dict[int, int]) -> Iterator[Any]:
    for event in events:
        if type(event) is ScalarEvent:
            event.value = event.value.translate(originals)
        yield event


def _c_events(text: str) -> Iterable[Any]:
    return iter(CParser(text).get_event, None)


def _pure_events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the parser classes cost a millisecond to set up

    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            if type(event) is ScalarEvent and _SURROGATE.search(event.value):
                event.value = _paired(event.value)
            yield event
    except YAMLError:
        raise
    except Exception as error:
        raise _CrashError(str(error)) from error


def _paired(text: str) -> str:
    """Text whose escapes spell a character as JSON does, in two halves; ValueError for a half."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16")
