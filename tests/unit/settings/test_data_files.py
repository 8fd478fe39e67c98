"""Known values and registries that a configuration takes from files."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from articlelint.reading.limits import MAX_PURE_LENGTH
from articlelint.reading.yaml import parser
from articlelint.settings import data_files
from articlelint.settings.config import Config, ConfigError, make_config, settle
from articlelint.settings.config_file import ConfigFile
from articlelint.settings.config_tree import ConfigTree
from articlelint.settings.show import show_settings
from articlelint.settings.single_settings import as_mapping
from articlelint.vocabulary.registry import Registry
from articlelint.vocabulary.words import Words

NAME = ".articlelint.yaml"
TOPICS = "unknown-topic", "topics"
PROVIDERS = "unknown-provider", "providers"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and the current folder."""
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    monkeypatch.chdir(site)
    return site


def write(files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def settled(option: tuple[str, str], given: str) -> Config:
    """The settings with an option of a rule, as it is written in the configuration."""
    Path(NAME).write_text(f"rules:\n  {option[0]}:\n    {option[1]}: {given}\n", encoding="utf-8")
    return settle(as_mapping(ConfigFile(NAME).settings(())))


def taken(option: tuple[str, str], given: str) -> Any:
    return settled(option, given).options(option[0])[option[1]]


def mistake(option: tuple[str, str], given: str) -> str:
    """The only mistake, without the file's name."""
    with pytest.raises(ConfigError) as caught:
        settled(option, given)
    assert str(caught.value).startswith(f"{NAME}:")
    return str(caught.value).removeprefix(f"{NAME}:")


@pytest.mark.parametrize(
    ("given", "content"),
    [
        pytest.param("t.yml", "- Bridges\n- AI\n", id="list"),
        pytest.param("t.yaml", "Bridges: {count: 3}\nAI:\n", id="keys"),
        pytest.param("t.yaml", "- {name: Bridges, id: 1}\n- {id: 2, name: AI}\n", id="names"),
        pytest.param("t.yaml", "- {label: Bridges}\n- {label: AI}\n- {id: 3}\n", id="first key"),
        pytest.param(
            "{file: t.yaml, column: id}", "- {name: x, id: Bridges}\n- {id: AI}\n", id="key"
        ),
        pytest.param(
            "{file: t.yaml, column: label}",
            "b: {label: Bridges}\na: {label: AI}\nc: {}\n",
            id="key in mappings by their keys",
        ),
        pytest.param("t.YML", "\ufeff---\n- Bridges # a comment\n- AI\n...\n", id="document"),
        pytest.param("t.yml#/site/topics", "site: {topics: [Bridges, AI]}\n", id="part"),
        pytest.param("t.yml#/a~1b/~0", "a/b: {'~': [Bridges, AI]}\n", id="escaped part"),
        pytest.param("t.json", '["Bridges", "AI", "AI"]', id="JSON"),
        pytest.param("t.json", '{"Bridges": 1, "AI": null}', id="keys in JSON"),
        pytest.param("t.toml#/topics", 'topics = ["Bridges", "AI"]\n', id="TOML"),
        pytest.param("t.toml", "[Bridges]\n[AI]\nfrom = 2023-05-04\n", id="tables of TOML"),
        pytest.param(
            "t.toml#/topics",
            "topics = [ # don't count ...\n'Bridges', \"AI\"]\n"
            'a = ["' + 'a.b.c", "' * 50 + 'd"]\n' + "b = '''" + ("." * 40 + "\n") * 2 + "'''\n",
            id="dots in TOML",
        ),
        pytest.param("t.csv", "name\nBridges,1,2\nAI\n", id="cells without a column"),
        pytest.param("t.csv", "topic,count\nBridges,3\nAI,1\n", id="first column of CSV"),
        pytest.param("t.csv", "id,name\r\n1,Bridges\r\n2, AI\r\n", id="name in CSV"),
        pytest.param(
            "{file: t.csv, column: b}", 'a,b\nx,"Bridges"\ny\n,AI\n\n', id="column of CSV"
        ),
    ],
)
def test_values_from_files(given: str, content: str) -> None:
    write({given.strip("{}").removeprefix("file: ").split("#")[0].split(",")[0]: content})
    assert taken(TOPICS, given) == ["Bridges", "AI"]


def test_whole_numbers_are_values_as_text() -> None:
    write({"years.yml": "[2023, '2024']"})
    assert taken(TOPICS, "years.yml") == ["2023", "2024"]
    assert taken(TOPICS, "[2023, '2024']") == ["2023", "2024"]


def test_values_from_the_names_of_articles() -> None:
    write({"_data/topics/Bridges.md": "", "_data/topics/AI.markdown": "", "_data/topics/x.txt": ""})
    assert taken(TOPICS, "_data/topics/") == ["AI", "Bridges"]
    assert taken(TOPICS, "{file: _data/topics}") == ["AI", "Bridges"]


def test_values_from_the_front_matters_of_articles() -> None:
    write(
        {"topics/a.md": "---\ntitle: AI\n---\n", "topics/b.md": "---\ntitle: Bridges\n---\n\nX\n"}
    )
    assert taken(TOPICS, "{file: topics, column: title}") == ["AI", "Bridges"]


GAZETTE = {"example.com": ["Example Gazette", "Gazette"], "example.org": ["Example News"]}


@pytest.mark.parametrize(
    ("given", "content"),
    [
        pytest.param(
            "p.yml",
            "example.com: {name: Example Gazette, otherNames: [Gazette]}\n"
            "example.org: Example News\n",
            id="by domain",
        ),
        pytest.param(
            "p.yml",
            "gazette: {domain: example.com, name: Example Gazette, otherNames: Gazette}\n"
            "news: {domain: example.org, name: Example News}\n",
            id="by other keys",
        ),
        pytest.param(
            "p.json",
            '[{"domain": "example.com", "name": "Example Gazette", "otherNames": ["Gazette", 1]},'
            '{"domain": ["example.org"], "name": "Example News"}]',
            id="list",
        ),
        pytest.param(
            "p.csv",
            "name,domain\nExample Gazette,example.com\nGazette,example.com\n"
            "Example News,example.org\n",
            id="CSV, a domain twice",
        ),
        pytest.param(
            "p.toml#/providers",
            "[[providers]]\ndomain='example.com'\nname='Example Gazette'\notherNames=['Gazette']\n"
            "[[providers]]\ndomain='example.org'\nname='Example News'\n",
            id="part of TOML",
        ),
    ],
)
def test_registries_from_files(given: str, content: str) -> None:
    write({given.partition("#")[0]: content})
    assert taken(PROVIDERS, given) == GAZETTE


def test_a_registry_of_articles() -> None:
    gazette = "---\ndomain: example.com\nname: Example Gazette\notherNames: [Gazette]\n---\n"
    write({"p/a.md": gazette, "p/example.org.md": "---\nname: Example News\n---\nText\n"})
    assert taken(PROVIDERS, "p") == GAZETTE


def test_a_registry_in_the_configuration() -> None:
    given = (
        "{example.com: {name: Example Gazette, otherNames: [Gazette]}, example.org: Example News}"
    )
    assert taken(PROVIDERS, given) == GAZETTE
    assert taken(PROVIDERS, "{localhost: Here}") == {"localhost": ["Here"]}


def test_a_registry_of_domains_alone() -> None:
    write({"p.yml": "[example.com, example.org]\n"})
    assert taken(PROVIDERS, "p.yml") == {"example.com": [], "example.org": []}


_DOTS = '"t.toml": it has a key or value with more than 50 dots'


@pytest.mark.parametrize(
    ("given", "content", "expected"),
    [
        pytest.param("t.yml", "", '"t.yml" should hold a list or a mapping', id="empty"),
        pytest.param("t.yml", "secret", '"t.yml" should hold a list or a mapping', id="a text"),
        pytest.param("t.yml", "[]", '"t.yml" holds no values', id="no items"),
        pytest.param("t.json", "{}", '"t.json" holds no values', id="no keys"),
        pytest.param("t.csv", "secret\n", '"t.csv" holds no values', id="no rows"),
        pytest.param("t.yml", "[a, {secret: 1}]", '"t.yml": item 2 has no text', id="mixed"),
        pytest.param("t.yml", "[1.5]", '"t.yml": item 1 has no text', id="a fraction"),
        pytest.param("t.yml", "[true]", '"t.yml": item 1 has no text', id="a flag"),
        pytest.param(
            "t.yml",
            "[{name: a}, secret]",
            '"t.yml": item 2 has no text under "name"',
            id="no mapping",
        ),
        pytest.param(
            "t.yml", "[{name: [a]}]", '"t.yml": item 1 has no text under "name"', id="list below"
        ),
        pytest.param("t.yml", "[{}]", '"t.yml": item 1 has no text', id="empty mapping"),
        pytest.param("t.yml", "- a\n- 'b\n", '"t.yml": invalid YAML on line 2', id="YAML"),
        pytest.param("t.yml", "a: 1\na: 2\n", '"t.yml": invalid YAML on line 2', id="key twice"),
        pytest.param("t.yml", "a: *secret\n", '"t.yml": invalid YAML on line 1', id="alias"),
        pytest.param("t.json", '["a",\n b]', '"t.json": invalid JSON on line 2', id="JSON"),
        pytest.param(
            "t.json",
            "[" * 100_000,
            '"t.json": it is nested too deeply, or a number has too many digits',
            id="deep JSON",
        ),
        pytest.param("t.toml", "a = secret\n", '"t.toml": invalid TOML', id="TOML"),
        pytest.param("t.toml", f"a{'.a' * 51} = 1\n", _DOTS, id="long key of TOML"),
        pytest.param("t.toml", "[" + '"a" . ' * 51 + "b]\n", _DOTS, id="long key in quotes"),
        pytest.param(
            "t.toml", 'a = ["""x"y""", {' + "a." * 51 + "a = 1}]\n", _DOTS, id="hidden key"
        ),
        pytest.param("t.toml", f"'='.a{'.a' * 51} = 1\n", _DOTS, id="key that holds its end"),
        pytest.param("t.csv", 'a\n"b"c\n', '"t.csv": invalid CSV on line 2', id="CSV"),
        pytest.param("t.yml", b"\xff", '"t.yml": it is not text in UTF-8', id="UTF-8"),
        pytest.param("t.yml", "-\ta\n" * 400_000, '"t.yml": it is longer than 1024 KiB', id="long"),
        pytest.param(
            "t.yml",
            "[" + "a," * 20_000 + "]",
            '"t.yml": it has more than 20,000 keys and values, or is nested too deeply',
            id="many",
        ),
        pytest.param("t.yml", "a: {\n", '"t.yml": invalid YAML on line 1', id="unclosed"),
        pytest.param(
            "t.json",
            "[]" + " " * data_files.MAX_BYTES,
            '"t.json": with it, the data files of this configuration are larger than 2 MiB',
            id="large",
        ),
        pytest.param(
            "t.txt",
            "a",
            '"t.txt": a data file ends in .yml, .yaml, .json, .toml or .csv, or is a folder of '
            "Markdown files",
            id="ending",
        ),
        pytest.param("t.yml#/b", "a: []", '"t.yml#/b": the file has nothing there', id="no part"),
        pytest.param(
            "t.yml#/0", "[a]", '"t.yml#/0": the file has nothing there', id="part of list"
        ),
    ],
)
def test_mistakes_in_files(given: str, content: str | bytes, expected: str) -> None:
    write({given.partition("#")[0]: content})
    assert mistake(TOPICS, given) == f"3:13: {expected}"


@pytest.mark.parametrize(
    ("given", "content", "expected"),
    [
        pytest.param("p.yml", "secret", "should hold a list or a mapping", id="a text"),
        pytest.param("p.yml", "{}", "holds no providers", id="nothing"),
        pytest.param(
            "p.yml", "gazette: {name: A}", ": item 1 has no domain", id="key is no domain"
        ),
        pytest.param("p.yml", "[{domain: a.example}, 3]", ": item 2 has no domain", id="number"),
        pytest.param("p.yml", "[{name: A}]", ": item 1 has no domain", id="without domain"),
        pytest.param("p.yml", "[{domain: 'https://'}]", ": item 1 has no domain", id="no host"),
    ],
)
def test_mistakes_in_registries(given: str, content: str, expected: str) -> None:
    write({given: content})
    space = "" if expected.startswith(":") else " "
    assert mistake(PROVIDERS, given) == f'3:16: "{given}"{space}{expected}'


@pytest.mark.posix
def test_mistakes_in_folders() -> None:
    write({"a/x.txt": "", "b/x.md": "Text\n", "c/x.md": "---\na: *secret\n---\n"})
    write({"d/x.md": "---\na: 1\na: 2\n---\n", "e/x.md/y": "", "f/x.md": "---\n- a\n---\n"})
    assert mistake(TOPICS, "a") == '3:13: "a" holds no values'
    for name, what in {
        "b": ": it has no front matter",
        "c": ": invalid front matter on line 2",
        "d": ": invalid front matter on line 3",
        "f": ": invalid front matter on line 1",
        "e": " cannot be read: Is a directory",
    }.items():
        given = f"{{file: {name}, column: title}}"
        assert mistake(TOPICS, given) == f'3:20: "{os.path.join(name, "x.md")}"{what}'


def test_without_the_fast_parser_less_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "CParser", None)
    write({"t.yml": f"- {'b' * MAX_PURE_LENGTH}\n"})
    assert mistake(TOPICS, "t.yml") == '3:13: "t.yml": it is longer than 32 KiB'


