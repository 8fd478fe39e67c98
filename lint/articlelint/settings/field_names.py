"""How a configuration names fields: the schema of that, and names the wrong way round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlelint.article import DEFAULT_NAMES, Fields
from articlelint.model import DataPath, value_at
from articlelint.text.words import show

#: The field with a flag, which may have an inverse.
_FLAG = str(Fields().published)

_NAME = {"type": "string", "minLength": 1}
_FLAG_NAME = {
    "type": ["string", "object"],
    "minLength": 1,
    "properties": {
        "field": {"description": "The name of the field, or its path.", **_NAME},
        "inverted": {
            "description": "Whether `true` means that the article is not published.",
            "type": "boolean",
        },
    },
    "required": ["field"],
    "additionalProperties": False,
}


def fields_schema() -> dict[str, Any]:
    """The schema of ``fields``; it refers to ``definitions``."""
    return {
        "description": (
            "The names of the fields in this collection, by their names in the article schema: "
            "each a name, a path such as extra.teaser, or a list of them."
        ),
        "type": "object",
        "properties": {default: _field(default) for default in DEFAULT_NAMES},
        "additionalProperties": False,
    }


def definitions() -> dict[str, Any]:
    """What ``fields_schema`` refers to."""
    return {"field": _one_or_several(_NAME), "flag": _one_or_several(_FLAG_NAME)}


def reversed_names(path: DataPath, settings: Any) -> str | None:
    """What is wrong with an unknown key at a path if it and its value are the wrong way round.

    ``date: publishedDateTime`` in ``fields`` should be ``publishedDateTime: date``.
    """
    if path[:1] not in (("fields",), ("overrides",)) or path[-2:-1] != ("fields",):
        return None
    name, field = path[-1], value_at(settings, path)
    if name in DEFAULT_NAMES or field not in DEFAULT_NAMES:
        return None
    first = "the name in the article schema comes first"
    return f"unknown key {show(name)}: {first}: write `{field}: {name}`"


def _field(default: str) -> dict[str, Any]:
    return {
        "$ref": f"#/$defs/{'flag' if default == _FLAG else 'field'}",
        "description": f'The name of the field "{default}" in this collection, or several.',
    }


def _one_or_several(name: Mapping[str, Any]) -> dict[str, Any]:
    types = [name["type"]] if isinstance(name["type"], str) else name["type"]
    several = {"minItems": 1, "uniqueItems": True, "items": name}
    return {**name, "type": [*types, "array"], **several}
