"""The commands besides `check`, and what the help tells a new user."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from articlelint import __version__, catalogue, rules
from articlelint.cli import main
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
        "explain",
        "rules",
        "schema",
    ]


def test_the_help_of_a_check_explains_every_option(run: Run) -> None:
    outcome = run("check", "--help")
    assert outcome.status == 0
    for option in main.commands["check"].params:
        assert option.param_type_name == "argument" or getattr(option, "help", None), option.name
        assert option.opts[-1] in outcome.out or option.name == "paths"
    assert run("--strict", "--help") == outcome, "an option makes it the check's help"
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_rules_lists_each_with_its_severity(run: Run) -> None:
    lines = run("rules").out.splitlines()
    listed = {
        (line.split()[0], line.split()[1], line.split(maxsplit=2)[2].strip()) for line in lines
    }
    assert listed == {
        (each, rules.load(each).severity.value, rules.load(each).summary) for each in rules.ids()
    }
    assert lines == sorted(lines)


@pytest.mark.parametrize("rule_id", sorted(rules.ids()))
def test_explain_prints_the_page_of_every_rule(rule_id: str, run: Run) -> None:
    outcome = run("explain", rule_id)
    assert outcome == (0, catalogue.rule_page(rule_id, rules.load(rule_id)), "")
    assert outcome.out.startswith(f"# {rule_id}\n\nReports: {rules.load(rule_id).summary}.\n")
    assert outcome.out.count("Not so (") == len(rules.load(rule_id).examples)


def test_explain_tells_options(run: Run) -> None:
    rule = rules.load("url-domain-mismatch")
    (name, option), *_ = rule.options.items()
    line = f"- `{name}`: {option['description']} Default: `{option['default']}`.\n"
    assert f"## Options\n\n{line}" in run("explain", "url-domain-mismatch").out
    assert "## Options" not in run("explain", "published-flag").out


def test_explain_knows_the_ids_of_the_schema(run: Run) -> None:
    outcome = run("explain", "schema/enum")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(
        "# schema/enum\n\nReports: something that the schema's keyword `enum` does not allow.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["explain", "non-iso-dat"],
            'Error: there is no rule "non-iso-dat"; did you mean "non-iso-date"?\n',
        ),
        (
            ["explain", "schema/enumm"],
            'Error: there is no rule "schema/enumm"; did you mean "schema/enum"?\n',
        ),
        (["explain", "xyz"], 'Error: there is no rule "xyz"\n'),
        (["explain"], "Error: Missing argument 'ID'.\n"),
        (
            ["schema", "artcle"],
            "Error: artcle: no such schema: neither a file nor one of article\n",
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
