"""One file has one name in a run; what CI reads has the paths of the repository."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, SOUND
from tests.e2e.conftest import Run
from tests.git import git

CONCISE = ("--format", "concise", "--quiet")

#: How each format for programs writes the path of the file, which is `site/posts/a b.md`.
WRITTEN = {
    "azure": "sourcepath={};",
    "checkstyle": '<file name="{}">',
    "github": "::error file={},line=7,",
    "gitlab": '"path": "{}"',
    "html": "<h3>{}</h3>",
    "junit": ' name="{}">',
    "markdown": "| {}&#58;7 |",
    "rdjson": '"path": "{}"',
    "sarif": '"uri": "{}"',
}
#: Of these, what identifies a diagnostic from run to run.
FINGERPRINTS = {
    "gitlab": '"fingerprint": "([0-9a-f]{64})"',
    "sarif": '"diagnostic/v1": "([0-9a-f]{64})"',
}


@pytest.fixture(autouse=True)
def checkout(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is not yet a repository, with one broken article and a sound one."""
    for name, text in {"a b.md": BROKEN, "sound.md": SOUND}.items():
        Path("site/posts").mkdir(parents=True, exist_ok=True)
        Path("site/posts", name).write_text(text)
    Path("other").mkdir()
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    return folder


def expected(form: str, path: str) -> str:
    return WRITTEN[form].format(path.replace(" ", "%20") if form == "sarif" else path)


@pytest.mark.parametrize("form", WRITTEN)
def test_paths_are_those_of_the_repository_wherever_the_run_is(
    form: str, run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q")
    outputs = []
    for place, path in {
        ".": "site/posts",
        "site": "posts",
        "site/posts": "a b.md",
        "other": "../site",
        "/": str(checkout / "site/posts/a b.md"),
    }.items():
        monkeypatch.chdir(checkout / place)
        outputs.append(run("--format", form, path).out)
    assert [expected(form, "site/posts/a b.md") in each for each in outputs] == [True] * 5
    if form in FINGERPRINTS:
        found = [re.findall(FINGERPRINTS[form], each) for each in outputs]
        assert len(found[0]) == 1
        assert found == [found[0]] * 5


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_without_git_they_are_those_of_the_checkout(
    variable: str, form: str, run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("site")
    assert expected(form, "posts/a b.md") in run("--format", form, "posts").out
    monkeypatch.setenv(variable, str(checkout))
    assert expected(form, "site/posts/a b.md") in run("--format", form, "posts").out


@pytest.mark.parametrize("form", WRITTEN)
def test_another_base(form: str, run: Run) -> None:
    git("init", "-q")
    output = run("--format", form, "--path-base", "site", "site").out
    assert expected(form, "posts/a b.md") in output


def test_outside_of_the_base_they_are_absolute(run: Run, checkout: Path) -> None:
    git("init", "-q")
    whole = str(checkout / "site/posts/a b.md")
    (issue,) = json.loads(run("--format", "gitlab", "--path-base", "other", "site").out)
    assert issue["location"]["path"] == whole
    output = run("--format", "sarif", "--path-base", "other", "site").out
    assert f'"uri": "file://{quote(whole)}"' in output


@pytest.mark.parametrize("base", ["nothing", "site/posts/a b.md"])
def test_a_base_is_a_folder(base: str, run: Run) -> None:
    status, out, error = run("--path-base", base, "site")
    assert (status, out) == (2, "")
    assert error.splitlines()[-1].startswith("Error: Invalid value for '--path-base': Directory ")


@pytest.mark.parametrize("form", WRITTEN)
def test_standard_input_has_a_path_only_by_its_name(
    form: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q")
    monkeypatch.chdir("site")
    output = run("--format", form, "--stdin-filename", "posts/a b.md", "-", stdin=BROKEN).out
    assert expected(form, "site/posts/a b.md") in output
    assert "site" not in run("--format", form, "-", stdin=BROKEN).out


@pytest.mark.parametrize(
    "named",
    [
        "posts/a b.md",
        "./posts/a b.md",
        "posts//a b.md",
        "posts/../posts/a b.md",
        "../site/posts/a b.md",
        "{top}/site/posts/a b.md",
        "{top}/other/../site/./posts/a b.md",
        "posts",
        ".",
        "..",
        "{top}",
    ],
)
def test_people_see_one_path_however_a_file_is_named(
    named: str, run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("site")
    named = named.format(top=checkout)
    assert run(*CONCISE, named).out == f"posts/a b.md{BROKEN_LINE}"
    assert run(*CONCISE, named, "posts/a b.md").out == f"posts/a b.md{BROKEN_LINE}"
    assert run("--format", "full", "--quiet", named).out.startswith("posts/a b.md:7:7: ")
    assert run("--format", "grouped", "--quiet", named).out.startswith("posts/a b.md\n")
    (found,) = json.loads(run("--format", "json", "--quiet", named).out)
    assert found["path"] == "posts/a b.md"
    assert "posts/a b.md\n" in run("--show-files", named).out
    assert run("--diff", "--unsafe-fixes", named).out.startswith("--- a/posts/a b.md\t\n")


def test_a_file_above_has_one_path_too(
    run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("other")
    for named in ("../site", str(checkout / "site"), "../other/../site/posts/a b.md"):
        found = json.loads(run("--format", "json", named).out)
        assert {each["path"] for each in found} == {"../site/posts/a b.md"}


def test_standard_input_is_called_like_the_file(
    run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("site")
    for name in ("./a.md", "posts/../a.md", f"{checkout}/site/a.md"):
        outcome = run(*CONCISE, "--stdin-filename", name, "-", stdin=BROKEN)
        assert outcome.out == f"a.md{BROKEN_LINE}"


@pytest.mark.parametrize("place", [".", "site", "site/posts"])
@pytest.mark.parametrize("named", ["site", "{top}/site", "site/../site/posts/a b.md"])
def test_a_baseline_matches_however_files_are_named(
    named: str, place: str, run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--write-baseline", "baseline.json", "site").status == 0
    monkeypatch.chdir(place)
    named = named if named[0] == "{" else os.path.join(os.path.relpath(checkout), named)
    baseline = os.path.relpath(checkout / "baseline.json")
    status, out, error = run("--baseline", baseline, named.format(top=checkout))
    assert (status, out) == (0, "")
    assert "1 baselined" in error
