"""What articles call the fields that rules look at, where that is plain from names and values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from articlelint.settings.presets import Preset
from articlelint.settings.single_settings import Setting
from articlelint.setup.observed import Observed
from articlelint.setup.seen_dates import NO_DATE, ReadBy, to_accept
from articlelint.setup.texts import are_nearly_all

_DATES = ("publishedDateTime", "updatedDateTime")
_ACCEPT = ("rules", "non-iso-date", "accept")


def field_names(place: Observed) -> dict[str, str]:
    """The name of each field that is called otherwise, by its name in the article schema.

    At least half of the articles have it, and all its values are such as rules expect; of dates,
    nearly all.
    """
    usual = place.usual_keys()
    found = {}
    for field, (names, suits) in _FIELDS.items():
        fitting = [each for each in names if each in usual and suits(place.keys[each])]
        if fitting and field not in place.keys:
            found[field] = fitting[0]
    return found


def dates_of_fields(place: Observed, fields: Mapping[str, str]) -> dict[str, frozenset[ReadBy]]:
    """By which forms the dates in each field of a kind are read, if nearly all are dates."""
    found = {}
    for field in _DATES:
        value = place.keys.get(fields.get(field, field))
        if value and _is_date(value):
            found[field] = frozenset(value.texts.dates or ()) - {NO_DATE}
    return found


def accepted_dates(dates: Iterable[frozenset[ReadBy]], preset: Preset | None) -> list[str]:
    """What ``accept`` of non-iso-date is to be for dates; empty if it need not be written."""
    setting = preset.settings.get(_ACCEPT) if preset else None
    return to_accept(frozenset[ReadBy]().union(*dates), setting.value if setting else ())


def other_fields(fields: Mapping[str, str], preset: Preset) -> dict[str, str]:
    """Of the names of fields, those that a preset does not have."""
    return {
        field: name
        for field, name in fields.items()
        if name not in _names(preset.settings.get(("fields", field)))
    }


def _names(setting: Setting | None) -> Sequence[Any]:
    value = setting.value if setting else ()
    return value if isinstance(value, list) else [value]


def _is_line(place: Observed) -> bool:
    return place.texts.number == place.number and place.texts.are_lines


def _is_list(place: Observed) -> bool:
    return place.numbers["array"] == place.number


def _is_date(place: Observed) -> bool:
    dates = place.texts.dates or Counter()
    return are_nearly_all(dates.total() - dates[NO_DATE], place.number)


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
        _is_date,
    ),
    "updatedDateTime": (
        ("lastmod", "updated", "updatedDate", "updatedAt", "updated_at", "last_modified_at"),
        _is_date,
    ),
    "webUrl": (("canonical_url", "canonicalUrl", "canonicalURL", "canonical"), _is_of("uri")),
    "topics": (("tags", "categories"), _is_list),
}
