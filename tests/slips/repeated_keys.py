"""Keys that are given twice: where a dash is missing, and where a line was copied."""

from __future__ import annotations

from tests.slips.slip import Slip

_TWO = [
    {"name": "Dana Birch", "email": "d@a.example"},
    {"name": "Lee Park", "email": "l@a.example"},
]

SLIPS = {
    "a second item without a dash": Slip(
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n    email: d@a.example\n"
        "    name: Lee Park\n    email: l@a.example\n",
        [
            '6:5-6:9 duplicate-key /authors/0/name: the key "name" is given twice in one item: begin a new item'
        ],
        {"title": "Night trains return", "authors": _TWO},
    ),
    "a second item without a dash, as told": Slip(
        "title: Night trains return\nauthors:\n- name: Dana Birch\n  email: d@a.example\n"
        "  name: Lee Park\n  email: l@a.example\n",
        [
            '6:3-6:7 duplicate-key /authors/0/name: the key "name" is given twice in one item: begin a new item'
        ],
        {"title": "Night trains return", "authors": _TWO},
        "title: Night trains return\nauthors:\n- name: Dana Birch\n  email: d@a.example\n"
        "- name: Lee Park\n  email: l@a.example\n",
    ),
    "three items without dashes": Slip(
        "title: Night trains return\nauthors:\n  - name: Dana Birch\n    email: d@a.example\n"
        "    name: Lee Park\n    email: l@a.example\n    name: Ida Moss\n",
        [
            '6:5-6:9 duplicate-key /authors/0/name: the key "name" is given twice in one item: begin a new item',
            '8:5-8:9 duplicate-key /authors/0/name: the key "name" is given twice in one item: begin a new item',
        ],
        {"title": "Night trains return", "authors": [*_TWO, {"name": "Ida Moss"}]},
    ),
    "a line copied": Slip(
        "title: Night trains return\nweight: 3\nweight: 3\n",
        [
            '4:1-4:7 duplicate-key /weight: the key "weight" is given twice with the same value: remove this line'
        ],
        {"title": "Night trains return", "weight": 3},
        "title: Night trains return\nweight: 3\n",
    ),
    "a line copied, fixed": Slip(
        "title: Night trains return\nweight: 3\nweight: 3\ncategory: news\n",
        [
            '4:1-4:7 duplicate-key /weight: the key "weight" is given twice with the same value: remove this line'
        ],
        {"title": "Night trains return", "weight": 3, "category": "news"},
    ),
}
