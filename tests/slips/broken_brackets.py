"""Brackets and braces."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "a colon in braces": Slip(
        "title: Night trains return\nauthors:\n  - {name: The Times: Sport, email: ann@example.org}\n",
        ["4:21-4:22 yaml-syntax: an unquoted value contains `: `"],
        {
            "title": "Night trains return",
            "authors": [{"name": "The Times: Sport", "email": "ann@example.org"}],
        },
    ),
    "two colons in brackets": Slip(
        "title: Night trains return\ntopics: [Railways, On track: night: day]\n",
        ["3:35-3:36 yaml-syntax: an unquoted value contains `: `"],
        {"title": "Night trains return", "topics": ["Railways", "On track: night: day"]},
    ),
    "a bracket never closed": Slip(
        "title: Night trains return\ntopics: [Railways, Travel\ncategory: news\n",
        ["3:9-3:10 yaml-syntax: this `[` is never closed"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"], "category": "news"},
    ),
    "a bracket never closed in the last line": Slip(
        "title: Night trains return\ntopics: [Railways, Travel\n",
        ["3:9-3:10 yaml-syntax: this `[` is never closed"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a bracket never closed over lines": Slip(
        "title: Night trains return\ntopics: [\n  Railways,\n  Travel\ncategory: news\n",
        ["3:9-3:10 yaml-syntax: this `[` is never closed"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"], "category": "news"},
    ),
    "a brace never closed": Slip(
        "title: Night trains return\nauthors:\n  - {name: Ann Lee, email: ann@example.org\ncategory: news\n",
        ["4:5-4:6 yaml-syntax: this `{` is never closed"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
            "category": "news",
        },
    ),
    "a brace and a bracket never closed": Slip(
        "title: Night trains return\nauthors: [{name: Ann Lee}, {name: Bo Ek\ncategory: news\n",
        ["3:28-3:29 yaml-syntax: this `{` is never closed"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee"}, {"name": "Bo Ek"}],
            "category": "news",
        },
    ),
    "a bracket closed by a brace": Slip(
        "title: Night trains return\ntopics: [Railways, Travel}\n",
        ["3:26-3:27 yaml-syntax: `}` cannot close the `[` on line 3: write `]`"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a bracket too many": Slip(
        "title: Night trains return\ntopics: [Railways, Travel]]\n",
        ["3:27-3:28 yaml-syntax: this `]` closes nothing: remove it"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "two lists": Slip(
        "title: Night trains return\ntopics: [Railways], [Travel]\n",
        ["3:9-3:29 yaml-syntax: several lists where there can be one"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a comma after brackets": Slip(
        "title: Night trains return\ntopics: [Railways, Travel],\ncategory: news\n",
        ["3:27-3:28 yaml-syntax: unexpected `,` after the value: remove it"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"], "category": "news"},
    ),
    "two commas": Slip(
        "title: Night trains return\ntopics: [Railways,, Travel]\n",
        ["3:19-3:20 yaml-syntax: no value before this `,`: remove it"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "a comma first": Slip(
        "title: Night trains return\ntopics: [, Railways]\n",
        ["3:10-3:11 yaml-syntax: no value before this `,`: remove it"],
        {"title": "Night trains return", "topics": ["Railways"]},
    ),
    "no comma between quotes": Slip(
        'title: Night trains return\ntopics: ["Railways" "Travel"]\n',
        ["3:21-3:22 yaml-syntax: missing `,` before this"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "no comma at a line's end": Slip(
        'title: Night trains return\ntopics: [\n  "Railways"\n  "Travel"\n]\n',
        ["4:3-4:13 yaml-syntax: missing `,` at the end of this line"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "dashes in brackets": Slip(
        "title: Night trains return\ntopics: [- Railways, - Travel]\n",
        ["3:10-3:11 yaml-syntax: a list in brackets takes no `-`: remove it"],
        {"title": "Night trains return", "topics": ["Railways", "Travel"]},
    ),
    "dashes with several spaces in brackets": Slip(
        "title: Night trains return\ntopics: [-  Railways, -\tTravel, -   Well-being]\n",
        ["3:10-3:11 yaml-syntax: a list in brackets takes no `-`: remove it"],
        {"title": "Night trains return", "topics": ["Railways", "Travel", "Well-being"]},
    ),
    "no spaces in braces": Slip(
        "title: Night trains return\nauthors: [{name:Ann Lee, email:ann@example.org}]\n",
        ["3:12-3:17 yaml-syntax: missing space after `name:`"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "no spaces in braces of an item": Slip(
        "title: Night trains return\nauthors:\n  - {name:Ann Lee, email:ann@example.org}\n",
        ["4:6-4:11 yaml-syntax: missing space after `name:`"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "one space missing in braces": Slip(
        "title: Night trains return\nauthors:\n  - {name: Ann Lee, email:ann@example.org}\n",
        ["4:21-4:27 yaml-syntax: missing space after `email:`"],
        {
            "title": "Night trains return",
            "authors": [{"name": "Ann Lee", "email": "ann@example.org"}],
        },
    ),
    "a brace left over": Slip(
        "title: Night trains return\n}\n",
        ["3:1-3:2 yaml-syntax: this `}` closes nothing: remove it"],
        {"title": "Night trains return"},
    ),
    "a comma left over": Slip(
        "title: Night trains return\n,\ncategory: news\n",
        ["3:1-3:2 yaml-syntax: this `,` closes nothing: remove it"],
        {"title": "Night trains return", "category": "news"},
    ),
}
