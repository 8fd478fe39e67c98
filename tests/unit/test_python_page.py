"""The examples of the page for programs that use the library."""

from __future__ import annotations

import re
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
