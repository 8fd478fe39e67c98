"""Whether data is valid, asked of jsonschema-rs within bounds.

jsonschema-rs remembers what it found by way of references that lead in a circle, but not by others:
subschemas that overlap can take it time that doubles with each level of the data, and nothing stops
it. Where the schema and the extent of the data allow that, it is asked in a process of its own,
which ends after some seconds. If that happens often, it is not asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from articlelint.model import DataPath
from articlelint.named_tuple import NamedTuple
from articlelint.reading.limits import MAX_NODES
from articlelint.schema.finding.bounds import TooMuchWorkError
from articlelint.schema.finding.extent import extent
from articlelint.schema.loading.documents import Documents

if TYPE_CHECKING:
    from articlelint.schema.loading.work import Work

#: The most work, in the units of ``Work``, that is done without a process: about two seconds.
_MOST_WORK = 50_000_000
#: The same for an explanation by jsonschema-rs, which copies each error at each level: one second.
_MOST_TO_EXPLAIN = 1_000_000
#: How often in a process it may take too long: 20 seconds in all, for thousands of articles.
_MOST_TIMES = 10
#: How many levels of data are looked at to see that a schema is harmless, whatever the data is.
_LEVELS = 8


class Patience:
    """How often data may still take too long to judge, by all schemas that share it."""

    def __init__(self) -> None:
        self.times = _MOST_TIMES


class FirstError(NamedTuple):
    """An error of jsonschema-rs, and where in the data it is."""

    error: jsonschema_rs.ValidationError
    path: DataPath


class BoundedJudge:
    """Judges data by a schema; without ``work``, that is taken to be harmless."""

    def __init__(
        self,
        judge: jsonschema_rs.Validator,
        documents: Documents,
        work: Work | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._judge = judge
        self._patience = patience or Patience()
        self._documents = documents
        self._work = work

    def is_valid(self, data: Any) -> bool:
        """Whether data is valid. Raises TooMuchWorkError if that takes too long to find out."""
        if self._takes_more_than(_MOST_WORK, data):
            return self._is_valid_apart(data)
        return self._judge.is_valid(data)

    def first_error(self, data: Any) -> FirstError:
        """The first error of data that is not valid. Raises TooMuchWorkError."""
        if self._takes_more_than(_MOST_TO_EXPLAIN, data):
            raise TooMuchWorkError
        error = next(self._judge.iter_errors(data))
        return FirstError(error, tuple(error.instance_path))

    def annotations(self, data: Any) -> list[Any] | None:
        """What the schema says of data that is valid; None of other data, or if it takes long."""
        if self._takes_more_than(_MOST_TO_EXPLAIN, data):
            return None
        found = self._judge.evaluate(data)
        return found.annotations() if found.valid else None

    def _is_valid_apart(self, data: Any) -> bool:
        from articlelint.schema.finding import judge_apart  # noqa: PLC0415 - rare

        if not self._patience.times:
            raise TooMuchWorkError
        try:
            return judge_apart.is_valid(self._documents, data)
        except TooMuchWorkError:
            self._patience.times -= 1
            raise

    def _takes_more_than(self, work: int, data: Any) -> bool:
        """Whether to judge the data may take more than some work."""
        if self._most_on_any_path is not None and self._most_on_any_path * MAX_NODES <= work:
            return False
        depth, values = extent(data)
        return self._most_on_a_path(depth) * values > work

    @cached_property
    def _most_on_any_path(self) -> int | None:
        """The most work from the whole of some data to any value; None if it has no bound."""
        if self._work is None:
            return 0
        most = self._most_on_a_path(_LEVELS)
        return most if self._work.is_complete else None

    def _most_on_a_path(self, depth: int) -> int:
        return self._work.most(self._documents.schema.contents, depth) if self._work else 0


class PartJudge:
    """Judges a value as ``judge`` does what is at ``keys`` of mappings in mappings."""

    def __init__(self, judge: BoundedJudge, keys: Sequence[str]) -> None:
        self._judge = judge
        self._keys = keys

    def is_valid(self, value: Any) -> bool:
        """Whether a value is valid. Raises TooMuchWorkError if that takes too long to find out."""
        return self._judge.is_valid(self._in_its_place(value))

    def first_error(self, value: Any) -> FirstError:
        """The first error of a value that is not valid. Raises TooMuchWorkError."""
        error, path = self._judge.first_error(self._in_its_place(value))
        return FirstError(error, path[len(self._keys) :])

    def _in_its_place(self, value: Any) -> Any:
        for key in reversed(self._keys):
            value = {key: value}
        return value
