"""Keys that are not where they belong."""

from __future__ import annotations

from tests.slips.slip import Slip

SCHEMA = {
    "properties": {
        "title": {"type": "string", "examples": ["Ferries run again"]},
        "published": {"type": "boolean"},
        "image": {
            "type": "object",
            "properties": {"src": {"type": "string"}, "alt": {"type": "string"}},
            "required": ["src", "alt"],
            "additionalProperties": False,
        },
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["title", "published"],
    "additionalProperties": False,
}

SLIPS = {
    "a key beside the mapping that it belongs in": Slip(
        "title: Ferries run again\npublished: true\nimage: /img/ferry.png\nalt: A ferry in fog\n",
        [
            '4:8-4:22 schema/type /image: "image" should be a mapping, not the text "/img/ferry.png": write its keys below it, indented',
            '5:1-5:4 schema/additionalProperties /alt: unknown key "alt": it belongs in "image"',
        ],
        {
            "title": "Ferries run again",
            "published": True,
            "image": {"src": "/img/ferry.png", "alt": "A ferry in fog"},
        },
        "title: Ferries run again\npublished: true\nimage:\n  src: /img/ferry.png\n  alt: A ferry in fog\n",
    ),
    "a key on the first line of the body": Slip(
        "---\ntitle: Ferries run again\n---\npublished: true\n\nThe fog is gone.",
        [
            '4:1-4:16 schema/required /published: missing required key "published": line 4 has `published: true` below the closing `---`: move it above'
        ],
        {"title": "Ferries run again", "published": True},
        "---\ntitle: Ferries run again\npublished: true\n---\n\nThe fog is gone.",
    ),
    "a word with a colon far down in the body": Slip(
        "---\ntitle: Ferries run again\n---\n" + "Fog.\n" * 10 + "published: true\nThe end.",
        ['1:1-1:4 schema/required /published: missing required key "published"'],
        {"title": "Ferries run again", "published": False},
        "---\ntitle: Ferries run again\npublished: false\n---\n"
        + "Fog.\n" * 10
        + "published: true\nThe end.",
    ),
    "a flag that is not there": Slip(
        "title: Ferries run again\n",
        ['1:1-1:4 schema/required /published: missing required key "published"'],
        {"title": "Ferries run again", "published": True},
        "title: Ferries run again\npublished: true\n",
    ),
    "a line about another key on the first line of the body": Slip(
        "---\npublished: true\n---\nsubtitle: fog\n\nThe end.",
        ['1:1-1:4 schema/required /title: missing required key "title"'],
        {"title": "Ferries run again", "published": True},
        "---\ntitle: Ferries run again\npublished: true\n---\nsubtitle: fog\n\nThe end.",
    ),
    "all keys below a key that nobody asked for": Slip(
        "page:\n  # by ferry\n  title: Ferries run again\n  published: true\n  tags:\n    - sea\n",
        [
            '2:1-2:5 schema/additionalProperties /page: unknown key "page": the keys below it belong at the top level'
        ],
        {"title": "Ferries run again", "published": True, "tags": ["sea"]},
        "# by ferry\ntitle: Ferries run again\npublished: true\ntags:\n  - sea\n",
    ),
    "all keys in braces below such a key": Slip(
        "titel: {title: Ferries run again, published: true}\n",
        [
            '2:1-2:6 schema/additionalProperties /titel: unknown key "titel": the keys below it belong at the top level'
        ],
        {"title": "Ferries run again", "published": True},
        "title: Ferries run again\npublished: true\n",
    ),
    "no key of the schema below such a key": Slip(
        "weather:\n  mood: calm\n",
        [
            '1:1-1:4 schema/required /published: missing required key "published"',
            '1:1-1:4 schema/required /title: missing required key "title"',
            '2:1-2:8 schema/additionalProperties /weather: unknown key "weather"',
        ],
        {"title": "Ferries run again", "published": True},
        "title: Ferries run again\npublished: true\n",
    ),
}
