from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articlelint import rules
from articlelint.article import Fields
from articlelint.model import DataPath, Severity
from articlelint.reading.source import SourceFile
from articlelint.rule import Ignorable, OptionError
from articlelint.settings import records
from articlelint.settings.config import Config, Inline, settle, used_value
from articlelint.settings.config_file import ConfigFile
from articlelint.settings.config_tree import ConfigTree
from articlelint.settings.show import show_settings
from articlelint.settings.single_settings import as_mapping

NAME = ".articlelint.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(path: str, config: str | None = None) -> list[str]:
    if config is not None:
        Path(NAME).write_text(config)
    lines = list(show_settings(path, ConfigTree()))
    assert all(each.endswith("\n") and each.count("\n") == 1 for each in lines)
    return [each[:-1] for each in lines]


def of(rule_id: str, lines: list[str]) -> list[str]:
    """The lines about one rule."""
    start = lines.index(f"  {rule_id}:") + 1
    end = next((at for at in range(start, len(lines)) if lines[at][:4].strip()), len(lines))
    return [each.strip() for each in lines[start:end]]


def test_without_a_configuration_all_is_as_by_default() -> None:
    lines = shown("news/a.md")
    assert lines[:3] == ["# news/a.md", "schema: article # default", "fields:"]
    assert lines[-1] == "schema-folders: [] # default"
    assert lines[3 : 3 + len(Fields())] == [f"  {each}: {each} # default" for each in Fields()]
    assert lines[3 + len(Fields()) :][:4] == [
        "inline:",
        "  schema: true # default",
        "  ignore: true # default",
        "rules:",
    ]
    assert re.findall(r"^  (\S+):$", "\n".join(lines), re.MULTILINE) == sorted(rules.ids())
    assert of("insecure-url", lines) == [
        "severity: warning # default",
        "ignorable: true # default",
        "allow-hosts: [] # default",
    ]
    assert of("yaml-syntax", lines) == ["severity: error # default"], "no comment can ignore it"
    assert of("unknown-topic", lines)[0] == "severity: off # default"
    assert all(each.endswith((":", "# default")) for each in lines[1:])


def test_each_line_says_where_it_comes_from() -> None:
    lines = shown(
        "news/a.md",
        "schema: video\n"
        "fields: {published: live}\n"
        "inline: {schema: false}\n"
        "rules: {insecure-url: off, schema/enum: {ignorable: false}, unknown-topic: {topics: []}}\n"
        "overrides:\n"
        "- files: [news/]\n"
        "  schema: article\n"
        "  rules: {insecure-url: {allow-hosts: [a.example]}}\n"
        "- {files: [old/], schema: course}\n",
    )
    assert lines[:2] == ["# news/a.md", f"schema: article # {NAME}:7:11"]
    assert f"  published: live # {NAME}:2:21" in lines
    assert f"  schema: false # {NAME}:3:18" in lines
    assert "  ignore: true # default" in lines
    assert of("insecure-url", lines) == [
        f"severity: off # {NAME}:4:23",
        f'allow-hosts: ["a.example"] # {NAME}:8:39',
        "ignorable: true # default",
    ]
    assert of("schema/enum", lines) == [
        f"ignorable: false # {NAME}:4:53",
        "severity: error # default",
    ]
    assert of("unknown-topic", lines) == [
        f"topics: [] # {NAME}:4:85",
        "severity: warning # default",
        "ignorable: true # default",
    ]


def test_what_is_set_comes_first() -> None:
    lines = shown(
        "news/a.md",
        "fields: {type: kind, published: live}\n"
        "rules: {unknown-topic: {topics: [Ferries]}, insecure-url: off}\n"
        "overrides: [{files: [old/], schema: course, rules: {date-order: off}}]\n",
    )
    assert [each for each in lines if re.match(r"\w", each)] == [
        "fields:",
        "rules:",
        "schema: article # default",
        "inline:",
        "schema-folders: [] # default",
    ]
    assert lines[2:4] == [f"  type: kind # {NAME}:1:16", f"  published: live # {NAME}:1:33"]
    fields = [each.split(":")[0].strip() for each in lines[4 : 2 + len(Fields())]]
    assert fields == [each for each in Fields() if each not in ("published", "type")]
    found = re.findall(r"^  (\S+):$", "\n".join(lines), re.MULTILINE)
    assert found == [
        *("insecure-url", "unknown-topic"),
        *sorted(rules.ids().keys() - {"insecure-url", "unknown-topic"}),
    ]


def test_a_file_that_is_not_checked() -> None:
    config = "exclude: [a.md]\n"
    assert shown("a.md", config)[:2] == ["# a.md", f"# not checked: excluded by {NAME}:1:11"]
    assert shown("b.md", config)[:2] == ["# b.md", "schema: article # default"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("live", "live"),
        ("web-url", '"web-url"'),
        ("null", '"null"'),
        ("True", '"True"'),
        ("off", "off"),
        ("1", '"1"'),
        ("~", '"~"'),
        ("a: b", '"a: b"'),
        (" # x", '" # x"'),
        ('"', '"\\""'),
        ("fähre", "fähre"),
        ("fähre 渡 \U0001f309", '"fähre 渡 \U0001f309"'),
        ("a\u2028b", '"a\\U00002028b"'),
        ("\u202ea", '"\\U0000202ea"'),
        ("\x7f", '"\\U0000007f"'),
        ("a\tb\nc", '"a\\tb\\nc"'),
    ],
)
def test_text_is_in_quotes_where_it_needs_them(name: str, written: str) -> None:
    escaped = "".join(f"\\U{ord(each):08x}" for each in name)
    lines = shown("a.md", f'fields: {{published: "{escaped}"}}\n')
    assert f"  published: {written} # {NAME}:1:21" in lines


