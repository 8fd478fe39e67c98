from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.web.same_page import article_key, page_key

PAGE = "https://example.com/2023/bridge"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "http://example.com/2023/bridge",
        "//example.com/2023/bridge",
        "https:example.com/2023/bridge",
        "HTTPS://Example.COM/2023/bridge",
        "https://example.com./2023/bridge",
        "https://www.example.com/2023/bridge",
        "https://m.example.com/2023/bridge",
        "https://amp.example.com/2023/bridge",
        "https://www.m.example.com/2023/bridge",
        "https://example.com:443/2023/bridge",
        "http://example.com:80/2023/bridge",
        "https://example.com:/2023/bridge",
        "https://writer:secret@example.com/2023/bridge",
        "https://example.com/2023/bridge/",
        "https://example.com//2023//bridge//",
        "https://example.com/2023/bridge?",
        "https://example.com/2023/bridge#comments",
        "https://example.com/2023/bridge?utm_source=letter&fbclid=IwAR0#comments",
        "https://example.com/2023/bridge#Echobox=16832",
        "https://example.com/2023/br%69dge",
        " https://example.com/2023/bridge\n",
        "https://example.com/2023/bridge?amp",
        "https://example.com/2023/bridge?amp=1",
        "https://example.com/2023/bridge?AMP=true&amp_js_v=0.1&usqp=mq331",
        "https://example.com/2023/bridge?outputType=amp",
        "https://example.com/2023/bridge?view=AMP",
        "https://example.com/2023/bridge/amp",
        "https://example.com/2023/bridge/amp/",
        "https://example.com/amp/2023/bridge",
        "https://example.com/AMP/2023/bridge",
        "https://example.com/2023/bridge.amp",
        "https://example.com/2023/bridge.AMP?amp_js_v=0.1",
        "https://amp.example.com/amp/2023/bridge.amp/",
        "https://www.google.com/amp/s/www.example.com/2023/bridge",
        "https://www.google.com/amp/s/amp.example.com/amp/2023/bridge.amp?usqp=mq331",
        "http://google.co.uk/amp/example.com/2023/bridge/amp/",
        " https://www.google.com.au/AMP/S/EXAMPLE.com/2023/bridge ",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/2023/bridge",
        "https://www-example-com.cdn.ampproject.org/c/s/example.com/2023/bridge/amp",
        "https://example-com.cdn.ampproject.org/v/s/example.com/amp/2023/bridge?amp_js_v=0.1",
        "https://example-com.cdn.ampproject.org/c/example.com/2023/bridge",
        "https://example-com.cdn.ampproject.org/2023/bridge",
        "https://www-example-com.bing-amp.com/c/s/www.example.com/2023/bridge",
    ],
)
def test_one_page(url: str) -> None:
    assert page_key(url) == page_key(PAGE) == "example.com/2023/bridge"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://example.com", "http://www.example.com/"),
        ("https://example.com/amp", "https://example.com"),
        ("https://example.com/a.amp.html", "https://example.com/a.html"),
        ("https://example.com?id=7", "https://www.example.com/?id=7#part-2"),
        ("https://example.com/film?b=2&a=1", "https://example.com/film?a=1&&b=2"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://example.com/caf%C3%A9", "https://example.com/café"),
        ("https://en.m.wiki.example/bridge", "https://en.wiki.example/bridge"),
        ("http://[2001:DB8::1]:80/a", "https://[2001:db8:0::1]/a"),
        ("https://example.com/#!/bridge", "http://www.example.com#!/bridge"),
        ("https://example.com:8443/a", "http://a@example.com:8443/a/"),
        ("https://xn--a-b.cdn.ampproject.org/a", "http://xn--a-b.cdn.ampproject.org/a/"),
    ],
)
def test_another_page_in_two_spellings(url: str, same: str) -> None:
    assert page_key(url) == page_key(same)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/2023/Bridge",
        "https://example.com/2023/bridge2",
        "https://example.com/2023",
        "https://example.com/2023/bridge?id=7",
        "https://example.com/2023/bridge?view=print",
        "https://example.com/2023/bridge?outputType=pdf",
        "https://example.com/2023/bridge?ample=1",
        "https://example.com/2023/bridge?q=amp",
        "https://example.com/2023/bridge#!part-2",
        "https://example.com/2023/bridge#/part-2",
        "https://example.com/2023/amp/bridge",
        "https://example.com/2023/bridge-amp",
        "https://example.com/2023/bridge.ample",
        "https://example.com/2023/bridge.amp.gz",
        "https://example.com/2023.amp/bridge",
        "https://example.com/2023/.amp",
        "https://www.google.com/amp/s/www.example.org/2023/bridge",
        "https://www.google.com/s/www.example.com/2023/bridge",
        "https://www.google.com/amp/s/example/2023/bridge",
        "https://www.google.com/url?q=https://example.com/2023/bridge",
        "https://google.example.com/amp/s/example.com/2023/bridge",
        "https://notgoogle.com/amp/s/example.com/2023/bridge",
        "https://www.google.com/amp/s/google.com/amp/s/example.com/2023/bridge",
        "https://example.com:8443/2023/bridge",
        "https://news.example.com/2023/bridge",
        "https://wwww.example.com/2023/bridge",
        "https://example.org/2023/bridge",
        "https://notexample.com/2023/bridge",
        "https://example.com.example.org/2023/bridge",
        "https://example.org/https://example.com/2023/bridge",
        "https://example.org/c/s/example.com/2023/bridge",
        "https://example-com.cdn.ampproject.org/x/y/z/example.com/2023/bridge",
    ],
)
def test_other_pages(url: str) -> None:
    assert page_key(url) not in (None, page_key(PAGE))


