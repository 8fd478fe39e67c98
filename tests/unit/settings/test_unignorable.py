"""Rules that the settings do not let comments ignore."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from articlelint import fix_text, lint_text, make_config
from articlelint.engine.check import Checker
from articlelint.engine.checked import Checked
from articlelint.model import Diagnostic, Severity, Span
from articlelint.running.checkers import Checkers
from articlelint.schema.loading.store import from_mapping
from articlelint.settings.config_tree import ConfigTree
from tests.support import article, found, source_of

SCHEMA = {"properties": {"a": {"type": "string"}, "b": {"enum": ["x"]}}}
URL = '2:9-2:16 insecure-url /webUrl: the URL starts with "http://" instead of "https://"'
TYPE = '2:4-2:5 schema/type /a: "a" should be text, not the whole number 1: quote it'
ENUM = '3:4-3:5 schema/enum /b: "b" should be "x", not "y"'


def settings(*rule_ids: str) -> dict[str, Any]:
    return {"rules": {rule_id: {"ignorable": False} for rule_id in rule_ids}}


def told(place: str, rule_id: str) -> str:
    what = f'"{rule_id}" cannot be ignored by a comment: the configuration does not allow it'
    return f"{place} unused-ignore: {what}"


REFUSED = {
    "at the end of the line": (
        "webUrl: http://a.b/ # articlelint: ignore[insecure-url] an archive\n",
        "insecure-url",
        [URL, told("2:43-2:55", "insecure-url")],
    ),
    "in the whole file": (
        "webUrl: http://a.b/\n# articlelint: ignore-file[insecure-url]\n",
        "insecure-url",
        [URL, told("3:28-3:40", "insecure-url")],
    ),
    "above a key": (
        "# articlelint: ignore[schema/enum]\nb: y\n",
        "schema/enum",
        [told("2:23-2:34", "schema/enum"), ENUM],
    ),
    "beside others": (
        (
            "a: 1\nb: y # articlelint: ignore[schema/enum, schema/type]\n"
            "# articlelint: ignore-file[schema/type]\n"
        ),
        "schema/enum",
        [
            ENUM,
            told("3:28-3:39", "schema/enum"),
            '3:41-3:52 unused-ignore: unused ignore: "schema/type" is not reported here',
        ],
    ),
    "by the name of its group": (
        "a: 1 # articlelint: ignore[schema]\nb: y # articlelint: ignore[schema]\n",
        "schema/enum",
        [ENUM, told("3:28-3:34", "schema/enum")],
    ),
    "by the name of its group, which ignores others": (
        "a: 1\nb: y\n# articlelint: ignore-file[schema]\n",
        "schema/enum",
        [ENUM, told("4:28-4:34", "schema/enum")],
    ),
    "where it is not reported": (
        "a: x # articlelint: ignore[insecure-url]\n",
        "insecure-url",
        [told("2:28-2:40", "insecure-url")],
    ),
    "where nothing is below the comment": (
        "a: x\n# articlelint: ignore[insecure-url]\n",
        "insecure-url",
        [told("3:23-3:35", "insecure-url")],
    ),
    "one that tells of unused comments": (
        "a: x # articlelint: ignore[no-such]\n# articlelint: ignore-file[unused-ignore]\n",
        "unused-ignore",
        [
            '2:28-2:35 unused-ignore: unknown rule "no-such"',
            told("3:28-3:41", "unused-ignore"),
        ],
    ),
}
ALLOWED = {
    "another rule": ("webUrl: http://a.b/ # articlelint: ignore[insecure-url]\n", "schema/enum"),
    "others of the group": ("a: 1 # articlelint: ignore[schema]\n", "schema/enum"),
    "others of the group, in the file": (
        "# articlelint: ignore-file[schema]\na: 1\n",
        "schema/enum",
    ),
}


@pytest.mark.parametrize(("front_matter", "rule_id", "expected"), REFUSED.values(), ids=REFUSED)
def test_a_comment_does_not_ignore(front_matter: str, rule_id: str, expected: list[str]) -> None:
    text = article(front_matter)
    assert found(text, schema=SCHEMA, config=settings(rule_id)) == expected
    by_default = found(text, schema=SCHEMA)
    assert not any("does not allow it" in each for each in by_default)
    ignorable = {"rules": {rule_id: {"ignorable": True}}}
    assert found(text, schema=SCHEMA, config=ignorable) == by_default


@pytest.mark.parametrize(("front_matter", "rule_id"), ALLOWED.values(), ids=ALLOWED)
def test_a_comment_still_ignores(front_matter: str, rule_id: str) -> None:
    assert found(article(front_matter), schema=SCHEMA, config=settings(rule_id)) == []


def test_what_is_said_of_the_comment() -> None:
    text = article("a: x # articlelint: ignore[insecure-url]\n")
    (only,) = lint_text(text, schema=SCHEMA, config=settings("insecure-url"))
    assert only.severity is Severity.WARNING
    assert only.help == ("remove the id, or the whole comment if it names no other",)


def test_all_of_a_group() -> None:
    text = article("a: 1 # articlelint: ignore[schema, schema/type]\n")
    assert found(text, schema=SCHEMA, config=settings("schema/enum", "schema/type")) == [
        TYPE,
        told("2:28-2:34", "schema/type"),
        told("2:36-2:47", "schema/type"),
    ]


@pytest.mark.parametrize(
    "config",
    [
        make_config({"rules": {"insecure-url": {"severity": "off", "ignorable": False}}}),
        make_config(settings("insecure-url"), ignore=["insecure-url"]),
        make_config(settings("insecure-url"), select=["schema", "unused-ignore"]),
    ],
    ids=["off", "not asked for", "others asked for"],
)
def test_a_rule_that_does_not_report_is_not_told_of(config: Any) -> None:
    text = article("webUrl: http://a.b/ # articlelint: ignore[insecure-url]\n")
    assert found(text, schema=SCHEMA, config=config) == []


def test_telling_of_it_can_be_ignored_but_not_the_rule() -> None:
    text = article(
        "webUrl: http://a.b/ # articlelint: ignore[insecure-url]\n"
        "# articlelint: ignore-file[unused-ignore]\n"
    )
    assert found(text, schema=SCHEMA, config=settings("insecure-url")) == [URL]


def test_what_the_comment_was_to_ignore_is_fixed() -> None:
    text = article("published: yes # articlelint: ignore[published-flag, ambiguous-scalar]\n")
    fixed = fix_text(text, schema={}, config=settings("published-flag"))
    assert fixed.text == text.replace("yes", "true")
    assert fix_text(text, schema={}).text == text


def test_when_the_rest_could_not_be_checked_it_is_told_all_the_same() -> None:
    text = article(
        "a: {{ x }}\nwebUrl: http://a.b/ # articlelint: ignore[insecure-url, mojibake]\n"
    )
    config = settings("insecure-url")
    told_of = [each for each in found(text, config=config) if "unused-ignore" in each]
    assert told_of == [told("3:43-3:55", "insecure-url")]


def test_what_is_found_later_is_not_ignored_either() -> None:
    text = article("# articlelint: ignore-file[schema]\na: x\n")
    checker = Checker(from_mapping(SCHEMA), make_config(settings("schema/enum")))
    begun: Checked = pickle.loads(pickle.dumps(checker.begin(source_of(text), "a.md")))  # noqa: S301 - our own
    later = [
        Diagnostic(rule, Severity.ERROR, "found later", (), Span(40, 41))
        for rule in ("schema/enum", "schema/type")
    ]
    for found_later, expected in (
        (later, ["schema/enum", "unused-ignore"]),
        (later[1:], []),
        (later, ["schema/enum", "unused-ignore"]),
    ):
        finished = checker.finish(begun, found_later)
        assert sorted(each.rule for each in finished.diagnostics) == expected
        assert [each.diagnostic for each in finished.suppressed] == later[1:]


def test_settings_of_a_file_and_for_some_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".articlelint.yaml").write_text(
        "rules:\n"
        "  insecure-url: {ignorable: false}\n"
        "overrides:\n"
        "- {files: [old/], rules: {insecure-url: {ignorable: true}}}\n"
        "- {files: [new/], rules: {insecure-url: error}}\n"
    )
    Path("any.json").write_text("{}")
    text = source_of(article("webUrl: http://a.b/ # articlelint: ignore[insecure-url]\n"))
    of = Checkers(ConfigTree(), "any.json")
    ids = {
        path: [each.rule for each in of.for_file(path).check(text, path)]
        for path in ("a.md", "old/a.md", "new/a.md")
    }
    both = ["insecure-url", "unused-ignore"]
    assert ids == {"a.md": both, "old/a.md": [], "new/a.md": both}
