"""Which dates fields have, and what non-iso-date is to accept."""

from __future__ import annotations

import pytest

from articlelint.settings import presets
from articlelint.setup.fields import accepted_dates
from articlelint.setup.seen_dates import NO_DATE, read_by, to_accept
from tests.unit.setup.inferring import drawn, inferred

MOMENT, DAY, LOCAL = "2023-05-04T09:30:00Z", "2023-05-04", "2023-05-04T09:30"
SPACED, NAMED, NAMED_FIRST = "2023-05-04 09:30:00 +0200", "4 May 2023", "May 4, 2023"


def _accepted(*dates: str, before: tuple[str, ...] = ()) -> list[str]:
    forms = {read_by(each) for each in dates} - {NO_DATE}
    return to_accept(sorted(forms, key=sorted), before)


@pytest.mark.parametrize(
    ("dates", "accepted"),
    [
        ((MOMENT,), []),
        ((DAY,), ["date"]),
        ((LOCAL,), ["local-date-time"]),
        ((DAY, MOMENT), ["date-time", "date"]),
        ((SPACED,), ["jekyll"]),
        ((SPACED, DAY, MOMENT), ["jekyll"]),
        ((NAMED,), ["hugo"]),
        ((NAMED, SPACED), ["hugo"]),
        ((NAMED_FIRST,), ["astro"]),
        ((NAMED_FIRST, DAY), ["astro"]),
        ((NAMED_FIRST, SPACED), ["astro"]),
        ((NAMED_FIRST, SPACED, NAMED, DAY), ["astro"]),
        (("05/04/2023",), []),
        ((), []),
    ],
)
def test_what_is_to_be_accepted(dates: tuple[str, ...], accepted: list[str]) -> None:
    assert _accepted(*dates) == accepted


@pytest.mark.parametrize(
    ("before", "dates", "accepted"),
    [
        ("mkdocs-material", (DAY, MOMENT, LOCAL), []),
        ("mkdocs-material", (DAY, NAMED_FIRST), ["mkdocs-material", "astro"]),
        ("zola", (SPACED,), ["zola", "jekyll"]),
        ("date-time", (DAY,), ["date-time", "date"]),
    ],
)
def test_what_is_accepted_before_is_kept(
    before: str, dates: tuple[str, ...], accepted: list[str]
) -> None:
    assert _accepted(*dates, before=(before,)) == accepted


def test_a_preset_is_asked_what_it_accepts() -> None:
    (kind,) = drawn("publishedAt: 4 May 2023\n").kinds
    assert accepted_dates(kind.dates.values(), None) == ["hugo"]
    assert accepted_dates(kind.dates.values(), presets.load("astro")) == []
    assert accepted_dates(kind.dates.values(), presets.load("zola")) == ["zola", "hugo"]
    assert accepted_dates(kind.dates.values(), presets.load("skill")) == ["hugo"]


def test_the_dates_of_fields_with_the_usual_names_count() -> None:
    (kind,) = drawn(f"publishedDateTime: {DAY}\nupdatedDateTime: {MOMENT}\n").kinds
    assert kind.fields == {}
    assert accepted_dates(kind.dates.values(), None) == ["date-time", "date"]


def test_a_field_with_another_text_has_no_dates() -> None:
    for other in ("soon", "''", "12", "null", "2023-02-30"):
        (kind,) = drawn(f"publishedDateTime: {DAY}\n", f"publishedDateTime: {other}\n").kinds
        assert kind.dates == {}


@pytest.mark.parametrize(
    ("others", "number", "are_dates"),
    [(1, 20, True), (1, 19, False), (10, 200, True), (11, 219, False)],
)
@pytest.mark.parametrize("other", ["soon", "2023-02-30", "", "12"])
def test_a_few_may_be_wrong(other: str, others: int, number: int, *, are_dates: bool) -> None:
    texts = [other] * others + [DAY] * (number - others)
    (kind,) = drawn(*(f"date: {each}\n" for each in texts)).kinds
    assert kind.fields == ({"publishedDateTime": "date"} if are_dates else {})
    assert accepted_dates(kind.dates.values(), None) == (["date"] if are_dates else [])


def test_more_of_them_may_be_among_many() -> None:
    texts = [DAY] * 400 + ["soon"] * 15
    (kind,) = drawn(*(f"date: {each}\n" for each in texts)).kinds
    assert kind.fields == {"publishedDateTime": "date"}


def test_kinds_that_are_much_alike_are_one() -> None:
    found = inferred(
        {f"posts/{n}.md": f"---\ntitle: A\ndate: {DAY}\n---\n" for n in range(6)}
        | {f"news/{n}.md": f"---\ntitle: A\ndate: {MOMENT}\n---\n" for n in range(6)}
    )
    (kind,) = found.kinds
    assert accepted_dates(kind.dates.values(), None) == ["date-time", "date"]
