"""What is needed is not there."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "no front matter": Slip(
        "Night trains return.\n\nThe rest.",
        ["1:1-1:1 missing-front-matter: the file does not start with front matter"],
        {"title": "Night trains return"},
        "---\ntitle: Night trains return\n---\nNight trains return.\n\nThe rest.",
    ),
    "nothing between the lines": Slip(
        "\n",
        ["1:1-1:4 empty-front-matter: the front matter is empty"],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
    "only a comment between the lines": Slip(
        "# to do\n",
        ["1:1-1:4 empty-front-matter: the front matter is empty"],
        {"title": "Night trains return"},
        "# to do\ntitle: Night trains return\n",
    ),
    "a missing key": Slip(
        "weight: 3\n",
        ['1:1-1:4 schema/required /title: missing required key "title"'],
        {"title": "Night trains return", "weight": 3},
        "title: Night trains return\nweight: 3\n",
    ),
    "a no-break space instead of a value": Slip(
        "title: Night trains return\n",
        ["2:7-2:8 yaml-syntax: no-break space (U+00A0) after `title:`: use a space"],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
    "a missing key of an item": Slip(
        "title: Night trains return\nauthors:\n  - email: dana@example.com\n",
        [
            '4:5-4:10 schema/required /authors/0/name: missing required key "name" in item 1 of "authors"'
        ],
        {"title": "Night trains return", "authors": [{"email": "dana@example.com", "name": "..."}]},
        "title: Night trains return\nauthors:\n  - email: dana@example.com\n    name: ...\n",
    ),
}
