"""Which articles are compared with each other: those of one collection."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.articles import BROKEN, BROKEN_LINE, SOUND, about, same_page, write_all
from tests.e2e.conftest import Run

CONCISE = ("--format", "concise")
FERRY = about("ferry")


def told(*names: str) -> str:
    """What is said of articles about one page, sorted by their names."""
    first, second, *_ = names
    return "".join(same_page(each, second if each == first else first) for each in names)


def repository(**files: str) -> None:
    """Make the current folder a repository; ``_`` in names means ``/``."""
    write_all({".git/HEAD": "", **{f"{name.replace('_', '/')}.md": files[name] for name in files}})


class TestWithoutConfiguration:
    def test_the_files_of_the_run_outside_of_a_repository(self, run: Run) -> None:
        write_all(dict.fromkeys(("a.md", "b.md", "news/c.md"), FERRY))
        assert run(*CONCISE).out == told("a.md", "b.md", "news/c.md")
        assert run(*CONCISE, "a.md", "news").out == told("a.md", "news/c.md")
        assert run(*CONCISE, "a.md") == (0, "", "1 file checked, nothing to report\n")

    def test_a_repository(self, run: Run) -> None:
        repository(a=FERRY, news_b=FERRY)
        assert run(*CONCISE, "news").out == same_page("news/b.md", "a.md")

    def test_each_repository_has_its_own(self, run: Run) -> None:
        repository(a=FERRY, b=about("bridge"))
        write_all(dict.fromkeys(("inner/c.md", "inner/d.md"), FERRY))
        write_all({"inner/.git/HEAD": "", "inner/e.md": about("bridge")})
        of_inner = same_page("inner/c.md", "d.md") + same_page("inner/d.md", "c.md")
        assert run(*CONCISE).out == of_inner
        assert run(*CONCISE, "a.md", "inner/c.md").out == same_page("inner/c.md", "d.md")

    def test_files_of_two_repositories(
        self, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("one", "two"):
            write_all({f"{name}/.git/HEAD": "", f"{name}/a.md": FERRY})
        assert run(*CONCISE).out == ""
        monkeypatch.chdir(folder / "one")
        assert run(*CONCISE, "a.md", "../two/a.md").out == ""
        write_all({"b.md": FERRY})
        assert run(*CONCISE, "a.md", "../two/a.md").out == same_page("a.md", "b.md")


class TestFilesThatASearchDoesNotFind:
    def test_are_compared_with_nothing(self, run: Run) -> None:
        repository(a=FERRY)
        others = ["vendor/c.md", "notes.txt", "ignored/b.md"]
        write_all({**dict.fromkeys(others, FERRY), ".gitignore": "ignored/\n"})
        assert run(*CONCISE, "a.md", *others) == (0, "", "4 files checked, nothing to report\n")
        assert run(*CONCISE, *others).out == ""

    def test_excluded_ones(self, run: Run) -> None:
        repository(a=FERRY, drafts_b=FERRY)
        write_all({".articlelint.yaml": "exclude: [drafts/]\n"})
        assert run(*CONCISE).out == ""
        write_all({"drafts/.articlelint.yaml": ""})
        assert run(*CONCISE, "a.md").out == ""

    def test_included_ones_are_found(self, run: Run) -> None:
        repository(a=FERRY)
        write_all({"b.txt": FERRY, ".articlelint.yaml": "include: ['*.txt']\n"})
        assert run(*CONCISE, "a.md", "b.txt").out == ""
        write_all({"c.txt": FERRY})
        assert run(*CONCISE, "c.txt").out == same_page("c.txt", "b.txt")

    @pytest.mark.posix
    def test_a_link_is_the_file_to_which_it_leads(self, run: Run) -> None:
        repository(a=FERRY)
        Path("b.md").symlink_to("a.md")
        assert run(*CONCISE) == (0, "", "1 file checked, nothing to report\n")
        assert run(*CONCISE, "b.md").out == ""
        write_all({"c.md": FERRY})
        assert run(*CONCISE).out == told("a.md", "c.md")

    @pytest.mark.posix
    def test_two_names_with_settings_of_their_own(self, run: Run) -> None:
        """The file is checked by both names, and compared by the first."""
        repository(a=FERRY, news_c=FERRY)
        config = "overrides: [{files: [news/], rules: {duplicate-url: warning}}]\n"
        write_all({".articlelint.yaml": config})
        Path("news/b.md").symlink_to("../a.md")
        warned = same_page("news/c.md", "a.md").replace(" error ", " warning ")
        assert run(*CONCISE) == (
            1,
            same_page("a.md", "news/c.md") + warned,
            "3 files checked: 1 error, 1 warning\n",
        )

    @pytest.mark.posix
    def test_a_link_out_of_the_repository(self, folder: Path, run: Run) -> None:
        write_all({"site/.git/HEAD": "", "site/a.md": FERRY, "b.md": FERRY})
        (folder / "site/c.md").symlink_to("../b.md")
        why = "cannot be read: a link leads out of the repository [unreadable-file]"
        assert run(*CONCISE, "site").out == f"site/c.md:1:1: error {why}\n"
        assert run(*CONCISE, "site/a.md").out == ""


class TestConfigurations:
    def test_the_folder_of_the_top_most(self, run: Run) -> None:
        write_all({"site/.articlelint.yaml": "", "site/news/.articlelint.yaml": ""})
        write_all(dict.fromkeys(("a.md", "site/a.md", "site/news/b.md"), FERRY))
        assert run(*CONCISE, "site/news").out == same_page("site/news/b.md", "a.md")
        both = same_page("site/a.md", "news/b.md") + same_page("site/news/b.md", "a.md")
        assert run(*CONCISE).out == both
        assert run(*CONCISE, "a.md").out == ""

    def test_in_a_repository_what_is_beside_it_is_another_collection(self, run: Run) -> None:
        repository(a=FERRY, site_b=FERRY, other_c=FERRY)
        write_all({"site/.articlelint.yaml": ""})
        assert run(*CONCISE, "site").out == ""
        write_all({"site/d.md": FERRY})
        assert run(*CONCISE, "site/d.md").out == same_page("site/d.md", "b.md")

    def test_one_that_is_named(self, run: Run) -> None:
        """Its folder counts; what is outside of that has its repository."""
        write_all({"site/own.yaml": "rules: {duplicate-url: warning}\n"})
        write_all(dict.fromkeys(("site/a.md", "site/b.md", "other/c.md"), FERRY))
        named = (*CONCISE, "--config", "site/own.yaml")
        warned = same_page("site/a.md", "b.md").replace(" error ", " warning ")
        assert run(*named, "site/a.md").out == warned
        assert run(*named, "other/c.md").out == ""

    def test_none_at_all(self, run: Run) -> None:
        repository(a=FERRY, news_b=FERRY)
        write_all({".articlelint.yaml": "rules: {duplicate-url: off}\n"})
        write_all({"news/.articlelint.yaml": "rules: {no-such: off}\n"})
        assert run(*CONCISE, "--no-config", "a.md").out == same_page("a.md", "news/b.md")

    @pytest.mark.parametrize("is_broken", [False, True])
    def test_a_mistake_in_another_folder(self, *, is_broken: bool, run: Run) -> None:
        """The named files are checked all the same, each by itself."""
        text = BROKEN if is_broken else SOUND
        repository(a=text, b=text)
        config = "rules: {no-such: off}\nno-such: 1\n"
        write_all({"news/.articlelint.yaml": config, "news/c.md": SOUND})
        status, out, err = run(*CONCISE, "a.md")
        assert (status, out) == (int(is_broken), f"a.md{BROKEN_LINE}" if is_broken else "")
        note = ": the articles are compared with no others\n"
        first, second, _ = err.splitlines(keepends=True)
        assert first.startswith("news/.articlelint.yaml:1:9: ")
        assert second.startswith("news/.articlelint.yaml:2:1: ")
        assert first.endswith(note)
        assert second.endswith(note)
        assert run("--quiet", "a.md").err == ""
        assert run().status == 2

    def test_a_mistake_where_the_searched_folder_is_the_collection(self, run: Run) -> None:
        repository(a=FERRY)
        write_all({"news/.articlelint.yaml": "no-such: 1\n", "news/c.md": FERRY})
        assert run(".").status == 2


class TestSeveral:
    CONFIG = "collections:\n  english: [en/, '*.en.md']\n  french: [fr/]\n  all: ['*/x.md']\n"

    @pytest.fixture(autouse=True)
    def site(self) -> None:
        repository()
        write_all({".articlelint.yaml": self.CONFIG})

    def test_do_not_mix(self, run: Run) -> None:
        write_all(dict.fromkeys(("en/a.md", "fr/a.md", "de/x.md", "a.md"), FERRY))
        assert run(*CONCISE).out == ""
        assert run(*CONCISE, "fr/a.md").out == ""

    @pytest.mark.parametrize(
        ("one", "other"),
        [("en/a.md", "fr/b.en.md"), ("en/a.md", "en/x.md"), ("fr/a.md", "fr/x.md")],
    )
    def test_each_file_is_in_the_first_that_takes_it(self, one: str, other: str, run: Run) -> None:
        write_all(dict.fromkeys((one, other), FERRY))
        found = [same_page(one, other), same_page(other, one)]
        assert run(*CONCISE).out == "".join(found)
        assert run(*CONCISE, other).out == found[1]

    def test_what_is_in_none_is_one(self, run: Run) -> None:
        write_all(dict.fromkeys(("a.md", "de/b.md", "en/c.md"), FERRY))
        assert run(*CONCISE).out == told("a.md", "de/b.md")

    def test_a_folder_of_one(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        write_all(dict.fromkeys(("en/a.md", "en/deep/b.md", "fr/c.md"), FERRY))
        assert run(*CONCISE, "en/deep").out == same_page("en/deep/b.md", "en/a.md")
        monkeypatch.chdir("en/deep")
        assert run(*CONCISE).out == same_page("b.md", "en/a.md")

    def test_below_the_top_most_configuration_they_are_refused(self, run: Run) -> None:
        write_all({"en/.articlelint.yaml": "# here\ncollections: {a: ['*']}\n", "en/a.md": FERRY})
        status, out, err = run("en")
        assert (status, out) == (2, "")
        told = "this belongs in .articlelint.yaml, the top-most one"
        assert err == f"Error: en/.articlelint.yaml:2:14: {told}\n"

    def test_a_pattern_without_effect_is_noted(self, run: Run) -> None:
        write_all(dict.fromkeys(("en/a.md", "fr/a.md"), SOUND))
        no_effect = "this pattern has no effect: it applies to no file"
        assert run().err.splitlines()[:-1] == [
            f".articlelint.yaml:2:18: {no_effect}",
            f".articlelint.yaml:4:9: {no_effect}",
        ]
        write_all(dict.fromkeys(("de/x.md", "a.en.md"), SOUND))
        assert run().err == "4 files checked, nothing to report\n"

    def test_a_wrong_pattern(self, run: Run) -> None:
        write_all({".articlelint.yaml": "collections: {a: ['../x']}\n", "a.md": SOUND})
        status, _, err = run()
        assert status == 2
        assert err.startswith("Error: .articlelint.yaml:1:19: ")

    def test_standard_input(self, run: Run) -> None:
        write_all({"en/a.md": FERRY, "fr/b.md": SOUND, "en/b.md": SOUND})
        for name, found in {"fr/b.md": "", "en/b.md": same_page("en/b.md", "en/a.md")}.items():
            assert run(*CONCISE, "--stdin-filename", name, "-", stdin=FERRY).out == found