def test_a_file_that_is_not_there() -> None:
    assert mistake(TOPICS, "t.yml") == '3:13: "t.yml" cannot be read: No such file or directory'


def test_mistakes_are_at_the_field_that_names_the_file() -> None:
    what = '"no.yml" cannot be read: No such file or directory'
    option = "unknown-value", "fields"
    assert mistake(option, "{a: [x], b: no.yml}") == f"3:25: {what}"
    assert mistake(option, "{b.c: {column: x, file: no.yml}}") == f"3:37: {what}"


def test_mistakes_in_overrides_have_their_place() -> None:
    write({NAME: "overrides:\n- files: ['*.md']\n  rules: {unknown-topic: {topics: no.yml}}\n"})
    with pytest.raises(ConfigError) as caught:
        ConfigFile(NAME)
    what = '"no.yml" cannot be read: No such file or directory'
    assert str(caught.value) == f"{NAME}:3:35: {what}"


@pytest.mark.posix
@pytest.mark.parametrize(
    "given", ["../secret.yml", "../no.yml", "/etc/passwd", ".git/x.yml", "link.yml"]
)
def test_nothing_outside_the_repository_is_read(given: str, folder: Path) -> None:
    (folder.parent / "secret.yml").write_text("- secret\n")
    (folder / ".git" / "x.yml").write_text("- secret\n")
    (folder / "link.yml").symlink_to("../secret.yml")
    assert mistake(TOPICS, given) == f'3:13: "{given}": it is outside the repository'


