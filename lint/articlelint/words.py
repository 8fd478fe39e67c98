"""Small pieces of sentences: how messages name values and choices."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

#: The most characters of a value that a message shows.
MAX_SHOWN = 60


def show(value: Any) -> str:
    """A value in a message: text in double quotes, shortened; collections by their kind."""
    if isinstance(value, str):
        return json.dumps(shorten(value), ensure_ascii=False)
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else shorten(_number_or_flag(value))


def _number_or_flag(value: float | bool) -> str:  # noqa: FBT001 - it is the value shown
    """As YAML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and not isfinite(value):
        return str(value).replace("inf", ".inf").replace("nan", ".nan")
    return str(value)


def written_out(value: Any) -> str:
    """As ``show``, but a collection in full (if that is short), as JSON, which YAML reads."""
    if isinstance(value, Mapping | list):
        return shorten(json.dumps(value, ensure_ascii=False))
    return show(value)


def shorten(text: str) -> str:
    """At most ``MAX_SHOWN`` characters, with an ellipsis where some are left out."""
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def kind(value: Any) -> str:
    """What a value is, in a writer's words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        return "a whole number"
    if isinstance(value, float):
        return "a number" if isfinite(value) else "no finite number"
    if isinstance(value, str):
        return "text"
    return show(value)


def either(choices: Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return " or ".join((", ".join(choices[:-1]), choices[-1])) if choices[1:] else "".join(choices)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, also where only the case differs; or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - only ever needed after a mistake

    by_folded = {each.casefold(): each for each in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A help line with the nearest known word, if one is near."""
    meant = nearest(word, known)
    return (f"did you mean {show(meant)}?",) if meant is not None else ()
