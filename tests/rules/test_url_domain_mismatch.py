from __future__ import annotations

from collections.abc import Mapping

import pytest

from articlelint import lint_text
from articlelint.text.words import show
from tests.support import article, at_parts, check_rule

RULE = "url-domain-mismatch"


def _article(url: str, domain: str = "example.com", kind: str = "article") -> str:
    return f"webUrl: {url}\ntype: {kind}\nprovider:\n  domain: {domain}\n"


def _silent(*urls: str, domain: str = "example.com", kind: str = "article") -> dict[str, str]:
    return {f"{url} of {domain}": _article(url, domain, kind) for url in urls}


def _reported(
    hosts: dict[str, str],
    domain: str = "example.com",
    kind: str = "article",
    written: Mapping[str, str] = {},
) -> dict[str, tuple[str, list[str]]]:
    """URLs of a provider's domain, with the host that each leads to.

    ``written`` is the part that is marked, where the host is written otherwise.
    """
    return {
        f"{url} of {domain}": at_parts(
            _article(url, domain, kind),
            [
                (
                    written.get(url, host),
                    f"""{show(host)} is not within the provider's domain {show(domain)}""",
                )
            ],
        )
        for url, host in hosts.items()
    }


def test_labels() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "https://example.com/a",
            "https://www.example.com/a",
            "https://a.b.example.com",
            "https://example.com?a",
            "https://example.com#a",
            "http://example.com",
        ),
        reported=_reported(
            {
                "https://notexample.com/a": "notexample.com",
                "https://not-example.com/a": "not-example.com",
                "https://example.com.evil.example/a": "example.com.evil.example",
                "https://com/example.com": "com",
                "https://example.org/example.com": "example.org",
                "https://examp1e.com": "examp1e.com",
            }
        )
        | _reported({"https://example.com": "example.com"}, domain="news.example.com"),
    )


def test_spelling() -> None:
    check_rule(
        RULE,
        silent={
            **_silent(
                "HTTPS://WWW.Example.COM/a",
                "https://example.com./a",
                "https://example.com:8443/a",
                "https://writer:secret@example.com/a",
                "https:\\\\example.com\\a",
                "//example.com/a",
            ),
            **_silent("https://bücher.example", domain="xn--bcher-kva.example"),
            **_silent("https://www.xn--bcher-kva.example", domain="Bücher.example"),
            **_silent("https://192.0.2.7:80/a", domain="192.0.2.7"),
            **_silent("https://[2001:DB8::1]/a", domain='"[2001:db8:0::1]:80"'),
            **_silent("https://example.com/a", domain="https://www.example.com/news"),
            **_silent("https://news.example.com/a", domain="WWW.example.com"),
            **_silent("https://example.com/a", domain="example.com."),
            **_silent("https://example.com/a", domain="example.com:443"),
        },
        reported={
            **_reported({"https://bucher.example": "bucher.example"}, "xn--bcher-kva.example"),
            **_reported(
                {"https://ex\u0430mple.com": "xn--exmple-4nf.com"},
                written={"https://ex\u0430mple.com": "ex\u0430mple.com"},
            ),  # a Cyrillic letter
            **_reported({"https://192.0.2.70": "192.0.2.70"}, "192.0.2.7"),
            **_reported(
                {"https://[2001:db8::2]": "2001:db8::2"},
                written={"https://[2001:db8::2]": "[2001:db8::2]"},
            ),
            "domain with what does not belong to it": (
                _article("https://example.org", "https://www.example.com/news"),
                ['2:17-2:28 "example.org" is not within the provider\'s domain "example.com"'],
            ),
        },
    )


