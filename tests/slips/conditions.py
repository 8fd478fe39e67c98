"""Keys that other keys ask for or rule out."""

from __future__ import annotations

from typing import Any

from tests.slips.slip import TITLE, Slip


def _is(key: str, **tests: object) -> dict[str, Any]:
    return {"properties": {key: tests}, "required": [key]}


SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "type": {"enum": ["video", "book", "event"], "default": "book"},
        "length": {"type": "integer", "default": 12},
        "pages": {"type": "integer", "default": 200},
        "products": {"type": "array", "items": {"type": "string"}},
        "port": {"type": "integer", "default": 443},
        "rating": {"type": "integer"},
        "badge": {"type": "string", "default": "gold"},
        "code": {"type": "string"},
        "batch": {"type": "string", "default": "first"},
        "state": {"enum": ["sold", "lent", "free"]},
        "buyer": {"type": "string", "default": "a library"},
        "isbn": {"type": "string", "default": "978-3"},
        "publisher": {"type": "string", "default": "Quay Press"},
        "parts": {"type": "array"},
        "index": {"type": "boolean", "default": True},
        "place": {
            "type": "object",
            "properties": {"country": {"type": "string"}, "county": {"default": "Cork"}},
        },
        "fee": {
            "description": "Write `fee: 5` or more, or `fee: none`.",
            "if": {"type": "integer"},
            "then": {"minimum": 5},
            "else": {"const": "none"},
        },
        "seats": {
            "description": "Write `seats: 500` or less.",
            "if": {"maximum": 500},
            "else": False,
        },
        "access": {"if": {"enum": ["open", "closed"]}, "else": {"not": {}}},
    },
    "allOf": [
        {
            "if": _is("type", const="video"),
            "then": {"required": ["length"], "properties": {"pages": False}},
            "else": {"not": {"required": ["length"]}},
        },
        {"if": _is("type", enum=["book"]), "then": {"required": ["pages"]}},
        {"if": _is("products", contains={"const": "gateway"}), "then": {"required": ["port"]}},
        {"if": _is("rating", minimum=4), "then": {"required": ["badge"]}},
        {"if": _is("code", pattern="^B"), "then": {"required": ["batch"]}},
        {
            "if": {"anyOf": [_is("state", const="sold"), _is("state", const="lent")]},
            "then": {"required": ["buyer"]},
            "else": {"properties": {"buyer": {"not": {}}}},
        },
        {"if": _is("parts", minItems=3), "then": {"required": ["index"]}},
        {
            "if": {"properties": {"type": {"not": {"const": "event"}}}},
            "then": {"properties": {"seats": False}},
        },
        {
            "if": _is("place", **_is("country", const="IE")),
            "then": {"properties": {"place": {"required": ["county"]}}},
        },
    ],
    "dependentSchemas": {
        "isbn": {"required": ["publisher"], "properties": {"code": {"maxLength": 2}}},
    },
    "dependentRequired": {"publisher": ["isbn"]},
    "required": ["title", "type"],
    "additionalProperties": False,
}

VIDEO = f"{TITLE}type: video\nlength: 12\n"
BOOK = f"{TITLE}type: book\npages: 200\n"
EVENT = f"{TITLE}type: event\n"


def _data(**more: object) -> dict[str, object]:
    return {"title": "Night trains return", **more}


def _video(**more: object) -> dict[str, object]:
    return _data(type="video", length=12, **more)


def _event(**more: object) -> dict[str, object]:
    return _data(type="event", **more)


def _missing(key: str) -> list[str]:
    return [f'1:1-1:4 schema/required /{key}: missing required key "{key}"']


