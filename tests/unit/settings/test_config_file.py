from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from articlelint.reading.source import MAX_FILE_BYTES
from articlelint.schema.loading.drafts import DEFAULT
from articlelint.settings.config import ConfigError
from articlelint.settings.config_file import ConfigFile
from articlelint.settings.single_settings import as_mapping

NAME = ".articlelint.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def config(text: str | bytes) -> ConfigFile:
    Path(NAME).write_bytes(text if isinstance(text, bytes) else text.encode())
    return ConfigFile(NAME)


def mistakes(text: str | bytes) -> list[str]:
    """The mistakes of a wrong configuration, each without the file's name."""
    with pytest.raises(ConfigError) as caught:
        config(text)
    lines = str(caught.value).split("\n")
    assert all(each.startswith(f"{NAME}:") for each in lines)
    return [each.removeprefix(f"{NAME}:") for each in lines]


def settled(of: ConfigFile, path: str) -> Mapping[str, Any]:
    return as_mapping(of.settings(of.overrides_for(path)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n", id="empty lines"),
        pytest.param("# soon\n", id="a comment"),
        pytest.param("---\n", id="an empty document"),
        pytest.param("\ufeff", id="a byte order mark"),
        pytest.param("{}", id="no keys"),
        pytest.param("rules: {}\nfields: {}\ninline: {}\noverrides: []\n", id="nothing in them"),
    ],
)
def test_a_file_that_sets_nothing(text: str) -> None:
    empty = config(text)
    assert settled(empty, "a.md") == {"rules": {}, "fields": {}, "inline": {}}
    assert empty.schema(empty.settings(())) is None
    assert empty.includes("a.md") is None
    assert empty.excludes("a.md") is None
    assert empty.baseline is None
    assert list(empty.unused_globs()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "rules:\n  insecure-url: of\n",
            '2:17: "insecure-url" should be "off", "warning", "error" or a mapping, not "of": '
            'did you mean "off"?',
            id="severity misspelt",
        ),
        pytest.param(
            "rules:\n  insecure-url: false\n",
            '2:17: "insecure-url" should be "off", "warning", "error" or a mapping, not false',
            id="severity of no text",
        ),
        pytest.param(
            "rules:\n  insecure-url:\n",
            '2:16: "insecure-url" should be "off", "warning", "error" or a mapping, but is empty',
            id="severity left out",
        ),
        pytest.param(
            "rules:\n  insecure-urls: off\n",
            '2:3: unknown key "insecure-urls": did you mean "insecure-url"?',
            id="rule misspelt",
        ),
        pytest.param(
            "rules:\n  schema/requird: off\n",
            '2:3: unknown key "schema/requird": did you mean "schema/required"?',
            id="keyword misspelt",
        ),
        pytest.param(
            "rules: {url-domain-mismatch: {allow-host: [a.example]}}\n",
            '1:31: unknown key "allow-host": did you mean "allow-hosts"?',
            id="option misspelt",
        ),
        pytest.param(
            "rules: {url-domain-mismatch: {allow-hosts: a.example}}\n",
            (
                '1:44: "allow-hosts" should be a list, not the text "a.example": write one item '
                "on each line"
            ),
            id="option of another type",
        ),
        pytest.param(
            "rules: {published-flag: {severty: off}}\n",
            '1:26: unknown key "severty": did you mean "severity"?',
            id="severity's key misspelt",
        ),
        pytest.param(
            "inline: {schema: no}\n",
            '1:18: "schema" should be `true` or `false`, not the text "no": write `false`',
            id="flag of YAML 1.1",
        ),
        pytest.param(
            "inline: {ignores: false}\n",
            '1:10: unknown key "ignores": did you mean "ignore"?',
            id="inline with a misspelt key",
        ),
        pytest.param(
            "rule: {}\n", '1:1: unknown key "rule": did you mean "rules"?', id="misspelt key"
        ),
        pytest.param(
            "the front matter: 1\n", '1:1: unknown key "the front matter"', id="key like a subject"
        ),
        pytest.param(
            "rules:\n  - insecure-url: off\n",
            '2:3: "rules" should be a mapping, not a list: remove the `-` before its keys',
            id="list for keys",
        ),
        pytest.param(
            "exclude: drafts/**\n",
            (
                '1:10: "exclude" should be a list, not the text "drafts/**": write one item on '
                "each line"
            ),
            id="text for a list",
        ),
        pytest.param(
            "include: []\n",
            '1:1: "include" needs at least 1 item, has 0',
            id="list without items",
        ),
        pytest.param(
            "exclude:\n  - drafts/\n  -\n",
            '3:4: item 2 of "exclude" should be text, but is empty',
            id="item left out",
        ),
        pytest.param(
            "schema:\n", '1:8: "schema" should be text, but is empty', id="schema left out"
        ),
        pytest.param(
            "fields: {publishd: live}\n",
            '1:10: unknown key "publishd": did you mean "published"?',
            id="field misspelt",
        ),
        pytest.param(
            "fields: {date: publishedDateTime}\n",
            (
                '1:10: unknown key "date": the name in the article schema comes first: '
                "write `publishedDateTime: date`"
            ),
            id="names the wrong way round",
        ),
        pytest.param(
            "overrides:\n  - files: [a]\n    fields: {link: webUrl}\n",
            (
                '3:14: unknown key "link": the name in the article schema comes first: '
                "write `webUrl: link`"
            ),
            id="names the wrong way round for some files",
        ),
        pytest.param(
            "fields: {date: posted}\n", '1:10: unknown key "date"', id="no field of that name"
        ),
        pytest.param(
            "rules: {unique-value: {fields: [{field: title}]}}\n",
            '1:34: unknown key "field": did you mean "fields", which is missing?',
            id="names of an option",
        ),
        pytest.param(
            "fields: {published: {fild: draft}}\n",
            '1:22: unknown key "fild": did you mean "field", which is missing?',
            id="key of a flag misspelt",
        ),
        pytest.param(
            "overrides:\n  - rules: {insecure-url: off}\n",
            '2:5: missing required key "files" in item 1 of "overrides"',
            id="override for no files",
        ),
        pytest.param(
            "overrides:\n  - files: [a.md]\n    exclude: [b.md]\n",
            '3:5: unknown key "exclude": it belongs at the top level, not in item 1 of "overrides"',
            id="key of another place",
        ),
        pytest.param(
            "- schema: article\n",
            "1:1: the configuration is a list, not a mapping",
            id="a list",
        ),
        pytest.param(
            "article\n",
            "1:1: the configuration is a single value, not a mapping",
            id="a word",
        ),
        pytest.param(
            "rules: {insecure-url: off\n",
            "1:8: this `{` is never closed",
            id="syntax",
        ),
        pytest.param(
            "rules:\n\tinsecure-url: off\n",
            "2:1: tab used for indentation: use spaces",
            id="tab",
        ),
        pytest.param(
            "schema: article\n---\nschema: video\n",
            "2:1: a second YAML document begins here",
            id="two documents",
        ),
        pytest.param(
            "rules: {1: off}\n",
            "1:9: the key `1` is not text: put it in quotes",
            id="number as key",
        ),
        pytest.param(
            "rules: {[a]: off}\n",
            "1:9: a key cannot be a list or a mapping",
            id="list as key",
        ),
        pytest.param(
            "schema: article\nschema: video\n",
            '2:1: the key "schema" is given twice: remove one',
            id="key given twice",
        ),
        pytest.param(
            "exclude: [drafts/, '[z-a]']\n",
            '1:20: "[z-a]" is not a valid .gitignore pattern',
            id="no pattern",
        ),
        pytest.param(
            "include: [./news/**]\n",
            '1:11: a pattern cannot start with "./": write "/news/**"',
            id="pattern with a dot",
        ),
        pytest.param(
            "overrides:\n  - files: [a.md]\n  - files: ['#b.md']\n",
            '3:13: "#b.md" is not a valid .gitignore pattern',
            id="no pattern in an override",
        ),
        pytest.param(
            "schema: own.json\n",
            "1:9: own.json: cannot be read: No such file or directory",
            id="no such schema file",
        ),
        pytest.param(
            "overrides:\n  - files: [a.md]\n    schema: own.json\n",
            "3:13: own.json: cannot be read: No such file or directory",
            id="no such schema file in an override",
        ),
        pytest.param(b"schema: \xff\n", "1:9: byte 0xff is not UTF-8: save the file as UTF-8"),
        pytest.param(
            "schema: a\n".encode("utf-16"), "1:1: the file is UTF-16: save it as UTF-8", id="UTF-16"
        ),
        pytest.param(
            "a: \0\n", "1:4: a NUL byte is not text: remove it, or save the file as UTF-8", id="NUL"
        ),
        pytest.param(
            b" " * (MAX_FILE_BYTES + 1),
            "1:1: the file is larger than 16 MiB, which is the limit",
            id="too large",
        ),
    ],
)
def test_a_mistake_has_its_place(text: str | bytes, expected: str) -> None:
    assert mistakes(text) == [expected]


