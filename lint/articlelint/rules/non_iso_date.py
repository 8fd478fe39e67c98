"""A date field holds a date that programs read differently, or that does not exist.

Every date of an article is a date and time with a time zone in the format of RFC 3339 (the
internet's profile of ISO 8601): `2023-05-04T09:30:00Z`, where `Z` means UTC, or with an offset such
as `2023-05-04T11:30:00+02:00`. Without a zone, each program assumes a different one; in any other
format, some programs swap day and month, and some fall back to today. A day that does not exist,
such as 30 February, becomes another day in some programs and stops others.

A date needs no quotes. The rule checks the dates of the article and of each related item.

If your site has dates of other forms, name them in `accept`. Each of these is a form, or means all
forms that the documentation of a site generator names:

- `date-time`: the date and time of RFC 3339, as above
- `date`: a day, `2023-05-04`
- `local-date-time`: without a time zone, `2023-05-04T09:30:00` or `2023-05-04T09:30`
- `jekyll`: those of YAML and ISO 8601, and `2023-05-04 09:30:00 +0200`, in which the seconds, the
  zone or all of the time may be missing
- `hugo`: the same, and `4 May 2023`
- `astro`, `docusaurus`: the same, and `May 4, 2023`; a name of a month may have a time after it, as
  in `May 4, 2023 9:30`
- `mkdocs-material`, `vitepress`: those of YAML and ISO 8601
- `quarto`: those of YAML and ISO 8601, `05/04/2023` (4 May) and the like, `May 4, 2023`, and the
  words `today`, `now` and `last-modified`
- `obsidian`, `zola`: `date`, `local-date-time` and `date-time`
- `eleventy`: those of YAML and ISO 8601, and `Last Modified`, `Created`, `git Last Modified` and
  `git Created`

Here, those of YAML and ISO 8601 are `date-time`, `date`, `local-date-time`, and the like of
`2023-05-04 09:30:00`, `2023-05-04 09:30:00 +02:00` and `2023-05-04T09:30:00+0200`.

The other rules about dates, such as `date-order` and `future-date`, read dates in the accepted
forms, also if this rule is off. To them, a date alone is the whole day.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.dates import RFC_3339, is_plainly_sound
from articlelint.text.words import show

#: What `accept` may name, as `text.accepted_dates` knows them, which few runs need.
_FORMS = (
    *(RFC_3339, "date", "local-date-time", "jekyll", "hugo", "zola", "astro", "docusaurus"),
    *("mkdocs-material", "quarto", "obsidian", "vitepress", "eleventy"),
)
#: Those in which a date and time of RFC 3339 is no date.
_WITHOUT_RFC_3339 = frozenset({"date", "local-date-time"})

#: Dates and times of RFC 3339, of each kind.
_MOMENTS = ("2023-05-04T09:30:00Z", "2023-05-04T11:30:00.5+02:00")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each date field of the article and of its related items.

    What cannot be meant as a date, such as a list, a flag or nothing, is left to the schema.
    """
    names = article.fields.dates
    accepted = tuple(options["accept"])
    is_usual = not _WITHOUT_RFC_3339.issuperset(accepted)
    for entry in article.entries:
        for path, value, _ in entry.found(*names):
            if is_usual and isinstance(value, str) and is_plainly_sound(value):
                continue  # nearly always
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                yield from _check_value(path, value, accepted)


def _check_value(
    path: DataPath, value: str | float, accepted: tuple[str, ...]
) -> Iterator[Objection]:
    from articlelint.text.accepted_dates import is_word, match  # noqa: PLC0415 - seldom needed
    from articlelint.text.dates import impossible_number  # noqa: PLC0415 - likewise

    text = str(value)
    date = match(text, accepted)
    if date and (fault := impossible_number(date)):
        from articlelint.text.date_advice import own_date  # noqa: PLC0415 - likewise

        what, limits = fault
        help_ = own_date(text, accepted) or limits
        yield Objection(path, f"{show(value)} is not a real {what}", (help_,))
    elif not date and not is_word(text, accepted):
        yield _of_another_form(path, value, accepted)


def _of_another_form(path: DataPath, value: str | float, accepted: tuple[str, ...]) -> Objection:
    from articlelint.text import date_advice  # noqa: PLC0415 - seldom needed
    from articlelint.text.date_forms import is_certain  # noqa: PLC0415 - likewise

    text = str(value)
    fixed = date_advice.in_accepted_form(text, accepted)
    is_day = bool(fixed) and ":" not in str(fixed)
    return Objection(
        path,
        f"{show(value)} {date_advice.what_is_wrong(text, accepted)}",
        (f"write `{fixed}`" if fixed else date_advice.advice(text, accepted),),
        change=SetValue(path, fixed, is_date=is_day) if fixed else None,
        is_guess=not is_certain(text),
    )


def _accepted(options: Options) -> tuple[str, ...]:
    from articlelint.text.accepted_dates import samples  # noqa: PLC0415 - seldom needed

    names = tuple(options["accept"])
    return (*samples(names), *(() if _WITHOUT_RFC_3339.issuperset(names) else _MOMENTS))


RULE = Rule(
    summary="a date that is not an RFC 3339 date and time with a zone, or is not real",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    options={
        "accept": {
            "description": (
                "The forms of dates that are accepted, such as `date-time`, `date` or `jekyll`; "
                "all rules about dates read them."
            ),
            "type": "array",
            "items": {"enum": list(_FORMS)},
            "minItems": 1,
            "default": [RFC_3339],
        }
    },
    accepts=_accepted,
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
            bad="---\npublishedDateTime: May 4, 2023\n---\n",
            message='"May 4, 2023" is not a date such as 2023-05-04 or 2023-05-04T09:30:00Z',
            good="---\npublishedDateTime: 2023-05-04\n---\n",
            options={"accept": ["date", "date-time"]},
        ),
    ),
)
