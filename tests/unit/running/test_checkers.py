from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from articlelint.engine.check import Checker
from articlelint.running.checkers import Checkers
from articlelint.schema.loading.store import SchemaError
from articlelint.settings.config import ConfigError
from articlelint.settings.config_tree import ConfigTree
from tests.clock import NOW
from tests.support import article, source_of

#: Each line has a fault: the first by the schema, the other two by a rule.
TEXT = article("title: 1\nwebUrl: http://example.org/\ntopics: [on]\n")
OWN = '{"properties": {"title": {"type": "string"}}}'
TYPE, URL, SCALAR = "schema/type", "insecure-url", "ambiguous-scalar"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a schema and a configuration that names it, and the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.json").write_text(OWN)
    (tmp_path / "any.json").write_text("{}")
    configure(".", "schema: own.json\n")
    return tmp_path


def configure(folder: str, text: str) -> None:
    Path(folder).mkdir(exist_ok=True)
    Path(folder, ".articlelint.yaml").write_text(text)


def checkers(**command_line: Any) -> Checkers:
    return Checkers(ConfigTree(), **command_line)


def ids(checker: Checker) -> list[str]:
    return [each.rule for each in checker.check(source_of(TEXT), "a.md")]


def test_a_file_is_checked_as_its_configuration_says() -> None:
    configure(".", "schema: own.json\nrules: {insecure-url: off}\n")
    configure("news", "schema: ../any.json\nrules: {ambiguous-scalar: off}\n")
    of = checkers()
    assert ids(of.for_file("a.md")) == [TYPE, SCALAR]
    assert ids(of.for_file("news/a.md")) == [URL]


def test_without_a_schema_it_is_that_of_articles() -> None:
    configure(".", "rules: {insecure-url: off}\n")
    of = checkers()
    assert "schema/required" in ids(of.for_file("a.md"))
    assert "schema/required" in ids(Checkers(ConfigTree(search=False)).for_file("a.md"))


def test_overrides_hold_for_their_files() -> None:
    configure(
        ".",
        "schema: own.json\n"
        "overrides:\n"
        "- {files: [news/], schema: any.json}\n"
        "- {files: ['*.en.md'], rules: {insecure-url: off}}\n",
    )
    of = checkers()
    assert ids(of.for_file("a.md")) == [TYPE, URL, SCALAR]
    assert ids(of.for_file("news/a.md")) == [URL, SCALAR]
    assert ids(of.for_file("news/a.en.md")) == [SCALAR]


def test_what_an_override_says_of_all_of_the_schema_replaces_what_was_said_of_one_id() -> None:
    configure(
        ".",
        "schema: own.json\n"
        "rules: {schema/type: warning}\n"
        "overrides:\n"
        "- {files: [news/], rules: {schema: off}}\n"
        "- {files: ['*.en.md'], rules: {schema/type: error}}\n",
    )
    of = checkers()
    assert ids(of.for_file("a.md")) == [TYPE, URL, SCALAR]
    assert ids(of.for_file("news/a.md")) == [URL, SCALAR]
    assert ids(of.for_file("news/a.en.md")) == [TYPE, URL, SCALAR]


def test_without_any_schema_there_are_rules_only() -> None:
    configure(".", "schema: none\n")
    Path("none").write_text(OWN)
    assert ids(checkers().for_file("a.md")) == [URL, SCALAR]
    assert ids(checkers(schema="none").for_file("a.md")) == [URL, SCALAR]
    configure(".", "{}")
    of = checkers()
    named = source_of(TEXT.replace("title:", "$schema: none\ntitle:"))
    assert [each.rule for each in of.for_file("a.md").check(named, "a.md")] == [URL, SCALAR]


def test_whether_a_schema_is_named() -> None:
    configure(".", "rules: {}\noverrides: [{files: [news/], schema: any.json}]\n")
    assert not checkers().names_schema("a.md")
    assert checkers().names_schema("news/a.md")
    assert checkers(schema="article").names_schema("a.md")
    assert not Checkers(ConfigTree(search=False)).names_schema("a.md")


def test_one_checker_serves_all_files_with_the_same_settings() -> None:
    configure(".", "schema: own.json\noverrides: [{files: [news/], schema: any.json}]\n")
    configure("old", "{}")
    of = checkers()
    paths = ["a.md", "b.md", "news/a.md", "news/b.md", "old/a.md", "old/b.md"]
    made = [of.for_file(each) for each in paths]
    assert made[::2] == made[1::2]
    assert len(set(map(id, made))) == 3
    of = Checkers(ConfigTree(search=False))
    assert of.for_file("a.md") is of.for_file("news/a.md")


def test_checkers_of_articles_that_are_compared() -> None:
    alone = checkers(schema="any.json")
    assert not alone.for_file("a.md").comparing
    compared = alone.to_compare()
    make, arguments = compared.__reduce__()
    for each in (compared, make(*arguments)):
        assert "duplicate-url" in [rule.rule_id for rule in each.for_file("a.md").comparing]
        assert ids(each.for_file("a.md")) == ids(alone.for_file("a.md"))
    assert not alone.for_file("a.md").comparing