def test_all_mistakes_of_syntax_are_told_and_what_else_is_wrong() -> None:
    text = "schema = article\nrules:\n  insecure-url:off\n  unknown: off\n"
    assert mistakes(text) == [
        "1:8: `=` instead of `:`",
        "3:3: missing space after `insecure-url:`",
        '4:3: unknown key "unknown": did you mean "unknown-value"?',
    ]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_places_count_whatever_ends_a_line(mark: str, line_break: str) -> None:
    text = mark + line_break.join(("# é \U0001f309", "rules:", "  \U0001f309: off", ""))
    assert mistakes(text) == ['3:3: unknown key "\U0001f309"']


def test_all_mistakes_are_reported_in_the_order_of_the_file() -> None:
    text = "rules:\n  zzz: off\nschema: 1\nrules:\n  insecure-url: [off]\nshema: x\n"
    assert mistakes(text) == [
        '3:9: "schema" should be text, not the whole number 1: quote it',
        '4:1: the key "rules" is given twice: remove one',
        (
            '5:17: "insecure-url" should be "off", "warning", "error" or a mapping, not '
            "`[off]`: remove the brackets"
        ),
        '6:1: unknown key "shema"',
    ]
    text = "overrides:\n- files: ['!']\n  schema: own.json\nexclude: [/]\n"
    assert mistakes(text) == [
        '2:11: "!" is not a valid .gitignore pattern',
        "3:11: own.json: cannot be read: No such file or directory",
        '4:11: "/" is not a valid .gitignore pattern',
    ]


