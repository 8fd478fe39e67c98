"""A provider's domain that is off by a letter, above sound URLs."""

from __future__ import annotations

from typing import Any

from tests.slips.slip import Slip

SCHEMA: dict[str, Any] = {}


def _article(domain: str) -> str:
    return (
        "originalUrl: https://www.example.com/trains\nwebUrl: https://www.example.com/trains\n"
        f"ampWebUrl: https://amp.example.com/trains\nprovider:\n  domain: {domain}\n"
    )


def _told(domain: str) -> list[str]:
    return [
        (
            f"6:11-6:{11 + len(domain)} url-domain-mismatch /provider/domain: all URLs are on "
            f'"example.com", not "{domain}": did you mean "example.com"?'
        )
    ]


DATA = {
    "originalUrl": "https://www.example.com/trains",
    "webUrl": "https://www.example.com/trains",
    "ampWebUrl": "https://amp.example.com/trains",
    "provider": {"domain": "example.com"},
}

SLIPS = {
    name: Slip(_article(domain), _told(domain), DATA)
    for name, domain in {
        "two letters swapped": "exmaple.com",
        "a letter missing": "exampl.com",
        "a letter too many": "examplle.com",
        "another letter": "exanple.com",
        "a dot missing": "examplecom",
    }.items()
} | {
    "written by hand": Slip(
        _article("example.co"), _told("example.co"), DATA, _article("example.com")
    )
}
