from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
title: Tide clock
excerpt: A small app that tells rowers when the harbour runs dry.
originalUrl: https://www.example.com/samples/tide-clock
webUrl: https://www.example.com/samples/tide-clock
type: download
publishedDateTime: 2023-06-12T16:45:00Z
heat: 50
removed: false
published: true
actions:
  - url: https://www.example.com/files/tide%20clock%20(2).zip
    type: download
    title: Download the tide clock
    attribution: Example Rowing School
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
  - Tides
images:
  - url: https://www.example.com/images/scull.jpg
    width: 1280
    height: 720
    isCached: true
    title: A scull at dawn
secured: U2FtcGxlIHNlY3VyZWQgMQ==;U2l4dGVlbkJ5dGVzSVYhIQ==
"""
REQUIRED = ["title", "excerpt", "type", "publishedDateTime", "actions", "provider", "topics"]
BROKEN = {
    "no action": (
        (
            "actions:\n"
            "  - url: https://www.example.com/files/tide%20clock%20(2).zip\n"
            "    type: download\n"
            "    title: Download the tide clock\n"
            "    attribution: Example Rowing School\n"
        ),
        "actions: []\n",
        '11:1-11:8 schema/minItems /actions: "actions" needs at least 1 item, has 0',
    ),
    "an action that is a group of keys": (
        "  - url: https://www.example.com/files/tide%20clock%20(2).zip",
        "    url: https://www.example.com/files/tide-clock.zip",
        (
            '12:5-15:39 schema/type /actions: "actions" should be a list, not a mapping: put '
            "a `-` before its first key"
        ),
    ),
    "a space in the address of an action": (
        "tide%20clock",
        "tide clock",
        (
            '12:10-12:60 schema/format /actions/0/url: "url" should be a full URL such as '
            'https://example.com/page, not "https://www.example.com/files/tide '
            'clock%20(2).zip": it has a space after `https://www.example.com/files/tide`'
        ),
    ),
    "an action without a title": (
        "    title: Download the tide clock\n",
        "",
        (
            '12:5-12:8 schema/required /actions/0/title: missing required key "title" in item 1 of '
            '"actions"'
        ),
    ),
    "a misspelt key of an action": (
        "attribution: Ex",
        "atribution: Ex",
        (
            "15:5-15:15 schema/additionalProperties /actions/0/atribution: unknown key "
            '"atribution": did you mean "attribution", which is missing?'
        ),
    ),
    "a misspelt type of an action": (
        "    type: download",
        "    type: dowload",
        '13:11-13:18 schema/const /actions/0/type: "type" should be "download", not "dowload"',
    ),
    "a date without a time": (
        "2023-06-12T16:45:00Z",
        "2023-06-12",
        (
            '7:20-7:30 schema/format /publishedDateTime: "publishedDateTime" should be a date '
            'with time and zone such as 2023-05-04T09:30:00Z, not "2023-06-12"'
        ),
    ),
}


def test_front_matter() -> None:
    check_kind("sample", sound=SOUND, required=REQUIRED, broken=BROKEN)