@pytest.mark.posix
def test_no_article_of_a_folder_is_read_outside_the_repository(folder: Path) -> None:
    (folder.parent / "secret.md").write_text("---\nname: A\n---\n")
    write({"p/.keep": ""})
    (folder / "p" / "a.example.md").symlink_to("../../secret.md")
    what = f'"{os.path.join("p", "a.example.md")}": it is outside the repository'
    assert mistake(PROVIDERS, "p") == f"3:16: {what}"


def test_a_folder_holds_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    write({"t/a.md": "", "t/b.md": ""})
    monkeypatch.setattr(data_files, "_MOST_FILES", 2)
    assert taken(TOPICS, "t") == ["a", "b"]
    monkeypatch.setattr(data_files, "_MOST_FILES", 1)
    assert mistake(TOPICS, "t") == '3:13: "t": it holds more than 1 Markdown files'


def test_all_files_together_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_files, "MAX_BYTES", 30)
    front_matter = "---\nname: A\n---\n" + "Text\n" * 100
    write({"t/a.md": front_matter, "t/b.md": front_matter, "c/a.md": front_matter * 1})
    assert taken(TOPICS, "{file: t, column: name}") == ["A"]
    write({"t/c.md": front_matter, "t/d.md": front_matter})
    assert "larger than" in mistake(TOPICS, "{file: t, column: name}")


