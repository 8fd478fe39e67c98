"""Text that YAML reads as a list, a mapping, a comment or nothing."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "an item with a colon": Slip(
        "title: Night trains return\ntopics:\n  - Law: the basics\n",
        [
            '4:5-4:20 schema/type /topics/0: item 1 of "topics" should be text, but `Law: the basics` is read as a mapping: quote it'
        ],
        {"title": "Night trains return", "topics": ["Law: the basics"]},
        'title: Night trains return\ntopics:\n  - "Law: the basics"\n',
    ),
    "an item with a colon, by the fix": Slip(
        "title: Night trains return\ntopics:\n  - Law: the basics # new\n",
        [
            '4:5-4:20 schema/type /topics/0: item 1 of "topics" should be text, but `Law: the basics` is read as a mapping: quote it'
        ],
        {"title": "Night trains return", "topics": ["Law: the basics"]},
    ),
    "an item with a colon at its end": Slip(
        "title: Night trains return\ntopics:\n  - Title:\n",
        [
            '4:5-4:11 schema/type /topics/0: item 1 of "topics" should be text, but `Title:` is read as a mapping: quote it'
        ],
        {"title": "Night trains return", "topics": ["Title:"]},
        'title: Night trains return\ntopics:\n  - "Title:"\n',
    ),
    "an item with a colon, in brackets": Slip(
        "title: Night trains return\ntopics: [Law: the basics, Travel]\n",
        [
            '3:10-3:25 schema/type /topics/0: item 1 of "topics" should be text, but `Law: the basics` is read as a mapping: quote it'
        ],
        {"title": "Night trains return", "topics": ["Law: the basics", "Travel"]},
    ),
    "an item in brackets": Slip(
        "title: Night trains return\ntopics:\n  - [Sponsored]\n",
        [
            '4:5-4:16 schema/type /topics/0: item 1 of "topics" should be text, but `[Sponsored]` is read as a list: remove the brackets'
        ],
        {"title": "Night trains return", "topics": ["Sponsored"]},
        "title: Night trains return\ntopics:\n  - Sponsored\n",
    ),
    "brackets": Slip(
        "title: [value]\n",
        [
            '2:8-2:15 schema/type /title: "title" should be text, but `[value]` is read as a list: remove the brackets'
        ],
        {"title": "value"},
        "title: value\n",
    ),
    "brackets around several words": Slip(
        "title: [Night trains return]\n",
        [
            '2:8-2:29 schema/type /title: "title" should be text, but `[Night trains return]` is read as a list: quote it'
        ],
        {"title": "[Night trains return]"},
        'title: "[Night trains return]"\n',
    ),
    "brackets around a number": Slip(
        "title: [1984]\n",
        [
            '2:8-2:14 schema/type /title: "title" should be text, but `[1984]` is read as a list: remove the brackets'
        ],
        {"title": "1984"},
        'title: "1984"\n',
    ),
    "brackets with quotes in them": Slip(
        "title: ['a', b]\n",
        [
            "2:8-2:16 schema/type /title: \"title\" should be text, but `['a', b]` is read as a list: quote it"
        ],
        {"title": "['a', b]"},
    ),
    "braces": Slip(
        "title: {YYYY-MM-DD when decided}\n",
        [
            '2:8-2:33 schema/type /title: "title" should be text, but `{YYYY-MM-DD when decided}` is read as a mapping: quote it'
        ],
        {"title": "{YYYY-MM-DD when decided}"},
        'title: "{YYYY-MM-DD when decided}"\n',
    ),
    "text with a colon on a line of its own": Slip(
        "title:\n  Law: the basics\n",
        [
            '3:3-3:18 schema/type /title: "title" should be text, but `Law: the basics` is read as a mapping: quote it'
        ],
        {"title": "Law: the basics"},
    ),
    "a dash before the only text": Slip(
        "title:\n  - Night trains return\n",
        [
            '3:3-3:24 schema/type /title: "title" should be text, but `- Night trains return` is read as a list: remove the `-` before it'
        ],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
    "null": Slip(
        "title: null\n",
        ['2:8-2:12 schema/type /title: "title" should be text, but `null` means no value'],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
    "a tilde": Slip(
        "title: ~\n",
        ['2:8-2:9 schema/type /title: "title" should be text, but `~` means no value'],
        {"title": "Night trains return"},
        "title: Night trains return\n",
    ),
    "a hashtag as a title": Slip(
        "title: #nighttrains are back\n",
        ['2:7-2:7 empty-value /title: "title" has no value: `#` begins a comment'],
        {"title": "#nighttrains are back"},
        'title: "#nighttrains are back"\n',
    ),
    "a hashtag as a title, by the fix": Slip(
        "title: #nighttrains are back\n",
        ['2:7-2:7 empty-value /title: "title" has no value: `#` begins a comment'],
        {"title": "#nighttrains are back"},
    ),
    "a number after a hash": Slip(
        "title: #9 reopens\n",
        ['2:7-2:7 empty-value /title: "title" has no value: `#` begins a comment'],
        {"title": "#9 reopens"},
        'title: "#9 reopens"\n',
    ),
    "a hashtag as an item": Slip(
        "title: Night trains return\ntopics:\n  - #home\n  - garden\n",
        ['4:4-4:4 empty-value /topics/0: an item of "topics" has no value: `#` begins a comment'],
        {"title": "Night trains return", "topics": ["#home", "garden"]},
        'title: Night trains return\ntopics:\n  - "#home"\n  - garden\n',
    ),
    "a hashtag with quotes as an item": Slip(
        'title: Night trains return\ntopics:\n  - #home "sweet"\n',
        ['4:4-4:4 empty-value /topics/0: an item of "topics" has no value: `#` begins a comment'],
        {"title": "Night trains return", "topics": ['#home "sweet"']},
        "title: Night trains return\ntopics:\n  - '#home \"sweet\"'\n",
    ),
    "hashtags where a list is wanted": Slip(
        "title: Night trains return\ntopics: #home #kitchen\n",
        ['3:8-3:8 empty-value /topics: "topics" has no value: `#` begins a comment'],
        {"title": "Night trains return", "topics": ["home", "kitchen"]},
    ),
}