@pytest.mark.parametrize(
    ("command_line", "expected"),
    [
        ({"schema": "any.json"}, [URL]),
        ({"schema": "own.json"}, [TYPE, URL]),
        ({"select": [TYPE]}, [TYPE]),
        ({"select": [URL, SCALAR]}, [URL]),
        ({"select": [SCALAR]}, []),
        ({"ignore": [URL]}, [TYPE]),
        ({"schema": "any.json", "ignore": [URL]}, []),
    ],
)
@pytest.mark.parametrize("path", ["a.md", "news/a.md"])
def test_the_command_line_has_priority(command_line: Any, expected: list[str], path: str) -> None:
    rules = "rules: {ambiguous-scalar: off}"
    override = f"- {{files: [news/], schema: article, {rules}}}"
    configure(".", f"schema: own.json\n{rules}\noverrides:\n{override}\n")
    schema = {"schema": "own.json"}  # otherwise the override's would say more
    assert ids(checkers(**{**schema, **command_line}).for_file(path)) == expected


@pytest.mark.parametrize(
    ("command_line", "error", "message"),
    [
        ({"schema": "nothere.json"}, SchemaError, "nothere.json: cannot be read"),
        ({"schema": "wrong.json"}, SchemaError, "wrong.json:1:10: not a schema"),
        ({"select": ["insecure-urls"]}, ConfigError, 'unknown rule "insecure-urls"'),
        ({"ignore": ["insecure-urls"]}, ConfigError, 'unknown rule "insecure-urls"'),
    ],
)
def test_what_is_wrong_is_reported_before_any_file(
    command_line: Any, error: type[Exception], message: str
) -> None:
    Path("wrong.json").write_text('{"type": 1}')
    with pytest.raises(error) as caught:
        checkers(**command_line)
    assert str(caught.value).startswith(message)


def test_a_wrong_configuration_is_reported_when_it_is_needed() -> None:
    configure("news", "rules: []\n")
    of = checkers()
    assert of.for_file("a.md")
    with pytest.raises(ConfigError) as caught:
        of.for_file("news/a.md")
    assert str(caught.value).startswith('news/.articlelint.yaml:1:8: "rules" should be')


@pytest.mark.parametrize("schema", [None, "any.json"])
def test_all_go_by_one_clock(schema: str | None) -> None:
    configure("news", "rules: {future-date: error}\n")
    configure("old", "{}")
    text = source_of(article("published: true\npublishedDateTime: 2023-08-01T12:00:00Z\n"))
    times = [NOW]
    of = checkers(schema=schema, clock=lambda: times[-1])
    for clock, is_reported in ((NOW, False), (NOW - timedelta(days=9), True)):
        times.append(clock)
        for path in ("a.md", "news/a.md", "old/a.md"):
            found = of.for_file(path).check(text, path)
            assert ("future-date" in [each.rule for each in found]) is is_reported


def test_what_the_command_line_asks_for() -> None:
    of = checkers(select=["schema", URL], ignore=[TYPE])
    assert [each for each in (TYPE, "schema/enum", URL, SCALAR) if of.selects(each)] == [
        "schema/enum",
        URL,
    ]


class TestForget:
    """What was read of a file is read again once the file has changed."""

    def test_a_configuration(self) -> None:
        of = checkers()
        assert ids(of.for_file("a.md")) == [TYPE, URL, SCALAR]
        configure(".", "schema: own.json\nrules: {insecure-url: off}\n")
        assert ids(of.for_file("a.md")) == [TYPE, URL, SCALAR]
        of.forget(".articlelint.yaml")
        assert ids(of.for_file("a.md")) == [TYPE, SCALAR]

    def test_a_configuration_that_is_now_wrong(self) -> None:
        of = checkers()
        of.for_file("a.md")
        configure(".", "rulez: {}\n")
        of.forget(".articlelint.yaml")
        with pytest.raises(ConfigError, match="rulez"):
            of.for_file("a.md")

    def test_the_schema_of_a_configuration(self) -> None:
        of = checkers()
        of.for_file("a.md")
        Path("own.json").write_text("{}")
        of.forget("own.json")
        assert ids(of.for_file("a.md")) == [URL, SCALAR]

    def test_the_schema_of_the_command_line(self) -> None:
        of = checkers(schema="own.json")
        assert ids(of.for_file("a.md")) == [TYPE, URL, SCALAR]
        Path("own.json").write_text("{}")
        of.forget("own.json")
        assert ids(of.for_file("a.md")) == [URL, SCALAR]

    def test_a_schema_that_an_article_names(self) -> None:
        text = article("$schema: later.json\ntitle: 1\n")
        of = checkers()
        found = of.for_file("a.md").check(source_of(text), "a.md")
        assert [each.rule for each in found] == ["unusable-schema", TYPE]
        Path("later.json").write_text("{}")
        of.forget("later.json")
        assert of.for_file("a.md").check(source_of(text), "a.md") == []


def test_the_files_of_schemas_that_articles_name(folder: Path) -> None:
    (folder / "outer.json").write_text('{"$ref": "own.json"}')
    of = checkers()
    for path, name in (("a.md", "outer.json"), ("a.md", "gone.json#/x"), ("news/b.md", "\\0")):
        named = article(f'title: A bridge\n$schema: "{name}"\n')
        of.for_file(path).check(source_of(named), path)
    files = {str(folder / name) for name in ("outer.json", "own.json", "gone.json")}
    assert of.named_files("c.md") == files
    assert of.named_files(str(folder / "c.md")) == files
    assert of.named_files("news/c.md") == {str(folder / "news" / "\0")}
    assert of.named_files("other/c.md") == set()
    of.forget("own.json")
    assert of.named_files("c.md") == set()
