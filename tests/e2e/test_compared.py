"""What is said of articles that are compared: in which words, where, and what keeps it silent."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from sqlite3 import OperationalError

import pytest

from articlelint.running.collection_run import CollectionRun
from articlelint.running.found import Found
from tests.e2e.articles import SOUND, about, same_page, write_all
from tests.e2e.conftest import Run
from tests.git import git

IDS = "duplicate-url,tracking-parameter"
CONCISE = ("--format", "concise")
IGNORED = about("ferry").replace("/ferry\n", "/ferry # articlelint: ignore[duplicate-url] a copy\n")
UNUSED = ':6:61: warning unused ignore: "duplicate-url" is not reported here [unused-ignore]\n'
PAIR = same_page("a.md", "news/b.md") + same_page("news/b.md", "a.md")


@pytest.fixture(autouse=True)
def site(folder: Path) -> Path:
    """A repository with two articles about one page, and one about another."""
    write_all(
        {
            ".git/HEAD": "",
            ".articlelint.yaml": "",
            "a.md": about("ferry"),
            "news/b.md": about("ferry?utm_source=x").replace("title: F", "title: The f"),
            "news/c.md": about("bridge"),
        }
    )
    Path(".articlelint.yaml").write_text("rules: {tracking-parameter: off}\n")
    return folder


def test_each_has_its_place_and_those_of_the_others(run: Run) -> None:
    status, out, err = run("--format", "json")
    first, second = json.loads(out)
    assert (status, err) == (1, "3 files checked: 2 errors, 0 warnings\n")
    for one, other in ((first, second), (second, first)):
        (related,) = one["related"]
        assert one["pointer"] == "/webUrl"
        assert (one["line"], one["column"], one["end_line"]) == (6, 9, 6)
        assert related["message"] == "the same page"
        place = {key: other[key] for key in ("path", "line", "column", "end_line", "end_column")}
        assert {key: related[key] for key in place} == place


def test_one_that_is_named_is_compared_with_the_rest(run: Run) -> None:
    assert run(*CONCISE, "news/b.md") == (
        1,
        same_page("news/b.md", "a.md"),
        "1 file checked: 1 error, 0 warnings\n",
    )
    assert run(*CONCISE, "news/c.md") == (0, "", "1 file checked, nothing to report\n")
    assert run(*CONCISE, "news").out == same_page("news/b.md", "a.md")
    assert run(*CONCISE, "a.md", "news/b.md").out == PAIR


def test_from_a_sub_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files by their paths in the collection, places by those from here."""
    monkeypatch.chdir("news")
    assert run(*CONCISE).out == same_page("b.md", "a.md")
    assert run(*CONCISE, "../a.md").out == same_page("../a.md", "news/b.md")
    (found,) = json.loads(run("--format", "json", "b.md").out)
    assert found["related"][0]["path"] == "../a.md"


