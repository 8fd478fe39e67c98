from __future__ import annotations

from tests.unit.schema.kinds.support import check_kind

SOUND = """\
taxonomy: organization
_id: rowing.example.com
name: Example Rowing School
domain: rowing.example.com
description: Example Rowing School teaches rowing to all ages.
images:
  - url: /assets/images/rowing-school.jpg
    width: 1280
    height: 720
    isCached: true
    title: A blue oar
"""
REQUIRED = ["taxonomy", "_id", "name", "domain", "images"]
BROKEN = {
    "another taxonomy": (
        "taxonomy: organization",
        "taxonomy: organisation",
        '2:11-2:23 schema/const /taxonomy: "taxonomy" should be "organization", not "organisation"',
    ),
    "an id that is a name": (
        "_id: rowing.example.com",
        "_id: rowing-school",
        '3:6-3:19 schema/pattern /_id: "_id" should look like "example.com", not "rowing-school"',
    ),
    "a site in the place of a domain": (
        "\ndomain: rowing",
        "\ndomain: https://rowing",
        (
            '5:9-5:35 schema/pattern /domain: "domain" should look like "example.com", not '
            '"https://rowing.example.com"'
        ),
    ),
    "a space in the path of an image": (
        "school.jpg\n    width",
        "school logo.jpg\n    width",
        (
            '8:10-8:47 schema/format /images/0/url: "url" should be a URL, or a path on this '
            'site such as /assets/logo.png, not "/assets/images/rowing-school logo.jpg": it '
            "has a space after `/assets/images/rowing-school`"
        ),
    ),
    "no image": (
        (
            "images:\n"
            "  - url: /assets/images/rowing-school.jpg\n"
            "    width: 1280\n"
            "    height: 720\n"
            "    isCached: true\n"
            "    title: A blue oar\n"
        ),
        "images: []\n",
        '7:1-7:7 schema/minItems /images: "images" needs at least 1 item, has 0',
    ),
    "an image that is but a path": (
        (
            "images:\n"
            "  - url: /assets/images/rowing-school.jpg\n"
            "    width: 1280\n"
            "    height: 720\n"
            "    isCached: true\n"
            "    title: A blue oar\n"
        ),
        "images:\n  - /assets/images/rowing-school.jpg\n",
        (
            '8:5-8:37 schema/type /images/0: item 1 of "images" should be a mapping, not the '
            'text "/assets/images/rowing-school.jpg": write `- url: '
            "/assets/images/rowing-school.jpg`"
        ),
    ),
    "a size with its unit": (
        "width: 1280",
        "width: 1280px",
        (
            '9:12-9:18 schema/type /images/0/width: "width" should be a whole number, not the '
            'text "1280px"'
        ),
    ),
    "an id without its underscore": (
        "_id: ",
        "id: ",
        (
            '3:1-3:3 schema/additionalProperties /id: unknown key "id": did you mean "_id", '
            "which is missing?"
        ),
    ),
    "a key of other kinds": (
        "name: Example",
        "type: organization\nname: Example",
        '4:1-4:5 schema/additionalProperties /type: unknown key "type"',
    ),
}


def test_front_matter() -> None:
    check_kind("organization", sound=SOUND, required=REQUIRED, broken=BROKEN)
