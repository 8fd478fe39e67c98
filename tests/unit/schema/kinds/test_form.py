from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: Ask for a mooring
excerpt: Tell the harbour master the length of your boat.
webUrl: https://forms.example.com/mooring
type: article
topics:
  - Harbour
"""
REQUIRED = ["title", "excerpt", "webUrl", "type", "topics"]
BROKEN = {
    "a path in the place of an address": (
        "https://forms.example.com/mooring",
        "/forms/mooring",
        (
            '4:9-4:23 schema/format /webUrl: "webUrl" should be a full URL such as '
            'https://example.com/page, not "/forms/mooring"'
        ),
    ),
    "an address of another scheme": (
        "https://forms.example.com/mooring",
        "mailto:harbour@example.com",
        (
            '4:9-4:35 schema/pattern /webUrl: "webUrl" should look like '
            '"https://forms.example.com/mooring", not "mailto:harbour@example.com"'
        ),
    ),
    "another type": (
        "type: article",
        "type: form",
        '5:7-5:11 schema/const /type: "type" should be "article", not "form"',
    ),
    "no topics": (
        "topics:\n  - Harbour\n",
        "topics: []\n",
        '6:1-6:7 schema/minItems /topics: "topics" needs at least 1 item, has 0',
    ),
    "an empty topic": (
        "  - Harbour",
        "  - ''",
        (
            '7:5-7:7 schema/minLength /topics/0: item 1 of "topics" needs at least 1 '
            "character, has 0"
        ),
    ),
    "an empty excerpt": (
        "excerpt: Tell the harbour master the length of your boat.",
        "excerpt: ''",
        '3:10-3:12 schema/minLength /excerpt: "excerpt" needs at least 1 character, has 0',
    ),
    "a key of other kinds": (
        "type: article\n",
        "type: article\nheat: 50\n",
        '6:1-6:5 schema/additionalProperties /heat: unknown key "heat"',
    ),
}


def test_front_matter() -> None:
    check_kind("form", sound=SOUND, required=REQUIRED, broken=BROKEN)
