"""The drafts of JSON Schema, by the URI that ``$schema`` names them with, without its ``#``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from articlelint.text.late_pattern import late_pattern

DRAFT_4: Final = "http://json-schema.org/draft-04/schema"
DRAFT_6: Final = "http://json-schema.org/draft-06/schema"
DRAFT_7: Final = "http://json-schema.org/draft-07/schema"
DRAFT_2019_09: Final = "https://json-schema.org/draft/2019-09/schema"
DRAFT_2020_12: Final = "https://json-schema.org/draft/2020-12/schema"

#: The draft of a schema without ``$schema``.
DEFAULT: Final = DRAFT_2020_12

NAMES: Final = {
    DRAFT_4: "4",
    DRAFT_6: "6",
    DRAFT_7: "7",
    DRAFT_2019_09: "2019-09",
    DRAFT_2020_12: "2020-12",
}

#: Where a ``$ref`` makes all keywords beside it void, ``$id`` too.
WITH_LONE_REF: Final = frozenset({DRAFT_4, DRAFT_6, DRAFT_7})

#: The keywords that were flags in draft 4, and are numbers since.
_WERE_FLAGS: Final = ("exclusiveMaximum", "exclusiveMinimum")
#: The keywords whose values are data.
_OF_DATA: Final = frozenset({"const", "default", "enum", "example", "examples"})
#: The keywords that hold subschemas by names.
_BY_NAME: Final = frozenset(
    {"$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties"}
)
#: What in an address tells which draft is meant: that of old ones with ``https``, say.
_TOLD = late_pattern(r"draft-?0?([3-7])\b|\b(20\d\d-\d\d)\b")
_NEAREST: Final = {
    **dict.fromkeys(("3", "4", "5"), DRAFT_4),  # 5 has changed nothing but words
    "6": DRAFT_6,
    "7": DRAFT_7,
    "2019-09": DRAFT_2019_09,
}


def with_known_draft(contents: Any) -> tuple[Any, str | None]:
    """A schema that names a draft, if any, and the address instead of which it does.

    Any address of a meta-schema that is none of ours is taken for that of the nearest draft. None
    means that there was nothing to replace.
    """
    written = named(contents, DEFAULT)
    if written in NAMES:
        return contents, None
    told = _TOLD.search(written)
    draft = _NEAREST.get(told[1] or told[2], DEFAULT) if told else _by_keywords(contents)
    return {**contents, "$schema": draft}, written


def _by_keywords(contents: Any) -> str:
    """The newest draft that has the keywords of a schema with these values."""
    found, waiting = DEFAULT, [contents]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            if any(isinstance(value.get(each), bool) for each in _WERE_FLAGS):
                return DRAFT_4
            if isinstance(value.get("items"), list):
                found = DRAFT_2019_09
            waiting += _within(value)
        elif isinstance(value, list):
            waiting += value
    return found


def _within(schema: Mapping[str, Any]) -> Iterator[Any]:
    """The values of keywords in which there may be subschemas, and not only data."""
    for keyword, value in schema.items():
        if keyword in _BY_NAME and isinstance(value, Mapping):
            yield from value.values()
        elif keyword not in _OF_DATA:
            yield value


def named(contents: Any, default: str) -> str:
    """The ``$schema`` that a schema names, without an empty fragment; it may be no draft."""
    uri = contents.get("$schema") if isinstance(contents, Mapping) else None
    return uri.removesuffix("#") if isinstance(uri, str) else default


def id_keyword(draft: str) -> str:
    """The keyword by which a schema gives itself a URI."""
    return "id" if draft == DRAFT_4 else "$id"


def as_written(draft: str) -> str:
    """The address of a draft as its authors write it: old ones end with an empty fragment."""
    return f"{draft}#" if draft in WITH_LONE_REF else draft
