"""A run over few files looks only at those that may have changed, or at all in case of doubt."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest

from articlelint.cli import main
from articlelint.collection import fingerprint
from articlelint.running import known_others, whole_folder
from articlelint.running.git_questions import Questions
from articlelint.running.known_others import KnownOthers
from articlelint.running.membership import Member
from tests.e2e.articles import SOUND
from tests.git import git

CONFIG = '{"rules": {"unknown-topic": {"topics": "topics.json", "severity": "off"}}}'
NAMES = ("a.md", "b.md", "news/c.md", "news/d.md")
FUTURE = 1_900_000_000


def article(page: str) -> str:
    return SOUND.replace("www.example.org/", f"www.example.org/{page}")


class Repository:
    """A repository with a configuration, of which all files were looked at once."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.cache = root.parent / "cache"
        self._patch = monkeypatch
        self.looked_at: list[set[str] | None] = []
        for name in NAMES:
            self.write(name, article(Path(name).stem))
        self.write(".articlelint.yaml", CONFIG)
        self.write("topics.json", '["Bridges"]')
        git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def commit(self) -> None:
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message=a")

    def run(self, *arguments: str) -> str:
        """What a run writes, with the cache; asserts that it is the same without."""
        cached = self._output("--cache-dir", str(self.cache), *arguments)
        assert self._output("--no-cache", *arguments) == cached
        return cached

    def looks(self, *names: str, options: Iterable[str] = ()) -> set[str] | None:
        """At which files a run over some looks; None if at all."""
        self.looked_at.clear()
        self.run(*options, "--", *names)
        return self.looked_at[0]

    def database(self) -> sqlite3.Connection:
        """The cache; to be closed."""
        (file,) = self.cache.glob("*.sqlite")
        return sqlite3.connect(file, isolation_level=None)

    def note(self) -> str | None:
        """What was noted of all files."""
        database = self.database()
        found = database.execute("SELECT value FROM note WHERE key = 'whole:'").fetchone()
        database.close()
        return found and str(found[0])

    def change_note(self, value: str) -> None:
        database = self.database()
        database.execute("UPDATE note SET value = ? WHERE key = 'whole:'", (value,))
        database.close()

    def _output(self, *arguments: str) -> str:
        out = self.root.parent / "out.json"
        with pytest.raises(SystemExit):
            main(["check", "--quiet", "--format=json", f"--output-file={out}", *arguments])
        return out.read_text()


@pytest.fixture
def unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """One of which nothing is known."""
    root = tmp_path / "site"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setattr(whole_folder, "_FEWEST", 1)
    for racy in ("articlelint.running.whole_folder", "articlelint.collection.store"):
        monkeypatch.setattr(f"{racy}.RACY_NS", -(10**18))
    repository = Repository(root, monkeypatch)
    look_at = KnownOthers.look_at

    def record(others: KnownOthers, folder: str, reported: AbstractSet[Member]) -> set[str] | None:
        found = look_at(others, folder, reported)
        repository.looked_at.append(found)
        return found

    monkeypatch.setattr(KnownOthers, "look_at", record)
    return repository


@pytest.fixture
def repository(unknown: Repository) -> Repository:
    unknown.run(".")
    return unknown


def test_only_the_changed_file_is_looked_at(repository: Repository) -> None:
    repository.write("a.md", article("c"))
    found = json.loads(repository.run("--", "a.md"))
    assert repository.looked_at[0] == {"a.md"}
    assert [(each["rule"], each["path"], each["line"], each["column"]) for each in found] == [
        ("duplicate-url", "a.md", 6, 9)
    ]
    assert found[0]["message"] == '"webUrl" leads to the same page as in "news/c.md"'


def test_a_run_over_one_file_notes_all_others_too(unknown: Repository) -> None:
    assert unknown.looks("a.md") is None
    assert unknown.looks("b.md") == {"b.md"}
    assert unknown.looks("a.md", "news/c.md") == {"a.md", "news/c.md"}