def test_each_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_files, "MAX_BYTES", 10)
    write({"t.yml": "[A, B]", "p.yml": "[a.b]"})
    write(
        {
            NAME: "rules: {unknown-topic: {topics: t.yml}}\noverrides: [{files: ['*'], "
            "rules: {unknown-topic: {topics: t.yml}}}]\n"
        }
    )
    config = ConfigFile(NAME)
    assert settle(as_mapping(config.settings((0,)))).options(TOPICS[0])["topics"] == ["A", "B"]


@pytest.mark.posix
def test_a_link_that_is_no_configuration_tells_nothing(folder: Path) -> None:
    write({"other.yml": "rules: {unknown-topic: {topics: no.yml}}\n"})
    (folder / NAME).symlink_to("other.yml")
    with pytest.raises(ConfigError) as caught:
        ConfigTree().nearest(".")
    assert "no.yml" not in str(caught.value)


def test_settings_that_are_data_name_no_files() -> None:
    for rule_id, options in {
        "unknown-topic": {"topics": "t.yml"},
        "unknown-provider": {"providers": "t.yml"},
    }.items():
        with pytest.raises(ConfigError) as caught:
            make_config({"rules": {rule_id: options}})
        what = '"t.yml": only a configuration file can name a file'
        assert str(caught.value) == f"{rule_id}: {what}"


