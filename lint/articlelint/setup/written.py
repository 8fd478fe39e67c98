"""A schema as JSON, or as YAML with what it comments on as comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.fixing.yaml.spellings import NOTHING, spellings
from articlelint.setup.draw import COUNTS
from articlelint.text.printable import COMMAND
from articlelint.text.strict_json import strict_json

#: The most columns of a list on one line.
_WIDTH = 100


def as_json(schema: Mapping[str, Any]) -> str:
    """JSON, whose only comments are those that a schema may hold."""
    return strict_json(schema, indent=2) + "\n"


def as_yaml(schema: Mapping[str, Any]) -> Iterator[str]:
    """The lines of YAML, each with its line break."""
    yield "# Drawn from what is there, to be edited. What a description says is shown as help.\n"
    yield "# `in 9 of 10` means that of 10 mappings 9 had the key.\n"
    for line in _mapping(schema, ""):
        yield f"{line}\n"


def _mapping(mapping: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if key != COUNTS:
            yield from _entry(f"{indent}{scalar(key)}:", value, indent)


def _entry(before: str, value: Any, indent: str) -> Iterator[str]:
    """A key, or what is before it on its line, and its value, which may be below."""
    if isinstance(value, Mapping):
        comment = f" # {value[COUNTS]}" if COUNTS in value else ""
        lines = list(_mapping(value, indent + "  "))
        yield before + comment if lines else f"{before} {{}}{comment}"
        yield from lines
    elif isinstance(value, list):
        yield from _list(before, value, indent)
    else:
        yield f"{before} {scalar(value)}"


def _list(before: str, items: list[Any], indent: str) -> Iterator[str]:
    if not any(isinstance(each, Mapping) for each in items):
        line = f"{before} [{', '.join(map(scalar, items))}]"
        if len(line) <= _WIDTH:
            yield line
            return
    yield before
    for each in items:
        if isinstance(each, Mapping):
            first, *rest = _mapping(each, f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}  - {scalar(each)}"


def scalar(value: Any) -> str:
    """A scalar as every program reads it alike, also in brackets and as a key.

    Nor is it a command to the runner of a CI service, in whose log it may be: what could be one has
    a bracket, and so is in double quotes.
    """
    return COMMAND.sub(r"#\\x23", next(spellings(NOTHING, value, in_flow=True)))
