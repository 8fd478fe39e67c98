"""The words that every part speaks in: small frozen values without behaviour of their own."""

from __future__ import annotations

from enum import Enum
from typing import Any

from articlelint.named_tuple import NamedTuple

#: A route into the front matter: keys and list indices from the root, as in jsonschema's
#: ``absolute_path``. The root itself is the empty tuple.
DataPath = tuple[str | int, ...]

#: Where one file or rule must not end a run, only these may: a panic of a native library, which is
#: no Exception, is a failure like any other.
ENDS_THE_RUN = (KeyboardInterrupt, SystemExit, GeneratorExit)


class Severity(str, Enum):
    """How much a diagnostic weighs: an error fails the run, a warning only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


class Safety(str, Enum):
    """How far a fix can be trusted: a safe one has one right answer, an unsafe one is a guess."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Span(NamedTuple):
    """A stretch of the decoded text: offsets in Unicode code points, the end exclusive."""

    start: int
    end: int


class ColumnUnit(str, Enum):
    """What columns count, by the names of the Language Server Protocol (3.17, position encoding).

    Code points are what articlelint counts, UTF-16 code units what most editors do.
    """

    CODE_POINTS = "utf-32"
    UTF_8 = "utf-8"
    UTF_16 = "utf-16"


class Position(NamedTuple):
    """A place as people and editors count it: 1-based, the column in code points unless said."""

    line: int
    column: int


class Related(NamedTuple):
    """A second place that helps to understand a diagnostic, such as a key's first occurrence.

    ``path`` is the file that holds the place where it is another one than the diagnostic's.
    """

    span: Span
    message: str
    path: str | None = None


Scalar = str | int | float | bool | None


#: What is written instead of a value: a scalar, a mapping of such, or a list of both.
Data = Scalar | dict[str, Scalar] | list[Scalar | dict[str, Scalar]]


class SetValue(NamedTuple):
    """Replace the value at ``path`` by another one, which may be a list or a mapping.

    ``takes_comment``: the comment after it, of which the value is made, goes. ``is_date``: the text
    is a date to all programs that read it, which needs no quotes in YAML.
    """

    path: DataPath
    value: Data
    takes_comment: bool = False
    is_date: bool = False


class RenameKey(NamedTuple):
    """Give the last key of ``path`` another name."""

    path: DataPath
    name: str


class Remove(NamedTuple):
    """Remove the key or list item at ``path``, with its line and the comment on it."""

    path: DataPath


class AddKey(NamedTuple):
    """Add the key that ``path`` ends with, right before a key of its mapping, or as the last one.

    Of several that come before the same key, the one with the lowest ``rank`` is first.
    """

    path: DataPath
    value: Scalar
    before: str | None = None
    rank: int = 0


class SplitItem(NamedTuple):
    """Replace the list item at ``path`` by several, all texts, that were meant instead."""

    path: DataPath
    items: tuple[str, ...]


class OrderKeys(NamedTuple):
    """Put these keys of the mapping at ``path`` in this order, each where one of them is now."""

    path: DataPath
    keys: tuple[str, ...]


class DropByteOrderMark(NamedTuple):
    """Remove the byte order mark (BOM) at the start of the file, which is not part of the data."""


class RepairLine(NamedTuple):
    """Rewrite a line (1-based) of a front matter that does not parse, so that it does there.

    ``text`` is the line as it is then, together with the repairs of the faults told before.
    """

    line: int
    text: str


#: What a fix does, in terms of the data or, where there is none to speak of, of a line.
Change = (
    SetValue | RenameKey | Remove | AddKey | SplitItem | OrderKeys | DropByteOrderMark | RepairLine
)


class Edit(NamedTuple):
    """A stretch of the text, and what to write instead."""

    span: Span
    text: str


class Fix(NamedTuple):
    """How to fix one fault: what to do in a few words, how safe that is, and the edits.

    ``change`` is the same in terms of the data: what the edits must do, and all that they may do.
    """

    title: str
    safety: Safety
    edits: tuple[Edit, ...]
    change: Change


class Diagnostic(NamedTuple):
    """One fault, complete when made: which rule, where, and what to write instead.

    ``whole`` is the place of the value if the span marks only a part of it.
    """

    rule: str
    severity: Severity
    message: str
    path: DataPath
    span: Span
    help: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    whole: Span | None = None

    @property
    def value_span(self) -> Span:
        """The place of all that it is about, of which the span may mark a part."""
        return self.whole or self.span


def pointer(path: DataPath) -> str:
    """The path as a JSON Pointer (RFC 6901), for example ``/related/0/webUrl``."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def value_at(data: Any, path: DataPath) -> Any:
    """What a path leads to, all of which is there."""
    for part in path:
        data = data[part]
    return data