def test_the_name_itself_stays() -> None:
    keys = {page_key(f"https://{host}/a") for host in ("www.com", "m.com", "amp.com", "com")}
    assert len(keys) == 4


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/2023/bridge",
        "example.com/2023/bridge",
        "https://",
        "mailto:editor@example.com",
        "https:\\\\example.com\\2023\\bridge",
        "https://example.com/2023\n/bridge",
        "https://example.com/2023/\u200bbridge",
    ],
)
def test_no_key_for_an_unusable_url(url: str) -> None:
    assert page_key(url) is None


@pytest.mark.parametrize(
    ("url", "is_article"),
    [
        (PAGE, True),
        ("https://example.com/?p=123", True),
        ("https://example.com/#!/bridge", True),
        ("https://example.com/#/bridge", True),
        ("https://example.com", False),
        ("https://www.example.com/?utm_source=letter", False),
        ("https://example.com/amp#top", False),
        ("https://example.com/#/", False),
        ("https://example.com/#!", False),
    ],
)
def test_a_home_page_is_no_article(url: str, *, is_article: bool) -> None:
    assert article_key(url) == (page_key(url) if is_article else None)


_PIECES = st.sampled_from(
    [
        *("https:", "//", "/", "example.com", "www.", "amp", "?", "&", "#", "!", "=", ":80", "@"),
        *("%2F", "c/s/", "-com", ".cdn.ampproject.org", "[", "]", "ü", "\t", "utm_source", " "),
    ]
)


@given(st.lists(st.sampled_from(["/", "//", "amp", "AMP", "a", ".", "-", ".amp", "amp."])))
def test_a_plain_url_is_read_like_one_with_a_place_on_the_page(pieces: list[str]) -> None:
    for start in ("https://example.com", "http://www.amp.example.com/b", "http://m.example.com/"):
        url = start + "".join(pieces)
        assert page_key(url) == page_key(f"{url}#comments")


@given(st.lists(_PIECES).map(lambda pieces: "https://" + "".join(pieces)) | st.text())
def test_any_text_is_accepted(url: str) -> None:
    key = page_key(url)
    assert key is None or key == page_key(f" {url} ")
