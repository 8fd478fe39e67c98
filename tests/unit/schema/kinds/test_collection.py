from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: From the jetty to the first race
excerpt: Two courses and a video for one season on the river.
type: collection
price: Free
length: P1DT2H
heat: 50
removed: false
published: true
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
levels:
  - Beginner
  - Intermediate
items:
  - courses/first-strokes
  - courses/second-strokes
  - videos/crosswind
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
REQUIRED = ["title", "excerpt", "type", "provider", "items", "topics"]
BROKEN = {
    "an item with the ending of its file": (
        "videos/crosswind",
        "videos/crosswind.md",
        (
            '27:5-27:24 schema/pattern /items/2: item 3 of "items" should look like '
            '"courses/first-strokes", not "videos/crosswind.md"'
        ),
    ),
    "an item without its folder": (
        "videos/crosswind",
        "crosswind",
        (
            '27:5-27:14 schema/pattern /items/2: item 3 of "items" should look like '
            '"courses/first-strokes", not "crosswind"'
        ),
    ),
    "an item twice": (
        "courses/second-strokes",
        "courses/first-strokes",
        (
            '26:5-26:26 schema/uniqueItems /items/1: item 2 of "items" repeats item 1: remove '
            "one of the two"
        ),
    ),
    "an item that is a mapping": (
        "  - videos/crosswind",
        "  - url: videos/crosswind",
        (
            '27:5-27:26 schema/type /items/2: item 3 of "items" should be text, but `url: '
            "videos/crosswind` is read as a mapping"
        ),
    ),
    "no item": (
        "items:\n  - courses/first-strokes\n  - courses/second-strokes\n  - videos/crosswind\n",
        "items:\n",
        '24:7-24:7 schema/type /items: "items" should be a list, but is empty',
    ),
    "an address, which it has none of": (
        "type: collection\n",
        "type: collection\nwebUrl: https://www.example.com/\n",
        '5:1-5:7 schema/additionalProperties /webUrl: unknown key "webUrl"',
    ),
    "the type of its items": (
        "type: collection",
        "type: course",
        '4:7-4:13 schema/const /type: "type" should be "collection", not "course"',
    ),
}


def test_front_matter() -> None:
    check_kind("collection", sound=SOUND, required=REQUIRED, broken=BROKEN)
