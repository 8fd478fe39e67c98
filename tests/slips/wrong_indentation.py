"""Lines that are indented by too much, too little, or by other characters than spaces."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "one space": Slip(
        "title: Night trains return\n category: news\n",
        ['3:1-3:2 yaml-syntax: indented by 1 space, but "title" on line 2 by 0'],
        {"title": "Night trains return", "category": "news"},
    ),
    "two spaces": Slip(
        "title: Night trains return\n  category: news\nweight: 1\n",
        ['3:1-3:3 yaml-syntax: indented by 2 spaces, but "title" on line 2 by 0'],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "one space below quotes": Slip(
        'title: "Night trains return"\n category: news\n',
        ['3:1-3:2 yaml-syntax: indented by 1 space, but "title" on line 2 by 0'],
        {"title": "Night trains return", "category": "news"},
    ),
    "the first line": Slip(
        " title: Night trains return\ncategory: news\nweight: 1\n",
        ['2:1-2:2 yaml-syntax: indented by 1 space, but "category" on line 3 by 0'],
        {"title": "Night trains return", "category": "news", "weight": 1},
    ),
    "an author's key too deep": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann Lee\n      email: ann@example.org\n",
        ['5:1-5:7 yaml-syntax: indented by 6 spaces, but "name" on line 4 by 4'],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "an author's key too deep, below quotes": Slip(
        'title: Night trains return\nauthors:\n  - name: "Ann Lee"\n      email: ann@example.org\n',
        ['5:1-5:7 yaml-syntax: indented by 6 spaces, but "name" on line 4 by 4'],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "an author's key one column off": Slip(
        'title: Night trains return\nauthors:\n  - name: "Ann Lee"\n   email: ann@example.org\n',
        ["5:1-5:4 yaml-syntax: indentation matches no enclosing level"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "an author's key like the dash": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann Lee\n  email: ann@example.org\n",
        ["5:3-5:8 yaml-syntax: expected a list item, found a key"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "an item one column off": Slip(
        "title: Night trains return\ntopics:\n  - Railways\n - Travel\n",
        ["5:1-5:2 yaml-syntax: indentation matches no enclosing level"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a key among items": Slip(
        "title: Night trains return\ntopics:\n  - Railways\n  category: news\n",
        ["5:3-5:11 yaml-syntax: expected a list item, found a key"],
        {"title": "Night trains return", "topics": ["Railways"], "category": "news"},
    ),
    "a tab before an item": Slip(
        "title: Night trains return\ntopics:\n\t- Railways\n",
        ["4:1-4:2 yaml-syntax: tab used for indentation: use spaces"],
        {"title": "Night trains return", "topics": ["Railways"]},
    ),
    "tabs before an author": Slip(
        "title: Night trains return\nauthors:\n\t- name: Ann Lee\n\t  email: ann@example.org\n",
        [
            "4:1-4:2 yaml-syntax: tab used for indentation: use spaces",
            "5:1-5:4 yaml-syntax: tab used for indentation: use spaces",
        ],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "a tab after a dash": Slip(
        "title: Night trains return\nauthors:\n  -\tname: Ann Lee\n",
        ["4:4-4:5 yaml-syntax: tab where YAML allows only spaces: use a space"],
        {"title": "Night trains return", "authors": [{"name": "Ann Lee"}]},
    ),
    "a tab before the first key": Slip(
        "\ttitle: Night trains return\ncategory: news\n",
        ["2:1-2:2 yaml-syntax: tab used for indentation: use spaces"],
        {"title": "Night trains return", "category": "news"},
    ),
    "no-break spaces before an item": Slip(
        "title: Night trains return\ntopics:\n\xa0\xa0- Railways\n",
        ["4:1-4:3 yaml-syntax: no-break space (U+00A0) in the indentation: use a space"],
        {"title": "Night trains return", "topics": ["Railways"]},
    ),
    "no-break spaces before an author's key": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann Lee\n\xa0\xa0\xa0\xa0email: ann@example.org\n",
        ["5:1-5:5 yaml-syntax: no-break space (U+00A0) in the indentation: use a space"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "ideographic spaces before an item": Slip(
        "title: Night trains return\ntopics:\n\u3000- Railways\n",
        ["4:1-4:2 yaml-syntax: ideographic space (U+3000) in the indentation: use a space"],
        {"title": "Night trains return", "topics": ["Railways"]},
    ),
    "an ideographic space before the first key": Slip(
        "\u3000title: Night trains return\ncategory: news\n",
        ["2:1-2:2 yaml-syntax: ideographic space (U+3000) in the indentation: use a space"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a no-break space after dashes": Slip(
        "title: Night trains return\ntopics:\n  -\xa0Railways\n  -\xa0Travel\n",
        [
            "4:4-4:5 yaml-syntax: no-break space (U+00A0) after `-`: use a space",
            "5:4-5:5 yaml-syntax: no-break space (U+00A0) after `-`: use a space",
        ],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a no-break space after one dash": Slip(
        "title: Night trains return\ntopics:\n  - Railways\n  -\xa0Travel\n",
        ["5:4-5:5 yaml-syntax: no-break space (U+00A0) after `-`: use a space"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a no-break space after a colon": Slip(
        "title:\xa0Night trains return\ncategory: news\n",
        ["2:7-2:8 yaml-syntax: no-break space (U+00A0) after `title:`: use a space"],
        {"title": "Night trains return", "category": "news"},
    ),
    "an ideographic space after a colon": Slip(
        "title:\u3000Night trains return\ncategory: news\n",
        ["2:7-2:8 yaml-syntax: ideographic space (U+3000) after `title:`: use a space"],
        {"title": "Night trains return", "category": "news"},
    ),
    "a fullwidth colon": Slip(
        "title：Night trains return\ncategory: news\n",
        ['2:6-2:7 yaml-syntax: fullwidth colon (U+FF1A) after "title": use `:`'],
        {"title": "Night trains return", "category": "news"},
    ),
    "a fullwidth colon and a space": Slip(
        "title: Night trains return\ncategory： news\n",
        ['3:9-3:10 yaml-syntax: fullwidth colon (U+FF1A) after "category": use `:`'],
        {"title": "Night trains return", "category": "news"},
    ),
}
