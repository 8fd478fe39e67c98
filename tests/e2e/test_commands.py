"""The commands other than `check`, and the help for new users."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from articlelint import __version__, catalogue
from articlelint.catalogue import listing
from articlelint.cli.check_command import check_command
from tests.e2e.conftest import Run

SCHEMA_FILE = Path(__file__).parents[2] / "schemas" / "article.schema.json"


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"articlelint, version {__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_shows_common_uses_and_where_the_options_are(option: str, run: Run) -> None:
    outcome = run(option)
    assert (outcome.status, outcome.err) == (0, "")
    uses = re.findall(r"^  (articlelint.*?)  ", outcome.out, re.MULTILINE)
    assert uses == [
        "articlelint",
        "articlelint news/ about.md",
        "articlelint - < about.md",
        "articlelint check --help",
        "articlelint explain ID",
    ]
    assert re.findall(r"^  (\w+\*?)  .*\.$", outcome.out, re.MULTILINE) == [
        "check*",
        "cache",
        "explain",
        "infer",
        "init",
        "rules",
        "schema",
        "server",
    ]


def test_the_help_of_a_check_explains_every_option(run: Run) -> None:
    outcome = run("check", "--help")
    assert outcome.status == 0
    for option in check_command.params:
        assert option.param_type_name == "argument" or getattr(option, "help", None), option.name
        assert option.opts[-1] in outcome.out or option.name == "paths"
    assert run("--strict", "--help") == outcome, "an option makes it the check's help"
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_rules_can_be_read_by_a_program(run: Run) -> None:
    outcome = run("rules", "--format", "json")
    assert outcome == (0, listing.as_json(), "")
    (rule,) = [each for each in json.loads(outcome.out) if each["id"] == "conflicting-urls"]
    assert list(rule) == ["id", "severity", "fixable", "summary", "options", "docs"]
    assert (rule["severity"], rule["fixable"]) == ("error", None)
    assert rule["options"]["allow-hosts"]["items"] == {"type": "string"}


@pytest.mark.parametrize("rule_id", ["non-iso-date", "yaml-syntax", "schema/enum", "schema"])
def test_explain_prints_the_page(rule_id: str, run: Run) -> None:
    outcome = run("explain", rule_id)
    assert outcome == (0, catalogue.page(rule_id), "")
    assert outcome.out.startswith(f"# {rule_id}\n\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["explain", "non-iso-dat"],
            'Error: unknown rule "non-iso-dat": did you mean "non-iso-date"?\n',
        ),
        (
            ["explain", "schema/enumm"],
            'Error: unknown rule "schema/enumm": did you mean "schema/enum"?\n',
        ),
        (["explain", "xyz"], 'Error: unknown rule "xyz"\n'),
        (
            ["explain", "schemas"],
            'Error: unknown rule "schemas": did you mean "schema"?\n',
        ),
        (["explain"], "Error: Missing argument 'ID'.\n"),
        (
            ["schema", "artcle"],
            'sample, video, none; did you mean "article"?\n',
        ),
        (["rules", "x"], "Error: Got unexpected extra argument (x)\n"),
    ],
    ids=" ".join,
)
def test_wrong_use(arguments: list[str], message: str, run: Run) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.endswith(message)


@pytest.mark.parametrize("arguments", [["schema"], ["schema", "article"]], ids=" ".join)
def test_schema_prints_the_file_as_it_stands(arguments: list[str], run: Run) -> None:
    outcome = run(*arguments)
    assert outcome == (0, SCHEMA_FILE.read_text(encoding="utf-8"), "")
    assert json.loads(outcome.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schemas_of_your_own_can_be_checked(run: Run, folder: Path) -> None:
    (folder / "walk.yaml").write_text("typ: object\n")
    (folder / "ride.json").write_text('{"type": "object"}')
    (folder / "broken.yaml").write_text("a: [\n")
    assert run("schema", "check", "ride.json") == (0, "", "1 schema checked: no mistake\n")
    assert run("schema", "check", "walk.yaml", "ride.json", "broken.yaml") == (
        1,
        (
            'walk.yaml:1:1: unknown keyword "typ": did you mean "type"?\n'
            "broken.yaml:1:4: this `[` is never closed\n"
        ),
        "3 schemas checked: 2 mistakes\n",
    )


def test_by_which_draft_a_schema_is_read_is_no_mistake(run: Run, folder: Path) -> None:
    (folder / "walk.yaml").write_text("$schema: https://json-schema.org/draft-07/schema#\n")
    (folder / "ride.yaml").write_text("$schema: http://json-schema.org/draft-07/schema#\n")
    named = "draft 7, `http://json-schema.org/draft-07/schema#`"
    assert run("schema", "check", "walk.yaml", "ride.yaml") == (
        0,
        "",
        (
            f"walk.yaml:1:10: unknown draft in `$schema`: read as {named}\n"
            "2 schemas checked: no mistake\n"
        ),
    )


def test_a_mistake_without_a_place_has_the_name_alone(run: Run, folder: Path) -> None:
    (folder / "deep.json").write_text('{"not": ' * 70 + '{"typ": "string"}' + "}" * 70)
    out = run("schema", "check", "deep.json").out
    assert out == 'deep.json: unknown keyword "typ": did you mean "type"?\n'


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check"], "name at least one file"),
        (["check", "nothere.yaml"], "nothere.yaml: there is no such file"),
        (["video", "book"], "only one schema can be printed: write `articlelint schema video`"),
    ],
)
def test_wrong_use_of_the_command_about_schemas(words: list[str], message: str, run: Run) -> None:
    assert run("schema", *words) == (2, "", f"Error: {message}\n")
