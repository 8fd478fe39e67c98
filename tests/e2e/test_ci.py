"""The documentation's examples for CI services and pre-commit, as far as they can be run here."""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from articlelint import reporters
from articlelint.cli.check_command import check_command
from tests.e2e.articles import BROKEN, BROKEN_LINE, SOUND
from tests.e2e.conftest import Run
from tests.e2e.documents import blocks, read_yaml
from tests.e2e.hooks import MANIFEST, Repository
from tests.git import git
from tests.support import ROOT
from tests.unit.reporters.validity import json_faults

GUIDE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
ACTION = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {each["id"]: each for each in read_yaml(f"hooks:\n{MANIFEST}")["hooks"]}

(AZURE,) = [read_yaml(each) for each in blocks(GUIDE, "yaml") if each.startswith("steps:")]
SHOWN = [read_yaml(each) for page in (GUIDE, README) for each in blocks(page, "yaml")]
WORKFLOWS = [each for each in SHOWN if "jobs" in each]
PRE_COMMIT = [each for each in SHOWN if "repos" in each]
(GITLAB,) = [each for each in SHOWN if "articlelint" in each]

#: Actions by others that the workflows use.
OTHER_ACTIONS = {
    "actions/checkout",
    "actions/setup-python",
    "github/codeql-action/upload-sarif",
    "reviewdog/action-setup",
}


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_all_that_the_guide_shows_is_tested_here() -> None:
    assert len(blocks(GUIDE, "yaml")) == 10
    assert (len(WORKFLOWS), len(PRE_COMMIT)) == (5, 4)  # one of each is in the README


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda each: each["name"])
def test_workflows_use_the_action_as_it_is(workflow: dict[str, Any]) -> None:
    assert {"name", "on", "jobs"} <= set(workflow) <= {"name", "on", "permissions", "jobs"}
    for step in steps(workflow):
        name = step.get("uses", "").partition("@")[0]
        if name == "articlelint/articlelint":
            assert set(step["with"]) <= set(ACTION["inputs"])
        else:
            assert name in OTHER_ACTIONS or "run" in step


def test_the_inputs_of_the_action_are_listed_with_their_defaults() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (?:`(.*)`|none) \|$", GUIDE, re.MULTILINE)
    assert dict(rows) == {name: each["default"] for name, each in ACTION["inputs"].items()}


def test_every_format_for_programs_has_a_service() -> None:
    table = GUIDE.partition("| service | format |")[2].partition("\n\n")[0]
    told = re.findall(r"`([a-z]+)`", table)
    assert sorted([*told, "concise", "full", "grouped"]) == reporters.names()


def commands(lines: list[str]) -> list[list[str]]:
    """The arguments of each call of articlelint, without what the shell does with its status."""
    calls = [line for line in lines if line.startswith("articlelint ")]
    return [shlex.split(each.partition("||")[0])[1:] for each in calls]


@pytest.mark.parametrize(("text", "status"), [(SOUND, 0), (BROKEN, 1)], ids=["sound", "broken"])
def test_azure(text: str, status: int, run: Run) -> None:
    Path("_news").mkdir()
    Path("_news/a.md").write_text(text)
    (call,) = commands([each.get("script", "") for each in AZURE["steps"]])
    outcome = run(*call)
    assert outcome.status == status
    assert outcome.out.startswith("##vso[task.logissue type=error;" * status)
    assert outcome.out.count("\n") == status


@pytest.mark.parametrize(("text", "status"), [(SOUND, 0), (BROKEN, 1)], ids=["sound", "broken"])
def test_gitlab(text: str, status: int, run: Run) -> None:
    Path("_news").mkdir()
    Path("_news/a.md").write_text(text)
    (call,) = commands(GITLAB["articlelint"]["script"])
    outcome = run(*call)
    assert (outcome.status, "schema/enum" in outcome.out) == (status, bool(status))
    report = Path(GITLAB["articlelint"]["artifacts"]["reports"]["codequality"]).read_text()
    assert json_faults("gitlab-code-quality.json", report) == []
    assert len(json.loads(report)) == status


