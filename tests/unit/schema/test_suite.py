"""The official test suite of draft 7: each instance as a front matter gets the suite's verdict."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articlelint import load_schema
from articlelint.schema.loading.store import Schema
from tests.support import article, material, source_of
from tests.unit.schema.support import DRAFTS, diagnostics

#: Groups whose schemas refer to documents on a server, which the suite's own server would serve.
REMOTE = {
    "optional/cross-draft.json: refs to future drafts are processed as future drafts",
    "refRemote.json: $ref to $ref finds location-independent $id",
    "refRemote.json: Location-independent identifier in remote ref",
    "refRemote.json: base URI change",
    "refRemote.json: base URI change - change folder",
    "refRemote.json: base URI change - change folder in subschema",
    "refRemote.json: fragment within remote ref",
    "refRemote.json: ref within remote ref",
    "refRemote.json: remote ref",
    "refRemote.json: remote ref with ref to definitions",
    "refRemote.json: retrieved nested refs resolve relative to their URI not $id",
    "refRemote.json: root ref in remote ref",
}
UNPRINTABLE = re.compile("[\x7f-\x9f\ufeff\ufffe\uffff]")


def groups() -> Iterator[tuple[str, dict[str, Any]]]:
    folder = material("suites/json-schema-draft7/tests")
    for file in sorted(folder.rglob("*.json")):
        for group in json.loads(file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(folder).as_posix()}: {group['description']}", group


def as_yaml(instance: Any) -> str:
    """JSON is YAML, apart from a few characters that YAML wants escaped."""
    text = json.dumps(instance, ensure_ascii=False)
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def schema_of(group: dict[str, Any], folder: Path) -> Schema:
    """A schema that asks for the group's own, a document by itself, below the key ``value``."""
    own = group["schema"]
    if isinstance(own, dict):
        own = {"$schema": DRAFTS["7"], **own}
    (folder / "own.json").write_text(json.dumps(own), encoding="utf-8")
    whole = {"$schema": DRAFTS["7"], "properties": {"value": {"$ref": "own.json"}}}
    (folder / "whole.json").write_text(json.dumps(whole), encoding="utf-8")
    return load_schema(str(folder / "whole.json"))


def test_each_verdict_is_that_of_the_suite(tmp_path: Path) -> None:
    wrong = []
    for name, group in groups():
        if name in REMOTE:
            continue
        schema = schema_of(group, tmp_path)
        for case in group["tests"]:
            text = article(f"value: {as_yaml(case['data'])}\n")
            found = diagnostics(text, schema)
            if bool(found) == case["valid"]:
                wrong.append((name, case["description"], [each.message for each in found]))
    assert wrong == []


def test_each_diagnostic_is_a_sentence_with_a_place_in_the_text(tmp_path: Path) -> None:
    for name, group in groups():
        if name in REMOTE:
            continue
        schema = schema_of(group, tmp_path)
        for case in group["tests"]:
            text = article(f"value: {as_yaml(case['data'])}\n")
            for each in diagnostics(text, schema):
                what = (name, case["description"], each)
                assert each.rule.startswith("schema/"), what
                assert 0 <= each.span.start < each.span.end <= len(text), what
                assert source_of(text).position(each.span.start).line == 2, what
                assert "violates" not in each.message, what


@pytest.mark.parametrize("name", sorted(REMOTE))
def test_an_exception_is_one_for_what_it_asks_of_a_server(name: str) -> None:
    group = dict(groups())[name]
    assert "localhost:1234" in json.dumps(group["schema"])
