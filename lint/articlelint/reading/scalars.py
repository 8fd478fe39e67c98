"""Plain scalars to values: the core schema of YAML 1.2.2, section 10.3.2.

A date is no type of that schema, so it stays the text that was written.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

#: The most characters that a number may have: far beyond any that an article holds, and below
#: the 4,300 digits from which CPython refuses to convert one.
MAX_NUMBER_LENGTH = 1_000

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_OCTAL_OR_HEXADECIMAL = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_NUMBER_STARTS = frozenset("+-.0123456789")

_TAG = "tag:yaml.org,2002:"
_TYPES: dict[str, tuple[type, ...]] = {
    _TAG + "null": (type(None),),
    _TAG + "bool": (bool,),
    _TAG + "int": (int,),
    _TAG + "float": (float, int),
}
_TEXT_TAGS = frozenset({"!", _TAG + "str", _TAG + "binary", _TAG + "timestamp"})


class ScalarError(ValueError):
    """A scalar that has no value: its message says why."""


class NumberTooLongError(ScalarError):
    """A number of more than ``MAX_NUMBER_LENGTH`` characters."""


def resolve_plain(text: str) -> Scalar:
    """The value of a plain scalar without a tag. Raises NumberTooLongError."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    return _resolve_number(text)


def resolve_tagged(text: str, tag: str) -> Scalar:
    """The value of a scalar with an explicit tag. Raises ScalarError where the two do not fit."""
    if tag in _TEXT_TAGS:
        return text
    wanted = _TYPES.get(tag)
    if wanted is None:
        raise ScalarError(f"the tag `{short_tag(tag)}` has no meaning in front matter: remove it")
    value = resolve_plain(text)
    if type(value) not in wanted:
        raise ScalarError(f"`{text}` is not what its tag `{short_tag(tag)}` says: remove the tag")
    return float(value) if tag.endswith(":float") else value  # type: ignore[arg-type]


def short_tag(tag: str) -> str:
    """A tag as a writer knows it: ``!!str`` for ``tag:yaml.org,2002:str``."""
    return "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag


def _resolve_number(text: str) -> Scalar:
    if _INT.match(text):
        return int(_short(text))
    if _FLOAT.match(text):
        return float(_short(text))
    if _OCTAL_OR_HEXADECIMAL.match(text):
        return int(_short(text), 0)
    return text


def _short(number: str) -> str:
    if len(number) > MAX_NUMBER_LENGTH:
        raise NumberTooLongError(
            f"a number of {len(number)} characters, {MAX_NUMBER_LENGTH} at most"
        )
    return number