def test_what_was_changed_is_looked_at_also_when_it_is_set_back(repository: Repository) -> None:
    repository.write("b.md", article("a"))
    assert repository.looks("a.md") == {"a.md", "b.md"}
    git("checkout", "--", "b.md")
    git("status")
    assert repository.looks("a.md") == {"a.md", "b.md"}
    assert repository.run("--", "a.md") == "[]\n"
    repository.run(".")
    assert repository.looks("a.md") == {"a.md"}


def test_what_differed_when_all_was_looked_at(unknown: Repository) -> None:
    unknown.write("b.md", article("a"))
    unknown.write("new.md", article("new"))
    unknown.run(".")
    assert unknown.looks("a.md") == {"a.md", "b.md", "new.md"}
    unknown.commit()
    (unknown.root / "new.md").unlink()
    assert unknown.looks("a.md") == {"a.md", "b.md", "new.md"}


def test_what_is_gone_or_has_another_name(repository: Repository) -> None:
    git("mv", "b.md", "again.md")
    repository.write("a.md", article("b"))
    assert repository.looks("a.md") == {"a.md", "b.md", "again.md"}
    (found,) = json.loads(repository.run("--", "a.md"))
    assert found["message"] == '"webUrl" leads to the same page as in "again.md"'


@pytest.mark.posix
def test_a_link_is_another_name_of_what_it_leads_to(repository: Repository) -> None:
    (repository.root / "link.md").symlink_to("b.md")
    (repository.root / "out.md").symlink_to(repository.root.parent / "nothing.md")
    names = {"a.md", "b.md", "link.md", "out.md"}
    assert repository.looks("a.md") == names
    repository.run(".")
    assert repository.looks("a.md") == names


def test_a_named_file_that_no_search_finds_stays_alone(repository: Repository) -> None:
    repository.write(".git/info/exclude", "")
    repository.write("vendor/a.md", article("a"))
    assert repository.looks("vendor/a.md") == {"vendor/a.md"}
    assert repository.run("--", "vendor/a.md") == "[]\n"
    assert repository.run("--", "a.md") == "[]\n"


def test_a_file_that_begins_to_be_an_article_is_found(repository: Repository) -> None:
    repository.write("README.md", "# Read me\n")
    repository.commit()
    repository.run(".")
    repository.write("README.md", article("a"))
    assert repository.looks("a.md") == {"a.md", "README.md"}
    assert '"message": "the same page"' in repository.run("--", "a.md")
    repository.write("README.md", "# Read me\n")
    assert repository.run("--", "a.md") == "[]\n"


@pytest.mark.parametrize("deciding", ["news/pyvenv.cfg", "hugo.toml"])
def test_what_makes_a_search_leave_out_a_folder_decides_about_all(
    deciding: str, repository: Repository
) -> None:
    repository.write("archetypes/e.md", article("a"))
    repository.write("archetypes/f.md", article("c"))
    repository.commit()
    repository.run(".")
    assert repository.looks("a.md") == {"a.md"}
    repository.write(deciding, "")
    repository.commit()
    assert repository.looks("a.md") is None
    repository.run(".")
    assert repository.looks("a.md") == {"a.md"}
    (repository.root / deciding).unlink()
    repository.commit()
    assert repository.looks("a.md") is None


def test_what_is_not_remembered_is_looked_at(unknown: Repository) -> None:
    unknown.write("b.md", "---\n$schema: nothing.json\n---\n")
    unknown.commit()
    unknown.run(".")
    assert unknown.looks("a.md") == {"a.md", "b.md"}


def test_the_files_of_another_run_with_other_settings(repository: Repository) -> None:
    options = ["--ignore", "duplicate-title,empty-value"]
    assert repository.looks("b.md", options=options) is None
    assert repository.looks("a.md", options=options) == {"a.md"}
    assert repository.looks("a.md") is None
    assert repository.looks("a.md") == {"a.md"}


