"""The schema that an article names for itself, by a key or by a comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import SourceFile, make_config
from articlelint.engine.check import Checker
from articlelint.running.checkers import Checkers
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config_tree import ConfigTree
from tests.support import written

#: By which nothing is wrong.
ANY = from_mapping({})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "own.json").write_text('{"required": ["own"]}', encoding="utf-8")
    (tmp_path / "loop.json").write_text('{"type": "integer",\n "$ref": "#"}', encoding="utf-8")
    (tmp_path / "wrong.json").write_text('{"type": "texd"}', encoding="utf-8")
    return tmp_path


def found(text: str, *, schema: str | None = None) -> list[str]:
    """What is said of an article at ``news/a.md``, of the schema alone."""
    checkers = Checkers(ConfigTree(), schema, ["schema", "unusable-schema"])
    source = SourceFile.from_text(text)
    checker = checkers.for_file("news/a.md")
    return [written(each, source) for each in checker.check(source, "news/a.md")]


LACKS_OWN = '1:1-1:4 schema/required /own: missing required key "own"'
NAMED = {
    "a key": "---\n$schema: ../own.json\n---\n",
    "a key in quotes": '---\ntitle: x\n"$schema": "../own.json"\n---\n',
    "a comment": "---\n# yaml-language-server: $schema=../own.json\ntitle: x\n---\n",
    "a comment below others": "---\n# a\n#yaml-language-server:$schema=../own.json\nt: x\n---\n",
    "a comment, with CRLF": "---\r\n# yaml-language-server: $schema=../own.json\r\nt: x\r\n---\r\n",
    "a comment as of JetBrains": "---\n# $schema: ../own.json\ntitle: x\n---\n",
    "such a comment, without spaces": "---\n# a\n#$schema:../own.json\nt: x\n---\n",
    "a comment in TOML": "+++\n# $schema: ../own.json\nt = 1\n+++\n",
    "a key before a comment": (
        "---\n# yaml-language-server: $schema=nothing.json\n$schema: ../own.json\n---\n"
    ),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED)
def test_an_article_names_a_schema_by(text: str) -> None:
    assert found(text) == [LACKS_OWN]


@pytest.mark.usefixtures("folder")
def test_a_bundled_schema_may_be_named() -> None:
    by_name = found("---\ntitle: x\n---\n", schema="book")
    assert found("---\ntitle: x\n$schema: book\n---\n") == by_name != []


UNNAMED = {
    "a comment below a key": "---\ntitle: x\n# yaml-language-server: $schema=../own.json\n---\n",
    "such a comment below a key": "---\ntitle: x\n# $schema: ../own.json\n---\n",
    "another comment": "---\n# $schema ../own.json, schema: ../own.json\ntitle: x\n---\n",
    "a text": "---\ntitle: '# yaml-language-server: $schema=../own.json'\n---\n",
    "a key with no text": "---\n$schema: [../own.json]\n---\n",
    "a key further down": "---\ntitle: {$schema: ../own.json}\n---\n",
    "the body": "---\ntitle: x\n---\n$schema: ../own.json\n",
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED)
def test_no_schema_is_named_by(text: str) -> None:
    assert LACKS_OWN not in found(text)


def test_the_command_line_goes_before(folder: Path) -> None:
    (folder / "other.json").write_text('{"required": ["other"]}', encoding="utf-8")
    assert found("---\n$schema: ../own.json\n---\n", schema="other.json") == [
        '1:1-1:4 schema/required /other: missing required key "other"'
    ]


def test_the_file_goes_before_the_configuration(folder: Path) -> None:
    (folder / ".articlelint.yaml").write_text("schema: wrong-name.json\n", encoding="utf-8")
    (folder / "wrong-name.json").write_text('{"required": ["k"]}', encoding="utf-8")
    assert found("---\n$schema: ../own.json\n---\n") == [LACKS_OWN]
    assert found("---\ntitle: x\n---\n") == ['1:1-1:4 schema/required /k: missing required key "k"']


def test_the_key_itself_needs_no_leave(folder: Path) -> None:
    (folder / "own.json").write_text('{"additionalProperties": false}', encoding="utf-8")
    assert found("---\n$schema: ../own.json\n---\n") == []
    assert found("---\n$schema: ../own.json\nk: 1\n---\n") == [
        '3:1-3:2 schema/additionalProperties /k: unknown key "k"'
    ]


UNUSABLE = {
    "a loop": (
        "---\n$schema: ../loop.json\n---\n",
        (
            "2:10-2:22 unusable-schema /$schema: the schema that the file names cannot be used: "
            "../loop.json:2:10: the subschema leads back to itself without a step into the data "
            "(at /$ref)"
        ),
    ),
    "nothing there": (
        "---\n$schema: nothing.json\n---\n",
        (
            "2:10-2:22 unusable-schema /$schema: the schema that the file names cannot be used: "
            "nothing.json: cannot be read: No such file or directory"
        ),
    ),
    "an unknown name": (
        "---\n# yaml-language-server: $schema=vidio\nt: 1\n---\n",
        "2:33-2:38 unusable-schema: the schema that the file names cannot be used: vidio: no such",
    ),
    "no schema": (
        "---\n$schema: ../wrong.json\n---\n",
        (
            "2:10-2:23 unusable-schema /$schema: the schema that the file names cannot be used: "
            "../wrong.json:1:10: not a schema"
        ),
    ),
    "an address": (
        "---\n$schema: https://example.com/s.json\n---\n",
        (
            "2:10-2:36 unusable-schema /$schema: the schema that the file names cannot be used: "
            "https://example.com/s.json: nothing is fetched from a network: name a file"
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_one_is_reported_and_the_other_schema_used(
    folder: Path, text: str, expected: str
) -> None:
    (folder / ".articlelint.yaml").write_text("schema: own.json\n", encoding="utf-8")
    first, second = found(text)
    assert first == LACKS_OWN
    assert second.startswith(expected)


def test_without_a_search_for_schemas_the_name_is_ignored() -> None:
    checker = Checker(ANY, make_config({}))
    source = SourceFile.from_text("---\n$schema: nothing.json\n---\n")
    assert checker.check(source, "a.md") == []


def test_a_file_is_one_schema_however_it_is_named(folder: Path) -> None:
    (folder / "old").mkdir()
    checkers = Checkers(ConfigTree(), None, ["schema"])
    places = [("news/a.md", "../own.json"), ("old/a.md", "../own.json"), ("a.md", "./own.json")]
    schemas = [checkers._find_schema(name, path) for path, name in places]
    assert schemas[0] is schemas[1] is schemas[2]
    (folder / "old" / "own.json").write_text("{}", encoding="utf-8")
    assert checkers._find_schema("own.json", "old/a.md") is not schemas[0]
