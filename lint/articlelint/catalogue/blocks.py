"""The pieces of Markdown that make up a page; each ends with a line break."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill
from typing import Any

from articlelint.rule import Example

#: The path of an example that could have any path.
_ANY_PATH = Example("", "", "").path


def page(blocks: Iterable[str]) -> str:
    """The blocks with empty lines between them."""
    return "\n".join(blocks)


def paragraph(text: str) -> str:
    """A text in lines that fit into a terminal."""
    return fill(text, 100, break_long_words=False, break_on_hyphens=False) + "\n"


def code(text: str, language: str) -> str:
    """A block of code. Its fence is longer than any row of backticks in the text."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return "\n".join((fence + language, _visible(text).removesuffix("\n"), fence, ""))


def options(values: Mapping[str, Any], below: Sequence[str] = ()) -> str:
    """The values of options as in a configuration file, below these keys."""
    keys = [f"{'  ' * depth}{key}:" for depth, key in enumerate(below)]
    indentation = "  " * len(below)
    lines = (
        f"{indentation}{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in values.items()
    )
    return code("\n".join([*keys, *lines]), "yaml")


def example(shown: Example) -> Iterator[str]:
    """What is reported, with which message, and what is not reported."""
    if shown.options:
        yield "With these options:\n"
        yield options(shown.options)
    for name, text in shown.others.items():
        yield f"Beside a file named `{name}`:\n"
        yield code(text, "markdown")
    where = "" if shown.path == _ANY_PATH else f", in a file named `{shown.path}`"
    yield f"Bad{where}:\n"
    yield code(shown.bad, "markdown")
    yield "The diagnostic says:\n"
    yield code(shown.message, "text")
    yield "Good:\n"
    yield code(shown.good, "markdown")
    if any(_visible(each) != each for each in (shown.bad, shown.message, shown.good)):
        yield "Each `<U+...>` is one character that cannot be seen here.\n"


def _visible(text: str) -> str:
    """The text with all but visible characters, spaces and line breaks spelled out."""
    return "".join(
        each if each.isprintable() or each == "\n" else f"<U+{ord(each):04X}>" for each in text
    )
