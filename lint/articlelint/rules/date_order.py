"""An article was updated before it was published.

An update cannot come before publication: the two dates are swapped, or one of them is a slip.
Programs that show "updated" only if it is later then show nothing, and those that sort by it put
the article in the wrong place.

The rule compares moments, so a time zone makes no difference: `2023-05-04T11:30:00+02:00` and
`2023-05-04T09:30:00Z` are the same. An update at the very moment of publication is fine. Where one
of the two is a day without a time, or has no time zone, only an update on an earlier day is
reported. Correct the wrong date, or remove the date of an update that never happened.

It reads dates in the forms that the option `accept` of `non-iso-date` names.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.entry import Entry
from articlelint.field import Name
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import shorten, show


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the two dates of the article and of each of its related items."""
    fields = article.fields
    for entry in article.entries:
        if entry.value(fields.updated_date_time) is not None:
            yield from _compare(
                article, entry, fields.updated_date_time, fields.published_date_time
            )


def _compare(
    article: Article, entry: Entry, updated_name: Name, published_name: Name
) -> Iterator[Objection]:
    written = entry.text(published_name) or ""
    updated, published = article.date(entry.text(updated_name)), article.date(written)
    if updated and published and updated.is_before(published):
        path, earlier = entry.path_to(updated_name), entry.path_to(published_name)
        message = (
            f"{show(path[-1])} is before {show(earlier[-1])} ({shorten(written)}): "
            "correct one of them"
        )
        help_ = "swap the two dates if they are in each other's place"
        related = ((earlier, "published at this time"),)
        yield Objection(path, message, (help_,), related=related)


RULE = Rule(
    summary="an article that was updated before it was published",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    examples=(
        Example(
            bad=(
                "---\npublishedDateTime: 2023-05-04T09:30:00Z\n"
                "updatedDateTime: 2023-05-03T17:00:00Z\n---\n"
            ),
            message=(
                '"updatedDateTime" is before "publishedDateTime" (2023-05-04T09:30:00Z): '
                "correct one of them"
            ),
            good=(
                "---\npublishedDateTime: 2023-05-03T17:00:00Z\n"
                "updatedDateTime: 2023-05-04T09:30:00Z\n---\n"
            ),
        ),
    ),
)
