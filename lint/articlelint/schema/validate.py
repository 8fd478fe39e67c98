"""Is data valid? That is all that most articles need, and jsonschema-rs tells it in microseconds.

Why data is not valid is a matter for ``faults``, which is imported only then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import jsonschema_rs

from articlelint.schema.store import DEFAULT_DIALECT, Schema, SchemaError, references

if TYPE_CHECKING:
    from articlelint.schema.fault import Fault
    from articlelint.schema.faults import FaultFinder

_DRAFTS = {
    "http://json-schema.org/draft-04/schema": "4",
    "http://json-schema.org/draft-06/schema": "6",
    "http://json-schema.org/draft-07/schema": "7",
    "https://json-schema.org/draft/2019-09/schema": "2019-09",
    DEFAULT_DIALECT: "2020-12",
}


class Validator:
    """A schema made ready to judge data. Raises SchemaError where the schema is wrong."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._judge = _compile(schema)
        self._finder: FaultFinder | None = None

    def faults(self, data: Any) -> list[Fault]:
        """What is wrong with the data, in the order of the schema; empty if it is valid."""
        if self._judge.is_valid(data):
            return []
        if self._finder is None:
            from articlelint.schema.faults import FaultFinder  # noqa: PLC0415 - see above

            self._finder = FaultFinder(self._schema, self._judge)
        return self._finder.faults(data)


def _compile(schema: Schema) -> jsonschema_rs.Validator:
    if isinstance(schema.contents, dict) and schema.dialect not in _DRAFTS:
        known = ", ".join(_DRAFTS.values())
        raise schema.error(f"`$schema` names none of the drafts {known}", ("$schema",))
    try:
        return jsonschema_rs.validator_for(
            schema.contents, validate_formats=True, base_uri=schema.uri, retriever=schema.retrieve
        )
    except jsonschema_rs.ValidationError as error:
        raise _schema_error(schema, error) from None
    except (ValueError, RecursionError) as error:
        raise schema.error(f"not a schema: {error}") from None


def _schema_error(schema: Schema, error: jsonschema_rs.ValidationError) -> SchemaError:
    if error.schema_path:  # the meta-schema objects
        return schema.error(error.message, tuple(error.instance_path))

    def retrieve(uri: str) -> Any:
        return schema.contents if uri == schema.uri else schema.retrieve(uri)

    for path, reference in references(schema.contents):
        alone = {"$ref": urljoin(schema.uri, reference)}
        try:
            jsonschema_rs.validator_for(alone, retriever=retrieve)
        except jsonschema_rs.ValidationError as wrong:
            message = f"the reference {reference} cannot be followed: {wrong.message}"
            return schema.error(message, path)
    return schema.error(error.message)