def test_tricks() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "https://evil.example@example.com/",
            "https://example.com/@evil.example/",
            "https://example.com?u=https://evil.example",
            "https://ex%61mple.com/",
            "https://example\uff0ecom/",  # a fullwidth dot
        ),
        reported=_reported(
            {
                "https://example.com@evil.example/": "evil.example",
                "https://example.com:443@evil.example/": "evil.example",
                "https://a@example.com@evil.example/": "evil.example",
                "https://evil.example\\@example.com/": "evil.example",
                "https://evil.example\\.example.com/": "evil.example",
                "https://evil.example?.example.com/": "evil.example",
                "https:evil.example/example.com": "evil.example",
                "https:///evil.example/example.com": "evil.example",
                "/\\evil.example/example.com": "evil.example",
                "https://evil%2Eexample/": "evil.example",
                "https://evil\u3002example/": "evil.example",  # an ideographic dot
                "https://evil.example%2F.example.com/": "evil.example/.example.com",
                "https://evil.example\uff0f.example.com/": "evil.example/.example.com",
            },
            written={
                "https://evil%2Eexample/": "evil%2Eexample",
                "https://evil\u3002example/": "evil\u3002example",
                "https://evil.example%2F.example.com/": "evil.example%2F.example.com",
                "https://evil.example\uff0f.example.com/": "evil.example\uff0f.example.com",
            },
        )
        | {
            "line break and tab, which browsers drop": (
                _article('"ht\\ntps://evil\\t.example"'),
                ['2:9-2:35 "evil.example" is not within the provider\'s domain "example.com"'],
            )
        },
    )


def test_amp_caches() -> None:
    check_rule(
        RULE,
        silent={
            **_silent(
                "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a",
                "https://www-example-com.cdn.ampproject.org/v/s/www.example.com/a?amp_js_v=0.1",
                "https://www-example-com.cdn.ampproject.org/a",
                "https://cdn.ampproject.org/c/s/example.com/a",
                "https://kgoqkwwyfnq2s5l6gz3ldm.cdn.ampproject.org/c/www.example.com/a",
                "https://www-example-com.bing-amp.com/c/s/www.example.com/a",
            ),
            **_silent("https://en--us-example.cdn.ampproject.org/", domain="en-us.example"),
            **_silent("https://cdn.ampproject.org/a", domain="ampproject.org"),
        },
        reported=_reported(
            {
                "https://www-evil-example.cdn.ampproject.org/a": "www.evil.example",
                "https://example-com.cdn.ampproject.org/c/s/evil.example/": "evil.example",
                "https://cdn.ampproject.org/c/s/example.com@evil.example/": "evil.example",
                "https://notexample-com.cdn.ampproject.org/a": "notexample.com",
                "https://kgoqkwwyfnq2s5l6gz3ldm.cdn.ampproject.org/a": (
                    "kgoqkwwyfnq2s5l6gz3ldm.cdn.ampproject.org"
                ),
                "https://example-com.cdn.ampproject.org.evil.example/c/s/example.com/": (
                    "example-com.cdn.ampproject.org.evil.example"
                ),
                "https://www-example-com.evil.example/c/s/www.example.com/a": (
                    "www-example-com.evil.example"
                ),
            },
            written={
                url: url  # what the name of the cache encodes
                for url in (
                    "https://www-evil-example.cdn.ampproject.org/a",
                    "https://notexample-com.cdn.ampproject.org/a",
                )
            },
        ),
    )


def test_videos() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "https://www.youtube.com/watch?v=a",
            "https://youtu.be/a",
            "https://www.youtube-nocookie.com/embed/a",
            "https://player.vimeo.com/a",
            "https://example.com/a",
            kind="video",
        ),
        reported={
            **_reported(
                {
                    "https://notyoutube.com/a": "notyoutube.com",
                    "https://example.org/a": "example.org",
                },
                kind="video",
            ),
            **_reported({"https://youtu.be/a": "youtu.be"}),
            **_reported({"https://youtu.be/b": "youtu.be"}, kind="[video]"),
        },
    )


def test_videos_on_configured_hosts() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "https://films.example/a",
            "https://www.films.example/a",
            "https://xn--bcher-kva.example/a",
            kind="video",
        ),
        reported={
            **_reported({"https://youtu.be/a": "youtu.be"}, kind="video"),
            **_reported({"https://films.example/a": "films.example"}),
        },
        config={
            "rules": {RULE: {"allow-hosts": ["https://www.Films.example/", "bücher.example", ""]}}
        },
    )


