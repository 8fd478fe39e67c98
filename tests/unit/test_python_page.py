"""The examples of the page for programs that use the library."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import articlelint
from tests.support import ROOT

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\nprints\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("code", "printed"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_prints_what_the_page_says(
    code: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(code, "python.md", "exec"), names)  # noqa: S102 - it is ours
    assert capsys.readouterr().out == printed


def test_each_piece_of_code_is_an_example() -> None:
    assert len(EXAMPLES) == PAGE.count("```python") == 4


def test_what_is_public_is_there() -> None:
    assert sorted(articlelint.__all__) == articlelint.__all__
    for name in articlelint.__all__:
        assert getattr(articlelint, name).__doc__, name


@pytest.mark.parametrize(
    ("rule_id", "message"),
    [
        ("ambiguous-scalar", 'there is a rule "ambiguous-scalar" already: choose another id'),
        ("schema/enum", 'there is a rule "schema/enum" already: choose another id'),
        ("No Space]", 'invalid rule id "No Space]": write lower-case words and hyphens'),
    ],
)
def test_a_rule_of_ones_own_needs_an_id_of_its_own(rule_id: str, message: str) -> None:
    rule = articlelint.Rule("", "", articlelint.Severity.ERROR, ())
    with pytest.raises(articlelint.ConfigError) as caught:
        articlelint.lint_text("", schema={}, rules={rule_id: rule})
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["---\npublished: yes\n---\n", b"\xef\xbb\xbf---\nt: on\n---\nx"])
def test_fix_text_keeps_all_that_it_does_not_fix(text: str | bytes) -> None:
    off = {"rules": {"published-flag": "off", "byte-order-mark": "off", "ambiguous-scalar": "off"}}
    whole = text.decode() if isinstance(text, bytes) else text
    assert articlelint.fix_text(text, schema={}, config=off) == (whole, [], [])


def test_fix_text_makes_guesses_only_when_told_to() -> None:
    text = "---\nwebUrl: http://example.com/a\n---\n"
    left = articlelint.fix_text(text, schema={})
    assert (left.text, [each.rule for each in left.diagnostics]) == (text, ["insecure-url"])
    fixed = articlelint.fix_text(text, schema={}, unsafe=True)
    assert fixed.text == text.replace("http:", "https:")
    assert ([each.rule for each in fixed.fixed], fixed.diagnostics) == (["insecure-url"], [])


TEXT = "---\npublished: yes\n---\n"


@pytest.mark.parametrize("kind", [str.encode, lambda text: bytearray(text.encode())])
def test_bytes_of_any_kind_are_a_text(kind: Any) -> None:
    expected = articlelint.lint_text(TEXT, schema={})
    assert articlelint.lint_text(kind(TEXT), schema={}) == expected
    assert articlelint.lint_text(memoryview(kind(TEXT)), schema={}) == expected
    assert articlelint.fix_text(kind(TEXT), schema={}).text == TEXT.replace("yes", "true")


def test_a_path_of_pathlib_is_a_path() -> None:
    text = "---\npublishedDateTime: 2024-01-01T00:00:00Z\n---\n"
    path = "news/2024-03-01-a.md"
    expected = articlelint.lint_text(text, path, schema={})
    assert [each.rule for each in expected] == ["filename-date-mismatch"]
    assert articlelint.lint_text(text, Path(path), schema={}) == expected
    assert articlelint.fix_text(text, Path(path), schema={}).diagnostics == expected


def test_a_schema_can_be_a_boolean() -> None:
    text = "---\ntitle: A\n---\n"
    assert articlelint.lint_text(text, schema=True) == []
    assert [each.rule for each in articlelint.lint_text(text, schema=False)] == ["schema/false"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": None}, "text should be str or bytes, not NoneType"),
        ({"text": [TEXT]}, "text should be str or bytes, not list"),
        ({"path": b"a.md"}, "path should be str or a path, not bytes"),
        ({"path": None}, "path should be str or a path, not NoneType"),
        (
            {"schema": "article"},
            "schema should be a mapping, a bool or what load_schema returns, not str",
        ),
        (
            {"schema": []},
            "schema should be a mapping, a bool or what load_schema returns, not list",
        ),
        ({"config": "x"}, "config should be a mapping, not str"),
        ({"config": ""}, "config should be a mapping, not str"),
        ({"config": 0}, "config should be a mapping, not int"),
        ({"rules": "x"}, "rules should be a mapping, not str"),
        ({"rules": {"x": "off"}}, "rules['x'] should be a Rule, not str"),
    ],
)
def test_an_argument_of_another_type(arguments: dict[str, Any], message: str) -> None:
    for function in (articlelint.lint_text, articlelint.fix_text):
        with pytest.raises(TypeError) as caught:
            function(**{"text": TEXT, "schema": {}, **arguments})
        assert str(caught.value) == message


def test_a_schema_is_loaded_by_a_name_or_any_path(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text('{"required": ["a"]}')
    for path in (tmp_path / "own.json", str(tmp_path / "own.json")):
        assert articlelint.load_schema(path).contents == {"required": ["a"]}
    assert articlelint.load_schema("own.json", str(tmp_path)).contents == {"required": ["a"]}
    assert articlelint.load_schema(Path("video")).uri == articlelint.load_schema("video").uri
    for name in (5, None, b"video"):
        message = f"name_or_file should be str or a path, not {type(name).__name__}"
        with pytest.raises(TypeError, match=message):
            articlelint.load_schema(name)  # type: ignore[arg-type]


def test_settings_of_another_type() -> None:
    with pytest.raises(TypeError, match="config should be a mapping, not list"):
        articlelint.make_config([])  # type: ignore[arg-type]
