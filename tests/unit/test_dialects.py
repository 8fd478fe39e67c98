"""The contract of the dialects: rules, schemas, settings and fixes say the same in each of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from articlelint import Diagnostic, fix_text, lint_text, make_config, rules
from articlelint.model import pointer
from articlelint.reading.known_dialects import DIALECTS
from articlelint.rule import Example
from tests.changes import document_of
from tests.clock import now
from tests.dialects import FENCES, article, can_be_written

OTHERS = sorted(set(FENCES) - {"yaml"})


def test_each_dialect_is_tried() -> None:
    assert set(FENCES) == set(DIALECTS)


#: Rules about all dialects, each with what its examples hold.
RULES = [
    rule_id
    for rule_id in sorted(rules.checking())
    if rules.load(rule_id).dialects is None
    and not any(example.others for example in rules.load(rule_id).examples)
]


def _articles(rule_id: str, dialect: str) -> Iterator[tuple[Example, Any]]:
    """The data of the examples of a rule, as far as a dialect has such data."""
    for example in rules.load(rule_id).examples:
        for text in (example.bad, example.good):
            data = document_of(text).data
            if can_be_written(dialect, data):
                yield example, data


def _settings(rule_id: str, example: Example) -> dict[str, Any]:
    config = make_config({"rules": {rule_id: dict(example.options)}})
    return {"path": example.path, "config": config, "schema": {}, "clock": now}


@pytest.mark.parametrize("dialect", OTHERS)
@pytest.mark.parametrize("rule_id", RULES)
def test_rules_say_the_same(rule_id: str, dialect: str) -> None:
    for example, data in _articles(rule_id, dialect):
        settings = _settings(rule_id, example)
        expected, actual = (
            {
                (each.rule, pointer(each.path), each.message, _help(each))
                for each in lint_text(article(name, data), **settings)
            }
            for name in ("yaml", dialect)
        )
        assert actual == expected


def _help(diagnostic: Diagnostic) -> tuple[str, ...]:
    """The help, which quotes a text as the dialect does for what is about quotes."""
    return () if diagnostic.rule == "unintended-escape" else diagnostic.help


@pytest.mark.parametrize("dialect", OTHERS)
@pytest.mark.parametrize("rule_id", [each for each in RULES if rules.load(each).fixes])
def test_fixes_do_the_same(rule_id: str, dialect: str) -> None:
    for example, data in _articles(rule_id, dialect):
        settings = _settings(rule_id, example)
        expected, actual = (
            fix_text(article(name, data), unsafe=True, **settings) for name in ("yaml", dialect)
        )
        assert document_of(actual.text).data == document_of(expected.text).data
        assert actual.text.endswith("Text.\n")


SCHEMA = {
    "properties": {
        "title": {"type": "string"},
        "heat": {"type": "integer", "minimum": 0},
        "type": {"enum": ["article", "video"]},
        "topics": {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 1,
            "uniqueItems": True,
        },
        "provider": {
            "properties": {"name": {"type": "string"}},
            "required": ["name"],
            "additionalProperties": False,
        },
        "date": {"format": "date-time"},
        "layout": {"default": "page"},
    },
    "required": ["title", "layout"],
    "additionalProperties": False,
}
TYPES = {
    "properties": {
        "topics": {"type": "array"},
        "provider": {"type": "object"},
        "heat": {"type": "integer"},
        "layout": {"type": ["array", "object"]},
    }
}
FAULTY: dict[str, Any] = {
    "titel": "A",
    "heat": "3",
    "type": "artcle",
    "topics": ["a", 1, "a"],
    "date": "2023-05-04",
    "provider": {"nam": "B", "url": "C"},
}


@pytest.mark.parametrize("dialect", OTHERS)
def test_schemas_find_the_same(dialect: str) -> None:
    expected, actual = (
        {
            (each.rule, pointer(each.path), each.message, each.severity)
            for each in lint_text(article(name, FAULTY), schema=SCHEMA)
        }
        for name in ("yaml", dialect)
    )
    assert actual == expected
    assert len(actual) >= 8


#: A schema of one key, a value that does not meet it, the end of the message, and the help.
CORRECTED: dict[str, tuple[dict[str, Any], Any, str, dict[str, tuple[str, ...]]]] = {
    "a list in a text": (
        {"type": "array", "items": {"type": "string"}},
        "b, c",
        ": write the items in brackets",
        {"toml": ('a = ["b", "c"]',), "json": ('"a": ["b", "c"]',)},
    ),
    "one item or several": (
        {"type": "array", "items": {"type": "string"}},
        "b c",
        ": write the items in brackets",
        {
            "toml": ("as one item:", 'a = ["b c"]', "as 2 items:", 'a = ["b", "c"]'),
            "json": ("as one item:", '"a": ["b c"]', "as 2 items:", '"a": ["b", "c"]'),
        },
    ),
    "a mapping in a text": (
        {"type": "object", "required": ["name"]},
        "b",
        'not the text "b"',
        {"toml": (), "json": ()},
    ),
    "the keys of items": (
        {"type": "object"},
        [{"b": 1}, {"c": 2}],
        ": remove the brackets",
        {"toml": ("a = { b = 1, c = 2 }",), "json": ('"a": {"b": 1, "c": 2}',)},
    ),
    "a number in words": (
        {"type": "integer"},
        "six",
        'not the text "six"',
        {"toml": ("write `a = 6`",), "json": ('write `"a": 6`',)},
    ),
    "a text in brackets": (
        {"type": "string"},
        ["b"],
        ": remove the brackets",
        {"toml": ('write `a = "b"`',), "json": ('write `"a": "b"`',)},
    ),
    "texts in brackets": ({"type": "string"}, ["b", "c"], "not a list", {"toml": (), "json": ()}),
    "an item": (
        {"items": {"format": "date-time"}},
        ["4 May 2023 09:30 UTC"],
        '"4 May 2023 09:30 UTC"',
        {"toml": ('write `"2023-05-04T09:30:00Z"`',), "json": ('write `"2023-05-04T09:30:00Z"`',)},
    ),
}


@pytest.mark.parametrize("dialect", OTHERS)
@pytest.mark.parametrize(("schema", "value", "advice", "help_"), CORRECTED.values(), ids=CORRECTED)
def test_help_is_written_in_the_dialect(
    dialect: str,
    schema: dict[str, Any],
    value: Any,
    advice: str,
    help_: dict[str, tuple[str, ...]],
) -> None:
    text = article(dialect, {"a": value})
    found = lint_text(text, schema={"properties": {"a": schema}})
    [diagnostic] = [each for each in found if each.rule.startswith("schema/")]
    expected = (
        f"{advice}: write `{_mapping(dialect)}`" if "mapping" in diagnostic.message else advice
    )
    assert diagnostic.message.endswith((advice, expected))
    assert diagnostic.help == help_[dialect]


def _mapping(dialect: str) -> str:
    return 'a = { name = "b" }' if dialect == "toml" else '"a": {"name": "b"}'


@pytest.mark.parametrize(
    ("text", "advice", "help_"),
    [
        ("+++\n[a]\nb = 1\n+++\n", ": write its header in double brackets", ()),
        ("+++\na = {b = 1}\n+++\n", ": put it in brackets", ("a = [{ b = 1 }]",)),
        ('{"a": {"b": 1}}\n', ": put it in brackets", ('"a": [{"b": 1}]',)),
    ],
)
def test_a_mapping_that_is_the_only_item(text: str, advice: str, help_: tuple[str, ...]) -> None:
    schema = {"properties": {"a": {"type": "array", "items": {"type": "object"}}}}
    [diagnostic] = lint_text(text, schema=schema)
    assert diagnostic.message == f'"a" should be a list, not a mapping{advice}'
    assert diagnostic.help == help_


def test_a_missing_key_is_written_in_the_dialect() -> None:
    schema = {"required": ["b c"], "properties": {"b c": {"type": "object", "required": ["d"]}}}
    helps = {name: lint_text(article(name, {"a": 1}), schema=schema)[0].help for name in OTHERS}
    assert helps == {
        "json": ('write `"b c": {"d": "..."}`',),
        "toml": ('write `"b c" = { d = "..." }`',),
    }


def test_no_value_is_proposed_that_the_dialect_does_not_have() -> None:
    schema = {"required": ["b"], "properties": {"b": {"type": "null"}}}
    helps = {name: lint_text(article(name, {"a": 1}), schema=schema)[0].help for name in OTHERS}
    assert helps == {"json": ('write `"b": null`',), "toml": ()}


@pytest.mark.parametrize("dialect", OTHERS)
def test_help_says_nothing_of_the_lines_of_yaml(dialect: str) -> None:
    data = {"topics": " ", "provider": "b", "heat": "c"}
    text, config = article(dialect, {"layout": "B", **data}), make_config({}, select=["schema"])
    found = lint_text(text, schema=TYPES, config=config)
    assert {pointer(each.path): each.help for each in found} == {
        "/topics": ("write the items in brackets, with commas between them",),
        "/provider": ("write its keys in braces, with commas between them",),
        "/heat": (),
        "/layout": (),
    }


@pytest.mark.parametrize("dialect", OTHERS)
def test_schemas_have_the_same_fixes(dialect: str) -> None:
    expected, actual = (
        fix_text(article(name, FAULTY), schema=SCHEMA, unsafe=True) for name in ("yaml", dialect)
    )
    assert document_of(actual.text).data == document_of(expected.text).data


def test_how_a_backslash_is_written_in_the_dialect() -> None:
    data = {"manual": "C:\new"}
    helps = {name: lint_text(article(name, data), schema={})[0].help for name in FENCES}
    assert helps == {
        "yaml": (r"write `'C:\new'`",),
        "toml": (r'write `manual = "C:\\new"`',),
        "json": (r'write `"manual": "C:\\new"`',),
    }
    data = {"manual": "C:" + "\new" * 30}
    helps = {name: lint_text(article(name, data), schema={})[0].help for name in OTHERS}
    assert helps == dict.fromkeys(OTHERS, ("write every backslash twice",))


@pytest.mark.parametrize("dialect", FENCES)
def test_settings_hold(dialect: str) -> None:
    text = article(dialect, {"title": "a &amp; b", "published": "yes"})
    config = make_config({"rules": {"html-entity": "off", "published-flag": "warning"}})
    [diagnostic] = lint_text(text, schema={}, config=config)
    assert (diagnostic.rule, diagnostic.severity.value) == ("published-flag", "warning")


@pytest.mark.parametrize("dialect", ["yaml", "toml"])
def test_comments_ignore(dialect: str) -> None:
    opening, _ = FENCES[dialect]
    comment = "# articlelint: ignore-file[html-entity]\n"
    text = article(dialect, {"title": "a &amp; b"}).replace(opening, opening + comment, 1)
    assert lint_text(text, schema={}) == []


@pytest.mark.parametrize(
    ("dialect", "unwanted"),
    [("yaml", ("reading.toml.", "reading.json.")), ("toml", ("ruamel", "reading.json."))],
)
def test_what_reads_other_dialects_is_not_imported(dialect: str, unwanted: tuple[str, ...]) -> None:
    program = (
        "import sys; from articlelint.reading.frontmatter import find_block;"
        "from articlelint.reading.read import read_block;"
        f"text = {article(dialect, {'title': 'A'})!r};"
        "read_block(text, find_block(text));"
        f"print([each for each in sys.modules for part in {unwanted!r} if part in each])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
