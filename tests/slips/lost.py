"""Text that YAML accepts, but cuts, joins or ends otherwise than it was meant."""

from __future__ import annotations

from tests.slips.slip import TRAINS, Slip


def _told(place: str, pointer: str, message: str) -> list[str]:
    return [f"{place} lost-text {pointer}: {message}"]


def _comment(place: str, pointer: str, comment: str) -> list[str]:
    message = f'"{comment}" is a comment and not part of the text: put the text in quotes'
    return _told(place, pointer, message)


def _joined(place: str, pointer: str, item: str, before: str) -> list[str]:
    message = f'"{item}" is read as part of the item "{before}": indent it less'
    return _told(place, pointer, message)


def _quote(place: str, pointer: str, word: str) -> list[str]:
    message = f'quotation mark only at the end, after "{word}": remove it'
    return _told(place, pointer, message)


def _comma(place: str, pointer: str, word: str) -> list[str]:
    return _told(place, pointer, f'trailing comma, after "{word}": remove it')


SLIPS = {
    "a number sign before a number": Slip(
        "title: Platform #9 reopens\n",
        _comment("2:8-2:16", "/title", "#9 reopens"),
        {"title": "Platform #9 reopens"},
    ),
    "the same, put in quotes by hand": Slip(
        "title: Platform #9 reopens\n",
        _comment("2:8-2:16", "/title", "#9 reopens"),
        {"title": "Platform #9 reopens"},
        'title: "Platform #9 reopens"\n',
    ),
    "a number sign at the end": Slip(
        "title: We are #1\n", _comment("2:8-2:14", "/title", "#1"), {"title": "We are #1"}
    ),
    "a hashtag in a title": Slip(
        "title: Night trains return #railways\n",
        _comment("2:8-2:27", "/title", "#railways"),
        {"title": "Night trains return #railways"},
    ),
    "several hashtags": Slip(
        "title: Back again #trains #night\n",
        _comment("2:8-2:18", "/title", "#trains #night"),
        {"title": "Back again #trains #night"},
    ),
    "a hashtag in an item": Slip(
        "title: Languages\ntopics:\n  - C #programming\n  - Rust\n",
        _comment("4:5-4:6", "/topics/0", "#programming"),
        {"title": "Languages", "topics": ["C #programming", "Rust"]},
    ),
    "the last item, put in quotes by hand": Slip(
        "title: Languages\ntopics:\n  - Rust\n  - C #programming\n",
        _comment("5:5-5:6", "/topics/1", "#programming"),
        {"title": "Languages", "topics": ["Rust", "C #programming"]},
        'title: Languages\ntopics:\n  - Rust\n  - "C #programming"\n',
    ),
    "a name with a number": Slip(
        "title: Unit tests\nauthors:\n  - name: Robot #4\n",
        _comment("4:11-4:16", "/authors/0/name", "#4"),
        {"title": "Unit tests", "authors": [{"name": "Robot #4"}]},
    ),
    "a text with quotation marks inside": Slip(
        'title: The "new" platform #9\n',
        _comment("2:8-2:26", "/title", "#9"),
        {"title": 'The "new" platform #9'},
    ),
    "a text over two lines": Slip(
        "title: Night trains return\n  to platform #9\n",
        _comment("2:8-3:14", "/title", "#9"),
        {"title": "Night trains return to platform #9"},
    ),
    "a comment that stays on another line": Slip(
        "# the title\ntitle: Platform #9 # soon\n",
        _comment("3:8-3:16", "/title", "#9 # soon"),
        {"title": "Platform #9 # soon"},
    ),
    "an item indented more than the one above": Slip(
        "title: Night trains return\ntopics:\n  - Railways\n    - Travel\n",
        _joined("5:5-5:13", "/topics/0", "- Travel", "Railways"),
        {**TRAINS, "topics": ["Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n",
    ),
    "an item indented by one more": Slip(
        "title: Night trains return\ntopics:\n- Railways\n - Travel\n- Boats\n",
        _joined("5:2-5:10", "/topics/0", "- Travel", "Railways"),
        {**TRAINS, "topics": ["Railways", "Travel", "Boats"]},
        "title: Night trains return\ntopics:\n- Railways\n- Travel\n- Boats\n",
    ),
    "an item in the middle": Slip(
        "title: Night trains return\ntopics:\n  - Boats\n  - Railways\n      - Travel\n",
        _joined("6:7-6:15", "/topics/1", "- Travel", "Railways"),
        {**TRAINS, "topics": ["Boats", "Railways", "Travel"]},
        "title: Night trains return\ntopics:\n  - Boats\n  - Railways\n  - Travel\n",
    ),
    "each item indented more": Slip(
        "title: Night trains return\ntopics:\n  - Railways\n    - Travel\n      - Boats\n",
        [
            (
                '5:5-5:13 lost-text /topics/0: "- Travel" is read as part of the item "Railways" '
                "(and 1 more like this): indent it less"
            )
        ],
        {**TRAINS, "topics": ["Railways", "Travel", "Boats"]},
        "title: Night trains return\ntopics:\n  - Railways\n  - Travel\n  - Boats\n",
    ),
    "a quotation mark at the end": Slip(
        'title: Night trains return"\n', _quote("2:27-2:28", "/title", "return"), TRAINS
    ),
    "the same, removed by hand": Slip(
        'title: Night trains return"\n',
        _quote("2:27-2:28", "/title", "return"),
        TRAINS,
        "title: Night trains return\n",
    ),
    "a single one at the end": Slip(
        "title: Night trains return'\n", _quote("2:27-2:28", "/title", "return"), TRAINS
    ),
    "a curly one at the end": Slip(
        "title: Night trains return”\n", _quote("2:27-2:28", "/title", "return"), TRAINS
    ),
    "a curly one at the start": Slip(
        "title: “Night trains return\n",
        _told(
            "2:8-2:9",
            "/title",
            'quotation mark only at the start, before "Night": remove it',
        ),
        TRAINS,
    ),
    "one at the end of an item": Slip(
        'title: Night trains return\ntopics:\n  - Railways"\n',
        _quote("4:13-4:14", "/topics/0", "Railways"),
        {**TRAINS, "topics": ["Railways"]},
    ),
    "one after a full stop": Slip(
        'title: Night trains return."\n',
        _quote("2:28-2:29", "/title", "return."),
        {"title": "Night trains return."},
    ),
    "one after a space": Slip(
        'title: Night trains return "\n', _quote("2:28-2:29", "/title", "return"), TRAINS
    ),
    "one beside inches": Slip(
        'title: A pipe of 5" bursts"\n',
        _quote("2:27-2:28", "/title", "bursts"),
        {"title": 'A pipe of 5" bursts'},
    ),
    "a comma after an item": Slip(
        "title: Night trains return\ntopics:\n  - Travel,\n  - Railways\n",
        _comma("4:11-4:12", "/topics/0", "Travel"),
        {**TRAINS, "topics": ["Travel", "Railways"]},
    ),
    "commas after all items": Slip(
        "title: Night trains return\ntopics:\n  - Travel,\n  - Night trains,\n",
        [
            *_comma("4:11-4:12", "/topics/0", "Travel"),
            *_comma("5:17-5:18", "/topics/1", "trains"),
        ],
        {**TRAINS, "topics": ["Travel", "Night trains"]},
        "title: Night trains return\ntopics:\n  - Travel\n  - Night trains\n",
    ),
    "a comma after a title": Slip(
        "title: Night trains return,\ncategory: news\n",
        _comma("2:27-2:28", "/title", "return"),
        {**TRAINS, "category": "news"},
    ),
    "a comma after a name": Slip(
        "title: Night trains return\nauthors:\n  - name: Dana Birch,\n    email: dana@example.com\n",
        _comma("4:21-4:22", "/authors/0/name", "Birch"),
        {**TRAINS, "authors": [{"name": "Dana Birch", "email": "dana@example.com"}]},
    ),
}
