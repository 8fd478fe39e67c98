"""`--fix`, `--unsafe-fixes` and `--diff`: what is written, printed and said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from articlelint.reading.source import MAX_FILE_BYTES
from tests.e2e.articles import BROKEN, ODD, SOUND
from tests.e2e.conftest import Run
from tests.unit.reporters.runs import Replacement, replaced

CONCISE = ("--format", "concise")

#: Two safe fixes and an unsafe one, and a fault that only its author can fix.
FAULTY = (
    SOUND.replace("published: true", "published: yes # for now")
    .replace("[Ferries]", "[Ferries, ferries]")
    .replace("type: article", "type: artcle")
    .replace("name: Harbour Herald", "name:")
)
SAFELY = FAULTY.replace("published: yes", "published: true").replace(", ferries", "")
UNSAFELY = SAFELY.replace("artcle", "article")


def write(text: str, path: str = "a.md") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def read(path: str = "a.md") -> str:
    return Path(path).read_bytes().decode()


class TestFix:
    def test_safe_fixes_are_made_and_the_rest_is_reported(self, run: Run) -> None:
        write(FAULTY)
        status, out, error = run("--fix", *CONCISE)
        assert read() == SAFELY
        assert [line.partition(": ")[0] for line in out.splitlines()] == ["a.md:7:7", "a.md:10:8"]
        assert status == 1
        assert error == (
            "1 file checked: 2 errors, 0 warnings; 2 fixed; 1 fixable with --fix --unsafe-fixes\n"
        )
        assert run(*CONCISE).out == out

    def test_unsafe_fixes_are_made_where_they_are_asked_for(self, run: Run) -> None:
        write(FAULTY)
        status, out, error = run("--fix", "--unsafe-fixes", *CONCISE)
        assert read() == UNSAFELY
        assert (status, out.count("\n")) == (1, 1)
        assert error == "1 file checked: 1 error, 0 warnings; 3 fixed\n"

    @pytest.mark.parametrize("strict", [[], ["--strict"]])
    def test_the_status_is_that_of_what_is_left(self, strict: list[str], run: Run) -> None:
        write(ODD, "odd.md")
        write(BROKEN, "broken.md")
        outcome = run("--fix", "--unsafe-fixes", *strict)
        assert outcome == (0, "", "2 files checked, nothing to report; 2 fixed\n")
        assert read("broken.md") == SOUND

    def test_without_the_option_nothing_is_written(self, run: Run) -> None:
        write(FAULTY)
        run()
        assert read() == FAULTY

    def test_nothing_to_fix(self, run: Run) -> None:
        write(SOUND)
        assert run("--fix") == (0, "", "1 file checked, nothing to report; 0 fixed\n")

    def test_quiet(self, run: Run) -> None:
        write(ODD)
        assert run("--fix", "--quiet") == (0, "", "")

    def test_only_what_has_changed_is_written(self, run: Run) -> None:
        texts = {"sound.md": SOUND, "broken.md": BROKEN, "odd.md": ODD, "text.md": "yes\n"}
        for name, text in texts.items():
            write(text, name)
            os.utime(name, ns=(0, 0))
        before = {name: os.stat(name) for name in texts}
        run("--fix")
        changed = [
            name
            for name, old in before.items()
            if (old.st_mtime_ns, old.st_ino) != (os.stat(name).st_mtime_ns, os.stat(name).st_ino)
        ]
        assert changed == ["odd.md"]
        assert sorted(os.listdir()) == sorted(texts)

    def test_what_the_settings_turn_off_is_not_fixed(self, run: Run) -> None:
        write("rules: {published-flag: off, schema/type: off}\n", ".articlelint.yaml")
        write(FAULTY)
        run("--fix", "--ignore", "ambiguous-scalar")
        assert read() == FAULTY.replace(", ferries", "")

    def test_only_what_is_selected_is_fixed(self, run: Run) -> None:
        write(FAULTY)
        run("--fix", "--unsafe-fixes", "--select", "schema/enum,duplicate-item")
        assert read() == FAULTY.replace("artcle", "article").replace(", ferries", "")

    def test_what_a_comment_ignores_is_not_fixed(self, run: Run) -> None:
        who_objects = "published-flag, schema/type, ambiguous-scalar"
        suppressed = FAULTY.replace("for now", f"articlelint: ignore[{who_objects}]")
        write(suppressed)
        assert " silenced by comments; 1 fixed" in run("--fix").err
        assert read() == suppressed.replace(", ferries", "")

    def test_what_the_baseline_hides_is_fixed(self, run: Run) -> None:
        write(FAULTY)
        run("--write-baseline", "known.json")
        assert run("--baseline", "known.json").status == 0
        status, out, error = run("--fix", "--baseline", "known.json", *CONCISE)
        assert (status, out) == (0, "")
        assert read() == SAFELY
        assert error.splitlines()[-1] == (
            "1 file checked, nothing to report, 2 hidden by the baseline; 2 fixed"
        )

    def test_excluded_and_ignored_files_are_left_alone(self, run: Run) -> None:
        write("exclude: [drafts/]\n", ".articlelint.yaml")
        Path(".git").mkdir()
        write("built/\n", ".gitignore")
        places = ["drafts/a.md", "built/a.md", "README.md"]
        for place in (*places, "news/a.md"):
            write(ODD, place)
        run("--fix")
        assert [read(each) for each in places] == [ODD] * 3
        assert read("news/a.md") != ODD

    def test_each_article_by_its_own_schema(self, run: Run) -> None:
        write('{"properties": {"type": {"enum": ["Sheet"]}}}', "own.json")
        write("---\n# yaml-language-server: $schema=own.json\ntype: sheet\n---\n")
        write("---\ntype: sheet\n---\n", "b.md")
        run("--fix")
        assert read() == "---\n# yaml-language-server: $schema=own.json\ntype: Sheet\n---\n"
        assert read("b.md") == "---\ntype: sheet\n---\n"

    @pytest.mark.parametrize("format_", ["json", "sarif", "full", "junit", "github"])
    def test_every_format_tells_what_is_left(self, format_: str, run: Run) -> None:
        write(FAULTY)
        out = run("--fix", "--format", format_).out
        assert run("--format", format_).out == out

    def test_statistics_are_of_what_is_left(self, run: Run) -> None:
        write(FAULTY)
        out = run("--fix", "--statistics").out
        assert read() == SAFELY
        assert run("--statistics").out == out
        assert "published-flag" not in out


class TestStandardInput:
    def test_the_fixed_text_goes_to_standard_output(self, run: Run) -> None:
        status, out, error = run("--fix", "-", *CONCISE, stdin=FAULTY)
        assert (status, out) == (1, SAFELY)
        assert [line.partition(": ")[0] for line in error.splitlines()] == [
            "<stdin>:7:7",
            "<stdin>:10:8",
            "1 file checked",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            *("", "x", "---\n", "\ufeff", SOUND, BROKEN, SOUND.replace("\n", "\r\n"), "a\rb"),
            SOUND.removesuffix("\n"),
            SOUND + "---\npublished: yes\n\x1b[31m\x0c\u2028\x85 \t\r",
        ],
        ids=ascii,
    )
    def test_where_nothing_is_fixed_each_byte_is_as_it_was(self, text: str, run: Run) -> None:
        assert run("--fix", "-", "--quiet", stdin=text).out == text

    def test_bytes_that_are_no_text(self) -> None:
        data = bytes(range(256)) * 300
        done = subprocess.run(
            [sys.executable, "-m", "articlelint", "--fix", "-", "-q"],
            input=data,
            capture_output=True,
            check=False,
        )
        assert done.stdout == data
        assert b"undecodable-file" in done.stderr

    def test_a_name_tells_which_settings_hold(self, run: Run) -> None:
        write("rules: {duplicate-item: off}\n", "news/.articlelint.yaml")
        named = ("--stdin-filename", "news/a.md")
        assert run("--fix", "-", *named, stdin=FAULTY).out == SAFELY.replace(
            "[Ferries]", "[Ferries, ferries]"
        )

    def test_what_is_excluded_comes_out_as_it_is(self, run: Run) -> None:
        write("exclude: [drafts/]\n", ".articlelint.yaml")
        named = ("--stdin-filename", "drafts/a.md")
        text = FAULTY.replace("\n", "\r\n") + "x" * 200_000
        status, out, error = run("--fix", "-", *named, stdin=text)
        assert (status, out) == (0, text)
        assert "this excludes drafts/a.md, which is not checked" in error
        assert run("--diff", "-", "--quiet", *named, stdin=text) == (0, "", "")

    def test_what_is_too_large_comes_out_whole(self, run: Run) -> None:
        text = FAULTY + "x" * MAX_FILE_BYTES
        status, out, error = run("--fix", "-", *CONCISE, stdin=text)
        assert status == 1
        assert out == text
        assert "[too-complex]" in error

    @pytest.mark.parametrize("arguments", [["--output-file", "out"], ["--output", "concise:out"]])
    def test_reports_may_go_to_a_file(self, arguments: list[str], run: Run) -> None:
        run("--fix", "-", *arguments, "-q", stdin=FAULTY)
        assert "[schema/enum]" in read("out")

    def test_color_is_of_the_reports_alone(self, run: Run) -> None:
        _, out, error = run("--fix", "-", "--color", "always", stdin=FAULTY)
        assert out == SAFELY
        assert "\x1b[31m" in error

    def test_a_diff(self, run: Run) -> None:
        outcome = run("--diff", "-", "--stdin-filename", "news/a.md", stdin=ODD)
        assert outcome.status == 1
        assert outcome.out.startswith("--- a/news/a.md\n+++ b/news/a.md\n@@")
        assert outcome.err == "1 fault would be fixed in 1 file\n"
        assert run("--diff", "-", stdin=ODD).out.startswith("--- a/<stdin>\n")
        assert run("--diff", "-", stdin=SOUND) == (0, "", "0 faults would be fixed in 0 files\n")

    @pytest.mark.posix
    @pytest.mark.parametrize("option", ["--fix", "--diff"])
    def test_closed_standard_output(self, option: str) -> None:
        command = f'"{sys.executable}" -m articlelint {option} - >&-'
        done = subprocess.run(
            ["bash", "-c", command], input=ODD.encode(), capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (2, b"Error: standard output is closed\n")


DIFF_OF_ODD = """\
--- a/odd.md
+++ b/odd.md
@@ -9,5 +9,5 @@
 provider:
   name: Harbour Herald
   domain: example.org
