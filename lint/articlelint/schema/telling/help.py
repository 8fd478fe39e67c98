"""The lines below a sentence: what else helps to fix a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.fixing.yaml.blocks import key_lines
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.telling.causes import cause
from articlelint.schema.telling.hints import Hints
from articlelint.schema.telling.sentences import own_sentence
from articlelint.text.words import MAX_MESSAGE, show

#: The most keys that are listed.
_MAX_KEYS = 12
_MAX_KEYS_BELOW = 3


def help_lines(  # noqa: PLR0913 - all that is known of a fault
    fault: Fault, hints: Hints, known: list[str], subject: str, message: str, *, in_yaml: bool
) -> Iterator[str]:
    """The lines below a message; ``known`` are the keys that could replace an unknown one.

    ``in_yaml``: what to write is told line by line, as YAML has it.
    """
    own = own_sentence(fault, hints, subject) if hints.told else message
    lines = [own] if hints.told else []
    lines += hints.correction.help if hints.correction else _collection(fault, in_yaml=in_yaml)
    if hints.belongs_in == () and in_yaml:
        lines += _at_the_top(fault)
    if known and hints == Hints(told=hints.told) and len(known) <= _MAX_KEYS:
        lines.append(f"other allowed keys: {', '.join(map(show, known))}")
    if (because := cause(fault, subject)) and because not in own:
        is_refused = fault.target is Target.KEY or fault.keyword == "not"
        what = "not allowed" if is_refused else "required"
        lines.append(f"{what} because {because}")
    if hints.description is not None:
        lines.append(hints.description)
    yield from lines
    is_corrected = hints.correction is not None and hints.correction.help
    if hints.example is None or is_corrected:
        return
    if not _is_told(hints.example, message, lines):
        yield f"for example: {show(hints.example)}"


def _is_told(example: Any, message: str, lines: list[str]) -> bool:
    """Whether an example is there already; a plain word may be in a line by chance."""
    word = example if isinstance(example, str) else show(example)
    alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(map(alone.search, [message, *(lines if not word.isalpha() else ())]))


def _at_the_top(fault: Fault) -> Iterator[str]:
    """How to write a key that belongs at the top level, unless that is long."""
    key = fault.path[-1]
    lines = key_lines(str(key), fault.actual[key])
    where = "at the start of the line"
    if list(fault.actual)[-1] != key:
        where += f", below the other keys of {show(fault.path[-2])}"
    if sum(map(len, lines)) > MAX_MESSAGE:
        return
    if len(lines) == 1:
        yield f"write `{lines[0]}` {where}"
    else:
        yield f"write {where}:"
        yield from lines


def _collection(fault: Fault, *, in_yaml: bool) -> Iterator[str]:
    """How to write a list or a mapping instead of a text."""
    if fault.keyword != "type" or not isinstance(fault.actual, str):
        return
    brackets = {"array": "the items in brackets", "object": "its keys in braces"}
    if not in_yaml:
        what = brackets.get(fault.types[0]) if len(fault.types) == 1 else None
        if what:
            yield f"write {what}, with commas between them"
        return
    if fault.types == ["array"]:
        yield "write each item on a line of its own below the key, after `- `"
    elif fault.types == ["object"]:
        schema = fault.schema if isinstance(fault.schema, Mapping) else {}
        keys = list(schema.get("required") or schema.get("properties", ()))[:_MAX_KEYS_BELOW]
        names = ", ".join(f"`{each}: ...`" for each in keys)
        yield f"write its keys below it, indented{': ' * bool(names)}{names}"
