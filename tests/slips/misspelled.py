"""Keys and values that are a letter off."""

from __future__ import annotations

from tests.slips.slip import Slip

SLIPS = {
    "a misspelled key": Slip(
        "titel: Night trains return\n",
        [
            '2:1-2:6 schema/additionalProperties /titel: unknown key "titel": did you mean "title", which is missing?'
        ],
        {"title": "Night trains return"},
    ),
    "a misspelled value": Slip(
        "title: Night trains return\ncategory: reveiw\n",
        [
            '3:11-3:17 schema/enum /category: "category" should be "news", "review" or "interview", not "reveiw": did you mean "review"?'
        ],
        {"title": "Night trains return", "category": "review"},
    ),
}
