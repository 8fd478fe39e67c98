from __future__ import annotations

from typing import Any

from articlelint import lint_text
from articlelint.model import SetValue
from articlelint.settings.config import make_config
from tests.many import compared
from tests.support import article, check_rule

RULE = "unknown-value"
CONFIG = {
    "rules": {
        RULE: {
            "fields": {
                "category": ["Bridges", "AI", "Canal boats"],
                "extra.label": ["new", 7],
                "authors.name": ["Ann Ferrier", "Bob Quay"],
            }
        }
    }
}
ADVICE = "use a value from the configured vocabulary, or add this one"


def _unknown(value: str, field: str, meant: str = "") -> str:
    what = f'unknown value "{value}" in "{field}"'
    return f'{what}: did you mean "{meant}"?' if meant else f"{what}: {ADVICE}"


SILENT = {
    "absent": "title: A bridge reopens\n",
    "known": "category: Bridges\n",
    "known, in a list": "category: [AI, Canal boats]\n",
    "empty": 'category: ""\n',
    "a space": 'category: " "\n',
    "nothing": "category:\n",
    "no text": "category: [1.5, true, null, {Bridges: 1}]\n",
    "known below a key": "extra: {label: new, other: old}\n",
    "a whole number": "extra: {label: 7}\n",
    "a whole number as text": 'extra: {label: "7"}\n',
    "known below items": "authors:\n- name: Ann Ferrier\n- {name: Bob Quay, role: editor}\n- Cy\n",
    "another field": "topic: Harbours\n",
    "the last name elsewhere": "label: old\nname: Cy Lock\n",
}

REPORTED = {
    "another": (
        "category: Harbours\n",
        [f"2:11-2:19 {_unknown('Harbours', 'category')}"],
    ),
    "misspelt": (
        "category: Brigdes\n",
        [f"2:11-2:18 {_unknown('Brigdes', 'category', 'Bridges')}"],
    ),
    "another case": ("category: ai\n", ['2:11-2:13 "ai" should be spelled "AI"']),
    "a hyphen": (
        "category: canal-boats\n",
        [f"2:11-2:22 {_unknown('canal-boats', 'category', 'Canal boats')}"],
    ),
    "only similar": (
        "category: The Bridges\n",
        [f"2:11-2:22 {_unknown('The Bridges', 'category', 'Bridges')}"],
    ),
    "each of a list": (
        "category: [AI, ai, Otters]\n",
        [
            '2:16-2:18 "ai" should be spelled "AI"',
            f"2:20-2:26 {_unknown('Otters', 'category')}",
        ],
    ),
    "below a key": (
        "extra:\n  label: newt\n",
        [f"3:10-3:14 {_unknown('newt', 'extra.label', 'new')}"],
    ),
    "another number": (
        "extra: {label: 8}\n",
        [f"2:16-2:17 {_unknown('8', 'extra.label')}"],
    ),
    "below items": (
        "authors:\n- name: Ann Ferrier\n- name: Bob Quai\n",
        [f"4:9-4:17 {_unknown('Bob Quai', 'authors.name', 'Bob Quay')}"],
    ),
}

#: The others may be meant otherwise, or would be there twice.
CHANGES = {
    "misspelt": "Bridges",
    "another case": "AI",
    "a hyphen": "Canal boats",
    "below a key": "new",
    "below items": SetValue(("authors", 1, "name"), "Bob Quay"),
}


def test_unknown_value() -> None:
    check_rule(RULE, silent=SILENT, reported=REPORTED, changes=CHANGES, config=CONFIG)


def test_without_a_vocabulary() -> None:
    texts = {name: text for name, (text, _) in REPORTED.items()}
    check_rule(RULE, silent=texts, reported={}, config={"rules": {RULE: "warning"}})
    options: dict[str, Any] = {"fields": {"category": []}}
    check_rule(RULE, silent=texts, reported={}, config={"rules": {RULE: options}})


def test_off_unless_the_settings_mention_it() -> None:
    assert lint_text(article("category: Harbours\n"), schema={}) == []


def test_gives_way_to_the_schema() -> None:
    schema = {"properties": {"category": {"enum": ["Bridges"]}}}
    (diagnostic,) = lint_text(article("category: Harbours\n"), schema=schema, config=CONFIG)
    assert diagnostic.rule == "schema/enum"


def test_a_hostile_value() -> None:
    text = article(f"category: [{'bridges' * 60_000}, {'x, ' * 9_000}]\n")
    assert all(len(each.message) < 200 for each in lint_text(text, schema={}, config=CONFIG))


def _articles(*values: str) -> dict[str, str]:
    return {f"{number}.md": article(f"{each}\n") for number, each in enumerate(values)}


