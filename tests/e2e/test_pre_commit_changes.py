"""The pre-commit hooks on every kind of change that git commits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, SOUND, in_full
from tests.e2e.hooks import Repository, outcomes, reported, using


def line(name: str) -> str:
    """What is said of the broken article of this name, without its ending."""
    return f"{name}.md{in_full(BROKEN_LINE)}"


def test_a_commit_from_a_sub_folder(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.start(**{"site/old": BROKEN})
    articles.write(**{"site/news/broken": BROKEN, "site/news/sound": SOUND, "top": BROKEN})

    articles.run("git", "add", "broken.md", "sound.md", below="site/news")
    status, output = articles.run("git", "commit", "--message=Articles", below="site/news")
    assert (status, outcomes(output), reported(output)) == (
        1,
        ["Failed"],
        [line("site/news/broken")],
    )
    status, output = articles.pre_commit("run", below="site/news")
    assert (status, reported(output)) == (1, [line("site/news/broken")])
    status, output = articles.pre_commit("run", "--files", "sound.md", below="site/news")
    assert (status, outcomes(output)) == (0, ["Passed"])
    status, output = articles.pre_commit("run", "--files", "../old.md", below="site/news")
    assert (status, reported(output)) == (1, [line("site/old")])


def test_a_rename(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.start(old=BROKEN, other=BROKEN)

    articles.git("mv", "old.md", "new.md")
    status, output = articles.commit()
    assert (status, reported(output)) == (1, [line("new")])
    articles.git("mv", "--force", "start.md", "new.md")
    status, output = articles.commit()
    assert (status, outcomes(output)) == (0, ["Passed"])


def test_a_deletion(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint", "articlelint-all")
    (articles.folder / ".articlelint.yaml").write_text("rules: {schema/enum: off}\n")
    articles.start(broken=BROKEN, other=BROKEN)

    (articles.folder / "other.md").unlink()
    status, output = articles.commit(sound=SOUND)
    assert (status, outcomes(output)) == (0, ["Passed", "Skipped"])

    # pre-commit tells hooks of no deleted file, so one that has to know always runs.
    (articles.folder / ".articlelint.yaml").unlink()
    articles.use({"id": "articlelint-all"})
    status, output = articles.commit()
    assert (status, outcomes(output)) == (0, ["Skipped"])
    articles.use({"id": "articlelint-all", "always_run": True})
    status, output = articles.commit()
    assert (status, outcomes(output), reported(output)) == (1, ["Failed"], [line("broken")])


def test_a_merge(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.start(old=BROKEN, both=SOUND)
    articles.git("checkout", "--quiet", "-b", "side")
    articles.start(both=f"{SOUND}Theirs.\n", theirs=SOUND)
    articles.git("checkout", "--quiet", "main")
    articles.start(both=f"{SOUND}Ours.\n", ours=BROKEN)

    status, output = articles.run("git", "merge", "side")
    assert status == 1, output
    status, output = articles.commit(both=BROKEN)  # the conflict is settled by a fault
    assert (status, reported(output)) == (1, [line("both")])
    status, output = articles.commit(both=SOUND)
    assert (status, outcomes(output)) == (0, ["Passed"])
    assert articles.git("rev-parse", "HEAD^2") == articles.git("rev-parse", "side")


def test_a_merge_without_a_conflict(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.start()
    articles.git("checkout", "--quiet", "-b", "side")
    articles.start(theirs=BROKEN, gone=SOUND)
    articles.git("checkout", "--quiet", "main")
    articles.start(ours=BROKEN)
    status, output = articles.pre_commit("install", "--hook-type=pre-merge-commit")
    assert status == 0, output

    status, output = articles.run("git", "merge", "--no-edit", "side")
    assert (status, reported(output)) == (1, [line("theirs")])


def test_a_partially_staged_file_is_checked_as_staged(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.start()
    articles.write(fixed=BROKEN, broken=SOUND)
    articles.git("add", "--all")
    articles.write(fixed=SOUND, broken=BROKEN)

    status, output = articles.run("git", "commit", "--message=Articles")
    assert (status, reported(output)) == (1, [line("fixed")])
    assert (articles.folder / "fixed.md").read_text() == SOUND
    assert (articles.folder / "broken.md").read_text() == BROKEN

    articles.git("add", "fixed.md")
    status, output = articles.run("git", "commit", "--message=Articles")
    assert (status, outcomes(output)) == (0, ["Passed"])
    assert (articles.folder / "broken.md").read_text() == BROKEN


@pytest.mark.parametrize("settings", [{}, {"require_serial": False}])
def test_a_list_that_is_split_over_processes(
    settings: dict[str, object], hooks: Repository, tmp_path: Path
) -> None:
    articles = using(hooks, tmp_path, "articlelint")
    articles.use({"id": "articlelint", "entry": "articlelint check", **settings})
    names = [f"{number:0250}" for number in range(560)]  # a command has at most 128 KiB of them
    broken = [names[0], names[280], names[-1]]
    articles.write(**dict.fromkeys(names, SOUND))
    status, output = articles.commit(**dict.fromkeys(broken, BROKEN))
    assert (status, sorted(reported(output))) == (1, [line(name) for name in broken])
    checked = re.findall(r"^(\d+) files? checked", output, re.MULTILINE)
    assert len(checked) >= 2
    assert sum(map(int, checked)) == len(names)


@pytest.mark.parametrize(
    "path",
    [".articlelint.yaml", "schemas/any.json", ".gitignore", "_data/authors.yml"],
)
def test_a_change_for_all_articles_checks_all(path: str, hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint", "articlelint-all")
    articles.start(**{"old": BROKEN, "_news/old": BROKEN})

    status, output = articles.commit(sound=SOUND)
    assert (status, outcomes(output)) == (0, ["Passed", "Skipped"])
    (articles.folder / path).parent.mkdir(exist_ok=True)
    (articles.folder / path).write_text("{}\n")
    status, output = articles.commit()
    assert (status, outcomes(output)) == (1, ["Skipped", "Failed"])
    assert reported(output) == [line("_news/old"), line("old")]

    articles.use({"id": "articlelint-all", "args": ["--select=schema/enum", "_news"]})
    status, output = articles.commit()
    assert (status, reported(output)) == (1, [line("_news/old")])


@pytest.mark.posix
def test_a_link_to_a_configuration_is_one(hooks: Repository, tmp_path: Path) -> None:
    articles = using(hooks, tmp_path, "articlelint-all")
    (articles.folder / "shared.yaml").write_text("rules: {schema/required: off}\n")
    articles.start(old=BROKEN)
    (articles.folder / ".articlelint.yaml").symlink_to("shared.yaml")
    status, output = articles.commit()
    assert (status, reported(output)) == (1, [line("old")])
