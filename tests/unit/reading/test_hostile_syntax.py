"""Broken front matter of a megabyte: no mistake takes long to find and tell."""

from __future__ import annotations

from time import process_time

import pytest

from articlelint import fix_text, lint_text
from tests.support import article

SIZE = 1_000_000
SPACES = " " * SIZE

#: By name, a front matter near the limit of length, or with as many mistakes as there can be.
HOSTILE = {
    "spaces in a comment of another language": f"a: 1\n// b{SPACES[:900_000]}c\nd: 1\n",
    "spaces in an open quote in brackets": f"a: ['b{SPACES[:900_000]}c\nd: 1\n",
    "spaces between several values": 'a: "b"' + f", c{' ' * 50}" * 15_000 + "#d\n",
    "spaces between several lists": "a: [b]" + f"{' ' * 50},{' ' * 50}[c]" * 8_000 + "#d\n",
    "spaces in a part with a colon": f"a: [b,{SPACES[:400_000]}c: d{SPACES[:400_000]}: e]\n",
    "equals signs in keys": "".join(f"a{each} = b: c\n" for each in range(9_000)),
    "odd spaces in one line": "a: [" + "\xa0b, " * 9_000 + f"{'c' * 500_000}]\n",
    "spaces after a key": f"a{SPACES[:900_000]}b\nc: 1\n",
    "open quotes": 'a: "b\n' * 100_000,
    "open brackets in one line": f"a: {'[' * 900_000}\n",
    "open brackets": "a: [b\n" * 100_000,
    "backslashes": f'a: "{chr(92) * 900_001}q"\n',
    "escapes": 'a: "' + r"\d" * 400_000 + '"\n',
    "quotes in quotes": 'a: "' + ' "b" ' * 180_000 + '"\n',
    "tabs": "a:\n" + "\tb: 1\n" * 100_000,
    "handles in brackets": f"a: [{'@b, ' * 200_000}c]\n",
    "pairs in braces": "a: {" + ", ".join(f"b{each}:c" for each in range(9_000)) + "}\n",
    "odd spaces": "a:\n" + "\xa0- b\n" * 150_000,
    "bullets": "a:\n" + "• b\n" * 200_000,
    "equals signs": "a = b\n" * 150_000,
    "words": "a b\n" * 200_000,
    "marks of a conflict": "<<<<<<< a\n" * 90_000,
    "dashes in brackets": f"a: [{'- b, ' * 150_000}c]\n",
    "a long word with a colon": f"{'a' * 900_000}:b\nc: 1\n",
    "a long key in quotes without colon": f'"{"a" * 900_000}" b\nc: 1\n',
    "short, with many mistakes": "".join(f"a{each}:b\n" for each in range(49))
    + f"c: {'d' * 20_000}\n",
}


@pytest.mark.parametrize("front_matter", HOSTILE.values(), ids=HOSTILE)
def test_is_told_soon(front_matter: str) -> None:
    text = article(front_matter)
    start = process_time()
    faults = lint_text(text, schema={})
    assert process_time() - start < 10
    assert faults
    assert "internal-error" not in {each.rule for each in faults}


@pytest.mark.parametrize(
    "name", ["spaces between several values", "handles in brackets", "short, with many mistakes"]
)
def test_is_fixed_soon(name: str) -> None:
    start = process_time()
    fixed = fix_text(article(HOSTILE[name]), schema={}, unsafe=True)
    assert process_time() - start < 20
    assert "internal-error" not in {each.rule for each in fixed.diagnostics}
