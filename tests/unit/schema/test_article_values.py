"""Which values the keys of an article may have."""

from __future__ import annotations

import pytest

from tests.unit.schema.an_article import ARTICLE, FRONT_MATTER, changed
from tests.unit.schema.support import of

TEXTS = [
    ("category: news", "category: [news]", "2:11-2:17", "/category"),
    ("title: Harbour town opens its first tidal power station", "title: [x]", "3:8-3:11", "/title"),
    (
        "excerpt: Four turbines now supply a third of the homes in town.",
        "excerpt: [x]",
        "4:10-4:13",
        "/excerpt",
    ),
    (
        "publishedDateTime: 2023-05-04T09:30:00Z",
        "publishedDateTime: [x]",
        "5:20-5:23",
        "/publishedDateTime",
    ),
    (
        "updatedDateTime: 2023-05-05T14:00:00+02:00",
        "updatedDateTime: [x]",
        "6:18-6:21",
        "/updatedDateTime",
    ),
    ("featuredContent: <b>Live</b>", "featuredContent: [x]", "16:18-16:21", "/featuredContent"),
    ("  name: Example Gazette", "  name: [x]", "18:9-18:12", "/provider/name"),
    ("  domain: example.com", "  domain: [x]", "19:11-19:14", "/provider/domain"),
    ("url: /assets/gazette.png", "url: [x]", "21:12-21:15", "/provider/images/0/url"),
    ("name: Robin Sample", "name: [x]", "23:13-23:16", "/provider/authors/0/name"),
    ("name: Example Press", "name: [x]", "25:13-25:16", "/provider/publishers/0/name"),
    ("  - Energy", "  - [x]", "27:5-27:8", "/topics/0"),
    ("title: A turbine", "title: [x]", "33:12-33:15", "/images/0/title"),
    ("excerpt: Engineers explain.", "excerpt: [x]", "36:14-36:17", "/related/0/excerpt"),
    ("secured: QQ==;Qg==", "secured: [x]", "48:10-48:13", "/secured"),
]


@pytest.mark.parametrize(("old", "new", "place", "path"), TEXTS, ids=[each[-1] for each in TEXTS])
def test_a_value_should_be_text(old: str, new: str, place: str, path: str) -> None:
    [found] = of(changed(old + "\n", new + "\n"), ARTICLE)
    assert found.startswith(f"{place} schema/type {path}: ")
    assert f" should be text, but `{new[new.index('[') :]}` is read as a list" in found


