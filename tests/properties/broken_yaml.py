"""Random edits of sound front matter, as a slip of the hand makes them.

``python -m tests.properties.broken_yaml SEED COUNT`` tries more of them than the suite does, and
prints how many were broken, and how many of those can be fixed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from ruamel.yaml import YAML

from articlelint import Diagnostic, fix_text, lint_text
from articlelint.reading.yaml import parser as parsers

SOUND = (
    """---
title: Night trains return
excerpt: "A sleeper crosses the Alps again, after ten years."
published: true
publishedDateTime: 2024-05-03T09:30:00Z
topics:
  - Railways
  - Travel
authors:
  - name: Ann Lee
    email: ann@example.org
  - name: 'Bo Ek'
webUrl: https://example.org/night-trains?a=1
---
The text.
""",
    """---
# about boats
title: 'It''s back: the ferry'
category: news
topics: [Ferries, "Harbours", Rest]
provider: {name: Harbour News, domain: example.org}
text: |
  First line
    and more

  the end
notes: >-
  folded
  text
weight: 3
---
""",
    """---
title: Café & more
defaults: &base
  name: A
  domain: example.com
provider:
  <<: *base
  name: B
related:
- title: One
  webUrl: https://example.com/1
- title: "Two \\u00e9"
  webUrl: https://example.com/2
empty:
---
""",
)
PIECES = (
    *" \t\n:-,[]{}'\"#&*!|>%@`?=<~\\/.;_“”’：\xa0\u3000—•\x07\x85\u2028é0aA",
    *("---\n", "- ", ": ", "  ", "{{ a }}", "{% b %}", "<<<<<<< a\n", "// ", "key: value\n"),
    *("\t- ", "...", "\r\n", "&a ", "*a ", "!!int ", "|\n"),
)


def broken(seed: int, count: int) -> Iterator[str]:
    """Texts after one to three edits; some of them are still sound."""
    random = Random(seed)  # noqa: S311 - the same texts in each run
    for _ in range(count):
        text = random.choice(SOUND)
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            text = _edited(text, random)
        yield text


def _edited(text: str, random: Random) -> str:
    place = random.randrange(4, len(text))
    kind = random.randrange(5)
    piece: str = random.choice(PIECES)
    if kind == 0:
        return text[:place] + piece + text[place:]
    if kind == 1:
        return text[:place] + text[place + random.randrange(1, 4) :]
    if kind == 2:
        return text[:place] + piece + text[place + 1 :]
    if kind == 3:
        lines = text.split("\n")
        lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
        return "\n".join(lines)
    start = random.randrange(4, len(text))
    return text[:place] + text[start : start + random.randrange(1, 8)] + text[place:]


def complaints(text: str) -> tuple[list[str], list[Diagnostic]]:
    """What is wrong with how a text is told and fixed, and its mistakes of syntax."""
    found = lint_text(text, schema={})
    mistakes = [each for each in found if each.rule == "yaml-syntax"]
    wrong = [each.message for each in found if each.rule == "internal-error"]
    words = _words_of_parsers(text) if mistakes else ()
    for each in mistakes:
        said = "\n".join((each.message, *each.help))
        wrong += [f"{word!r} in {said!r}" for word in words if word in said]
    if any(each.fix for each in mistakes):
        fixed = fix_text(text, schema={}, unsafe=True)
        left = [each for each in fixed.diagnostics if each.rule == "yaml-syntax"]
        wrong += [each.message for each in fixed.diagnostics if each.rule == "internal-error"]
        if left and all(each.fix for each in mistakes):
            wrong.append(f"not repaired: {left[0].message}")
    return wrong, mistakes


def _words_of_parsers(text: str) -> set[str]:
    """What both parsers say of a text."""
    words: set[str] = set()
    for parse in (_c_parse, _pure_parse):
        error = _error(parse, text)
        words |= {getattr(error, "problem", None) or "", getattr(error, "context", None) or ""}
    return words - {""}


def _error(parse: Callable[[str], None], text: str) -> Exception | None:
    try:
        parse(text)
    except Exception as error:  # noqa: BLE001 - the pure parser crashes on some
        return error
    return None


def _c_parse(text: str) -> None:
    make: Any = vars(parsers)["CParser"]
    get_event = make(text).get_event
    while get_event():
        pass


def _pure_parse(text: str) -> None:
    for _ in YAML(typ="safe", pure=True).parse(text):
        pass


def main(seed: int, count: int) -> None:
    """Print the complaints about many texts, and what came of the texts."""
    outcomes: Counter[str] = Counter()
    for text in broken(seed, count):
        wrong, mistakes = complaints(text)
        outcomes["tried"] += 1
        outcomes["broken"] += bool(mistakes)
        outcomes["all fixable"] += bool(mistakes) and all(each.fix for each in mistakes)
        outcomes["wrong"] += bool(wrong)
        if wrong:
            print(wrong, repr(text))  # noqa: T201 - a script
    print(dict(outcomes))  # noqa: T201 - a script


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