class TestIgnoreComments:
    def test_silence_the_article_that_has_them(self, run: Run) -> None:
        write_all({"a.md": IGNORED})
        assert run(*CONCISE) == (
            1,
            same_page("news/b.md", "a.md"),
            "3 files checked: 1 error, 0 warnings, 1 ignored by comments\n",
        )
        assert run(*CONCISE, "a.md").out == ""

    def test_for_the_whole_file(self, run: Run) -> None:
        comment = "---\n# articlelint: ignore-file[duplicate-url]\n"
        write_all({"a.md": about("ferry").replace("---\n", comment, 1)})
        assert run(*CONCISE).out == same_page("news/b.md", "a.md")

    def test_are_unused_where_nothing_is_found(self, run: Run) -> None:
        write_all({"news/b.md": about("train"), "a.md": IGNORED})
        assert run(*CONCISE) == (
            0,
            f"a.md{UNUSED}",
            "3 files checked: 0 errors, 1 warning\n",
        )
        assert run(*CONCISE, "a.md").out == f"a.md{UNUSED}"

    @pytest.mark.posix
    def test_are_not_unused_where_nothing_was_compared(self, run: Run) -> None:
        write_all({"news/b.md": about("train"), "a.md": IGNORED, "notes.txt": IGNORED})
        Path("link.md").symlink_to("a.md")
        assert run(*CONCISE, "notes.txt").out == ""
        assert run(*CONCISE, "notes.txt", "a.md").out == f"a.md{UNUSED}"
        assert run(*CONCISE, "-", stdin=IGNORED).out == ""
        named = ("--stdin-filename", "a.md", "-")
        assert run(*CONCISE, *named, stdin=IGNORED).out == f"a.md{UNUSED}"
        assert UNUSED not in run(*CONCISE, "--fix", *named, stdin=IGNORED).err

    def test_are_not_unused_if_the_rule_is_off(self, run: Run) -> None:
        write_all({"a.md": IGNORED})
        assert run(*CONCISE, "--ignore", "duplicate-url").out == ""
        assert run(*CONCISE, "--select", "unused-ignore").out == ""

    def test_that_the_configuration_refuses(self, run: Run) -> None:
        write_all({"a.md": IGNORED, ".articlelint.yaml": "inline: {ignore: false}\n"})
        assert same_page("a.md", "news/b.md") in run(*CONCISE, "a.md").out


class TestSeverities:
    def test_a_warning(self, run: Run) -> None:
        write_all(
            {".articlelint.yaml": "rules: {duplicate-url: warning, tracking-parameter: off}\n"}
        )
        outcome = run(*CONCISE)
        assert (outcome.status, outcome.out) == (0, PAIR.replace(" error ", " warning "))
        assert run("--strict").status == 1

    def test_off(self, run: Run) -> None:
        write_all({".articlelint.yaml": "rules: {duplicate-url: off, tracking-parameter: off}\n"})
        assert run(*CONCISE) == (0, "", "3 files checked, nothing to report\n")

    def test_select_and_ignore(self, run: Run) -> None:
        assert run(*CONCISE, "--ignore", "duplicate-url").out == ""
        assert run(*CONCISE, "--select", "schema").out == ""
        assert run(*CONCISE, "--select", "duplicate-url").out == PAIR


class TestOverrides:
    CONFIG = "rules: {tracking-parameter: off}\noverrides:\n  - files: [news/]\n    rules: "

    def test_a_folder_in_which_a_rule_is_off_takes_no_part(self, run: Run) -> None:
        write_all({".articlelint.yaml": f"{self.CONFIG}{{duplicate-url: off}}\n"})
        assert run(*CONCISE).out == ""
        write_all({"d.md": about("ferry")})
        assert run(*CONCISE).out == same_page("a.md", "d.md") + same_page("d.md", "a.md")

    def test_a_folder_in_which_nothing_is_compared_is_not_checked(self, run: Run) -> None:
        """Although another file of the collection is compared."""
        off = ("duplicate-url", "inconsistent-provider", "rare-key", "related-self")
        rules = ", ".join(f"{each}: off" for each in off)
        write_all({".articlelint.yaml": f"{self.CONFIG}{{{rules}}}\n"})
        assert run(*CONCISE, "a.md").out == ""
        write_all({".articlelint.yaml": "", "d.md": about("ferry")})
        assert run(*CONCISE, "d.md").out == same_page("d.md", "a.md")

    def test_a_folder_with_another_severity(self, run: Run) -> None:
        write_all({".articlelint.yaml": f"{self.CONFIG}{{duplicate-url: warning}}\n"})
        second = same_page("news/b.md", "a.md").replace(" error ", " warning ")
        assert run(*CONCISE).out == same_page("a.md", "news/b.md") + second

    def test_a_folder_with_other_options(self, run: Run) -> None:
        """Each file is judged by its own options, and by the facts that the others have noted."""
        both = SOUND.replace("topics:", "slug: boats\nid: 7\ntopics:")
        write_all(dict.fromkeys(("a.md", "d.md", "news/b.md", "news/c.md"), both))
        config = self.CONFIG.replace(
            "tracking-parameter: off",
            "schema/additionalProperties: off, unique-value: {fields: [slug]}",
        )
        write_all({".articlelint.yaml": f"{config}{{unique-value: {{fields: [id]}}}}\n"})
        slug = ':12:7: error "slug" must be unique, but "boats" is also in "{}" [unique-value]'
        number = ':13:5: error "id" must be unique, but "7" is also in "{}" [unique-value]'
        assert run(*CONCISE).out.splitlines() == [
            "a.md" + slug.format("d.md"),
            "d.md" + slug.format("a.md"),
            "news/b.md" + number.format("news/c.md"),
            "news/c.md" + number.format("news/b.md"),
        ]


