"""Whatever the schema and the data: one verdict, no crash, every diagnostic in its place."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import jsonschema
import jsonschema_rs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articlelint import Diagnostic
from articlelint.schema.loading.store import bundled
from tests.support import article
from tests.unit.schema.support import diagnostics

Schema = dict[str, Any] | bool

#: How long an example takes says something of the machine alone.
untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

UNPRINTABLE = re.compile("[\x7f-\x9f\ufeff\ufffe\uffff]")

# Few keys and small values, so that schemas and data meet.
KEYS = st.sampled_from(["a", "b", "c", "a/b"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from([0.5, 1.0, -2.5])
    | st.text("ab", max_size=3)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
SMALL = st.integers(0, 3)
TYPES = st.sampled_from(["string", "integer", "number", "boolean", "array", "object", "null"])

APPLY_ONE = (
    "additionalProperties",
    "contains",
    "items",
    "not",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)
APPLY_SEVERAL = ("allOf", "anyOf", "oneOf", "prefixItems")

ASSERTIONS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({"type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True)}),
    st.fixed_dictionaries({"enum": st.lists(VALUES, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"const": VALUES}),
    *(
        st.fixed_dictionaries({keyword: st.integers(-2, 2)})
        for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    ),
    *(
        st.fixed_dictionaries({keyword: SMALL})
        for keyword in ("minLength", "maxLength", "minItems", "maxItems", "minProperties")
    ),
    st.fixed_dictionaries({"multipleOf": st.sampled_from([1, 2, 0.5])}),
    st.fixed_dictionaries({"pattern": st.sampled_from(["^a", "b$", "^(a|b)*$"])}),
    st.fixed_dictionaries({"uniqueItems": st.booleans()}),
    st.fixed_dictionaries({"required": st.lists(KEYS, max_size=2, unique=True)}),
    st.fixed_dictionaries(
        {"dependentRequired": st.dictionaries(KEYS, st.lists(KEYS, max_size=2, unique=True))}
    ),
    st.fixed_dictionaries({"$ref": st.sampled_from(["#/$defs/text", "#/$defs/pair"])}),
)


def applicators(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[dict[str, Any]]:
    several = st.lists(inner, min_size=1, max_size=3)
    by_key = st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    return st.one_of(
        *(st.fixed_dictionaries({each: inner}) for each in APPLY_ONE),
        *(st.fixed_dictionaries({each: several}) for each in APPLY_SEVERAL),
        *(st.fixed_dictionaries({each: by_key}) for each in ("properties", "dependentSchemas")),
        st.fixed_dictionaries({"patternProperties": st.dictionaries(st.just("^a"), inner)}),
        st.fixed_dictionaries({"if": inner}, optional={"then": inner, "else": inner}),
    )


def together(keywords: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.lists(keywords, min_size=1, max_size=3).map(
        lambda several: {key: value for each in several for key, value in each.items()}
    )


SUBSCHEMAS = st.recursive(
    together(ASSERTIONS) | st.booleans(),
    lambda inner: together(applicators(inner) | ASSERTIONS),
    max_leaves=12,
)
SCHEMAS = together(applicators(SUBSCHEMAS) | ASSERTIONS).map(
    lambda schema: {
        **schema,
        "$defs": {
            "text": {"type": "string", "minLength": 1},
            "pair": {"properties": {"a": {"type": "integer"}, "b": {}}, "required": ["a"]},
        },
    }
)
DATA = st.dictionaries(KEYS, VALUES, max_size=4)


def written(data: Any) -> str:
    """An article whose front matter is this data: JSON is YAML, but for some characters."""
    text = json.dumps(data, ensure_ascii=False)
    return article(UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n")


def is_near(first: tuple[Any, ...], second: tuple[Any, ...]) -> bool:
    """Whether two places are the same, or one is below the other."""
    length = min(len(first), len(second))
    return first[:length] == second[:length]


def check(data: Any, schema: dict[str, Any]) -> list[Diagnostic]:
    """Check what holds for every schema and all data; hand back the diagnostics."""
    text = written(data)
    found = diagnostics(text, schema)
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    assert validator.is_valid(data) == (not found)
    for each in found:
        assert each.rule.startswith("schema/")
        assert 0 <= each.span.start <= each.span.end <= len(text)
        assert each.message
    assert all(first.span <= second.span for first, second in pairwise(found))
    judged = [tuple(each.instance_path) for each in validator.iter_errors(data)]
    assert all(any(is_near(each.path, path) for path in judged) for each in found)
    about = [(each.rule, each.path, each.span) for each in found]
    assert len(about) == len(set(about))
    return found


@untimed
@given(DATA, SCHEMAS)
def test_the_verdict_is_that_of_the_judge(data: Any, schema: dict[str, Any]) -> None:
    check(data, schema)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, width=32) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@untimed
@given(st.dictionaries(TEXTS | st.sampled_from(["title", "type", "provider", "images"]), JSON))
def test_any_data_at_all_gets_a_verdict_by_the_schema_of_articles(data: Any) -> None:
    assume(all(len(key) < 1000 for key in data))  # YAML's limit for a key on one line
    check(data, bundled("article").contents)


@untimed
@given(DATA, SCHEMAS)
def test_another_validator_finds_faults_in_the_same_places(
    data: Any, schema: dict[str, Any]
) -> None:
    here = {each.path for each in check(data, schema)}
    errors = jsonschema.Draft202012Validator(schema).iter_errors(data)
    there = {tuple(each.absolute_path) for each in errors}
    for path in here:
        assert any(is_near(path, each) for each in there)
    for path in there:
        assert any(is_near(path, each) for each in here)
