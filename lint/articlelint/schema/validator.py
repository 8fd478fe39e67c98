"""A schema made ready for use: compiled, or refused with the reason.

jsonschema-rs tells in microseconds whether data is valid, which is all that most articles need.
Why data is not valid is a matter for ``finding``, which is imported only then.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind

from articlelint.model import ENDS_THE_RUN
from articlelint.schema.finding.bounded_judge import BoundedJudge, PartJudge, Patience
from articlelint.schema.finding.bounds import TooMuchWorkError
from articlelint.schema.finding.fault import UNJUDGED, Fault, Target
from articlelint.schema.finding.judge import make_judge
from articlelint.schema.loading import drafts
from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.store import (
    Schema,
    SchemaError,
    from_mapping,
    is_bundled,
)

if TYPE_CHECKING:
    from articlelint.schema.finding.deprecated import Deprecated
    from articlelint.schema.finding.find import FaultFinder
    from articlelint.schema.loading.work import Work


class Validator:
    """A schema made ready to judge data. Raises SchemaError where the schema is wrong.

    Loops of references are not looked for in one that ``is_sound``, as those of our own are. Those
    that share a ``patience`` give up together: one of its own lasts as long as this.
    """

    def __init__(
        self, schema: Schema, *, is_sound: bool = False, patience: Patience | None = None
    ) -> None:
        draft = schema.draft()
        self._documents = Documents(schema, lambda other: _check(other, draft))
        is_harmless = is_sound or is_bundled(schema)
        work = None if is_harmless else _work(self._documents)
        self._judge = BoundedJudge(_compile(self._documents), self._documents, work, patience)

    @property
    def schema(self) -> Schema:
        """The schema by which it judges."""
        return self._documents.schema

    def files(self) -> list[str]:
        """The paths of the files that the schema is made of: its own, and those it refers to."""
        return self._documents.files()

    def schemas(self) -> list[Schema]:
        """The schema, and those of the files that it refers to."""
        return self._documents.schemas()

    def texts(self) -> list[str]:
        """The texts of these files, in the order in which they were read."""
        return self._documents.texts()

    @property
    def length(self) -> int:
        """How many characters these files have, each counted for each URI that leads to it."""
        return self._documents.length

    def faults(self, data: Any) -> list[Fault]:
        """What is wrong with the data; empty if it is valid, and only then."""
        try:
            if self._judge.is_valid(data):
                return []
        except TooMuchWorkError:
            return [Fault(UNJUDGED, (), Target.WHOLE, data)]
        return self._finder.faults(data)

    @cached_property
    def has_deprecated(self) -> bool:
        """Whether the schema may mark any value as deprecated."""
        return any("deprecated" in text for text in self.texts())

    def deprecated(self, data: Any) -> list[Deprecated]:
        """The values that the schema marks as deprecated."""
        from articlelint.schema.finding.deprecated import deprecated  # noqa: PLC0415 - seldom needed

        return deprecated(self._judge, self.schema, data)

    def faults_at(self, keys: Sequence[str], part: Schema, value: Any) -> list[Fault]:
        """What is wrong with a value at some keys, of mappings in mappings.

        ``part`` is a schema that is nothing but the reference by which the value is judged there.
        """
        judge = PartJudge(self._judge, keys)
        try:
            if judge.is_valid(value):
                return []
        except TooMuchWorkError:
            return [Fault(UNJUDGED, (), Target.WHOLE, value)]
        return self._finder.of_part(judge, part).faults(value)

    @cached_property
    def _finder(self) -> FaultFinder:
        from articlelint.schema.finding.find import FaultFinder  # noqa: PLC0415 - see above

        return FaultFinder.of_whole(self._judge, self._documents)


def is_schema(contents: Any, draft: str) -> bool:
    """Whether plain data is a schema by the meta-schema of a draft."""
    return not _meta_validator(draft).faults(contents)


def _work(documents: Documents) -> Work:
    from articlelint.schema.loading.loops import check_loops  # noqa: PLC0415 - not for our own

    return check_loops(documents)


def _compile(documents: Documents) -> jsonschema_rs.Validator:
    schema = documents.schema
    try:
        return make_judge(
            schema.contents,
            base_uri=schema.uri,
            retriever=documents.retrieve,  # so that nothing is fetched from a network
        )
    except jsonschema_rs.ValidationError as error:
        if isinstance(error.kind, ValidationErrorKind.Referencing):
            raise documents.broken_reference() or _unusable(documents, error) from None
        _check(schema)
        raise _unusable(documents, error) from None
    except ENDS_THE_RUN:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of jsonschema-rs is no Exception
        raise _unusable(documents, error) from None


def _unusable(documents: Documents, error: BaseException) -> SchemaError:
    message = error.message if isinstance(error, jsonschema_rs.ValidationError) else str(error)
    path = tuple(getattr(error, "instance_path", ()))
    if not documents.are_quoted():
        return documents.schema.unquoted_error(path)
    return documents.schema.error(f"not a schema: {message}", path)


def meta_faults(schema: Schema, default_draft: str = drafts.DEFAULT) -> list[Fault]:
    """What is wrong with a schema by its meta-schema."""
    return _meta_validator(schema.draft(default_draft)).faults(schema.contents)


def _check(schema: Schema, default_draft: str = drafts.DEFAULT) -> None:
    """Raise the SchemaError of a schema that is not valid by its meta-schema."""
    faults = meta_faults(schema, default_draft)
    if faults:
        from articlelint.schema.telling.hints import Hints, meant_value  # noqa: PLC0415 - seldom needed
        from articlelint.schema.telling.sentences import sentence  # noqa: PLC0415 - likewise
        from articlelint.text.spelling import Speller  # noqa: PLC0415 - likewise

        fault = faults[0]
        path = fault.path[:-1] if fault.target is Target.MISSING else fault.path
        if not schema.is_quoted:
            raise schema.unquoted_error(path)
        what = sentence(fault, Hints(meant_value(fault, Speller())), "schema")
        raise schema.error(f"not a schema: {what}", path)


@cache
def _meta_validator(draft: str) -> Validator:
    return Validator(from_mapping({"$schema": draft, "$ref": draft}), is_sound=True)