def test_what_files_hold_is_part_of_the_settings() -> None:
    write({"t.yml": "[A]"})
    before = settled(TOPICS, "t.yml")
    assert settled(TOPICS, "t.yml") == before
    assert pickle.loads(pickle.dumps(before)) == before  # noqa: S301 - our own
    write({"t.yml": "[A, B]"})
    assert settled(TOPICS, "t.yml") != before


def test_what_was_looked_up_is_no_part_of_the_settings() -> None:
    words, registry = Words(["Bridges"]), Registry({"example.com": ["A"]})
    kept = [pickle.dumps(each) for each in (words, registry)]
    assert "Bridges" in words.known
    assert words.lexicon.by_letters == {"bridges": "Bridges"}
    assert registry.names("example.org") is None
    assert registry.lexicon.by_letters == {"example.com": "example.com"}
    assert [pickle.dumps(each) for each in (words, registry)] == kept
    assert [type(pickle.loads(each)) for each in kept] == [Words, Registry]  # noqa: S301 - our own


def test_show_config_names_the_file() -> None:
    write({"t.yml": "[A]", NAME: "rules: {unknown-topic: {topics: t.yml}}\n"})
    shown = "".join(show_settings("a.md", ConfigTree()))
    assert f'    topics: "t.yml" # {NAME}:1:33\n' in shown


def _topics(tree: ConfigTree) -> Any:
    config = tree.for_file("a.md")
    assert config
    return settle(as_mapping(config.settings(()))).options(TOPICS[0])["topics"]


def test_a_changed_file_is_read_again() -> None:
    write({"t.yml": "[A]", NAME: "rules: {unknown-topic: {topics: t.yml}}\n"})
    tree = ConfigTree()
    assert _topics(tree) == ["A"]
    write({"t.yml": "[B]"})
    assert not tree.forget("other.yml")
    assert _topics(tree) == ["A"]
    assert tree.forget("t.yml")
    assert _topics(tree) == ["B"]


@pytest.mark.parametrize("named", [True, False])
def test_a_folder_is_read_again(*, named: bool) -> None:
    write({"t/A.md": "", NAME: "rules: {unknown-topic: {topics: t/}}\n"})
    tree = ConfigTree(NAME if named else None)
    assert _topics(tree) == ["A"]
    write({"t/B.md": ""})
    assert tree.forget("t/B.md")
    assert _topics(tree) == ["A", "B"]
    Path("t/A.md").unlink()
    assert tree.forget("./t/../t/A.md")
    assert _topics(tree) == ["B"]
