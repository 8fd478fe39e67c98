"""What a run says of a schema of one's own in which something checks nothing."""

from __future__ import annotations

import pytest

from tests.e2e.articles import write
from tests.e2e.conftest import Run

DRAFT = "$schema: https://json-schema.org/draft/2020-12/schema\n"
WRONG = f"{DRAFT}requried: [title]\nproperties: {{day: {{format: dat}}, x-day: {{}}}}\n"
NOTES = [
    's.yaml:2:1: unknown keyword "requried": did you mean "required"?',
    's.yaml:3:28: unknown format "dat": did you mean "date"?',
]
PASSED = "1 file checked, nothing to report"


@pytest.fixture(autouse=True)
def _site(run: Run) -> None:  # noqa: ARG001 - it makes the folder
    write("---\ntitle: A\n---\n", "news/a.md")
    write(WRONG, "s.yaml")


def test_it_is_said_once_with_its_place(run: Run) -> None:
    outcome = run("--schema", "s.yaml")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err.splitlines() == [*NOTES, PASSED]
    assert run("--schema", "s.yaml", "--quiet") == (0, "", "")


def test_of_a_schema_that_the_configuration_names_several_times(run: Run) -> None:
    write(
        "schema: s.yaml\noverrides: [{files: [news/], schema: 's.yaml#/properties/day'}]\n",
        ".articlelint.yaml",
    )
    assert run("--select", "date-order").err.splitlines() == [*NOTES, PASSED]


def test_of_a_file_that_a_schema_refers_to(run: Run) -> None:
    write(f"{DRAFT}$ref: s.yaml\n", "whole.yaml")
    assert run("--schema", "whole.yaml").err.splitlines() == [*NOTES, PASSED]


def test_of_a_file_that_may_be_no_schema_only_the_place_is_said(run: Run) -> None:
    write("requried: [title]\n", "s.yaml")
    write("schema: s.yaml\n", ".articlelint.yaml")
    advice = "give a draft in `$schema` to read more"
    assert run().err.splitlines() == [f"s.yaml:1:1: nothing is checked by this: {advice}", PASSED]


def test_a_schema_with_very_many_has_a_few_lines(run: Run) -> None:
    keys = ", ".join(f"k{number}: {{typ: string}}" for number in range(7))
    write(f"{DRAFT}properties: {{{keys}}}\n", "s.yaml")
    lines = run("--schema", "s.yaml").err.splitlines()
    assert len(lines) == 5 + 2
    assert lines[5] == "s.yaml: 2 more: see `articlelint schema check`"


def test_a_schema_without_a_place(run: Run) -> None:
    write('{"not": ' * 70 + '{"typ": "string"}' + "}" * 70, "deep.json")
    lines = run("--schema", "deep.json", "--select", "date-order").err.splitlines()
    assert lines == ['deep.json: unknown keyword "typ": did you mean "type"?', PASSED]


@pytest.mark.parametrize("schema", ["article", "video"])
def test_nothing_is_said_of_bundled_schemas(schema: str, run: Run) -> None:
    assert "unknown" not in run("--schema", schema).err


def test_nothing_is_said_of_a_sound_schema(run: Run) -> None:
    write(f"{DRAFT}x-owner: me\nnote: see above\nproperties: {{day: {{format: date}}}}\n", "s.yaml")
    assert run("--schema", "s.yaml").err.splitlines() == [PASSED]


@pytest.mark.parametrize("uri", ["http://json-schema.org/schema#", "https://schemas.example/own"])
def test_by_which_draft_a_schema_is_read(uri: str, run: Run) -> None:
    write(f"$schema: {uri}\nproperties: {{title: {{type: integer}}}}\n", "s.yaml")
    write("schema: s.yaml\n", ".articlelint.yaml")
    outcome = run("--format", "concise")
    assert '"title" should be a whole number' in outcome.out
    draft = "https://json-schema.org/draft/2020-12/schema"
    assert outcome.err.splitlines()[0] == (
        f"s.yaml:1:10: unknown draft in `$schema`: read as draft 2020-12, `{draft}`"
    )