def _compared(*values: str, field: str = "category", uses: int = 2) -> list[str]:
    return compared(RULE, _articles(*values), {"fields": {field: {"min-uses": uses}}})


def _only(value: str, meant: str, field: str = "category") -> str:
    return f'only this article has "{value}" in "{field}": did you mean "{meant}"?'


OFTEN = ("category: Bridges", "category: [Ferries, Bridges]")


def test_a_value_with_one_use_that_is_nearly_one_with_many() -> None:
    place = "2.md 2:11-2:18 unknown-value /category:"
    assert _compared(*OFTEN, "category: Brigdes") == [f"{place} {_only('Brigdes', 'Bridges')}"]
    assert _compared(*OFTEN, "category: bridges") == [f"{place} {_only('bridges', 'Bridges')}"]


def test_a_letter_more_or_less_or_another_one() -> None:
    for value in ("Bridge", "Bridgess", "Britges", "Ibridges"):
        (line,) = _compared(*OFTEN, f"category: {value}")
        assert line.endswith(_only(value, "Bridges"))


def test_in_a_list_and_below_keys() -> None:
    often = ("extra: {by: [{name: Ann Ferrier}]}",) * 3
    rare = "extra: {by: [{name: Bob Quay}, {name: Ann Ferier}]}"
    message = _only("Ann Ferier", "Ann Ferrier", field="extra.by.name")
    assert _compared(*often, rare, field="extra.by.name", uses=3) == [
        f"3.md 2:39-2:49 unknown-value /extra/by/1/name: {message}"
    ]


def test_what_is_no_misspelling_of_a_common_value() -> None:
    for values in (
        (*OFTEN, "category: Brigdes", "category: Brigdes"),  # two uses
        (*OFTEN, "category: Bridgette"),  # two letters
        (*OFTEN, "category: Harbours"),
        (*OFTEN, "topic: Brigdes"),  # another field
        (*OFTEN, "category: [Bridges, Bridge]"),  # both in one article are both meant
        ("category: Bridges", "category: [Bridges, Brigdes]"),
        ("category: Iran", "category: Iran", "category: Iraq"),
        ("category: 2023", "category: 2023", "category: 2024"),
        ("category: Room 12", "category: Room 12", "category: Room 13"),
        ("category: Bridges", "category: Brigdes"),  # none has many
    ):
        assert _compared(*values) == []
    assert _compared(*OFTEN, "category: Brigdes", uses=3) == []


def test_short_values_that_differ_in_case_alone() -> None:
    (line,) = _compared("category: AI", "category: AI", "category: ai")
    assert line.endswith(_only("ai", "AI"))


def test_the_commonest_is_meant_but_rather_one_that_is_the_same_without_case() -> None:
    often = ["category: Tunnels"] * 3 + ["category: Funnels"] * 2
    assert _compared(*often, "category: Runnels")[0].endswith(_only("Runnels", "Tunnels"))
    assert _compared(*often, "category: funnels")[0].endswith(_only("funnels", "Funnels"))


def test_fields_are_apart() -> None:
    options = {"fields": {"category": {"min-uses": 2}, "topic": {"min-uses": 2}}}
    files = _articles(*OFTEN, "topic: Brigdes\ncategory: Harbours")
    assert compared(RULE, files, options) == []


def test_uses_are_articles() -> None:
    """A value that an article has twice has one use, and so has one with two places."""
    assert _compared("category: [Bridges, Bridges]", "category: Brigdes") == []
    (line,) = _compared(*OFTEN, "category: [Brigdes, Brigdes]")
    assert line.startswith("2.md 2:12-2:19 ")


def test_what_is_noted_is_little() -> None:
    assert _compared(*[f"category: {'Bridges' * 9}"] * 2, f"category: {'Bridges' * 9}x") == []
    assert _compared("category: ' '", "category: ' '", "category: '  '") == []


def test_the_same_of_a_file_alone() -> None:
    files = _articles(*OFTEN, "category: Brigdes", "category: Ferriess")
    options = {"fields": {"category": {"min-uses": 2}}}
    (line,) = compared(RULE, files, options)
    assert compared(RULE, files, options, to_report=["2.md"]) == [line]
    assert compared(RULE, files, options, to_report=["3.md"]) == []


def test_without_counting_nothing_is_noted() -> None:
    files = _articles(*OFTEN, "category: Brigdes")
    assert compared(RULE, files, {"fields": {"category": ["Harbours"]}}) == []


def test_a_vocabulary_is_told_from_uses() -> None:
    config = make_config({"rules": {RULE: {"fields": {"a": {"min-uses": 2}, "b": ["x", 1]}}}})
    assert config.options(RULE)["fields"] == {"a": {"min-uses": 2}, "b": ["x", "1"]}
