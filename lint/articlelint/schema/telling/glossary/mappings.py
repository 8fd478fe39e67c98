"""The keywords that look at a mapping."""

from __future__ import annotations

from articlelint.schema.telling.glossary.keyword import Keyword, core, draft_7, of_key, validation

MAPPINGS = {
    "required": Keyword(
        "A key that must be there is missing.",
        "Add the key with its value.",
        validation("6.5.3"),
        {"required": ["title"]},
        "section: news",
        'the front matter lacks "title"',
        "section: news\ntitle: A bridge reopens",
    ),
    "additionalProperties": Keyword(
        "A key is none that the schema knows.",
        "Correct its spelling, capitals included, or remove it.",
        core("10.3.2.3"),
        {"properties": {"title": {}}, "additionalProperties": False},
        "titel: A bridge reopens",
        'unknown key "titel": did you mean "title"?',
        "title: A bridge reopens",
    ),
    "unevaluatedProperties": Keyword(
        "A key is none that the schema, or any part of it that applies here, knows.",
        "Correct its spelling, capitals included, or remove it.",
        core("11.3"),
        {"allOf": [{"properties": {"title": {}}}], "unevaluatedProperties": False},
        "titel: A bridge reopens",
        'unknown key "titel": did you mean "title"?',
        "title: A bridge reopens",
    ),
    "propertyNames": Keyword(
        "A key is not written as the schema wants keys to be.",
        "Rename the key.",
        core("10.3.2.4"),
        {"propertyNames": {"pattern": "^[a-z]+$"}},
        "Title: A bridge reopens",
        'the key "Title" does not have the form it needs: "Title"',
        "title: A bridge reopens",
    ),
    "dependentRequired": Keyword(
        "A key is missing that another key needs beside it.",
        "Add the missing key, or remove the one that needs it.",
        validation("6.5.4"),
        {"dependentRequired": {"photo": ["caption"]}},
        "photo: bridge.jpg",
        'the front matter lacks "caption", which "photo" needs beside it',
        "photo: bridge.jpg\ncaption: The bridge at dawn",
    ),
    "dependencies": Keyword(
        "A key is missing that another key needs beside it: `dependentRequired` of the later "
        "drafts.",
        "Add the missing key, or remove the one that needs it.",
        draft_7("6.5.7"),
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "dependencies": {"photo": ["caption"]},
        },
        "photo: bridge.jpg",
        'the front matter lacks "caption", which "photo" needs beside it',
        "photo: bridge.jpg\ncaption: The bridge at dawn",
    ),
    "minProperties": Keyword(
        "A group of keys has fewer keys than the schema asks for.",
        "Add keys to the group.",
        validation("6.5.2"),
        of_key("links", {"minProperties": 2}),
        "links:\n  map: /bridges/map",
        '"links" should have at least 2 keys, and has 1',
        "links:\n  map: /bridges/map\n  list: /bridges/list",
    ),
    "maxProperties": Keyword(
        "A group of keys has more keys than the schema allows.",
        "Remove keys from the group.",
        validation("6.5.1"),
        of_key("links", {"maxProperties": 1}),
        "links:\n  map: /bridges/map\n  list: /bridges/list",
        '"links" should have at most 1 key, and has 2',
        "links:\n  map: /bridges/map",
    ),
}
