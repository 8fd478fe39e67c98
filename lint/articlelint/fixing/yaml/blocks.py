"""Data as lines of YAML: keys and items one below the other, or all of it in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlelint.fixing.yaml.spellings import NOTHING, spellings

#: How far the items of a list or the keys of a mapping are indented below the key that holds them.
INDENT = "  "


def key_lines(key: str, value: Any, indent: str = INDENT) -> list[str]:
    """A key with its value; a list or a mapping is on the lines below, indented by ``indent``."""
    name = spelled(key)
    if isinstance(value, list | dict) and value:
        return [f"{name}:", *(indent + line for line in lines(value))]
    return [f"{name}: {in_brackets(value)}"]


def item_lines(value: Any) -> list[str]:
    """An item of a list, with its dash."""
    first, *rest = lines(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def lines(value: Any) -> list[str]:
    """A value without indentation."""
    return list(_lines(value))


def spelled(value: Any, *, in_flow: bool = False) -> str:
    """A scalar, without quotes if it can be; ``in_flow``: it is in brackets."""
    return next(spellings(NOTHING, value, in_flow=in_flow))


def in_brackets(value: Any, *, in_flow: bool = False) -> str:
    """A value on one line; ``in_flow``: it is itself in brackets."""
    if isinstance(value, list):
        return f"[{', '.join(in_brackets(each, in_flow=True) for each in value)}]"
    if isinstance(value, dict):
        pairs = (
            f"{spelled(key, in_flow=True)}: {in_brackets(each, in_flow=True)}"
            for key, each in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    return spelled(value, in_flow=in_flow)


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, list) and value:
        for item in value:
            yield from item_lines(item)
    elif isinstance(value, dict) and value:
        for key, each in value.items():
            yield from key_lines(key, each)
    else:
        yield in_brackets(value)
