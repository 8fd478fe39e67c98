"""Every format of JSON Schema: what it lets pass, and what it asks for in a writer's words."""

from __future__ import annotations

import pytest

from tests.unit.schema.support import DRAFTS, of

#: A sound and a faulty text for each format, and what the text should be.
FORMATS = {
    "date-time": (
        "2023-05-04T09:30:00Z",
        "2023-05-04T09:30:00",
        "a date with time and zone such as 2023-05-04T09:30:00Z",
    ),
    "date": ("2024-02-29", "2023-02-29", "a date such as 2023-05-04"),
    "time": ("09:30:00+02:00", "09:30", "a time with zone such as 09:30:00Z"),
    "duration": ("P3DT12H", "3 days", "a duration such as P3D"),
    "email": ("robin@example.com", "robin at example.com", "an e-mail address"),
    "idn-email": ("röbin@bücher.example", "röbin", "an e-mail address"),
    "hostname": ("example.com", "-example.com", "a host name such as example.com"),
    "idn-hostname": ("bücher.example", "〮.example", "a host name such as example.com"),
    "ipv4": ("192.0.2.1", "192.0.2.256", "an IPv4 address"),
    "ipv6": ("2001:db8::1", "2001:db8::g", "an IPv6 address"),
    "uri": (
        "https://example.com/a?b#c",
        "//[::1]",
        "a full URL such as https://example.com/page",
    ),
    "iri": (
        "https://example.com/ä",
        "/ä",
        "a full URL such as https://example.com/page",
    ),
    "uri-reference": (
        "/assets/logo.png",
        "/assets/%zz.png",
        "a URL, or a path on this site such as /assets/logo.png",
    ),
    "iri-reference": (
        "/assets/ä.png",
        "/assets/ä%zz.png",
        "a URL, or a path on this site such as /assets/logo.png",
    ),
    "uri-template": ("/articles/{name}", "/articles/{name", "a URI template"),
    "uuid": (
        "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        "2eb8aa08-aa98-11ea-b4aa",
        "a UUID",
    ),
    "json-pointer": ("/a/b~1c", "a/b", "a JSON Pointer"),
    "relative-json-pointer": ("1/a", "/a", "a relative JSON Pointer"),
    "regex": ("^a+$", "^(a", "a regular expression"),
}


@pytest.mark.parametrize(("name", "texts"), FORMATS.items(), ids=FORMATS)
def test_a_format_is_checked(name: str, texts: tuple[str, str, str]) -> None:
    sound, faulty, wanted = texts
    schema = {"properties": {"v": {"format": name}}}
    assert of(f'v: "{sound}"\n', schema) == []
    assert of(f'v: "{faulty}"\n', schema) == [
        f'2:4-2:{6 + len(faulty)} schema/format /v: "v" should be {wanted}, not "{faulty}"'
    ]


@pytest.mark.parametrize("draft", DRAFTS)
def test_formats_are_checked_in_every_draft(draft: str) -> None:
    schema = {"$schema": DRAFTS[draft], "properties": {"v": {"format": "ipv4"}}}
    assert of("v: here\n", schema) == [
        '2:4-2:8 schema/format /v: "v" should be an IPv4 address, not "here"'
    ]


def test_a_format_is_a_matter_of_text() -> None:
    assert of("v: 3\n", {"properties": {"v": {"format": "ipv4"}}}) == []


def test_an_unknown_format_asks_for_nothing() -> None:
    assert of("v: a\n", {"properties": {"v": {"format": "haiku"}}}) == []
