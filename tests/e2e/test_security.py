"""A pull request of a stranger is checked as the guide says, whatever it adds."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.e2e.articles import ODD, SOUND, write
from tests.e2e.conftest import Run
from tests.git import ENVIRONMENT, git
from tests.runners import commands
from tests.support import ROOT

GUIDE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
#: What the job runs: it restores what the maintainers decide, and checks.
RESTORE, CHECK = re.findall(r"- run: (.*)\n", GUIDE)
SCHEMA = {"properties": {"title": {"type": "string"}}, "required": ["title"]}
CONFIG = "schema: schemas/site.json\nrules:\n  published-flag: {ignorable: false}\n"


def _commit() -> None:
    git("add", "--all", "--force")
    git("commit", "--quiet", "--message=Change")


@pytest.fixture(autouse=True)
def pull_request(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The branch of a pull request that has changed nothing yet."""
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    git("init", "-q", "-b", "main")
    (folder / ".articlelint.yaml").write_text(CONFIG)
    write(json.dumps(SCHEMA), "schemas/site.json")
    write(SOUND, "posts/sound.md")
    _commit()
    git("update-ref", "refs/remotes/origin/main", "HEAD")


def _checked(run: Run) -> list[str]:
    """What the job says of each place: ``path:line id``."""
    restore = shlex.split(os.path.expandvars(RESTORE))
    subprocess.run(restore, env=ENVIRONMENT, check=True, capture_output=True)
    arguments = shlex.split(CHECK.partition(" articlelint ")[2])
    arguments[arguments.index("--format") + 1] = "json"
    status, out, err = run(*arguments)
    assert status in (0, 1)
    assert commands(out + err) == []
    return [f"{each['path']}:{each['line']} {each['rule']}" for each in json.loads(out)]


def test_a_sound_one_passes(run: Run) -> None:
    write(SOUND, "posts/odd.md")
    _commit()
    assert _checked(run) == []


def test_one_that_names_its_own_schema_and_ignores_what_is_wrong(run: Run) -> None:
    write("{}", "posts/own.json")
    write("---\n$schema: own.json\ntitle: 1 # articlelint: ignore[schema]\n---\n", "posts/bad.md")
    _commit()
    assert _checked(run) == [
        "posts/bad.md:2 inline-schema",
        "posts/bad.md:3 schema/type",
        "posts/bad.md:3 inline-ignore",
    ]


def test_one_that_changes_the_configuration_and_the_schema(run: Run) -> None:
    write("exclude: ['*']\n", ".articlelint.yaml")
    write("{}", "schemas/site.json")
    write("rules: {irregular-whitespace: off}\nexclude: ['*']\n", "posts/.articlelint.yaml")
    write(ODD, "posts/odd.md")
    _commit()
    assert _checked(run) == ["posts/odd.md:12 irregular-whitespace"]


def test_one_that_hides_files_fromgit(run: Run) -> None:
    write("posts/\n", ".gitignore")
    write(ODD, "posts/odd.md")
    _commit()
    assert _checked(run) == ["posts/odd.md:12 irregular-whitespace"]


@pytest.mark.posix
def test_one_that_puts_links_in_the_place_of_schemas_and_articles(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("home")
    (outside / "site.json").write_text('{"not": {"description": "secret"}}')
    (outside / "secret.md").write_text("---\ntitle: [secret]\n---\n")
    Path("schemas/site.json").unlink()
    Path("schemas").rmdir()
    Path("schemas").symlink_to(outside)
    Path("posts/linked.md").symlink_to(outside / "secret.md")
    _commit()
    assert _checked(run) == ["posts/linked.md:1 unreadable-file"]


def test_one_that_leaves_nothing_to_check(run: Run) -> None:
    Path("posts/sound.md").unlink()
    _commit()
    arguments = shlex.split(CHECK.partition(" articlelint ")[2])
    assert run(*arguments).status == 2


@pytest.mark.posix
@pytest.mark.parametrize(
    ("paths", "files"),
    [(["."], 3), (["posts", "drafts"], 3), (["posts/odd.md", "drafts/odd.md"], 2)],
)
def test_one_that_links_to_where_other_settings_hold(
    run: Run, paths: list[str], files: int
) -> None:
    lax = '{files: ["drafts/"], schema: schemas/any.json, rules: {irregular-whitespace: off}}'
    config = ["--config", "lax.yaml", "--no-inline", "--fail-on-no-files", "--format", "concise"]
    write(f"schema: schemas/site.json\noverrides: [{lax}]\n", "lax.yaml")
    write("{}", "schemas/any.json")
    write(ODD.replace("title:", "name:"), "drafts/odd.md")
    assert run(*config, "drafts").status == 0
    Path("posts/odd.md").symlink_to("../drafts/odd.md")
    status, out, err = run(*config, *paths)
    assert status == 1
    assert [line.partition(": ")[0] for line in out.splitlines()] == [
        "posts/odd.md:1:1",
        "posts/odd.md:12:18",
    ]
    assert f"{files} files checked: 1 error, 1 warning" in err
    assert run("--config", "lax.yaml", "--ignore", "schema/required", "drafts").status == 0


@pytest.mark.posix
def test_one_that_hides_articles_from_a_search(run: Run) -> None:
    write(ODD, "posts/readme.md")
    for path in ("posts/.drafts/a.md", "posts/vendor/a.md", "posts/new/a.md", "other/odd.md"):
        write(ODD.replace("www.example.org/", f"www.example.org/{path}"), path)
    write("", "posts/new/pyvenv.cfg")
    Path("posts/link").symlink_to("../other")
    _commit()
    assert _checked(run) == [
        "other/odd.md:12 irregular-whitespace",  # which the link leads to
        "posts/readme.md:12 irregular-whitespace",
    ]
    named = "include: [posts/.drafts/, posts/vendor/*.md, '/posts/**/*.md', /posts/new]\n"
    write(named, "named.yaml")
    assert run("--quiet", "--show-files", "--config", "named.yaml").out.splitlines() == [
        "posts/.drafts/a.md",
        "posts/new/a.md",
        "posts/new/pyvenv.cfg",
        "posts/readme.md",
        "posts/sound.md",
        "posts/vendor/a.md",
    ]
    assert run("--quiet", "--show-files", "posts/new").out == "posts/new/a.md\n"
