from __future__ import annotations

import copy
import inspect
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from articlelint import model
from articlelint.named_tuple import NamedTuple


class Ours(NamedTuple):
    """A place."""

    line: int
    column: int = 1
    names: tuple[str, ...] = ()

    @property
    def is_first(self) -> bool:
        return self.line == 1

    def below(self) -> Ours:
        return self._replace(line=self.line + 1)


class Theirs(typing.NamedTuple):
    """A place."""

    line: int
    column: int = 1
    names: tuple[str, ...] = ()


class Nothing(NamedTuple):
    pass


class Special(Ours):
    __slots__ = ()

    def doubled(self) -> int:
        return 2 * self.line


@pytest.mark.parametrize(
    "make",
    [
        lambda kind: kind(1),
        lambda kind: kind(1, 2),
        lambda kind: kind(column=2, line=1),
        lambda kind: kind(1, names=("a",)),
        lambda kind: kind._make([1, 2, ("a",)]),
        lambda kind: kind(1)._replace(column=3),
        lambda kind: kind(1)._asdict(),
        lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__, kind.__doc__),
        lambda kind: (kind(1).line, kind(1).column, kind(1).names, kind(1)[0], len(kind(1))),
        lambda kind: (hash(kind(1)), kind(1) < kind(2), kind(1) == (1, 1, ())),
        lambda kind: (kind.__name__, kind.__module__, list(kind.__annotations__), type(kind)),
    ],
)
def test_they_are_as_those_of_typing(make: Callable[[Any], object]) -> None:
    ours, theirs = make(Ours), make(Theirs)
    # Names of types are compared by the text.
    assert str(ours).replace("Ours", "Theirs") == str(theirs)
    if not isinstance(theirs, tuple) or isinstance(theirs, Theirs):
        assert ours == theirs


@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind(1, 2, (), 4),
        lambda kind: kind(1, row=2),
        lambda kind: kind(1, line=2),
        lambda kind: kind._make([1, 2, (), 4]),
    ],
)
def test_wrong_arguments_are_refused_as_by_those_of_typing(wrong: Callable[[Any], object]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            wrong(kind)


def test_wrong_arguments_are_named() -> None:
    Ours(1)
    with pytest.raises(TypeError, match=r"Ours\.__new__\(\) missing 1 required .* 'line'"):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="no such fields: row"):
        Ours(1)._replace(row=2)  # type: ignore[call-arg]


def test_their_own_methods() -> None:
    assert Ours(1).is_first
    assert Ours(1, 5).below() == Ours(2, 5)
    match Ours(3, 4):
        case Ours(line, column):
            assert (line, column) == (3, 4)


def test_a_value_cannot_be_changed_and_has_no_others() -> None:
    for name in ("line", "row"):
        with pytest.raises(AttributeError):
            setattr(Ours(1), name, 2)


def test_one_without_fields() -> None:
    assert (Nothing(), repr(Nothing()), Nothing._fields) == ((), "Nothing()", ())


def test_a_subclass() -> None:
    special = Special(2, 3)
    assert (special.doubled(), special.column, type(special.below())) == (4, 3, Special)
    assert repr(special) == "Special(line=2, column=3, names=())"


def _pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own


@pytest.mark.parametrize("value", [Ours(1, 2, ("a",)), Special(1), model.Span(1, 2)])
def test_copied_and_pickled(value: Any) -> None:
    for again in (copy.copy(value), copy.deepcopy(value), _pickled(value)):
        assert (again, type(again)) == (value, type(value))


def test_what_a_constructor_takes() -> None:
    for _ in range(2):  # the first call makes the constructor
        assert str(inspect.signature(Ours)) == "(line, column=1, names=())"
        Ours(1)
    assert str(inspect.signature(Nothing)) == "()"
