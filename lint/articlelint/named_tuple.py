"""Named tuples that cost little to define.

``typing.NamedTuple`` compiles a constructor for each class and, in a module with postponed
annotations, an expression for each field. For the seventy classes that a run over one article
imports, that was a sixth of all its instructions (337 to 275 million). These have the same
attributes and are as fast, but a constructor is compiled when it is first called, and annotations
never are. Type checkers see the other one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter

    class _Signature:
        """What ``inspect.signature`` tells of a class."""

        def __get__(self, instance: Any, cls: Any) -> Any:
            import inspect  # noqa: PLC0415 - for who asks

            signature = inspect.signature(_constructor(cls))
            return signature.replace(parameters=[*signature.parameters.values()][1:])

    class _Record(tuple):
        """What they have in common, as ``collections.namedtuple`` describes it."""

        __slots__ = ()
        __signature__ = _Signature()

        def __new__(cls, *values: Any, **named: Any) -> Any:
            """Make the constructor of the class, and call it."""
            cls.__new__ = staticmethod(_constructor(cls))
            return cls.__new__(cls, *values, **named)

        def __repr__(self) -> str:
            values = map("{}={!r}".format, self._fields, self)
            return f"{type(self).__name__}({', '.join(values)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Any:
            return cls(*values)

        def _replace(self, /, **named: Any) -> Any:
            replaced = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"no such fields: {', '.join(named)}")
            return replaced

        __replace__ = _replace  # for `copy.replace` of Python 3.13

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

    def _constructor(cls: Any) -> Any:
        values = "".join(f"{name}, " for name in cls._fields)
        expression = f"lambda _cls, {values}: _new(_cls, ({values}))"
        constructor = eval(expression, {"_new": tuple.__new__})  # noqa: S307 - of names
        constructor.__qualname__ = f"{cls.__qualname__}.__new__"
        constructor.__defaults__ = tuple(cls._field_defaults.values())
        return constructor

    class _Definition(type):
        """Makes a class like any other of what is written as a subclass of ``NamedTuple``."""

        def __new__(cls, name: str, bases: Any, written: dict[str, Any]) -> type:
            if not bases:  # `NamedTuple` itself
                return super().__new__(cls, name, bases, written)
            fields = tuple(written.get("__annotations__", ()))
            defaults = {each: written[each] for each in fields if each in written}
            getters = {each: _tuplegetter(index, "") for index, each in enumerate(fields)}
            known = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Record,), {**written, **getters, **known, "__slots__": ()})

    class NamedTuple(metaclass=_Definition):
        """See ``typing.NamedTuple``."""
