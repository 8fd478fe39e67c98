"""What `articlelint check` does with its options, in this process."""

from __future__ import annotations

import errno
import json
import os
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, ODD_LINE, SOUND, in_full
from tests.e2e.conftest import Run

SUMMARY = (
    "3 files checked: 1 error, 1 warning; 1 fixable with --fix, 1 more with --fix --unsafe-fixes\n"
)
ONE_WARNING = "1 file checked: 0 errors, 1 warning; 1 fixable with --fix\n"
ONE_ERROR = "1 file checked: 1 error, 0 warnings; 1 fixable with --fix --unsafe-fixes\n"
ALL = f"broken.md{BROKEN_LINE}odd.md{ODD_LINE}"

CONCISE = ("--format", "concise")


def _id(argument: object) -> str:
    return " ".join(argument) if isinstance(argument, list) else ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="nothing"),
        pytest.param(["check"], id="command"),
        pytest.param(["."], id="folder"),
        pytest.param(["check", "."], id="command and folder"),
        pytest.param(["sound.md", "odd.md", "broken.md"], id="files"),
        pytest.param(["--"], id="end of options"),
        pytest.param(["--", "sound.md", "odd.md", "broken.md"], id="files after that"),
        pytest.param(["--strict", "--", "."], id="folder after that"),
        pytest.param(["--no-config"], id="no configuration file"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_ways_to_check_all(arguments: list[str], run: Run) -> None:
    first = arguments[:1] if arguments[:1] == ["check"] else []
    rest = arguments[len(first) :]
    assert run(*first, *CONCISE, *rest) == (1, ALL, SUMMARY)


@pytest.mark.parametrize(
    ("arguments", "status", "err"),
    [
        pytest.param(["sound.md"], 0, "1 file checked, nothing to report\n", id="sound"),
        pytest.param(["odd.md"], 0, ONE_WARNING, id="warning"),
        pytest.param(["broken.md"], 1, ONE_ERROR, id="error"),
        pytest.param(["--strict", "odd.md"], 1, ONE_WARNING, id="strict"),
        pytest.param(
            ["--strict", "sound.md"], 0, "1 file checked, nothing to report\n", id="strict, sound"
        ),
        pytest.param(["--quiet", "broken.md"], 1, "", id="quiet"),
        pytest.param(["-q", "sound.md"], 0, "", id="quiet and sound"),
    ],
)
@pytest.mark.usefixtures("articles")
def test_exit_status_and_summary(arguments: list[str], status: int, err: str, run: Run) -> None:
    outcome = run(*CONCISE, *arguments)
    assert (outcome.status, outcome.err) == (status, err)


@pytest.mark.usefixtures("articles")
def test_formats(run: Run) -> None:
    full = run().out
    assert full == run("--format", "full").out
    line = in_full(BROKEN_LINE)
    assert full.startswith(f"broken.md{line}    7 | type: artcle\n      |       ^^^^^^\n  help")
    objects = json.loads(run("--format", "json").out)
    assert [(each["path"], each["line"], each["column"], each["rule"]) for each in objects] == [
        ("broken.md", 7, 7, "schema/enum"),
        ("odd.md", 12, 18, "irregular-whitespace"),
    ]
    assert run("--format", "json", "sound.md").out == "[]\n"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("ids", ["", ",", " , "])
def test_an_option_for_ids_names_one(option: str, ids: str, run: Run) -> None:
    status, _, said = run(option, ids, ".")
    assert status == 2
    assert "name at least one id" in said


@pytest.mark.parametrize(
    ("arguments", "status", "out"),
    [
        (["--select", "schema/enum"], 1, f"broken.md{BROKEN_LINE}"),
        (["--select", "schema"], 1, f"broken.md{BROKEN_LINE}"),
        (["--select", "irregular-whitespace"], 0, f"odd.md{ODD_LINE}"),
        (["--select", "schema/enum , irregular-whitespace,"], 1, ALL),
        (["--select", "schema", "--select", "irregular-whitespace"], 1, ALL),
        (["--select", "non-iso-date"], 0, ""),
        (["--ignore", "schema/enum"], 0, f"odd.md{ODD_LINE}"),
        (["--ignore", "irregular-whitespace"], 1, f"broken.md{BROKEN_LINE}"),
        (["--ignore", "schema,irregular-whitespace"], 0, ""),
        (["--select", "schema", "--ignore", "schema/enum"], 0, ""),
    ],
    ids=_id,
)
@pytest.mark.usefixtures("articles")
def test_select_and_ignore(arguments: list[str], status: int, out: str, run: Run) -> None:
    assert run(*CONCISE, *arguments)[:2] == (status, out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--select", "non-iso-dat"],
            'Error: unknown rule "non-iso-dat": did you mean "non-iso-date"?\n',
        ),
        (
            ["--ignore", "ambiguous_scalar"],
            'Error: unknown rule "ambiguous_scalar": did you mean "ambiguous-scalar"?\n',
        ),
        (["--ignore", "xyz"], 'Error: unknown rule "xyz"\n'),
        (
            ["--format", "jsn"],
            'rdjson, sarif; did you mean "json"?\n',
        ),
        (
            ["--color", "x"],
            "Error: Invalid value for '--color': \"x\" is not one of auto, always, never\n",
        ),
        (["nothere"], "Error: Invalid value for '[PATHS]...': Path 'nothere' does not exist.\n"),
        (["-", "sound.md"], "Error: `-` cannot be checked together with other paths\n"),
        (["-", "-"], "Error: `-` cannot be checked together with other paths\n"),
        (
            ["--stdin-filename", "a.md", "sound.md"],
            "Error: --stdin-filename needs the path `-`\n",
        ),
        (
            ["--statistics", "--format", "sarif"],
            "Error: --statistics has only the formats full and json\n",
        ),
        (
            ["--statistics", "--output", "json:a.json"],
            ("Error: --statistics replaces the diagnostics, so --output cannot be used with it\n"),
        ),
        (
            ["--schema", "nothere.json"],
            "Error: nothere.json: cannot be read: No such file or directory\n",
        ),
        (
            ["--schema", "artcle"],
            'sample, video, none; did you mean "article"?\n',
        ),
        (
            ["--schema", "wrong.json"],
            "Error: wrong.json:1:10: invalid JSON: Expecting value\n",
        ),
    ],
    ids=_id,
)
@pytest.mark.usefixtures("articles")
def test_wrong_use_is_reported_and_nothing_is_checked(
    arguments: list[str], message: str, run: Run
) -> None:
    Path("wrong.json").write_text('{"type": }')
    outcome = run("broken.md", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.endswith(message)
    assert "Traceback" not in outcome.err


@pytest.mark.usefixtures("articles")
def test_a_schema_of_ones_own(run: Run) -> None:
    Path("own.yaml").write_text("properties:\n  type: {const: artcle}\n")
    assert run(*CONCISE, "--schema", "own.yaml", "broken.md").status == 0
    outcome = run(*CONCISE, "--schema", "own.yaml", "sound.md")
    assert outcome[:2] == (
        1,
        (
            'sound.md:7:7: error "type" should be "artcle", not "article" '
            "[fixable, unsafe] [schema/const]\n"
        ),
    )


def test_output_is_sorted_by_path_and_then_by_place(articles: Path, run: Run) -> None:
    (articles / "a").mkdir()
    (articles / "a/z.md").write_text(BROKEN.replace("category: news\n", ""))
    out = run(*CONCISE, "sound.md", "odd.md", "broken.md", "a").out
    assert [each.split(": ")[0] for each in out.splitlines()] == [
        "a/z.md:1:1",
        "a/z.md:6:7",
        "broken.md:7:7",
        "odd.md:12:18",
    ]


@pytest.mark.usefixtures("articles")
def test_a_file_named_twice_is_checked_once(run: Run) -> None:
    assert run("sound.md", "./sound.md", os.path.abspath("sound.md")).err == (
        "1 file checked, nothing to report\n"
    )


def test_a_named_file_is_checked_whatever_its_name(folder: Path, run: Run) -> None:
    (folder / "README.md").write_text("# Ferries\n")
    (folder / "a.txt").write_text(BROKEN)
    message = "the file does not start with front matter [missing-front-matter]"
    assert run(*CONCISE, "README.md", "a.txt")[:2] == (
        1,
        f"README.md:1:1: error {message}\na.txt{BROKEN_LINE}",
    )


@pytest.mark.parametrize("arguments", [["."], ["empty", "."], ["--quiet"], ["--show-files"]])
def test_a_run_without_articles_does_not_look_like_a_pass(
    arguments: list[str], folder: Path, run: Run
) -> None:
    (folder / "README.md").write_text("# Ferries\n")
    (folder / "empty").mkdir()
    outcome = run(*arguments)
    assert outcome[:2] == (0, "")
    named = ", ".join(each for each in arguments if each[0] != "-") or "."
    assert outcome.err.startswith(f"no articles found in {named}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["."], id="folder"),
        pytest.param(["--quiet", "--format", "json", "--output-file", "o"], id="quiet, to a file"),
        pytest.param(["--fix"], id="fix"),
        pytest.param(["--diff"], id="diff"),
        pytest.param(["--show-files"], id="show files"),
        pytest.param(["--write-baseline", "o"], id="write a baseline"),
    ],
)
def test_a_run_without_articles_fails_if_that_is_asked_for(
    arguments: list[str], folder: Path, run: Run
) -> None:
    (folder / "README.md").write_text("# Ferries\n")
    failed = (2, "", "Error: no articles found in .\n")
    assert run("--fail-on-no-files", *arguments) == failed
    assert os.listdir() == ["README.md"]
    (folder / "a.md").write_text(SOUND)
    assert run("--fail-on-no-files", *arguments).status == 0


