from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema_rs
import pytest

from articlelint import rules
from articlelint.article import Fields
from articlelint.rule import Ignorable
from articlelint.schema.telling.glossary import GLOSSARY
from articlelint.settings.config_schema import file_schema, settings_schema

COMPLETE: Mapping[str, Any] = {
    "schema": "article",
    "include": ["_news/**/*.md"],
    "exclude": ["_news/drafts/"],
    "baseline": "known.json",
    "fields": {"published": "live"},
    "inline": {"schema": False, "ignore": True},
    "rules": {
        "insecure-url": "off",
        "schema/enum": "warning",
        "schema/required": {"severity": "error"},
        "unknown-topic": {},
        "url-domain-mismatch": {"severity": "error", "allow-hosts": ["films.example"]},
        "published-flag": {"ignorable": False},
        "schema/type": {"severity": "error", "ignorable": True},
    },
    "overrides": [
        {
            "files": ["_videos/"],
            "schema": "video",
            "fields": {"title": "name"},
            "inline": {"ignore": False},
            "rules": {"insecure-url": "warning"},
        }
    ],
}
IN_EACH = ("fields", "inline", "rules")


def _with(**changes: Any) -> dict[str, Any]:
    return {**COMPLETE, **changes}


def test_a_complete_configuration_is_valid() -> None:
    jsonschema_rs.validate(file_schema(), dict(COMPLETE))
    jsonschema_rs.validate(settings_schema(), {key: COMPLETE[key] for key in IN_EACH})


@pytest.mark.parametrize(
    "config",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"overrides": []}, id="no overrides"),
        pytest.param({"overrides": [{"files": ["a"]}]}, id="an override of nothing"),
        pytest.param({"rules": {}, "fields": {}, "inline": {}}, id="groups without keys"),
        *(pytest.param({key: COMPLETE[key]}, id=key) for key in COMPLETE),
    ],
)
def test_every_key_is_optional(config: Mapping[str, Any]) -> None:
    jsonschema_rs.validate(file_schema(), dict(config))


@pytest.mark.parametrize(
    "config",
    [
        pytest.param([], id="a list"),
        pytest.param(_with(shema="article"), id="unknown key"),
        pytest.param(_with(schema=""), id="empty schema"),
        pytest.param(_with(schema={"type": "object"}), id="schema written out"),
        pytest.param(_with(include="_news/**"), id="include of no list"),
        pytest.param(_with(exclude=[]), id="exclude of nothing"),
        pytest.param(_with(exclude=[""]), id="empty pattern"),
        pytest.param(_with(exclude=[1]), id="pattern of no text"),
        pytest.param(_with(baseline=True), id="baseline of no text"),
        pytest.param(_with(fields={"live": "published"}), id="fields the wrong way round"),
        pytest.param(_with(fields={"published": ""}), id="field without a name"),
        pytest.param(_with(inline=False), id="inline of no mapping"),
        pytest.param(_with(inline={"schema": "no"}), id="inline of no flag"),
        pytest.param(_with(inline={"ignores": False}), id="unknown key of inline"),
        pytest.param(_with(rules={"no-such-rule": "off"}), id="unknown rule"),
        pytest.param(_with(rules={"schema/no-such-keyword": "off"}), id="unknown keyword"),
        pytest.param(_with(rules={"insecure-url": "on"}), id="unknown severity"),
        pytest.param(_with(rules={"insecure-url": False}), id="severity of no text"),
        pytest.param(_with(rules={"insecure-url": {"hosts": []}}), id="unknown option"),
        pytest.param(_with(rules={"insecure-url": {"allow-hosts": "a"}}), id="option of no list"),
        pytest.param(_with(rules={"schema/enum": {"allow-hosts": []}}), id="option of a keyword"),
        pytest.param(_with(rules={"date-order": {"ignorable": "no"}}), id="ignorable of no flag"),
        pytest.param(_with(rules={"yaml-syntax": {"ignorable": False}}), id="never ignorable"),
        pytest.param(_with(overrides={"files": ["a"]}), id="overrides of no list"),
        pytest.param(_with(overrides=[{"rules": {}}]), id="override for no files"),
        pytest.param(_with(overrides=[{"files": ["a"], "exclude": ["b"]}]), id="exclude for some"),
        pytest.param(_with(overrides=[{"files": ["a"], "baseline": "b"}]), id="baseline for some"),
    ],
)
def test_invalid_configurations(config: Any) -> None:
    assert not jsonschema_rs.is_valid(file_schema(), config)


def test_of_settings_for_one_article_there_are_no_files() -> None:
    for key in COMPLETE.keys() - IN_EACH:
        assert not jsonschema_rs.is_valid(settings_schema(), {key: COMPLETE[key]})


def test_knows_every_rule_keyword_option_and_field() -> None:
    known = file_schema()["$defs"]
    keywords = {f"schema/{keyword}" for keyword in GLOSSARY}
    assert known["rules"]["properties"].keys() == rules.ids().keys() | {"schema"} | keywords
    assert list(known["fields"]["properties"]) == list(Fields())
    for rule_id in rules.ids():
        _, with_options = known["rules"]["properties"][rule_id]["anyOf"]
        options = rules.load(rule_id).options
        common = {"severity", "ignorable"}
        if rules.load(rule_id).ignorable is Ignorable.NEVER:
            common = {"severity"}
        assert with_options["properties"].keys() == {*common, *options}
        assert not common & options.keys()


def _keys(schema: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key that the schema knows, with what it says of it."""
    if isinstance(schema, list):
        for each in schema:
            yield from _keys(each)
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for each in schema.values():
            yield from _keys(each)


def test_every_key_has_a_description_for_editors() -> None:
    definitions = file_schema()["$defs"]
    for name, schema in _keys(file_schema()):
        described = schema if "description" in schema else _referred(schema, definitions)
        assert str(described["description"]).endswith("."), name


def _referred(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = definitions[schema["$ref"].removeprefix("#/$defs/")]
    return found


def test_examples_are_valid() -> None:
    for schema in (file_schema(), file_schema()["properties"]["overrides"]["items"]):
        for name, each in schema["properties"].items():
            for example in each.get("examples", ()):
                files = {"files": ["a"]} if "files" in schema["properties"] else {}
                whole = {**files, name: example}
                config = {"overrides": [whole]} if files else whole
                jsonschema_rs.validate(file_schema(), config)


def test_is_a_schema() -> None:
    for schema in (file_schema(), settings_schema()):
        jsonschema_rs.meta.validate(schema)
