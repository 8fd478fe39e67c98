"""Slips in the address of a page."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "a space": Slip(
        "title: Night trains return\nwebUrl: https://example.com/a b\n",
        [
            '3:9-3:32 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "https://example.com/a b": it has a space after `https://example.com/a`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a%20b"},
        "title: Night trains return\nwebUrl: https://example.com/a%20b\n",
    ),
    "curly quotes": Slip(
        "title: Night trains return\nwebUrl: “https://example.com/a”\n",
        [
            '3:9-3:32 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "“https://example.com/a”": remove the curly quotes'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "a curly quote at the end": Slip(
        "title: Night trains return\nwebUrl: https://example.com/a”\n",
        [
            '3:30-3:31 lost-text /webUrl: quotation mark only at the end, after "https://example.com/a": remove it'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "angle brackets": Slip(
        "title: Night trains return\nwebUrl: <https://example.com/a>\n",
        [
            '3:9-3:32 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "<https://example.com/a>": remove the `<` and `>`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "a link of Markdown": Slip(
        'title: Night trains return\nwebUrl: "[a](https://example.com/a)"\n',
        [
            '3:9-3:37 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "[a](https://example.com/a)": write only the address of the link'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
    ),
    "no colon": Slip(
        "title: Night trains return\nwebUrl: https//example.com/a\n",
        [
            '3:9-3:29 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "https//example.com/a": write `https://` instead of `https//`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "a semicolon": Slip(
        "title: Night trains return\nwebUrl: https;//example.com/a\n",
        [
            '3:9-3:30 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "https;//example.com/a": write `https://` instead of `https;//`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "the colon after the slashes": Slip(
        "title: Night trains return\nwebUrl: https//:example.com/a\n",
        [
            '3:9-3:30 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "https//:example.com/a": write `https://` instead of `https//:`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "no scheme": Slip(
        "title: Night trains return\nwebUrl: example.com/a\n",
        [
            '3:9-3:22 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "example.com/a": start it with `https://`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "no scheme, with www": Slip(
        "title: Night trains return\nwebUrl: www.example.com/a\n",
        [
            '3:9-3:26 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "www.example.com/a": start it with `https://`'
        ],
        {"title": "Night trains return", "webUrl": "https://www.example.com/a"},
    ),
    "backslashes": Slip(
        "title: Night trains return\nwebUrl: https:\\\\example.com\\a\n",
        [
            '3:9-3:30 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "https:\\\\\\\\example.com\\\\a": write `https://` instead of `https:\\\\`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
        "title: Night trains return\nwebUrl: https://example.com/a\n",
    ),
    "brackets and a space": Slip(
        "title: Night trains return\nwebUrl: <https://example.com/a b>\n",
        [
            '3:9-3:34 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "<https://example.com/a b>": remove the `<` and `>`'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a%20b"},
    ),
    "a space at the end": Slip(
        'title: Night trains return\nwebUrl: "https://example.com/a "\n',
        [
            '3:9-3:33 schema/format /webUrl: "webUrl" should be a full URL such as https://example.com/page, not "https://example.com/a ": remove the space around it'
        ],
        {"title": "Night trains return", "webUrl": "https://example.com/a"},
    ),
}