def test_a_schema_of_the_same_name_in_another_folder(repository: Repository) -> None:
    repository.write("own.json", "{}")
    repository.write("news/own.json", '{"required": ["slug"]}')
    repository.commit()
    options = ["--schema", "own.json"]
    assert repository.looks("a.md", options=options) is None
    assert repository.looks("a.md", options=options) == {"a.md"}
    os.chdir("news")
    assert repository.looks("c.md", options=options) is None


def test_a_collection_that_is_a_part_of_another_one(unknown: Repository) -> None:
    for name in (".articlelint.yaml", "topics.json"):
        (unknown.root / name).rename(unknown.root / "news" / name)
    unknown.commit()
    assert unknown.looks("news/c.md") is None
    assert unknown.looks("news/c.md") == {"c.md"}
    assert unknown.looks("a.md", "news/c.md", options=["--no-config"]) is None
    assert unknown.looks("news/c.md", options=["--no-config"]) == {"news/c.md"}
    assert unknown.looks("news/c.md") is None


def _bring_a_file(name: str, text: str = "") -> Callable[[Repository], None]:
    return lambda repository: repository.write(name, text)


def _drop_objects(_repository: Repository) -> None:
    git("commit", "--quiet", "--amend", "--allow-empty", "--message=b")
    git("reflog", "expire", "--expire=now", "--all")
    git("gc", "--quiet", "--prune=now")


def _hide_a_gitignore(repository: Repository) -> None:
    repository.write("news/.gitignore", "*\n")


def _nest(repository: Repository) -> None:
    git("init", "--quiet", str(repository.root / "news"))


def _bring_a_submodule(repository: Repository) -> None:
    other = repository.root / "other"
    git("init", "--quiet", str(other))
    git("commit", "--quiet", "--allow-empty", "--message=a", folder=str(other))
    git("-c", "advice.addEmbeddedRepo=false", "add", "other")


DOUBTS = {
    "the configuration has changed": _bring_a_file(".articlelint.yaml", CONFIG + "\n"),
    "the configuration is gone": lambda each: (each.root / ".articlelint.yaml").unlink(),
    "a folder has a configuration": _bring_a_file("news/.articlelint.yaml", "{}"),
    "a vocabulary has changed": _bring_a_file("topics.json", '["Trains"]'),
    "there is a .gitignore": _bring_a_file(".gitignore", "x\n"),
    "there is one that nobody sees": _hide_a_gitignore,
    "a folder is a repository": _nest,
    "there is another repository": _bring_a_submodule,
    "the commit is gone": _drop_objects,
    "the note is no JSON": lambda each: each.change_note("{"),
    "the note is no mapping": lambda each: each.change_note("[]"),
    "the note lacks something": lambda each: each.change_note(
        json.dumps({**json.loads(each.note() or ""), "holds": []})
    ),
}


@pytest.mark.parametrize("change", DOUBTS.values(), ids=DOUBTS)
def test_in_doubt_all_are_looked_at(
    repository: Repository, change: Callable[[Repository], None]
) -> None:
    assert repository.looks("a.md") == {"a.md"}
    change(repository)
    assert repository.looks("a.md") is None


def test_another_version(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "__version__", "0")
    fingerprint.tool.cache_clear()
    assert repository.looks("a.md") is None
    fingerprint.tool.cache_clear()


def test_a_time_for_which_nothing_is_known(
    unknown: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FUTURE))
    future = re.sub("publishedDateTime: .*", "publishedDateTime: 2035-08-01T08:00:00Z", SOUND)
    unknown.write("b.md", future)
    unknown.commit()
    unknown.run(".")
    assert unknown.looks("news/c.md") == {"news/c.md"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(2 * FUTURE))
    assert unknown.looks("a.md") is None


