"""Which keys an article must have, may have and cannot have, at every level."""

from __future__ import annotations

import pytest

from tests.unit.schema.an_article import ARTICLE, changed, without
from tests.unit.schema.support import of

REQUIRED = [
    "category",
    "title",
    "excerpt",
    "publishedDateTime",
    "type",
    "published",
    "provider",
    "topics",
]
OPTIONAL = [
    "updatedDateTime",
    "ampWebUrl",
    "cdnAmpWebUrl",
    "quality",
    "heat",
    "removed",
    "featuredContent",
    "images",
    "related",
    "secured",
]


@pytest.mark.parametrize("key", REQUIRED)
def test_a_key_is_required(key: str) -> None:
    assert of(without(key), ARTICLE) == [
        f'1:1-1:4 schema/required /{key}: missing required key "{key}"'
    ]


@pytest.mark.parametrize("key", OPTIONAL)
def test_a_key_is_not_required(key: str) -> None:
    assert of(without(key), ARTICLE) == []


def test_every_key_is_either_required_or_not() -> None:
    known = {*ARTICLE.contents["properties"]}
    assert {*REQUIRED, *OPTIONAL, "originalUrl", "webUrl"} == known


def test_one_address_of_two_will_do() -> None:
    assert of(without("originalUrl"), ARTICLE) == []
    assert of(without("webUrl"), ARTICLE) == []
    assert of(without("originalUrl", "webUrl"), ARTICLE) == [
        '1:1-1:4 schema/anyOf: missing required key "originalUrl" or "webUrl"'
    ]


LACKING = {
    "the name of a provider": (
        "  name: Example Gazette\n",
        '17:1-17:9 schema/required /provider/name: missing required key "name" in "provider"',
    ),
    "the domain of a provider": (
        "  domain: example.com\n",
        '17:1-17:9 schema/required /provider/domain: missing required key "domain" in "provider"',
    ),
    "the title of a related article": (
        "title: What the tide can power\n    ",
        (
            '35:5-35:12 schema/required /related/0/title: missing required key "title" in '
            'item 1 of "related"'
        ),
    ),
    "the date of a related article": (
        "    publishedDateTime: 2023-05-05T07:15:00Z\n",
        (
            "35:5-35:10 schema/required /related/0/publishedDateTime: missing required key "
            '"publishedDateTime" in item 1 of "related"'
        ),
    ),
    "the address of a related article": (
        "    webUrl: https://www.example.org/tide\n",
        (
            '35:5-35:10 schema/required /related/0/webUrl: missing required key "webUrl" in '
            'item 1 of "related"'
        ),
    ),
    "the provider of a related article": (
        "    provider:\n      name: Example Weekly\n      domain: www.example.org\n",
        (
            '35:5-35:10 schema/required /related/0/provider: missing required key "provider" '
            'in item 1 of "related"'
        ),
    ),
    "the domain of a related provider": (
        "      domain: www.example.org\n",
        (
            "43:5-43:13 schema/required /related/0/provider/domain: missing required key "
            '"domain" in "provider"'
        ),
    ),
    "the address of an image": (
        "url: https://www.example.com/turbine.jpg\n    ",
        (
            '29:5-29:10 schema/required /images/0/url: missing required key "url" in item 1 '
            'of "images"'
        ),
    ),
}


@pytest.mark.parametrize(("lines", "expected"), LACKING.values(), ids=LACKING)
def test_what_is_below_the_root_lacks(lines: str, expected: str) -> None:
    assert of(changed(lines, ""), ARTICLE) == [expected]


UNKNOWN = {
    "an article": ("quality: 72\n", "quality: 72\nextra: 1\n", "13:1-13:6", "/extra"),
    "a provider": (
        "  domain: example.com\n",
        "  domain: example.com\n  extra: 1\n",
        "20:3-20:8",
        "/provider/extra",
    ),
    "an image of a provider": (
        "    - url: /assets/gazette.png\n",
        "    - url: /assets/gazette.png\n      extra: 1\n",
        "22:7-22:12",
        "/provider/images/0/extra",
    ),
    "an author": (
        "    - name: Robin Sample\n",
        "    - name: Robin Sample\n      extra: 1\n",
        "24:7-24:12",
        "/provider/authors/0/extra",
    ),
    "a publisher": (
        "    - name: Example Press\n",
        "    - name: Example Press\n      extra: 1\n",
        "26:7-26:12",
        "/provider/publishers/0/extra",
    ),
    "an image": ("    width: 1200\n", "    extra: 1\n", "30:5-30:10", "/images/0/extra"),
    "a related article": (
        "    excerpt: Engineers explain.\n",
        "    extra: 1\n",
        "36:5-36:10",
        "/related/0/extra",
    ),
    "a related provider": (
        "      name: Example Weekly\n",
        "      name: Example Weekly\n      extra: 1\n",
        "45:7-45:12",
        "/related/0/provider/extra",
    ),
    "an image of a related article": (
        "      - url: /assets/tide.jpg\n",
        "      - url: /assets/tide.jpg\n        extra: 1\n",
        "48:9-48:14",
        "/related/0/images/0/extra",
    ),
}


@pytest.mark.parametrize(("old", "new", "place", "path"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_key_is_reported_of(old: str, new: str, place: str, path: str) -> None:
    assert of(changed(old, new), ARTICLE) == [
        f'{place} schema/additionalProperties {path}: unknown key "extra"'
    ]
