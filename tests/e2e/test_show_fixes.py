"""What is told of fixes: those that were applied, and those that only `--fix` would apply."""

from __future__ import annotations

import pytest

from tests.e2e.articles import BROKEN, FAULTY, SAFELY, SOUND, UNSAFELY, read, write
from tests.e2e.conftest import Run

#: It has one fault, with a safe fix.
YES = SOUND.replace("published: true", "published: yes")
CONCISE = ("--format", "concise")
SAFE = [
    "a.md:8:12: fixed: write true (safe) [published-flag]",
    "a.md:12:19: fixed: remove it (safe) [duplicate-item]",
]
UNSAFE = 'a.md:7:7: fixed: write "article" (unsafe) [schema/enum]'


@pytest.mark.parametrize(
    ("options", "text", "told"),
    [([], SAFELY, SAFE), (["--unsafe-fixes"], UNSAFELY, [UNSAFE, *SAFE])],
    ids=["safe", "all"],
)
def test_each_fix_is_listed(options: list[str], text: str, told: list[str], run: Run) -> None:
    write(FAULTY)
    _, out, error = run("--fix", "--show-fixes", *options, *CONCISE)
    assert read() == text
    assert error.splitlines()[:-1] == told
    assert "fixed:" not in out


def test_the_list_is_of_all_files_and_only_of_what_was_fixed(run: Run) -> None:
    for name in ("a.md", "b.md"):
        write(YES, name)
    write(BROKEN, "c.md")
    write(SOUND, "d.md")
    error = run("--fix", "--show-fixes", "--quiet").err
    assert error == "".join(
        f"{name}:8:12: fixed: write true (safe) [published-flag]\n" for name in ("a.md", "b.md")
    )
    assert run("--fix", "--show-fixes", "--quiet").err == ""


def test_without_the_option_there_is_no_list(run: Run) -> None:
    write(YES)
    assert run("--fix").err == "1 file checked, nothing to report; 1 fixed\n"


def test_a_later_round_has_places_in_the_text_before_it(run: Run) -> None:
    write(SOUND.replace("[Ferries]", "[Ferries, Boats, Ferries, Ferries]"))
    error = run("--fix", "--show-fixes", "--quiet").err
    assert read() == SOUND.replace("[Ferries]", "[Ferries, Boats]")
    assert error == "a.md:12:26: fixed: remove it (safe) [duplicate-item]\n" * 2


def test_standard_input(run: Run) -> None:
    status, out, error = run("--fix", "--show-fixes", "--quiet", "-", stdin=YES)
    assert (status, out) == (0, SOUND)
    assert error == "<stdin>:8:12: fixed: write true (safe) [published-flag]\n"


def test_a_file_that_cannot_be_written_was_not_fixed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise PermissionError

    write(YES)
    monkeypatch.setattr("articlelint.running.rewrite.replace_file", fail)
    outcome = run("--fix", "--show-fixes", *CONCISE)
    assert "[unwritable-file]" in outcome.out
    assert "fixed:" not in outcome.err


def test_a_name_that_a_log_would_obey(run: Run) -> None:
    write(YES, "::add-mask::e.md")
    assert run("--fix", "--show-fixes", ".").err.startswith("./::add-mask::e.md:8:12: fixed: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            FAULTY,
            (
                ": 4 errors, 0 warnings; 3 fixable, nothing was changed: "
                "add --fix to apply the fixes, or --diff to see the changes"
            ),
        ),
        (SOUND.replace("name: Harbour Herald", "name:"), ": 1 error, 0 warnings"),
        (SOUND, ", nothing to report"),
    ],
    ids=["fixable", "not fixable", "sound"],
)
def test_unsafe_fixes_alone_are_shown_and_how_to_apply_them(text: str, said: str, run: Run) -> None:
    write(text)
    status, out, error = run("--unsafe-fixes")
    assert (out, status) == (run().out, run().status)
    assert error == f"1 file checked{said}\n"
    assert read() == text