def test_too_many_have_changed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_others, "MOST_LOOKED_AT", 1)
    assert repository.looks("a.md") == {"a.md"}
    assert repository.looks("a.md", "b.md") is None


def test_a_name_that_has_two_spellings_elsewhere(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("caf\u00e9.md", article("e"))
    assert repository.looks("a.md") == {"a.md", "caf\u00e9.md"}
    monkeypatch.setattr("articlelint.running.known_others.sys.platform", "darwin")
    assert repository.looks("a.md") is None


def test_git_that_does_not_answer(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Questions, "ask", lambda *_: lambda: (None, b""))
    assert repository.looks("a.md") is None
    assert repository.looks("a.md") is None


@pytest.mark.parametrize(
    ("where", "most"),
    [("_FEWEST", 5), ("_MOST_FOLDERS", 1), ("MOST_LOOKED_AT", -1)],
    ids=["few articles", "many folders", "much that is unsure"],
)
def test_nothing_is_noted(
    unknown: Repository, monkeypatch: pytest.MonkeyPatch, where: str, most: int
) -> None:
    monkeypatch.setattr(whole_folder, where, most)
    unknown.run(".")
    assert unknown.note() is None


def test_nothing_is_noted_of_what_has_just_changed(
    unknown: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_folder, "RACY_NS", 2 * 10**9)
    unknown.run(".")
    assert unknown.note() is None


def test_nothing_is_noted_where_letters_are_not_told_apart(unknown: Repository) -> None:
    for name in NAMES:
        (unknown.root / name).with_name(Path(name).name.swapcase()).write_text("")
    unknown.run(".")
    assert unknown.note() is None


@pytest.mark.parametrize(
    "text", ["**/*a*b*c\n" * 40_000, "#" * 2**20 + "\n"], ids=["wild", "large"]
)
def test_nothing_is_noted_where_git_ignores_other_files(unknown: Repository, text: str) -> None:
    unknown.write("news/.gitignore", text)
    unknown.commit()
    unknown.run(".")
    assert unknown.note() is None


def test_nothing_is_noted_of_a_part(unknown: Repository) -> None:
    unknown.run("--select", "empty-value", ".")  # nothing that compares
    assert unknown.note() is None


def test_nothing_is_noted_with_a_preset_whose_site_may_begin_anywhere(unknown: Repository) -> None:
    (unknown.root / ".articlelint.yaml").unlink()
    unknown.write("docs/content/x.md", article("x"))
    unknown.write("docs/themes/content/y.md", article("x"))
    unknown.commit()
    preset = ["--preset", "hugo"]
    unknown.run(*preset, ".")
    assert unknown.note() is None
    assert unknown.looks("docs/content/x.md", options=preset) is None
    unknown.write("docs/hugo.toml", "")
    assert unknown.looks("docs/content/x.md", options=preset) is None


def test_too_many_unremembered_ones_leave_an_earlier_note(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = repository.note()
    monkeypatch.setattr(whole_folder, "MOST_LOOKED_AT", 3)
    repository.run("--statistics", ".")
    assert repository.note() == noted is not None


def test_a_site_below_the_top_of_its_repository(unknown: Repository) -> None:
    (unknown.root / ".articlelint.yaml").rename(unknown.root / "news" / ".articlelint.yaml")
    (unknown.root / "topics.json").rename(unknown.root / "news" / "topics.json")
    unknown.commit()
    assert unknown.looks("news/c.md") is None
    assert unknown.looks("news/d.md") == {"d.md"}
    unknown.write(".gitignore", "x\n")
    assert unknown.looks("news/d.md") is None


@pytest.mark.posix
def test_a_cache_of_another_folder(unknown: Repository, tmp_path: Path) -> None:
    """The root of what a link leads to is elsewhere."""
    link = tmp_path / "link"
    link.symlink_to(unknown.root / "news")
    os.chdir(link)
    assert unknown.looks("c.md") is None