def test_what_a_pull_request_changes(run: Run) -> None:
    (workflow,) = [each for each in WORKFLOWS if each["name"].startswith("Changed")]
    (arguments,) = [each["with"]["args"] for each in steps(workflow) if "args" in each["with"]]
    (job,) = [each["changed-articles"] for each in SHOWN if "changed-articles" in each]
    (call,) = commands(job["script"])

    git("init", "-q", "-b", "main")
    Path("_news").mkdir()
    for name in ("old", "new"):
        Path(f"_news/{name}.md").write_text(BROKEN)
        git("add", ".")
        git("commit", "-q", "-m", name)
        git("checkout", "-q", "-B", "branch")
    git("update-ref", "refs/remotes/origin/main", "main")
    base = git("rev-parse", "main").strip()
    expected = f"_news/new.md{BROKEN_LINE}"
    concise = ("--format", "concise", "--quiet")

    here = arguments.replace("${{ github.base_ref }}", "main")
    assert run(*concise, here, "_news") == (1, expected, "")
    there = [each.replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", base) for each in call]
    assert run(*concise, *there) == (1, expected, "")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "--no-edit", "branch")
    assert "`--diff-base=HEAD^1`" in GUIDE
    assert run(*concise, "--diff-base=HEAD^1", "_news") == (1, expected, "")


def test_reviewdog(run: Run) -> None:
    Path("_news").mkdir()
    Path("_news/a.md").write_text(BROKEN)
    (workflow,) = [each for each in WORKFLOWS if each["name"].startswith("Review")]
    lines = [step["run"] for step in steps(workflow) if "run" in step]
    (call,) = commands(lines)
    assert run(*call)[:2] == (1, "")
    assert json_faults("rdjson.json", Path("found.json").read_text()) == []
    assert lines[-1].endswith("< found.json")


@pytest.mark.parametrize(
    "config", PRE_COMMIT, ids=["all again", "own files", "pre-commit.ci", "README"]
)
def test_hooks_are_ours(config: dict[str, Any]) -> None:
    (repository,) = config["repos"]
    for hook in repository["hooks"]:
        assert hook["id"] in HOOKS
        options = {option for each in check_command.params for option in each.opts}
        given = [each for each in hook.get("args", ()) if each.startswith("-")]
        assert set(given) <= {*options, "--"}
        assert not given or given[-1] == "--"
        assert re.compile(hook.get("files", "")).search("_news/a.md") or hook["id"] != "articlelint"


def local(hook: dict[str, Any]) -> dict[str, Any]:
    """A hook that runs this articlelint as it is, and needs no environment."""
    ours = HOOKS[hook["id"]]
    entry = ours["entry"].replace("articlelint", f"{shlex.quote(sys.executable)} -m articlelint", 1)
    return {**ours, **hook, "language": "system", "entry": entry}


@pytest.fixture
def collection(tmp_path: Path) -> Repository:
    """A repository with two articles and the guide's hooks that check all articles again."""
    (shown,) = next(each for each in PRE_COMMIT if "articlelint-all" in str(each))["repos"]
    config = {"repos": [{"repo": "local", "hooks": list(map(local, shown["hooks"]))}]}
    repository = Repository(tmp_path / "collection", tmp_path / "home")
    for name in ("_news", "schemas"):
        (repository.folder / name).mkdir()
    (repository.folder / ".pre-commit-config.yaml").write_text(json.dumps(config))
    (repository.folder / "schemas/own.schema.json").write_text('{"required": ["title"]}')
    (repository.folder / ".articlelint.yaml").write_text("schema: schemas/own.schema.json\n")
    assert repository.commit(**{"_news/a": SOUND, "_news/b": SOUND})[0] == 0
    assert repository.run(sys.executable, "-m", "pre_commit", "install")[0] == 0
    return repository


def ran(output: str) -> dict[str, str]:
    """The hooks of a commit, each with how it ended."""
    return dict(re.findall(r"^(articlelint.*?)\.+(?:\(.*\))?(\w+)$", output, re.MULTILINE))


def test_all_articles_are_checked_again_when_the_schema_changes(collection: Repository) -> None:
    status, output = collection.commit(**{"_news/a": SOUND.replace("Ferry", "Boat")})
    assert ran(output) == {"articlelint": "Passed", "articlelint, all articles": "Skipped"}
    assert status == 0

    (collection.folder / "schemas/own.schema.json").write_text('{"required": ["author"]}')
    status, output = collection.commit()
    assert ran(output) == {"articlelint": "Skipped", "articlelint, all articles": "Failed"}
    assert status == 1
    assert re.findall(r"^(_news/\w\.md):1:1: error ", output, re.MULTILINE) == [
        "_news/a.md",
        "_news/b.md",
    ]

    (collection.folder / ".articlelint.yaml").write_text("schema: {}\n")
    status, output = collection.commit()
    assert ran(output)["articlelint, all articles"] == "Failed"
    assert "Error: .articlelint.yaml:1:9: " in output
