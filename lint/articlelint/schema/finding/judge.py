r"""What jsonschema-rs judges of a single value: patterns, formats, encodings and multiples.

It reads ECMA 262 (``\p{Lu}``) in bounded time, agrees with the official test suite on every format
and knows decimals. So jsonschema asks it, and the two cannot disagree.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs


def meets(validator: Any, value: Any, **asserted: Any) -> bool:
    """Whether a value meets some keywords by the draft of a validator of jsonschema."""
    return _judge(validator.META_SCHEMA["$schema"], *asserted.items()).is_valid(value)


@cache
def _judge(draft: str, *asserted: tuple[str, Any]) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for({"$schema": draft, **dict(asserted)}, validate_formats=True)
