"""What is known about one keyword of JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint.model import Safety
from articlelint.rule import SCHEMA_SEVERITY, Example, Rule, Stage

_SITE = "https://json-schema.org"


class Keyword(NamedTuple):
    """What a keyword objects to, what to write instead, where it is defined, and an example.

    ``schema`` is a whole schema; ``bad`` and ``good`` are front matter without its fences.
    ``fixes`` is how safe the fixes are that a fault of the keyword may have.
    """

    what: str
    advice: str
    defined: str
    schema: Mapping[str, Any]
    bad: str
    message: str
    good: str
    fixes: tuple[Safety, ...] = ()

    @property
    def example(self) -> Example:
        """The example in the form of a rule's."""
        return Example(f"---\n{self.bad}\n---\n", self.message, f"---\n{self.good}\n---\n")

    @property
    def record(self) -> Rule:
        """What is known about the keyword's id, in the form of a rule."""
        return Rule(
            summary=self.what,
            docs=f"{self.what}\n\n{self.advice}\n\n{self.defined}\n",
            severity=SCHEMA_SEVERITY,
            examples=(self.example,),
            fixes=self.fixes,
            stage=Stage.SCHEMA,
        )


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