class TestBaseline:
    KNOWN = ("--baseline", "known.json")

    def test_hides_what_it_lists(self, run: Run) -> None:
        assert (
            run("--write-baseline", "known.json").err == "known.json: 2 added, 0 removed, 0 kept\n"
        )
        baselined = "3 files checked, nothing to report, 2 baselined\n"
        assert run(*CONCISE, *self.KNOWN) == (0, "", baselined)
        assert run(*CONCISE, *self.KNOWN, "a.md").out == ""
        write_all({"d.md": about("bridge")})
        new = same_page("d.md", "news/c.md") + same_page("news/c.md", "d.md")
        assert run(*CONCISE, *self.KNOWN).out == new

    def test_of_the_named_files_only(self, run: Run) -> None:
        written = run("--write-baseline", "known.json", "a.md").err
        assert written == "known.json: 1 added, 0 removed, 0 kept\n"
        assert run(*CONCISE, *self.KNOWN).out == same_page("news/b.md", "a.md")

    def test_is_stale_when_the_other_file_is_gone(self, run: Run) -> None:
        run("--write-baseline", "known.json")
        Path("news/b.md").unlink()
        status, out, err = run(*CONCISE, *self.KNOWN)
        assert (status, out) == (0, "")
        assert err.startswith("known.json: 2 entries no longer occur: ")

    def test_is_not_stale_where_nothing_was_compared(self, run: Run) -> None:
        run("--write-baseline", "known.json")
        write_all({"news/.articlelint.yaml": "no-such: 1\n"})
        note, summary = run(*CONCISE, *self.KNOWN, "a.md").err.splitlines()
        assert note.endswith("the articles are compared with no others")
        assert summary == "1 file checked, nothing to report"

    def test_is_not_stale_for_files_that_are_unchanged(self, run: Run) -> None:
        """Of those, only what concerns the changed ones was looked for."""
        shutil.rmtree(".git")
        write_all({"a.md": about("ferry").replace("type: article", "type: artcle")})
        git("init", "-q")
        git("add", ".")
        git("commit", "-q", "-m", "All")
        assert run("--write-baseline", "known.json").err.startswith("known.json: 3 added")
        write_all({"news/b.md": about("ferry?utm_source=x")})
        since = (*CONCISE, *self.KNOWN, "--diff-base", "HEAD")
        assert run(*since) == (0, "", "2 files checked, nothing to report, 2 baselined\n")

    def test_holds_whatever_other_files_come(self, run: Run) -> None:
        run("--write-baseline", "known.json")
        write_all({"news/0.md": about("ferry")})
        outcome = run(*CONCISE, *self.KNOWN)
        assert outcome.out == same_page("news/0.md", "a.md")
        assert outcome.err == "4 files checked: 1 error, 0 warnings, 2 baselined\n"

    def test_fingerprints_stay_whatever_other_files_come(self, run: Run) -> None:
        def fingerprint() -> str:
            (found,) = json.loads(run("--format", "gitlab", "news/b.md").out)
            return str(found["fingerprint"])

        before = fingerprint()
        write_all({"0.md": about("ferry")})
        assert fingerprint() == before


