"""Lines of a text that is broken in two, and lines that came along from elsewhere."""

from __future__ import annotations

from tests.slips.slip import Slip

STRAY = "yaml-syntax: this line is not a `key: value` pair"

SLIPS = {
    "the rest of a sentence": Slip(
        "title: Night trains return to the capital\nafter a very long pause.\ncategory: news\n",
        ['3:1-3:25 yaml-syntax: this line continues "title", but is not indented'],
        {
            "title": "Night trains return to the capital after a very long pause.",
            "category": "news",
        },
    ),
    "a sentence in three lines": Slip(
        "title: Night trains return to the capital,\nwith new sleeping cars\nand an old diner\nweight: 1\n",
        [
            '3:1-3:23 yaml-syntax: this line continues "title", but is not indented',
            '4:1-4:17 yaml-syntax: this line continues "title", but is not indented',
        ],
        {
            "title": "Night trains return to the capital, with new sleeping cars and an old diner",
            "weight": 1,
        },
    ),
    "the rest of the name of an author": Slip(
        "title: Night trains return\nauthors:\n  - name: The Railway Society\n    of the north.\n  - name: Ann\n",
        ['5:5-5:18 yaml-syntax: this line continues "name", but is not indented'],
        {
            "title": "Night trains return",
            "authors": [{"name": "The Railway Society of the north."}, {"name": "Ann"}],
        },
    ),
    "the signature of a telephone": Slip(
        "title: Night trains return\ncategory: news\nWritten on my telephone\nweight: 1\n",
        [f"4:1-4:24 {STRAY}"],
        {"title": "Night trains return", "category": "news", "weight": 1},
        "title: Night trains return\ncategory: news\nweight: 1\n",
    ),
    "the signature of a telephone at the end": Slip(
        "title: Night trains return\ncategory: news\nWritten on my telephone\n",
        [f"4:1-4:24 {STRAY}"],
        {"title": "Night trains return", "category": "news"},
        "title: Night trains return\ncategory: news\n",
    ),
    "no colon after a word, and a wrong value": Slip(
        "title Night trains return\nweight: much\n",
        [
            f"2:1-2:26 {STRAY}",
            '3:9-3:13 schema/type /weight: "weight" should be a whole number, not the text "much"',
        ],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
}
