"""Schemas that are drawn from texts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from articlelint.engine.named_schema import without_name
from articlelint.reading.source import SourceFile
from articlelint.schema.loading.store import from_mapping
from articlelint.schema.validator import Validator
from articlelint.setup.infer import Article, Inferred, infer
from tests.changes import document_of


def inferred(files: Mapping[str, str]) -> Inferred:
    """What is drawn from articles, by their names; each is valid by it unless a note names it."""
    articles = [Article(name, name, SourceFile.from_text(text)) for name, text in files.items()]
    found = infer(articles, "notes")
    json.dumps(found.schema, allow_nan=False)
    for name, text in files.items():
        is_named = any(re.search(rf"{name}|and others|more file", note) for note in found.notes)
        assert is_named or is_valid(found.schema, text), name
    return found


def is_valid(schema: Mapping[str, Any], text: str) -> bool:
    """Whether an article is valid by a schema."""
    return not Validator(from_mapping(schema)).faults(without_name(document_of(text).data))


def drawn(*front_matters: str, times: int = 1) -> Inferred:
    """What is drawn from articles with some front matters, each of them some times."""
    texts = [f"---\n{each}---\n" for each in front_matters for _ in range(times)]
    return inferred({f"a{number}.md": text for number, text in enumerate(texts, 1)})


def of_value(*values: str, times: int = 1) -> Any:
    """The schema of a key with some values in YAML, without how often it is there."""
    found = drawn(*(f"key: {each}\n" for each in values), times=times)
    assert found.notes == []
    return bare(found.schema["properties"]["key"])


def bare(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema of a key without what every one has."""
    return {key: value for key, value in schema.items() if key not in ("$comment", "description")}