def test_nothing_to_compare() -> None:
    url = "webUrl: https://evil.example/\n"
    check_rule(
        RULE,
        silent={
            "no provider": url,
            "provider that is text": f"{url}provider: example.com\n",
            "provider without a domain": f"{url}provider: {{name: Example Gazette}}\n",
            "domain that is nothing": f"{url}provider: {{domain: }}\n",
            "domain that is a space": f'{url}provider: {{domain: " "}}\n',
            "domain that is a number": f"{url}provider: {{domain: 1}}\n",
            "domain without a host": f'{url}provider: {{domain: "https://"}}\n',
            "domain elsewhere": f"{url}domain: example.com\n",
            **_silent(
                "/a/b", "evil.example", "https://", "", "null", "[https://evil.example]", "1"
            ),
            **_silent(
                "mailto:a@evil.example", "javascript:alert(1)", "urn:isbn:0", '"https://:80/"'
            ),
        },
        reported={},
    )


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "URLs that are no page of the article": (
                "featuredContent: https://films.example/a\n"
                "images:\n  - url: https://images.example/a.jpg\n"
                "provider:\n  domain: example.com\n  images:\n    - url: https://cdn.example/a.png\n"
            ),
            "related item without a provider": (
                "provider: {domain: example.com}\nrelated:\n  - webUrl: https://example.org/a\n"
            ),
            "related item of its own provider": (
                "provider: {domain: example.com}\n"
                "related:\n  - webUrl: https://example.org/a\n    provider: {domain: example.org}\n"
            ),
            "related item that is a video": (
                "related:\n  - webUrl: https://youtu.be/a\n    type: video\n"
                "    provider: {domain: example.org}\n"
            ),
        },
        reported={
            "every URL of the article": (
                (
                    "originalUrl: https://a.example/\n"
                    "webUrl: https://b.example/\n"
                    "ampWebUrl: https://amp.example.com/\n"
                    "cdnAmpWebUrl: 'https://d-example.cdn.ampproject.org/c/s/d.example/'\n"
                    "provider: {domain: example.com}\n"
                ),
                [
                    '2:22-2:31 "a.example" is not within the provider\'s domain "example.com"',
                    '3:17-3:26 "b.example" is not within the provider\'s domain "example.com"',
                    '5:57-5:66 "d.example" is not within the provider\'s domain "example.com"',
                ],
            ),
            "related items against their own provider": (
                (
                    "type: video\n"
                    "provider: {domain: example.com}\n"
                    "related:\n"
                    "  - webUrl: https://example.com/a\n    provider: {domain: example.org}\n"
                    "  - webUrl: https://example.org/a\n    provider: {domain: example.org}\n"
                    "  - webUrl: https://youtu.be/a\n    provider: {domain: example.org}\n"
                ),
                [
                    '5:21-5:32 "example.com" is not within the provider\'s domain "example.org"',
                    '9:21-9:29 "youtu.be" is not within the provider\'s domain "example.org"',
                ],
            ),
            "URL and provider in aliases": (
                (
                    "base: &url https://evil.example/\n"
                    "site: &site {domain: example.com}\n"
                    "webUrl: *url\nprovider: *site\n"
                ),
                ['4:9-4:13 "evil.example" is not within the provider\'s domain "example.com"'],
            ),
        },
    )


def _several(domain: str, *urls: str, kind: str = "article") -> str:
    names = ("originalUrl", "webUrl", "ampWebUrl", "cdnAmpWebUrl")
    pairs = "".join(f"{name}: {url}\n" for name, url in zip(names, urls, strict=False))
    return f"type: {kind}\nprovider: {{domain: {domain}}}\n{pairs}"


def _meant(domain: str, meant: str = "example.com") -> list[str]:
    message = f'all URLs are on "{meant}", not "{domain}": did you mean "{meant}"?'
    return [f"3:20-3:{20 + len(domain)} {message}"]


def _each(*urls: str, domain: str) -> list[str]:
    """What is said where each URL is reported."""
    starts = ("originalUrl: ", "webUrl: ", "ampWebUrl: ")
    hosts = [url.split("/")[2] for url in urls]
    places = [len(start) + len("https://") + 1 for start in starts]
    return [
        f"{line}:{at}-{line}:{at + len(host)} {show(host)} is not within the provider's domain "
        f"{show(domain)}"
        for line, (at, host) in enumerate(zip(places, hosts, strict=False), 4)
    ]


