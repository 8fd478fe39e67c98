"""What fails a run: `--strict`, `--max-warnings` and `--exit-zero`; and the short options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, ODD, write
from tests.e2e.conftest import Run

pytestmark = pytest.mark.usefixtures("articles")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["--max-warnings", "0", "odd.md"], 1, id="one more than none"),
        pytest.param(["--max-warnings", "1", "odd.md"], 0, id="as many as there may be"),
        pytest.param(["--max-warnings", "1", "odd.md", "more.md"], 1, id="over all files"),
        pytest.param(["--max-warnings", "9", "broken.md"], 1, id="an error all the same"),
        pytest.param(["--max-warnings", "0", "--fix", "odd.md"], 0, id="what --fix leaves"),
        pytest.param(["--exit-zero", "broken.md"], 0, id="errors"),
        pytest.param(["--exit-zero", "--diff", "odd.md"], 0, id="changes"),
        pytest.param(["--exit-zero", "--statistics"], 0, id="statistics"),
        pytest.param(["--exit-zero", "missing.md"], 2, id="no such path"),
        pytest.param(["--exit-zero", "--schema", "missing.json"], 2, id="no such schema"),
    ],
)
def test_the_exit_status(arguments: list[str], status: int, run: Run) -> None:
    write(ODD, "more.md")
    assert run(*arguments).status == status


def test_what_is_reported_does_not_change(run: Run) -> None:
    failed = run()
    assert run("--exit-zero") == failed._replace(status=0)


@pytest.mark.parametrize(
    "options",
    [
        (("--strict",), ("--exit-zero",)),
        (("--strict",), ("--max-warnings", "1")),
        (("--max-warnings", "1"), ("--exit-zero",)),
    ],
)
def test_two_verdicts_contradict_each_other(options: list[tuple[str, ...]], run: Run) -> None:
    one, other = options
    said = f"Error: {one[0]} and {other[0]} contradict each other\n"
    assert run(*one, *other) == (2, "", said)


@pytest.mark.parametrize("number", ["-1", "some", "1.5"])
def test_a_number_of_warnings_that_is_none(number: str, run: Run) -> None:
    status, out, err = run("--max-warnings", number)
    assert (status, out) == (2, "")
    assert "Invalid value for '--max-warnings'" in err


def test_short_options(run: Run) -> None:
    Path("own.yaml").write_text("rules: {irregular-whitespace: off, schema/enum: warning}\n")
    status, out, _ = run("-q", "-c", "own.yaml", "-f", "json", "-o", "out.json")
    assert (status, out) == (0, "")
    found = json.loads(Path("out.json").read_text())
    assert [(each["path"], each["severity"]) for each in found] == [("broken.md", "warning")]


@pytest.mark.parametrize("name", ["-f", "-fjson", "-c.md", "-o.md"])
def test_a_file_that_looks_like_a_short_option(name: str, run: Run) -> None:
    write(BROKEN, name)
    assert run(name).err.startswith(f'Error: "{name}" looks like an option but is a file')
