"""Texts without keys, where no rule objects to that."""

from __future__ import annotations

import pytest

from articlelint import fix_text, lint_text
from articlelint.model import Severity
from tests.support import found

SCHEMA = {
    "required": ["title"],
    "properties": {"title": {"type": "string", "default": "A"}},
    "additionalProperties": False,
}
OFF = {"rules": {"missing-front-matter": "off", "empty-front-matter": "off"}}
REQUIRED = '{} schema/required /title: missing required key "title"'

#: Texts without keys, and where a missing one is reported.
TEXTS = {
    "nothing": ("", "1:1-1:1"),
    "no front matter": ("# A bridge\n", "1:1-1:1"),
    "an empty block": ("---\n---\n", "1:1-1:4"),
    "a comment": ("---\n# title: A\n---\n", "1:1-1:4"),
    "with CRLF": ("---\r\n---\r\n# A bridge\r\n", "1:1-1:4"),
    "TOML": ("+++\n+++\n", "1:1-1:4"),
    "JSON": ("---json\n---\n", "1:1-1:8"),
}


@pytest.mark.parametrize(("text", "place"), TEXTS.values(), ids=TEXTS)
def test_the_schema_judges_them_as_an_empty_mapping(text: str, place: str) -> None:
    assert found(text, schema=SCHEMA, config=OFF) == [REQUIRED.format(place)]
    assert lint_text(text, schema={}, config=OFF) == []
    fixed = fix_text(text, schema=SCHEMA, config=OFF, unsafe=True)
    assert (fixed.text, fixed.fixed) == (text, [])


@pytest.mark.parametrize(("text", "place"), TEXTS.values(), ids=TEXTS)
def test_where_one_of_the_rules_objects_the_schema_is_not_asked(text: str, place: str) -> None:
    del place
    (told,) = lint_text(text, schema=SCHEMA)
    assert told.rule in {"missing-front-matter", "empty-front-matter"}
    assert lint_text(text, schema=SCHEMA, config={"rules": {told.rule: "warning"}})


def test_each_rule_is_for_its_own_texts() -> None:
    block, none = "---\n---\n", "# A bridge\n"
    empty = {"rules": {"empty-front-matter": "off"}}
    missing = {"rules": {"missing-front-matter": "off"}}
    told = [
        [each.rule for each in lint_text(text, schema=SCHEMA, config=config)]
        for config in (empty, missing)
        for text in (block, none)
    ]
    required = ["schema/required"]
    assert told == [required, ["missing-front-matter"], ["empty-front-matter"], required]


KEYS = "title: A\ndate: 2023-05-04\n"
UNOPENED = "1:1-1:1 unopened-front-matter: the front matter is not opened on the first line"


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        (f"\n---\n{KEYS}---\n", "move the opening `---` to the very start of the file"),
        ("\n---\ntitle: A\n---\n", "move the opening `---` to the very start of the file"),
        (f" ---\n{KEYS}---\n", "move the opening `---` to the very start of the file"),
        (
            "\r\n+++\r\ntitle = 'A'\r\n+++\r\n",
            "move the opening `+++` to the very start of the file",
        ),
        (f"--\n{KEYS}--\nText", "write `---` instead of `--` on lines 1 and 4"),
        ("***\ntitle: A\n***\n", "write `---` instead of `***` on lines 1 and 3"),
        (f"{KEYS}---\nText", "write a line `---` above the first key"),
        ("title: A\n---\nText", "write a line `---` above the first key"),
        (
            f"```yaml\n{KEYS}```\nText",
            'write `---` instead of "```yaml" on line 1, and instead of "```" on line 4',
        ),
        (
            f"```\n---\n{KEYS}---\n```\n",
            "remove lines 1 and 6, the code fence around the front matter",
        ),
        ("> ---\n> title: A\n> ---\n", "remove the `> ` at the start of lines 1 to 3"),
        (
            f"# A bridge\n---\n{KEYS}---\n",
            "the front matter begins on line 2: move line 1 below the `---` on line 5",
        ),
    ],
)
def test_what_was_meant_to_be_front_matter_is_told(text: str, help_: str) -> None:
    assert found(text, schema=SCHEMA, config=OFF) == [UNOPENED]
    (told,) = lint_text(text, schema=SCHEMA, config=OFF)
    assert (told.severity, told.help) == (Severity.ERROR, (help_,))
    (told,) = lint_text(text, schema=SCHEMA)
    assert (told.rule, told.help) == ("missing-front-matter", (help_,))
    rules = {**OFF["rules"], "unopened-front-matter": "off"}
    (required,) = found(text, schema=SCHEMA, config={"rules": rules})
    assert required == REQUIRED.format("1:1-1:1")


