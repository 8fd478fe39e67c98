"""Signs that begin something else in YAML than was meant."""

from __future__ import annotations

from tests.slips.slip import TITLE, Slip

SLIPS = {
    "hashtags in brackets": Slip(
        TITLE + "topics: [#home, #kitchen]\n",
        ["3:10-3:15 yaml-syntax: `#` begins a comment: put it in quotes"],
        {"title": "Night trains return", "topics": ["#home", "#kitchen"]},
        TITLE + 'topics: ["#home", "#kitchen"]\n',
    ),
    "a hashtag in brackets, and a comment": Slip(
        TITLE + "topics: [Railways, #home] # so far\n",
        ["3:20-3:25 yaml-syntax: `#` begins a comment: put it in quotes"],
        {"title": "Night trains return", "topics": ["Railways", "#home"]},
        TITLE + 'topics: [Railways, "#home"] # so far\n',
    ),
    "an apostrophe in brackets": Slip(
        TITLE + "topics: ['Railway's end', Travel]\n",
        ["3:18-3:19 yaml-syntax: a `'` inside this value ends it"],
        {"title": "Night trains return", "topics": ["Railway's end", "Travel"]},
    ),
    "an apostrophe at the start only": Slip(
        TITLE + "topics: ['it's]\n",
        ["3:13-3:14 yaml-syntax: a `'` inside this value ends it"],
        {"title": "Night trains return", "topics": ["it's"]},
    ),
}
