"""Keys are in another order than the one that they should have.

Front matter whose keys are always in one order is easier to read and to compare, and what several
people add to it is less often in conflict.

The order is that in which the schema lists its `properties`, for each mapping of its own: also for
those within others and in lists. With the option `order`, the front matter's own keys have that
order instead. A key that the order does not have may be anywhere. What has to be moved is as little
as possible: only that is reported.

The fix moves whole keys, with all that they hold and the comments above and beside them. It does
nothing where it is not certain what a comment is about. One above the first key may be about all
keys, one between empty lines about several, and so may one below an empty line if another key
follows the one below it at once. A comment below a line that ends with one may be the rest of that.
A comment that would name the schema if it were at the top is not moved, either.

In TOML, tables with a header of their own are left where they are, because they have to come after
the other keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from articlelint.article import Article
from articlelint.model import DataPath, OrderKeys, Safety, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show

if TYPE_CHECKING:
    from articlelint.text.in_order import Moved

#: The most keys that are reported of one mapping; the fix moves all of them.
_MOST_REPORTED = 10


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each mapping, but not again at what an alias repeats."""
    from articlelint.text.in_order import arranged, is_in_order  # noqa: PLC0415 - few sites ask

    for path, mapping in _mappings((), article.document.data):
        order = (path == () and options["order"]) or article.declared_order(path)
        if not is_in_order(list(mapping), order):
            keys, moved = arranged(article.document.movable_keys(path), order)
            change = OrderKeys(path, tuple(keys))
            for each in islice(moved, _MOST_REPORTED):
                yield Objection((*path, each.key), _message(each), on_key=True, change=change)


def _mappings(path: DataPath, value: Any) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
    for part, child in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(child, dict | list):
            yield from _mappings((*path, part), child)


def _message(moved: Moved) -> str:
    at_top = moved.after is None
    where = f"before {show(moved.before)}" if at_top else f"after {show(moved.after)}"
    return f"{show(moved.key)} is out of order: move it {where}"


RULE = Rule(
    summary="keys in another order than that of the schema or of an option",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    opt_in=True,
    asks_schema=True,
    fixes=(Safety.SAFE,),
    options={
        "order": {
            "description": (
                "The order of the front matter's own keys, instead of that of the schema."
            ),
            "type": "array",
            "items": {"type": "string"},
            "uniqueItems": True,
            "default": [],
        }
    },
    examples=(
        Example(
            bad="---\ndate: 2023-05-04T09:30:00Z\ntitle: A bridge reopens\n---\n",
            message='"title" is out of order: move it before "date"',
            good="---\ntitle: A bridge reopens\ndate: 2023-05-04T09:30:00Z\n---\n",
            options={"order": ["title", "date", "tags"]},
        ),
    ),
)