SLIPS = {
    "the kind asks for a key": Slip(f"{TITLE}type: video\n", _missing("length"), _video()),
    "another kind asks for another key": Slip(
        f"{TITLE}type: book\n", _missing("pages"), _data(type="book", pages=200)
    ),
    "the kind rules out a key": Slip(
        f"{VIDEO}pages: 9\n",
        ['5:1-5:6 schema/false /pages: "pages" is not allowed here because "type" is "video"'],
        _video(),
        VIDEO,
    ),
    "another kind rules out another key": Slip(
        f"{BOOK}length: 9\n",
        ['5:1-5:7 schema/not /length: "length" is not allowed here because "type" is "book"'],
        _data(type="book", pages=200),
        BOOK,
    ),
    "the kind is missing, and nothing else is told": Slip(
        TITLE, _missing("type"), _data(type="book", pages=200)
    ),
    "the kind is missing, and a key is there that some kinds rule out": Slip(
        f"{TITLE}pages: 200\n", _missing("type"), _data(pages=200, type="book")
    ),
    "the kind's key is misspelt": Slip(
        f"{TITLE}tpye: video\nlength: 12\n",
        [
            (
                '3:1-3:5 schema/additionalProperties /tpye: unknown key "tpye": '
                'did you mean "type", which is missing?'
            )
        ],
        _video(),
    ),
    "the kind itself is misspelt": Slip(
        f"{EVENT.replace('event', 'evnt')}",
        [
            (
                '3:7-3:11 schema/enum /type: "type" should be "video", "book" or "event", '
                'not "evnt": did you mean "event"?'
            )
        ],
        _event(),
    ),
    "the key that the kind asks for is misspelt": Slip(
        f"{TITLE}type: video\nlenght: 12\n",
        [
            (
                '4:1-4:7 schema/additionalProperties /lenght: unknown key "lenght": '
                'did you mean "length", which is missing?'
            )
        ],
        _video(),
    ),
    "an item of a list asks for a key": Slip(
        f"{EVENT}products:\n  - router\n  - gateway\n",
        _missing("port"),
        _event(products=["router", "gateway"], port=443),
    ),
    "a number asks for a key": Slip(
        f"{EVENT}rating: 5\n", _missing("badge"), _event(rating=5, badge="gold")
    ),
    "the form of a text asks for a key": Slip(
        f"{EVENT}code: B12\n", _missing("batch"), _event(code="B12", batch="first")
    ),
    "one of several values asks for a key": Slip(
        f"{EVENT}state: lent\n", _missing("buyer"), _event(state="lent", buyer="a library")
    ),
    "none of several values rules out a key": Slip(
        f"{EVENT}state: free\nbuyer: a library\n",
        ['5:1-5:6 schema/not /buyer: "buyer" is not allowed here because "state" is "free"'],
        _event(state="free"),
        f"{EVENT}state: free\n",
    ),
    "a missing key rules out another": Slip(
        f"{EVENT}buyer: a library\n",
        ['4:1-4:6 schema/not /buyer: "buyer" is not allowed here because "state" is missing'],
        _event(),
        EVENT,
    ),
    "the size of a list asks for a key": Slip(
        f"{EVENT}parts: [1, 2, 3]\n", _missing("index"), _event(parts=[1, 2, 3], index=True)
    ),
    "a value within a mapping asks for a key beside it": Slip(
        f"{EVENT}place:\n  country: IE\n",
        ['4:1-4:6 schema/required /place/county: missing required key "county" in "place"'],
        _event(place={"country": "IE", "county": "Cork"}),
    ),
    "all kinds but one rule out a key": Slip(
        f"{VIDEO}seats: 90\n",
        ['5:1-5:6 schema/false /seats: "seats" is not allowed here because "type" is "video"'],
        _video(),
        VIDEO,
    ),
    "a key asks for another": Slip(
        f"{EVENT}isbn: 978-3\n",
        _missing("publisher"),
        _event(isbn="978-3", publisher="Quay Press"),
    ),
    "a key asks for another, which asks for it": Slip(
        f"{EVENT}publisher: Quay Press\n",
        [
            (
                '1:1-1:4 schema/dependentRequired /isbn: "isbn" is required when "publisher" is '
                "present"
            )
        ],
        _event(publisher="Quay Press", isbn="978-3"),
    ),
    "a value is limited if it is a number": Slip(
        f"{EVENT}fee: 3\n",
        ['4:6-4:7 schema/minimum /fee: "fee" should be at least 5, not 3'],
        _event(fee=5),
        f"{EVENT}fee: 5\n",
    ),
    "a value is a fixed one if it is not a number": Slip(
        f"{EVENT}fee: non\n",
        ['4:6-4:9 schema/const /fee: "fee" should be "none", not "non"'],
        _event(fee="none"),
    ),
    "a value is forbidden unless it is small": Slip(
        f"{EVENT}seats: 900\n",
        ['4:8-4:11 schema/maximum /seats: "seats" should be at most 500, not 900'],
        _event(seats=500),
        f"{EVENT}seats: 500\n",
    ),
    "a value is forbidden unless it is one of some": Slip(
        f"{EVENT}access: opne\n",
        [
            (
                '4:9-4:13 schema/enum /access: "access" should be "open" or "closed", '
                'not "opne": did you mean "open"?'
            )
        ],
        _event(access="open"),
    ),
}
