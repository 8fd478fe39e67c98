from __future__ import annotations

import pytest

from tests.many import compared, helps
from tests.support import article

RULE = "duplicate-url"
BRIDGE = "https://example.com/2023/bridge-reopens"
HELD = article(f"webUrl: {BRIDGE}\n")


def _said(place: str, field: str, *others: str) -> str:
    """What is said of a field at a place, and the places in other files that are named."""
    related = "".join(f" | {other}: the same page" for other in others)
    file = others[0].partition(" ")[0]
    return f'{place} {RULE} /{field}: "{field}" leads to the same page as in "{file}"{related}'


def _found(*urls: str, held: str = HELD) -> list[str]:
    """What is said of a file with these URLs, in the order of the fields."""
    fields = ("originalUrl", "webUrl", "ampWebUrl", "cdnAmpWebUrl")
    lines = (f"{field}: '{url}'\n" for field, url in zip(fields, urls, strict=False) if url)
    return compared(RULE, {"b.md": article("".join(lines)), "a.md": held}, to_report=["b.md"])


@pytest.mark.parametrize(
    "url",
    [
        BRIDGE,
        "http://example.com/2023/bridge-reopens",
        "//example.com/2023/bridge-reopens",
        "https://www.example.com/2023/bridge-reopens",
        "https://m.Example.com/2023/bridge-reopens",
        "https://example.com:443/2023/bridge-reopens",
        f"{BRIDGE}/",
        f"{BRIDGE}#comments",
        f"{BRIDGE}?utm_source=letter&fbclid=IwAR0",
        f"{BRIDGE}?amp",
        f"{BRIDGE}?outputType=amp",
        f"{BRIDGE}/amp/",
        f"{BRIDGE}.amp",
        "https://www.google.com/amp/s/www.example.com/2023/bridge-reopens.amp",
        "https://amp.example.com/2023/bridge-reopens",
        "https://example-com.cdn.ampproject.org/c/s/example.com/2023/bridge-reopens",
        f" {BRIDGE} ",
    ],
)
def test_one_page(url: str) -> None:
    assert _found(url) == [_said(f"b.md 2:14-2:{16 + len(url)}", "originalUrl", "a.md 2:9")]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/2023/ferry-sold",
        "https://example.com/2023/Bridge-Reopens",
        "https://example.com:8080/2023/bridge-reopens",
        "https://example.org/2023/bridge-reopens",
        "https://news.example.com/2023/bridge-reopens",
        "https://notexample.com/2023/bridge-reopens",
        f"{BRIDGE}?page=2",
        f"{BRIDGE}-today",
        "https://example.com/#!/2023/bridge-reopens",
        "",
    ],
)
def test_another_page(url: str) -> None:
    assert _found(url) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=a1",
        "https://example.com/?p=123",
        "https://example.com/#!/bridge",
        "https://example.com/#/bridge",
    ],
)
def test_a_page_that_is_not_named_by_its_path(url: str) -> None:
    assert len(_found(url, held=article(f"originalUrl: {url}\n"))) == 1
    assert _found(f"{url}2", held=article(f"originalUrl: {url}\n")) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://www.example.com/",
        "https://example.com/?utm_source=letter",
        "https://example.com/#top",
        "https://example.com/#/",
        "https://example.com/#!/",
        "https://example.com/amp",
        "/2023/bridge-reopens",
        "bridge-reopens",
        "mailto:editor@example.com",
        "https:\\\\example.com\\bridge",
        "https://",
    ],
)
def test_what_is_no_article_or_has_no_host(url: str) -> None:
    assert _found(url, held=article(f"originalUrl: '{url}'\n")) == []


def test_fields_that_are_no_text() -> None:
    front_matter = f"originalUrl: [{BRIDGE}]\nwebUrl:\nampWebUrl: {{a: {BRIDGE}}}\n"
    assert compared(RULE, {"a.md": HELD, "b.md": article(front_matter)}) == []


