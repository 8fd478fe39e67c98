"""What the articles of a run hold, as tables to read and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlelint.contents import Inventory, Names
from articlelint.text.printable import printable

_ARTICLES, _SHARE = "articles", "share "


def summary(inventory: Inventory) -> dict[str, int]:
    """How much there is of each kind, by the words for it."""
    return {
        "articles": inventory.articles,
        "providers": len(inventory.providers),
        "topics": len(inventory.topics),
        "authors": len(inventory.authors),
        "keys": len(inventory.keys),
        **{f"duplicates ({rule})": number for rule, number in inventory.duplicates.items()},
    }


def tables(inventory: Inventory) -> Iterator[str]:
    """The lines of a table for each kind of name of which there is any, the commonest first.

    Names are last in a line, so that their length and script cannot move a column.
    """
    for kind, rows in inventory.tables():
        if not rows:
            continue
        has_shares = any(each.share is not None for each in rows)
        yield f"\n{_ARTICLES}  {f'{_SHARE}  ' if has_shares else ''}{kind}\n"
        for row in rows:
            part = "" if row.share is None else f"{row.share:.1%}"
            cell = f"{part:>{len(_SHARE)}}  " if has_shares else ""
            name = printable(row.name) + (f": {row.note}" if row.note else "")
            yield f"{row.articles:>{len(_ARTICLES)}}  {cell}{name}\n"


def as_data(inventory: Inventory) -> dict[str, Any]:
    """The same for programs, with every name that was counted."""
    keys = [
        {
            "key": key,
            "articles": number,
            "share": round(inventory.share(number), 4),
            "types": inventory.kinds(key),
        }
        for key, number in inventory.keys.ranked()
    ]
    return {
        "articles": inventory.articles,
        "providers": [
            {**provider._asdict(), "articles": number}
            for provider, number in inventory.providers.ranked()
        ],
        "topics": _objects("topic", inventory.topics),
        "authors": _objects("author", inventory.authors),
        "keys": keys,
        "months": sorted(_objects("month", inventory.months), key=lambda each: str(each["month"])),
        "duplicates": dict(inventory.duplicates),
        "unlisted": {
            "providers": inventory.providers.others,
            "topics": inventory.topics.others,
            "authors": inventory.authors.others,
            "keys": inventory.keys.others,
            "months": inventory.months.others,
        },
    }


def _objects(what: str, names: Names[str]) -> list[dict[str, Any]]:
    return [{what: name, "articles": number} for name, number in names.ranked()]
