"""What an article may not decide itself if the settings refuse it: its schema, what is ignored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articlelint import Severity, fix_text, lint_text, make_config
from articlelint.engine.checked import Checked
from articlelint.report import Suppression
from articlelint.running.checkers import Checkers
from articlelint.settings.config_tree import ConfigTree
from tests.support import article, found, source_of, written

NO_SCHEMA = {"inline": {"schema": False}}
NO_IGNORE = {"inline": {"ignore": False}}

NOT_USED = "inline-schema{}: naming a schema in an article is not allowed: {} is not used"
NAMED = {
    "a key": (
        "title: a\n$schema: own.json\n",
        "3:1-3:8 " + NOT_USED.format(" /$schema", '"own.json"'),
    ),
    "a key in quotes": (
        '"$schema": "video"\n',
        "2:1-2:10 " + NOT_USED.format(" /$schema", '"video"'),
    ),
    "a comment": (
        "# yaml-language-server: $schema=own.json\ntitle: a\n",
        "2:33-2:41 " + NOT_USED.format("", '"own.json"'),
    ),
    "a comment as of JetBrains": (
        "# $schema: own.json\ntitle: a\n",
        "2:12-2:20 " + NOT_USED.format("", '"own.json"'),
    ),
    "a key, before a comment": (
        "# yaml-language-server: $schema=other.json\n$schema: own.json\n",
        "3:1-3:8 " + NOT_USED.format(" /$schema", '"own.json"'),
    ),
    "a long name": (
        f"$schema: {'a' * 1000}\n",
        "2:1-2:8 " + NOT_USED.format(" /$schema", f'"{"a" * 59}…"'),
    ),
    "a name that no comment can ignore": (
        "$schema: own.json # articlelint: ignore[inline-schema]\n",
        "2:1-2:8 " + NOT_USED.format(" /$schema", '"own.json"'),
    ),
}
NOT_NAMED = {
    "a key below": "title: a\n# yaml-language-server: $schema=own.json\n",
    "no text": "$schema: [own.json]\n",
    "a text": "title: '# yaml-language-server: $schema=own.json'\n",
    "another comment": "# schema: own.json\ntitle: a\n",
    "another key": "about: {$schema: own.json}\n",
}


@pytest.mark.parametrize(("front_matter", "expected"), NAMED.values(), ids=NAMED)
def test_a_schema_that_an_article_names_is_refused(front_matter: str, expected: str) -> None:
    text = article(front_matter)
    first, *others = found(text, config=NO_SCHEMA)
    assert first == expected
    assert [each.split()[1] for each in others] == ["unused-ignore:"] * ("ignore[" in text)
    assert expected not in found(text), "it is the settings that refuse it"


def test_the_advice_says_what_to_remove() -> None:
    by_key = lint_text("---\n$schema: own.json\n---\n", schema={}, config=NO_SCHEMA)
    by_comment = lint_text(
        "---\n# yaml-language-server: $schema=own.json\na: 1\n---\n", schema={}, config=NO_SCHEMA
    )
    assert [each.help for each in (*by_key, *by_comment)] == [
        ("remove the key",),
        ("remove the comment",),
    ]
    assert {each.severity for each in (*by_key, *by_comment)} == {Severity.ERROR}


@pytest.mark.parametrize("front_matter", NOT_NAMED.values(), ids=NOT_NAMED)
def test_where_no_schema_is_named_nothing_is_refused(front_matter: str) -> None:
    assert found(article(front_matter), config=NO_SCHEMA) == []


def test_a_refused_key_is_not_unknown_as_well() -> None:
    closed = {"properties": {"title": {}}, "additionalProperties": False}
    text = "---\n$schema: own.json\ntitle: a\nx: 1\n---\n"
    assert found(text, schema=closed, config=NO_SCHEMA) == [
        "2:1-2:8 " + NOT_USED.format(" /$schema", '"own.json"'),
        '4:1-4:2 schema/additionalProperties /x: unknown key "x"',
    ]


def refused(place: str, words: str) -> str:
    return f'{place} inline-ignore: ignore comments are not allowed: "{words}" has no effect'


HTTP = 'insecure-url /webUrl: the URL starts with "http://" instead of "https://"'
#: What is reported without the comment, and for the comment itself.
IGNORED = {
    "at the end of a line": (
        "webUrl: http://example.com/a # articlelint: ignore[insecure-url] an archive\n",
        [f"2:9-2:16 {HTTP}", refused("2:45-2:76", "ignore[insecure-url] an archive")],
    ),
    "above a key": (
        "# articlelint: ignore[insecure-url]\nwebUrl: http://example.com/a\n",
        [refused("2:16-2:36", "ignore[insecure-url]"), f"3:9-3:16 {HTTP}"],
    ),
    "for the file": (
        "webUrl: http://example.com/a\n# articlelint: ignore-file[insecure-url]\n",
        [f"2:9-2:16 {HTTP}", refused("3:16-3:41", "ignore-file[insecure-url]")],
    ),
    "two in one comment": (
        "webUrl: http://example.com/a # articlelint: ignore[insecure-url] # articlelint: x\n",
        [
            f"2:9-2:16 {HTTP}",
            refused("2:45-2:65", "ignore[insecure-url]"),
            refused("2:81-2:82", "x"),
        ],
    ),
    "unused, unknown and without words": (
        "title: a # articlelint: ignore[insecure-url, no-such]\nb: 1 # articlelint:\n",
        [
            refused("2:25-2:54", "ignore[insecure-url, no-such]"),
            refused("3:6-3:20", "# articlelint:"),
        ],
    ),
    "for itself": (
        "# articlelint: ignore-file[inline-ignore, unused-ignore]\ntitle: a\n",
        [refused("2:16-2:57", "ignore-file[inline-ignore, unused-ignore]")],
    ),
}
NO_COMMENT = {
    "a text": "title: '# articlelint: ignore[insecure-url]'\n",
    "a word": "title: a # of articlelint\n",
    "no space before": "title: a#articlelint:ignore[insecure-url]\n",
}


@pytest.mark.parametrize(("front_matter", "expected"), IGNORED.values(), ids=IGNORED)
def test_a_comment_ignores_nothing_and_is_refused(front_matter: str, expected: list[str]) -> None:
    assert found(article(front_matter), config=NO_IGNORE) == expected
    assert not any("inline-ignore" in each for each in found(article(front_matter)))


@pytest.mark.parametrize("front_matter", NO_COMMENT.values(), ids=NO_COMMENT)
def test_where_there_is_no_comment_none_is_refused(front_matter: str) -> None:
    assert found(article(front_matter), config=NO_IGNORE) == []
    assert found(article(front_matter, "# articlelint: ignore[a]\n"), config=NO_IGNORE) == []


def test_a_refused_comment_says_what_to_do() -> None:
    (refused,) = lint_text(article("a: 1 # articlelint: ignore[x]\n"), schema={}, config=NO_IGNORE)
    assert refused.severity is Severity.WARNING
    assert refused.help == ("correct what is reported, and remove the comment",)
    assert refused.fix is None


def test_the_severity_is_that_of_the_settings() -> None:
    text = article("$schema: own.json # articlelint: ignore[x]\n")
    both = {"schema": False, "ignore": False}
    rules = {"inline-schema": "warning", "inline-ignore": "error"}
    found = lint_text(text, schema={}, config={"inline": both, "rules": rules})
    assert [(each.rule, each.severity.value) for each in found] == [
        ("inline-schema", "warning"),
        ("inline-ignore", "error"),
    ]
    off = dict.fromkeys(rules, "off")
    assert lint_text(text, schema={}, config={"inline": both, "rules": off}) == []


def test_a_refused_comment_does_not_keep_a_fix_from_being_applied() -> None:
    text = article("published: yes # articlelint: ignore[published-flag, ambiguous-scalar]\n")
    assert fix_text(text, schema={}).text == text
    fixed = fix_text(text, schema={}, config=NO_IGNORE)
    assert fixed.text == text.replace("yes", "true")
    assert [each.rule for each in fixed.diagnostics] == ["inline-ignore"]


def test_one_is_refused_without_the_other() -> None:
    text = article(
        "$schema: own.json\nwebUrl: http://a.example/ # articlelint: ignore[insecure-url]\n"
    )
    assert [each.rule for each in lint_text(text, schema={}, config=NO_SCHEMA)] == ["inline-schema"]
    assert [each.rule for each in lint_text(text, schema={}, config=NO_IGNORE)] == [
        "insecure-url",
        "inline-ignore",
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a schema and a configuration that names another, and the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.json").write_text('{"required": ["own"]}', encoding="utf-8")
    (tmp_path / "any.json").write_text("{}", encoding="utf-8")
    return tmp_path


def checked(front_matter: str, **command_line: Any) -> Checked:
    checker = Checkers(ConfigTree(), **command_line).for_file("a.md")
    return checker.check_fully(source_of(article(front_matter)), "a.md")


def said(of: Checked, front_matter: str) -> list[str]:
    source = source_of(article(front_matter))
    return [written(each, source).partition(":")[2].partition(": ")[0] for each in of.diagnostics]


CHOICES = {
    "allowed": ("", {}, ["1-1:4 schema/required /own"], True),
    "refused by the configuration": (
        "inline: {schema: false}\n",
        {},
        ["1-2:8 inline-schema /$schema"],
        False,
    ),
    "allowed by the configuration": (
        "inline: {schema: true, ignore: false}\n",
        {},
        ["1-1:4 schema/required /own"],
        True,
    ),
    "refused for this file": (
        "overrides: [{files: [a.md], inline: {schema: false}}]\n",
        {},
        ["1-2:8 inline-schema /$schema"],
        False,
    ),
    "refused for another file": (
        "overrides: [{files: [b.md], inline: {schema: false}}]\n",
        {},
        ["1-1:4 schema/required /own"],
        True,
    ),
    "refused by the command line": (
        "inline: {schema: true}\n",
        {"no_inline": True},
        ["1-2:8 inline-schema /$schema"],
        False,
    ),
    "refused, and a schema on the command line": (
        "",
        {"no_inline": True, "schema": "own.json"},
        ["1-1:4 schema/required /own", "1-2:8 inline-schema /$schema"],
        False,
    ),
    "a schema on the command line": (
        "",
        {"schema": "own.json"},
        ["1-1:4 schema/required /own"],
        False,
    ),
}


@pytest.mark.parametrize(
    ("settings", "command_line", "expected", "is_by_named"), CHOICES.values(), ids=CHOICES
)
def test_who_chooses_the_schema(
    folder: Path, settings: str, command_line: Any, expected: list[str], *, is_by_named: bool
) -> None:
    (folder / ".articlelint.yaml").write_text(f"schema: any.json\n{settings}", encoding="utf-8")
    front_matter = "$schema: own.json\n"
    of = checked(front_matter, **command_line)
    assert said(of, front_matter) == expected
    assert of.by_named_schema is is_by_named


def test_one_that_cannot_be_used_is_not_what_an_article_was_checked_by(folder: Path) -> None:
    (folder / ".articlelint.yaml").write_text("schema: any.json\n", encoding="utf-8")
    of = checked("$schema: nothing.json\n")
    assert [each.rule for each in of.diagnostics] == ["unusable-schema"]
    assert not of.by_named_schema


@pytest.mark.usefixtures("folder")
def test_with_no_inline_a_comment_ignores_nothing() -> None:
    front_matter = "a: http:// # articlelint: ignore-file[schema]\n"
    allowed, refused = (
        checked(front_matter, schema="own.json", no_inline=each) for each in (False, True)
    )
    assert allowed.diagnostics == []
    assert [each.suppression for each in allowed.suppressed] == [Suppression.COMMENT]
    assert said(refused, front_matter) == ["1-1:4 schema/required /own", "27-2:46 inline-ignore"]
    assert refused.suppressed == ()


def test_settings_say_what_is_inline() -> None:
    assert make_config({}).inline == (True, True)
    assert make_config(NO_SCHEMA).inline == (False, True)
    assert make_config({"inline": {}}).inline == (True, True)
