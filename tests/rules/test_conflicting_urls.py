from __future__ import annotations

from articlelint import SourceFile, lint_text
from tests.support import article, check_rule, found

RULE = "conflicting-urls"
MESSAGE = '"webUrl" and "originalUrl" lead to different pages'
BRIDGE = "https://example.com/2023/bridge-reopens"


def _silent(*urls: tuple[str, str]) -> dict[str, str]:
    return {f"{one} {other}": f"originalUrl: {one}\nwebUrl: {other}\n" for one, other in urls}


def _reported(*urls: tuple[str, str]) -> dict[str, tuple[str, list[str]]]:
    return {
        name: (front_matter, [f"3:9-3:{9 + len(url)} {MESSAGE}"])
        for (name, front_matter), (_, url) in zip(_silent(*urls).items(), urls, strict=True)
    }


def test_one_site() -> None:
    check_rule(
        RULE,
        silent=_silent(
            (BRIDGE, BRIDGE),
            (BRIDGE, "http://www.Example.com/2023/bridge-reopens/"),
            (BRIDGE, f"{BRIDGE}?utm_source=letter&fbclid=IwAR0"),
            (BRIDGE, f"{BRIDGE}#comments"),
            (BRIDGE, f"{BRIDGE}?amp"),
            (BRIDGE, f"{BRIDGE}/amp"),
            (BRIDGE, "https://amp.example.com/2023/bridge-reopens"),
            (BRIDGE, "https://news.example.com/2023/bridge-reopens"),
            ("https://example.com/", "https://news.example.com"),
            (BRIDGE, "https://example.com/2023/Bridge-Reopens"),
            ("https://example.com/film?id=7&page=2", "https://example.com/film?page=2&id=7"),
            ("https://example.com/film?id=7", "https://example.com/film?section=news"),
        ),
        reported=_reported(
            (BRIDGE, "https://example.com/2023/ferry-sold"),
            (BRIDGE, "https://www.example.com/2024/bridge-reopens"),
            (BRIDGE, "https://news.example.com/2023/ferry-sold"),
            (BRIDGE, "https://example.com/"),
            ("https://example.com/", BRIDGE),
            (BRIDGE, f"{BRIDGE}-today"),
            (BRIDGE, "https://example.com/2023/ferry-sold?utm_source=letter"),
            ("https://example.com/film?id=7", "https://example.com/film?id=8"),
            ("https://example.com/a?id=7", "https://example.com/b?id=7"),
            ("https://youtube.com/watch?v=a1", "https://www.youtube.com/watch?v=b2"),
            ("https://example.com/#!/bridge", "https://example.com/#!/ferry"),
        ),
    )


def test_two_sites() -> None:
    check_rule(
        RULE,
        silent=_silent(
            ("https://bit.ly/3aBcDeF", BRIDGE),
            (BRIDGE, "https://t.co/aBcDeF"),
            ("https://feeds.feedburner.com/~r/example/~3/bridge/", BRIDGE),
            ("https://news.google.com/articles/CBMi", BRIDGE),
            ("https://www.google.com/amp/s/example.com/a", "https://example.com/b"),
            ("https://doi.org/10.1000/182", BRIDGE),
            ("https://youtube.com/watch?v=a1", BRIDGE),
            ("https://www.youtube.com/watch?v=a1", "https://youtu.be/a1"),
            ("https://player.vimeo.com/video/1", BRIDGE),
            ("https://kgoqkwwyfnq2s5l6gz3ldm.cdn.ampproject.org/a", BRIDGE),
            ("https://example-com.cdn.ampproject.org/c/s/example.com/a", "https://example.com/a"),
        ),
        reported=_reported(
            (BRIDGE, "https://example.org/2023/bridge-reopens"),
            (BRIDGE, "https://example.org/"),
            ("https://shop.example.com/ferry", BRIDGE),
            ("https://notbit.ly/3aBcDeF", BRIDGE),
            ("https://bit.ly.example.org/3aBcDeF", BRIDGE),
            ("https://bit.ly/a", "https://bit.ly/b"),
            ("https://example-com.cdn.ampproject.org/c/s/example.com/a", "https://example.com/b"),
        ),
    )


