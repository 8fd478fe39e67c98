from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article, at_parts, check_rule, found

RULE = "insecure-url"
MESSAGE = 'the URL starts with "http://" instead of "https://"'


def _silent(*urls: str) -> dict[str, str]:
    return {url: f'webUrl: "{url}"\n' for url in urls}


def _secure(*urls: str) -> dict[str, str]:
    """URLs, each with the same URL over https."""
    return {url: url.replace("http", "https", 1) for url in urls}


def _reported(*urls: str) -> dict[str, tuple[str, list[str]]]:
    return {url: at_parts(f'webUrl: "{url}"\n', [(_start(url), MESSAGE)]) for url in urls}


def _start(url: str) -> str:
    """What is marked: the scheme and the slashes, or whatever is taken for slashes."""
    start = url.strip()
    return start[: len(start) - len(start[len("http:") :].lstrip("/\\"))]


def test_schemes() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "https://example.com/a",
            "HTTPS://example.com/a",
            "https://example.com/http://example.org",
            "https://example.com/?u=http://example.org",
            "//example.com/a",
            "/http://example.com",
            "httpd://example.com",
            "ftp://example.com",
            "http",
            "http:",
            "http://",
            "",
        ),
        reported=_reported(
            "http://example.com",
            "http://example.com/a?b#c",
            "HTTP://example.com/a",
            "http://example.com:8080/a",
            "http:example.com",
            " http://example.com/a",
            "http:\\\\\\\\example.com",
            "http://example.com/a b",
        ),
        changes={
            **_secure("http://example.com", "http://example.com/a?b#c"),
            "HTTP://example.com/a": "https://example.com/a",
            "http:example.com": "https://example.com",
            " http://example.com/a": "https://example.com/a",
            "http:\\\\\\\\example.com": "https://example.com",
        },
    )


def test_hosts_that_need_no_https() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "http://localhost/a",
            "http://localhost:4000/a",
            "http://blog.localhost/a",
            "http://printer.local/a",
            "http://exampleonion7.onion/a",
            "http://127.0.0.1:4000/a",
            "http://10.1.2.3/a",
            "http://192.168.0.1/a",
            "http://169.254.0.1/a",
            "http://[::1]:4000/a",
            "http://[fd00::1]/a",
        ),
        reported=_reported(
            "http://notlocalhost/a",
            "http://localhost.example.com/a",
            "http://local.example/a",
            "http://onion.example/a",
            "http://10.example.com/a",
            "http://127.0.0.1.example.com/a",
            "http://8.8.8.8/a",
            "http://[2606:4700::1]/a",
            "http://[::g]/a",
            "http://area51/a",
        ),
        changes=_secure(
            "http://localhost.example.com/a",
            "http://local.example/a",
            "http://onion.example/a",
            "http://10.example.com/a",
            "http://127.0.0.1.example.com/a",
        ),
    )


def test_configured_hosts() -> None:
    check_rule(
        RULE,
        silent=_silent("http://old.example/a", "http://www.old.example/a"),
        reported=_reported("http://bold.example/a", "http://old.example.com/a"),
        changes=_secure("http://bold.example/a", "http://old.example.com/a"),
        config={"rules": {RULE: {"allow-hosts": ["http://www.Old.example/", ""]}}},
    )


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "no URL of the article": (
                "featuredContent: http://example.com/\ntitle: http://example.com/\n"
            ),
            "no text": "webUrl: [http://example.com/]\noriginalUrl: 1\nampWebUrl:\n",
        },
        reported={
            "every URL": (
                (
                    "originalUrl: http://a.example\n"
                    "webUrl: http://a.example\n"
                    "ampWebUrl: http://a.example\n"
                    "cdnAmpWebUrl: http://a.example\n"
                    "images: [{url: http://a.example}]\n"
                    "provider: {images: [{url: http://a.example}]}\n"
                    "related:\n  - webUrl: http://a.example\n"
                    "    images: [{url: http://a.example}]\n"
                ),
                [
                    f"2:14-2:21 {MESSAGE}",
                    f"3:9-3:16 {MESSAGE}",
                    f"4:12-4:19 {MESSAGE}",
                    f"5:15-5:22 {MESSAGE}",
                    f"6:16-6:23 {MESSAGE}",
                    f"7:27-7:34 {MESSAGE}",
                    f"9:13-9:20 {MESSAGE}",
                    f"10:20-10:27 {MESSAGE}",
                ],
            )
        },
        changes={"every URL": "https://a.example"},
    )


@pytest.mark.parametrize(
    ("url", "secure"),
    [
        ("http://example.com", "https://example.com"),
        ("http://www.example.com/a//b?c=http://d#e", "https://www.example.com/a//b?c=http://d#e"),
        ("HTTP://Example.com/A", "https://Example.com/A"),
        ("http:/example.com/a", "https://example.com/a"),
        ("http://example.com:80/a", "https://example.com/a"),
        ("http://example.com:80?a:80", "https://example.com?a:80"),
        ("http://example.com:8080/a", "https://example.com:8080/a"),
    ],
)
def test_help_has_the_secure_url(url: str, secure: str) -> None:
    (diagnostic,) = lint_text(article(f"webUrl: {url}\n"), schema={})
    assert diagnostic.help == (f"write `{secure}` if the page opens there",)


def test_gives_way() -> None:
    text = article("webUrl: http://example.org/\nprovider: {domain: example.com}\n")
    assert [each.split()[1] for each in found(text)] == ["url-domain-mismatch"]