@pytest.mark.parametrize(
    "text",
    [
        "\n---\nA text: with a colon\n---\n",
        "\n---\nnote: all about bridges\n---\n",
        "\n---\ntitle: A\n\nA bridge reopens.\n\n---\n",
        "\n---\n---\n",
        "--\nA bridge reopens.\n",
        "—\n",
        "***\nnote: all about bridges\n***\n",
        "bridges: all about them\n---\n",
        "title: A\n\nA bridge reopens.\n\n---\nText",
        "title: A\n***\n",
        "```http\nhost: example.com\naccept: text/html\n```\n",
        "```http\n---\nhost: example.com\naccept: text/html\n---\n```\n",
        f"# Front matter\n\n```yaml\n---\n{KEYS}---\n```\n",
        f"Front matter:\n\n~~~ yaml title=a.md\n---\n{KEYS}---\n~~~\n",
        "# A bridge\n\n---\nA bridge reopens.\n",
    ],
)
def test_what_looks_like_it_is_not(text: str) -> None:
    assert found(text, config=OFF) == []
    assert found(text, schema=SCHEMA, config=OFF) == [REQUIRED.format("1:1-1:1")]


def test_without_a_schema_that_names_it_one_key_is_not_enough() -> None:
    assert found("\n---\ntitle: A\n---\n", config=OFF) == []
    assert found(f"\n---\n{KEYS}---\n", config=OFF) == [UNOPENED]


SETTINGS = "site_name: My site\ntheme: material\n"
#: What pages may show to their readers.
SHOWN = (
    f"```yaml\n{SETTINGS}```\nSo it begins.\n",
    f"~~~\n{SETTINGS}~~~\nSo it begins.\n",
    f"```yaml\n---\n{SETTINGS}---\n```\nSo it begins.\n",
    f"```yaml\n---\n{SETTINGS}---\nSo it begins.\n",
    f"# Daily\n\n---\n{SETTINGS}---\n",
)


@pytest.mark.parametrize("text", [*SHOWN, f"# Daily\n\n---\n{KEYS}mood: good\n---\n"])
def test_code_and_lines_below_text_are_none_with_few_keys_of_the_schema(text: str) -> None:
    assert found(text, schema=SCHEMA, config=OFF) == [REQUIRED.format("1:1-1:1")]


@pytest.mark.parametrize("text", SHOWN)
def test_with_half_of_the_keys_they_are(text: str) -> None:
    assert found(text, schema={"properties": {"theme": {}}}, config=OFF) == [UNOPENED]


@pytest.mark.parametrize(
    "text",
    [
        f"\n---\n{SETTINGS}---\n",
        f"--\n{SETTINGS}--\n",
        f"***\n{SETTINGS}***\n",
        f"{SETTINGS}---\n",
        f"> ---\n> {SETTINGS.replace(chr(10), chr(10) + '> ')}---\n",
    ],
)
def test_elsewhere_two_keys_are_enough_whatever_they_are(text: str) -> None:
    assert found(text, schema=SCHEMA, config=OFF) == [UNOPENED]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("---\ntitle: A\n", "unclosed-front-matter"),
        ("---js\n---\n", "unsupported-front-matter"),
        ("---\n- title\n---\n", "front-matter-not-mapping"),
        ("---\ntitle: [\n---\n", "yaml-syntax"),
    ],
)
def test_what_cannot_be_read_is_not_judged_where_its_rule_is_off(text: str, rule: str) -> None:
    config = {"rules": {**OFF["rules"], rule: "off"}}
    assert lint_text(text, schema=SCHEMA, config=config) == []


def test_comments_of_an_empty_block_have_an_effect() -> None:
    text = "---\n# articlelint: ignore-file[schema/required]\n---\n"
    assert lint_text(text, schema=SCHEMA, config=OFF) == []


def test_what_is_around_an_empty_block_is_still_told() -> None:
    text = "---\n---\n---\ntitle: A\n---\n"
    told = lint_text(text.encode("utf-8-sig"), schema={}, config=OFF)
    assert [each.rule for each in told] == ["byte-order-mark", "second-front-matter"]
