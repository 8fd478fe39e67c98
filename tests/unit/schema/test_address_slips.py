"""Slips in the address of a page, and look-alikes that are none."""

from __future__ import annotations

import pytest

from articlelint.schema.telling.corrections.address_slips import AddressSlip, address_slip

PAGE = "https://example.com/a"
AROUND = "remove the space around it"
CURLY = "remove the curly quotes"
ANGLES = "remove the `<` and `>`"
START = "start it with `https://`"

SLIPS: dict[str, tuple[str, str | None]] = {
    f"{PAGE} ": (AROUND, PAGE),
    f"“{PAGE}”": (CURLY, PAGE),
    f"{PAGE}”": (CURLY, PAGE),
    f"<{PAGE}>": (ANGLES, PAGE),
    f"[a page]({PAGE})": ("write only the address of the link", PAGE),
    "htps://example.com/a": ("write `https://` instead of `htps://`", PAGE),
    "hhttps://example.com/a": ("write `https://` instead of `hhttps://`", PAGE),
    "htp://example.com/a": ("write `http://` instead of `htp://`", "http://example.com/a"),
    "https:/example.com/a": ("write `https://` instead of `https:/`", PAGE),
    "https//example.com/a": ("write `https://` instead of `https//`", PAGE),
    "https;//example.com/a": ("write `https://` instead of `https;//`", PAGE),
    "https//:example.com/a": ("write `https://` instead of `https//:`", PAGE),
    "https:///example.com/a": ("write `https://` instead of `https:///`", PAGE),
    "https:example.com/a": ("write `https://` instead of `https:`", PAGE),
    "Https://example.com/a": ("write `https://` instead of `Https://`", PAGE),
    r"https:\\example.com\a": (r"write `https://` instead of `https:\\`", PAGE),
    "example.com/a": (START, PAGE),
    "//example.com/a": (START, PAGE),
    "www.example.com": (START, "https://www.example.com"),
    "example.com:8080?b=c": (START, "https://example.com:8080?b=c"),
    f"{PAGE} b": (f"it has a space after `{PAGE}`", f"{PAGE}%20b"),
    f"{PAGE}|b": ("a URL cannot have the `|` in it", f"{PAGE}%7Cb"),
    f"{PAGE}é": ("a URL cannot have the `é` in it", f"{PAGE}%C3%A9"),
    f"{PAGE}\u200b": ("a URL cannot have the character U+200B in it", f"{PAGE}%E2%80%8B"),
    "https://exam ple.com/": ("it has a space after `https://exam`", None),
    f"{PAGE}, {PAGE}": ("write only one URL", None),
    # of several, the first is named and all are put right
    "<htps://example.com/a b>": (ANGLES, f"{PAGE}%20b"),
    "<https://exam ple.com>": (ANGLES, None),
}
SOUND = (
    PAGE,
    "http://example.com",
    "ftp://example.com/a",
    "mailto:desk@example.com",
    "tel:+123",
    "localhost:4000/a",
    "/assets/a.png",
    "report.pdf",
    "two words",
    "N/A",
    "https://",
    "",
    f"{PAGE}?{'b' * 2000} ",
)


@pytest.mark.parametrize(("text", "expected"), SLIPS.items())
def test_a_slip_is_named_and_put_right(text: str, expected: tuple[str, str | None]) -> None:
    assert address_slip(text) == AddressSlip(*expected)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert address_slip(text) is None


def test_an_iri_may_have_other_letters() -> None:
    slip = AddressSlip(f"it has a space after `{PAGE}é`", f"{PAGE}é%20b")
    assert address_slip(f"{PAGE}é b", is_iri=True) == slip
    assert address_slip(f"{PAGE}é", is_iri=True) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/a b.png", AddressSlip("it has a space after `/a`", "/a%20b.png")),
        ("“/a.png”", AddressSlip(CURLY, "/a.png")),
        ("https:/example.com/a", AddressSlip("write `https://` instead of `https:/`", PAGE)),
        ("example.com/a.png", None),
        ("a.png", None),
    ],
)
def test_a_path_on_the_site_needs_no_host(text: str, expected: AddressSlip | None) -> None:
    assert address_slip(text, is_relative=True) == expected
