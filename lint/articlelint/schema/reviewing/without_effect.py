"""What a schema may have that checks nothing: misspelt keywords, and formats that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlelint.schema.loading.store import Schema
from articlelint.schema.reviewing.mistake import Mistake
from articlelint.schema.reviewing.subschemas import Subschema, subschemas
from articlelint.schema.reviewing.vocabulary import ANNOTATIONS, FORMATS, KEYWORDS
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import show

_OF_JSON_SCHEMA = late_pattern(r"https?://(www\.)?json-schema\.org/")
_KNOWN = KEYWORDS | ANNOTATIONS


def without_effect(schema: Schema) -> list[Mistake]:
    """What a valid schema may have that checks nothing: misspelt keywords, unknown formats."""
    found: list[Mistake] = []
    has_own = _has_own_vocabulary(schema)
    for each in subschemas(schema):
        found += [] if has_own else _misspelt_keywords(each, schema.draft())
        found += _unknown_format(each)
    return found


def _has_own_vocabulary(schema: Schema) -> bool:
    """Whether it goes by a meta-schema of others, in which any keyword may have a sense."""
    return bool(schema.other_draft and not _OF_JSON_SCHEMA.match(schema.other_draft))


def _misspelt_keywords(place: Subschema, draft: str) -> Iterator[Mistake]:
    for key, value in place.contents.items():
        if key not in _KNOWN and not key.startswith("x-"):
            meant = _meant(key, value, draft)
            if meant is not None:
                message = f"unknown keyword {show(key)}: did you mean {show(meant)}?"
                yield Mistake(message, (*place.path, key), on_key=True)


def _meant(key: str, value: Any, draft: str) -> str | None:
    """The keyword of which a key is a typo, and which may have its value: else it may have a sense.

    Annotations of other programs can have any name.
    """
    from articlelint.schema.validator import is_schema  # noqa: PLC0415 - seldom needed
    from articlelint.text.spelling import is_typo, nearest  # noqa: PLC0415 - likewise

    typos = (each for each in sorted(KEYWORDS) if is_typo(key, each))
    return nearest(key, [each for each in typos if is_schema({each: value}, draft)])


def _unknown_format(place: Subschema) -> Iterator[Mistake]:
    format_ = place.contents.get("format")
    if isinstance(format_, str) and format_ not in FORMATS:
        from articlelint.text.spelling import nearest  # noqa: PLC0415 - seldom needed

        meant = nearest(format_, sorted(FORMATS))
        advice = "nothing is checked by it" if meant is None else f"did you mean {show(meant)}?"
        yield Mistake(f"unknown format {show(format_)}: {advice}", (*place.path, "format"))
