"""Did you mean ...: what was meant by a misspelt command, option, value or id."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from articlelint import catalogue, reporters
from articlelint.cli.check_command import check_command
from tests.e2e.articles import BROKEN, write
from tests.e2e.conftest import Run

FORMATS = ", ".join(reporters.names())


def refused(run: Run, *arguments: str) -> str:
    """What is said in the last line of a run that is refused."""
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    return err.splitlines()[-1]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("chek", "check"),
        ("cehck", "check"),
        ("Check", "check"),
        ("rule", "rules"),
        ("explian", "explain"),
        ("shema", "schema"),
    ],
)
def test_a_misspelt_command(word: str, meant: str, run: Run) -> None:
    expected = f'Error: no command, file or folder is called "{word}": did you mean "{meant}"?'
    assert refused(run, word) == expected
    assert refused(run, word, "schema/enum") == expected


@pytest.mark.parametrize("word", ["news", "a.md", "articles", "rules.md", "explanations", "ch"])
def test_a_word_that_is_like_no_command_is_a_path(word: str, run: Run) -> None:
    assert refused(run, word).endswith(f"Path '{word}' does not exist.")


def test_a_folder_that_is_called_almost_like_a_command(run: Run) -> None:
    write(BROKEN, "schemas/a.md")
    assert run("schemas").out.startswith("schemas/a.md:7:7: error")
    assert refused(run, "check", "schema").endswith("Path 'schema' does not exist.")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["--formt", "json"], "--format"),
        (["check", "--formt=json"], "--format"),
        (["--shw-fixes"], "--show-fixes"),
        (["--exitzero"], "--exit-zero"),
        (["--verison"], "--version"),
        (["--hlp"], "--help"),
        (["rules", "--frmat", "json"], "--format"),
        (["explain", "--hlp"], "--help"),
    ],
    ids=" ".join,
)
def test_a_misspelt_option(arguments: list[str], meant: str, run: Run) -> None:
    said = refused(run, *arguments)
    assert said.startswith("Error: No such option")
    assert meant in said


def test_no_option_of_a_check_is_taken_for_a_misspelt_word(run: Run) -> None:
    parameters = check_command.params
    for option in (each for each in parameters if isinstance(each, click.Option)):
        for name in option.opts:
            value = [] if option.is_flag else ["1"]
            assert run(name, *value, "--help") == run("check", "--help"), name


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "jso"], f'"jso" is not one of {FORMATS}; did you mean "json"?'),
        (["--format=groupd"], f'"groupd" is not one of {FORMATS}; did you mean "grouped"?'),
        (["-f", "xyz"], f'"xyz" is not one of {FORMATS}'),
        (["--output", "sarf:x"], f'"sarf" is not one of {FORMATS}; did you mean "sarif"?'),
        (["--output", "xyz:x"], f'"xyz" is not one of {FORMATS}'),
        (["--color", "alway"], '"alway" is not one of auto, always, never; did you mean "always"?'),
        (["rules", "--format", "jsn"], '"jsn" is not one of json, text; did you mean "json"?'),
    ],
    ids=" ".join,
)
def test_a_misspelt_value(arguments: list[str], said: str, run: Run) -> None:
    assert refused(run, *arguments).partition(": ")[2].partition(": ")[2] == said
    assert not Path("x").exists()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("enum", "schema/enum"),
        ("enumm", "schema/enum"),
        ("schema/enumm", "schema/enum"),
        ("non-iso-dat", "non-iso-date"),
        ("schemas", "schema"),
    ],
)
def test_a_misspelt_id(option: str, name: str, meant: str, run: Run) -> None:
    write(BROKEN)
    expected = f'Error: unknown rule "{name}": did you mean "{meant}"?'
    assert refused(run, option, name, "a.md") == expected


@pytest.mark.parametrize("keyword", ["enum", "additionalProperties", "required", "format"])
def test_a_keyword_of_the_schema_is_explained(keyword: str, run: Run) -> None:
    assert run("explain", keyword) == (0, catalogue.page(f"schema/{keyword}"), "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("enumm", 'unknown rule "enumm": did you mean "schema/enum"?'),
        ("additionalproperties", "did you mean"),
        ("xyz", 'unknown rule "xyz"'),
        ("", 'unknown rule ""'),
    ],
)
def test_a_misspelt_keyword(name: str, said: str, run: Run) -> None:
    assert said in refused(run, "explain", name)
