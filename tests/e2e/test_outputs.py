"""Where reports go: `--output-file` and `--output`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from articlelint import reporters
from tests.e2e.articles import BROKEN, BROKEN_LINE, ODD_LINE
from tests.e2e.conftest import Run

SUMMARY = (
    "3 files checked: 1 error, 1 warning; 1 fixable with --fix, 1 more with --fix --unsafe-fixes\n"
)
ALL = f"broken.md{BROKEN_LINE}odd.md{ODD_LINE}"
CONCISE = ("--format", "concise")


def read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.mark.usefixtures("articles")
def test_output_goes_to_a_file(run: Run) -> None:
    assert run(*CONCISE, "--output-file", "out.txt") == (1, "", SUMMARY)
    assert read("out.txt") == ALL
    assert run(*CONCISE, "--output-file", "out.txt", "sound.md").status == 0
    assert read("out.txt") == "", "what was there is gone"


@pytest.mark.usefixtures("articles")
def test_a_file_has_no_colors(run: Run) -> None:
    run(*CONCISE, "--color", "always", "--output-file", "out.txt")
    assert read("out.txt") == ALL
    colored = run("--color", "always", "--output", "concise", "--output", "concise:out.txt").out
    assert "\x1b[31m" in colored
    assert read("out.txt") == ALL


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("format_", reporters.names())
def test_each_of_several_outputs_is_as_it_is_alone(format_: str, run: Run) -> None:
    alone = run("--format", format_)
    assert run("--output", format_) == alone
    assert run("--output", f"{format_}:a", "--output", "concise:b") == (1, "", SUMMARY)
    assert read("a") == alone.out
    assert read("b") == ALL
    assert run("--output", "json:b", "--output", format_) == alone
    assert run("--format", format_, "--output-file", "c") == (1, "", SUMMARY)
    assert read("c") == alone.out


@pytest.mark.usefixtures("articles")
def test_each_of_two_pages_shows_what_the_articles_hold(run: Run) -> None:
    pages = ("--output", "html:a.html", "--output", "json:b.json", "--output", "html:c.html")
    run(*pages)
    page = read("a.html")
    assert page == read("c.html") == run("--format", "html").out
    assert "What the articles hold" in page


@pytest.mark.usefixtures("articles")
def test_a_run_without_diagnostics_writes_its_outputs_too(run: Run) -> None:
    status, out, _ = run("--output", "full", "--output", "json:out.json", "sound.md")
    assert (status, out, read("out.json")) == (0, "", "[]\n")


def test_standard_input_has_outputs_too(run: Run) -> None:
    outcome = run("-", "--output", "concise", "--output", "json:out.json", stdin=BROKEN)
    assert outcome.out == f"<stdin>{BROKEN_LINE}"
    assert [each["path"] for each in json.loads(read("out.json"))] == ["<stdin>"]


@pytest.mark.usefixtures("articles")
def test_a_file_may_be_anywhere_and_hold_a_colon_in_its_name(run: Run) -> None:
    Path("below").mkdir()
    absolute = os.path.abspath("below/b:c.txt")
    run("--output", "concise:below/a", "--output", f"concise:{absolute}")
    assert read("below/a") == read("below/b:c.txt") == ALL


@pytest.mark.posix
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "jsn"], '"jsn" is not one of azure, '),
        (["--output", "jsn:a"], '"jsn" is not one of azure, '),
        (["--output", ""], '"" is not one of azure, '),
        (["--output", "json:"], 'no file name after the colon of "json:"\n'),
        (["--output", "json", "--output", "full"], "two outputs go to the same place: "),
        (["--output", "json:a", "--output", "full:a"], "two outputs go to the same place: "),
        (["--output", "json:a", "--output", "full:./a"], "two outputs go to the same place: "),
        (["--output", "json:a", "--output", "full:link"], "two outputs go to the same place: "),
        (["--output", "json", "--format", "full"], "--output names format and file: it replaces "),
        (
            ["--output", "json", "--output-file", "a"],
            "--output names format and file: it replaces ",
        ),
    ],
)
@pytest.mark.usefixtures("articles")
def test_outputs_that_cannot_be(arguments: list[str], message: str, run: Run) -> None:
    os.symlink("a", "link")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert message in err
    assert not Path("a").exists()


@pytest.mark.posix
@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("option", [("--output-file", "{}"), ("--output", "json:{}")])
def test_a_link_that_leads_out_is_not_written(
    option: tuple[str, str], run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "kept").write_text("old")
    os.symlink(outside, "folder")
    os.symlink(outside / "kept", "link")
    for path in ("link", "folder/kept", "folder/new"):
        status, out, err = run(option[0], option[1].format(path))
        said = f"Error: {path}: cannot be written: a link leads out of the current folder\n"
        assert (status, out, err) == (2, "", said)
    assert os.listdir(outside) == ["kept"]
    assert (outside / "kept").read_text() == "old"
    assert run(option[0], option[1].format(outside / "kept")).status == 1, "but by its own name"
    assert (outside / "kept").read_text() != "old"


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("option", [("--output-file", "{}"), ("--output", "json:{}")])
@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nothere/out", "No such file or directory"),
        ("broken.md/out", "Not a directory"),
        ("below", "Is a directory"),
    ],
)
def test_a_file_that_cannot_be_written(
    option: tuple[str, str], path: str, reason: str, run: Run
) -> None:
    Path("below").mkdir()
    status, out, err = run(option[0], option[1].format(path))
    assert (status, out) == (2, "")
    assert err == f"Error: {path}: cannot be written: {reason}\n"


@pytest.mark.usefixtures("articles")
def test_what_was_written_stays_where_a_run_cannot_begin(run: Run) -> None:
    Path("out.txt").write_text("from the last run\n")
    Path(".articlelint.yaml").write_text("rules: []\n")
    assert run("--output-file", "out.txt").status == 2
    assert read("out.txt") == "from the last run\n"
    assert sorted(os.listdir()) == [
        ".articlelint.yaml",
        "broken.md",
        "odd.md",
        "out.txt",
        "sound.md",
    ]


@pytest.mark.posix
@pytest.mark.usefixtures("articles")
def test_standard_output_by_its_path() -> None:
    command = [sys.executable, "-m", "articlelint", "-q", "--output", "concise:/dev/stdout"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, ALL, "")


@pytest.mark.posix
@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("--output-file pipe & head -c 1 pipe >/dev/null; wait $!", 141, ""),
        ("--output-file nothere/out >&-", 2, "Error: nothere/out: cannot be written: No such"),
        ("--output-file /dev/full", 2, "Error: /dev/full: cannot be written: No space left"),
    ],
    ids=["a reader that has seen enough", "standard output closed", "no space"],
)
def test_what_only_a_process_shows(command: str, status: int, said: str) -> None:
    os.mkfifo("pipe")
    for number in range(300):  # more than a pipe holds
        Path(f"{number}-{'x' * 200}.md").write_text(BROKEN)
    line = f'"{sys.executable}" -m articlelint -q --format concise {command}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("articles")
def test_any_locale() -> None:
    Path("fähre.md").write_text(BROKEN.replace("artcle", "fähre 渡"), encoding="utf-8")
    variables = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "articlelint", "-q", "--output", "concise:out.txt"]
    done = subprocess.run(
        [*command, "fähre.md"],
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert "fähre 渡" in read("out.txt")
