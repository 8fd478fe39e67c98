"""All keys of a front matter below one that the schema does not know."""

from __future__ import annotations

from articlelint import lint_text
from articlelint.model import Severity
from tests.support import article

_SCHEMA = {
    "properties": {"title": {"type": "string"}, "lines": {"type": "array"}},
    "required": ["title"],
    "additionalProperties": False,
}


def test_one_line_is_told_as_one_line() -> None:
    [found] = lint_text(article("page:\n    title: Fog at sea\n"), schema=_SCHEMA)
    assert found.help == (
        "remove line 2 and start line 3 4 spaces further left:",
        "title: Fog at sea",
    )


def test_not_all_of_many_lines_are_shown() -> None:
    items = "".join(f"    - {number}\n" for number in range(40))
    text = article(f"page:\n  title: Fog at sea\n  lines:\n{items}")
    [found] = lint_text(text, schema=_SCHEMA)
    assert found.help[0] == "remove line 2 and start lines 3-44 2 spaces further left:"
    assert found.help[1:4] == ("title: Fog at sea", "lines:", "  - 0")
    assert (len(found.help), found.help[-1]) == (32, "...")


def test_the_severer_of_the_faults_counts() -> None:
    config = {"rules": {"schema/additionalProperties": "warning"}}
    text = article("page:\n  title: Fog at sea\n")
    [found] = lint_text(text, schema=_SCHEMA, config=config)
    assert (found.rule, found.severity) == ("schema/additionalProperties", Severity.ERROR)


def test_a_text_is_no_parent() -> None:
    found = lint_text(article("page: Fog at sea\n"), schema=_SCHEMA)
    assert [each.rule for each in found] == ["schema/required", "schema/additionalProperties"]
