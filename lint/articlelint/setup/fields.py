"""What articles call the fields that rules look at, where that is plain from names and values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from articlelint.settings.presets import Preset
from articlelint.settings.single_settings import Setting
from articlelint.setup.observed import Observed


def field_names(place: Observed) -> dict[str, str]:
    """The name of each field that is called otherwise, by its name in the article schema.

    At least half of the articles have it, and all its values are such as rules expect.
    """
    usual = place.usual_keys()
    found = {}
    for field, (names, suits) in _FIELDS.items():
        fitting = [each for each in names if each in usual and suits(place.keys[each])]
        if fitting and field not in place.keys:
            found[field] = fitting[0]
    return found


def other_fields(fields: Mapping[str, str], preset: Preset | None) -> dict[str, str]:
    """Of the names of fields, those that a preset does not have."""
    settings = preset.settings if preset else {}
    return {
        field: name
        for field, name in fields.items()
        if name not in _names(settings.get(("fields", field)))
    }


def _names(setting: Setting | None) -> Sequence[Any]:
    value = setting.value if setting else ()
    return value if isinstance(value, list) else [value]


def _is_line(place: Observed) -> bool:
    return place.texts.number == place.number and place.texts.are_lines


def _is_list(place: Observed) -> bool:
    return place.numbers["array"] == place.number


def _is_of(format_: str) -> Callable[[Observed], bool]:
    def suits(place: Observed) -> bool:
        return place.texts.number == place.number and place.texts.common_formats() == [format_]

    return suits


#: Of each field, the names that other sites have for it, and what its values are.
_FIELDS: Mapping[str, tuple[tuple[str, ...], Callable[[Observed], bool]]] = {
    "title": (("name", "linkTitle"), _is_line),
    "excerpt": (("description", "summary", "teaser"), _is_line),
    "publishedDateTime": (
        ("date", "pubDate", "publishDate", "publishedAt", "published_at", "created"),
        _is_of("date-time"),
    ),
    "updatedDateTime": (
        ("lastmod", "updated", "updatedDate", "updatedAt", "updated_at", "last_modified_at"),
        _is_of("date-time"),
    ),
    "webUrl": (("canonical_url", "canonicalUrl", "canonicalURL", "canonical"), _is_of("uri")),
    "topics": (("tags", "categories"), _is_list),
}
