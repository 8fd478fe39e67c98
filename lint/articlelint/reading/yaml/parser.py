"""YAML text to a tree of nodes.

The C parser of ruamel.yaml is some sixteen times faster than its pure one, which supports more of
YAML 1.2. So the C parser reads first; if it objects or is not installed, the pure parser decides.
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
from articlelint.reading.limits import MAX_PURE_LENGTH
from articlelint.reading.yaml.builder import TreeBuilder
from articlelint.reading.yaml.corrections import MisreadError, RefusedError
from articlelint.reading.yaml.meant_otherwise import refuse_what_is_meant_otherwise

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # no wheel for this platform
    CParser = None

# Characters that the parsers treat as special, unlike YAML 1.2: line breaks of YAML 1.1 (section
# 5.4 of 1.2 has none of them), and a byte order mark that is not the first character of the file.
_SPECIAL = "\x85\u2028\u2029\ufeff"

# An opening line that names the language, which is no YAML.
_NAMED = re.compile("---(ya?ml)")


def parse(text: str, content: Span, subject: str) -> Parsed:
    """Parse the YAML at the top of ``text``, up to ``content.end``, as ``Dialect`` describes."""
    # With its opening line, which YAML reads as the start of a document: so marks are offsets.
    text = text[: content.end]
    if content.start and (name := _NAMED.match(text)):
        text = f"---{' ' * len(name[1])}{text[name.end() :]}"
    try:
        builder = _build(text)
    except (YAMLError, RefusedError) as error:
        from articlelint.reading.yaml.reading_on import read_on  # noqa: PLC0415 - seldom needed

        return read_on(error, text, subject, _build)
    return Parsed(builder.root, builder.key_faults.told, frozenset(builder.key_faults.unread))


def _build(text: str) -> TreeBuilder:
    """Read a text. Raises RefusedError, YAMLError, UnreadableError and TooLongError."""
    builder = _parsed(text)
    if builder.root:
        refuse_what_is_meant_otherwise(text, builder.root)
    return builder


def _parsed(text: str) -> TreeBuilder:
    """Read with the C parser, else with the pure one, else raise why neither can.

    What the pure parser objects to counts, as that follows YAML 1.2 in more.
    """
    found: YAMLError | None = None
    if CParser is not None:
        try:
            return TreeBuilder(text).feed(_events(_c_events, text))
        except MisreadError:
            pass
        except YAMLError as error:
            found = error
    if len(text) <= MAX_PURE_LENGTH:
        try:
            return TreeBuilder(text).feed(_events(_pure_events, text))
        except _CrashError as error:
            found = found or error
        except YAMLError as error:
            found = error
    if not found:
        raise TooLongError(MAX_PURE_LENGTH)
    raise found


class _CrashError(YAMLError):
    """An error of another kind that the pure parser raised on broken input, without a place."""


def _events(parser: Callable[[str], Iterable[Any]], text: str) -> Iterable[Any]:
    """The events of a parser, for which the special characters are like any other."""
    if text.isascii() or not any(each in text for each in _SPECIAL):
        return parser(text)
    used = set(text)
    spare = (each for each in map(chr, range(0x10000, 0x110000)) if each not in used)
    stand_ins = "".join(islice(spare, len(_SPECIAL)))
    events = parser(text.translate(str.maketrans(_SPECIAL, stand_ins)))
    return _translated(events, str.maketrans(stand_ins, _SPECIAL))


def _translated(events: Iterable[Any], originals: dict[int, int]) -> Iterator[Any]:
    for event in events:
        if type(event) is ScalarEvent:
            event.value = event.value.translate(originals)
        yield event


def _c_events(text: str) -> Iterable[Any]:
    return iter(CParser(text).get_event, None)


def _pure_events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - the parser classes cost a millisecond to set up

    from articlelint.reading.yaml.scanner import Yaml12Scanner  # noqa: PLC0415 - as above

    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = Yaml12Scanner
    try:
        yield from yaml.parse(text)
    except YAMLError:
        raise
    except Exception as error:
        raise _CrashError(str(error)) from error
