from __future__ import annotations

import pytest

from articlelint.text.date_forms import date_in_rfc_3339, in_rfc_3339, is_certain, typing_slip


@pytest.mark.parametrize(
    "text",
    [
        "08/09/2024 09:30 UTC",
        "13.13.2024 09:30 UTC",
        "31.02.2024 09:30 UTC",
        "17.03/2024 09:30 UTC",
        "17.03.24 09:30 UTC",
        "17.03.2024 09:30",
        "08/19/2024 13:30 PM UTC",
        "08/19/2024 0:30 AM UTC",
        "08/19/2024 9:30 UTC",
        "2O24 reasons",
        "O" * 100,
    ],
)
def test_no_moment_is_guessed(text: str) -> None:
    assert in_rfc_3339(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("17.03.2024", "2024-03-17"),
        ("3/17/2024", "2024-03-17"),
        ("2024–3–17", "2024-03-17"),
        ("2024-O3-17", "2024-03-17"),
        ("2024-03-17T09:30:00Z", "2024-03-17"),
        ("3/4/2024", None),
        ("31.02.2024", None),
        ("1" * 100, None),
    ],
)
def test_a_day_of_which_one_number_alone_can_be_the_month(text: str, meant: str | None) -> None:
    assert date_in_rfc_3339(text) == meant


def test_only_characters_in_a_date_of_figures_are_slips() -> None:
    assert typing_slip("2024-03-17T09:30:00Z") == ""
    assert typing_slip("1 October 2024 09:30 UTC") == ""
    assert typing_slip("2024-O3-17T09:30:00Z") == "write the digit 0 instead of the letter O"


@pytest.mark.parametrize("text", ["17.03.2024 09:30 UTC", "2024–03–17 09:30 UTC"])
def test_another_order_or_sign_is_not_certain(text: str) -> None:
    assert not is_certain(text)
    assert is_certain("17 March 2024 09:30 UTC")
