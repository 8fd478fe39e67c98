"""``discriminator`` of OpenAPI, which tells the alternative that a writer meant."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.schema.finding.discriminator import Discriminator, discriminator
from articlelint.schema.finding.fault import Fault, Target
from tests.unit.schema.support import of

DEFINITIONS: dict[str, Any] = {
    "Walk": {"properties": {"miles": {"type": "integer"}, "kind": {"type": "string"}}},
    "Ride": {
        "properties": {"wheels": {"type": "integer"}, "kind": {"type": "string"}},
        "required": ["wheels", "bell", "lamp"],
        "additionalProperties": False,
    },
    "Swim": {"properties": {"kind": {"const": "swim"}, "pool": {"type": "string"}}},
}
DEFINITIONS["Walk"]["required"] = ["miles", "kind", "boots"]
WALK, RIDE, SWIM = ({"$ref": f"#/$defs/{each}"} for each in DEFINITIONS)
MAPPING = {"on foot": "#/$defs/Walk", "bike": "Ride"}
KIND = {"propertyName": "kind"}
#: What is nearer without a discriminator: one key less is missing.
NEARER_WALK = "v: {kind: %s, miles: 1}\n"

NO_WHEELS = [
    '2:1-2:2 schema/required /v/bell: missing required key "bell" in "v"',
    '2:1-2:2 schema/required /v/lamp: missing required key "lamp" in "v"',
    '2:1-2:2 schema/required /v/wheels: missing required key "wheels" in "v"',
    '2:17-2:22 schema/additionalProperties /v/miles: unknown key "miles"',
]
NO_BOOTS = ['2:1-2:2 schema/required /v/boots: missing required key "boots" in "v"']


def _alternatives(by: Any, *alternatives: Any, keyword: str = "oneOf") -> Any:
    of_v = {keyword: [*alternatives], "discriminator": by}
    return {"properties": {"v": of_v}, "$defs": DEFINITIONS}


CHOSEN: dict[str, tuple[Any, str, list[str]]] = {
    "a word of the mapping": ({**KIND, "mapping": MAPPING}, "bike", NO_WHEELS),
    "another one": ({**KIND, "mapping": MAPPING}, "on foot", NO_BOOTS),
    "a name": (KIND, "Ride", NO_WHEELS),
    "a name beside a mapping": ({**KIND, "mapping": {"a": "Walk"}}, "Ride", NO_WHEELS),
    "a name that is mapped": ({**KIND, "mapping": MAPPING}, "Ride", NO_WHEELS),
    "a word that is another one's name": (
        {**KIND, "mapping": {"Walk": "Ride", "Ride": "Walk"}},
        "Walk",
        NO_WHEELS,
    ),
}


@pytest.mark.parametrize(("by", "word", "expected"), CHOSEN.values(), ids=CHOSEN)
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_the_alternative_that_it_points_to_is_explained(
    by: Any, word: str, expected: list[str], keyword: str
) -> None:
    schema = _alternatives(by, WALK, RIDE, keyword=keyword)
    moved = [each.replace("17-2:22", f"{13 + len(word)}-2:{18 + len(word)}") for each in expected]
    assert of(NEARER_WALK % word, schema) == moved


def test_references_are_compared_and_not_how_they_are_written() -> None:
    mapping = {"a": "./parts.json#/$defs/a", "b": "parts.json#/$defs/b", "c": "http://["}
    alternatives = [{"$ref": "parts.json#/$defs/a"}, {"$ref": "./parts.json#/$defs/b"}]
    fault = Fault(
        "oneOf",
        (),
        Target.VALUE,
        {},
        alternatives,
        {"discriminator": {"propertyName": "kind", "mapping": mapping}},
    )
    assert discriminator(fault) == Discriminator("kind", {"a": 0, "b": 1}, ["a", "b"])


UNKNOWN: dict[str, tuple[Any, tuple[Any, ...], list[str]]] = {
    "neither a word nor a name": (
        {**KIND, "mapping": {"bike": "Ride"}},
        (WALK, RIDE),
        [
            (
                '2:11-2:15 schema/enum /v/kind: "kind" should be "bike" or "Walk", not "bikw": '
                'did you mean "bike"?'
            )
        ],
    ),
    "what an alternative itself does not know": (
        KIND,
        (SWIM,),
        ['2:11-2:15 schema/const /v/kind: "kind" should be "swim", not "bikw"'],
    ),
}


@pytest.mark.parametrize(("by", "alternatives", "told"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_value_that_points_to_none_is_the_fault(
    by: Any, alternatives: tuple[Any, ...], told: list[str]
) -> None:
    schema = _alternatives(by, *alternatives)
    assert of("v: {kind: bikw, a: 1}\n", schema) == told


WITHOUT: dict[str, tuple[Any, str]] = {
    "that is no mapping": ("kind", "Ride"),
    "without a key": ({"mapping": MAPPING}, "bike"),
    "of a key that is not there": ({"propertyName": "sort", "mapping": MAPPING}, "bike"),
    "with a value that is no text": ({**KIND, "mapping": {"3": "Ride"}}, "3"),
    "with a mapping that is none": ({**KIND, "mapping": ["Ride"]}, "bike"),
    "with a target that is none": ({**KIND, "mapping": {"bike": 1, "foot": "Run"}}, "bike"),
}


@pytest.mark.parametrize(("by", "word"), WITHOUT.values(), ids=WITHOUT)
def test_what_tells_nothing_is_passed_over(by: Any, word: str) -> None:
    inline = {"properties": {"x": {"type": "string"}}, "required": ["a", "b", "c", "d", "e"]}
    told = of(NEARER_WALK % word, _alternatives(by, WALK, RIDE, inline))
    wrong = '2:11-2:12 schema/type /v/kind: "kind" should be text, not the whole number 3: quote it'
    assert told == NO_BOOTS + ([wrong] if word == "3" else [])


def test_alternatives_with_the_same_name_have_none() -> None:
    references = ("one.json#/$defs/a", "two.json#/$defs/a", "two.json#/$defs/b")
    alternatives = [{"$ref": each} for each in references]
    fault = Fault("anyOf", (), Target.VALUE, {}, alternatives, {"discriminator": KIND})
    assert discriminator(fault) == Discriminator("kind", {"b": 2}, [])


def test_what_is_no_mapping_has_no_such_key() -> None:
    [told] = of("v: bike\n", _alternatives(KIND, {"type": "integer"}, {"type": "object"}))
    assert told.endswith('"v" should be a whole number or a mapping, not the text "bike"')
