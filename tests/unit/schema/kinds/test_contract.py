"""What every bundled schema keeps to, and the parts that they share; each is found by its file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from articlelint import SchemaError, load_schema
from articlelint.model import DataPath, pointer
from articlelint.schema.loading import store
from articlelint.schema.loading.file_uris import file_uri
from articlelint.schema.loading.references import references
from articlelint.schema.loading.store import bundled_names, bundled_text
from articlelint.schema.validator import Validator
from tests.support import ROOT, material
from tests.unit.schema.support import reported

FOLDER = ROOT / "schemas"
FILES = {
    file: json.loads((FOLDER / file).read_bytes())
    for file in (*(f"{name}.schema.json" for name in bundled_names()), "parts.json")
}
PARTS: dict[str, Any] = FILES["parts.json"]
ARTICLE: dict[str, Any] = FILES["article.schema.json"]

every_name = pytest.mark.parametrize("name", bundled_names())
every_file = pytest.mark.parametrize("file", FILES)


def below(schema: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    """Every subschema that describes a value: the root, properties, items and definitions."""
    yield path, schema
    for keyword in ("properties", "$defs"):
        for name, inner in schema.get(keyword, {}).items():
            yield from below(inner, (*path, keyword, name))
    if "items" in schema:
        yield from below(schema["items"], (*path, "items"))


def referred_to(schema: dict[str, Any], file: str) -> dict[str, Any]:
    """What the ``$ref`` of a subschema of this file leads to."""
    document, _, way = schema["$ref"].partition("#/$defs/")
    found: dict[str, Any] = FILES[document or file]["$defs"][way]
    return found


SUBSCHEMAS = {
    f"{file}#{pointer(path)}": each
    for file, schema in FILES.items()
    for path, each in below(schema)
    if (file, path) != ("parts.json", ())  # which is no schema of anything
}


def test_the_walk_over_them_reaches_every_level() -> None:
    assert {
        "video.schema.json#",
        "sample.schema.json#/properties/actions/items/properties/url",
        "parts.json#/$defs/provider/properties/authors",
    } <= {*SUBSCHEMAS}


def test_there_is_one_for_each_kind() -> None:
    assert bundled_names() == [
        *("article", "book", "challenge", "collection", "community", "course", "form"),
        *("organization", "person", "sample", "video"),
    ]


@every_file
def test_its_meta_schema_approves_of_it(file: str) -> None:
    assert FILES[file]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(FILES[file])
    jsonschema_rs.meta.validate(FILES[file])


@pytest.mark.parametrize("place", SUBSCHEMAS)
def test_everything_has_a_title_a_description_and_valid_examples(place: str) -> None:
    schema = SUBSCHEMAS[place]
    if schema.keys() == {"$ref"}:  # it says all that there is to say
        schema = referred_to(schema, place.partition("#")[0])
    assert schema["title"][0].isupper()
    assert schema["description"].endswith(".")
    if not place.endswith("#"):
        assert any(f". {word} " in schema["description"] for word in ("Write", "Leave"))
    assert schema["examples"]
    validator = Validator(store.Schema({"$ref": place}, file_uri(f"{FOLDER}/any"), place))
    for example in schema["examples"]:
        assert validator.faults(example) == []


@every_name
def test_it_refers_to_nothing_but_itself_and_the_parts(name: str) -> None:
    schema = load_schema(name)
    found = {each.written for each in references(schema.contents, "", schema.draft())}
    prefixes = ("#/$defs/", "parts.json#/$defs/")
    assert [each for each in found if not each.startswith(prefixes)] == []
    if name == "article":  # it can be copied anywhere, and costs the least to read
        assert [each for each in found if not each.startswith("#")] == []
    Validator(schema)


@every_name
def test_it_is_closed_unless_it_says_why_not(name: str) -> None:
    contents = load_schema(name).contents
    assert ("additionalProperties" in contents) is ("$comment" not in contents)


def test_every_part_is_of_use() -> None:
    files = (FILES[file] for file in FILES if file != "article.schema.json")
    written = {each.written for schema in files for each in references(schema, "", "")}
    assert {each.rpartition("/")[2] for each in written} == {*PARTS["$defs"]}


def test_the_parts_are_no_schema_to_check_with() -> None:
    with pytest.raises(SchemaError, match=r"^parts: no such schema: neither a file nor one of \w"):
        load_schema("parts")


@every_file
def test_each_file_can_be_printed(file: str) -> None:
    name = file.removesuffix(".json").removesuffix(".schema")
    assert bundled_text(name) == (FOLDER / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["dateTime", "image", "images", "names", "text"])
def test_a_part_of_the_article_is_the_same_here(name: str) -> None:
    assert PARTS["$defs"][name] == ARTICLE["$defs"][name]


#: The parts that say the same of articles in other words.
RENAMED = {
    "provider": ARTICLE["$defs"]["provider"],
    "url": ARTICLE["$defs"]["articleUrl"],
    **{name: ARTICLE["properties"][name] for name in ("heat", "published", "removed", "secured")},
    "topics": ARTICLE["properties"]["topics"],
}


@pytest.mark.parametrize("name", RENAMED)
def test_a_part_asks_for_the_same_as_the_article(name: str) -> None:
    asked = asserted(PARTS["$defs"][name], "parts.json")
    assert asked == asserted(RENAMED[name], "article.schema.json")


def asserted(schema: Any, file: str) -> Any:
    """A subschema of a file without what it only says, and without references."""
    if isinstance(schema, list):
        return [asserted(each, file) for each in schema]
    if not isinstance(schema, dict):
        return schema
    is_schema = "description" in schema
    own = {
        key: asserted(value, file)
        for key, value in schema.items()
        if not (is_schema and key in ("title", "description", "examples", "$ref"))
    }
    return {**asserted(referred_to(schema, file), file), **own} if "$ref" in schema else own


def test_they_work_where_the_package_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER, tmp_path / "schemas")
    monkeypatch.setattr(store, "__file__", str(tmp_path / "schema" / "loading" / "store.py"))
    store._folder.cache_clear()
    try:
        for name in bundled_names():
            schema = store.load_file(str(tmp_path / "schemas" / f"{name}.schema.json"))
            [example] = schema.contents["examples"]
            assert Validator(schema).faults(example) == []
            assert json.loads(bundled_text(name)) == schema.contents
    finally:
        store._folder.cache_clear()


#: Where the material has files of each kind.
KINDS = {
    "_challenges": "challenge",
    "_communities": "community",
    "_data/organizations": "organization",
    "_forms": "form",
    "_learning/books": "book",
    "_learning/collections": "collection",
    "_learning/courses": "course",
    "_learning/videos": "video",
    "_people": "person",
    "_samples": "sample",
}


@pytest.mark.parametrize(("folder", "name"), KINDS.items(), ids=KINDS.values())
def test_real_files_are_sound(folder: str, name: str) -> None:
    files = sorted(material(f"corpus/kinds/{folder}").glob("*.md"))
    assert files
    for file in files:
        assert reported(file.read_bytes(), load_schema(name)) == [], file.name


def test_every_real_file_is_of_a_known_kind() -> None:
    folder = material("corpus/kinds")
    found = {file.parent.relative_to(folder).as_posix() for file in folder.rglob("*.md")}
    assert found == {*KINDS}
