"""What is looked for to help a writer is bounded for all of an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articlelint.schema.loading import outline
from tests.bounded import bounded
from tests.support import article
from tests.unit.schema.support import diagnostics, of

MANY = 400
MISSING = [f"k{index}" for index in range(MANY)]


def _each(subschema: Any, **more: Any) -> dict[str, Any]:
    """A schema of which many keys are missing, each by one and the same subschema."""
    return {
        "$defs": {"n": subschema},
        "required": MISSING,
        "additionalProperties": {"$ref": "#/$defs/n"},
        **more,
    }


HOSTILE: dict[str, dict[str, Any]] = {
    "keys that need many others": _each({"required": [f"j{index}" for index in range(1_000)]}),
    "keys that need themselves": _each(
        {"required": MISSING, "allOf": [{"additionalProperties": {"$ref": "#/$defs/n"}}] * 300}
    ),
    "many lists of keys": _each(
        {
            "allOf": [
                {"required": [f"j{index}_{number}" for number in range(40)]} for index in range(300)
            ]
        }
    ),
    "many subschemas of each key": _each({"allOf": [{"title": "N"}] * 10_000}),
    "many subschemas of all keys": {
        "required": MISSING,
        "allOf": [{"properties": {"b": True}} for _ in range(10_000)],
    },
}


@pytest.mark.posix
@pytest.mark.parametrize("schema", HOSTILE.values(), ids=HOSTILE)
def test_what_to_write_for_many_keys(
    schema: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s.json").write_text(json.dumps(schema), encoding="utf-8")
    Path("a.md").write_text(article("a: 1\n"), encoding="utf-8")
    arguments = ("--no-config", "--format", "concise", "--schema", "s.json", "a.md")
    told = bounded(*arguments).out.splitlines()
    required = [each for each in told if each.endswith(" [schema/required]")]
    assert required[0] == 'a.md:1:1: error missing required key "k0" [schema/required]'
    assert len(required) == MANY


PROPERTIES = {each: {"type": "string", "examples": ["Harbour"]} for each in MISSING}
SCHEMA = {"required": MISSING, "properties": PROPERTIES}


def _examples() -> list[bool]:
    """Whether the help for each key has the schema's example, in the order of the schema."""
    by_path = {each.path: each.help for each in diagnostics(article("a: 1\n"), SCHEMA)}
    found = []
    for key in MISSING:
        [line] = by_path[(key,)]
        assert line in (f"write `{key}: Harbour`", f"write `{key}: ...`")
        found.append("Harbour" in line)
    return found


def test_a_schema_has_nothing_more_to_offer_once_much_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert all(_examples())
    monkeypatch.setattr(outline, "_MOST_PARTS", 2_400)
    found = _examples()
    assert found == sorted(found, reverse=True)
    assert found[0]
    assert not found[-1]


def test_what_one_article_looked_at_is_not_counted_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outline, "_MOST_PARTS", 2_400)
    assert _examples() == _examples()


def test_wrong_words_are_told_where_they_are_too_many_to_look_for_what_was_meant() -> None:
    words = [f"word{number:05}" for number in range(8_000)]
    wrong = ", ".join(f"{each}x" for each in words[:MANY])
    told = of(f"t: [{wrong}]\n", {"properties": {"t": {"items": {"enum": words}}}})
    assert len(told) == MANY
    assert told[0].startswith("2:5-2:15 schema/enum /t/0: ")
    assert told[0].endswith(', not "word00000x": did you mean "word00000"?')
    assert told[-1].startswith("2:4793-2:4803 schema/enum /t/399: ")
    assert told[-1].endswith(', not "word00399x"')
