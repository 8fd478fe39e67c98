from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import found

RULE = "second-front-matter"
MESSAGE = "a second front matter block begins here: no program reads it"
FIRST = "---\ntitle: A bridge reopens\n---\n"


def _found(body: str, first: str = FIRST) -> list[str]:
    return [each for each in found(first + body) if RULE in each]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("---\ncategory: news\n---\nText.\n", "4:1-4:4", id="right after the first"),
        pytest.param("\n\n---\ncategory: news\n---\n", "6:1-6:4", id="below empty lines"),
        pytest.param("  \n--- \ncategory: news\n--- \n", "5:1-5:4", id="spaces"),
        pytest.param("---\r\ncategory: news\r\n---\r\nText.\r\n", "4:1-4:4", id="CRLF"),
        pytest.param("---\ncategory: news\n---", "4:1-4:4", id="nothing below"),
        pytest.param("---\ncategory: news\n...\nText.\n", "4:1-4:4", id="dots"),
        pytest.param(
            "---\n# more\ntopics:\n- Boats\n  - Rail\n\n'url': /a\nurl-2 :\n---\n",
            "4:1-4:4",
            id="all that a block may hold",
        ),
        pytest.param("---\ntitle: Another\n\nText.\n", "4:1-4:4", id="a known key, not closed"),
        pytest.param(
            "---\ncategory: news\nlang: en\nText.\n", "4:1-4:4", id="two keys, not closed"
        ),
        pytest.param("---\n\ntitle: Another\n---\n", "4:1-4:4", id="an empty line in it"),
    ],
)
def test_a_second_block(body: str, place: str) -> None:
    assert _found(body) == [f"{place} {RULE}: {MESSAGE}"]


def test_a_known_key_may_have_a_capital_letter() -> None:
    first = "---\nTitle: A bridge reopens\n---\n"
    assert _found("---\nTitle: Another\n---\n", first) == [f"4:1-4:4 {RULE}: {MESSAGE}"]
    assert _found("---\nTitle: Another\n---\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Text.\n",
        "---\n",
        "---",
        "---\n\n",
        "---\nText.\n",
        "---\n\nText.\n\n---\n",
        "---\nNote: the bridge is closed.\n",
        "---\nNote: the bridge is closed.\nWarning: so is the ferry.\n",
        "---\nNote: the bridge is closed.\n---\nText.\n",
        "---\nnote: the bridge is closed.\n\nText.\n",
        "---\nfor example: bridges\n---\n",
        "---\nhttps://example.com/bridge\n---\n",
        "---\nbridge:closed\n---\n",
        "---\n# A heading\n---\n",
        "---\n- a list\n- of things\n---\n",
        "---\n**Title:** Another\n---\n",
        "---\ncategory: news\nText below.\n---\n",
        "---\n---\n",
        "---\n---\ntitle: Another\n---\n",
        "----\ncategory: news\n---\n",
        " ---\ncategory: news\n---\n",
        "--- a\ncategory: news\n---\n",
        "***\ncategory: news\n---\n",
        "Text.\n\n---\ncategory: news\n---\n",
        "```\n---\ncategory: news\n---\n```\n",
        "category: news\n---\n",
        "\n" * 600 + "---\ncategory: news\n---\n",
    ],
)
def test_a_horizontal_line_and_text(body: str) -> None:
    assert _found(body) == []


def test_help() -> None:
    [diagnostic] = lint_text(FIRST + "---\ncategory: news\n---\n", schema={})
    assert diagnostic.help == (
        "move its keys into the first block and remove the `---` lines between",
        "if a horizontal line is meant, write `***` instead of `---`",
    )


def test_a_comment_for_the_file_ignores_it() -> None:
    first = f"---\n# articlelint: ignore-file[{RULE}]\ntitle: A bridge reopens\n---\n"
    assert found(first + "---\ncategory: news\n---\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "\r\n" * 240 + "---x",
        "---\n" + "a: b\n" * 300_000,
        "---\n" + "a" * 1_000_000,
        "---\n" + " " * 1_000_000 + "---",
        "---\n" + "\n" * 1_000_000 + "---",
    ],
    ids=["line breaks", "keys", "a long line", "spaces", "empty lines"],
)
def test_hostile_bodies_take_no_longer(body: str) -> None:
    assert len(_found(body)) <= 1
