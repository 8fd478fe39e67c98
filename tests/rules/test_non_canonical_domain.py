from __future__ import annotations

import json

import pytest

from articlelint import Severity, lint_text
from tests.support import article, check_rule

RULE = "non-canonical-domain"


def _article(domain: str) -> str:
    return f"provider:\n  domain: {json.dumps(domain, ensure_ascii=False)}\n"


def _silent(*domains: str) -> dict[str, str]:
    return {domain: _article(domain) for domain in domains}


def _reported(domains: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Domains, each with what it should be."""
    return {
        domain: (
            _article(domain),
            [f'3:11-3:{13 + len(domain)} "domain" should be "{canonical}", not "{domain}"'],
        )
        for domain, canonical in domains.items()
    }


#: Domains, each with what it should be.
DOMAINS = {
    "https://example.com": "example.com",
    "https://example.com/": "example.com",
    "http://www.example.com/news?a=b#c": "example.com",
    "//example.com": "example.com",
    "https:example.com": "example.com",
    "example.com/": "example.com",
    "example.com/news": "example.com",
    "example.com?a": "example.com",
    "example.com#a": "example.com",
    "example.com:443": "example.com",
    "192.0.2.7:80": "192.0.2.7",
    "www.example.com": "example.com",
    "WWW.example.com": "example.com",
    "https://www.com/": "www.com",
    "Example.com": "example.com",
    "EXAMPLE.COM": "example.com",
    "example.com.": "example.com",
    "www.example.com.": "example.com",
    " example.com": "example.com",
    "example.com ": "example.com",
    "\u00a0example.com": "example.com",
    "writer:secret@example.com": "example.com",
    "mailto:editor@example.com": "example.com",
    "ex%61mple.com": "example.com",
    "www.www.example.com": "example.com",
    "www.www.com": "www.com",
}


def test_domains() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "example.com",
            "news.example.com",
            "m.example.com",
            "example.co.uk",
            "www.com",
            "wwwexample.com",
            "www2.example.com",
            "my_site.example.com",
            "xn--bcher-kva.example",
            "xn--9.example",
            "bücher.example",
            "例え.example",
            "192.0.2.7",
        ),
        reported=_reported(DOMAINS),
        changes=DOMAINS,
    )


INTERNATIONAL = {
    "BÜCHER.example": "bücher.example",
    "https://www.bücher.example/": "bücher.example",
    "例え\u3002example": "例え.example",
    "XN--BCHER-KVA.example": "xn--bcher-kva.example",
    "https://xn--bcher-kva.example/café": "xn--bcher-kva.example",
    "https://example.com/café": "example.com",
    "\uff58n--9.example": "xn--9.example",  # a fullwidth x
}


def test_international_names_keep_their_form() -> None:
    check_rule(
        RULE,
        silent={},
        reported=_reported(INTERNATIONAL),
        changes=INTERNATIONAL,
    )


def test_no_domain() -> None:
    check_rule(
        RULE,
        silent={
            **_silent(
                "",
                " ",
                "Example",
                "Example Gazette",
                "Example Gazette.com",
                "Example.com, Example.org",
                "localhost:8000",
                "https://",
                "gopher://Example.com",
                ".Example.com",
                "Example..com",
                "[2001:DB8::1]",
                "example.com%2F",
                "www." + "a." * 150 + "com",
            ),
            "no provider": "title: Example.com\n",
            "no domain": "provider: {name: Example.com}\n",
            "no text": "provider: {domain: 1.5}\n",
            "nothing": "provider: {domain: }\n",
            "domain elsewhere": "domain: Example.com\n",
        },
        reported={},
    )


def test_fields() -> None:
    check_rule(
        RULE,
        silent={"the default name": "provider: {domain: Example.com}\n"},
        reported={
            "of the article and of a related item": (
                (
                    "provider: {site: www.example.com}\n"
                    "related:\n  - provider:\n      site: Example.org\n"
                ),
                [
                    '2:18-2:33 "site" should be "example.com", not "www.example.com"',
                    '5:13-5:24 "site" should be "example.org", not "Example.org"',
                ],
            )
        },
        changes={"of the article and of a related item": ["example.com", "example.org"]},
        config={"fields": {"domain": "site"}},
    )


def test_replaces_the_diagnostic_of_the_schema() -> None:
    text = article(_article("https://www.Example.com/"))
    (diagnostic,) = [each for each in lint_text(text) if each.path == ("provider", "domain")]
    assert (diagnostic.rule, diagnostic.severity) == (RULE, Severity.ERROR)
    assert diagnostic.help == ("write `example.com`",)


@pytest.mark.parametrize("domain", ["A." * 500_000 + "com", "ü" * 900_000 + ".com", "a/" * 500_000])
def test_hostile_domains(domain: str) -> None:
    assert lint_text(article(_article(domain)), schema={}) == []
