"""What a schema says, as Markdown for an editor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from articlelint.schema.telling.described import Choice, Description, Prose
from articlelint.text.words import MAX_MESSAGE, either, shorten

#: Types in a writer's words.
_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "empty",
    "number": "a number",
    "object": "a mapping",
    "string": "text",
}
#: What Markdown would take for more than text.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_MOST_LISTED = 20
_LONGEST = 4000


def described(description: Description) -> list[str]:
    """The paragraphs about a key, without its name; empty if the schema says nothing."""
    return [*_paragraphs(description)]


def written(prose: Prose) -> str:
    """A text of the schema's author: Markdown as it is, and else as plain text."""
    text = shorten(prose.text, _LONGEST)
    return text if prose.is_markdown else escaped(text)


def escaped(text: str) -> str:
    """A plain text in Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def code(value: Any) -> str:
    """A value as it may be written in YAML, as code."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(shorten(text, MAX_MESSAGE).split())
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def _paragraphs(description: Description) -> Iterator[str]:
    if description.title:
        yield f"**{escaped(description.title)}**"
    if description.deprecated is not None:
        yield f"**Deprecated.** {escaped(description.deprecated)}".rstrip()
    if description.prose:
        yield written(description.prose)
    if kind := _kind(description):
        yield kind
    if description.choices:
        yield _choices(description.choices)
    if description.default:
        yield f"Default: {code(description.default[0])}"
    if description.examples:
        yield f"For example: {', '.join(map(code, description.examples))}"


def _kind(description: Description) -> str:
    if not description.types or description.choices:
        return ""
    kinds = either([_TYPES.get(each, each) for each in description.types])
    form = f", in the format {code(description.format)}" if description.format else ""
    return f"{kinds[0].upper()}{kinds[1:]}{form}"


def _choices(choices: tuple[Choice, ...]) -> str:
    shown = choices[:_MOST_LISTED]
    more = f", and {len(choices) - len(shown)} more" if len(choices) > len(shown) else ""
    if not any(each.meaning for each in shown):
        return f"One of {', '.join(code(each.value) for each in shown)}{more}"
    lines = [
        f"- {code(each.value)}" + (f": {written(each.meaning)}" if each.meaning else "")
        for each in shown
    ]
    return "\n".join(["One of:", "", *lines, *([f"- {more[2:]}"] if more else [])])
