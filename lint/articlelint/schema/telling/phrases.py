"""Parts of the sentences about faults: what a value is called, and what it should be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from articlelint.model import DataPath
from articlelint.schema.finding.fault import Allowed, Fault, allowed, asserted
from articlelint.text.words import both, either, shorten, show, written_out

#: The most choices that a message lists.
_MAX_CHOICES = 12

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "array": "a list",
    "object": "a mapping",
    "null": "empty",
}

#: What each format of JSON Schema Validation 2020-12, section 7.3, asks for.
_FORMATS = {
    "date-time": "a date with time and zone such as 2023-05-04T09:30:00Z",
    "date": "a date such as 2023-05-04",
    "time": "a time with zone such as 09:30:00Z",
    "duration": "a duration such as P3D",
    "email": "an e-mail address",
    "idn-email": "an e-mail address",
    "hostname": "a host name such as example.com",
    "idn-hostname": "a host name such as example.com",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "uri": "a full URL such as https://example.com/page",
    "iri": "a full URL such as https://example.com/page",
    "uri-reference": "a URL, or a path on this site such as /assets/logo.png",
    "iri-reference": "a URL, or a path on this site such as /assets/logo.png",
    "uri-template": "a URI template",
    "uuid": "a UUID",
    "json-pointer": "a JSON Pointer",
    "relative-json-pointer": "a relative JSON Pointer",
    "regex": "a regular expression",
}

#: What the keywords that limit a number, and those of section 8, ask for.
LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "contentEncoding": "text in the encoding {}",
    "contentMediaType": "text of the media type {}",
}

#: What the keywords for sizes count; whether the limit is the least or the most of them.
SIZES = {
    "minLength": ("character", True),
    "maxLength": ("character", False),
    "minItems": ("item", True),
    "maxItems": ("item", False),
    "minProperties": ("key", True),
    "maxProperties": ("key", False),
}

#: The keywords that tell, alone or beside ``type``, which values are meant.
_TELLING = ("const", "enum", "type")


def name(path: DataPath, subject: str) -> str:
    """What a writer calls the value at a path: its key, or the item of a list.

    ``subject`` is what the data as a whole is, such as "front matter".
    """
    if not path:
        return f"the {subject}"
    last = path[-1]
    if isinstance(last, str):
        return show(last)
    return f"item {last + 1} of {name(path[:-1], subject)}"


def called(value: Any, written: str = "") -> str:
    """A value with its kind, as in "not the whole number 1"; as it is written, if that is known."""
    if isinstance(value, list | Mapping):
        return show(value)
    shown = written or show(value)
    if isinstance(value, str):
        return f"the text {shown}"
    if isinstance(value, float) and not isfinite(value):
        return f"{shown}, which is not a finite number"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"the {'whole ' * isinstance(value, int)}number {shown}"
    return shown


def one_of(what: Allowed) -> str:
    """All of the values, or some where there are many, and the types."""
    number = len(what.choices)
    is_much = number > _MAX_CHOICES
    written = [written_out(each) for each in (what.choices[:3] if is_much else what.choices)]
    if is_much:
        written = [f"one of {number} values such as {either(written)}"]
    return either([*written, *(_TYPES.get(each, each) for each in what.types)])


def wanted(fault: Fault) -> str | None:
    """What the value should be instead; None if that does not fit after "should be"."""
    if fault.choices or fault.types:
        return one_of(Allowed(fault.choices, fault.types))
    return wanted_by(fault.keyword, fault.expected)


def wanted_by(keyword: str, expected: Any) -> str | None:
    """What a keyword for a form or a limit asks for; None of other keywords."""
    phrase = _WANTED.get(keyword)
    return phrase(expected) if phrase else None


def described(schema: Any) -> str | None:
    """What a value is that matches a subschema; None if a few words cannot say it."""
    if not isinstance(schema, Mapping):
        return None
    keywords = asserted(schema)
    for keyword in _TELLING:
        if keywords - {"type"} == {keyword} or keywords == {keyword}:
            return one_of(allowed(keyword, schema[keyword]))
    keys = schema.get("required")
    if keywords - {"type"} == {"required"} and isinstance(keys, list) and keys:
        return f"with {both([show(each) for each in keys])}"
    return None


def contained(schema: Any, number: int) -> str:
    """Which items ``contains`` asks for."""
    is_one = number == 1
    if expression := pattern_of(schema):
        return f"that {'matches' if is_one else 'match'} {expression}"
    what = described(schema)
    if what is None:
        return f"that {'matches' if is_one else 'match'} `contains` in the schema"
    return what if what.startswith("with ") else f"that {'is' if is_one else 'are'} {what}"


def pattern_of(schema: Any) -> str | None:
    """The pattern that is all a subschema asks of a text; None if it asks for more."""
    if not isinstance(schema, Mapping) or asserted(schema) - {"type"} != {"pattern"}:
        return None
    return pattern(schema["pattern"])


def pattern(expression: Any) -> str:
    """A regular expression with the words that lead to it."""
    return f"the pattern `{shorten(str(expression))}`"


def _limit(words: str) -> Callable[[Any], str]:
    return lambda expected: words.format(expected if isinstance(expected, str) else show(expected))


_WANTED: dict[str, Callable[[Any], str]] = {
    "format": lambda expected: _FORMATS.get(str(expected), f"in the format {expected}"),
    **{keyword: _limit(words) for keyword, words in LIMITS.items()},
}