def test_where_nothing_was_found_is_one_line(folder: Path, run: Run) -> None:
    (folder / "a\n::error::b").mkdir()
    outcome = run("--fail-on-no-files", "a\n::error::b")
    assert outcome == (2, "", "Error: no articles found in a\\n::error::b\n")


@pytest.mark.usefixtures("articles")
def test_show_files_lists_them_and_checks_none(run: Run) -> None:
    Path(".gitignore").write_text("sound.md\n")
    assert run("--show-files") == (0, "broken.md\nodd.md\n", "")
    assert run("--show-files", "sound.md", "./odd.md") == (0, "odd.md\nsound.md\n", "")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param([], "<stdin>", id="no name"),
        pytest.param(["--stdin-filename", "news/a.md"], "news/a.md", id="name"),
        pytest.param(["--stdin-filename", "README"], "README", id="name of no article"),
    ],
)
def test_standard_input(arguments: list[str], name: str, run: Run) -> None:
    outcome = run(*CONCISE, "-", *arguments, stdin=BROKEN)
    assert outcome == (1, name + BROKEN_LINE, ONE_ERROR)
    assert run(*CONCISE, "-", *arguments, stdin=SOUND).status == 0


def test_a_file_called_like_standard_input(folder: Path, run: Run) -> None:
    (folder / "-").write_text(BROKEN)
    assert run(*CONCISE, "./-").out == f"./-{BROKEN_LINE}"


