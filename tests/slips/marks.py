"""Marks of Markdown, hashtags and paths of Windows in values, and a key indented too far."""

from __future__ import annotations

from tests.slips.slip import SCHEMA as SITE
from tests.slips.slip import TITLE, Slip

_IMAGE = {
    "type": "object",
    "properties": {"src": {"type": "string"}, "alt": {"type": "string"}},
    "additionalProperties": False,
}
SCHEMA = {**SITE, "properties": {**SITE["properties"], "image": _IMAGE}}

SLIPS = {
    "a title in bold": Slip(
        "title: **Night trains return**\n",
        ["2:8-2:31 yaml-syntax: a value that begins with `*` must be in quotes"],
        {"title": "Night trains return"},
    ),
    "a word in italics, as told": Slip(
        "title: *Night* trains return\n",
        ["2:8-2:29 yaml-syntax: a value that begins with `*` must be in quotes"],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
    "bold with a colon": Slip(
        "title: **News: trains return**\n",
        ["2:8-2:31 yaml-syntax: a value that begins with `*` must be in quotes"],
        {"title": "**News: trains return**"},
    ),
    "hashtags for a list": Slip(
        f"{TITLE}topics: #rail #night-trains\n",
        ['3:8-3:8 empty-value /topics: "topics" has no value: `#` begins a comment'],
        {"title": "Night trains return", "topics": ["rail", "night-trains"]},
        f"{TITLE}topics:\n  - rail\n  - night-trains\n",
    ),
    "hashtags for a list, fixed": Slip(
        f"{TITLE}topics: #rail\n",
        ['3:8-3:8 empty-value /topics: "topics" has no value: `#` begins a comment'],
        {"title": "Night trains return", "topics": ["rail"]},
    ),
    "a number sign": Slip(
        f"{TITLE}weight: #4\n",
        ['3:8-3:8 empty-value /weight: "weight" has no value: `#` begins a comment'],
        {"title": "Night trains return", "weight": 4},
        f"{TITLE}weight: 4\n",
    ),
    "a long path of Windows": Slip(
        f'{TITLE}image:\n  src: "pictures\\{"s" * 60}\\door.png"\n',
        ["4:17-4:19 yaml-syntax: unknown escape `\\s`"],
        {
            "title": "Night trains return",
            "image": {"src": f"pictures\\{'s' * 60}\\door.png"},
        },
    ),
    "a long title in bold": Slip(
        f"title: **{'Night trains ' * 6}return**\n",
        ["2:8-2:96 yaml-syntax: a value that begins with `*` must be in quotes"],
        {"title": f"**{'Night trains ' * 6}return**"},
    ),
    "a path of Windows": Slip(
        f'{TITLE}image:\n  src: "pictures\\shed\\door.png"\n',
        ["4:17-4:19 yaml-syntax: unknown escape `\\s`"],
        {"title": "Night trains return", "image": {"src": "pictures/shed/door.png"}},
        f"{TITLE}image:\n  src: pictures/shed/door.png\n",
    ),
    "a key indented too far": Slip(
        f"{TITLE}image:\n  src: a.png\n  weight: 3\n",
        [
            '5:3-5:9 schema/additionalProperties /image/weight: unknown key "weight": it belongs at the top level, not in "image"'
        ],
        {"title": "Night trains return", "image": {"src": "a.png"}, "weight": 3},
        f"{TITLE}image:\n  src: a.png\nweight: 3\n",
    ),
    "a mapping indented too far": Slip(
        f"{TITLE}image:\n  src: a.png\n  topics:\n    - rail\n",
        [
            '5:3-5:9 schema/additionalProperties /image/topics: unknown key "topics": it belongs at the top level, not in "image"'
        ],
        {"title": "Night trains return", "image": {"src": "a.png"}, "topics": ["rail"]},
        f"{TITLE}image:\n  src: a.png\ntopics:\n  - rail\n",
    ),
    "a key indented too far, among others": Slip(
        f"{TITLE}image:\n  weight: 3\n  src: a.png\n",
        [
            '4:3-4:9 schema/additionalProperties /image/weight: unknown key "weight": it belongs at the top level, not in "image"'
        ],
        {"title": "Night trains return", "image": {"src": "a.png"}, "weight": 3},
        f"{TITLE}image:\n  src: a.png\nweight: 3\n",
    ),
}
