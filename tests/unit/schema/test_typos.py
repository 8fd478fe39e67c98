"""An unknown key that is plainly a missing one is one fault, not two."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint import Severity, lint_text
from tests.support import article
from tests.unit.schema.support import diagnostics, of

TEXT = {"type": "string"}
CLOSED = {
    "properties": {
        "title": TEXT,
        "webUrl": TEXT,
        "provider": {
            "properties": {"name": TEXT, "domain": TEXT},
            "required": ["name", "domain"],
            "additionalProperties": False,
        },
    },
    "required": ["title"],
    "additionalProperties": False,
}

ONE: dict[str, tuple[str, list[str]]] = {
    "letters swapped": (
        "titel: x\n",
        [
            (
                '2:1-2:6 schema/additionalProperties /titel: unknown key "titel": '
                'did you mean "title", which is missing?'
            )
        ],
    ),
    "another case and hyphens": (
        "TI-TLE: x\n",
        [
            (
                '2:1-2:7 schema/additionalProperties /TI-TLE: unknown key "TI-TLE": '
                'did you mean "title", which is missing?'
            )
        ],
    ),
    "in a mapping": (
        "title: x\nprovider: {name: x, domian: x}\n",
        [
            (
                '3:21-3:27 schema/additionalProperties /provider/domian: unknown key "domian": '
                'did you mean "domain", which is missing?'
            )
        ],
    ),
    "a key of a mapping that is indented too little": (
        "title: x\nprovider:\n  name: x\ndomain: x\n",
        [
            (
                '5:1-5:7 schema/additionalProperties /domain: unknown key "domain": '
                'it belongs in "provider"'
            )
        ],
    ),
    "a key that is indented too much": (
        "provider:\n  name: x\n  domain: x\n  title: x\n",
        [
            (
                '5:3-5:8 schema/additionalProperties /provider/title: unknown key "title": '
                'it belongs at the top level, not in "provider"'
            )
        ],
    ),
    "a key that could be elsewhere, which nothing asks for": (
        "title: x\nprovider:\n  name: x\n  domain: x\n  webUrl: x\n",
        [
            (
                '6:3-6:9 schema/additionalProperties /provider/webUrl: unknown key "webUrl": '
                'it belongs at the top level, not in "provider"'
            )
        ],
    ),
}


@pytest.mark.parametrize(("front_matter", "expected"), ONE.values(), ids=ONE)
def test_one_diagnostic(front_matter: str, expected: list[str]) -> None:
    assert of(front_matter, CLOSED) == expected


TWO: dict[str, tuple[str, list[str]]] = {
    "words that are not alike enough": (
        "name of it: x\n",
        [
            '1:1-1:4 schema/required /title: missing required key "title"',
            '2:1-2:11 schema/additionalProperties /name of it: unknown key "name of it"',
        ],
    ),
    "of two misspelt keys, the second": (
        "titel: x\ntitlee: x\n",
        [
            (
                '2:1-2:6 schema/additionalProperties /titel: unknown key "titel": '
                'did you mean "title", which is missing?'
            ),
            (
                '3:1-3:7 schema/additionalProperties /titlee: unknown key "titlee": '
                'did you mean "title"?'
            ),
        ],
    ),
    "a key of a mapping that has it": (
        "title: x\nprovider: {name: x, domain: x}\ndomain: x\n",
        ['4:1-4:7 schema/additionalProperties /domain: unknown key "domain"'],
    ),
    "a key of a mapping that is no mapping": (
        "title: x\nprovider: x\ndomain: x\n",
        ['4:1-4:7 schema/additionalProperties /domain: unknown key "domain"'],
    ),
}


@pytest.mark.parametrize(("front_matter", "expected"), TWO.values(), ids=TWO)
def test_nothing_is_merged_of(front_matter: str, expected: list[str]) -> None:
    assert of(front_matter, CLOSED) == expected


def test_a_mapping_without_a_value_lacks_its_keys() -> None:
    schema = {"properties": {"provider": CLOSED["properties"]["provider"]}}  # type: ignore[index]
    assert of("provider:\nname: x\n", {**schema, "additionalProperties": False}) == [
        '3:1-3:5 schema/additionalProperties /name: unknown key "name": it belongs in "provider"'
    ]


SEVERAL: dict[str, tuple[Any, str, list[str]]] = {
    "the one that is needed": (
        [{"required": ["first"]}, {"required": ["second"]}],
        "secnd: x\n",
        [
            (
                '2:1-2:6 schema/additionalProperties /secnd: unknown key "secnd": '
                'did you mean "second", which is missing?'
            )
        ],
    ),
    "one of two that are needed together": (
        [{"required": ["first"]}, {"required": ["second", "third"]}],
        "secnd: x\n",
        [
            '1:1-1:4 schema/anyOf: missing required key "third"',
            (
                '2:1-2:6 schema/additionalProperties /secnd: unknown key "secnd": '
                'did you mean "second", which is missing?'
            ),
        ],
    ),
    "neither": (
        [{"required": ["first"]}, {"required": ["second"]}],
        "colour: x\n",
        [
            '1:1-1:4 schema/anyOf: missing required key "first" or "second"',
            '2:1-2:7 schema/additionalProperties /colour: unknown key "colour"',
        ],
    ),
    "one that is there, beside another": (
        [{"required": ["first"]}, {"required": ["second"]}],
        "second: x\nfrist: x\n",
        [
            (
                '3:1-3:6 schema/additionalProperties /frist: unknown key "frist": '
                'did you mean "first"?'
            )
        ],
    ),
}


@pytest.mark.parametrize(
    ("alternatives", "front_matter", "expected"), SEVERAL.values(), ids=SEVERAL
)
def test_of_several_keys_of_which_one_is_needed(
    alternatives: Any, front_matter: str, expected: list[str]
) -> None:
    properties = dict.fromkeys(("first", "second", "third"), TEXT)
    schema = {"properties": properties, "anyOf": alternatives, "additionalProperties": False}
    assert of(front_matter, schema) == expected


SETTINGS: dict[str, tuple[dict[str, str], list[tuple[str, Severity]]]] = {
    "the severer of the two counts": (
        {"schema/additionalProperties": "warning"},
        [("schema/additionalProperties", Severity.ERROR)],
    ),
    "both are warnings": (
        {"schema/additionalProperties": "warning", "schema/required": "warning"},
        [("schema/additionalProperties", Severity.WARNING)],
    ),
    "without the one, the other is told": (
        {"schema/additionalProperties": "off"},
        [("schema/required", Severity.ERROR)],
    ),
    "without the other, the one is told": (
        {"schema/required": "off", "schema/additionalProperties": "warning"},
        [("schema/additionalProperties", Severity.WARNING)],
    ),
}


@pytest.mark.parametrize(("severities", "expected"), SETTINGS.values(), ids=SETTINGS)
def test_nothing_is_lost_by_settings(
    severities: dict[str, str], expected: list[tuple[str, Severity]]
) -> None:
    found = lint_text(article("titel: x\n"), schema=CLOSED, config={"rules": severities})
    assert [(each.rule, each.severity) for each in found] == expected


def test_a_value_that_is_wrong_in_two_places_is_told_in_both() -> None:
    schema = {"properties": {"v": {"items": {"enum": ["news", "review"]}}}}
    expected = 'should be "news" or "review", not "reveiw": did you mean "review"?'
    assert of("v: [reveiw, reveiw]\n", schema) == [
        f'2:5-2:11 schema/enum /v/0: item 1 of "v" {expected}',
        f'2:13-2:19 schema/enum /v/1: item 2 of "v" {expected}',
    ]


def test_the_severest_of_two_faults_that_miss_a_key_counts() -> None:
    severities = {"schema/additionalProperties": "warning", "schema/anyOf": "warning"}
    schema = {**CLOSED, "anyOf": [{"required": ["title"]}, {"required": ["webUrl"]}]}
    [found] = lint_text(article("titel: x\n"), schema=schema, config={"rules": severities})
    assert (found.rule, found.severity) == ("schema/additionalProperties", Severity.ERROR)


def test_a_few_known_keys_are_listed_where_none_is_near() -> None:
    [diagnostic] = diagnostics(article("title: x\ncolour: x\n"), CLOSED)
    assert diagnostic.help == ('other allowed keys: "webUrl", "provider"',)


def test_many_known_keys_are_not() -> None:
    properties: dict[str, Any] = {f"{number}-key": {} for number in range(13)}
    schema = {"properties": properties, "additionalProperties": False}
    [diagnostic] = diagnostics(article("colour: x\n"), schema)
    assert diagnostic.help == ()


def test_not_all_of_very_many_missing_keys_are_looked_for_where_any_key_goes() -> None:
    names = [f"{first}{second}word" for first in "abcdefgh" for second in "ijklmnop"]
    schema = {"required": names}
    diagnostics = lint_text(
        article("".join(f"{each.upper()}: 1\n" for each in names)), schema=schema
    )
    assert len(diagnostics) == len(names)
    assert sum("did you mean it by" in each.message for each in diagnostics) == 50


def test_a_missing_key_is_not_looked_for_among_very_many_others() -> None:
    others = "".join(f"other{number}: 1\n" for number in range(200))
    [found] = lint_text(article(f"{others}titel: x\n"), schema={"required": ["title"]})
    assert found.message == 'missing required key "title"'