-topics: [on]
+topics: ["on"]
 ---
"""


class TestDiff:
    def test_it_tells_what_would_change_and_changes_nothing(self, run: Run) -> None:
        for name, text in {"odd.md": ODD, "sound.md": SOUND, "broken.md": BROKEN}.items():
            write(text, name)
        assert run("--diff") == (1, DIFF_OF_ODD, "1 fault would be fixed in 1 file\n")
        assert read("odd.md") == ODD
        status, out, error = run("--diff", "--unsafe-fixes")
        assert (status, error) == (1, "2 faults would be fixed in 2 files\n")
        assert out.endswith(DIFF_OF_ODD)
        assert "-type: artcle\n+type: article\n" in out

    def test_without_a_change(self, run: Run) -> None:
        write(BROKEN)
        assert run("--diff") == (0, "", "0 faults would be fixed in 0 files\n")
        assert run("--diff", "--quiet") == (0, "", "")

    def test_git_makes_of_it_what_fix_writes(self, run: Run) -> None:
        texts = {
            "a b/ferries 🚢.md": FAULTY,
            "crlf.md": FAULTY.replace("\n", "\r\n"),
            "mark.md": "\ufeff" + FAULTY,
            "end.md": FAULTY.removesuffix("\n"),
            "body.md": FAULTY + "\x1b[31mred\x1b[0m\n\u2028\x85\x0c\n--- x\n+++ y\n",
            'new\nline\t"\x1b[31m.md': FAULTY,
            "sound.md": SOUND,
        }
        for name, text in texts.items():
            write(text, name)
        status, diff, _ = run("--diff", "--unsafe-fixes", ".")
        assert status == 1
        done = subprocess.run(
            ["git", "apply", "--whitespace=nowarn"],
            input=diff.encode(),
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        applied = {name: read(name) for name in texts}
        for name, text in texts.items():
            write(text, name)
        run("--fix", "--unsafe-fixes")
        assert applied == {name: read(name) for name in texts}
        assert run("--diff", "--unsafe-fixes") == (0, "", "0 faults would be fixed in 0 files\n")

    def test_names_and_contents_are_never_colored_by_chance(self, run: Run) -> None:
        text = ODD + "\x1b[31mred\x1b[0m\n"
        write(text)
        assert " \x1b[31mred\x1b[0m\n" in run("--diff").out
        assert " \x1b[31mred\x1b[0m\n" in run("--diff", "--color", "never").out
        colored = run("--diff", "--color", "always").out
        assert "\x1b[31m-topics: [on]\n\x1b[0m" in colored
        assert '\x1b[32m+topics: ["on"]\n\x1b[0m' in colored
        assert "\x1b[36m@@ " in colored

    @pytest.mark.posix
    @pytest.mark.parametrize(
        ("variables", "colored"),
        [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
        ids=["colors", "NO_COLOR", "dumb"],
    )
    def test_on_a_terminal(self, variables: dict[str, str], *, colored: bool) -> None:
        import pty

        write(ODD + "\x07\x1b]0;title\x07é\n")
        ours, theirs = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "articlelint", "--diff", "-q"],
            stdout=theirs,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **variables},
            check=False,
        )
        shown = os.read(ours, 1 << 16).decode()
        os.close(ours)
        os.close(theirs)
        assert ("\x1b[31m-topics: [on]" in shown) is colored
        assert "-topics: [on]" in shown
        is_spelled_out = "TERM" not in variables  # a dumb terminal obeys nothing
        assert ("\\x07\\x1b]0;title\\x07é" in shown) is is_spelled_out

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
    def test_it_is_utf_8_whatever_the_locale(self, encoding: str) -> None:
        write(ODD.replace("Harbour", "港"))
        done = subprocess.run(
            [sys.executable, "-m", "articlelint", "--diff", "-q"],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert ("港 Herald".encode() in done.stdout, done.stderr) == (True, b"")

    @pytest.mark.posix
    def test_what_cannot_be_read_is_said_and_fails(self, run: Run) -> None:
        os.symlink("nowhere", "a.md")
        status, out, error = run("--diff", "a.md")
        assert (status, out) == (2, ""), "a named path that does not exist is wrong use"
        Path("b").mkdir()
        os.symlink("b.md", "b.md")
        write(ODD, "odd.md")
        status, out, error = run("--diff", ".")
        assert (status, out) == (1, DIFF_OF_ODD)
        assert "b.md:1:1: error cannot be read: " in error
        os.unlink("odd.md")
        assert run("--diff", ".", "-q").status == 1

    def test_what_is_refused_is_said_and_fails(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("articlelint.fixing.merge.proven_text", lambda *_: None)
        write(ODD)
        status, out, error = run("--diff", "-q")
        assert (status, out) == (1, "")
        said = "the fixes of ambiguous-scalar would do harm"
        assert error == f"a.md:1:1: error {said} [internal-error]\n"
        status, out, error = run("--fix", *CONCISE)
        assert (status, read()) == (1, ODD)
        assert f"a.md:1:1: error {said} [internal-error]\n" in out
        assert "1 error, 1 warning; 0 fixed" in error


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ["--fix", "--diff"],
            "--diff writes nothing and --fix does, so they do not go together",
        ),
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (
            ["--fix", "--write-baseline", "x"],
            "--write-baseline lists what there is, so it does not go with fixes",
        ),
        (["--diff", "--write-baseline", "x"], "--write-baseline and --diff do not go together"),
        (["--diff", "--statistics"], "--statistics and --diff do not go together"),
        (["--show-files", "--show-config"], "--show-config and --show-files do not go together"),
        *(
            (
                ["--diff", *arguments],
                "--diff takes the place of diagnostics, so no format or file goes with it",
            )
            for arguments in (
                ["--format", "json"],
                ["--output-file", "x"],
                ["--output", "json:x"],
            )
        ),
    ],
)
def test_what_does_not_go_together(arguments: list[str], error: str, run: Run) -> None:
    write(FAULTY)
    assert run(*arguments) == (2, "", f"Error: {error}\n")
    assert (os.listdir(), read()) == (["a.md"], FAULTY)


class TestWhatIsSaidOfFixes:
    def test_full_marks_what_can_be_fixed(self, run: Run) -> None:
        write(FAULTY)
        _, out, error = run()
        assert [line.strip() for line in out.splitlines() if line.startswith("  fix:")] == [
            'fix: write "article" (unsafe)',
            "fix: write true (safe)",
            "fix: remove it (safe)",
        ]
        assert error == (
            "1 file checked: 3 errors, 1 warning; "
            "2 fixable with --fix, 1 more with --fix --unsafe-fixes\n"
        )

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (SOUND, ", nothing to report"),
            (ODD, ": 0 errors, 1 warning; 1 fixable with --fix"),
            (BROKEN, ": 1 error, 0 warnings; 1 fixable with --fix --unsafe-fixes"),
        ],
    )
    def test_the_summary_tells_how_much_can_be_fixed_and_how(
        self, text: str, said: str, run: Run
    ) -> None:
        write(text)
        assert run().err == f"1 file checked{said}\n"

    @pytest.mark.parametrize("line_break", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_the_edits_in_json_make_the_fixed_text(
        self, mark: str, line_break: str, run: Run
    ) -> None:
        text = FAULTY.replace("Ferry", "🚢 渡し船 e\u0301").replace("\n", line_break)
        write(mark + text)
        found = json.loads(run("--format", "json").out)
        edits = [
            Replacement(**edit) for each in found if each["fix"] for edit in each["fix"]["edits"]
        ]
        safeties = [each["fix"] and each["fix"]["safety"] for each in found]
        assert safeties == [*["safe"] * bool(mark), "unsafe", "safe", None, "safe"]
        run("--fix", "--unsafe-fixes")
        assert replaced(text, edits) == read() != text

    def test_the_edits_in_sarif_make_the_fixed_text(self, run: Run) -> None:
        write(FAULTY)
        (its_run,) = json.loads(run("--format", "sarif").out)["runs"]
        regions = [
            (each["deletedRegion"], each["insertedContent"]["text"])
            for result in its_run["results"]
            for fix in result["fixes"]
            for change in fix["artifactChanges"]
            for each in change["replacements"]
        ]
        edits = [
            Replacement(
                region["startLine"],
                region["startColumn"],
                region["endLine"],
                region["endColumn"],
                text,
            )
            for region, text in regions
        ]
        run("--fix", "--unsafe-fixes")
        assert replaced(FAULTY, edits) == read()


def test_standard_input_is_not_read_beyond_its_end(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person at a terminal ends it once."""

    class Once(BytesIO):
        ended = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            assert data or not self.ended
            self.ended += size is None or size < 0 or len(data) < size
            return data

    stream = TextIOWrapper(Once(ODD.encode()))
    monkeypatch.setattr("tests.e2e.conftest.TextIOWrapper", lambda _: stream)
    assert run("--fix", "-", "-q").out != ODD
