"""The schemas of a run, made ready for use once and kept while there is room."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from articlelint.schema.loading.store import SchemaError
from articlelint.schema.validator import Validator

#: How many characters the kept schemas may have together, in all their files: each can take a
#: hundred bytes of memory.
_MOST_CHARACTERS = 8 * 1024**2
#: What a schema counts for at least.
_LEAST_CHARACTERS = 4 * 1024


class PreparedSchemas:
    """Validators by whatever tells them apart, and the errors of schemas that cannot be used.

    If there is no room for another one, it takes that of the last one. So where articles name many
    large schemas in turn, all but a few are still there when they are named again.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, Validator | SchemaError] = {}
        self._length = 0

    def get(self, key: Hashable, make: Callable[[], Validator]) -> Validator:
        """What is kept for a key, made if it is not there. Raises the SchemaError of ``make``."""
        found = self._kept.get(key)
        if found is None:
            found = _made(make)
            self._keep(key, found)
        if isinstance(found, SchemaError):
            raise found.with_traceback(None)  # which would grow with each article
        return found

    def forget(self) -> None:
        """Keep nothing of what was made so far."""
        self._kept.clear()
        self._length = 0

    def _keep(self, key: Hashable, found: Validator | SchemaError) -> None:
        self._length += _length(found)
        while self._kept and self._length > _MOST_CHARACTERS:
            _, last = self._kept.popitem()
            self._length -= _length(last)
        self._kept[key] = found


def _made(make: Callable[[], Validator]) -> Validator | SchemaError:
    try:
        return make()
    except SchemaError as error:
        error.__context__ = None  # whose frames hold the schema
        return error.with_traceback(None)


def _length(found: Validator | SchemaError) -> int:
    own = 0 if isinstance(found, SchemaError) else found.length
    return max(own, _LEAST_CHARACTERS)
