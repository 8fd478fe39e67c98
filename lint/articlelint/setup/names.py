"""Names in a schema that is drawn: of kinds of content and of parts that kinds share."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

#: What a reference to a definition needs no escapes for.
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 60


def distinct_name(text: str, taken: Collection[str]) -> str:
    """A name like a text, of letters, digits and hyphens, that is not yet taken."""
    name = _OTHER.sub("-", text[:_LONGEST]).strip("-") or "kind"
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(each for each in numbered if each not in taken)


def title_of(name: str) -> str:
    """``Power tools`` for ``power-tools``."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]