def test_a_schema_misspelt() -> None:
    (said,) = mistakes("schema: vide\n")
    assert said.startswith("1:9: vide: no such schema: neither a file nor one of article, ")
    assert said.endswith('; did you mean "video"?')


def test_the_place_of_an_aliased_value_is_the_alias() -> None:
    text = "exclude: [&a '#x']\noverrides:\n  - files: [*a]\n"
    assert mistakes(text) == [
        '1:11: "#x" is not a valid .gitignore pattern',
        '3:13: "#x" is not a valid .gitignore pattern',
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"type": "txt"}',
            "own.json:1:10: not a schema: give a draft in `$schema` to read more",
        ),
        (f'{{"$schema": "{DEFAULT}", "type": 1}}', 'own.json:1:69: not a schema: "type" should be'),
        ('{"type": }', "own.json:1:10: invalid JSON: Expecting value"),
        ('{"$ref": "parts.json"}', "own.json:1:10: "),
        ("[]", "own.json: the schema is a list, not a mapping"),
        (
            '{"type": 1, "type": 2}',
            "own.json:1:13: invalid YAML: give a draft in `$schema` to read more",
        ),
        (
            f'{{"$schema": "{DEFAULT}", "type": 1, "type": 2}}',
            'own.json:1:72: the key "type" is given twice: remove one',
        ),
    ],
)
def test_a_wrong_schema_has_its_place_too(text: str, message: str) -> None:
    Path("own.json").write_text(text)
    (said,) = mistakes("schema: own.json\n")
    assert said.startswith(f"1:9: {message}")