def test_what_is_no_url_of_the_article() -> None:
    front_matter = (
        f"canonical: {BRIDGE}\nrelated:\n  - webUrl: {BRIDGE}\nimages:\n  - url: {BRIDGE}\n"
    )
    assert compared(RULE, {"a.md": HELD, "b.md": article(front_matter)}) == []


def test_the_first_field_that_leads_there_is_marked() -> None:
    assert _found(f"{BRIDGE}#a", f"{BRIDGE}/", f"{BRIDGE}?amp") == [
        _said("b.md 2:14-2:57", "originalUrl", "a.md 2:9")
    ]
    assert _found("https://bit.ly/bridge", "", f"{BRIDGE}/amp") == [
        _said("b.md 3:12-3:57", "ampWebUrl", "a.md 2:9")
    ]


def test_one_article_at_one_page_in_all_fields() -> None:
    alone = article(f"originalUrl: {BRIDGE}\nwebUrl: {BRIDGE}/\nampWebUrl: {BRIDGE}?amp\n")
    assert compared(RULE, {"a.md": alone}) == []


@pytest.mark.parametrize("amp_url", ["https://example.com/1", "https://example.com/story/1"])
def test_two_files_that_share_two_pages_are_told_once(amp_url: str) -> None:
    both = article(f"originalUrl: {BRIDGE}\nampWebUrl: {amp_url}\n")
    assert compared(RULE, {"a.md": both, "b.md": both}) == [
        _said("a.md 2:14-2:53", "originalUrl", "b.md 2:14"),
        _said("b.md 2:14-2:53", "originalUrl", "a.md 2:14"),
    ]


def test_a_file_that_shares_one_page_with_each_of_two_others() -> None:
    ferry = "https://example.com/ferry"
    files = {
        "a.md": article(f"originalUrl: {BRIDGE}\n"),
        "b.md": article(f"originalUrl: {BRIDGE}\nwebUrl: {ferry}\n"),
        "c.md": article(f"webUrl: {ferry}\n"),
    }
    assert compared(RULE, files) == [
        _said("a.md 2:14-2:53", "originalUrl", "b.md 2:14"),
        _said("b.md 2:14-2:53", "originalUrl", "a.md 2:14"),
        _said("b.md 3:9-3:34", "webUrl", "c.md 2:9"),
        _said("c.md 2:9-2:34", "webUrl", "b.md 3:9"),
    ]


def test_many_files_about_one_page() -> None:
    files = {f"{name}.md": HELD for name in "abcdef"}
    assert compared(RULE, files, to_report=["a.md"]) == [
        _said("a.md 2:9-2:48", "webUrl", "b.md 2:9", "c.md 2:9", "d.md 2:9")
    ]
    assert len(compared(RULE, files)) == len(files)


def test_help() -> None:
    advice = "keep one of the files, or correct the URL if they are two articles"
    assert helps(RULE, {"a.md": HELD, "b.md": HELD}) == {"a.md": [(advice,)], "b.md": [(advice,)]}
    found = helps(RULE, {f"{name}.md": HELD for name in "abcdef"})
    assert found["a.md"] == [(advice, "also in 2 more files")]


def test_articles_that_are_not_published_count() -> None:
    draft = article(f"webUrl: {BRIDGE}\npublished: false\n")
    assert len(compared(RULE, {"a.md": HELD, "draft.md": draft})) == 2


def test_other_names_of_the_fields() -> None:
    files = {
        "a.md": article(f"link: {BRIDGE}\nwebUrl: https://example.com/a\n"),
        "b.md": article(f"link: {BRIDGE}/\nwebUrl: https://example.com/a\n"),
    }
    assert compared(RULE, files, config={"fields": {"webUrl": "link"}}) == [
        _said("a.md 2:7-2:46", "link", "b.md 2:7"),
        _said("b.md 2:7-2:47", "link", "a.md 2:7"),
    ]
