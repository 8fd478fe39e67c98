from __future__ import annotations

from articlelint import Severity, SourceFile, lint_text
from articlelint.model import Remove
from tests.support import article, check_rule

RULE = "duplicate-item"
BRIDGE = "https://example.com/bridge"


def test_topics() -> None:
    check_rule(
        RULE,
        silent={
            "none": "topics: []\n",
            "one": "topics: [Bridges]\n",
            "different": "topics: [Bridge, Bridges, Bridges and ferries]\n",
            "parts": "topics: [AI, A I]\n",
            "no text": "topics: [1, 1, true, true, null, null, [a], [a]]\n",
            "empty": 'topics: ["", "", " "]\n',
            "text, not a list": "topics: Bridges\n",
            "mapping": "topics: {a: Bridges, b: Bridges}\n",
            "one of the article, one of a related item": (
                "topics: [Bridges]\nrelated:\n  - topics: [Bridges]\n"
            ),
            "elsewhere": "tags: [Bridges, Bridges]\n",
        },
        reported={
            "same": (
                "topics:\n  - Bridges\n  - 7\n  - Bridges\n",
                ['5:5-5:12 duplicate topic "Bridges": already in the list'],
            ),
            "letter case": (
                "topics: [AI, ai]\n",
                ['2:14-2:16 duplicate topic "ai": already in the list as "AI"'],
            ),
            "letter case beyond ASCII": (
                "topics: [Straße, STRASSE]\n",
                ['2:18-2:25 duplicate topic "STRASSE": already in the list as "Straße"'],
            ),
            "spaces": (
                'topics: [Old bridges, " Old  bridges "]\n',
                [
                    (
                        '2:23-2:39 duplicate topic " Old  bridges ": '
                        'already in the list as "Old bridges"'
                    ),
                ],
            ),
            "three times": (
                "topics: [a, A, a]\n",
                [
                    '2:13-2:14 duplicate topic "A": already in the list as "a"',
                    '2:16-2:17 duplicate topic "a": already in the list',
                ],
            ),
            "alias": (
                "topics: [&one Bridges, *one]\n",
                ['2:24-2:28 duplicate topic "Bridges": already in the list'],
            ),
            "of a related item": (
                "related:\n  - topics: [a, a]\n",
                ['3:17-3:18 duplicate topic "a": already in the list'],
            ),
        },
        changes={
            "same": Remove(("topics", 2)),
            **dict.fromkeys(
                ("letter case", "letter case beyond ASCII", "spaces", "alias"),
                Remove(("topics", 1)),
            ),
            "three times": [Remove(("topics", 1)), Remove(("topics", 2))],
            "of a related item": Remove(("related", 0, "topics", 1)),
        },
    )


def _related(*urls: str) -> str:
    return "related:\n" + "".join(f'  - webUrl: "{url}"\n' for url in urls)