def test_the_domain_alone_is_off_by_a_letter() -> None:
    urls = ("https://example.com/a", "https://www.example.com/a")
    amp = "https://example-com.cdn.ampproject.org/c/s/amp.example.com/a"
    domains = ("exmaple.com", "exampl.com", "examplee.com", "example.con", "exanple.com")
    check_rule(
        RULE,
        silent={},
        reported={
            **{each: (_several(each, *urls), _meant(each)) for each in domains},
            "a dot is missing": (_several("examplecom", *urls), _meant("examplecom")),
            "an AMP cache": (_several("exmaple.com", *urls, amp), _meant("exmaple.com")),
            "below a subdomain": (
                _several(
                    "news.exmaple.com", "https://news.example.com", "https://a.news.example.com"
                ),
                _meant("news.exmaple.com", "news.example.com"),
            ),
            "a video that is elsewhere": (
                _several("exmaple.com", *urls, "https://youtu.be/a", kind="video"),
                _meant("exmaple.com"),
            ),
            "an article of a provider": (
                (
                    "related:\n  - provider: {domain: exmaple.com}\n"
                    "    webUrl: https://example.com/a\n    ampWebUrl: https://amp.example.com/a\n"
                ),
                [
                    (
                        '3:24-3:35 all URLs are on "example.com", not "exmaple.com": '
                        'did you mean "example.com"?'
                    )
                ],
            ),
        },
        changes={
            **dict.fromkeys(
                (*domains, "a dot is missing", "an AMP cache", "a video that is elsewhere"),
                "example.com",
            ),
            "below a subdomain": "news.example.com",
            "an article of a provider": "example.com",
        },
    )


def test_it_may_be_the_urls_that_are_wrong() -> None:
    two = ("https://example.com/a", "https://example.com/b")
    check_rule(
        RULE,
        silent={},
        reported={
            "one URL": (
                _several("exmaple.com", two[0]),
                _each(two[0], domain="exmaple.com"),
            ),
            "two letters": (
                _several("exmapel.com", *two),
                _each(*two, domain="exmapel.com"),
            ),
            "another domain": (_several("bridge.org", *two), _each(*two, domain="bridge.org")),
            "on two domains": (
                _several("exmaple.com", two[0], "https://exemple.com/a"),
                _each(two[0], "https://exemple.com/a", domain="exmaple.com"),
            ),
            "one is on the domain": (
                _several("exmaple.com", *two, "https://exmaple.com/a"),
                _each(*two, domain="exmaple.com"),
            ),
            "numbers": (
                _several("192.0.2.7", "https://192.0.2.8", "https://192.0.2.8/a"),
                _each("https://192.0.2.8", "https://192.0.2.8/a", domain="192.0.2.7"),
            ),
            "international names": (
                _several(
                    "xn--bcher-kva.example",
                    "https://xn--bcher-kvb.example",
                    "https://xn--bcher-kvb.example/a",
                ),
                _each(
                    "https://xn--bcher-kvb.example",
                    "https://xn--bcher-kvb.example/a",
                    domain="xn--bcher-kva.example",
                ),
            ),
        },
        changes={},
    )


def test_a_wrong_domain_names_a_url_and_the_way_out() -> None:
    text = article(_several("exmaple.com", "https://example.com/a", "https://www.example.com/a"))
    [diagnostic] = lint_text(text, schema={})
    assert diagnostic.help == (
        "write `domain: example.com`, or correct the URLs if the domain is right",
    )
    [related] = diagnostic.related
    assert text[slice(*related.span)] == "https://example.com/a"
    assert related.message == 'this URL is on "example.com"'


def test_help() -> None:
    (diagnostic,) = lint_text(article(_article("https://example.org/a")), schema={})
    assert diagnostic.help == ("correct the URL or the domain of the provider",)


@pytest.mark.parametrize(
    "url",
    [
        "https://" + "a" * 1_000_000,
        "https://" + "ü" * 900_000,
        "https://" + "a@" * 450_000 + "a",
        "https://" + "%C3%BC" * 150_000,
        "https:" + "/" * 900_000 + "a",
        f"https://{'a-' * 450_000}.cdn.ampproject.org/",
        f"https://cdn.ampproject.org/c/s/{'ü' * 900_000}/",
        f"https://xn--{'a-' * 25}.cdn.ampproject.org/",
    ],
    ids=["ASCII", "IDN", "at", "percent", "slashes", "AMP", "AMP path", "broken A-label"],
)
def test_hostile_hosts_are_reported_like_any_other(url: str) -> None:
    (diagnostic,) = lint_text(article(_article(url)), schema={})
    assert diagnostic.rule == RULE
    assert len(diagnostic.message) < 150


def test_hostile_domains_take_no_longer() -> None:
    long = "a" * 300_000
    several = _several(long + "b", f"https://{long}c/a", f"https://{long}c/a")
    assert {each.rule for each in lint_text(article(several), schema={})} == {RULE}
