"""What a schema says of a place."""

from __future__ import annotations

from typing import Any

from articlelint.schema.loading.store import from_mapping
from articlelint.schema.telling.described import (
    Choice,
    Description,
    Prose,
    describe,
    described_keys,
)


def about(**contents: Any) -> Description:
    """The description of a key with this schema."""
    return describe(from_mapping({"properties": {"k": contents}}), ("k",))


def test_all_that_a_schema_can_say() -> None:
    found = about(
        title=" A key ",
        description="What it is.",
        type=["string", "null"],
        format="date",
        default=None,
        examples=["2024-01-02"],
        deprecated=True,
    )
    assert found == Description(
        title="A key",
        prose=Prose("What it is."),
        types=("string", "null"),
        format="date",
        default=(None,),
        examples=("2024-01-02",),
        deprecated="",
    )


def test_a_schema_that_says_nothing() -> None:
    assert about() == Description()
    assert describe(from_mapping({}), ("a", 0)) == Description()
    assert about(title="", description=5, type=5, examples=5, enum=5, oneOf=5) == Description()


def test_markdown_and_the_message_of_what_is_deprecated() -> None:
    found = about(markdownDescription="**a**", description="a", deprecationMessage="use b")
    assert found == Description(prose=Prose("**a**", is_markdown=True), deprecated="use b")


def test_references_and_alternatives() -> None:
    schema = from_mapping(
        {
            "$defs": {"d": {"description": "outer", "type": "object", "properties": {"x": {}}}},
            "properties": {
                "k": {"$ref": "#/$defs/d"},
                "a": {"anyOf": [{"type": "string"}, {"type": "integer", "title": "a number"}]},
            },
            "if": {"required": ["k"]},
            "then": {"properties": {"t": {"title": "then"}}},
        }
    )
    assert describe(schema, ("k",)) == Description(prose=Prose("outer"), types=("object",))
    assert describe(schema, ("a",)) == Description(title="a number", types=("string", "integer"))
    assert describe(schema, ("t",)) == Description(title="then")


def test_the_values_that_are_allowed() -> None:
    assert about(enum=["a", 1]).choices == (Choice("a"), Choice(1))
    assert about(const="a", description="it").choices == (Choice("a", Prose("it")),)
    parts = [
        {"const": "a", "title": "first"},
        {"const": "b", "title": "second", "description": "more"},
        {"const": "c"},
    ]
    assert about(oneOf=parts).choices == (
        Choice("a", Prose("first")),
        Choice("b", Prose("more")),
        Choice("c"),
    )
    assert about(anyOf=[{"const": "a"}, {"type": "string"}]).choices == (Choice("a"),)


def test_what_the_values_of_an_enum_mean() -> None:
    meant = about(enum=["a", "b"], enumDescriptions=["first", None])
    assert meant.choices == (Choice("a", Prose("first")), Choice("b"))
    meant = about(enum=["a"], markdownEnumDescriptions=["*first*"], enumDescriptions=["first"])
    assert meant.choices == (Choice("a", Prose("*first*", is_markdown=True)),)
    assert about(enum=["a", "b"], enumDescriptions=["first"]).choices == (Choice("a"), Choice("b"))


def test_the_keys_of_a_mapping() -> None:
    schema = from_mapping(
        {
            "properties": {"b": {"title": "B"}, "a": {}},
            "required": ["a"],
            "allOf": [{"required": 5}],
            "anyOf": [{"properties": {"c": {}, "a": {}}, "required": ["c"]}],
        }
    )
    found = [
        (each.name, each.is_required, each.description.title) for each in described_keys(schema, ())
    ]
    assert found == [("b", False, "B"), ("a", True, None), ("c", False, None)]


def test_a_key_that_is_required_where_there_is_any() -> None:
    for condition, is_required in (
        ({"minProperties": 1}, True),
        ({"minProperties": 2}, False),
        ({"required": ["a"]}, False),
    ):
        then = {"required": ["a"]}
        schema = from_mapping({"properties": {"a": {}}, "if": condition, "then": then})
        assert [each.is_required for each in described_keys(schema, ())] == [is_required]
