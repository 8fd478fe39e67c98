"""Configuration files, as the command line uses them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from articlelint.reading.source import SourceFile
from articlelint.settings import config_text
from tests.e2e.articles import BROKEN, BROKEN_LINE, ODD, ODD_LINE, SOUND
from tests.e2e.conftest import Run
from tests.e2e.documents import blocks
from tests.support import ROOT

FIXABLE = "; 1 fixable with --fix --unsafe-fixes\n"
CONCISE = ("--format", "concise")
NAME = ".articlelint.yaml"
GUIDE = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def configure(text: str, folder: str = ".") -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    Path(folder, NAME).write_text(text)


def add(path: str, text: str = BROKEN) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


@pytest.fixture
def three_folders() -> list[str]:
    """A broken article in each."""
    paths = ["a.md", "news/b.md", "old/c.md"]
    for each in paths:
        add(each)
    return paths


@pytest.mark.usefixtures("three_folders")
@pytest.mark.parametrize("place", ["", "news/", "old/"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: {insecure-urls: off}\n", '1:9: unknown key "insecure-urls": did you mean '),
        ("rules: {\n", "1:8: this `{{` is never closed"),
        ("schema: own.json\n", "1:9: {}own.json:2:11: not a schema: "),
        ("schema: nothere.json\n", "1:9: {}nothere.json: cannot be read: "),
        ("exclude: [/]\n", '1:11: "/" is not a valid .gitignore pattern'),
    ],
)
def test_one_wrong_configuration_and_nothing_is_checked(
    place: str, text: str, said: str, run: Run
) -> None:
    configure(text, place or ".")
    Path(place, "own.json").write_text('{\n  "type": "txt"\n}')
    status, out, err = run(".")
    assert (status, out) == (2, "")
    assert err.startswith(f"Error: {place}{NAME}:{said.format(place)}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="named files"),
        pytest.param(["--show-files"], id="list of files"),
        pytest.param(["--format", "json"], id="JSON"),
        pytest.param(["--output", "full", "--output", "json:out.json"], id="two outputs"),
        pytest.param(["--quiet", "--statistics"], id="counts"),
        pytest.param(["--select", "schema/enum"], id="selection"),
        pytest.param(["--schema", "article"], id="another schema"),
    ],
)
def test_nothing_is_written_either(
    arguments: list[str], three_folders: list[str], run: Run
) -> None:
    configure("schema: nothere.json\n", "old")
    status, out, err = run(*arguments, *three_folders)
    assert (status, out) == (2, "")
    assert err.startswith(f"Error: old/{NAME}:1:9: old/nothere.json: cannot be read: ")
    assert not Path("out.json").exists()


def test_standard_input_and_a_wrong_configuration(run: Run) -> None:
    configure("rules: []\n", "news")
    said = f'Error: news/{NAME}:1:8: "rules" should be a mapping, not a list\n'
    assert run("-", "--stdin-filename", "news/a.md", stdin=BROKEN) == (2, "", said)
    assert run("-", "--stdin-filename", "a.md", stdin=BROKEN).status == 1


def test_each_mistake_is_on_a_line(run: Run) -> None:
    add("a.md")
    configure("rules:\n  insecure-url: of\n  published-flga: off\n")
    severities = '"insecure-url" should be "off", "warning", "error" or a mapping, not "of"'
    status, out, err = run(".")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        f'Error: {NAME}:2:17: {severities}: did you mean "off"?',
        f'{NAME}:3:3: unknown key "published-flga": did you mean "published-flag"?',
    ]


def test_a_mistake_does_not_upset_a_terminal(run: Run) -> None:
    add("a\x1b[31m/a.md")
    configure('rules: {"x\\u202e": off}\n', "a\x1b[31m")
    said = f'Error: a\\x1b[31m/{NAME}:1:9: unknown key "x\\u202e"\n'
    assert run(".") == (2, "", said)


def test_a_wrong_configuration_that_is_not_needed(run: Run) -> None:
    add("news/a.md")
    configure("rules: []\n", "old")
    assert run(*CONCISE, "news").out == f"news/a.md{BROKEN_LINE}"


@pytest.mark.usefixtures("articles")
def test_an_empty_configuration_changes_nothing(run: Run) -> None:
    before = run()
    configure("")
    assert run() == before


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("config", "status", "out"),
    [
        pytest.param("rules: {schema/enum: off}", 0, f"odd.md{ODD_LINE}", id="off"),
        pytest.param(
            "rules: {schema/enum: warning, irregular-whitespace: off}",
            0,
            f"broken.md{BROKEN_LINE}".replace("error", "warning"),
            id="another severity",
        ),
        pytest.param("exclude: [odd.md]", 1, f"broken.md{BROKEN_LINE}", id="excluded"),
        pytest.param("include: [odd.md]", 0, f"odd.md{ODD_LINE}", id="included"),
        pytest.param("schema: own.yaml", 0, f"odd.md{ODD_LINE}", id="schema"),
        pytest.param(
            "overrides: [{files: [broken.md], schema: own.yaml}]",
            0,
            f"odd.md{ODD_LINE}",
            id="schema for some",
        ),
        pytest.param(
            "overrides: [{files: [odd.md], rules: {irregular-whitespace: off}}]",
            1,
            f"broken.md{BROKEN_LINE}",
            id="rules for some",
        ),
        pytest.param(
            "rules: {irregular-whitespace: off, schema/enum: off}\n"
            "overrides:\n"
            "- {files: ['*'], rules: {schema/enum: error}}\n"
            "- {files: [broken.md], rules: {schema/enum: {}}}\n"
            "- {files: [sound.md], rules: {schema/enum: off}}\n",
            1,
            f"broken.md{BROKEN_LINE}",
            id="the last override wins",
        ),
    ],
)
def test_what_a_configuration_changes(config: str, status: int, out: str, run: Run) -> None:
    Path("own.yaml").write_text("properties: {type: {type: string}}\n")
    configure(config)
    assert run(*CONCISE)[:2] == (status, out)


HOSTS = "http://example.org/a"


def test_an_option_alone_in_an_override_does_not_turn_a_rule_on(run: Run) -> None:
    add("a.md", SOUND.replace("https://www.example.org/", HOSTS))
    configure(
        "rules: {insecure-url: off}\n"
        "overrides: [{files: [a.md], rules: {insecure-url: {allow-hosts: []}}}]\n"
    )
    assert run(*CONCISE).out == ""
    configure("overrides: [{files: [a.md], rules: {insecure-url: {allow-hosts: []}}}]\n")
    assert "[insecure-url]" in run(*CONCISE).out
    configure("rules: {insecure-url: {allow-hosts: [example.org]}}\n")
    assert run(*CONCISE).out == ""


def test_some_rules_are_on_once_they_are_named(run: Run) -> None:
    add("a.md", SOUND)
    assert run(*CONCISE).out == ""
    configure("rules: {unknown-topic: {topics: [Bridges]}}\n")
    assert "[unknown-topic]" in run(*CONCISE).out
    configure("rules: {unknown-topic: {topics: [Ferries]}}\n")
    assert run(*CONCISE).out == ""


def test_fields_of_other_names(run: Run) -> None:
    add("a.md", "---\nlive: yes\n---\n")
    Path("any.json").write_text("{}")
    configure("schema: any.json\nrules: {ambiguous-scalar: off}\n")
    assert run(*CONCISE).out == ""
    configure("schema: any.json\nfields: {published: live}\n")
    line = 'error "live" should be `true` or `false`, not "yes" [fixable] [published-flag]'
    assert run(*CONCISE).out == f"a.md:2:7: {line}\n"


@pytest.mark.usefixtures("articles")
def test_the_command_line_has_priority(run: Run) -> None:
    Path("own.yaml").write_text("properties: {type: {const: artcle}}\n")
    configure(
        "schema: own.yaml\n"
        "rules: {irregular-whitespace: off}\n"
        "overrides: [{files: ['*'], schema: own.yaml, rules: {schema/enum: warning}}]\n"
    )
    assert run(*CONCISE, "broken.md", "odd.md").out.count("[schema/const]") == 1
    as_warning = f"broken.md{BROKEN_LINE}".replace("error", "warning")
    assert run(*CONCISE, "--schema", "article").out == as_warning
    assert run(*CONCISE, "--schema", "article", "--ignore", "schema").out == ""
    assert run(*CONCISE, "--select", "irregular-whitespace").out == ""


@pytest.mark.usefixtures("articles")
def test_a_configuration_that_is_named_and_no_configuration(run: Run) -> None:
    everything = run(*CONCISE)
    configure("rules: {schema/enum: off, irregular-whitespace: off}\n")
    add("conf/lint.yaml", "rules: {schema/enum: off}\n")
    assert run(*CONCISE).out == ""
    assert run(*CONCISE, "--config", "conf/lint.yaml").out == f"odd.md{ODD_LINE}"
    assert run(*CONCISE, "--no-config") == everything
    configure("rules: []\n")
    assert run(*CONCISE, "--config", "conf/lint.yaml").out == f"odd.md{ODD_LINE}"
    assert run(*CONCISE, "--no-config") == everything


def test_the_patterns_of_one_that_is_named_are_for_its_folder_and_the_current_one(run: Run) -> None:
    for each in ("a.md", "b.md", "site/a.md", "site/b.md", "site/c/d.md"):
        add(each)
    add("site/lint.yaml", "exclude: [/a.md, /c/]\n")
    configure("rules: []\n", "site")
    files = run("--show-files", "--config", "site/lint.yaml")
    assert files == (0, "b.md\nsite/b.md\n", "")


#: Patterns for what is below the current folder, or for any.
ELSEWHERE = """\
include: [/posts/*.md, '*.txt']
exclude: [drafts/]
overrides:
- {files: [/posts/odd.md], rules: {irregular-whitespace: error}}
"""
POSTS = ("posts/odd.md", "posts/drafts/odd.md", "odd.txt", "news/odd.md")


def told_of_posts(run: Run, *arguments: str) -> list[str]:
    """Which places are reported, and how severely."""
    lines = run(*CONCISE, *arguments).out.splitlines()
    return [line.partition(": ")[0] + line.partition(": ")[2][:8] for line in lines]


@pytest.mark.parametrize("place", ["conf", ".github", "../elsewhere"])
def test_the_patterns_of_one_elsewhere_are_for_the_current_folder(
    place: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "site").mkdir()
    monkeypatch.chdir("site")
    for each in POSTS:
        add(each, ODD)
    add(f"{place}/lint.yaml", ELSEWHERE)
    found = ["odd.txt:12:18warning ", "posts/odd.md:12:18error tr"]
    named = ("--config", f"{place}/lint.yaml")
    assert told_of_posts(run, *named) == found
    assert told_of_posts(run, *named, *POSTS[:3]) == found, "as a hook names them"
    assert told_of_posts(run, *named, str(folder / "site")) == found
    monkeypatch.chdir("posts")
    there = ("--config", f"../{place}/lint.yaml")
    assert told_of_posts(run, *there, "odd.md") == ["odd.md:12:18warning "]


def test_one_above_the_repository_is_elsewhere_and_one_in_it_is_not(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in POSTS:
        add(f"site/{each}", ODD)
    add("lint.yaml", ELSEWHERE)
    monkeypatch.chdir("site")
    assert told_of_posts(run, "--config", "../lint.yaml") == ["odd.txt:12:18warning "]
    add(".git/HEAD", "")
    found = ["odd.txt:12:18warning ", "posts/odd.md:12:18error tr"]
    assert told_of_posts(run, "--config", "../lint.yaml") == found
    Path("lint.yaml").write_bytes((folder / "lint.yaml").read_bytes())
    monkeypatch.chdir("posts")
    assert told_of_posts(run, "--config", "../lint.yaml", "odd.md") == ["odd.md:12:18error tr"]


def test_of_what_is_neither_below_it_nor_here_the_patterns_match_names(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in POSTS:
        add(f"site/{each}", ODD)
    add("conf/lint.yaml", ELSEWHERE)
    Path("here").mkdir()
    monkeypatch.chdir("here")
    arguments = ("--config", "../conf/lint.yaml", "../site")
    assert told_of_posts(run, *arguments) == ["../site/odd.txt:12:18warning "]
    assert [line for line in run(*arguments).err.splitlines() if "pattern" in line] == [
        f"../conf/lint.yaml:{place}: this pattern has no effect: it applies to no file"
        for place in ("1:11", "4:12")
    ]


def test_patterns_of_one_elsewhere_are_judged_where_all_is_searched(run: Run) -> None:
    add("news/a.md")
    add("conf/lint.yaml", "exclude: [/nothere/]\n")
    what = "this pattern has no effect: it applies to no file"
    named = ("--show-files", "--config", "conf/lint.yaml")
    assert run(*named).err == f"conf/lint.yaml:1:11: {what}\n"
    assert run(*named, "news").err == ""
    assert run(*named, "news/a.md").err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--config", "nothere.yaml"], "File 'nothere.yaml' does not exist.\n"),
        (["--config", "folder"], "File 'folder' is a directory.\n"),
        (
            ["--config", "own.yaml", "--no-config"],
            "Error: --config and --no-config contradict each other\n",
        ),
        (["--config", "own.yaml"], 'Error: own.yaml:1:8: "rules" should be a mapping, '),
        (["--show-config"], "Error: --show-config needs one file\n"),
        (["--show-config", "folder"], "Error: --show-config needs one file\n"),
        (["--show-config", "a.md", "b.md"], "Error: --show-config needs one file\n"),
    ],
)
def test_wrong_use(arguments: list[str], message: str, run: Run) -> None:
    Path("folder").mkdir()
    add("a.md")
    add("b.md")
    Path("own.yaml").write_text("rules: []\n")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert message in err


NO_EFFECT = "this pattern has no effect: it applies to no file\n"


def test_a_pattern_without_effect_is_noted(run: Run) -> None:
    add("a.md")
    configure("exclude:\n- drafts/\n")
    note = f"{NAME}:2:3: {NO_EFFECT}"
    outcome = run(*CONCISE)
    assert outcome.status == 1
    assert outcome.err == f"{note}1 file checked: 1 error, 0 warnings{FIXABLE}"
    assert run("--show-files") == (0, "a.md\n", note)
    assert run(*CONCISE, "a.md").err == f"1 file checked: 1 error, 0 warnings{FIXABLE}"
    assert run(*CONCISE, "--quiet") == (1, f"a.md{BROKEN_LINE}", "")


def test_a_named_file_that_is_excluded_is_noted(run: Run) -> None:
    add("a.md")
    add("drafts/a.md")
    configure("exclude: [drafts/]\n")
    checked = f"a.md{BROKEN_LINE}"
    note = f"{NAME}:1:11: this excludes drafts/a.md, which is not checked\n"
    outcome = run(*CONCISE, "drafts/a.md", "a.md")
    assert outcome == (1, checked, f"{note}1 file checked: 1 error, 0 warnings{FIXABLE}")
    assert run(*CONCISE, "--quiet", "drafts/a.md", "a.md") == (1, checked, "")
    none = "no articles found in drafts/a.md\n"
    assert run("--quiet", "drafts/a.md") == (0, "", none)


def test_standard_input_under_the_name_of_an_excluded_file(run: Run) -> None:
    configure("exclude: [drafts/]\n")
    note = f"{NAME}:1:11: this excludes drafts/a.md, which is not checked\n"
    arguments = ("-", "--stdin-filename", "drafts/a.md")
    assert run(*CONCISE, *arguments, stdin=BROKEN) == (
        0,
        "",
        f"{note}no file was checked\n",
    )
    assert run("--quiet", "--format", "json", *arguments, stdin=BROKEN) == (0, "[]\n", "")
    assert run(*CONCISE, "-", stdin=BROKEN).out == f"<stdin>{BROKEN_LINE}"
    failed = (2, "", f"Error: {note}")
    assert run("--fail-on-no-files", *arguments, stdin=BROKEN) == failed
    assert run("--fail-on-no-files", "--fix", *arguments, stdin=BROKEN) == failed
    assert run("--fail-on-no-files", "-", stdin=SOUND).status == 0


def test_standard_input_is_checked_as_its_name_says(run: Run) -> None:
    configure("rules: {schema/enum: off}\n", "news")
    assert run(*CONCISE, "-", "--stdin-filename", "news/a.md", stdin=BROKEN).out == ""
    assert run(*CONCISE, "-", "--stdin-filename", "a.md", stdin=BROKEN).status == 1


def test_a_configuration_that_has_no_effect_is_noted(run: Run) -> None:
    add("a.md")
    add("drafts/a.md")
    configure("exclude: [drafts/]\n")
    configure("this is not read", "drafts")
    note = f"{NAME}:1:11: this excludes drafts/{NAME}, which has no effect\n"
    assert run("--show-files") == (0, "a.md\n", note)


def test_a_note_is_one_line_whatever_the_names(run: Run) -> None:
    name = "a\n\x1b[31m.md"
    add(name)
    configure("exclude: ['*.md']\n")
    err = run("--show-files", name).err
    assert err.startswith(f"{NAME}:1:11: this excludes a\\n\\x1b[31m.md, which is not checked\n")


@pytest.mark.parametrize("place", ["site", "site/news", "other"])
def test_the_folder_of_the_run_does_not_matter(
    place: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("site/news/a.md")
    add("site/news/b.md")
    add("site/schemas/own.yaml", "properties: {type: {const: article}}\n")
    Path("other").mkdir()
    configure(
        "schema: schemas/own.yaml\nexclude: [/news/b.md]\n"
        "overrides: [{files: [/news/], rules: {schema/const: warning}}]\n",
        "site",
    )
    monkeypatch.chdir(place)
    top = os.path.relpath(folder / "site")
    assert run(*CONCISE, top).out == (
        f"{os.path.relpath(folder / 'site/news/a.md')}:7:7: warning "
        '"type" should be "article", not "artcle" [fixable, unsafe] [schema/const]\n'
    )
    whole = str(folder / "site/news")
    assert [each["line"] for each in json.loads(run("--format", "json", whole).out)] == [7]


def test_places_of_a_configuration_above_are_given_in_full(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure("rules: []\n")
    add("news/a.md")
    monkeypatch.chdir("news")
    assert run().err.startswith(f"Error: {folder / NAME}:1:8: ")


@pytest.mark.usefixtures("articles")
def test_line_breaks_and_marks_of_other_editors(run: Run) -> None:
    text = "rules:\r\n  schema/enum: off\r\n"
    Path(NAME).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run(*CONCISE).out == f"odd.md{ODD_LINE}"


@pytest.mark.posix
def test_a_linked_article_has_the_configuration_of_the_link(run: Run) -> None:
    add("pool/a.md")
    configure("rules: {schema/enum: off}\n", "news")
    os.symlink("../pool/a.md", "news/a.md")
    Path(".git").mkdir()
    assert run(*CONCISE, "news").out == ""
    assert run(*CONCISE, "pool").status == 1


def test_a_configuration_is_read_once_for_thousands(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in range(20):
        Path(f"news/{folder}").mkdir(parents=True)
        for number in range(100):
            Path(f"news/{folder}/{number}.md").touch()
    configure("exclude: [99.md]\noverrides: [{files: [/news/], rules: {insecure-url: off}}]\n")
    configure("rules: {insecure-url: off}\n", "news/7")
    reads = []
    read = config_text._read

    def counting(path: str) -> SourceFile:
        reads.append(path)
        return read(path)

    monkeypatch.setattr(config_text, "_read", counting)
    assert run("--quiet", "--ignore", "schema,missing-front-matter").status == 0
    assert sorted(reads) == [NAME, f"news/7/{NAME}"]


HEAVY = tuple(f"articlelint.settings.{each}" for each in ("config_file", "config_schema"))
IMPORTED = f"""
import sys
from articlelint.cli import main
try:
    main(["--quiet", "."])
finally:
    print(*(each for each in {HEAVY} if each in sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("config", "imported"),
    [
        pytest.param(None, [], id="none"),
        pytest.param("", list(HEAVY), id="empty"),
    ],
)
def test_a_run_without_a_configuration_does_not_import_what_reads_it(
    config: str | None, imported: list[str]
) -> None:
    add("a.md", SOUND)
    add("b.md", SOUND)
    if config is not None:
        configure(config)
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, check=True, text=True
    )
    assert (done.stdout, done.stderr.split()) == ("", imported)


def test_show_config(run: Run) -> None:
    add("a.md")
    configure("schema: video\noverrides: [{files: [b.md], rules: {insecure-url: off}}]\n")
    status, out, err = run("--show-config", "a.md")
    assert (status, err) == (0, "")
    assert out.startswith(f"# a.md\nschema: video # {NAME}:1:9\nfields:\n  title: title # default")
    piped = run("--show-config", "-", "--stdin-filename", "b.md").out
    assert f"  insecure-url:\n    severity: off # {NAME}:2:51\n" in piped
    assert run("--show-config", "a.md", "--no-config").out.startswith(
        "# a.md\nschema: article # default\n"
    )


def test_what_show_config_prints_is_a_configuration(run: Run) -> None:
    add("a.md", SOUND.replace("Ferries", "Boats"))
    add("b.md")
    configure("rules: {schema/enum: warning, unknown-topic: {topics: [Ferries]}}\n")
    before = run()
    Path("again.yaml").write_text(run("--show-config", "a.md").out)
    assert run("--config", "again.yaml") == before
    assert "warning" in before.out


def _examples(text: str) -> list[str]:
    """The configurations that a text shows."""
    return [each for each in blocks(text, "yaml") if "overrides:" in each]


@pytest.mark.parametrize("text", [README, GUIDE], ids=["README", "guide"])
def test_the_configuration_shown_is_right(text: str, run: Run) -> None:
    (config,) = _examples(text)
    add("schemas/film.schema.yaml", "type: object\n")
    add("_news/a.md", SOUND)
    add("_news/drafts/a.md")
    add("_videos/lock-gates.md", SOUND)
    Path("articlelint-baseline.json").write_text('[\n  {"version": 1}\n]\n')
    configure(config)
    assert run("--show-files") == (0, "_news/a.md\n_videos/lock-gates.md\n", "")
    shown = run("--show-config", "_videos/lock-gates.md").out
    if text == GUIDE:
        (lines,) = re.findall(
            r"^```yaml\n(# _videos.*?)# and so on\n", text, re.DOTALL | re.MULTILINE
        )
        assert shown.startswith(lines)


def test_the_schema_for_editors_is_printed(run: Run) -> None:
    assert "articlelint schema config > config.schema.json\n" in GUIDE
    assert "$schema=config.schema.json\n" in GUIDE
    schema = json.loads(run("schema", "config").out)
    assert schema["title"] == "Configuration of articlelint"