@pytest.mark.posix
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda: None, "No such file or directory", id="not there"),
        pytest.param(lambda: os.mkdir(NAME), "Is a directory", id="folder"),
        pytest.param(lambda: os.symlink("x", NAME), "No such file or directory", id="broken link"),
        pytest.param(
            lambda: os.symlink(NAME, NAME), "Too many levels of symbolic links", id="link loop"
        ),
        pytest.param(
            lambda: os.symlink("/dev/zero", NAME),
            "a link leads out of the folder of the top-most configuration",
            id="link to a device",
        ),
        pytest.param(lambda: os.mkfifo(NAME), "not a regular file", id="pipe"),
    ],
)
def test_what_cannot_be_read(make: Any, reason: str) -> None:
    make()
    with pytest.raises(ConfigError) as caught:
        ConfigFile(NAME)
    assert str(caught.value) == f"{NAME}: cannot be read: {reason}"


RULES = """\
rules:
  insecure-url: off
  published-flag: warning
  url-domain-mismatch: {severity: warning, allow-hosts: [a.example]}
fields: {published: live, title: name}
overrides:
  - files: ["news/", "!news/drafts/"]
    rules:
      insecure-url: {allow-hosts: [b.example]}
      url-domain-mismatch: {allow-hosts: [b.example]}
      date-order: error
    fields: {published: public}
    inline: {ignore: true}
  - files: ["*.en.md"]
    rules:
      date-order: {}
      url-domain-mismatch: error
inline: {schema: false, ignore: false}
"""
BASE = {
    "rules": {
        "insecure-url": {"severity": "off"},
        "published-flag": {"severity": "warning"},
        "url-domain-mismatch": {"severity": "warning", "allow-hosts": ["a.example"]},
    },
    "fields": {"published": "live", "title": "name"},
    "inline": {"schema": False, "ignore": False},
}
NEWS: Mapping[str, Any] = {
    "rules": {
        "insecure-url": {"severity": "off", "allow-hosts": ["b.example"]},
        "published-flag": {"severity": "warning"},
        "url-domain-mismatch": {"severity": "warning", "allow-hosts": ["b.example"]},
        "date-order": {"severity": "error"},
    },
    "fields": {"published": "public", "title": "name"},
    "inline": {"schema": False, "ignore": True},
}


def test_overrides_change_what_they_mention() -> None:
    of = config(RULES)
    assert settled(of, "a.md") == settled(of, "news/drafts/a.md") == BASE
    assert settled(of, "news/a.md") == NEWS


def test_later_overrides_win() -> None:
    of = config(RULES)
    mismatch = {"severity": "error", "allow-hosts": ["b.example"]}
    assert of.overrides_for("news/a.en.md") == (0, 1)
    assert settled(of, "news/a.en.md") == {
        "rules": {**NEWS["rules"], "url-domain-mismatch": mismatch},
        "fields": NEWS["fields"],
        "inline": NEWS["inline"],
    }
    assert settled(of, "a.en.md")["rules"]["date-order"] == {}


def test_each_setting_knows_its_place() -> None:
    of = config(RULES)
    settings = of.settings((0,))
    places = {path: of.place(setting.place) for path, setting in settings.items()}
    assert places["rules", "insecure-url", "severity"] == f"{NAME}:2:17"
    assert places["rules", "insecure-url", "allow-hosts"] == f"{NAME}:9:35"
    assert places["rules", "url-domain-mismatch", "severity"] == f"{NAME}:4:35"
    assert places["fields", "published"] == f"{NAME}:12:25"
    assert places["fields", "title"] == f"{NAME}:5:34"
    assert places["inline", "schema"] == f"{NAME}:18:18"
    assert places["inline", "ignore"] == f"{NAME}:13:22"


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("a.md", "video.schema.json"),
        ("own/a.md", "conf/own.yaml"),
        ("own/parts/a.md", "article.schema.json"),
    ],
)
def test_schemas_by_name_or_by_file_beside_the_configuration(
    path: str, named: str, folder: Path
) -> None:
    Path("conf").mkdir()
    Path("conf/own.yaml").write_text("type: object\n")
    config(
        "schema: video\n"
        "overrides:\n"
        "  - {files: [own/], schema: conf/own.yaml}\n"
        "  - {files: [own/parts/], schema: article}\n"
    )
    for name in (NAME, str(folder / NAME)):
        of = ConfigFile(name)
        schema = of.schema(of.settings(of.overrides_for(path)))
        assert schema is not None
        assert schema.name.endswith(named)


