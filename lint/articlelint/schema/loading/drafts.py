"""The drafts of JSON Schema, by the URI that ``$schema`` names them with, without its ``#``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

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


def named(contents: Any, default: str) -> str:
    """The ``$schema`` that a schema names, without an empty fragment; it may be no draft."""
    uri = contents.get("$schema") if isinstance(contents, Mapping) else None
    return uri.removesuffix("#") if isinstance(uri, str) else default


def id_keyword(draft: str) -> str:
    """The keyword by which a schema gives itself a URI."""
    return "id" if draft == DRAFT_4 else "$id"
