"""A first run over articles for which the default schema was not made."""

from __future__ import annotations

import pytest

from tests.e2e.articles import BROKEN, SOUND, write, write_all
from tests.e2e.conftest import Run

#: As many sites have it: two of eight required keys.
OTHER = "---\ntitle: Ferries\ncategory: boats\ndate: 2024-03-05\n---\n"


def note(misfits: int, articles: str) -> str:
    return (
        'the schema "article" does not fit: most of what it requires is missing in '
        f"{misfits} of {articles}. It is for a news collection, and used because nothing names "
        "another one: `articlelint init` makes one for this folder, `--schema none` checks without "
        "one"
    )


def test_it_is_said_once_at_the_end(run: Run) -> None:
    write_all(dict.fromkeys(("a.md", "b.md", "c/d.md"), OTHER))
    write(SOUND, "sound.md")
    write_all(dict.fromkeys(("plain.md", "other.md"), "# No front matter\n"))
    outcome = run("--select", "schema,missing-front-matter")
    assert outcome.status == 1
    assert outcome.err.splitlines()[:-1] == [note(3, "4 articles")]
    assert "does not fit" not in outcome.out
    assert run("--quiet").err == ""


def test_it_is_said_of_a_single_file_and_of_a_baseline(run: Run) -> None:
    write(OTHER, "a.md")
    assert note(1, "1 article") in run("a.md").err
    assert note(1, "1 article") in run("-", stdin=OTHER).err
    assert note(1, "1 article") in run("--write-baseline", "b.json").err
    assert "does not fit" not in run("--baseline", "b.json").err


def test_a_configuration_that_names_no_schema_does_not_change_that(run: Run) -> None:
    write(OTHER, "a.md")
    write("exclude: [drafts/]\n", ".articlelint.yaml")
    assert note(1, "1 article") in run().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--schema", "article"],
        ["--schema", "none"],
        ["--ignore", "schema"],
        ["--select", "html-entity"],
        ["news"],
    ],
)
def test_nothing_is_said_where_a_schema_is_named_or_not_heard(
    arguments: list[str], run: Run
) -> None:
    write_all(dict.fromkeys(("a.md", "b.md", "news/a.md"), OTHER))
    write("overrides: [{files: [news/], schema: article}]\n", ".articlelint.yaml")
    assert "does not fit" not in run(*arguments).err


def test_nothing_is_said_of_articles_that_name_a_schema(run: Run) -> None:
    write(OTHER.replace("---\ntitle", "---\n$schema: article\ntitle"), "a.md")
    assert "does not fit" not in run().err


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([SOUND], id="as many fit"),
        pytest.param([BROKEN], id="as many have another fault"),
    ],
)
def test_nothing_is_said_where_it_fits_most(other: list[str], run: Run) -> None:
    write(OTHER, "a.md")
    for text in other:
        write(text, "sound.md")
    assert "does not fit" not in run().err


def test_nothing_is_said_where_about_half_is_missing(run: Run) -> None:
    lacking = ("excerpt", "type", "published:", "category")
    lines = [line for line in SOUND.splitlines(True) if not line.startswith(lacking)]
    write("".join(lines), "a.md")
    outcome = run()
    assert outcome.out.count("missing required key") == len(lacking)
    assert "does not fit" not in outcome.err


def test_nothing_is_said_where_nothing_is_an_article(run: Run) -> None:
    write("# No front matter\n", "a.md")
    assert "does not fit" not in run().err


def test_rules_only(run: Run) -> None:
    write(OTHER.replace("Ferries", "Ferries &amp; boats"), "a.md")
    by_option = run("--schema", "none", "--format", "concise")
    assert [line.split()[-1] for line in by_option.out.splitlines()] == ["[html-entity]"]
    write("schema: none\n", ".articlelint.yaml")
    assert run("--format", "concise") == by_option
    write("rules: {schema: off}\n", ".articlelint.yaml")
    assert run("--format", "concise") == by_option
    write("{}\n", ".articlelint.yaml")
    assert run("--format", "concise", "--ignore", "schema") == by_option


def test_a_block_without_keys_needs_none_without_a_schema(run: Run) -> None:
    write("", "a.md")
    help_ = (
        "start the file with a line `---`, then one `key: value` on each line, then another line"
    )
    assert help_ in run("--schema", "none").out
    assert "title" not in run("--schema", "none").out


def test_the_schema_that_takes_everything_is_printed(run: Run) -> None:
    assert run("schema", "none") == (0, "true\n", "")
