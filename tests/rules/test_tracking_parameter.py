from __future__ import annotations

from articlelint import lint_text
from tests.support import article, at_parts, check_rule, found

RULE = "tracking-parameter"


def _silent(*urls: str) -> dict[str, str]:
    return {url: f'webUrl: "{url}"\n' for url in urls}


def _them(parameters: str) -> str:
    return "them" if parameters.startswith("parameters") else "it"


def _reported(urls: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """URLs, each with its tracking parameters, which follow each other to its end or a `#`."""
    return {
        url: at_parts(f'webUrl: "{url}"\n', [(_part(url, parameters), _message(parameters))])
        for url, parameters in urls.items()
    }


def _message(parameters: str) -> str:
    return f"the URL has the tracking {parameters}: remove {_them(parameters)}"


def _part(url: str, parameters: str) -> str:
    return url[url.index(parameters.split('"')[1]) :].rstrip()


def test_parameters() -> None:
    check_rule(
        RULE,
        silent=_silent(
            "https://example.com/bridge",
            "https://example.com/utm_source=letter",
            "https://example.com/watch?v=a1B2&t=30s",
            "https://example.com/bridge?amp",
            "https://example.com/bridge?outputType=amp&view=AMP",
            "https://example.com/bridge.jpg?width=800",
            "https://example.com/bridge?ref=home&source=feed&id=7&cmp=8",
            "https://example.com/bridge?my_utm_source=letter",
            "https://example.com/bridge#fbclid-explained",
            "",
        ),
        reported=_reported(
            {
                "https://example.com/?utm_source=letter": 'parameter "utm_source"',
                "https://example.com/?id=7&fbclid=IwAR0": 'parameter "fbclid"',
                "https://example.com/?GCLID=1&gclid=2": 'parameters "GCLID" and "gclid"',
                "https://example.com/#Echobox=16832": 'parameter "Echobox"',
                "/bridge?utm_source=a&utm_medium=b&utm_campaign=c": (
                    'parameters "utm_source", "utm_medium" and "utm_campaign"'
                ),
                "//a.example?utm_a=&utm_b=&utm_c=&utm_d=&utm_e=": (
                    'parameters "utm_a", "utm_b", "utm_c", "utm_d" and "utm_e"'
                ),
                "//a.example?utm_a=&utm_b=&utm_c=&utm_d=&utm_e=&utm_f=&utm_g=": (
                    'parameters "utm_a", "utm_b", "utm_c", "utm_d", "utm_e" and 2 more'
                ),
                " https://example.com/?a&utm_a=1 ": 'parameter "utm_a"',
                "?utm_source=letter": 'parameter "utm_source"',
            }
        ),
        changes={
            "https://example.com/?utm_source=letter": "https://example.com/",
            "https://example.com/?id=7&fbclid=IwAR0": "https://example.com/?id=7",
            "https://example.com/?GCLID=1&gclid=2": "https://example.com/",
            "https://example.com/#Echobox=16832": "https://example.com/",
            "/bridge?utm_source=a&utm_medium=b&utm_campaign=c": "/bridge",
            "//a.example?utm_a=&utm_b=&utm_c=&utm_d=&utm_e=": "//a.example",
            "//a.example?utm_a=&utm_b=&utm_c=&utm_d=&utm_e=&utm_f=&utm_g=": "//a.example",
            " https://example.com/?a&utm_a=1 ": "https://example.com/?a",
        },
    )


def test_fields() -> None:
    message = 'the URL has the tracking parameter "fbclid": remove it'
    check_rule(
        RULE,
        silent={
            "no URL of the article": (
                "featuredContent: https://example.com/?fbclid=1\ntitle: https://a.example/?fbclid=1\n"
            ),
            "no text": "webUrl: [https://example.com/?fbclid=1]\noriginalUrl: 1\nampWebUrl:\n",
        },
        reported={
            "every URL": (
                (
                    "originalUrl: //a.example?fbclid=1\n"
                    "webUrl: //a.example?fbclid=1\n"
                    "ampWebUrl: //a.example?fbclid=1\n"
                    "cdnAmpWebUrl: //a.example?fbclid=1\n"
                    "images: [{url: /a.jpg?fbclid=1}]\n"
                    "provider: {images: [{url: /a.jpg?fbclid=1}]}\n"
                    "related:\n  - webUrl: //a.example?fbclid=1\n"
                    "    images: [{url: /a.jpg?fbclid=1}]\n"
                ),
                [
                    f"2:26-2:34 {message}",
                    f"3:21-3:29 {message}",
                    f"4:24-4:32 {message}",
                    f"5:27-5:35 {message}",
                    f"6:23-6:31 {message}",
                    f"7:34-7:42 {message}",
                    f"9:25-9:33 {message}",
                    f"10:27-10:35 {message}",
                ],
            )
        },
        changes={"every URL": [*["//a.example"] * 4, *["/a.jpg"] * 2, "//a.example", "/a.jpg"]},
    )


def test_configured_names() -> None:
    check_rule(
        RULE,
        silent=_silent("https://example.com/?source=feed"),
        reported=_reported(
            {
                "https://example.com/?ref=home": 'parameter "ref"',
                "https://example.com/?CMP=share&fbclid=1": 'parameters "CMP" and "fbclid"',
            }
        ),
        changes={
            "https://example.com/?ref=home": "https://example.com/",
            "https://example.com/?CMP=share&fbclid=1": "https://example.com/",
        },
        config={"rules": {RULE: {"parameters": ["cmp", "REF"]}}},
    )


def test_help_has_the_clean_url() -> None:
    url = "https://example.com/film?fbclid=1&id=7&utm_source=a#part-2"
    diagnostics = lint_text(article(f"webUrl: {url}\n"), schema={})
    assert [each.help for each in diagnostics] == [
        ("write `https://example.com/film?id=7#part-2`",)
    ] * 2


def test_each_run_is_told_and_one_fix_serves_all() -> None:
    check_rule(
        RULE,
        silent={},
        reported={
            "apart": at_parts(
                "webUrl: //a.example?fbclid=1&amp;gclid=2&id=7&utm_a=3#s&utm_b=4&utm_b=5\n",
                [
                    ("fbclid=1&amp;gclid=2", _message('parameters "fbclid" and "gclid"')),
                    ("utm_a=3", _message('parameter "utm_a"')),
                    ("utm_b=4&utm_b=5", _message('parameter "utm_b"')),
                ],
            ),
            "more than anybody reads": at_parts(
                f"webUrl: //a.example?{'&'.join(['fbclid=1&b'] * 23)}\n",
                [
                    *[("fbclid=1", _message('parameter "fbclid"'))] * 19,
                    ("fbclid=1", _message('parameter "fbclid" (and 3 more like this)')),
                ],
            ),
        },
        changes={
            "apart": ["//a.example?id=7#s"] * 3,
            "more than anybody reads": [f"//a.example?{'&'.join(['b'] * 23)}"] * 20,
        },
    )


def test_no_help_where_nothing_is_left() -> None:
    (diagnostic,) = lint_text(article("webUrl: '?fbclid=1'\n"), schema={})
    assert diagnostic.help == ()


def test_gives_way_but_not_to_a_rule_that_gives_way() -> None:
    provider = "provider: {domain: example.com}\n"
    mismatch = found(article(f"webUrl: https://example.org/?fbclid=1\n{provider}"))
    assert [each.split()[1] for each in mismatch] == ["url-domain-mismatch"]
    insecure = found(article(f"webUrl: http://example.com/?fbclid=1\n{provider}"))
    assert [each.split()[1] for each in insecure] == ["insecure-url", RULE]
