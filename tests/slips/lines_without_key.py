"""Lines that are to be a key and its value, or a list item, and are neither."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "no colon before a value in quotes": Slip(
        'title "Night trains return"\ncategory: news\n',
        ['2:1-2:6 yaml-syntax: missing `:` after "title"'],
        {"title": "Night trains return", "category": "news"},
    ),
    "no colon before a value in quotes, below": Slip(
        "category: news\ntitle 'Night trains return'\n",
        ['3:1-3:6 yaml-syntax: missing `:` after "title"'],
        {"title": "Night trains return", "category": "news"},
    ),
    "no colon before a value in curly quotes": Slip(
        "title “Night trains return”\ncategory: news\n",
        ['2:1-2:6 yaml-syntax: missing `:` after "title"'],
        {"title": "Night trains return", "category": "news"},
    ),
    "an equals sign": Slip(
        'title = "Night trains return"\ncategory: news\n',
        ["2:7-2:8 yaml-syntax: `=` instead of `:`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "an equals sign, and a colon in the quotes": Slip(
        'title = "Rust: a love story"\ncategory: news\n',
        ["2:7-2:8 yaml-syntax: `=` instead of `:`"],
        {"title": "Rust: a love story", "category": "news"},
    ),
    "an equals sign, and a colon without quotes": Slip(
        "title = Rust: a love story\ncategory: news\n",
        ["2:7-2:8 yaml-syntax: `=` instead of `:`"],
        {"title": "Rust: a love story", "category": "news"},
    ),
    "an equals sign without spaces": Slip(
        "title: Night trains return\ncategory=news\n",
        ["3:9-3:10 yaml-syntax: `=` instead of `:`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "an arrow": Slip(
        "title: Night trains return\ncategory => news\nweight: 1\n",
        ["3:10-3:12 yaml-syntax: `=>` instead of `:`"],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "a thin arrow": Slip(
        "title: Night trains return\ncategory -> news\nweight: 1\n",
        ["3:10-3:12 yaml-syntax: `->` instead of `:`"],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "a walrus": Slip(
        "title: Night trains return\ncategory := news\nweight: 1\n",
        ["3:10-3:12 yaml-syntax: `:=` instead of `:`"],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "a semicolon": Slip(
        "title: Night trains return\ncategory; news\nweight: 1\n",
        ["3:9-3:10 yaml-syntax: `;` instead of `:`"],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "an equals sign in each line": Slip(
        'title = "Night trains return"\ncategory = "news"\nweight = 3\n',
        [
            "2:7-2:8 yaml-syntax: `=` instead of `:`",
            "3:10-3:11 yaml-syntax: `=` instead of `:`",
            "4:8-4:9 yaml-syntax: `=` instead of `:`",
        ],
        {"title": "Night trains return", "category": "news", "weight": 3},
    ),
    "a nested equals sign": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann Lee\n    email = ann@example.org\n",
        ["5:11-5:12 yaml-syntax: `=` instead of `:`"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "no space after the colon": Slip(
        "title: Night trains return\npublished:false\n",
        ["3:1-3:11 yaml-syntax: missing space after `published:`"],
        {"title": "Night trains return", "published": False},
    ),
    "no space before quotes": Slip(
        'title:"Night trains return"\ncategory: news\n',
        ["2:1-2:7 yaml-syntax: missing space after `title:`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "no space, between others": Slip(
        "title: Night trains return\ncategory:news\nweight: 2\n",
        ["3:1-3:10 yaml-syntax: missing space after `category:`"],
        {"title": "Night trains return", "category": "news", "weight": 2},
    ),
    "no space, in the first line of several": Slip(
        "title:Night trains return\ncategory: news\n",
        ["2:1-2:7 yaml-syntax: missing space after `title:`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "no space in any line": Slip(
        "title:Night trains return\ncategory:news\nweight:3\n",
        [
            "2:1-2:7 yaml-syntax: missing space after `title:`",
            "3:1-3:10 yaml-syntax: missing space after `category:`",
            "4:1-4:8 yaml-syntax: missing space after `weight:`",
        ],
        {"title": "Night trains return", "category": "news", "weight": 3},
    ),
    "no space before a list": Slip(
        "title: Night trains return\ntopics:[Railways, Travel]\n",
        ["3:1-3:8 yaml-syntax: missing space after `topics:`"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "no space before a URL": Slip(
        "title: Night trains return\nwebUrl:https://example.org/a\n",
        ["3:1-3:8 yaml-syntax: missing space after `webUrl:`"],
        {"title": "Night trains return", "webUrl": "https://example.org/a"},
    ),
    "no space below an author": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann Lee\n    email:ann@example.org\n",
        ["5:5-5:11 yaml-syntax: missing space after `email:`"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "no colon after a key of a list": Slip(
        "title: Night trains return\ntopics\n  - Railways\n  - Travel\n",
        ['3:1-3:7 yaml-syntax: missing `:` after "topics"'],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "no colon after a key of a list at the margin": Slip(
        "title: Night trains return\ntopics\n- Railways\n- Travel\n",
        ['3:1-3:7 yaml-syntax: missing `:` after "topics"'],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a comment of JavaScript": Slip(
        "title: Night trains return\n// to be checked\ncategory: news\n",
        ["3:1-3:17 yaml-syntax: a comment begins with `#`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a comment of HTML": Slip(
        "title: Night trains return\n<!-- to be checked -->\ncategory: news\n",
        ["3:1-3:23 yaml-syntax: a comment begins with `#`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a comment of C": Slip(
        "title: Night trains return\n/* to be checked */\ncategory: news\n",
        ["3:1-3:20 yaml-syntax: a comment begins with `#`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a comment with a semicolon": Slip(
        "title: Night trains return\n; to be checked\ncategory: news\n",
        ["3:1-3:16 yaml-syntax: a comment begins with `#`"],
        {"title": "Night trains return", "category": "news"},
    ),
    "no space after a dash": Slip(
        "title: Night trains return\ntopics:\n  - Railways\n  -Travel\n",
        ["5:3-5:4 yaml-syntax: missing space after `-`"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "no space after a dash with a key": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann Lee\n  -name: Bo Ek\n",
        ["5:3-5:4 yaml-syntax: missing space after `-`"],
        {"title": "Night trains return", "authors": [{"name": "Ann Lee"}, {"name": "Bo Ek"}]},
    ),
    "bullets": Slip(
        "title: Night trains return\ntopics:\n• Railways\n• Travel\n",
        [
            "4:1-4:2 yaml-syntax: a list item begins with `-`, not `•`",
            "5:1-5:2 yaml-syntax: a list item begins with `-`, not `•`",
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "stars": Slip(
        "title: Night trains return\ntopics:\n* Railways\n* Travel\n",
        [
            "4:1-4:2 yaml-syntax: a list item begins with `-`, not `*`",
            "5:1-5:2 yaml-syntax: a list item begins with `-`, not `*`",
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "an en dash among dashes": Slip(
        "title: Night trains return\ntopics:\n- Railways\n– Travel\n",
        ["5:1-5:2 yaml-syntax: a list item begins with `-`, not `–`"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "no colon after a word": Slip(
        "title Night trains return\ncategory: news\n",
        ["2:1-2:26 yaml-syntax: this line is not a `key: value` pair"],
        {"title": "Night trains return", "category": "news"},
        "title: Night trains return\ncategory: news\n",
    ),
}
