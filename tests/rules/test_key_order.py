from __future__ import annotations

from typing import Any

import pytest

from articlelint import fix_text, lint_text
from articlelint.model import OrderKeys, Safety
from tests.support import article, check_rule

RULE = "key-order"

ON = {"rules": {RULE: "warning"}}
BY_OPTION = {"rules": {RULE: {"order": ["title", "date", "tags"]}}}

SCHEMA: dict[str, Any] = {
    "properties": {
        "title": {},
        "date": {},
        "provider": {"$ref": "#/$defs/provider"},
        "related": {"items": {"properties": {"webUrl": {}, "title": {}}}},
    },
    "$defs": {"provider": {"properties": {"name": {}, "domain": {}}}},
}

SILENT = {
    "in order": "title: A\ndate: B\ntags: [c]\n",
    "some of them": "title: A\ntags: [c]\n",
    "other keys anywhere": "layout: x\ntitle: A\nimage: y\ndate: B\nauthor: z\n",
    "no key of the order": "b: 1\na: 2\n",
    "what is in a list or a mapping": "more: {tags: a, title: b}\nlist: [{tags: a, title: b}]\n",
    "what another mapping brings in": "x: &x {date: B}\ntitle: A\ntags: [c]\n<<: *x\n",
}

REPORTED: dict[str, tuple[str, list[str]]] = {
    "early": (
        "date: B\ntitle: A\n",
        ['3:1-3:6 "title" is out of order: move it before "date"'],
    ),
    "late": (
        "tags: [c]\ntitle: A\ndate: B\n",
        ['2:1-2:5 "tags" is out of order: move it after "date"'],
    ),
    "several": (
        "tags: [c]\ndate: B\ntitle: A\n",
        [
            '3:1-3:5 "date" is out of order: move it after "title"',
            '4:1-4:6 "title" is out of order: move it before "date"',
        ],
    ),
    "between other keys": (
        "layout: x\ndate: B\nimage: y\n'title': A\n",
        ['5:1-5:8 "title" is out of order: move it before "date"'],
    ),
    "with a merge": (
        "x: &x {y: 1}\ntags: [c]\ntitle: A\n<<: *x\n",
        ['4:1-4:6 "title" is out of order: move it before "tags"'],
    ),
}

CHANGES = {
    "early": OrderKeys((), ("title", "date")),
    "late": OrderKeys((), ("title", "date", "tags")),
    "several": OrderKeys((), ("title", "date", "tags")),
    "between other keys": OrderKeys((), ("layout", "title", "date", "image")),
    "with a merge": OrderKeys((), ("x", "title", "tags")),
}


def test_order_of_an_option() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED, changes=CHANGES, config=BY_OPTION)


def _said(text: str, config: Any = ON) -> list[str]:
    found = lint_text(text, schema=SCHEMA, config=config)
    return [each.message for each in found if each.rule == RULE]


def test_off_unless_the_settings_mention_it() -> None:
    assert _said(article("date: B\ntitle: A\n"), {}) == []


def test_order_of_the_schema_in_each_mapping() -> None:
    text = article(
        "date: B\nx: y\ntitle: A\nprovider:\n  domain: C\n  name: D\n"
        "related:\n  - title: E\n    webUrl: F\n  - webUrl: G\n    title: H\n"
        "other: {domain: I, name: J}\n"
    )
    assert _said(text) == [
        '"title" is out of order: move it before "date"',
        '"name" is out of order: move it before "domain"',
        '"webUrl" is out of order: move it before "title"',
    ]
    fixed = fix_text(text, schema=SCHEMA, config={"rules": {**ON["rules"]}})
    assert fixed.text == article(
        "title: A\ndate: B\nx: y\nprovider:\n  name: D\n  domain: C\n"
        "related:\n  - webUrl: F\n    title: E\n  - webUrl: G\n    title: H\n"
        "other: {domain: I, name: J}\n"
    )
    assert [each.rule for each in fixed.fixed] == [RULE] * 3


def test_an_option_is_for_the_front_matter_itself() -> None:
    text = article("title: A\ndate: B\nprovider: {domain: C, name: D}\n")
    assert _said(text, {"rules": {RULE: {"order": ["date", "title"]}}}) == [
        '"date" is out of order: move it before "title"',
        '"name" is out of order: move it before "domain"',
    ]


def test_what_an_alias_repeats_is_reported_where_it_is_written() -> None:
    text = article("provider: &p {domain: C, name: D}\nrelated: [*p]\nagain: *p\n")
    assert len(_said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "+++\ntitle = 'A'\ndate = 'B'\n[provider]\nname = 'C'\n+++\n",
        "+++\nrelated = []\n[provider]\ndomain = 'D'\n[provider.name]\nx = 1\n+++\n",
        "+++\ndate.x = 1\ntitle = 'A'\n+++\n",
    ],
)
def test_tables_stay_after_other_keys(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (
            "+++\ndate = 'B' # x\ntitle = 'A'\n[provider]\ndomain = 'C'\nname = 'D'\n+++\n",
            "+++\ntitle = 'A'\ndate = 'B' # x\n[provider]\nname = 'D'\ndomain = 'C'\n+++\n",
        ),
        (
            '{\n  "provider": {"domain": "C", "name": "D"},\n  "title": "A"\n}\n',
            '{\n  "title": "A",\n  "provider": {"name": "D", "domain": "C"}\n}\n',
        ),
    ],
)
def test_other_dialects(text: str, fixed: str) -> None:
    assert len(_said(text)) == 2
    assert fix_text(text, schema=SCHEMA, config=ON).text == fixed


def test_what_is_reported_of_one_mapping_is_limited_but_all_is_moved() -> None:
    order = [f"k{number}" for number in range(30)]
    text = article("".join(f"{key}: 1\n" for key in reversed(order)))
    config = {"rules": {RULE: {"order": order}}}
    found = [each for each in lint_text(text, schema={}, config=config) if each.rule == RULE]
    assert len(found) == 10
    assert len({each.fix for each in found}) == 1
    assert found[0].fix
    assert found[0].fix.safety is Safety.SAFE
    assert found[0].fix.title == "put the keys in order"
    fixed = fix_text(text, schema={}, config=config).text
    assert fixed == article("".join(f"{key}: 1\n" for key in order))


def test_nothing_is_moved_while_the_text_does_not_parse() -> None:
    assert _said(article("date: B\ntitle: A: b\n")) == []


def test_nothing_is_moved_where_a_comment_ignores_one_of_the_keys() -> None:
    ignored = "date: B # articlelint: ignore[key-order]\n"
    text = article(f"tags: [c]\n{ignored}title: A\n")
    (found,) = lint_text(text, schema={}, config=BY_OPTION)
    assert found.path == ("title",)
    assert found.fix is None
    others = lint_text(article(f"tags: [c]\ntitle: A\n{ignored}"), schema={}, config=BY_OPTION)
    assert [(each.rule, each.fix is None) for each in others] == [
        (RULE, False),
        ("unused-ignore", True),
    ]


def test_a_comment_that_may_be_about_all_keys_stays() -> None:
    text = article("# all of this\ndate: B\ntitle: A\n")
    assert len(_said(text)) == 1
    assert fix_text(text, schema=SCHEMA, config=ON).text == text
