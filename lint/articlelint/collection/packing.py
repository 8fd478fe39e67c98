"""The result of a check as JSON, which is read back as nothing but a result.

Whoever wrote what is read back, it has exactly the types of the model, or it is refused. Nothing is
unpickled.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints
from zlib import crc32

from articlelint.engine.checked import Checked
from articlelint.model import Change, Diagnostic, Span
from articlelint.report import Suppressed
from articlelint.rule import FileObjection
from articlelint.settings import records

if TYPE_CHECKING:
    from articlelint.settings.ignores import Ignores

#: Takes a value of JSON. Raises ValueError or TypeError if it is not as it should be.
_Reader = Callable[[Any], Any]

#: How many bytes before the text tell whether it is whole.
_BYTES_OF_SUM = 4
#: The kinds of tuples of which one may be where another may: each begins with its name.
_CHANGES: Mapping[str, type] = {each.__name__: each for each in get_args(Change)}


_UNREADABLE = (ValueError, TypeError, KeyError, RecursionError)
_CLEAN = Checked([], is_whole=True)


class UnpackError(ValueError):
    """What is read back is not what was packed."""


def pack(checked: Checked) -> bytes | None:
    """A result without its facts; None if there is nothing to say of the article.

    Raises ValueError if it holds what JSON cannot hold.
    """
    ignores = checked.ignores
    if checked.is_silent and checked.is_whole:
        return None
    state = ignores.state() if ignores else None
    parts = (checked.diagnostics, checked.suppressed, state, checked.is_whole)
    return _dumped(_plain(parts))


def unpack(packed: bytes | None) -> Checked:
    """The result. Raises UnpackError."""
    if packed is None:
        return _CLEAN
    try:
        diagnostics, suppressed, state, is_whole = _loaded(packed)
        return Checked(
            list(_reader(tuple[Diagnostic, ...])(diagnostics)),
            _reader(tuple[Suppressed, ...])(suppressed),
            ignores=_ignores(state),
            is_whole=_reader(bool)(is_whole),
        )
    except _UNREADABLE:
        raise UnpackError from None


def pack_objections(objections: Mapping[str, Iterable[FileObjection]]) -> bytes:
    """What was objected to, each by a text. Raises ValueError if it holds what JSON cannot hold."""
    return _dumped({key: _plain([*each]) for key, each in objections.items()})


def unpack_objections(packed: bytes) -> dict[str, tuple[FileObjection, ...]]:
    """The same. Raises UnpackError."""
    try:
        found: dict[str, tuple[FileObjection, ...]] = _reader(dict[str, tuple[FileObjection, ...]])(
            _loaded(packed)
        )
    except _UNREADABLE:
        raise UnpackError from None
    return found


def _dumped(value: Any) -> bytes:
    text = json.dumps(value, separators=(",", ":")).encode()
    return _sum(text) + text


def _loaded(packed: bytes) -> Any:
    sum_, text = packed[:_BYTES_OF_SUM], packed[_BYTES_OF_SUM:]
    if _sum(text) != sum_:
        raise UnpackError
    return json.loads(text)


def _sum(text: bytes) -> bytes:
    return crc32(text).to_bytes(_BYTES_OF_SUM, "big")


def _ignores(state: Any) -> Ignores | None:
    if state is None:
        return None
    from articlelint.settings.ignores import Ignores, IgnoresState  # noqa: PLC0415 - few have any

    return Ignores.from_state(_reader(IgnoresState)(state))


def _plain(value: Any) -> Any:
    """A value with each change marked by its name."""
    if not isinstance(value, tuple | list):
        return value
    plain = [*map(_plain, value)]
    name = type(value).__name__
    return [name, *plain] if _CHANGES.get(name) is type(value) else plain


@cache
def _reader(hint: Any) -> _Reader:
    """What reads values of a type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return _one_of(arguments)
    if origin in (tuple, list):
        return _items(origin, arguments)
    if origin is dict:
        return _mapping(*arguments)
    if issubclass(hint, tuple):
        return _named_tuple(hint)
    return hint if issubclass(hint, Enum) else _exactly(hint)


def _exactly(kind: type) -> _Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise UnpackError
        return value

    return read


def _one_of(kinds: tuple[Any, ...]) -> _Reader:
    changes = set(_CHANGES.values())
    readers = [_reader(each) for each in kinds if each not in changes]
    if changes <= set(kinds):
        readers.append(_change)

    def read(value: Any) -> Any:
        for each in readers:
            with suppress(ValueError, TypeError):
                return each(value)
        raise UnpackError

    return read


def _items(kind: type, arguments: tuple[Any, ...]) -> _Reader:
    """Reads a list or tuple of any number of items, or a tuple of some."""
    is_list = _exactly(list)
    if kind is tuple and arguments[-1:] != (...,):
        readers = [*map(_reader, arguments)]
        return lambda value: tuple(
            read(each) for read, each in zip(readers, is_list(value), strict=True)
        )
    read_item = _reader(arguments[0])
    return lambda value: kind(map(read_item, is_list(value)))


def _mapping(key: Any, value: Any) -> _Reader:
    read_key, read_value, is_mapping = _reader(key), _reader(value), _exactly(dict)
    return lambda given: {read_key(k): read_value(v) for k, v in is_mapping(given).items()}


def _named_tuple(kind: Any) -> _Reader:
    hints = get_type_hints(kind)
    read_fields = _items(tuple, tuple(hints[each] for each in kind._fields))
    check = _CHECKS.get(kind)

    def read(value: Any) -> Any:
        made = kind(*read_fields(value))
        if check and not check(made):
            raise UnpackError
        return made

    return read


def _change(value: Any) -> Any:
    name, *fields = value
    return _reader(_CHANGES[name])(fields)


def _is_span(span: Span) -> bool:
    return 0 <= span.start <= span.end


def _has_known_rule(diagnostic: Diagnostic) -> bool:
    return records.is_known(diagnostic.rule)


#: What must be true of some values beyond their types.
_CHECKS: Mapping[Any, Callable[[Any], bool]] = {Span: _is_span, Diagnostic: _has_known_rule}
