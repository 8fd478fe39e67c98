"""Which baseline is used for a file: that of the command line or of its configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import ConfigError
from articlelint.report import FileReport
from articlelint.running.baselines import Baselines
from articlelint.running.checkers import Checkers
from articlelint.running.discover import discover
from articlelint.settings.baseline import Baseline
from articlelint.settings.config_tree import ConfigTree
from tests.checking import check_files

BROKEN = "---\ntitle: 1\n---\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two folders with a broken article each; the first has a configuration with a baseline."""
    monkeypatch.chdir(tmp_path)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "old" / ".articlelint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    return tmp_path


def run(file: str | None = None, written: str | None = None) -> tuple[Baselines, list[FileReport]]:
    configs = ConfigTree()
    checkers = Checkers(configs, select=["schema/type"])
    files = discover(["."], configs).files
    baselines = Baselines(configs, checkers.selects, file, written)
    reports = check_files(files, checkers.for_file)
    return baselines, list(baselines.filtered(reports))


def write(path: str) -> None:
    """A baseline of all current diagnostics."""
    baseline = Baseline.load(path, may_be_missing=True)
    configs = ConfigTree(search=False)
    checkers = Checkers(configs, select=["schema/type"])
    files = discover(["."], configs).files
    for report in check_files(files, checkers.for_file):
        baseline.note(report)
    baseline.write()


def hidden(reports: list[FileReport]) -> dict[str, int]:
    return {report.path: len(report.suppressed) for report in reports}


def test_a_configuration_names_the_baseline_of_its_files() -> None:
    write("old/known.json")
    assert hidden(run()[1]) == {"new/a.md": 0, "old/a.md": 1}


def test_that_of_the_command_line_is_for_all_files() -> None:
    write("all.json")
    assert hidden(run("all.json")[1]) == {"new/a.md": 1, "old/a.md": 1}


def test_without_any_nothing_is_hidden(folder: Path) -> None:
    (folder / "old" / ".articlelint.yaml").unlink()
    assert hidden(run()[1]) == {"new/a.md": 0, "old/a.md": 0}


def test_a_missing_one_is_reported_where_it_is_named() -> None:
    with pytest.raises(
        ConfigError, match=r"^old/\.articlelint\.yaml:1:11: .*known\.json: this baseline"
    ):
        run()


def test_one_that_is_about_to_be_written_need_not_be_there() -> None:
    assert hidden(run(written="old/known.json")[1]) == {"new/a.md": 0, "old/a.md": 0}


@pytest.mark.parametrize(
    ("articles", "what"),
    [
        pytest.param(["old/a.md"], "1 entry no longer occurs", id="one"),
        pytest.param(["old/a.md", "new/a.md"], "2 entries no longer occur", id="several"),
    ],
)
def test_stale_entries_are_reported(articles: list[str], what: str) -> None:
    write("all.json")
    for each in articles:
        Path(each).write_text("---\ntitle: A\n---\n", encoding="utf-8")
    baselines, _ = run("all.json")
    assert list(baselines.stale()) == [
        f"all.json: {what}: `--write-baseline all.json` removes what is gone"
    ]
    write("all.json")
    assert list(run("all.json")[0].stale()) == []


def test_two_configurations_may_name_one_baseline(folder: Path) -> None:
    (folder / ".articlelint.yaml").write_text("baseline: old/known.json\n", encoding="utf-8")
    write("old/known.json")
    assert hidden(run()[1]) == {"new/a.md": 1, "old/a.md": 1}


def test_a_name_that_no_file_can_have_is_not_the_one_to_be_written() -> None:
    Path("old/.articlelint.yaml").write_text('baseline: "a\\0.json"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"the baseline cannot be read"):
        run(written="new.json")


@pytest.mark.parametrize("name", ["../known.json", "/known.json"])
def test_the_baseline_of_a_configuration_must_be_within_the_root(name: str, folder: Path) -> None:
    (folder / "known.json").write_text('[{"version": 1}]', encoding="utf-8")
    (folder / "old" / ".articlelint.yaml").write_text(f"baseline: {name}\n", encoding="utf-8")
    what = "the baseline is outside the folder of the top-most configuration"
    with pytest.raises(ConfigError) as caught:
        run()
    path = "/known.json" if name == "/known.json" else "old/../known.json"
    assert str(caught.value) == f"old/.articlelint.yaml:1:11: {path}: {what}"
    (folder / ".git").mkdir()
    if name != "/known.json":
        assert hidden(run()[1]) == {"new/a.md": 0, "old/a.md": 0}
