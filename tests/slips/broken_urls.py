"""URLs that do not parse as they are written."""

from __future__ import annotations

from tests.slips.slip import Slip

LINK = "yaml-syntax: a link of Markdown instead of a URL"
URL = {
    "title": "Night trains return",
    "webUrl": "https://example.com/the/long/way/to/the/night-trains",
}

SLIPS = {
    "a space after the scheme": Slip(
        "title: Night trains return\nwebUrl: https: //example.com/the/long/way/to/the/night-trains\n",
        ["3:15-3:16 yaml-syntax: space after `https:`: remove it"],
        URL,
    ),
    "a space after the scheme, by hand": Slip(
        "title: Night trains return\nwebUrl: https: //example.com/the/long/way/to/the/night-trains\n",
        ["3:15-3:16 yaml-syntax: space after `https:`: remove it"],
        URL,
        "title: Night trains return\nwebUrl: https://example.com/the/long/way/to/the/night-trains\n",
    ),
    "a link": Slip(
        "title: Night trains return\nwebUrl: [read it](https://example.com/the/long/way/to/the/night-trains)\n",
        [f"3:9-3:72 {LINK}"],
        URL,
    ),
    "a link, by hand": Slip(
        "title: Night trains return\nwebUrl: [read it](https://example.com/the/long/way/to/the/night-trains)\n",
        [f"3:9-3:72 {LINK}"],
        URL,
        "title: Night trains return\nwebUrl: https://example.com/the/long/way/to/the/night-trains\n",
    ),
    "a link with a colon and angle brackets": Slip(
        "title: Night trains return\nwebUrl: [Trains: more](<https://example.com/a>)\n",
        [f"3:9-3:48 {LINK}"],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
    ),
    "a link in a text": Slip(
        "title: [Night trains](https://example.com/a)\n",
        ["2:8-2:45 yaml-syntax: a link of Markdown, in which brackets begin a list"],
        {"title": "[Night trains](https://example.com/a)"},
    ),
    "a space before a word": Slip(
        "title: https: the story\n",
        ["2:13-2:14 yaml-syntax: an unquoted value contains `: `"],
        {"title": "https: the story"},
    ),
    "a text before a link": Slip(
        "title: [Night] trains (return)\n",
        ["2:16-2:31 yaml-syntax: unexpected text after the closing `]`"],
        {"title": "[Night] trains (return)"},
    ),
}
