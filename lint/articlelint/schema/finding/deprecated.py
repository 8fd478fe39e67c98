"""The values that a schema marks by ``deprecated: true``, which is no fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath
from articlelint.schema.finding.bounded_judge import BoundedJudge
from articlelint.schema.loading.drafts import WITH_LONE_REF
from articlelint.schema.loading.outline import start_lookups, subschemas
from articlelint.schema.loading.store import Schema


class Deprecated(NamedTuple):
    """The path of a value that should no longer be there, and what the schema says of it."""

    path: DataPath
    description: str | None


def deprecated(judge: BoundedJudge, schema: Schema, data: Any) -> list[Deprecated]:
    """The deprecated values in some data.

    Only by valid data does a schema say which of its alternatives and conditions apply (validation
    2020-12, 9.3; core, 7.7.1). Of other data, it is what the schema says whatever applies.
    """
    start_lookups()
    by_path: dict[DataPath, str | None] = {}
    for path, description in _marked(judge, schema, data):
        by_path[path] = by_path.get(path) or description
    return [Deprecated(path, by_path[path] or _description(schema, path)) for path in by_path]


def _marked(
    judge: BoundedJudge, schema: Schema, data: Any
) -> Iterator[tuple[DataPath, str | None]]:
    """The path of each marked value, with the description beside the mark."""
    annotations = judge.annotations(data)
    if annotations is None:
        yield from _by_outline(schema, data)
        return
    for each in annotations:
        said = each["annotations"]
        if _is_deprecated(said):
            path = _path(each["instanceLocation"], data)
            if path:
                yield path, _words(said)


def _by_outline(schema: Schema, data: Any) -> Iterator[tuple[DataPath, str | None]]:
    is_lone = schema.draft() in WITH_LONE_REF
    waiting: list[tuple[DataPath, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        for each in subschemas(schema, path) if path else ():
            if _is_deprecated(each) and not (is_lone and "$ref" in each):
                yield path, _words(each)
        if isinstance(value, Mapping):
            waiting += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(value)]


def _is_deprecated(said: Any) -> bool:
    return isinstance(said, Mapping) and said.get("deprecated") is True


def _path(pointer: str, data: Any) -> DataPath:
    """The path that a JSON Pointer (RFC 6901) to a value means."""
    path: list[str | int] = []
    for part in pointer.split("/")[1:]:
        key = int(part) if isinstance(data, list) else part.replace("~1", "/").replace("~0", "~")
        path.append(key)
        data = data[key]
    return tuple(path)


def _description(schema: Schema, path: DataPath) -> str | None:
    """What the schema says of a value elsewhere than where it marks it."""
    found = (_words(each) for each in subschemas(schema, path))
    return next(filter(None, found), None)


def _words(said: Mapping[str, Any]) -> str | None:
    description = said.get("description")
    return " ".join(description.split()) if isinstance(description, str) else None
