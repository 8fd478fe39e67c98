"""The keywords that look at a mapping."""

from __future__ import annotations

from articlelint.model import Safety
from articlelint.schema.telling.glossary.keyword import Keyword, core, draft_7, of_key, validation

MAPPINGS = {
    "required": Keyword(
        "A required key is missing.",
        "Add the key with its value.",
        validation("6.5.3"),
        {"required": ["title"]},
        "section: news",
        'missing required key "title"',
        "section: news\ntitle: A bridge reopens",
        fixes=(Safety.UNSAFE,),
    ),
    "additionalProperties": Keyword(
        "A key is not in the schema.",
        "Correct its spelling, capitals included, or remove it.",
        core("10.3.2.3"),
        {"properties": {"title": {}}, "additionalProperties": False},
        "titel: A bridge reopens",
        'unknown key "titel": did you mean "title"?',
        "title: A bridge reopens",
        fixes=(Safety.UNSAFE,),
    ),
    "unevaluatedProperties": Keyword(
        "A key is neither in the schema nor in any part of it that applies here.",
        "Correct its spelling, capitals included, or remove it.",
        core("11.3"),
        {"allOf": [{"properties": {"title": {}}}], "unevaluatedProperties": False},
        "titel: A bridge reopens",
        'unknown key "titel": did you mean "title"?',
        "title: A bridge reopens",
        fixes=(Safety.UNSAFE,),
    ),
    "propertyNames": Keyword(
        "A key is not written as the schema wants keys to be.",
        "Rename the key.",
        core("10.3.2.4"),
        {"propertyNames": {"pattern": "^[a-z]+$"}},
        "Title: A bridge reopens",
        'the key "Title" does not match the pattern `^[a-z]+$`: "Title"',
        "title: A bridge reopens",
        fixes=(Safety.UNSAFE,),
    ),
    "dependentRequired": Keyword(
        "A key is missing that another key requires.",
        "Add the missing key, or remove the one that requires it.",
        validation("6.5.4"),
        {"dependentRequired": {"photo": ["caption"]}},
        "photo: bridge.jpg",
        '"caption" is required when "photo" is present',
        "photo: bridge.jpg\ncaption: The bridge at dawn",
        fixes=(Safety.UNSAFE,),
    ),
    "dependencies": Keyword(
        "A key is missing that another key requires: `dependentRequired` of the later drafts.",
        "Add the missing key, or remove the one that requires it.",
        draft_7("6.5.7"),
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "dependencies": {"photo": ["caption"]},
        },
        "photo: bridge.jpg",
        '"caption" is required when "photo" is present',
        "photo: bridge.jpg\ncaption: The bridge at dawn",
        fixes=(Safety.UNSAFE,),
    ),
    "minProperties": Keyword(
        "A mapping has fewer keys than the schema asks for.",
        "Add keys to it.",
        validation("6.5.2"),
        of_key("links", {"minProperties": 2}),
        "links:\n  map: /bridges/map",
        '"links" needs at least 2 keys, has 1',
        "links:\n  map: /bridges/map\n  list: /bridges/list",
    ),
    "maxProperties": Keyword(
        "A mapping has more keys than the schema allows.",
        "Remove keys from it.",
        validation("6.5.1"),
        of_key("links", {"maxProperties": 1}),
        "links:\n  map: /bridges/map\n  list: /bridges/list",
        '"links" allows at most 1 key, has 2',
        "links:\n  map: /bridges/map",
    ),
}
