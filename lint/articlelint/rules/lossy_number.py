"""A number loses digits when it is read: `version: 1.20` is read as 1.2.

A number has no zeros at its end, so version 1.20 becomes version 1.2, and 3.10 becomes 3.1. And
programs that keep all numbers as fractions, as those in JavaScript do, have only about 16 digits:
they change the last ones of whole numbers beyond 2^53, such as ids. Put in quotes what is not a
number but a version, an id or a code.

Reported are numbers with a zero at their end where a key speaks of a version, a release or a
revision, or where others of the list are text; and whole numbers beyond 2^53 anywhere. The fix is
unsafe, as it makes text of a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity, value_at
from articlelint.reading.scalars import quoted
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import innermost_key, shorten

#: Whole numbers up to this one are the same in programs that keep them as fractions (IEEE 754).
_LARGEST = 2**53

#: So many characters have those that are larger, at least.
_FEWEST_DIGITS = 16

_SUSPECT = late_pattern(r"[-+]?(?:[0-9]+\.[0-9]*0|[1-9][0-9_]{15,}|0[xo][0-9a-fA-F_]{14,})")
_FRACTION = late_pattern(r"[-+]?[0-9]+\.[0-9]*0")
_KEY = late_pattern(
    "(?:^|[_ -])(?:version|release|revision)s?(?:$|[_ -])|(?:^v|V)ersions?(?![a-z])"
)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each number that has many digits or ends with a zero."""
    numbers = article.document.plain_numbers
    suspects = {each for each in numbers if _is_long_or_padded(each) and _SUSPECT.fullmatch(each)}
    if not suspects:
        return  # nearly always
    neighbours = _Neighbours(article.document.data)
    for path, text, value, is_key in article.document.plain_scalars():
        if text in suspects and not is_key and (message := _loss(neighbours, path, text, value)):
            help_ = f"write `{quoted(shorten(text))}`"
            change = SetValue(path, text)
            yield Objection(path, message, (help_,), change=change, is_guess=True)


def _is_long_or_padded(text: str) -> bool:
    """Whether a text has as many characters as a suspect, or a zero at its end as one."""
    return (text[-1] == "0" and "." in text) or (len(text) >= _FEWEST_DIGITS and ":" not in text)


class _Neighbours:
    """What is beside the values of an article in lists, each of which is looked at once."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._texts: dict[DataPath, set[DataPath]] = {}

    def are_text(self, path: DataPath) -> bool:
        """Whether others are text: of the items of a list, or of the values of a key in them."""
        place = -1 if isinstance(path[-1], int) else -2
        around, below = path[:place], path[place:][1:]
        if place < -len(path) or not isinstance(path[place], int):
            return False
        if around not in self._texts:
            self._texts[around] = set(_places_of_text(value_at(self._data, around)))
        return below in self._texts[around]


def _places_of_text(items: list[Any]) -> Iterator[DataPath]:
    """Where there is text in any item of a list: as all of it, or as the value of a key."""
    for item in items:
        if isinstance(item, str):
            yield ()
        elif isinstance(item, dict):
            yield from ((key,) for key, value in item.items() if isinstance(value, str))


def _loss(neighbours: _Neighbours, path: DataPath, text: str, value: Any) -> str | None:
    """What is lost of a number; None if nothing is, or nothing that matters."""
    if type(value) is int and abs(value) > _LARGEST:
        return f"`{shorten(text)}` is beyond 2^53: many programs change its last digits"
    if type(value) is not float or not isfinite(value) or not _FRACTION.fullmatch(text):
        return None
    if not (_is_version(path) or neighbours.are_text(path)):
        return None
    read = str(int(value) if value.is_integer() else value)
    return f"`{shorten(text)}` is read as `{shorten(read)}`: quote it to keep all digits"


def _is_version(path: DataPath) -> bool:
    return _KEY.search(innermost_key(path)) is not None


RULE = Rule(
    summary="a number that loses digits, such as `version: 1.20` or one beyond 2^53",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.UNSAFE,),
    gives_way=True,
    examples=(
        Example(
            bad="---\nversion: 1.20\n---\n",
            message="`1.20` is read as `1.2`: quote it to keep all digits",
            good='---\nversion: "1.20"\n---\n',
        ),
        Example(
            bad="---\nid: 10765432100123456789\n---\n",
            message="`10765432100123456789` is beyond 2^53: many programs change its last digits",
            good='---\nid: "10765432100123456789"\n---\n',
        ),
    ),
)
