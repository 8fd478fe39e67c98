"""Misspelled keys where one of several keys is needed, and keys that sit uneasily together."""

from __future__ import annotations

from tests.slips.slip import TITLE, Slip

SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "webUrl": {"type": "string"},
        "originalUrl": {"type": "string"},
        "publishedDateTime": {"type": "string"},
        "updatedDateTime": {"type": "string"},
        "contact": {
            "type": "object",
            "properties": {"phone": {}, "email": {}, "street": {}, "town": {}},
            "oneOf": [
                {"required": ["phone"]},
                {"required": ["email"]},
                {"required": ["street", "town"]},
            ],
            "additionalProperties": False,
        },
    },
    "anyOf": [{"required": ["originalUrl"]}, {"required": ["webUrl"]}],
    "required": ["title"],
    "additionalProperties": False,
}

URL = "webUrl: https://example.com/trains\n"


def _data(**more: object) -> dict[str, object]:
    return {"title": "Night trains return", "webUrl": "https://example.com/trains", **more}


def _misspelled(key: str, meant: str, *, is_missing: bool = True, line: int = 3) -> list[str]:
    which = ", which is missing" if is_missing else ""
    place = f"{line}:1-{line}:{len(key) + 1}"
    message = f'unknown key "{key}": did you mean "{meant}"{which}?'
    return [f"{place} schema/additionalProperties /{key}: {message}"]


SLIPS = {
    "in lower case": Slip(
        f"{TITLE}weburl: https://example.com/trains\n", _misspelled("weburl", "webUrl"), _data()
    ),
    "in capitals": Slip(
        f"{TITLE}webURL: https://example.com/trains\n", _misspelled("webURL", "webUrl"), _data()
    ),
    "with an underscore": Slip(
        f"{TITLE}web_url: https://example.com/trains\n", _misspelled("web_url", "webUrl"), _data()
    ),
    "a letter off": Slip(
        f"{TITLE}wbUrl: https://example.com/trains\n", _misspelled("wbUrl", "webUrl"), _data()
    ),
    "only the end": Slip(
        f"{TITLE}url: https://example.com/trains\n", _misspelled("url", "webUrl"), _data()
    ),
    "only the beginning": Slip(
        f"{TITLE}original: https://example.com/trains\n",
        _misspelled("original", "originalUrl"),
        {"title": "Night trains return", "originalUrl": "https://example.com/trains"},
    ),
    "each part longer or shorter": Slip(
        f"{TITLE}websiteUrl: https://example.com/trains\n",
        _misspelled("websiteUrl", "webUrl"),
        _data(),
    ),
    "in curly quotes": Slip(
        f"{TITLE}“webUrl”: https://example.com/trains\n",
        _misspelled("“webUrl”", "webUrl"),
        _data(),
    ),
    "a plainly required one in curly quotes": Slip(
        f"“title”: Night trains return\n{URL}", _misspelled("“title”", "title", line=2), _data()
    ),
    "one that is there already, in other words": Slip(
        f"{TITLE}{URL}original-url: https://example.com/trains\n",
        _misspelled("original-url", "originalUrl", is_missing=False, line=4),
        _data(originalUrl="https://example.com/trains"),
    ),
    "two letters missing": Slip(
        f"{TITLE}{URL}publishDateTime: 2023-05-04T09:30:00Z\n",
        _misspelled("publishDateTime", "publishedDateTime", is_missing=False, line=4),
        _data(publishedDateTime="2023-05-04T09:30:00Z"),
    ),
    "with underscores": Slip(
        f"{TITLE}{URL}published_date_time: 2023-05-04T09:30:00Z\n",
        _misspelled("published_date_time", "publishedDateTime", is_missing=False, line=4),
        _data(publishedDateTime="2023-05-04T09:30:00Z"),
    ),
    "in a mapping": Slip(
        f"{TITLE}{URL}contact:\n  E-Mail: desk@example.com\n",
        [
            (
                "5:3-5:9 schema/additionalProperties /contact/E-Mail: "
                'unknown key "E-Mail": did you mean "email", which is missing?'
            ),
        ],
        _data(contact={"email": "desk@example.com"}),
    ),
    "one of two that are needed together": Slip(
        f"{TITLE}{URL}contact:\n  stret: 1 Quay\n  town: Lee\n",
        [
            (
                "5:3-5:8 schema/additionalProperties /contact/stret: "
                'unknown key "stret": did you mean "street", which is missing?'
            ),
        ],
        _data(contact={"street": "1 Quay", "town": "Lee"}),
    ),
    "two where one is allowed": Slip(
        f"{TITLE}{URL}contact:\n  email: desk@example.com\n  phone: 555\n",
        [
            '6:3-6:8 schema/oneOf /contact/phone: "contact" has both "email" and "phone"; only one is allowed'
        ],
        _data(contact={"email": "desk@example.com"}),
        f"{TITLE}{URL}contact:\n  email: desk@example.com\n",
    ),
}
