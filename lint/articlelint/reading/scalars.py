"""Plain scalars to values: the core schema of YAML 1.2.2, section 10.3.2.

That schema has no type for dates, so a date stays the text that was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

from articlelint.model import Scalar
from articlelint.reading.limits import MAX_NUMBER_LENGTH
from articlelint.text.words import shorten, show

#: The words that the core schema does not read as text, in all their forms, and their values.
WORDS: Mapping[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
#: The booleans of the core schema, in lower case.
BOOLEANS: Mapping[str, bool] = {"true": True, "false": False}
#: More words, in lower case, that programs for YAML 1.1 read as booleans. Its specification also
#: has `y` and `n`, but no common program reads them so.
YAML_1_1_BOOLEANS: Mapping[str, bool] = {"yes": True, "on": True, "no": False, "off": False}

_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_OCTAL_OR_HEXADECIMAL = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
# How everything that is not text begins: for most text, a look at its first character is enough.
_STARTS = frozenset({*"+-.0123456789", *(word[:1] for word in WORDS)})

_TAG = "tag:yaml.org,2002:"
_TYPES = {
    _TAG + "null": type(None),
    _TAG + "bool": bool,
    _TAG + "int": int,
    _TAG + "float": float,
}
_TEXT_TAGS = frozenset({"!", _TAG + "str", _TAG + "binary", _TAG + "timestamp"})


class ScalarError(ValueError):
    """A scalar without a value; the message says why."""


class NumberTooLongError(ScalarError):
    """A number of more than ``MAX_NUMBER_LENGTH`` characters."""


def resolve_plain(text: str) -> Scalar:
    """The value of a plain scalar without a tag. Raises NumberTooLongError."""
    if text[:1] not in _STARTS:
        return text
    return WORDS[text] if text in WORDS else _resolve_number(text)


def unquoted(text: str) -> Scalar:
    """The value of a text without its quotes; still the text if that is a number too long."""
    try:
        return resolve_plain(text)
    except NumberTooLongError:
        return text


def resolve_tagged(text: str, tag: str) -> Scalar:
    """The value of a scalar with an explicit tag. Raises ScalarError if they do not match."""
    if tag in _TEXT_TAGS:
        return text
    wanted = _TYPES.get(tag)
    if wanted is None:
        raise ScalarError(unknown_tag(tag))
    value = resolve_plain(text)
    if wanted is float and _INT.match(text):
        value = float(text)
    if type(value) is not wanted:
        raise ScalarError(
            f"{show(text)} does not match its tag `{_short_tag(tag)}`: remove the tag"
        )
    return value


def quoted(text: str) -> str:
    """The text as a YAML scalar in quotes: single ones if double ones would need a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def literal(value: float | bool | None) -> str:  # noqa: FBT001 - it is the value written
    """A value that is not text, written so that YAML 1.1 and YAML 1.2 read it alike."""
    if value is None:
        return "null"
    if isinstance(value, float):
        return _float(value)
    return str(value).lower()


def _float(value: float) -> str:
    text = repr(value)
    if not isfinite(value):
        return text.replace("inf", ".inf").replace("nan", ".nan")
    return text if "." in text else text.replace("e", ".0e")


def unknown_tag(tag: str) -> str:
    """The message about a tag that is not supported where it is."""
    return f"the tag `{_short_tag(tag)}` is not supported here: remove it"


def _short_tag(tag: str) -> str:
    """A tag as a writer knows it: ``!!str`` for ``tag:yaml.org,2002:str``."""
    return shorten("!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag)


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
            f"a number of {len(number)} characters; at most {MAX_NUMBER_LENGTH} are allowed"
        )
    return number
