from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: How to scull in a crosswind
excerpt: A coach shows which oar to pull harder.
originalUrl: https://youtube.com/watch?v=EXAMPLE0612
webUrl: https://youtube.com/watch?v=EXAMPLE0612
type: video
price: Free
length: PT12M5S
publishedDateTime: 2023-06-12T16:45:00Z
heat: 50
removed: false
published: true
featuredContent: <iframe src="https://www.youtube.com/embed/EXAMPLE0612"></iframe>
provider:
  name: Example Rowing School
  domain: example.com
  images:
    - url: /assets/images/rowing-school.jpg
      width: 50
      height: 50
  authors:
    - name: Robin Sample
  publishers:
    - name: Example Press
topics:
  - Rowing
images:
  - url: https://www.example.com/images/scull.jpg
    width: 1280
    height: 720
    isCached: true
    title: A scull at dawn
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = [
    "title",
    "excerpt",
    "type",
    "price",
    "length",
    "publishedDateTime",
    "featuredContent",
    "provider",
    "topics",
]
BROKEN = {
    "no address": (
        (
            "originalUrl: https://youtube.com/watch?v=EXAMPLE0612\n"
            "webUrl: https://youtube.com/watch?v=EXAMPLE0612\n"
        ),
        "",
        '1:1-1:4 schema/anyOf: missing required key "originalUrl" or "webUrl"',
    ),
    "an unknown key": (
        "length: ",
        "lenght: ",
        (
            '8:1-8:7 schema/additionalProperties /lenght: unknown key "lenght": did you mean '
            '"length", which is missing?'
        ),
    ),
    "another type": (
        "type: video\n",
        "type: article\n",
        '6:7-6:14 schema/const /type: "type" should be "video", not "article"',
    ),
    "a length by the clock": (
        "PT12M5S",
        "12:05",
        (
            '8:9-8:14 schema/pattern /length: the length should be "PT" and then hours (H), '
            'minutes (M) and seconds (S), such as "PT1H20M"'
        ),
    ),
    "a length in minutes": (
        "PT12M5S",
        "12",
        (
            '8:9-8:11 schema/type /length: the length should be "PT" and then hours (H), minutes '
            '(M) and seconds (S), such as "PT1H20M"'
        ),
    ),
    "a length in words": (
        "PT12M5S",
        "12 minutes",
        (
            '8:9-8:19 schema/pattern /length: the length should be "PT" and then hours (H), '
            'minutes (M) and seconds (S), such as "PT1H20M"'
        ),
    ),
    "a price in words": (
        "price: Free",
        "price: costs nothing",
        (
            '7:8-7:21 schema/pattern /price: the price should be "Free", or an amount with its '
            'currency such as "$24.50"'
        ),
    ),
    "a heat in quotes": (
        "heat: 50",
        'heat: "50"',
        (
            '10:7-10:11 schema/type /heat: "heat" should be a whole number, not the text "50": '
            "drop the quotes"
        ),
    ),
    "a flag in quotes": (
        "published: true",
        'published: "true"',
        (
            '12:12-12:18 schema/type /published: "published" should be `true` or `false`, not '
            'the text "true": drop the quotes'
        ),
    ),
    "an address without a scheme": (
        "webUrl: https://youtube.com",
        "webUrl: youtube.com",
        (
            '5:9-5:40 schema/format /webUrl: "webUrl" should be a full URL such as '
            'https://example.com/page, not "youtube.com/watch?v=EXAMPLE0612": start it with '
            "`https://`"
        ),
    ),
    "an image without an address": (
        "  - url: https://www.example.com/images/scull.jpg\n    width",
        "  - width",
        (
            '28:5-28:10 schema/required /images/0/url: missing required key "url" in item 1 '
            'of "images"'
        ),
    ),
    "an unknown key of an image": (
        "    isCached: true",
        "    cached: true",
        (
            '31:5-31:11 schema/additionalProperties /images/0/cached: unknown key "cached": did '
            'you mean "isCached"?'
        ),
    ),
    "the provider's site in the place of its domain": (
        "  domain: example.com",
        "  domain: https://example.com/",
        (
            '16:11-16:31 schema/pattern /provider/domain: "domain" should look like '
            '"example.com", not "https://example.com/"'
        ),
    ),
}


def test_front_matter() -> None:
    check_kind("video", sound=SOUND, required=REQUIRED, broken=BROKEN)
