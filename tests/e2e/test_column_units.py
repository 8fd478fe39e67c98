"""`--column-unit`: columns as an editor counts them, in every format that leaves this open."""

from __future__ import annotations

import json
import re

import pytest

from articlelint import reporters
from tests.e2e.articles import SOUND, WIDE, write
from tests.e2e.conftest import Run

#: The column of the fault of ``WIDE``.
UNITS = {"utf-32": 17, "utf-8": 17 + 1 + 2 + 3, "utf-16": 17 + 1}
each_unit = pytest.mark.parametrize(("unit", "column"), UNITS.items())


@pytest.fixture(autouse=True)
def wide() -> None:
    write(WIDE)


@each_unit
def test_concise(unit: str, column: int, run: Run) -> None:
    out = run("--format", "concise", "--column-unit", unit).out
    assert out.startswith(f"a.md:12:{column}: warning `no` ")


def test_the_default_is_code_points(run: Run) -> None:
    assert run("--column-unit", "utf-32") == run()


@pytest.mark.parametrize("text", [SOUND.replace("[Ferries]", "[no]"), "é🚢\n"], ids=["ascii", "no"])
def test_nothing_changes_before_the_first_wide_character(text: str, run: Run) -> None:
    write(text)
    assert run("--column-unit", "utf-8") == run("--column-unit", "utf-16") == run()


@each_unit
def test_json_with_its_edits(unit: str, column: int, run: Run) -> None:
    (found,) = json.loads(run("--format", "json", "--column-unit", unit).out)
    assert (found["column"], found["end_column"]) == (column, column + 2)
    (edit,) = found["fix"]["edits"]
    assert (edit["column"], edit["end_column"]) == (column, column + 2)


#: The column where a format prints it; no format is missing.
PRINTED = {
    "azure": "columnnumber={};",
    "checkstyle": 'column="{}"',
    "concise": "a.md:12:{}: ",
    "full": "a.md:12:{}: ",
    "github": ",col={},",
    "gitlab": '"line": 12, "column": {}}}',
    "grouped": "  12:{}  ",
    "html": "line 12, column {}<",
    "json": '"column": {}, ',
    "jsonl": '"column": {}, ',
    "junit": "a.md:12:{}: ",
    "rdjson": '"line": 12, "column": {}}}',
    "sarif": '"startColumn": {}, ',
}
#: Their standards say what a column is.
FIXED = {"rdjson": "utf-8", "sarif": "utf-32"}
WITHOUT_COLUMNS = {"markdown"}


@each_unit
@pytest.mark.parametrize(
    "name", [each for each in reporters.names() if each not in WITHOUT_COLUMNS]
)
def test_every_format(name: str, unit: str, column: int, run: Run) -> None:
    expected = UNITS[FIXED[name]] if name in FIXED else column
    out = run("--format", name, "--column-unit", unit).out
    assert PRINTED[name].format(expected) in out
    for other in set(UNITS.values()) - {expected}:
        assert PRINTED[name].format(other) not in out


def test_several_outputs(run: Run) -> None:
    run("--output", "json:a.json", "--output", "sarif:a.sarif", "--column-unit", "utf-8")
    with open("a.json", encoding="utf-8") as json_file, open("a.sarif", encoding="utf-8") as sarif:
        assert PRINTED["json"].format(23) in json_file.read()
        assert PRINTED["sarif"].format(17) in sarif.read()


def test_related_places(run: Run) -> None:
    write("---\n{é: 1, a: 2, a: 3}\n---\n")
    found = json.loads(run("--format", "json", "--column-unit", "utf-8").out)
    (repeated,) = [each for each in found if each["rule"] == "duplicate-key"]
    (first,) = repeated["related"]
    assert (first["column"], repeated["column"]) == (9, 15)


def test_what_was_fixed(run: Run) -> None:
    error = run("--fix", "--unsafe-fixes", "--show-fixes", "--column-unit", "utf-8").err
    assert error.startswith("a.md:12:23: fixed: ")


def test_an_unknown_unit(run: Run) -> None:
    status, out, err = run("--column-unit", "utf8")
    assert (status, out) == (2, "")
    assert err.endswith('"utf8" is not one of utf-32, utf-8, utf-16; did you mean "utf-8"?\n')


def test_the_carets_stay_where_they_are(run: Run) -> None:
    def frames(*arguments: str) -> list[str]:
        return re.findall(r"^ .*", run(*arguments).out, re.MULTILINE)

    assert frames("--column-unit", "utf-8") == frames()