class TestFixes:
    def test_files_are_compared_as_their_fixes_left_them(self, run: Run) -> None:
        """One that does not parse is compared with none before."""
        write_all({"news/c.md": about("ferry").replace("title: ", "title: @")})
        assert run(*CONCISE, "--ignore", "yaml-syntax").out == PAIR
        outcome = run(*CONCISE, "--fix", "--unsafe-fixes")
        assert 'title: "@Ferry' in Path("news/c.md").read_text()
        assert outcome.out == PAIR + same_page("news/c.md", "a.md")

    def test_the_place_is_where_the_fixes_left_it(self, run: Run) -> None:
        write_all({".articlelint.yaml": "", "a.md": about("ferry?utm_source=x")})
        (found,) = json.loads(run("--format", "json", "--fix", "--select", IDS, "a.md").out)
        assert Path("a.md").read_text() == about("ferry")
        url = "https://www.example.org/ferry"
        assert (found["rule"], found["end_column"]) == ("duplicate-url", 9 + len(url))

    def test_only_named_files_are_fixed(self, run: Run) -> None:
        faulty = about("ferry").replace("published: true", "published: yes")
        write_all({"a.md": faulty, "news/b.md": faulty})
        assert run(*CONCISE, "--fix", "a.md").out == same_page("a.md", "news/b.md")
        assert Path("a.md").read_text() == about("ferry")
        assert Path("news/b.md").read_text() == faulty

    def test_standard_input_that_is_fixed_is_compared_with_nothing(self, run: Run) -> None:
        faulty = about("ferry").replace("published: true", "published: yes")
        outcome = run("--fix", "--stdin-filename", "a.md", "-", stdin=faulty)
        assert outcome == (0, about("ferry"), "1 file checked, nothing to report; 1 fixed\n")

    def test_a_diff_does_not_say_what_nothing_fixes(self, run: Run) -> None:
        assert run("--diff") == (0, "", "0 faults would be fixed in 0 files\n")


class TestStandardInput:
    B = ("--stdin-filename", "news/b.md", "-")

    def test_replaces_the_file_of_its_name(self, run: Run) -> None:
        assert run(*CONCISE, *self.B, stdin=about("ferry")).out == same_page("news/b.md", "a.md")
        assert run(*CONCISE, *self.B, stdin=about("train")).out == ""
        bridge = about("bridge").replace("---\n", "---\n# moved\n", 1)
        told = same_page("news/b.md", "news/c.md", line=7)
        assert run(*CONCISE, *self.B, stdin=bridge).out == told

    @pytest.mark.parametrize("name", [None, "notes.txt", "news/README.md", "new.md"])
    def test_is_compared_only_in_place_of_an_article(self, name: str | None, run: Run) -> None:
        named = ("--stdin-filename", name) if name else ()
        write_all({"notes.txt": "", "news/README.md": ""})
        assert run(*CONCISE, *named, "-", stdin=about("ferry")).out == ""

    def test_its_own_lines_are_shown(self, run: Run) -> None:
        text = about("ferry").replace("https://www.example.org", "http://example.org")
        out = run("--format", "full", "--ignore", "insecure-url", *self.B, stdin=text).out
        assert "    6 | webUrl: http://example.org/ferry\n" in out
        assert "  a.md:6: the same page\n" in out


def test_a_full_disk_ends_the_run_with_an_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(*_: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("articlelint.collection.kept.KeptResults.add", add)
    error = "Error: what was found cannot be kept: database or disk is full\n"
    assert run("--no-cache") == (2, "", error)
    assert run() == (2, "", error)


def test_standard_input_is_read_once_even_if_the_cache_is_damaged(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare, calls = CollectionRun._compare_all, []

    def compare_all(self: CollectionRun, files: Sequence[Found]) -> None:
        calls.append(1)
        if len(calls) == 1:
            raise OperationalError("database disk image is malformed")
        compare(self, files)

    monkeypatch.setattr(CollectionRun, "_compare_all", compare_all)
    outcome = run(*CONCISE, "--stdin-filename", "news/b.md", "-", stdin=about("ferry"))
    assert outcome.out == same_page("news/b.md", "a.md")