def test_names_of_files_stay_in_their_comment() -> None:
    assert shown("a\nrules: \x1b.md")[0] == "# a\\U0000000arules: \\U0000001b.md"


_SEVERITIES = st.sampled_from(["off", *(each.value for each in Severity)])
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
_VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "boolean": st.booleans(),
    "array": st.lists(_WORDS, max_size=3),
    "object": st.dictionaries(_WORDS, _WORDS, max_size=3)
    | st.dictionaries(_WORDS, st.lists(_WORDS, min_size=1, max_size=3), max_size=3),
}


def _values_of(rule_id: str, name: str) -> st.SearchStrategy[Any]:
    """Values of an option that are valid and name no files."""
    option = dict(records.record(rule_id).options[name])
    kinds = option["type"]
    kind = kinds[0] if isinstance(kinds, list) else kinds

    def is_valid(value: Any) -> bool:
        if not jsonschema_rs.is_valid(option, value):
            return False
        try:
            used_value(("rules", rule_id, name), value, _no_file)
        except OptionError:
            return False
        return True

    return _VALUES[kind].filter(is_valid)


def _no_file(name: str, at: DataPath) -> Any:
    raise OptionError(name, at)


def _settings_of(rule_id: str) -> st.SearchStrategy[Any]:
    record = records.record(rule_id)
    values = {name: _values_of(rule_id, name) for name in record.options}
    if record.ignorable is not Ignorable.NEVER:
        values["ignorable"] = st.booleans()
    return _SEVERITIES | st.fixed_dictionaries({}, optional={"severity": _SEVERITIES, **values})


_RULES = st.fixed_dictionaries(
    {}, optional={each: _settings_of(each) for each in (*rules.ids(), "schema/enum")}
)
_FIELDS = st.fixed_dictionaries({}, optional=dict.fromkeys(Fields(), _WORDS))
_SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "rules": _RULES,
        "fields": _FIELDS,
        "inline": st.fixed_dictionaries({}, optional=dict.fromkeys(Inline._fields, st.booleans())),
        "schema": st.sampled_from(["article", "video", "own.json"]),
    },
)


def _yaml(value: Any) -> str:
    """As YAML, with every character in an escape."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_yaml(key)}: {_yaml(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + "".join(f"\\U{ord(each):08x}" for each in value) + '"'


def _settled(file: ConfigFile) -> tuple[str, Config]:
    found = file.settings(file.overrides_for("a.md"))
    schema = file.schema(found)
    return schema.name if schema else "article", settle(as_mapping(found))


@given(_SETTINGS, _SETTINGS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_what_is_shown_is_a_configuration_that_says_the_same(
    base: dict[str, Any], override: dict[str, Any]
) -> None:
    Path("own.json").write_text("{}")
    overrides = [{"files": ["a.md"], **override}, {"files": ["b.md"], "schema": "course"}]
    Path(NAME).write_text(_yaml({**base, "overrides": overrides}))
    Path("again.yaml").write_text("".join(show_settings("a.md", ConfigTree())), encoding="utf-8")

    schema, before = _settled(ConfigFile(NAME))
    schema_again, after = _settled(ConfigFile("again.yaml"))
    assert schema in schema_again
    assert (after.fields, after.inline) == (before.fields, before.inline)
    assert after.unignorable() == before.unignorable()
    for rule_id in (*rules.ids(), "schema/enum", "schema/type"):
        assert after.severity(rule_id) == before.severity(rule_id), rule_id
        assert after.options(rule_id) == before.options(rule_id), rule_id


def test_what_is_shown_has_no_byte_order_mark_or_other_line_break() -> None:
    lines = shown("\ufeffa\x85.md")
    source = SourceFile.from_text("\n".join(lines))
    assert not source.has_byte_order_mark
    assert lines[0] == "# \\U0000feffa\\U00000085.md"


def test_what_is_set_of_all_of_the_schema_is_shown_for_each_id_that_is_set() -> None:
    lines = shown(
        "news/a.md",
        "rules: {schema/enum: {ignorable: false}, schema/type: error, schema: warning}\n"
        "overrides:\n"
        "- files: [news/]\n"
        "  rules:\n"
        "    schema: off\n"
        "    schema/required: warning\n",
    )
    assert of("schema", lines) == [
        f"severity: off # {NAME}:5:13",
        "ignorable: true # default",
    ]
    assert of("schema/enum", lines) == [
        f"severity: off # {NAME}:5:13",
        f"ignorable: false # {NAME}:1:34",
    ]
    assert of("schema/type", lines)[0] == f"severity: off # {NAME}:5:13", "the later one wins"
    assert of("schema/required", lines)[0] == f"severity: warning # {NAME}:6:22"
