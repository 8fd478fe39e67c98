from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: The lock keeper's puzzle
excerpt: Let nine boats through two locks in as few steps as you can.
originalUrl: https://www.example.com/puzzles/lock-keeper
webUrl: https://www.example.com/puzzles/lock-keeper
type: article
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
  - Intermediate
topics:
  - Puzzles
  - Locks
images:
  - url: https://www.example.com/images/scull.jpg
    width: 1280
    height: 720
    isCached: true
    title: A lock
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = ["title", "excerpt", "type", "provider", "levels", "topics"]
BROKEN = {
    "no address": (
        (
            "originalUrl: https://www.example.com/puzzles/lock-keeper\n"
            "webUrl: https://www.example.com/puzzles/lock-keeper\n"
        ),
        "",
        '1:1-1:4 schema/anyOf: missing required key "originalUrl" or "webUrl"',
    ),
    "another type": (
        "type: article",
        "type: challenge",
        '6:7-6:16 schema/const /type: "type" should be "article", not "challenge"',
    ),
    "the level under another key": (
        "levels:\n",
        "level:\n",
        (
            '21:1-21:6 schema/additionalProperties /level: unknown key "level": did you mean '
            '"levels", which is missing?'
        ),
    ),
    "a level that is none": (
        "Intermediate",
        "Medium",
        (
            '22:5-22:11 schema/enum /levels/0: item 1 of "levels" should be "Beginner", '
            '"Intermediate" or "Advanced", not "Medium"'
        ),
    ),
    "a topic twice": (
        "  - Locks",
        "  - Puzzles",
        (
            '25:5-25:12 schema/uniqueItems /topics/1: item 2 of "topics" repeats item 1: remove '
            "one of the two"
        ),
    ),
    "no title": (
        "title: The lock keeper's puzzle",
        "title:",
        '2:7-2:7 schema/type /title: "title" should be text, but is empty',
    ),
    "a provider without its domain": (
        "  domain: example.com\n  images",
        "  images",
        '10:1-10:9 schema/required /provider/domain: missing required key "domain" in "provider"',
    ),
}


def test_front_matter() -> None:
    check_kind("challenge", sound=SOUND, required=REQUIRED, broken=BROKEN)
