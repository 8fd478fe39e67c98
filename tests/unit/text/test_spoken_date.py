"""Dates in words."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from articlelint.text.spoken_date import in_words


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A local time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.posix
@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "Wednesday, 13 July 2022, 23:30 UTC"),
        ("XYZ-1", "Wednesday, 13 July 2022, 23:30 UTC (Thursday, 14 July 2022, 00:30 local time)"),
        ("XYZ+2", "Wednesday, 13 July 2022, 23:30 UTC (21:30 local time)"),
    ],
    indirect=["zone"],
)
@pytest.mark.usefixtures("zone")
def test_a_time_is_told_in_utc_and_local_time(expected: str) -> None:
    assert in_words("2022-07-13T23:30:00Z") == expected


@pytest.mark.posix
@pytest.mark.parametrize("zone", ["XYZ-9"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_a_time_that_has_no_local_one() -> None:
    assert in_words("9999-12-31T23:30:00Z") == "Friday, 31 December 9999, 23:30 UTC"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-07-13", "Wednesday, 13 July 2022"),
        ("2022-02-30", None),
        ("2022-02-30T00:00:00Z", None),
        ("soon", None),
    ],
)
def test_other_texts(text: str, expected: str | None) -> None:
    assert in_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-05-05 10:00", "Sunday, 5 May 2019, 10:00 (no time zone)"),
        ("2019-05-32 10:00", None),
        ("May 5, 2019", None),
    ],
)
def test_the_forms_that_are_accepted(text: str, expected: str | None) -> None:
    assert in_words(text, ("jekyll",)) == expected
    assert in_words(text) is None


def test_an_accepted_form_with_a_zone() -> None:
    spoken = in_words("2019-05-05 10:00:00 +0200", ("jekyll",))
    assert spoken == in_words("2019-05-05T08:00:00Z")
