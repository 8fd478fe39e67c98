"""What a schema marks as deprecated, and what only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import Severity, lint_text
from articlelint.settings.config import make_config
from tests.support import article, source_of, written
from tests.unit.schema.support import DRAFTS

RULE = "deprecated-key"
OLD = {"deprecated": True, "description": "Name of the  place.\nWrite `place` instead."}
TOLD = "Name of the place. Write `place` instead."
ADVICE = "remove it, or write what replaces it"


def told(front_matter: str, schema: Any, config: dict[str, Any] | None = None) -> list[str]:
    """What the rule says, each as ``line:column-line:column pointer: message (help)``."""
    text = article(front_matter)
    found = lint_text(text, schema=schema, config=make_config(config or {}))
    source = source_of(text)
    return [
        f"{written(each, source).replace(f'{RULE} ', '')} ({' '.join(each.help)})"
        for each in found
        if each.rule == RULE
    ]


def _of(schema: Any, **more: Any) -> dict[str, Any]:
    return {"properties": {"town": schema}, **more}


IS_TOWN = f'2:1-2:5 /town: "town" is deprecated ({TOLD})'
NO_WORDS = f'2:1-2:5 /town: "town" is deprecated ({ADVICE})'
OR_TEXT = [{"properties": {"town": OLD}, "required": ["walk"]}, {"properties": {"town": {}}}]
REFERENCE = {"$ref": "#/$defs/old"}
IF_WALK = {"if": {"required": ["walk"]}, "then": _of(OLD)}

REPORTED: dict[str, tuple[Any, str, list[str]]] = {
    "a key": (_of(OLD), "town: Rye\n", [IS_TOWN]),
    "a key without a value": (_of(OLD), "town:\n", [IS_TOWN]),
    "a key without a description": (_of({"deprecated": True}), "town: Rye\n", [NO_WORDS]),
    "a key with an empty one": (
        _of({"deprecated": True, "description": " "}),
        "town: Rye\n",
        [NO_WORDS],
    ),
    "a key with one that is no text": (
        {"allOf": [_of({"deprecated": True}), _of({"x-description": 1})]},
        "town: Rye\n",
        [NO_WORDS],
    ),
    "by a reference, described there": (
        _of(REFERENCE, **{"$defs": {"old": OLD}}),
        "town: Rye\n",
        [IS_TOWN],
    ),
    "by a reference, described here": (
        _of(
            {"$ref": "#/$defs/old", "description": TOLD}, **{"$defs": {"old": {"deprecated": True}}}
        ),
        "town: Rye\n",
        [IS_TOWN],
    ),
    "twice": ({"allOf": [_of({"deprecated": True}), _of(OLD)]}, "town: Rye\n", [IS_TOWN]),
    "any further key": (
        {"properties": {"walk": {}}, "additionalProperties": OLD},
        "walk: 1\ntown: 2\n",
        [f'3:1-3:5 /town: "town" is deprecated ({TOLD})'],
    ),
    "a key within others": (
        _of({"items": _of(OLD)}),
        "town:\n- {town: Rye}\n- {town: Deal}\n",
        [
            f'3:4-3:8 /town/0/town: "town" is deprecated ({TOLD})',
            f'4:4-4:8 /town/1/town: "town" is deprecated ({TOLD})',
        ],
    ),
    "items": (
        _of({"prefixItems": [{}, OLD]}),
        "town: [a, b]\n",
        [f'2:11-2:12 /town/1: an item of "town" is deprecated ({TOLD})'],
    ),
    "a key with signs": (
        {"properties": {"a/~b": {"properties": {"": OLD}}}},
        "a/~b: {'': 1}\n",
        [f'2:8-2:10 /a~1~0b/: "" is deprecated ({TOLD})'],
    ),
    "the alternative that applies": ({"anyOf": OR_TEXT}, "town: a\nwalk: 1\n", [IS_TOWN]),
    "the condition that applies": (IF_WALK, "town: a\nwalk: 1\n", [IS_TOWN]),
    "beside another fault": (_of(OLD, required=["walk"]), "town: Rye\n", [IS_TOWN]),
    "whose value is wrong": (_of({**OLD, "type": "string"}), "town: 1\n", [IS_TOWN]),
    "within what has another fault": (
        _of({"items": _of(REFERENCE)}, required=["walk"], **{"$defs": {"old": OLD}}),
        "town: [{town: Rye}]\n",
        [f'2:9-2:13 /town/0/town: "town" is deprecated ({TOLD})'],
    ),
}


@pytest.mark.parametrize(("schema", "front_matter", "expected"), REPORTED.values(), ids=REPORTED)
def test_reported(schema: Any, front_matter: str, expected: list[str]) -> None:
    assert told(front_matter, schema) == expected


SILENT: dict[str, tuple[Any, str]] = {
    "a key that is not there": (_of(OLD), "walk: 1\n"),
    "one that is not deprecated": (_of({"deprecated": False}), "town: Rye\n"),
    "one that only says so": (_of({"description": "deprecated"}), "town: Rye\n"),
    "a key of that name": ({"properties": {"deprecated": {"const": True}}}, "deprecated: true\n"),
    "the whole": ({"deprecated": True}, "town: Rye\n"),
    "the whole, with a fault": ({"deprecated": True, "required": ["walk"]}, "town: Rye\n"),
    "an alternative that does not apply": ({"anyOf": OR_TEXT}, "town: a\n"),
    "a condition that does not apply": (IF_WALK, "town: a\n"),
    "an alternative of what has another fault": (
        {"anyOf": OR_TEXT, "required": ["ride"]},
        "town: a\nwalk: 1\n",
    ),
    "an example": (_of({"examples": [{"town": OLD}]}), "town: {town: 1}\n"),
    "no schema": ({}, "town: Rye\n"),
}


@pytest.mark.parametrize(("schema", "front_matter"), SILENT.values(), ids=SILENT)
def test_silent(schema: Any, front_matter: str) -> None:
    assert told(front_matter, schema) == []


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_draft_has_it(draft: str) -> None:
    assert told("town: Rye\n", {"$schema": DRAFTS[draft], **_of(OLD)}) == [IS_TOWN]


def test_it_is_a_warning_that_the_settings_and_comments_change() -> None:
    config = make_config({"rules": {RULE: "error"}})
    [found] = lint_text(article("town: Rye\n"), schema=_of(OLD), config=config)
    assert found.severity is Severity.ERROR
    assert told("town: Rye\n", _of(OLD), {"rules": {RULE: "off"}}) == []
    assert told(f"town: Rye # articlelint: ignore[{RULE}]\n", _of(OLD)) == []
    unused = lint_text(article(f"walk: 1 # articlelint: ignore[{RULE}]\n"), schema=_of(OLD))
    assert [each.rule for each in unused] == ["unused-ignore"]


def test_of_what_cannot_be_read_nothing_is_said() -> None:
    assert told('town: "Rye\nwalk: 1\n', _of(OLD)) == []


def test_where_it_takes_long_to_see_what_applies_it_is_what_always_does() -> None:
    items: dict[str, Any] = {"anyOf": [{"$ref": "#/$defs/more"}, {"$ref": "#/$defs/more"}]}
    schema = _of(OLD, **{"$defs": {"more": {"items": items}}})
    schema["properties"]["list"] = items
    front_matter = f"town: Rye\nlist: {'[' * 14}{']' * 14}\n"
    assert told(front_matter, schema) == [IS_TOWN]


@pytest.mark.parametrize("title", ["title: A mill\n", "title: 7\n"])
def test_next_to_a_reference_it_counts_only_in_new_drafts(title: str) -> None:
    beside = {"$ref": "#/definitions/any", "deprecated": True}
    schema = {
        "properties": {"town": beside, "title": {"type": "string"}},
        "definitions": {"any": {}},
    }
    front_matter = f"{title}town: Rye\n"
    assert told(front_matter, {"$schema": DRAFTS["7"], **schema}) == []
    assert told(front_matter, {"$schema": DRAFTS["2019-09"], **schema}) == [
        f'3:1-3:5 /town: "town" is deprecated ({ADVICE})'
    ]