def test_what_names_an_article_on_any_site() -> None:
    check_rule(
        RULE,
        silent=_silent(
            (
                "https://example.com/2023/05/old-bridge-reopens",
                "https://example.org/old-bridge-reopens",
            ),
            (
                "https://example.com/news/old-bridge-reopens",
                "https://example.com/old_bridge_reopens.html",
            ),
            (
                "https://example.com/news/2524187/bridge",
                "https://example.com/news/2524187/bridge-open",
            ),
            ("https://example.com/news-2524187", "https://example.org/world/2524187.html"),
            ("https://example.com/?p=123", BRIDGE),
            (BRIDGE, "https://example.com/index.php?id=123"),
            (BRIDGE, f"{BRIDGE}?from=home"),
        ),
        reported=_reported(
            (
                "https://example.com/north-and-west-wales/a",
                "https://example.com/north-and-west-wales/b",
            ),
            ("https://example.com/bridge-open/1/a-b", "https://example.com/ferry/1/a-b"),
            ("https://example.com/202305/bridge", "https://example.com/202305/ferry"),
            ("https://example.com/20230504/bridge", "https://example.com/20230504/ferry"),
            ("https://example.com/2523/bridge", "https://example.com/2523/ferry"),
            ("https://example.com/news/2524187/bridge", "https://example.com/news/2524188/bridge"),
        ),
    )


def test_may_be_the_same_page() -> None:
    url = "https://example.com/a"
    check_rule(
        RULE,
        silent={
            **_silent(("/a", url), (url, "/a"), (url, "b"), (url, "null"), (f"[{url}]", url)),
            **_silent(
                (url, '""'), (url, "mailto:editor@example.com"), (url, "https:\\\\example.com\\b")
            ),
            "only one": f"originalUrl: {url}\n",
            "only the other": f"webUrl: {url}\n",
            "the AMP page": f"webUrl: {url}\nampWebUrl: https://example.com/b\n",
            "one of the article, one of its related item": (
                f"originalUrl: {url}\nrelated:\n  - webUrl: https://example.com/b\n"
            ),
        },
        reported={},
    )


def test_related_items_and_other_names() -> None:
    check_rule(
        RULE,
        silent={
            "other fields": "originalUrl: https://example.com/a\nwebUrl: https://example.com/b\n"
        },
        reported={
            "of a related item": (
                "related:\n  - source: https://example.com/a\n    link: https://example.com/b\n",
                ['4:11-4:32 "link" and "source" lead to different pages'],
            )
        },
        config={"fields": {"originalUrl": "source", "webUrl": "link"}},
    )


def test_configured_hosts() -> None:
    check_rule(
        RULE,
        silent=_silent(("https://go.exm.pl/a", BRIDGE), (BRIDGE, "https://exm.pl/a")),
        reported=_reported(("https://bit.ly/a", BRIDGE), ("https://exm.pl/a", "https://exm.pl/b")),
        config={"rules": {RULE: {"allow-hosts": ["https://www.Exm.pl/", ""]}}},
    )


def test_help_and_the_other_place() -> None:
    text = article("originalUrl: https://example.com/a\nwebUrl: https://example.com/b\n")
    (diagnostic,) = lint_text(text, schema={})
    assert diagnostic.help == ("write two URLs of the same page, or remove the wrong one",)
    ((span, message, _),) = diagnostic.related
    assert (SourceFile.from_text(text).position(span.start).line, message) == (
        2,
        '"originalUrl" is here',
    )


def test_gives_way() -> None:
    provider = "provider: {domain: example.com}\n"
    urls = "originalUrl: https://example.com/a\nwebUrl: https://example.org/b\n"
    assert [each.split()[1] for each in found(article(urls + provider))] == ["url-domain-mismatch"]
