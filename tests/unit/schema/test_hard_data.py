"""Numbers that few expect, patterns and references that never end, and very much data."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import SchemaError
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.telling.sentences import sentence
from tests.unit.schema.support import DRAFTS, of

HUGE = "1" + "0" * 400
HUGE_SHOWN = "1" + "0" * 58 + "…"

NO_NUMBERS = {
    ".nan": ("v: .nan\n", ".nan"),
    ".inf": ("v: .inf\n", ".inf"),
    "-.inf": ("v: -.Inf\n", "-.Inf"),
    "beyond a double": ("v: 1.5e400\n", "1.5e400"),
}


@pytest.mark.parametrize(("front_matter", "shown"), NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_what_json_cannot_write_is_no_number(front_matter: str, shown: str) -> None:
    end = len(front_matter)
    assert of(front_matter, {"properties": {"v": {"type": "number"}}}) == [
        (
            f'2:4-2:{end} schema/type /v: "v" should be a number, not {shown}, '
            "which is not a finite number"
        )
    ]
    assert of(front_matter, {"properties": {"v": {"enum": [1, None]}}}) == [
        f'2:4-2:{end} schema/enum /v: "v" should be 1 or empty, not {shown}'
    ]


HUGE_NUMBERS = {
    "a limit": ({"maximum": 5}, f'schema/maximum /v: "v" should be at most 5, not {HUGE_SHOWN}'),
    "a double as limit": (
        {"maximum": 1e300},
        f'schema/maximum /v: "v" should be at most 1e+300, not {HUGE_SHOWN}',
    ),
    "a divisor": (
        {"multipleOf": 3},
        f'schema/multipleOf /v: "v" should be a multiple of 3, not {HUGE_SHOWN}',
    ),
    "a type": (
        {"type": "string"},
        f'schema/type /v: "v" should be text, not the whole number {HUGE_SHOWN}: quote it',
    ),
    "a value": ({"const": 1}, f'schema/const /v: "v" should be 1, not {HUGE_SHOWN}'),
}


@pytest.mark.parametrize(("subschema", "expected"), HUGE_NUMBERS.values(), ids=HUGE_NUMBERS)
def test_a_number_of_400_digits_is_compared_exactly(subschema: Any, expected: str) -> None:
    assert of(f"v: {HUGE}\n", {"properties": {"v": subschema}}) == [f"2:4-2:405 {expected}"]


@pytest.mark.parametrize(
    "subschema", [{"type": "integer"}, {"multipleOf": 10}, {"multipleOf": 0.5}, {"minimum": 1e300}]
)
def test_a_number_of_400_digits_may_be_sound(subschema: Any) -> None:
    assert of(f"v: {HUGE}\n", {"properties": {"v": subschema}}) == []


MULTIPLES = [
    ("1.13", 0.01),
    ("19.99", 0.01),
    ("4.35", 0.01),
    ("0.3", 0.1),
    ("12391239123", 1e-8),
    ("0", 0.1),
]
NO_MULTIPLES = [("1.005", 0.01), ("0.35", 0.1), ("9007199254740993", 2)]


@pytest.mark.parametrize(("number", "divisor"), MULTIPLES)
def test_a_decimal_is_the_multiple_that_it_looks_like(number: str, divisor: float) -> None:
    assert of(f"v: {number}\n", {"properties": {"v": {"multipleOf": divisor}}}) == []


@pytest.mark.parametrize(("number", "divisor"), NO_MULTIPLES)
def test_a_decimal_is_no_multiple_that_it_does_not_look_like(number: str, divisor: float) -> None:
    assert of(f"v: {number}\n", {"properties": {"v": {"multipleOf": divisor}}}) == [
        (
            f'2:4-2:{4 + len(number)} schema/multipleOf /v: "v" should be a multiple of {divisor}, '
            f"not {number}"
        )
    ]


EQUAL_ITEMS = {
    "a whole number and its decimal": "[1, 1.0]",
    "a power of two in two ways": f"[{2**64}, {float(2**64)!r}]",
    "nested": "[[{a: 1}], [{a: 1.0}]]",
    "an alias": "[&x {a: 1}, *x]",
    "infinity twice": "[.inf, .Inf]",
}
UNEQUAL_ITEMS = {
    "true and 1": "[true, 1, '1', [1], [true]]",
    "what a double cannot tell apart": "[9007199254740993, 9007199254740992.0]",
    "a power of ten that no double holds": f"[{10**23}, 1.0e+23]",
    "infinity and its opposite": "[.inf, -.inf, .nan, null, '.nan']",
    "composed and decomposed letters": '["\\u00e9", "e\\u0301"]',
}


@pytest.mark.parametrize("items", EQUAL_ITEMS.values(), ids=EQUAL_ITEMS)
def test_items_are_equal(items: str) -> None:
    [diagnostic] = of(f"v: {items}\n", {"properties": {"v": {"uniqueItems": True}}})
    _, _, rest = diagnostic.partition(" ")
    assert rest == 'schema/uniqueItems /v/1: item 2 of "v" repeats item 1: remove one of the two'


@pytest.mark.parametrize("items", UNEQUAL_ITEMS.values(), ids=UNEQUAL_ITEMS)
def test_items_are_not_equal(items: str) -> None:
    assert of(f"v: {items}\n", {"properties": {"v": {"uniqueItems": True}}}) == []


ENDLESS = "a" * 40 + "!"  # for a pattern that must give up: it tries every way to split it
ENDLESS_PATTERN = r"^(a|aa)+\1$"


def test_a_pattern_that_gives_up_is_reported_on_its_value() -> None:
    assert of(f"v: {ENDLESS}\n", {"properties": {"v": {"pattern": ENDLESS_PATTERN}}}) == [
        (
            "2:4-2:45 schema/pattern /v: "
            f'"v" does not match the pattern `{ENDLESS_PATTERN}`: "{ENDLESS}"'
        )
    ]


def test_a_pattern_that_gives_up_is_reported_on_the_mapping_of_its_key() -> None:
    schema = {"properties": {"v": {"patternProperties": {ENDLESS_PATTERN: False}}}}
    assert of(f"v: {{{ENDLESS}: 1}}\n", schema) == [
        (
            '2:4-2:50 schema/pattern /v: "v" has a key that takes too long to match against a '
            "pattern in the schema"
        )
    ]


def test_nested_repetition_does_not_keep_a_pattern_busy() -> None:
    subschema = {"pattern": "^(a+)+$"}
    assert of("v: " + "a" * 5_000 + "\n", {"properties": {"v": subschema}}) == []


def test_patterns_of_unicode_properties_serve_beside_unevaluated_properties() -> None:
    schema = {"patternProperties": {"^\\p{Lu}": {}}, "unevaluatedProperties": False}
    assert of("É: 1\né: 1\n", schema) == [
        '3:1-3:2 schema/unevaluatedProperties /é: unknown key "é"'
    ]


#: Each with the pointer to the reference that closes the loop.
LOOPS: dict[str, tuple[dict[str, Any], str]] = {
    "itself": ({"type": "integer", "$ref": "#"}, "/$ref"),
    "by allOf": ({"allOf": [{"$ref": "#"}]}, "/allOf/0/$ref"),
    "by an item of a list": ({"anyOf": [{}, {"$ref": "#/anyOf/1"}]}, "/anyOf/1/$ref"),
    "by oneOf": ({"oneOf": [{"type": "integer"}, {"$ref": "#"}]}, "/oneOf/1/$ref"),
    "by not": (
        {"properties": {"v": {"not": {"$ref": "#/properties/v"}}}},
        "/properties/v/not/$ref",
    ),
    "by a condition": ({"if": {"$ref": "#"}, "then": {}}, "/if/$ref"),
    "by a consequence": ({"if": {}, "then": {"$ref": "#"}}, "/then/$ref"),
    "by a key": ({"dependentSchemas": {"v": {"$ref": "#"}}}, "/dependentSchemas/v/$ref"),
    "two definitions": (
        {
            "$ref": "#/$defs/a",
            "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}},
        },
        "/$defs/b/$ref",
    ),
    "two anchors": (
        {
            "$ref": "#a",
            "$defs": {
                "a": {"$anchor": "a", "allOf": [{"$ref": "#b"}]},
                "b": {"$anchor": "b", "anyOf": [{"$ref": "#a"}]},
            },
        },
        "/$defs/b/anyOf/0/$ref",
    ),
    "a dynamic anchor": (
        {"$dynamicAnchor": "n", "allOf": [{"$dynamicRef": "#n"}]},
        "/allOf/0/$dynamicRef",
    ),
    "a dynamic reference without an anchor": ({"$dynamicRef": "#"}, "/$dynamicRef"),
    "its own URI": ({"$id": "https://e.org/a", "allOf": [{"$ref": "a"}]}, "/allOf/0/$ref"),
    "a URI further down": (
        {
            "$ref": "#/$defs/a",
            "$defs": {"a": {"$id": "https://e.org/a", "$ref": "https://e.org/a"}},
        },
        "/$defs/a/$ref",
    ),
    "a recursive reference": (
        {"$schema": DRAFTS["2019-09"], "$recursiveAnchor": True, "anyOf": [{"$recursiveRef": "#"}]},
        "/anyOf/0/$recursiveRef",
    ),
    "a recursive reference without an anchor": (
        {"$schema": DRAFTS["2019-09"], "$recursiveRef": "#"},
        "/$recursiveRef",
    ),
    "an old draft": (
        {
            "$schema": DRAFTS["7"],
            "properties": {"v": {"$ref": "#a"}},
            "definitions": {"a": {"$id": "#a", "not": {"$ref": "#a"}}},
        },
        "/definitions/a/not/$ref",
    ),
}


@pytest.mark.parametrize(("schema", "pointer"), LOOPS.values(), ids=LOOPS)
def test_references_that_lead_in_a_circle_are_refused(schema: dict[str, Any], pointer: str) -> None:
    message = (
        f"schema: the subschema leads back to itself without a step into the data (at {pointer})"
    )
    with pytest.raises(SchemaError) as caught:
        of("v: 1\n", schema)
    assert str(caught.value) == message


NO_LOOPS: dict[str, dict[str, Any]] = {
    "by a property": {"properties": {"w": {"$ref": "#"}}},
    "by the names of keys": {
        "propertyNames": {"$ref": "#/$defs/a"},
        "$defs": {"a": {"propertyNames": {"$ref": "#"}}},
    },
    "which nothing uses": {"$defs": {"a": {"$ref": "#/$defs/a"}}},
    "in an unknown keyword": {"x-note": {"$ref": "#"}, "default": {"allOf": [{"$ref": "#"}]}},
    "beside a reference, in an old draft": {
        "$schema": DRAFTS["7"],
        "$ref": "#/definitions/a",
        "allOf": [{"$ref": "#"}],
        "definitions": {"a": {}},
    },
    "twice the same": {
        "allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}],
        "$defs": {"a": {"minProperties": 1}, "b": {"$ref": "#/$defs/a"}},
    },
    "by a key that a pointer escapes": {
        "$ref": "#/$defs/a~1b%20c",
        "$defs": {"a/b c": {"items": {"$ref": "#/$defs/a~1b%20c"}}},
    },
}


@pytest.mark.parametrize("schema", NO_LOOPS.values(), ids=NO_LOOPS)
def test_references_that_do_not_lead_in_a_circle_are_followed(schema: dict[str, Any]) -> None:
    assert of("v: 1\n", schema) == []


def _chain(length: int) -> dict[str, Any]:
    links = {f"a{index}": {"$ref": f"#/$defs/a{index + 1}"} for index in range(length)}
    return {"$ref": "#/$defs/a0", "$defs": {**links, f"a{length}": {"required": ["k"]}}}


def test_a_chain_of_references_may_be_900_long() -> None:
    assert of("v: 1\n", _chain(900)) == ['1:1-1:4 schema/required /k: missing required key "k"']


def test_a_chain_of_more_than_1000_references_is_refused() -> None:
    with pytest.raises(SchemaError, match="leads to more than 1,000 others in a row"):
        of("v: 1\n", _chain(100_000))


def test_a_schema_of_itself_reaches_60_levels_down() -> None:
    nested = "{v: " * 60 + "1" + "}" * 60
    schema = {"properties": {"v": {"$ref": "#"}}, "type": "object", "required": ["k"]}
    reported = of(f"v: {nested}\n", schema)
    assert len(reported) == 62
    assert reported[-1] == (
        f'2:244-2:245 schema/type {"/v" * 61}: "v" should be a mapping, not the whole number 1'
    )


MORE = "1:1-1:4 too-complex: more than 500 faults by the schema: only some of them are reported"


def test_of_15_000_repeated_items_the_first_500_are_reported() -> None:
    front_matter = "v: [" + ", ".join(["a"] * 15_000) + "]\n"
    first, *reported = of(front_matter, {"properties": {"v": {"uniqueItems": True}}})
    assert first == MORE
    assert len(reported) == 500
    assert reported[-1].endswith('item 501 of "v" repeats item 1: remove one of the two')


def test_500_repeated_items_are_all_reported() -> None:
    front_matter = "v: [" + ", ".join(["a"] * 501) + "]\n"
    reported = of(front_matter, {"properties": {"v": {"uniqueItems": True}}})
    assert len(reported) == 500
    assert MORE not in reported


def test_the_last_of_15_000_items_is_found_to_be_repeated() -> None:
    front_matter = f"v: [{', '.join(map(str, range(15_000)))}, 0]\n"
    [diagnostic] = of(front_matter, {"properties": {"v": {"uniqueItems": True}}})
    assert diagnostic.endswith('/v/15000: item 15001 of "v" repeats item 1: remove one of the two')


def test_of_5_000_unknown_keys_the_first_500_are_reported() -> None:
    front_matter = "".join(f"key{number}: 1\n" for number in range(5_000))
    known: dict[str, Any] = {f"name{number}": {} for number in range(20)}
    assert len(of(front_matter, {"properties": known, "additionalProperties": False})) == 501
    in_part = {"allOf": [{"properties": known}], "unevaluatedProperties": False}
    assert len(of(front_matter, in_part)) == 501


NAMED_LIKE_KEYWORDS: dict[str, Any] = {
    "type": {"const": "article"},
    "required": {"type": "string"},
    "dependencies": {"type": "string"},
    "dependentRequired": {"required": ["k"]},
    "enum": {"enum": ["a"]},
    "items": False,
    "propertyNames": False,
    "additionalProperties": False,
    "properties": {"properties": {"items": False}, "additionalProperties": False},
}


def test_keys_may_be_named_like_keywords() -> None:
    front_matter = (
        "type: video\nrequired: 1\ndependencies: 1\ndependentRequired: {a: 1}\nenum: b\n"
        "items: [1]\npropertyNames: {a: 1}\nadditionalProperties: {a: 1}\n"
        "properties: {items: [1], b: 1}\n"
    )
    assert of(front_matter, {"properties": NAMED_LIKE_KEYWORDS}) == [
        '2:7-2:12 schema/const /type: "type" should be "article", not "video"',
        (
            '3:11-3:12 schema/type /required: "required" should be text, '
            "not the whole number 1: quote it"
        ),
        (
            '4:15-4:16 schema/type /dependencies: "dependencies" should be text, '
            "not the whole number 1: quote it"
        ),
        (
            '5:1-5:18 schema/required /dependentRequired/k: missing required key "k" in '
            '"dependentRequired"'
        ),
        '6:7-6:8 schema/enum /enum: "enum" should be "a", not "b"',
        '7:1-7:6 schema/false /items: "items" is not allowed here',
        '8:1-8:14 schema/false /propertyNames: "propertyNames" is not allowed here',
        '9:1-9:21 schema/false /additionalProperties: "additionalProperties" is not allowed here',
        '10:14-10:19 schema/false /properties/items: "items" is not allowed here',
        '10:26-10:27 schema/additionalProperties /properties/b: unknown key "b"',
    ]


NAMES_OF_NAMES: dict[str, tuple[Any, str]] = {
    "additionalProperties": (
        {"additionalProperties": False},
        '2:14-2:15 schema/additionalProperties /properties/b: unknown key "b"',
    ),
    "propertyNames": (
        {"propertyNames": False},
        '2:14-2:15 schema/propertyNames /properties/b: "b" is not allowed as a key',
    ),
    "a key of that name": (
        {"properties": {"b": False}},
        '2:14-2:15 schema/false /properties/b: "b" is not allowed here',
    ),
}


@pytest.mark.parametrize(("subschema", "expected"), NAMES_OF_NAMES.values(), ids=NAMES_OF_NAMES)
def test_a_key_named_properties_holds_no_names_of_the_schema(subschema: Any, expected: str) -> None:
    assert of("properties: {b: 1}\n", {"properties": {"properties": subschema}}) == [expected]


def test_an_unknown_keyword_has_a_sentence_too() -> None:
    fault = Fault("maxWit", ("v",), Target.VALUE, "a joke")
    assert sentence(fault) == '"v" violates `maxWit` in the schema'
