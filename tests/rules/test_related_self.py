from __future__ import annotations

from articlelint import SourceFile, lint_text
from tests.support import article, check_rule

RULE = "related-self"
BRIDGE = "https://example.com/bridge"
FERRY = "https://example.com/ferry"
SELF = "leads to this article itself"
TWICE = "leads to the same page as an earlier related article"


def _itself(own: str, related: str) -> str:
    """An article with one related article, by their URLs."""
    return f"webUrl: {own}\nrelated:\n  - webUrl: {related}\n"


def _same(own: str, related: str) -> tuple[str, list[str]]:
    return _itself(own, related), [f'4:13-4:{13 + len(related)} "webUrl" {SELF}']


def test_the_article_itself() -> None:
    check_rule(
        RULE,
        silent={
            "another article": _itself(BRIDGE, FERRY),
            "on another site": _itself(BRIDGE, "https://example.org/bridge"),
            "letter case": _itself(BRIDGE, "https://example.com/Bridge"),
            "another query": _itself(f"{BRIDGE}?id=1", f"{BRIDGE}?id=2"),
            "the home page": _itself("https://example.com/", "https://example.com"),
            "no host": _itself("/bridge", "/bridge"),
            "no URL of its own": f"related: [{{webUrl: {BRIDGE}}}]\n",
            "no list": f"webUrl: {BRIDGE}\nrelated: {{webUrl: {BRIDGE}}}\n",
            "no value": f"webUrl: {BRIDGE}\nrelated:\n",
            "no text": f"webUrl: [{BRIDGE}]\nrelated: [{{webUrl: [{BRIDGE}]}}, [{BRIDGE}], 7]\n",
            "an image of a related article": (
                f"webUrl: {BRIDGE}\nrelated:\n  - images: [{{url: {BRIDGE}}}]\n"
            ),
            "a title": f"webUrl: {BRIDGE}\ntitle: A\nrelated: [{{title: A}}, bridge, A]\n",
        },
        reported={
            "the same": _same(BRIDGE, BRIDGE),
            "another form": _same(BRIDGE, "http://www.example.com/bridge/?utm_source=a#top"),
            "the AMP version": _same(f"{BRIDGE}/amp", BRIDGE),
            "a video": _same("https://youtube.com/watch?v=a", "https://www.youtube.com/watch?v=a"),
            "other fields": (
                f"originalUrl: {BRIDGE}\nrelated:\n  - title: A\n    ampWebUrl: {BRIDGE}?amp\n",
                [f'5:16-5:46 "ampWebUrl" {SELF}'],
            ),
            "each field of the article": (
                (
                    f"originalUrl: {BRIDGE}\nwebUrl: {FERRY}\n"
                    f"related:\n  - webUrl: {FERRY}\n  - webUrl: {BRIDGE}\n"
                ),
                [f'5:13-5:38 "webUrl" {SELF}', f'6:13-6:39 "webUrl" {SELF}'],
            ),
            "both fields of an item": (
                f"webUrl: {BRIDGE}\nrelated:\n  - {{originalUrl: {BRIDGE}, webUrl: {BRIDGE}/}}\n",
                [f'4:19-4:45 "originalUrl" {SELF}'],
            ),
            "an item that is a URL": (
                f"webUrl: {BRIDGE}\nrelated: [{FERRY}, {BRIDGE}/]\n",
                [f'3:38-3:65 an item of "related" {SELF}'],
            ),
        },
        changes={},
    )


def test_an_earlier_related_article() -> None:
    check_rule(
        RULE,
        silent={
            "the same webUrl, which duplicate-item reports": (
                f"related:\n  - webUrl: {BRIDGE}\n  - {{originalUrl: {BRIDGE}, webUrl: {BRIDGE}}}\n"
            ),
            "the same webUrl, and another URL": (
                f"related:\n  - {{webUrl: {BRIDGE}, originalUrl: {FERRY}}}\n"
                f"  - {{originalUrl: {FERRY}, webUrl: {BRIDGE}?fbclid=a}}\n"
            ),
            "the article itself twice, the second time by the same webUrl": (
                f"related:\n  - webUrl: {BRIDGE}\n  - webUrl: {BRIDGE}\n"
            ),
            "the home page": (
                "related:\n"
                f"  - {{originalUrl: 'https://example.com/', webUrl: {BRIDGE}}}\n"
                f"  - {{originalUrl: 'https://example.com/', webUrl: {FERRY}}}\n"
            ),
            "one page in all fields of one item": (
                f"related:\n  - {{originalUrl: {BRIDGE}, webUrl: {BRIDGE}, ampWebUrl: {BRIDGE}}}\n"
            ),
            "different ones": f"related:\n  - originalUrl: {BRIDGE}\n  - originalUrl: {FERRY}\n",
        },
        reported={
            "not by webUrl": (
                f"related:\n  - originalUrl: {BRIDGE}\n  - originalUrl: {BRIDGE}/\n",
                [f'4:18-4:45 "originalUrl" {TWICE}'],
            ),
            "by webUrl and another field": (
                f"related:\n  - ampWebUrl: {BRIDGE}/amp\n  - webUrl: {BRIDGE}\n",
                [f'4:13-4:39 "webUrl" {TWICE}'],
            ),
            "by other fields beside different ones": (
                (
                    f"related:\n  - {{webUrl: {BRIDGE}, originalUrl: {FERRY}}}\n"
                    f"  - {{webUrl: {FERRY}}}\n"
                ),
                [f'4:14-4:39 "webUrl" {TWICE}'],
            ),
            "three times": (
                f"related: [{BRIDGE}, {BRIDGE}/, {BRIDGE}#a]\n",
                [
                    f'2:39-2:66 an item of "related" {TWICE}',
                    f'2:68-2:96 an item of "related" {TWICE}',
                ],
            ),
        },
        changes={},
    )


def test_no_item_is_reported_twice() -> None:
    items = "".join(f"  - {{webUrl: {BRIDGE}, originalUrl: {BRIDGE}}}\n" for _ in range(3))
    found = lint_text(article(f"webUrl: {BRIDGE}\nrelated:\n{items}"), schema={})
    assert [(each.rule, each.path[:2]) for each in found] == [
        (RULE, ("related", 0)),
        ("duplicate-item", ("related", 1)),
        ("duplicate-item", ("related", 2)),
    ]


def test_other_names_of_the_fields() -> None:
    check_rule(
        RULE,
        silent={"the usual ones": _itself(BRIDGE, BRIDGE)},
        reported={
            "the site's own": (
                f"link: {BRIDGE}\nsee:\n  - link: {BRIDGE}\n",
                [f'4:11-4:37 "link" {SELF}'],
            )
        },
        config={"fields": {"webUrl": "link", "related": "see"}},
    )


def test_help_and_the_other_place() -> None:
    twice = f"  - originalUrl: {FERRY}\n" * 2
    text = article(f"webUrl: {BRIDGE}\nrelated:\n  - webUrl: {BRIDGE}\n{twice}")
    found = lint_text(text, schema={})
    source = SourceFile.from_text(text)
    assert {each.help for each in found} == {("remove the related article, or correct its URL",)}
    assert [
        (source.position(span.start), message)
        for each in found
        for span, message, _ in each.related
    ] == [((2, 9), "the article's own URL"), ((5, 18), "the earlier one")]
