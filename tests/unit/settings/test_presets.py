"""What holds for every preset, whatever it is for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articlelint.rule import OptionError
from articlelint.running.search_names import ENDINGS, OTHER_ENDINGS
from articlelint.schema.loading import store
from articlelint.schema.reviewing.review import review
from articlelint.schema.validator import Validator
from articlelint.settings import presets
from articlelint.settings.config_schema import file_schema
from articlelint.settings.globs import Globs

#: The keys of a preset that no configuration has.
_OWN_KEYS = {
    "title": {"type": "string", "minLength": 1},
    "source": {"type": "string", "pattern": r"[0-9].*https://"},
    "known-by": {
        "type": "array",
        "items": {"type": "array", "minItems": 1, "items": {"type": "string"}},
    },
    "pages": {"type": "array", "items": {"type": "string"}},
    "schemas": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "object"}},
    "$defs": {"type": "object"},
}
_USED = ("schema", "include", "exclude", "fields", "rules", "overrides")

every_preset = pytest.mark.parametrize("name", presets.names())


def data_of(name: str) -> Any:
    return store.load_file(presets.load(name).path).contents


def described(schema: Any) -> Iterator[Any]:
    """Each property of a schema, also of those below."""
    for each in schema.get("properties", {}).values():
        yield each
        yield from described(each)


def test_those_that_the_documentation_promises() -> None:
    assert presets.names() == [
        *(
            "adr",
            "astro",
            "docusaurus",
            "eleventy",
            "hugo",
            "jekyll",
            "mkdocs-material",
            "obsidian",
        ),
        *("quarto", "skill", "vitepress", "zola"),
    ]


@every_preset
def test_it_is_a_configuration_with_schemas_of_its_own(name: str) -> None:
    schema = file_schema()
    properties = {key: schema["properties"][key] for key in _USED}
    schema = {
        **schema,
        "properties": {**properties, **_OWN_KEYS},
        "required": ["title", "source", "schema", "schemas"],
    }
    assert Validator(store.from_mapping(schema)).faults(data_of(name)) == []


@every_preset
def test_each_of_its_schemas_is_used_and_sound(name: str, tmp_path: Path) -> None:
    data, preset = data_of(name), presets.load(name)
    named = {data["schema"], *(each.get("schema") for each in data.get("overrides", ()))}
    assert named - {None} == preset.schemas.keys()
    for each in preset.schemas.values():
        assert each.contents["description"]
        assert each.contents["examples"]
        assert store.is_bundled(each)
        (tmp_path / "own.json").write_text(each.text)
        assert review(store.load_file(str(tmp_path / "own.json"))) == []


@every_preset
def test_each_key_is_described_with_an_example(name: str) -> None:
    data = data_of(name)
    schemas = [*data["schemas"].values(), *data.get("$defs", {}).values()]
    for each in (found for schema in schemas for found in described(schema)):
        assert each["description"].endswith(".")
        assert each["examples"]


@every_preset
def test_its_patterns_hold_in_any_folder(name: str) -> None:
    """Only what is left out may be relative to the folder of the site."""
    preset = presets.load(name)
    for pattern in (*preset.include, *(each for part in preset.overrides for each in part.files)):
        Globs([pattern])
        assert pattern.startswith("**/") or "/" not in pattern
    for pattern in preset.exclude:
        Globs([pattern])
        assert "/" not in pattern.strip("/")


@every_preset
def test_a_search_knows_its_endings(name: str) -> None:
    known = {*ENDINGS, *OTHER_ENDINGS}
    preset = presets.load(name)
    pages = (each for each in preset.pages if not each.startswith("!"))
    endings = {os.path.splitext(each)[1].lower() for each in (*preset.include, *pages)}
    assert endings <= known


def test_a_preset_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "presets_folder", lambda: str(tmp_path))
    text = "title: Mine\nsource: me\nschemas: {a: {}}\nrules: {unknown-topic: {topics: t.yaml}}\n"
    (tmp_path / "mine.yaml").write_text(text)
    (tmp_path / "notes.txt").write_text("No preset.\n")
    presets.names.cache_clear()
    try:
        assert presets.names() == ["mine"]
        with pytest.raises(OptionError, match=r"a preset names no file"):
            presets.load("mine")
    finally:
        presets.names.cache_clear()
