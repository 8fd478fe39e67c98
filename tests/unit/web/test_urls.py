from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.web.urls import amp_origin, canonical_host, domain_host, host_of, is_within


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.com", "example.com"),
        ("HTTP://www.Example.com:80/a?b#c", "www.example.com"),
        ("ftp://example.com/a", "example.com"),
        ("//example.com/a", "example.com"),
        ("https:example.com", "example.com"),
        ("https:////example.com", "example.com"),
        ("https://example.com:", "example.com"),
        ("https://example.com..", "example.com"),
        ("https://a:b@example.com", "example.com"),
        ("https://a@b@example.com", "example.com"),
        ("https://example.com/@b", "example.com"),
        ("https://example.com\\@b", "example.com"),
        (" \x00https://example.com\x1f", "example.com"),
        ("h\tt\r\ntps://exam\nple.com", "example.com"),
        ("https://ex%61mple.com", "example.com"),
        ("https://b%C3%BCcher.example", "xn--bcher-kva.example"),
        ("https://192.0.2.7/", "192.0.2.7"),
        ("https://a@[2001:DB8:0:0::1]:80/", "2001:db8::1"),
        ("https://[::g]/", "[::g]"),
        ("https://[::1", "::1"),
        ("https://", None),
        ("https://:80", None),
        ("https://a@", None),
        ("https://./", None),
        ("https://?a", None),
        ("", None),
        ("/a", None),
        ("a/b", None),
        ("example.com", None),
        ("example.com:80", None),
        ("mailto:a@example.com", None),
        ("javascript://example.com/%0aalert(1)", None),
        ("\u00a0https://example.com", None),
        ("https://example.com ", "example.com"),
        ("https://example.com!", "example.com!"),  # the first character that is not removed
    ],
)
def test_host_of(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Example.COM.", "example.com"),
        ("xn--BCHER-kva.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("bu\u0308cher.example", "xn--bcher-kva.example"),  # u and a combining diaeresis
        ("foo_bar.bücher.example", "foo_bar.xn--bcher-kva.example"),
        ("\u4f8b\u3048.example", "xn--r8jz45g.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("i\u2764.example", "xn--i-7iq.example"),  # not an IDNA 2008 name, but browsers open it
        ("example\uff0ecom\u3002", "example.com"),
        ("\uff25xample.com", "example.com"),  # a fullwidth E
        ("exam\u00adple.com", "example.com"),  # a soft hyphen
        ("Ex\ufffdmple.com", "xn--exmple-c078a.com"),
        ("\u00e4" * 253, "xn--" + ("\u00e4" * 253).encode("punycode").decode()),
        ("\u00e4" * 254, "\u00e4" * 254),  # too long for a host
    ],
)
def test_canonical_host(name: str, canonical: str) -> None:
    assert canonical_host(name) == canonical


@pytest.mark.parametrize(
    ("domain", "host"),
    [
        ("example.com", "example.com"),
        ("www.example.com", "example.com"),
        ("WWW.Example.com.", "example.com"),
        ("www.www.example.com", "www.example.com"),
        ("wwww.example.com", "wwww.example.com"),
        ("news.example.com", "news.example.com"),
        ("https://www.example.com/news", "example.com"),
        ("//example.com", "example.com"),
        ("example.com/news", "example.com"),
        ("example.com:80", "example.com"),
        ("  example.com\n", "example.com"),
        ("example.com!", "example.com!"),
        ("localhost", "localhost"),
        ("[::1]:80", "::1"),
        ("www.com", "www.com"),  # otherwise it would contain all of .com
        ("www.", "www"),
        ("", None),
        (" ", None),
        (".", None),
        ("https://", None),
    ],
)
def test_domain_host(domain: str, host: str | None) -> None:
    assert domain_host(domain) == host


@pytest.mark.parametrize(
    ("host", "domain", "within"),
    [
        ("example.com", "example.com", True),
        ("www.example.com", "example.com", True),
        ("a.b.example.com", "example.com", True),
        ("notexample.com", "example.com", False),
        ("example.com", "www.example.com", False),
        ("example.com.evil.example", "example.com", False),
        ("evil.example/.example.com", "example.com", False),
        ("evil.example .example.com", "example.com", False),
        ("2001:db8::1", "2001:db8::1", True),
    ],
)
def test_is_within(host: str, domain: str, *, within: bool) -> None:
    assert is_within(host, domain) is within


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (
            "https://www-example-co-uk.cdn.ampproject.org/c/s/www.example.co.uk/a",
            "www.example.co.uk",
        ),
        ("https://www-example-co-uk.cdn.ampproject.org/", "www.example.co.uk"),
        ("https://WWW-Example-com.CDN.ampproject.org.:443/a", "www.example.com"),
        ("https://my--site-example.cdn.ampproject.org", "my-site.example"),
        ("https://0-en--us-example-com-0.cdn.ampproject.org", "en-us.example.com"),
        ("https://xn--bcher-example-wob.cdn.ampproject.org", "xn--bcher-kva.example"),
        ("https://www-example-com.bing-amp.com/c/s/www.example.com/a", "www.example.com"),
        ("https://cdn.ampproject.org/c/www.example.com", "www.example.com"),
        ("https://cdn.ampproject.org/wp/s/a@www.example.com:80/a", "www.example.com"),
        ("https://a0b1c2.cdn.ampproject.org/v/s/www.example.com/a?b", "www.example.com"),
        ("https://example-com.cdn.ampproject.org/c/s/evil.example/", "evil.example"),
        ("https:\\\\cdn.ampproject.org\\c\\s\\example.com\\a", "example.com"),
        ("https://a0b1c2.cdn.ampproject.org/", None),
        ("https://a.b-example.cdn.ampproject.org/", None),
        (f"https://b-{'a' * 61}.cdn.ampproject.org/", f"b.{'a' * 61}"),
        (f"https://b-{'a' * 62}.cdn.ampproject.org/", None),
        ("https://cdn.ampproject.org/v0/amp-bind-0.1.js", None),
        ("https://bing-amp.com/", None),
        ("https://-.cdn.ampproject.org/", None),
        ("https://www.example.com/c/s/example.org/", None),
        ("https://notbing-amp.com/c/s/example.org/", None),
        ("https://cdn.ampproject.org.example.com/c/s/example.org/", None),
        ("/c/s/www.example.com", None),
    ],
)
def test_amp_origin(url: str, origin: str | None) -> None:
    assert amp_origin(url) == origin


def test_amp_cache_with_a_broken_a_label() -> None:
    assert amp_origin("https://xn--a-999999999.cdn.ampproject.org/") == "xn-a.999999999"


@given(st.text(), st.text())
def test_any_text_has_a_verdict(url: str, domain: str) -> None:
    for host in (host_of(url), host_of("https://" + url), domain_host(domain)):
        assert host is None or host == host.rstrip(".") != ""
    assert amp_origin(f"https://{url}.cdn.ampproject.org/{domain}") != ""


@given(st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9})?(\.[a-z]{2,9}){1,3}", fullmatch=True))
def test_a_host_is_found_whatever_surrounds_it(host: str) -> None:
    assert host_of(f"https://{host}") == host
    assert host_of(f"https://evil.example@{host.upper()}:80/evil.example") == host
    assert domain_host(f"https://www.{host}/a") == host
    spelled = host.replace("-", "--").replace(".", "-")
    assert amp_origin(f"https://{spelled}.cdn.ampproject.org/") == host
