"""What articles, schemas, configurations and names of files cannot do to the log of a run in CI."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articlelint import reporters
from tests.bounded import bounded
from tests.e2e.articles import BROKEN, ODD, SOUND, naming, write
from tests.e2e.conftest import Outcome, Run
from tests.e2e.test_processes import start
from tests.runners import commands, ignorable

pytestmark = pytest.mark.posix  # other systems refuse such names

#: Values, keys and names, with all that a runner could obey.
HOSTILE = [
    "::add-mask::e",
    " ::stop-commands::e",
    "a\n::add-mask::e",
    "a\r::add-mask::e",
    "a\u2028::add-mask::e",
    ":\u200d:add-mask::e",
    "##[stop-commands]e",
    "##vso[task.setvariable variable=a]e",
    "\x1b[31m::add-mask::e",
    ":\u180b:add-mask::e",
    ":\x7f:add-mask::e",
    "#\u0640#\U000e0041[stop-commands]e",
    "#\x01#[stop-commands]e",
    "#\x7f#[stop-commands]e",
]
hostile = pytest.mark.parametrize("text", HOSTILE, ids=ascii)
FORMATS = [each for each in reporters.names() if each not in ("azure", "github")]


def assert_harmless(outcome: Outcome) -> None:
    assert commands(outcome.out) == commands(outcome.err) == []


def with_value(value: str) -> str:
    """An article in which a value, a key and the body hold what a runner could obey."""
    shown = json.dumps(value)
    return (
        SOUND.replace("type: article", f"type: {shown}\n{shown}: 1")
        .replace("[Ferries]", f"[{shown}, {shown}, on]")
        .replace("boats\n", f"boats # {value.splitlines()[0]}\n")
    )


@pytest.mark.parametrize("name", [*FORMATS, "statistics", "statistics-json", "show-files"])
def test_no_format_holds_a_command(name: str, run: Run) -> None:
    for number, text in enumerate(HOSTILE):
        write(with_value(text), f"{text}.md")
        write(with_value(text), f"{text}/{number}.md")
    ways = {
        "statistics": ["--statistics"],
        "statistics-json": ["--statistics", "--format", "json"],
        "show-files": ["--show-files"],
    }
    outcome = run(*ways.get(name, ["--format", name]))
    assert_harmless(outcome)
    assert "add-mask" in outcome.out


@pytest.mark.parametrize("name", reporters.names())
def test_no_format_holds_a_command_with_what_runners_pass_over(name: str, run: Run) -> None:
    keys = [
        f'"{key}": 1\n'
        for escape in (f"\\U{ord(each):08x}" for each in ignorable())
        for key in (f":{escape}:a", f"#{escape}#[a")
    ]
    for at in range(0, len(keys), 400):  # of one file, not many more are reported
        write(f"---\n{''.join(keys[at : at + 400])}---\n", f"{at}.md")
    outcome = run("--format", name)
    own = {"github": "::", "azure": "##vso[task.logissue "}.get(name, "")
    out = "".join(line.removeprefix(own) for line in outcome.out.splitlines(True))
    shown = 90 if name == "markdown" else len(keys)  # for people, it has 100 rows at most
    assert outcome.out.count("unknown key") >= shown
    assert commands(out) == commands(outcome.err) == []


def test_annotations_are_the_only_commands(run: Run) -> None:
    for text in HOSTILE:
        write(with_value(text), f"{text}.md")
    outcome = run("--format", "github")
    lines = outcome.out.splitlines()
    assert commands(outcome.out) == lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert "##[" not in outcome.out
    assert "##vso[" not in outcome.out
    assert commands(outcome.err) == []


def test_issues_are_the_only_commands(run: Run) -> None:
    for text in HOSTILE:
        write(with_value(text), f"{text}.md")
    outcome = run("--format", "azure")
    lines = outcome.out.splitlines()
    assert commands(outcome.out) == lines
    begin = "##vso[task.logissue type="
    assert all(line.startswith((f"{begin}error;", f"{begin}warning;")) for line in lines)
    assert [commands(line.removeprefix(begin)) for line in lines] == [[]] * len(lines)
    assert commands(outcome.err) == []


def test_a_path_that_would_be_a_command_is_still_a_path(run: Run) -> None:
    write(ODD, "::add-mask::e.md")
    outcome = run("--format", "concise")
    path = outcome.out.removesuffix(outcome.out[outcome.out.index(":12:18: ") :])
    assert path == "./::add-mask::e.md"
    assert Path(path).read_text() == ODD
    assert run("--show-files") == (0, "./::add-mask::e.md\n", "")
    assert run("--show-files", path) == (0, "./::add-mask::e.md\n", "")


def test_an_excerpt_shows_all_but_a_command(run: Run) -> None:
    write(SOUND.replace("article\n", "'##[stop-commands]e ## [a]'\n"))
    outcome = run("--color", "never")
    assert "    7 | type: '#\\x23[stop-commands]e ## [a]'\n" in outcome.out
    assert f"      |       {'^' * 30}\n" in outcome.out


@hostile
@pytest.mark.parametrize(
    "use",
    [
        lambda text: ["--schema", text],
        lambda text: ["--select", text],
        lambda text: ["--config", text],
        lambda text: [text],
        lambda text: [f"--{text}"],
        lambda text: ["--output", text],
        lambda text: ["--output", f"json:{text}/a"],
        lambda text: ["--baseline", text],
        lambda text: ["--format", text],
        lambda text: ["explain", text],
        lambda text: ["schema", text],
    ],
)
def test_wrong_use_quotes_no_command(use: Callable[[str], list[str]], text: str, run: Run) -> None:
    outcome = run(*use(text))
    assert outcome.status == 2
    assert_harmless(outcome)


@hostile
@pytest.mark.parametrize(
    "config",
    [
        lambda text: {text: 1},
        lambda text: {"schema": text},
        lambda text: {"exclude": [text]},
        lambda text: {"rules": {text: "off"}},
        lambda text: {"rules": {"non-iso-date": text}},
        lambda text: {"baseline": text},
        lambda text: {"overrides": [{"files": [text], "schema": text}]},
        lambda text: {"fields": {"title": text}},
    ],
)
def test_configuration_makes_no_command(
    config: Callable[[str], Any], text: str, run: Run, folder: Path
) -> None:
    inner = folder / text
    inner.mkdir()
    (inner / ".articlelint.yaml").write_text(json.dumps(config(text)))
    write(BROKEN, f"{text}/a.md")
    for arguments in ([], ["--show-config", f"{text}/a.md"], ["--statistics"], ["--diff"]):
        assert_harmless(run(*arguments))


@hostile
@pytest.mark.parametrize(
    "schema",
    [
        lambda text: {"properties": {text: {"type": text}}},
        lambda text: {"required": [text]},
        lambda text: {"$ref": f"{text}.json"},
        lambda text: {"$ref": f"#/$defs/{text}"},
        lambda text: {"properties": {"title": {"pattern": f"^{text}("}}},
        lambda text: {"properties": {"title": {"pattern": f"^q{text}"}}},
        lambda text: {"properties": {"title": {"const": 1, "errorMessage": text}}},
        lambda text: {"properties": {"title": {"const": text, "description": text}}},
        lambda text: {"$schema": text},
    ],
)
def test_schemas_make_no_command(
    schema: Callable[[str], Any], text: str, run: Run, folder: Path
) -> None:
    (folder / "a.json").write_text(json.dumps(schema(text)))
    write(SOUND)
    write(naming("a.json"), "b.md")
    assert_harmless(run("a.md", "--schema", "a.json"))
    assert_harmless(run("b.md"))


@hostile
def test_names_make_no_command_in_what_is_noted(text: str, run: Run, folder: Path) -> None:
    (folder / text).mkdir()
    assert run(text).err.startswith("no articles found in ")
    assert_harmless(run(text))
    write(BROKEN, f"{text}/a.md")
    baseline = f"{text}.json"
    outcome = run(text, "--write-baseline", baseline)
    assert outcome.err.endswith(".json: 1 added, 0 removed, 0 kept\n")
    assert_harmless(outcome)
    write(SOUND, f"{text}/a.md")
    outcome = run(text, "--baseline", baseline)
    assert "no longer occurs" in outcome.err
    assert_harmless(outcome)
    (folder / text / ".articlelint.yaml").write_text("exclude: ['*.md']\n")
    outcome = run(f"{text}/a.md")
    assert "which is not checked" in outcome.err
    assert_harmless(outcome)


FOLD = "section_start:1560896352:a[collapsed=true]\r\x1b[0Kb"
HIDDEN = (":\x01:b", "#\x01#[b", ":\u061c:b", "#\u0640#[b", "##\U000e0041v\x7fso[b")
BODY = "".join(
    f"{text}\n"
    for text in ("::add-mask::e", "a\r::e::", "##[group]", "C::D", "\x1b[0m", FOLD, *HIDDEN)
)


@pytest.mark.parametrize("variable", ["CI", "GITHUB_ACTIONS", "TF_BUILD"])
def test_a_diff_in_ci_holds_no_command(
    variable: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "true")
    write(ODD + BODY)
    outcome = run("--diff")
    assert outcome.status == 1
    assert_harmless(outcome)
    assert " \\x3a:add-mask::e\n" in outcome.out


def test_a_diff_in_ci_is_otherwise_exact(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(ODD.replace("\n", "\r\n") + "C::D\x1b[0m\t## [a]\r\n")
    for variable in ("CI", "GITHUB_ACTIONS", "TF_BUILD"):
        monkeypatch.delenv(variable, raising=False)
    exact = run("--diff")
    monkeypatch.setenv("CI", "true")
    assert run("--diff") == exact


@pytest.mark.parametrize("is_ci", [False, True])
def test_a_diff_that_is_no_log_is_exact(
    is_ci: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
) -> None:
    for variable in ("GITHUB_ACTIONS", "TF_BUILD"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("CI", "1" * is_ci)
    write(ODD + BODY)
    with (folder / "diff").open("wb") as file:
        start("--diff", stdout=file).communicate(timeout=60)
    assert b"\n ::add-mask::e\n" in (folder / "diff").read_bytes()
    if not is_ci:
        out, _ = start("--diff").communicate(timeout=60)
        assert out == (folder / "diff").read_bytes()


@pytest.mark.parametrize("variable", ["CI", "GITHUB_ACTIONS", "TF_BUILD"])
def test_only_the_fixed_article_itself_is_never_escaped(
    variable: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "true")
    text = with_value("::add-mask::e") + BODY
    outcome = run("--fix", "-", "--stdin-filename", "::add-mask::e.md", stdin=text)
    fixed = text.replace('"::add-mask::e", "::add-mask::e"', '"::add-mask::e"')
    assert outcome.out == fixed
    assert commands(outcome.err) == []
    assert "::add-mask::e" in outcome.err


@pytest.mark.parametrize("name", reporters.names())
def test_texts_of_a_schema_are_shortened(name: str, folder: Path) -> None:
    text = "q" * 100_000
    schema = {
        "patternProperties": {
            "^a": {"const": 1, "errorMessage": text},
            "^b": {"const": 1, "description": text},
            "^c": {"type": "string", "pattern": f"^{text}"},
        }
    }
    (folder / "a.json").write_text(json.dumps(schema))
    write("---\n" + "".join(f"{key}{n}: x\n" for key in "abc" for n in range(100)) + "---\n")
    ended = bounded("--format", name, "--schema", "a.json")
    assert ended.status == 1
    assert len(ended.out) < 600_000


def test_a_mistake_in_a_schema_is_shortened(folder: Path) -> None:
    (folder / "a.json").write_text(json.dumps({"pattern": f"({'q' * 1_000_000}"}))
    write(SOUND)
    ended = bounded("--schema", "a.json")
    assert ended.status == 2
    assert len(ended.err) < 1_200
