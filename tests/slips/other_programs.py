"""Lines as another program writes a name and its value."""

from __future__ import annotations

from tests.slips.slip import Slip

TAB = "yaml-syntax: tab instead of `: `"

SLIPS = {
    "columns of a spreadsheet": Slip(
        "title\tNight trains: a return\ndate\t2025-03-01T09:00:00Z\npublished\ttrue\nweight\t3\n",
        [f"2:6-2:7 {TAB}", f"3:5-3:6 {TAB}", f"4:10-4:11 {TAB}", f"5:7-5:8 {TAB}"],
        {
            "title": "Night trains: a return",
            "date": "2025-03-01T09:00:00Z",
            "published": True,
            "weight": 3,
        },
    ),
    "one tab for a colon, and a wrong value": Slip(
        "title: Night trains return\ncategory \t nws\nweight: 1\n",
        [
            f"3:9-3:12 {TAB}",
            '3:12-3:15 schema/enum /category: "category" should be "news", "review" or "interview", not "nws": did you mean "news"?',
        ],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "bold keys": Slip(
        "**title:** Night trains: a return\n**category:** news\n**topics:**\n  - Railways\n",
        [
            '2:1-2:11 yaml-syntax: `**` around the key "title": remove it',
            '3:1-3:14 yaml-syntax: `**` around the key "category": remove it',
            '4:1-4:12 yaml-syntax: `**` around the key "topics": remove it',
        ],
        {"title": "Night trains: a return", "category": "news", "topics": ["Railways"]},
    ),
    "a bold key with the colon after it": Slip(
        "title: Night trains return\n**category**: news\nweight: 1\n",
        ['3:1-3:14 yaml-syntax: `**` around the key "category": remove it'],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "a key in italics": Slip(
        "title: Night trains return\n*category*: news\nweight: 1\n",
        ['3:1-3:12 yaml-syntax: `*` around the key "category": remove it'],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "a bold key in an item": Slip(
        "title: Night trains return\nauthors:\n  - **name:** Ann Lee\n",
        ['4:5-4:14 yaml-syntax: `**` around the key "name": remove it'],
        {"title": "Night trains return", "authors": [{"name": "Ann Lee"}]},
    ),
    "keys as code": Slip(
        "`title`: Night trains return\n`category`: news\n",
        [
            '2:1-2:9 yaml-syntax: backticks around the key "title": remove them',
            '3:1-3:12 yaml-syntax: backticks around the key "category": remove them',
        ],
        {"title": "Night trains return", "category": "news"},
    ),
    "bold keys with capital letters": Slip(
        "**Title:** Night trains return\n**Weight:** 1\n",
        [
            '2:1-2:11 yaml-syntax: `**` around the key "Title": remove it',
            '2:3-2:8 schema/additionalProperties /Title: unknown key "Title": did you mean "title", which is missing?',
            '3:1-3:12 yaml-syntax: `**` around the key "Weight": remove it',
            '3:3-3:9 schema/additionalProperties /Weight: unknown key "Weight": did you mean "weight"?',
        ],
        {"title": "Night trains return", "weight": 1},
    ),
}
