"""What articles decide themselves: told in the summary, or refused by ``--no-inline``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.articles import SOUND, read, write
from tests.e2e.conftest import Run

CONCISE = ("--format", "concise")
IGNORING = SOUND.replace("published: true", "published: yes # articlelint: ignore[published-flag]")
IGNORING = IGNORING.replace(
    "title:", "# articlelint: ignore-file[schema, ambiguous-scalar]\ntitle:"
)
NAMING = SOUND.replace("category", "$schema: any.json\ncategory").replace("article\n", "artcle\n")

REFUSED_COMMENTS = (
    (
        ':3:16: warning ignore comments are not allowed: "ignore-file[schema, ambiguous-scalar]" '
        "has no effect [inline-ignore]\n"
    ),
    ':9:12: error "published" should be `true` or `false`, not "yes" [fixable] [published-flag]\n',
    (
        ':9:31: warning ignore comments are not allowed: "ignore[published-flag]" '
        "has no effect [inline-ignore]\n"
    ),
)
REFUSED_SCHEMA = (
    (
        ':2:1: error naming a schema in an article is not allowed: "any.json" is not used '
        "[inline-schema]\n"
    ),
    (
        ':8:7: error "type" should be "article" or "video", not "artcle": did you mean "article"? '
        "[fixable, unsafe] [schema/enum]\n"
    ),
)


@pytest.fixture(autouse=True)
def articles(folder: Path) -> Path:
    """An article that ignores its faults, and one that names a schema by which it has none."""
    (folder / "any.json").write_text("{}")
    write(IGNORING, "news/a.md")
    write(NAMING.replace("any.json", "../any.json"), "news/b.md")
    write(NAMING)
    return folder


def test_both_are_allowed_and_counted(run: Run) -> None:
    status, out, err = run(*CONCISE)
    assert (status, out) == (0, "")
    counts = "3 files checked, 2 by schemas that they name, nothing to report"
    assert err == f"{counts}, 3 ignored by comments\n"
    assert run("a.md").err == "1 file checked, 1 by a schema that it names, nothing to report\n"
    assert json.loads(run("--statistics", "--format", "json").out)["named_schema"] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--no-inline"], id="command line"),
        pytest.param(["--no-inline", "--config", "lax.yaml"], id="whatever a configuration says"),
        pytest.param(["--config", "strict.yaml"], id="configuration"),
    ],
)
def test_both_are_refused(arguments: list[str], run: Run) -> None:
    Path("lax.yaml").write_text("inline: {schema: true, ignore: true}\n")
    Path("strict.yaml").write_text("inline: {schema: false, ignore: false}\n")
    status, out, err = run(*CONCISE, *arguments)
    expected = [
        *(f"a.md{each}" for each in REFUSED_SCHEMA),
        *(f"news/a.md{each}" for each in REFUSED_COMMENTS),
        *(f"news/b.md{each.replace('any', '../any')}" for each in REFUSED_SCHEMA),
    ]
    assert (status, out) == (1, "".join(expected))
    fixable = "1 fixable with --fix, 2 more with --fix --unsafe-fixes"
    assert err == f"3 files checked: 5 errors, 2 warnings; {fixable}\n"


def test_a_nested_configuration_allows_what_one_above_refuses(run: Run) -> None:
    Path(".articlelint.yaml").write_text("inline: {schema: false, ignore: false}\n")
    Path("news/.articlelint.yaml").write_text("{}\n")
    assert run(*CONCISE).out == "".join(f"a.md{each}" for each in REFUSED_SCHEMA)
    assert run(*CONCISE, "--no-inline").out.count("\n") == 7
    assert run(*CONCISE, "--config", ".articlelint.yaml").out.count("\n") == 7


def test_standard_input(run: Run) -> None:
    out = run(*CONCISE, "--no-inline", "-", stdin=IGNORING).out
    assert out == "".join(f"<stdin>{each}" for each in REFUSED_COMMENTS)
    named = ("-", "--stdin-filename", "a.md")
    assert run(*CONCISE, *named, stdin=NAMING).err.startswith("1 file checked, 1 by a schema that")
    out = run(*CONCISE, "--no-inline", *named, stdin=NAMING).out
    assert out == "".join(f"a.md{each}" for each in REFUSED_SCHEMA)


def test_what_a_refused_comment_was_to_ignore_is_fixed(run: Run) -> None:
    fixed = IGNORING.replace("published: yes", "published: true")
    assert run("--fix", "--quiet", "news/a.md").status == 0
    assert read("news/a.md") == IGNORING
    assert run("--diff", "--no-inline", "news/a.md").err == "1 fault would be fixed in 1 file\n"
    assert run("--fix", "--no-inline", "-", stdin=IGNORING).out == fixed
    status, out, _ = run("--fix", "--no-inline", *CONCISE, "news/a.md")
    assert (status, out.count("[inline-ignore]\n"), out.count("\n")) == (0, 2, 2)
    assert read("news/a.md") == fixed


def test_attempts_can_be_baselined_and_turned_off(run: Run) -> None:
    assert run("--no-inline", "--write-baseline", "known.json").status == 0
    baselined = run("--no-inline", "--baseline", "known.json")
    assert baselined[:2] == (0, "")
    assert baselined.err == "3 files checked, nothing to report, 7 baselined\n"
    out = run(*CONCISE, "--no-inline", "--ignore", "inline-ignore,inline-schema").out
    assert [each.split("[")[-1] for each in out.splitlines()] == [
        "schema/enum]",
        "published-flag]",
        "schema/enum]",
    ]
