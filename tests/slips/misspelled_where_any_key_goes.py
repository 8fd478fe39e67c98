"""Keys that are a letter off, where the schema allows any key besides its own."""

from __future__ import annotations

from tests.slips.slip import Slip

SCHEMA = {
    "properties": {
        "title": {"type": "string", "examples": ["Ferries run again"]},
        "titles": {"type": "integer"},
    },
    "required": ["title"],
}

SLIPS = {
    "letters swapped": Slip(
        "titel: Ferries run again\nmood: calm\n",
        [
            '2:1-2:6 schema/required /title: missing required key "title": did you mean it by "titel"?'
        ],
        {"title": "Ferries run again", "mood": "calm"},
    ),
    "a capital": Slip(
        "mood: calm\nTitle: Ferries run again\n",
        [
            '3:1-3:6 schema/required /title: missing required key "title": did you mean it by "Title"?'
        ],
        {"mood": "calm", "title": "Ferries run again"},
    ),
    "curly quotes": Slip(
        "“title”: Ferries run again\n",
        [
            '2:1-2:8 schema/required /title: missing required key "title": did you mean it by "“title”"?'
        ],
        {"title": "Ferries run again"},
    ),
    "another key of the schema, however near": Slip(
        "titles: 3\n",
        ['1:1-1:4 schema/required /title: missing required key "title"'],
        {"title": "Ferries run again", "titles": 3},
        "title: Ferries run again\ntitles: 3\n",
    ),
    "a key that is not near": Slip(
        "mood: calm\n",
        ['1:1-1:4 schema/required /title: missing required key "title"'],
        {"title": "Ferries run again", "mood": "calm"},
        "title: Ferries run again\nmood: calm\n",
    ),
    "two keys that are as near": Slip(
        "titel: Ferries run again\ntitlle: Fog\n",
        ['1:1-1:4 schema/required /title: missing required key "title"'],
        {"title": "Ferries run again", "titel": "Ferries run again", "titlle": "Fog"},
        "title: Ferries run again\ntitel: Ferries run again\ntitlle: Fog\n",
    ),
}
