"""What is told of one keyword."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint.rule import Example

_SITE = "https://json-schema.org"


class Keyword(NamedTuple):
    """What a keyword objects to, what to write instead, where it is defined, and an example.

    ``schema`` is a whole one; ``bad`` and ``good`` are front matters without the lines around them.
    """

    what: str
    advice: str
    defined: str
    schema: Mapping[str, Any]
    bad: str
    message: str
    good: str

    @property
    def example(self) -> Example:
        """The example in the form of a rule's."""
        return Example(f"---\n{self.bad}\n---\n", self.message, f"---\n{self.good}\n---\n")


def validation(section: str) -> str:
    """A section of JSON Schema Validation 2020-12."""
    page = f"{_SITE}/draft/2020-12/json-schema-validation#section-{section}"
    return f"JSON Schema Validation 2020-12, section {section}\n<{page}>"


def core(section: str) -> str:
    """A section of JSON Schema Core 2020-12."""
    page = f"{_SITE}/draft/2020-12/json-schema-core#section-{section}"
    return f"JSON Schema Core 2020-12, section {section}\n<{page}>"


def draft_7(section: str) -> str:
    """A section of JSON Schema Validation draft 7, for what later drafts no longer assert."""
    page = f"{_SITE}/draft-07/json-schema-validation#rfc.section.{section}"
    return f"JSON Schema Validation draft 7, section {section}\n<{page}>"


def of_key(key: str, subschema: Any) -> Mapping[str, Any]:
    """A schema of one key."""
    return {"properties": {key: subschema}}


def of_key_in_draft_7(key: str, subschema: Any) -> Mapping[str, Any]:
    """The same in draft 7."""
    return {"$schema": "http://json-schema.org/draft-07/schema#", **of_key(key, subschema)}
