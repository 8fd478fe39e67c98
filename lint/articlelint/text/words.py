"""Parts of sentences: values and choices in messages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from articlelint.model import DataPath

#: The most characters of a value that a message shows, and of a message or a line of help.
MAX_SHOWN = 60
MAX_MESSAGE = 500


def show(value: Any) -> str:
    """A value in a message: text in double quotes, shortened; collections by their kind."""
    if isinstance(value, str):
        return json.dumps(shorten(value), ensure_ascii=False)
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "empty" if value is None else shorten(_number_or_flag(value))


def key_or_item(path: DataPath) -> str:
    """``"topics"``, or ``an item of "topics"``: the value at a path, by the last key of that."""
    key = innermost_key(path)
    return show(key) if key == path[-1] else f"an item of {show(key)}"


def field_or_item(path: DataPath) -> str:
    """The same by the whole name of the field, as settings name it: ``"extra.code"``."""
    name = field_name(path)
    return show(name) if isinstance(path[-1], str) else f"an item of {show(name)}"


def field_name(path: DataPath) -> str:
    """The name of the field at a path, or of that whose item is there: ``extra.code``."""
    return ".".join(part for part in path if isinstance(part, str))


def innermost_key(path: DataPath) -> str:
    """The last key of a path, which has one: ``code`` of ``extra.code``, also for its items."""
    return next(part for part in reversed(path) if isinstance(part, str))


def _number_or_flag(value: float | bool) -> str:  # noqa: FBT001 - it is the value shown
    """As YAML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and not isfinite(value):
        return str(value).replace("inf", ".inf").replace("nan", ".nan")
    return str(value)


def written_out(value: Any) -> str:
    """As ``show``, but a collection as JSON, shortened if it is long."""
    if isinstance(value, Mapping | list):
        return shorten(json.dumps(value, ensure_ascii=False))
    return show(value)


def shorten(text: str, most: int = MAX_SHOWN) -> str:
    """At most so many characters; an ellipsis replaces the rest."""
    return text if len(text) <= most else text[: most - 1] + "…"


def kind(value: Any) -> str:
    """What a value is, in a writer's words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        return "a whole number"
    if isinstance(value, float):
        return "a number" if isfinite(value) else "not a finite number"
    if isinstance(value, str):
        return "text"
    return show(value)


def either(choices: Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return _listed(choices, "or")


def both(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return _listed(parts, "and")


def _listed(parts: Sequence[str], last: str) -> str:
    return f" {last} ".join((", ".join(parts[:-1]), parts[-1])) if parts[1:] else "".join(parts)


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
