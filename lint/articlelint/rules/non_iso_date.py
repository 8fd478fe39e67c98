"""A date field holds a date that programs read differently, or that does not exist.

Every date of an article is a date and time with a time zone in the format of RFC 3339 (the
internet's profile of ISO 8601): `2023-05-04T09:30:00Z`, where `Z` means UTC, or with an offset such
as `2023-05-04T11:30:00+02:00`. Without a zone, each program assumes a different one; in any other
format, some programs swap day and month, and some fall back to today. A day that does not exist,
such as 30 February, becomes another day in some programs and stops others.

A date needs no quotes. The rule checks the dates of the article and of each related item.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.dates import DATE_TIME, impossible_number, is_plainly_sound, missing_part
from articlelint.text.words import show

_EXAMPLE = "2023-05-04T09:30:00Z"
_FORM = f"write the date, a `T`, the time and the time zone: `{_EXAMPLE}`"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each date field of the article and of its related items.

    What cannot be meant as a date, such as a list, a flag or nothing, is left to the schema.
    """
    names = article.fields.dates
    for entry in article.entries:
        for path, value, _ in entry.found(*names):
            if isinstance(value, str) and is_plainly_sound(value):
                continue  # nearly always
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                yield from _check_value(path, value)


def _check_value(path: DataPath, value: str | float) -> Iterator[Objection]:
    text = str(value)
    date_time = DATE_TIME.fullmatch(text)
    if date_time is None:
        from articlelint.text.date_forms import in_rfc_3339, is_certain  # noqa: PLC0415 - seldom needed

        fixed = in_rfc_3339(text)
        change = SetValue(path, fixed) if fixed else None
        help_ = f"write `{fixed}`" if fixed else _FORM
        wrong = missing_part(text) or f"is not a date and time such as {_EXAMPLE}"
        yield Objection(
            path, f"{show(value)} {wrong}", (help_,), change=change, is_guess=not is_certain(text)
        )
    elif fault := impossible_number(date_time):
        what, help_ = fault
        yield Objection(path, f"{show(value)} is not a real {what}", (help_,))


RULE = Rule(
    summary="a date that is not an RFC 3339 date and time with a zone, or is not real",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    accepts=("2023-05-04T09:30:00Z", "2023-05-04T11:30:00.5+02:00"),
    fixes=(Safety.SAFE, Safety.UNSAFE),
    examples=(
        Example(
            bad="---\npublishedDateTime: 2023-02-30T09:30:00Z\n---\n",
            message='"2023-02-30T09:30:00Z" is not a real date: 2023-02 has 28 days',
            good="---\npublishedDateTime: 2023-02-28T09:30:00Z\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: 2023-05-04 09:30\n---\n",
            message='"2023-05-04 09:30" has no time zone',
            good="---\npublishedDateTime: 2023-05-04T09:30:00Z\n---\n",
        ),
        Example(
            bad="---\npublishedDateTime: May 4, 2023 09:30 UTC\n---\n",
            message=('"May 4, 2023 09:30 UTC" is not a date and time such as 2023-05-04T09:30:00Z'),
            good="---\npublishedDateTime: 2023-05-04T09:30:00Z\n---\n",
        ),
    ),
)
