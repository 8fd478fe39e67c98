"""What goes wrong while articles are compared: a rule that fails, files that change."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from articlelint.engine.check import Checker
from articlelint.rule import Facts, FileObjection, Options
from articlelint.running import collection_run
from tests.e2e.articles import ODD_LINE, about, same_page, write_all
from tests.e2e.conftest import Run
from tests.git import git

CONCISE = ("--format", "concise")
FERRY = about("ferry")
IGNORED = FERRY.replace("/ferry\n", "/ferry # articlelint: ignore[duplicate-url, mojibake]\n")
PAIR = same_page("a.md", "b.md") + same_page("b.md", "a.md")
SILENT = "nothing to report\n"


@pytest.fixture(autouse=True)
def site(folder: Path) -> Path:
    """A repository with two articles about one page, and one about another."""
    write_all({".git/HEAD": "", "a.md": FERRY, "b.md": FERRY, "c.md": about("bridge")})
    return folder


def when_all_are_compared(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Do something once all files have been checked by themselves."""
    compare_all = collection_run.CollectionRun._compare_all

    def compare(self: collection_run.CollectionRun, files: object) -> None:
        do()
        compare_all(self, files)  # type: ignore[arg-type]

    monkeypatch.setattr(collection_run.CollectionRun, "_compare_all", compare)


class TestARuleThatFails:
    @pytest.fixture(autouse=True)
    def failing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It objects to one file, and fails at the next."""

        def check(facts: Facts, _options: Options) -> Iterator[FileObjection]:
            for noted, *_ in facts.groups():
                raise KeyError(noted.file)
            yield from ()

        make = Checker.__init__

        def init(self: Checker, *args: object, **kwargs: object) -> None:
            make(self, *args, **kwargs)  # type: ignore[arg-type]
            self.comparing = [
                each._replace(rule=each.rule._replace(check_collection=check))
                if each.rule_id == "duplicate-url"
                else each
                for each in self.comparing
            ]

        monkeypatch.setattr(Checker, "__init__", init)

    FAILED = (
        "{}:1:1: error the rule duplicate-url failed on this collection: KeyError: 'a.md' "
        "[internal-error]\n"
    )

    def test_is_told_of_once(self, run: Run) -> None:
        status, out, _ = run(*CONCISE)
        assert (status, out) == (1, self.FAILED.format("a.md"))
        assert run(*CONCISE, "b.md").out == self.FAILED.format("b.md")

    def test_is_as_severe_as_the_settings_say(self, run: Run) -> None:
        write_all({".articlelint.yaml": "rules: {internal-error: warning}\n"})
        warned = self.FAILED.format("a.md").replace(" error ", " warning ")
        assert run(*CONCISE).out == warned
        assert run(*CONCISE, "--select", "duplicate-url").out == warned
        assert run(*CONCISE, "--ignore", "internal-error").out == ""

    def test_other_rules_have_their_say(self, run: Run) -> None:
        rules = "rules: {duplicate-title: warning}\n"
        write_all({".articlelint.yaml": rules})
        out = run(*CONCISE).out.splitlines()
        assert [each.rpartition(" ")[2] for each in out] == [
            "[internal-error]",
            *["[duplicate-title]"] * 3,
        ]

    def test_comments_are_not_called_unused_for_it(self, run: Run) -> None:
        write_all({"b.md": IGNORED})
        unused = 'warning unused ignore: "mojibake" is not reported here [unused-ignore]'
        assert run(*CONCISE).out == f"{self.FAILED.format('a.md')}b.md:6:76: {unused}\n"

    def test_is_not_told_of_a_file_that_is_compared_with_nothing(self, run: Run) -> None:
        write_all({"notes.txt": FERRY})
        assert run(*CONCISE, "notes.txt") == (0, "", f"1 file checked, {SILENT}")


class TestFilesThatChangeMeanwhile:
    def test_one_that_changes_is_checked_as_it_is(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What was found by comparing the old text has no place in the new one."""
        odd = about("bridge").replace("[Ferries]", '["Ferries "]')
        when_all_are_compared(monkeypatch, lambda: write_all({"a.md": odd}))
        assert run(*CONCISE).out == f"a.md{ODD_LINE}{same_page('b.md', 'a.md')}"

    def test_one_that_vanishes(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        when_all_are_compared(monkeypatch, lambda: Path("a.md").unlink(missing_ok=True))
        assert run(*CONCISE).out == (
            "a.md:1:1: error cannot be read: No such file or directory [unreadable-file]\n"
            + same_page("b.md", "a.md")
        )
        assert run(*CONCISE) == (0, "", f"2 files checked, {SILENT}")

    def test_the_place_in_one_that_has_changed_is_its_beginning(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        when_all_are_compared(monkeypatch, lambda: write_all({"a.md": "---\ntitle: A\n---\n"}))
        out = run("--format", "full", "b.md").out
        assert "\n  a.md:1: the same page\n" in out

    def test_the_next_run_is_right(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            when_all_are_compared(patch, lambda: write_all({"a.md": about("bridge")}))
            run()
        assert run(*CONCISE).out == same_page("a.md", "c.md") + same_page("c.md", "a.md")


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_text("---\na: 1\n---\n")])
def test_an_unchanged_one_that_changes_after_all(
    change: Callable[[Path], object], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(".git")
    git("init", "-q")
    git("add", "a.md")
    git("commit", "-q", "-m", "One")
    since = (*CONCISE, "--diff-base", "HEAD")
    assert run(*since).out == PAIR
    when_all_are_compared(monkeypatch, lambda: change(Path("a.md")))
    assert run(*since).out == same_page("b.md", "a.md")


@contextmanager
def pipe_of(text: str) -> Iterator[str]:
    """The path of a pipe from which a text can be read once."""
    reader, writer = os.pipe()
    try:
        os.write(writer, text.encode())
        os.close(writer)
        yield f"/dev/fd/{reader}"
    finally:
        os.close(reader)


@pytest.mark.posix
@pytest.mark.parametrize("text", [FERRY, about("train")])
def test_a_pipe_is_read_once(text: str, run: Run) -> None:
    """A search does not find it, so it is compared with nothing."""
    with pipe_of(text) as path:
        assert run(*CONCISE, path, "a.md").out == same_page("a.md", "b.md")


@pytest.mark.posix
def test_a_pipe_with_a_fault(run: Run) -> None:
    with pipe_of(FERRY.replace("type: article", "type: artcle")) as path:
        assert "    7 | type: artcle\n" in run("--format", "full", path, "c.md").out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FERRY.replace("title: ", "title: @"), id="does not parse"),
        pytest.param(FERRY.replace("---\n", "", 1), id="no front matter"),
        pytest.param("---\n---\n", id="empty"),
        pytest.param(FERRY.rpartition("---")[0], id="never closed"),
        pytest.param(FERRY.replace("category", "a: b: c\ncategory"), id="in part"),
    ],
)
def test_broken_front_matter_takes_part_in_nothing(text: str, run: Run) -> None:
    write_all({"b.md": text})
    assert run(*CONCISE, "a.md") == (0, "", f"1 file checked, {SILENT}")
    out = run(*CONCISE).out
    assert out
    assert "duplicate-url" not in out


def test_text_that_cannot_be_decoded_takes_part_in_nothing(run: Run) -> None:
    Path("b.md").write_bytes(FERRY.encode() + b"\xff")
    assert run(*CONCISE, "a.md").out == ""
    assert "[undecodable-file]" in run(*CONCISE).out
