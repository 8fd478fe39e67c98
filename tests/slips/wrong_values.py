"""Values of a wrong type or form: quotes, brackets, units, dates."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "a word in curly quotes": Slip(
        "title: Night trains return\ncategory: “news”\n",
        [
            '3:11-3:17 schema/enum /category: "category" should be "news", "review" or "interview", not "“news”": remove the curly quotes'
        ],
        {"title": "Night trains return", "category": "news"},
        "title: Night trains return\ncategory: news\n",
    ),
    "a flag in curly quotes": Slip(
        "title: Night trains return\npublished: “true”\n",
        [
            '3:12-3:18 published-flag /published: "published" should be `true` or `false`, not "“true”"'
        ],
        {"title": "Night trains return", "published": True},
    ),
    "a number in curly quotes": Slip(
        "title: Night trains return\nweight: “5”\n",
        [
            '3:9-3:12 schema/type /weight: "weight" should be a whole number, not the text "“5”": remove the curly quotes'
        ],
        {"title": "Night trains return", "weight": 5},
        "title: Night trains return\nweight: 5\n",
    ),
    "a flag with a comma": Slip(
        "title: Night trains return\npublished: true,\n",
        [
            '3:12-3:17 published-flag /published: "published" should be `true` or `false`, not "true,"'
        ],
        {"title": "Night trains return", "published": True},
    ),
    "a number with a comma": Slip(
        "title: Night trains return\nweight: 5,\n",
        [
            '3:9-3:11 schema/type /weight: "weight" should be a whole number, not the text "5,": remove the `,`'
        ],
        {"title": "Night trains return", "weight": 5},
        "title: Night trains return\nweight: 5\n",
    ),
    "a word with a semicolon": Slip(
        "title: Night trains return\ncategory: news;\n",
        [
            '3:11-3:16 schema/enum /category: "category" should be "news", "review" or "interview", not "news;": remove the `;`'
        ],
        {"title": "Night trains return", "category": "news"},
        "title: Night trains return\ncategory: news\n",
    ),
    "a date in curly quotes": Slip(
        "title: Night trains return\ndate: “2024-05-01T10:00:00Z”\n",
        [
            '3:7-3:29 schema/format /date: "date" should be a date with time and zone such as 2023-05-04T09:30:00Z, not "“2024-05-01T10:00:00Z”": remove the curly quotes'
        ],
        {"title": "Night trains return", "date": "2024-05-01T10:00:00Z"},
    ),
    "a word in brackets": Slip(
        "title: Night trains return\ncategory: [news]\n",
        [
            '3:11-3:17 schema/enum /category: "category" should be "news", "review" or "interview", not `[news]`: remove the brackets'
        ],
        {"title": "Night trains return", "category": "news"},
    ),
    "a word after a dash": Slip(
        "title: Night trains return\ncategory:\n  - news\n",
        [
            '4:3-4:9 schema/enum /category: "category" should be "news", "review" or "interview", not `- news`: remove the `-` before it'
        ],
        {"title": "Night trains return", "category": "news"},
        "title: Night trains return\ncategory: news\n",
    ),
    "a number in brackets": Slip(
        "title: Night trains return\nweight: [5]\n",
        [
            '3:9-3:12 schema/type /weight: "weight" should be a whole number, not a list: remove the brackets'
        ],
        {"title": "Night trains return", "weight": 5},
        "title: Night trains return\nweight: 5\n",
    ),
    "a number with a zero first as text": Slip(
        "title: 007\n",
        ['2:8-2:11 schema/type /title: "title" should be text, not the whole number 007: quote it'],
        {"title": "007"},
    ),
    "an address in brackets": Slip(
        "title: Night trains return\nwebUrl: [https://example.com/a]\n",
        [
            '3:9-3:32 schema/type /webUrl: "webUrl" should be text, but `[https://example.com/a]` is read as a list: remove the brackets'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "a date without seconds": Slip(
        "title: Night trains return\ndate: 2024-05-01T10:00Z\n",
        [
            '3:7-3:24 schema/format /date: "date" should be a date with time and zone such as 2023-05-04T09:30:00Z, not "2024-05-01T10:00Z"'
        ],
        {"title": "Night trains return", "date": "2024-05-01T10:00:00Z"},
        "title: Night trains return\ndate: 2024-05-01T10:00:00Z\n",
    ),
    "a date with the name of the month": Slip(
        "title: Night trains return\ndate: May 1, 2024 10:00 UTC\n",
        [
            '3:7-3:28 schema/format /date: "date" should be a date with time and zone such as 2023-05-04T09:30:00Z, not "May 1, 2024 10:00 UTC"'
        ],
        {"title": "Night trains return", "date": "2024-05-01T10:00:00Z"},
    ),
}