def test_paths_are_relative_to_the_folder_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("site/news").mkdir(parents=True)
    Path("site", NAME).write_text("include: [news/*.md]\nexclude: [/x.md]\nbaseline: known.json\n")
    monkeypatch.chdir("site/news")
    of = ConfigFile(f"../{NAME}")
    assert of.folder == str(folder / "site")
    assert of.baseline == "../known.json"
    assert of.relative("a.md") == of.relative(str(folder / "site/news/a.md")) == "news/a.md"
    assert of.includes("a.md") is True
    assert of.includes("../a.md") is False
    assert of.excludes("../x.md") == f"../{NAME}:2:11"
    assert of.excludes("x.md") is None


@pytest.mark.parametrize("path", ["../a.md", "../site-2/a.md", "..", "."])
def test_no_pattern_means_what_is_not_below_the_folder(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("site").mkdir()
    monkeypatch.chdir("site")
    config("include: ['*']\nexclude: ['*']\noverrides: [{files: ['*']}]\n")
    of = ConfigFile(NAME, is_named=False)
    assert of.relative(path) is None
    assert of.includes(path) is None
    assert of.excludes(path) is None
    assert of.excludes(path, is_folder=True) is None
    assert of.overrides_for(path) == ()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", "a.md"),
        ("conf/a.md", "a.md"),
        ("../site-2/a.md", "../site-2/a.md"),
        (".", None),
        ("../..", None),
    ],
)
def test_of_one_that_is_named_paths_elsewhere_are_from_the_current_folder(
    path: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("site/conf").mkdir(parents=True)
    monkeypatch.chdir("site")
    Path("conf/own.yaml").write_text("exclude: ['*']\n")
    of = ConfigFile("conf/own.yaml")
    assert of.relative(path) == expected
    assert (of.excludes(path, is_folder=True) is None) is (expected is None)


def test_on_another_drive_there_is_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(path: str) -> str:
        raise ValueError(f"path is on mount {path}")

    of = config("exclude: ['*']\n")
    monkeypatch.setattr(os.path, "relpath", relpath)
    assert of.relative("../a.md") is None


def test_a_configuration_at_the_root_of_all_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    of = config("exclude: ['*.md']\n")
    monkeypatch.setattr(of, "folder", "/")
    assert of.relative("/a/b.md") == "a/b.md"


def test_patterns_without_effect_are_listed_with_their_places() -> None:
    of = config(
        "include: [a.md, b.md]\nexclude: [c.md, d/]\noverrides:\n- files: [e.md]\n- files: [a.md]\n"
    )
    of.includes("a.md")
    of.excludes("d", is_folder=True)
    of.overrides_for("a.md")
    assert list(of.unused_globs()) == [
        f"{NAME}:{place}: this pattern has no effect: it applies to no file"
        for place in ("1:17", "2:11", "4:11")
    ]


@pytest.mark.posix
def test_a_link_that_nobody_has_named_shows_nothing_of_what_it_leads_to() -> None:
    Path("token").write_text("rules: s3cret\n")
    os.symlink("token", NAME)
    with pytest.raises(ConfigError) as caught:
        ConfigFile(NAME, is_named=False)
    what = "this link does not lead to a valid configuration"
    assert str(caught.value) == f"{NAME}: {what}: `--config {NAME}` tells why"
    with pytest.raises(ConfigError, match=f"^{NAME}:1:8: .*s3cret"):
        ConfigFile(NAME)
    Path("token").write_text("rules: {}\n")
    assert ConfigFile(NAME, is_named=False).path == NAME
    Path("below").mkdir()
    Path(f"below/{NAME}").write_text("rules: text\n")
    os.symlink(f"below/{NAME}", "link.yaml")
    with pytest.raises(ConfigError, match=r":1:8: .*text"):
        ConfigFile("link.yaml", is_named=False)