@pytest.mark.parametrize(
    ("name", "shown"), [("-x.md", "./-x.md"), ("--help", "./--help"), ("rules", "rules")]
)
def test_a_path_that_looks_like_something_else(
    name: str, shown: str, folder: Path, run: Run
) -> None:
    (folder / name).write_text(BROKEN)
    assert run(*CONCISE, "--", name).out == shown + BROKEN_LINE


@pytest.mark.posix
def test_names_that_would_upset_a_terminal(folder: Path, run: Run) -> None:
    name = os.fsdecode(b"a\n\x1b[31m\xff.md")
    (folder / name).write_text(BROKEN)
    shown = "a\\n\\x1b[31m\\udcff.md"
    assert run(*CONCISE).out == shown + BROKEN_LINE
    assert run("--show-files").out == f"{shown}\n"
    (found,) = json.loads(run("--format", "json").out)
    assert found["path"] == "a\n\x1b[31m\\udcff.md"


@pytest.mark.posix
@pytest.mark.usefixtures("articles")
def test_an_unreadable_file_is_reported_and_the_others_are_checked(run: Run) -> None:
    os.symlink("nowhere", "a.md")
    assert run(*CONCISE)[:2] == (
        1,
        f"a.md:1:1: error cannot be read: No such file or directory [unreadable-file]\n{ALL}",
    )


@pytest.mark.usefixtures("articles")
def test_a_file_that_vanishes_meanwhile(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: str, _limit: int) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("articlelint.running.run.read_regular", refuse)
    assert run(*CONCISE, "sound.md").out == (
        "sound.md:1:1: error cannot be read: Permission denied [unreadable-file]\n"
    )


@pytest.mark.usefixtures("articles")
def test_color_can_be_forced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    colored = run(*CONCISE, "--color", "always", "broken.md").out
    assert colored.startswith("\x1b[1mbroken.md:7:7\x1b[0m: \x1b[31m\x1b[1merror\x1b[0m ")
    assert "\x1b" not in run(*CONCISE, "broken.md").out
    assert "\x1b" not in run(*CONCISE, "--color", "never", "broken.md").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(*CONCISE, "--color", "always", "broken.md").out == colored


@pytest.mark.usefixtures("articles")
def test_output_goes_to_whatever_replaces_standard_output(run: Run) -> None:
    with redirect_stdout(StringIO()) as out:
        assert run(*CONCISE) == (1, "", SUMMARY)
    assert out.getvalue() == ALL


def test_a_baseline_is_not_written_of_standard_input(run: Run) -> None:
    message = "Error: --write-baseline is for files, not for standard input\n"
    assert run("--write-baseline", "b.json", "-", stdin=SOUND) == (2, "", message)
    assert not Path("b.json").exists()