def test_related_articles() -> None:
    check_rule(
        RULE,
        silent={
            "different": _related(BRIDGE, "https://example.com/ferry"),
            "different site": _related(BRIDGE, "https://example.org/bridge"),
            "different query": _related(f"{BRIDGE}?id=7", f"{BRIDGE}?id=8"),
            "different letter case": _related(BRIDGE, "https://example.com/Bridge"),
            "no host": _related("/bridge", "/bridge"),
            "empty": _related("", ""),
            "no URL": "related: [{title: a}, {title: a}]\n",
            "no text": "related: [{webUrl: 1}, {webUrl: 1}, a, a, null]\n",
            "no list": f"related: {{webUrl: {BRIDGE}}}\n",
            "article and related item": f"webUrl: {BRIDGE}\n{_related(BRIDGE)}",
        },
        reported={
            "same": (
                (
                    f"related:\n  - webUrl: {BRIDGE}\n    title: A\n"
                    f"  - title: B\n    webUrl: {BRIDGE}\n"
                ),
                [f'5:5-6:39 duplicate related article "{BRIDGE}": already in the list'],
            ),
            "one that tells the same, or less": (
                (
                    f"related:\n  - {{webUrl: {BRIDGE}, title: A, type: article}}\n"
                    f"  - {{webUrl: {BRIDGE}, title: A}}\n"
                ),
                [f'4:5-4:51 duplicate related article "{BRIDGE}": already in the list'],
            ),
            "one that tells more": (
                (
                    f"related:\n  - {{webUrl: {BRIDGE}, title: A}}\n"
                    f"  - {{webUrl: {BRIDGE}, title: A, type: article}}\n"
                ),
                [f'4:5-4:66 duplicate related article "{BRIDGE}": already in the list'],
            ),
            "spelling": (
                _related(BRIDGE, "http://m.example.com/bridge/?fbclid=a"),
                [
                    (
                        "4:5-4:52 duplicate related article "
                        '"http://m.example.com/bridge/?fbclid=a": '
                        f'already in the list as "{BRIDGE}"'
                    )
                ],
            ),
            "alias": (
                f"a: &one {{webUrl: {BRIDGE}}}\nrelated: [*one, *one]\n",
                [f'3:17-3:21 duplicate related article "{BRIDGE}": already in the list'],
            ),
        },
        changes=dict.fromkeys(
            ("one that tells the same, or less", "spelling", "alias"), Remove(("related", 1))
        ),
    )


def test_images() -> None:
    check_rule(
        RULE,
        silent={
            "different": "images: [{url: /a.jpg}, {url: /a.jpg?width=800}]\n",
            "letter case": "images: [{url: /a.jpg}, {url: /A.jpg}]\n",
            "no URL": "images: [{width: 1}, {width: 1}]\n",
            "empty": "images: [{url: }, {url: }, {url: ''}, {url: ''}, {url: ' '}, {url: ' '}]\n",
            "one in each list": (
                "images: [{url: /a.jpg}]\n"
                "provider: {images: [{url: /a.jpg}]}\n"
                "related:\n  - images: [{url: /a.jpg}]\n"
            ),
        },
        reported={
            "same in every list": (
                (
                    "images: [{url: /a.jpg}, {url: /a.jpg}]\n"
                    "provider: {images: [{url: /a.jpg}, {url: /a.jpg}]}\n"
                    "related:\n  - images: [{url: /a.jpg}, {url: ' /a.jpg'}]\n"
                ),
                [
                    '2:25-2:38 duplicate image "/a.jpg": already in the list',
                    '3:36-3:49 duplicate image "/a.jpg": already in the list',
                    '5:29-5:45 duplicate image " /a.jpg": already in the list as "/a.jpg"',
                ],
            ),
            "another size": (
                "images: [{url: /a.jpg, width: 1}, {url: /a.jpg, width: 2}]\n",
                ['2:35-2:58 duplicate image "/a.jpg": already in the list'],
            ),
        },
        changes={
            "same in every list": [
                Remove(("images", 1)),
                Remove(("provider", "images", 1)),
                Remove(("related", 0, "images", 1)),
            ]
        },
    )


def test_help_and_the_first_place() -> None:
    text = article("topics:\n  - Bridges\n  - bridges\n")
    (diagnostic,) = lint_text(text, schema={})
    assert diagnostic.help == ("remove one of the two",)
    ((span, message, _),) = diagnostic.related
    assert (SourceFile.from_text(text).position(span.start).line, message) == (
        3,
        "first occurrence",
    )


def test_replaces_the_diagnostic_of_the_schema() -> None:
    topics = {each.path: each for each in lint_text(article("topics: [a, a, A]\n"))}
    same, otherwise = topics["topics", 1], topics["topics", 2]
    assert (same.rule, same.severity) == (RULE, Severity.ERROR)
    assert (otherwise.rule, otherwise.severity) == (RULE, Severity.WARNING)