WRONG = {
    "a topic given as text": (
        "topics:\n  - Energy\n",
        "topics: Energy\n",
        (
            '26:9-26:15 schema/type /topics: "topics" should be a list, not the text '
            '"Energy": write one item on each line'
        ),
    ),
    "no topic": (
        "topics:\n  - Energy\n",
        "topics: []\n",
        '26:1-26:7 schema/minItems /topics: "topics" needs at least 1 item, has 0',
    ),
    "a topic twice": (
        "  - Energy\n",
        "  - Energy\n  - Tides\n  - Energy\n",
        (
            '29:5-29:11 schema/uniqueItems /topics/2: item 3 of "topics" repeats item 1: '
            "remove one of the two"
        ),
    ),
    "an empty topic": (
        "  - Energy\n",
        "  - ''\n",
        (
            '27:5-27:7 schema/minLength /topics/0: item 1 of "topics" needs at least 1 '
            "character, has 0"
        ),
    ),
    "a title without text": (
        "title: Harbour town opens its first tidal power station\n",
        "title:\n",
        '3:7-3:7 schema/type /title: "title" should be text, but is empty',
    ),
    "another type": (
        "type: article\n",
        "type: artcle\n",
        (
            '11:7-11:13 schema/enum /type: "type" should be "article" or "video", not "artcle": '
            'did you mean "article"?'
        ),
    ),
    "a quality that is text": (
        "quality: 72\n",
        "quality: '72'\n",
        (
            '12:10-12:14 schema/type /quality: "quality" should be a whole number, '
            'not the text "72": drop the quotes'
        ),
    ),
    "a quality below 0": (
        "quality: 72\n",
        "quality: -1\n",
        '12:10-12:12 schema/minimum /quality: "quality" should be at least 0, not -1',
    ),
    "a quality between two numbers": (
        "quality: 72\n",
        "quality: 7.5\n",
        (
            '12:10-12:13 schema/type /quality: "quality" should be a whole number, '
            "not the number 7.5"
        ),
    ),
    "a heat below -1": (
        "heat: -1\n",
        "heat: -2\n",
        '13:7-13:9 schema/minimum /heat: "heat" should be at least -1, not -2',
    ),
    "a flag in quotes": (
        "published: true\n",
        'published: "true"\n',
        (
            '15:12-15:18 schema/type /published: "published" should be `true` or `false`, '
            'not the text "true": drop the quotes'
        ),
    ),
    "another flag in quotes": (
        "removed: false\n",
        'removed: "false"\n',
        (
            '14:10-14:17 schema/type /removed: "removed" should be `true` or `false`, '
            'not the text "false": drop the quotes'
        ),
    ),
    "a flag of an image that is a number": (
        "isCached: true\n",
        "isCached: 1\n",
        (
            '32:15-32:16 schema/type /images/0/isCached: "isCached" should be `true` or `false`, '
            "not the whole number 1"
        ),
    ),
    "a date without a time": (
        "publishedDateTime: 2023-05-04T09:30:00Z\n",
        "publishedDateTime: 2023-05-04\n",
        (
            '5:20-5:30 schema/format /publishedDateTime: "publishedDateTime" should be '
            'a date with time and zone such as 2023-05-04T09:30:00Z, not "2023-05-04"'
        ),
    ),
    "a day that never was": (
        "updatedDateTime: 2023-05-05T14:00:00+02:00\n",
        "updatedDateTime: 2023-02-30T14:00:00Z\n",
        (
            '6:18-6:38 schema/format /updatedDateTime: "updatedDateTime" should be '
            'a date with time and zone such as 2023-05-04T09:30:00Z, not "2023-02-30T14:00:00Z"'
        ),
    ),
    "an address without a scheme": (
        "webUrl: https://www.example.com/2023/05/tidal-power\nampWebUrl",
        "webUrl: www.example.com\nampWebUrl",
        (
            '8:9-8:24 schema/format /webUrl: "webUrl" should be a full URL such as '
            'https://example.com/page, not "www.example.com": start it with `https://`'
        ),
    ),
    "an address of another scheme": (
        "webUrl: https://www.example.com/2023/05/tidal-power\nampWebUrl",
        "webUrl: mailto:robin@example.com\nampWebUrl",
        (
            '8:9-8:33 schema/pattern /webUrl: "webUrl" should look like '
            '"https://www.example.com/2023/05/tidal-power-station", not "mailto:robin@example.com"'
        ),
    ),
    "an address of no host": (
        "ampWebUrl: https://www.example.com/amp/2023/05/tidal-power\n",
        "ampWebUrl: https:///amp\n",
        (
            '9:12-9:24 schema/pattern /ampWebUrl: "ampWebUrl" should look like '
            '"https://www.example.com/amp/2023/05/tidal-power-station", not "https:///amp": '
            "write `https://` instead of `https:///`"
        ),
    ),
    "a domain with a scheme": (
        "  domain: example.com\n",
        "  domain: https://example.com\n",
        (
            "19:11-19:30 schema/pattern /provider/domain: "
            '"domain" should look like "example.com", not "https://example.com"'
        ),
    ),
    "a domain without a dot": (
        "  domain: example.com\n",
        "  domain: example\n",
        (
            "19:11-19:18 schema/pattern /provider/domain: "
            '"domain" should look like "example.com", not "example"'
        ),
    ),
    "an image of no width": (
        "    width: 1200\n",
        "    width: 0\n",
        '30:12-30:13 schema/minimum /images/0/width: "width" should be at least 1, not 0',
    ),
    "an image of a height in text": (
        "    height: 630\n",
        "    height: 630px\n",
        (
            '31:13-31:18 schema/type /images/0/height: "height" should be a whole number, '
            'not the text "630px"'
        ),
    ),
    "an image with an empty address": (
        "url: https://www.example.com/turbine.jpg\n",
        "url: ''\n",
        ('29:10-29:12 schema/minLength /images/0/url: "url" needs at least 1 character, has 0'),
    ),
    "an image that is an address": (
        "    - url: /assets/gazette.png\n",
        "    - /assets/gazette.png\n",
        (
            '21:7-21:26 schema/type /provider/images/0: item 1 of "images" should be a '
            'mapping, not the text "/assets/gazette.png": write `- url: /assets/gazette.png`'
        ),
    ),
    "a provider that is a name": (
        "    provider:\n      name: Example Weekly\n      domain: www.example.org\n",
        "    provider: Example Weekly\n",
        (
            '43:15-43:29 schema/type /related/0/provider: "provider" should be a mapping, not '
            'the text "Example Weekly": write its keys below it, indented'
        ),
    ),
    "authors given as text": (
        "  authors:\n    - name: Robin Sample\n",
        "  authors: Robin Sample\n",
        (
            '22:12-22:24 schema/type /provider/authors: "authors" should be a list, not the '
            'text "Robin Sample": write one item on each line'
        ),
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_reported(old: str, new: str, expected: str) -> None:
    assert of(changed(old, new), ARTICLE) == [expected]


RIGHT = {
    "a heat of none": ("heat: -1\n", "heat: 0\n"),
    "a whole number with a decimal point": ("quality: 72\n", "quality: 72.0\n"),
    "an image below this site": (
        "url: https://www.example.com/turbine.jpg\n",
        "url: /assets/turbine.jpg?width=50\n",
    ),
    "an image by its name alone": (
        "url: https://www.example.com/turbine.jpg\n",
        "url: turbine.jpg\n",
    ),
    "an address of plain HTTP": (
        "ampWebUrl: https://www.example.com/amp/2023/05/tidal-power\n",
        "ampWebUrl: http://www.example.com/\n",
    ),
    "a domain in letters of other scripts": (
        "  domain: example.com\n",
        "  domain: bücher.example\n",
    ),
    "a domain below a domain": ("  domain: example.com\n", "  domain: a.b-c.example.com\n"),
    "no related article": (FRONT_MATTER[FRONT_MATTER.index("related:") :], "related: []\n"),
    "a day that comes only in leap years": (
        "updatedDateTime: 2023-05-05T14:00:00+02:00\n",
        "updatedDateTime: 2024-02-29T23:59:59.999-11:30\n",
    ),
    "a category of one's own": ("category: news\n", "category: Werften & Häfen\n"),
}


@pytest.mark.parametrize(("old", "new"), RIGHT.values(), ids=RIGHT)
def test_a_right_value_is_not(old: str, new: str) -> None:
    assert of(changed(old, new), ARTICLE) == []
