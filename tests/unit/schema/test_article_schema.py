"""The bundled schema of an article: sound as a schema, and right about articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from articlelint.model import DataPath, pointer
from tests.support import EXAMPLES, material
from tests.unit.schema.an_article import ARTICLE, FRONT_MATTER
from tests.unit.schema.support import of, reported

SCHEMA: dict[str, Any] = ARTICLE.contents


def below(schema: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    """Every subschema that describes a value: the root, properties, items and definitions."""
    yield path, schema
    for keyword in ("properties", "$defs"):
        for name, inner in schema.get(keyword, {}).items():
            yield from below(inner, (*path, keyword, name))
    if "properties" in schema.get("items", {}) or "type" in schema.get("items", {}):
        yield from below(schema["items"], (*path, "items"))


DESCRIBED = {pointer(path): schema for path, schema in below(SCHEMA)}


def test_its_meta_schema_approves_of_it() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema_rs.meta.validate(SCHEMA)


def test_other_validators_can_use_it_as_it_stands() -> None:
    [example] = SCHEMA["examples"]
    validators = jsonschema.Draft202012Validator(SCHEMA), jsonschema_rs.validator_for(SCHEMA)
    for validator in validators:
        assert validator.is_valid(example)
        assert not validator.is_valid({**example, "heat": -2})


def test_the_walk_over_it_reaches_every_level() -> None:
    assert {"/properties/heat", "/$defs/image/properties/url", "/properties/topics/items"} <= {
        *DESCRIBED
    }


@pytest.mark.parametrize("place", DESCRIBED)
def test_everything_has_a_title_a_description_and_valid_examples(place: str) -> None:
    schema = DESCRIBED[place]
    assert schema["title"][0].isupper()
    assert schema["description"].endswith(".")
    assert schema["examples"]
    alone = {"$ref": f"#{place}", "$defs": SCHEMA["$defs"], "properties": SCHEMA["properties"]}
    validator = jsonschema_rs.validator_for(SCHEMA if not place else alone, validate_formats=True)
    for example in schema["examples"]:
        assert validator.is_valid(example), example


def test_an_article_with_every_key_is_sound() -> None:
    assert of(FRONT_MATTER, ARTICLE) == []


def test_that_article_has_every_key_there_is() -> None:
    named = {path[-1] for path, _ in below(SCHEMA) if path[-2:-1] == ("properties",)}
    written = {line.strip(" -").partition(":")[0] for line in FRONT_MATTER.splitlines()}
    assert named - written == set()


def articles(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


@pytest.mark.parametrize("example", articles(EXAMPLES), ids=lambda path: path.name)
def test_the_examples_are_sound(example: Path) -> None:
    assert reported(example.read_bytes(), ARTICLE) == []


@pytest.mark.parametrize("example", articles(EXAMPLES / "broken"), ids=lambda path: path.name)
def test_the_broken_example_is_not(example: Path) -> None:
    assert reported(example.read_bytes(), ARTICLE) != []


@pytest.mark.parametrize("folder", ["seed", "corpus/news", "corpus/news-crlf"])
def test_real_articles_are_sound(folder: str) -> None:
    files = articles(material(folder))
    assert files
    for file in files:
        text = file.read_bytes()
        assert reported(text, ARTICLE) == [], file.name
        assert reported(text.replace(b"\r\n", b"\n"), ARTICLE) == [], file.name
        assert reported(text.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), ARTICLE) == []
