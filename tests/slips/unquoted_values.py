"""Values that YAML reads as something else than text."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "a colon": Slip(
        "title: Rust: a love story\n",
        ["2:12-2:13 yaml-syntax: an unquoted value contains `: `"],
        {"title": "Rust: a love story"},
    ),
    "a colon at the end": Slip(
        "title: What we know so far:\n",
        ["2:27-2:28 yaml-syntax: an unquoted value ends with `:`"],
        {"title": "What we know so far:"},
    ),
    "two colons": Slip(
        "title: Live: day two: the vote\n",
        ["2:12-2:13 yaml-syntax: an unquoted value contains `: `"],
        {"title": "Live: day two: the vote"},
    ),
    "two colons in an item": Slip(
        "title: Night trains return\ntopics:\n  - On track: night: day\n",
        ["4:20-4:21 yaml-syntax: an unquoted value contains `: `"],
        {"title": "Night trains return", "topics": ["On track: night: day"]},
    ),
    "a colon in an item's value": Slip(
        "title: Night trains return\nauthors:\n  - name: Ann: Lee\n",
        ["4:14-4:15 yaml-syntax: an unquoted value contains `: `"],
        {"title": "Night trains return", "authors": [{"name": "Ann: Lee"}]},
    ),
    "a glob": Slip(
        "title: **/*.ts\n",
        ["2:8-2:15 yaml-syntax: a value that begins with `*` must be in quotes"],
        {"title": "**/*.ts"},
    ),
    "emphasis": Slip(
        "title: *Night trains* return\n",
        ["2:8-2:29 yaml-syntax: a value that begins with `*` must be in quotes"],
        {"title": "Night trains return"},
    ),
    "a handle": Slip(
        "title: @ann\n",
        ["2:8-2:12 yaml-syntax: a value that begins with `@` must be in quotes"],
        {"title": "@ann"},
    ),
    "handles in a list": Slip(
        "title: Night trains return\ntopics:\n  - @ann\n  - Travel\n",
        ["4:5-4:9 yaml-syntax: a value that begins with `@` must be in quotes"],
        {"title": "Night trains return", "topics": ["@ann", "Travel"]},
    ),
    "handles in brackets": Slip(
        "title: Night trains return\ntopics: [@ann, @bo]\n",
        ["3:10-3:14 yaml-syntax: a value that begins with `@` must be in quotes"],
        {"title": "Night trains return", "topics": ["@ann", "@bo"]},
    ),
    "a backtick": Slip(
        "title: `make` is back\n",
        ["2:8-2:22 yaml-syntax: a value that begins with a backtick must be in quotes"],
        {"title": "`make` is back"},
    ),
    "a percent sign": Slip(
        "title: %20 off all trains\n",
        ["2:8-2:26 yaml-syntax: a value that begins with `%` must be in quotes"],
        {"title": "%20 off all trains"},
    ),
    "an exclamation mark": Slip(
        "title: !important news\n",
        ["2:8-2:23 yaml-syntax: a value that begins with `!` must be in quotes"],
        {"title": "!important news"},
    ),
    "an ampersand": Slip(
        "title: & more trains\n",
        ["2:8-2:21 yaml-syntax: a value that begins with `&` must be in quotes"],
        {"title": "& more trains"},
    ),
    "a comparison": Slip(
        "title: >= 5 trains\n",
        ["2:8-2:19 yaml-syntax: unexpected text after `>`: its text begins on the next line"],
        {"title": ">= 5 trains"},
    ),
    "a bar": Slip(
        "title: | a short one\n",
        ["2:8-2:21 yaml-syntax: unexpected text after `|`: its text begins on the next line"],
        {"title": "| a short one"},
    ),
    "a label in brackets": Slip(
        "title: [Video] Night trains\n",
        ["2:16-2:28 yaml-syntax: unexpected text after the closing `]`"],
        {"title": "[Video] Night trains"},
    ),
    "a link": Slip(
        "title: [Trains](https://example.org)\n",
        ["2:8-2:37 yaml-syntax: a link of Markdown, in which brackets begin a list"],
        {"title": "[Trains](https://example.org)"},
    ),
    "a line with a percent sign": Slip(
        "%category: news\ntitle: Night trains return\n",
        ["2:1-2:16 yaml-syntax: a line cannot begin with `%`"],
        {"category": "news", "title": "Night trains return"},
    ),
}
