"""Explaining why data is not valid takes bounded time and memory, whatever the schema."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from articlelint import SchemaError, lint_text
from articlelint.settings.config import make_config
from tests.bounded import unmeasured
from tests.support import article
from tests.unit.schema.support import UNTOLD, WHOLE, chain, of, twice

ITEMS = {"type": "array", "items": {"$ref": "#/$defs/n"}}
OVERLAP = [WHOLE, ITEMS, {**ITEMS, "maxItems": 3}]


def _recursive(**n: Any) -> dict[str, Any]:
    return {"properties": {"n": {"$ref": "#/$defs/n"}}, "$defs": {"n": n}}


def _nested(depth: int) -> str:
    return "n: " + "[" * depth + "x" + "]" * depth + "\n"


def _keys(count: int) -> str:
    return "".join(f"k{index}: 1\n" for index in range(count))


REJECTED = '2:{} too-complex /n: the schema rejects "n", and it takes too long to find all reasons'
MORE = "1:1-1:4 too-complex: more than 500 faults by the schema: only some of them are reported"
CONDITIONS = [
    {"if": {"properties": {f"k{index}": {"const": 1}}}, "then": {"required": [f"z{index}"]}}
    for index in range(2_000)
]
#: Each with the diagnostic that says that not all is told.
HOSTILE: dict[str, tuple[dict[str, Any], str, str]] = {
    "oneOf that overlaps": (_recursive(oneOf=OVERLAP), _nested(40), REJECTED.format("4-2:85")),
    "anyOf that overlaps": (_recursive(anyOf=OVERLAP), _nested(40), REJECTED.format("4-2:85")),
    "anyOf that doubles": (chain(14, twice("anyOf")), "n: x\n", REJECTED.format("4-2:5")),
    "oneOf that doubles": (chain(14, twice("oneOf")), "n: x\n", REJECTED.format("4-2:5")),
    "allOf that doubles": (chain(14, twice("allOf")), "n: x\n", MORE),
    "names of keys": ({"propertyNames": {"pattern": "^z"}}, _keys(4_000), MORE),
    "keys that others need": (
        {"dependentRequired": {f"k{index}": [f"z{index}"] for index in range(4_000)}},
        _keys(4_000),
        MORE,
    ),
    "missing keys": ({"required": [f"z{index}" for index in range(4_000)]}, _keys(4_000), MORE),
    "conditions": ({"allOf": CONDITIONS}, _keys(2_000), MORE),
    "unevaluated keys": (
        {
            "unevaluatedProperties": False,
            "allOf": [{"properties": {f"z{index}": {}}} for index in range(2_000)],
        },
        _keys(4_000),
        UNTOLD,
    ),
}
WORDS = [f"word{index}" for index in range(50_000)]
KEYS: dict[str, Any] = {each: {} for each in WORDS[:20_000]}


def _of_each_item(subschema: Any) -> dict[str, Any]:
    return {"required": ["z"], "properties": {"n": {"items": subschema}}}


#: The same for keywords that hold much themselves, or are held against much.
LARGE: dict[str, tuple[dict[str, Any], str, str]] = {
    "words of an enum": (
        _of_each_item({"anyOf": [{"enum": WORDS}, {"type": "string"}]}),
        f"n: [{', '.join(['x'] * 15_000)}]\n",
        UNTOLD,
    ),
    "properties": (
        _of_each_item({"properties": KEYS}),
        f"n: [{', '.join(['{}'] * 6_000)}]\n",
        UNTOLD,
    ),
    "keys that others would need": (
        _of_each_item({"dependentRequired": {each: ["z"] for each in KEYS}}),
        f"n: [{', '.join(['{}'] * 6_000)}]\n",
        UNTOLD,
    ),
    "patterns": (
        {"required": ["z"], "patternProperties": {f"^x{index}": {} for index in range(2_000)}},
        _keys(6_000),
        UNTOLD,
    ),
    "patterns beside others": (
        {
            "required": ["z"],
            "additionalProperties": {},
            "allOf": [
                {"patternProperties": {f"^x{index}": {}}, "additionalProperties": {"title": "X"}}
                for index in range(2_000)
            ],
        },
        _keys(6_000),
        UNTOLD,
    ),
    "lists whose items are compared": (
        {"required": ["z"], "properties": {"n": {"allOf": [{"uniqueItems": True}] * 2_000}}},
        f"n: [{', '.join(f'[a, b, {number}]' for number in range(4_000))}]\n",
        UNTOLD,
    ),
}
PROGRAM = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 * 1024**3, 2 * 1024**3))
from tests.unit.schema.support import UNTOLD, WHOLE, chain, of, twice
front_matter, schema = json.load(sys.stdin)
print(json.dumps(of(front_matter, schema)))
"""


@pytest.mark.posix
@pytest.mark.parametrize(
    ("schema", "front_matter", "said"),
    [*HOSTILE.values(), *LARGE.values()],
    ids=[*HOSTILE, *LARGE],
)
def test_work_is_bounded_for(schema: dict[str, Any], front_matter: str, said: str) -> None:
    program = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=unmeasured(),
        input=json.dumps([front_matter, schema]),
        capture_output=True,
        text=True,
        timeout=30,  # some seconds, and more where many tests run at once
        check=True,
    )
    assert said in json.loads(program.stdout)


def test_of_alternatives_that_overlap_little_the_reason_is_told() -> None:
    [told] = of(_nested(2), _recursive(oneOf=OVERLAP))
    assert told.startswith('2:6-2:7 schema/type /n/0/0: item 1 of item 1 of "n" should be a whole')


def test_that_not_all_is_told_can_be_turned_off() -> None:
    schema = {"required": [f"z{index}" for index in range(600)]}
    config = make_config({"rules": {"too-complex": "off"}}, select=["schema", "too-complex"])
    found = lint_text(article("k: 1\n"), schema=schema, config=config)
    assert {each.rule for each in found} == {"schema/required"}


def test_an_ignore_comment_is_not_called_unused_where_not_all_is_told() -> None:
    schema = {"required": [f"z{index}" for index in range(600)]}
    text = article("k: 1  # articlelint: ignore[schema/type]\n")
    config = make_config({}, select=["schema", "unused-ignore"])
    found = lint_text(text, schema=schema, config=config)
    assert {each.rule for each in found} == {"schema/required", "too-complex"}


def test_of_a_schema_with_many_faults_the_first_is_told() -> None:
    with pytest.raises(SchemaError, match="not a schema"):
        of("k: 1\n", {"properties": {f"k{index}": {"type": "texd"} for index in range(600)}})


def test_large_keywords_and_many_patterns_are_explained_for_some_items() -> None:
    large = {"enum": WORDS[:3_000], "properties": KEYS, "patternProperties": {"^x": {}, "^y": {}}}
    front_matter = f"n: [{', '.join(['word7'] * 300)}, wordy]\n"
    [missing, wrong] = of(front_matter, _of_each_item(large))
    assert missing == '1:1-1:4 schema/required /z: missing required key "z"'
    assert wrong.startswith('2:2105-2:2110 schema/enum /n/300: item 301 of "n" should be one of')
