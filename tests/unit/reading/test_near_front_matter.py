"""What is nearly front matter, and what is not."""

from __future__ import annotations

import pytest

from articlelint.model import Diagnostic
from articlelint.reading.dialect import Fences
from articlelint.reading.frontmatter import WRITE_YAML, find_block
from articlelint.reading.near_front_matter import advice
from tests.support import source_of, written

KEYS = "title: Night trains return\ntopics:\n  - Railways"
MISSING = "1:1-1:1 missing-front-matter: the file does not start with front matter"
WRITE = "write `---` instead of"
FENCE = "the code fence around the front matter"


def _found(text: str) -> Diagnostic:
    found = find_block(text)
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        (f"—\n{KEYS}\n—\nText", "write `---` instead of `—` on lines 1 and 5"),
        (f"***\n{KEYS}\n***\n", "write `---` instead of `***` on lines 1 and 5"),
        (f"--\r\n{KEYS}\r\n-\r\n", f"{WRITE} `--` on line 1, and instead of `-` on line 5"),
        (f"===\n{KEYS}\n---\nText", "write `---` instead of `===`"),
        (f"```yaml\n{KEYS}\n```\n", f'{WRITE} "```yaml" on line 1, and instead of "```" on line 5'),
        (f"```yaml\n---\n{KEYS}\n---\n```\nText", f"remove lines 1 and 7, {FENCE}"),
        (f"~~~\n---\n{KEYS}\n...\n~~~", f"remove lines 1 and 7, {FENCE}"),
        (f"```\n---\n{KEYS}\n---\nText", "remove line 1, the code fence above the front matter"),
        (f"```\n---\n{KEYS}\n---", "remove line 1, the code fence above the front matter"),
        (
            "> ---\n> title: Night trains return\n>\n> category: news\n> ---\nText",
            "remove the `> ` at the start of lines 1 to 5",
        ),
        (
            ">---\n>title: Night trains return\n>---\nText",
            "remove the `>` at the start of lines 1 to 3",
        ),
        (
            "# ---\n# title: Night trains return\n# ---\nText",
            "remove the `# ` at the start of lines 1 to 3",
        ),
        (
            "  ---\n  title: Night trains return\n  ---\nText",
            "remove the `  ` at the start of lines 1 to 3",
        ),
        (
            f"# Night trains\n---\n{KEYS}\n---\nText",
            "the front matter begins on line 2: move line 1 below the `---` on line 6",
        ),
        (
            f"# Night trains\r\n\r\n---\r\n{KEYS}\r\n---\r\nText",
            "the front matter begins on line 3: move lines 1 and 2 below the `---` on line 7",
        ),
        (
            f"Night trains\n\n\n---\n{KEYS}\n...\nText",
            "the front matter begins on line 4: move lines 1 to 3 below the `...` on line 8",
        ),
    ],
)
def test_near(text: str, help_: str) -> None:
    fault = _found(text)
    assert written(fault, source_of(text)) == MISSING
    assert fault.help == (help_,)


@pytest.mark.parametrize(
    "text",
    [
        "```yaml\ntitle: Night trains return\n",
        "```yaml\n---\nNight trains return.\n---\n```\n",
        f"```yaml\n---\n{KEYS}\n```\n",
        f"***\n{KEYS}\nThey come back.\n***\n",
        "***\nThey come back.\n***\n",
        "> ---\n> Night trains return.\n> ---\n",
        "> ---\n> title: Night trains return\nText\n",
        "> ---\n> title: Night trains return",
        "> Night trains return.\n",
        "Night trains\n---\nThey come back.\n\n---\n",
        "Night trains\n---\ntitle: They come back\nNow.\n---\n",
        "Night trains\n---\ntitle: They come back\n\n***\nText",
        f"Night trains\n\n```yaml\n---\n{KEYS}\n---\n```\n",
        "Text\n" * 21 + f"---\n{KEYS}\n---\n",
        "",
    ],
)
def test_not_near(text: str) -> None:
    fault = _found(text)
    assert written(fault, source_of(text)) == MISSING
    assert fault.help == (WRITE_YAML,)


def test_too_many_dashes() -> None:
    fault = _found(f"-----\n{KEYS}\n-----\nText")
    assert fault.help == ("write `---` instead of `-----` on lines 1 and 5",)


def test_only_the_first_lines_are_looked_at() -> None:
    assert _found("—\n" + "weight: 1\n" * 200 + "—\n").help == ("write `---` instead of `—`",)


def test_a_dialect_that_cannot_tell_its_lines() -> None:
    assert advice(f"***\n{KEYS}\n***\n", Fences("+++", "+++")) is None


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        (f"---\n{KEYS}\n======\nText", "write `---` instead of `======` on line 5"),
        (f"---\r\n{KEYS}\r\n***\r\nText", "write `---` instead of `***` on line 5"),
        (f"---\n{KEYS}\n```\nText", 'write `---` instead of "```" on line 5'),
        (
            f"---\n{KEYS}\n\nNight trains\n======\nText",
            "write `---` alone on the line below the last key",
        ),
    ],
)
def test_other_signs_in_the_closing_line(text: str, help_: str) -> None:
    assert _found(text).rule == "unclosed-front-matter"
    assert _found(text).help == (help_,)
