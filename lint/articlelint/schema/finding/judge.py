r"""What jsonschema-rs judges of a single value: patterns, formats, encodings and multiples.

It reads ECMA 262 (``\p{Lu}``) in bounded time, agrees with the official test suite on every format
and knows decimals. So jsonschema asks it, and the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import jsonschema_rs

from articlelint.schema.finding.bounds import spend
from articlelint.schema.loading.patterns import backtracks

#: How often a pattern with look-around or back-references may go back in a text, which takes five
#: milliseconds. The default is ten times that; a text that needs it has tens of thousands of
#: characters.
_PATTERNS = jsonschema_rs.FancyRegexOptions(backtrack_limit=100_000)
#: How many steps of an explanation such a pattern is worth.
_STEPS = 200
#: How many steps it is worth to make any pattern ready, and how many keys it matches in one.
_STEPS_TO_COMPILE = 2
_MATCHES = 5


def make_judge(contents: Any, **options: Any) -> jsonschema_rs.Validator:
    """What judges data by a schema, formats included. Raises ValidationError of jsonschema-rs."""
    return jsonschema_rs.validator_for(
        contents, validate_formats=True, pattern_options=_PATTERNS, **options
    )


def meets(validator: Any, value: Any, **asserted: Any) -> bool:
    """Whether a value meets some keywords by the draft of a validator of jsonschema."""
    spend(_STEPS if backtracks(asserted.get("pattern")) else 0)
    return conforms(validator.META_SCHEMA["$schema"], value, **asserted)


def spend_on_names(keys: Collection[str], patterns: Collection[str]) -> None:
    """Count what it takes to match keys with patterns. Raises TooMuchWorkError."""
    spend(len(patterns) * (_STEPS_TO_COMPILE + len(keys) // _MATCHES))


def conforms(draft: str, value: Any, **asserted: Any) -> bool:
    """Whether a value meets some keywords by a draft."""
    return _judge(draft, *asserted.items()).is_valid(value)


def is_of_type(draft: str, value: Any, types: Iterable[str]) -> bool:
    """Whether a value is of one of the types that JSON Schema knows by these names."""
    return any(conforms(draft, value, type=each) for each in types)


def accepts(draft: str, contents: Mapping[str, Any], value: Any) -> bool:
    """Whether a value is valid by a schema of a draft that needs no other."""
    return make_judge({"$schema": draft, **contents}).is_valid(value)


def is_pattern(text: str) -> bool:
    """Whether a text is a regular expression."""
    try:
        make_judge({"pattern": text})
    except jsonschema_rs.ValidationError:
        return False
    return True


@cache
def _judge(draft: str, *asserted: tuple[str, Any]) -> jsonschema_rs.Validator:
    return make_judge({"$schema": draft, **dict(asserted)})
