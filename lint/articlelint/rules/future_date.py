"""A published article has a date in the future.

Readers see it at the top of every list until that day has come, and programs that hide articles
with a future date do not show it at all. Usually the year is a slip, or day and month are swapped.

A date counts as future if it is more than a day ahead, so that clocks and time zones make no
difference. The rule applies only if the published flag is `true`; then it also checks the related
items, which readers see together with the article. Correct the date. If the article should really
come out on that day, keep it unpublished until then: `published: false`.

The rule reads dates in the forms that the option `accept` of `non-iso-date` names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show

_SLACK = timedelta(days=1)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the dates of publication of a published article with the present."""
    name, flags = article.fields.published_date_time, article.entry.found(article.fields.published)
    if not flags or any(value is not (not is_inverted) for _, value, is_inverted in flags):
        return
    flag, value, _ = flags[0]
    for entry in article.entries:
        date = entry.text(name)
        if date is None or (_begins_with_year(date) and article.is_past(date)):
            continue  # nearly always; no zone moves a day by more than one
        published = article.date(date)
        if published and article.is_ahead(published.moment, _SLACK):
            message = (
                f"{show(date)} is in the future, but the article is published: correct the date"
            )
            hidden = f"{flag[-1]}: {str(not value).lower()}"
            help_ = f"correct the date, or write `{hidden}` until that day"
            related = ((flag, "the article is published"),)
            yield Objection(entry.path_to(name), message, (help_,), related=related)


def _begins_with_year(date: str) -> bool:
    """Whether its order among other texts may tell the day: not that of `12-4-2099`."""
    return date[4:5] == "-" and date[:4].isdigit()


RULE = Rule(
    summary="a published article with a date more than a day ahead",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    uses_clock=True,
    examples=(
        Example(
            bad="---\npublishedDateTime: 2203-05-04T09:30:00Z\npublished: true\n---\n",
            message=(
                '"2203-05-04T09:30:00Z" is in the future, but the article is published: '
                "correct the date"
            ),
            good="---\npublishedDateTime: 2023-05-04T09:30:00Z\npublished: true\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: 2203-05-04T09:30:00Z\npublished: true\n---\n",
            message=(
                '"2203-05-04T09:30:00Z" is in the future, but the article is published: '
                "correct the date"
            ),
            good="---\npublishedDateTime: 2203-05-04T09:30:00Z\npublished: false\n---\n",
        ),
    ),
)
