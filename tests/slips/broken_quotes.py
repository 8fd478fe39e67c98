"""Quotes that are not closed, closed too early, or curly."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "a double quote never closed": Slip(
        'title: "Night trains return\ncategory: news\n',
        ['2:8-2:9 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "category": "news"},
    ),
    "a single quote never closed": Slip(
        "title: 'Night trains return\ncategory: news\n",
        ["2:8-2:9 yaml-syntax: this `'` is never closed"],
        {"title": "Night trains return", "category": "news"},
    ),
    "never closed in the last line": Slip(
        'category: news\ntitle: "Night trains return\n',
        ['3:8-3:9 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "category": "news"},
    ),
    "never closed, and more quotes below": Slip(
        'title: "Night trains return\ncategory: "news"\n',
        ['2:8-2:9 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "category": "news"},
    ),
    "never closed in an item": Slip(
        'title: Night trains return\ntopics:\n  - "Railways\n  - Travel\n',
        ['4:5-4:6 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "never closed in the last item": Slip(
        'title: Night trains return\ntopics:\n  - Railways\n  - "Travel\n',
        ['5:5-5:6 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "never closed in brackets": Slip(
        'title: Night trains return\ntopics: ["Railways, Travel]\n',
        ['3:10-3:11 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "never closed in an author": Slip(
        'title: Night trains return\nauthors:\n  - name: "Ann Lee\n    email: ann@example.org\n',
        ['4:11-4:12 yaml-syntax: this `"` is never closed'],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "closed by the other quote": Slip(
        "title: \"Night trains return'\ncategory: news\n",
        ['2:8-2:9 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "category": "news"},
    ),
    "closed by a curly quote": Slip(
        'title: "Night trains return”\ncategory: news\n',
        ['2:8-2:9 yaml-syntax: this `"` is never closed'],
        {"title": "Night trains return", "category": "news"},
    ),
    "an elision": Slip(
        "title: 'Tis the season\ncategory: news\n",
        ["2:8-2:9 yaml-syntax: this `'` is never closed"],
        {"title": "'Tis the season", "category": "news"},
    ),
    "a decade": Slip(
        "title: '90s trains return\ncategory: news\n",
        ["2:8-2:9 yaml-syntax: this `'` is never closed"],
        {"title": "'90s trains return", "category": "news"},
    ),
    "quotes in quotes": Slip(
        'title: "Critics call it "bold" again"\n',
        ['2:25-2:26 yaml-syntax: a `"` inside this value ends it'],
        {"title": 'Critics call it "bold" again'},
    ),
    "an apostrophe in single quotes": Slip(
        "title: 'It's back on the rails'\n",
        ["2:11-2:12 yaml-syntax: a `'` inside this value ends it"],
        {"title": "It's back on the rails"},
    ),
    "text after quotes": Slip(
        'title: "Night trains" return\n',
        ["2:23-2:29 yaml-syntax: unexpected text after the closing quote"],
        {"title": '"Night trains" return'},
    ),
    "text after quotes in an item": Slip(
        'title: Night trains return\ntopics:\n  - "Rail" ways\n',
        ["4:12-4:16 yaml-syntax: unexpected text after the closing quote"],
        {"title": "Night trains return", "topics": ['"Rail" ways']},
    ),
    "a comma after quotes": Slip(
        'title: "Night trains return",\ncategory: news\n',
        ["2:29-2:30 yaml-syntax: unexpected `,` after the value: remove it"],
        {"title": "Night trains return", "category": "news"},
    ),
    "lines of JSON": Slip(
        '"title": "Night trains return",\n"category": "news"\n',
        ["2:31-2:32 yaml-syntax: unexpected `,` after the value: remove it"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a key in quotes without colon": Slip(
        '"title" Night trains return\ncategory: news\n',
        ["2:1-2:8 yaml-syntax: missing `:` after this key"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a key in quotes with an equals sign": Slip(
        '"title" = "Night trains return"\ncategory: news\n',
        ["2:1-2:8 yaml-syntax: missing `:` after this key"],
        {"title": "Night trains return", "category": "news"},
    ),
    "several values in quotes": Slip(
        'title: Night trains return\ntopics: "Railways", "Travel"\n',
        ["3:9-3:29 yaml-syntax: several values must be a list"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "several values in single quotes": Slip(
        "title: Night trains return\ntopics: 'Railways', 'Travel', 'Rest'\n",
        ["3:9-3:37 yaml-syntax: several values must be a list"],
        {"title": "Night trains return", "topics": ["Railways", "Travel", "Rest"]},
    ),
    "several values, the first in quotes": Slip(
        'title: Night trains return\ntopics: "Railways", Travel\n',
        ["3:9-3:27 yaml-syntax: several values must be a list"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "curly quotes around a value with a colon": Slip(
        "title: “Rust: a love story”\n",
        ["2:8-2:28 yaml-syntax: curly quotes around a value that contains `: `: use straight ones"],
        {"title": "Rust: a love story"},
    ),
    "low quotes around a value with a colon": Slip(
        "title: „Rust: a love story“\n",
        ["2:8-2:28 yaml-syntax: curly quotes around a value that contains `: `: use straight ones"],
        {"title": "Rust: a love story"},
    ),
    "a path": Slip(
        'title: "C:\\dir\\setup"\n',
        ["2:11-2:13 yaml-syntax: unknown escape `\\d`"],
        {"title": "C:\\dir\\setup"},
    ),
    "a path of users": Slip(
        'title: "C:\\Users\\Public"\n',
        ["2:11-2:13 yaml-syntax: `\\U` must be followed by 8 hexadecimal digits"],
        {"title": "C:\\Users\\Public"},
    ),
    "a path that ends with a backslash": Slip(
        'title: "C:\\dir\\"\ncategory: news\n',
        ["2:11-2:13 yaml-syntax: unknown escape `\\d`"],
        {"title": "C:\\dir\\", "category": "news"},
    ),
    "an escaped apostrophe": Slip(
        'title: "It\\\'s back"\n',
        ["2:11-2:13 yaml-syntax: an apostrophe needs no backslash in double quotes"],
        {"title": "It's back"},
    ),
}
