from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
name: River Rowers
excerpt: A forum for everyone who rows on rivers and canals.
originalUrl: https://forum.example.com/groups/river-rowers
webUrl: https://forum.example.com/groups/river-rowers
type: forum
members: 260
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
topics:
  - Rowing
images:
  - url: https://forum.example.com/images/regatta.jpg
    width: 1280
    height: 720
    isCached: true
    title: The regatta
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = ["name", "excerpt", "type", "provider", "topics"]
BROKEN = {
    "no address": (
        (
            "originalUrl: https://forum.example.com/groups/river-rowers\n"
            "webUrl: https://forum.example.com/groups/river-rowers\n"
        ),
        "",
        '1:1-1:4 schema/anyOf: missing required key "originalUrl" or "webUrl"',
    ),
    "a number of members in words": (
        "members: 260",
        "members: over 260",
        (
            '7:10-7:18 schema/type /members: "members" should be a whole number, not the text '
            '"over 260"'
        ),
    ),
    "a number of members below zero": (
        "members: 260",
        "members: -1",
        '7:10-7:12 schema/minimum /members: "members" should be at least 0, not -1',
    ),
    "a type with a capital": (
        "type: forum",
        "type: Forum",
        '6:7-6:12 schema/pattern /type: "type" should look like "forum", not "Forum"',
    ),
    "a type of many words": (
        "type: forum",
        "type: a forum of rowers",
        '6:7-6:24 schema/pattern /type: "type" should look like "forum", not "a forum of rowers"',
    ),
    "a title in the place of a name": (
        "name: River Rowers",
        "title: River Rowers",
        '1:1-1:4 schema/required /name: missing required key "name"',
    ),
    "a provider that is but a name": (
        "  domain: example.com\n",
        "",
        '11:1-11:9 schema/required /provider/domain: missing required key "domain" in "provider"',
    ),
}
ALLOWED = {
    "a key for what the schema does not know": ("members: 260", "language: English\nmembers: 260"),
}


def test_front_matter() -> None:
    check_kind("community", sound=SOUND, required=REQUIRED, broken=BROKEN, allowed=ALLOWED)
