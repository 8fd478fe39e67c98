"""Comments that ignore one diagnostic: where they can be, and that they ignore nothing else."""

from __future__ import annotations

import pytest

from articlelint.engine.check import Checker
from articlelint.engine.ignore_here import ignore_edit
from articlelint.fixing.proof import apply_edits
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config import Config, make_config
from tests.support import source_of

BOTH = "# articlelint: ignore[published-flag, ambiguous-scalar]"
SCHEMA = {"required": ["title"], "properties": {"n": {"type": "integer"}, "l": {"items": {}}}}


def ignored(text: str, rule: str, config: Config | None = None) -> str | None:
    """The text with a comment that ignores the first diagnostic of a rule."""
    source = source_of(text)
    checker = Checker(from_mapping(SCHEMA), config or make_config({}))
    found = [each for each in checker.check(source, "a.md") if each.rule == rule]
    edit = ignore_edit(source, "a.md", None, checker, found[0])
    return edit and apply_edits(text, [edit])


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        (
            "---\ntitle: a\nn: b\n---\n",
            "schema/type",
            "---\ntitle: a\nn: b # articlelint: ignore[schema/type]\n---\n",
        ),
        (
            "---\ntitle: a\nn: b # why\n---\n",
            "schema/type",
            "---\ntitle: a\nn: b # why # articlelint: ignore[schema/type]\n---\n",
        ),
        (  # not within a text of several lines
            "---\r\ntitle: a\r\nn: |\r\n  b  c\r\n---\r\n",
            "schema/type",
            "---\r\ntitle: a\r\nn: | # articlelint: ignore[schema/type]\r\n  b  c\r\n---\r\n",
        ),
        (
            '---\ntitle: a\nn: "b\n  c"\n---\n',
            "schema/type",
            '---\ntitle: a\n# articlelint: ignore[schema/type]\nn: "b\n  c"\n---\n',
        ),
        (  # what is missing has no line of its own
            "---\nn: 1\n---\n",
            "schema/required",
            "---\n# articlelint: ignore-file[schema/required]\nn: 1\n---\n",
        ),
        (  # another rule has something to say of the value, too
            "---\ntitle: a\npublished: yes\n---\n",
            "published-flag",
            f"---\ntitle: a\npublished: yes {BOTH}\n---\n",
        ),
        (
            '+++\ntitle = "a"\nn = "b"\n+++\n',
            "schema/type",
            '+++\ntitle = "a"\nn = "b" # articlelint: ignore[schema/type]\n+++\n',
        ),
    ],
)
def test_where_a_comment_goes(text: str, rule: str, expected: str) -> None:
    assert ignored(text, rule) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{"title": "a", "n": "b"}\n', "schema/type"),  # JSON has no comments
        ("a text\n", "missing-front-matter"),
        ("---\ntitle: [\n---\n", "yaml-syntax"),
        ('{"title": "a", "n": "b"}', "schema/type"),
    ],
)
def test_what_no_comment_ignores(text: str, rule: str) -> None:
    assert ignored(text, rule) is None


def test_settings_may_refuse_comments() -> None:
    text = "---\ntitle: a\nn: b\n---\n"
    config = make_config({"rules": {"schema/type": {"ignorable": False}}})
    assert ignored(text, "schema/type", config) is None
