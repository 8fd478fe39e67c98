"""What a schema says about a place, for people: its description, and what may be written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath
from articlelint.schema.loading.outline import known_keys, start_lookups, subschemas
from articlelint.schema.loading.store import Schema

#: Of how many examples and choices is told.
_MOST_CHOICES = 100
_MOST_EXAMPLES = 5

#: The condition that a mapping with any key meets.
_ANY_KEY = {"minProperties": 1}

_Contents = Mapping[str, Any]


class Prose(NamedTuple):
    """A text of the schema's author, which may be Markdown."""

    text: str
    is_markdown: bool = False


class Choice(NamedTuple):
    """A value that is allowed, and what it means if the schema says that."""

    value: Any
    meaning: Prose | None = None


class Description(NamedTuple):
    """What a schema says about the value at a path.

    ``types`` are their names in JSON Schema. ``default`` and ``examples`` are values; ``default``
    is a tuple of one, or empty. ``deprecated`` is why, which may be empty; None if it is not.
    """

    title: str | None = None
    prose: Prose | None = None
    types: tuple[str, ...] = ()
    format: str | None = None
    choices: tuple[Choice, ...] = ()
    default: tuple[Any, ...] = ()
    examples: tuple[Any, ...] = ()
    deprecated: str | None = None


class Key(NamedTuple):
    """A key that a schema names for a mapping."""

    name: str
    is_required: bool
    description: Description


def describe(schema: Schema, path: DataPath) -> Description:
    """What a schema says about a value, whether it is there or not.

    What holds whatever the data is goes before what alternatives (``anyOf``, ``then``) say.
    """
    start_lookups()
    return _describe(schema, path)


def described_keys(schema: Schema, path: DataPath) -> list[Key]:
    """The keys of the mapping at a path, in the order of the schema.

    Those are required, too, that the schema requires where there is any key.
    """
    start_lookups()
    certain = subschemas(schema, path)
    with_keys = (each.get("then") for each in certain if each.get("if") == _ANY_KEY)
    asking = [*certain, *(each for each in with_keys if isinstance(each, Mapping))]
    lists = [each.get("required") for each in asking]
    required = {key for each in lists if isinstance(each, list) for key in each}
    return [
        Key(name, name in required, _describe(schema, (*path, name)))
        for name in dict.fromkeys(known_keys(schema, path))
    ]


def _describe(schema: Schema, path: DataPath) -> Description:
    certain = subschemas(schema, path)
    known = {id(each) for each in certain}
    others = subschemas(schema, path, alternatives=True)
    every = (*certain, *(each for each in others if id(each) not in known))
    # What is said of one value that is allowed is not said of the key.
    about = (*certain, *(each for each in every if "const" not in each))
    return Description(
        title=_first_text(about, "title"),
        prose=next(_proses(about), None),
        types=tuple(_types(certain) or _types(every)),
        format=_first_text(every, "format"),
        choices=tuple(_choices(certain) or _choices(every))[:_MOST_CHOICES],
        default=tuple(each["default"] for each in every if "default" in each)[:1],
        examples=tuple(_examples(every))[:_MOST_EXAMPLES],
        deprecated=next(_deprecations(certain), None),
    )


def _first_text(contents: Iterable[_Contents], keyword: str) -> str | None:
    texts = (each.get(keyword) for each in contents)
    return next((each.strip() for each in texts if isinstance(each, str) and each.strip()), None)


def _proses(contents: Iterable[_Contents]) -> Iterator[Prose]:
    for each in contents:
        for keyword in ("markdownDescription", "description"):
            if text := _first_text([each], keyword):
                yield Prose(text, keyword != "description")


def _types(contents: Iterable[_Contents]) -> list[str]:
    found: list[Any] = []
    for each in contents:
        named = each.get("type")
        found += named if isinstance(named, list) else [named]
    return [*dict.fromkeys(each for each in found if isinstance(each, str))]


def _choices(contents: Iterable[_Contents]) -> list[Choice]:
    """The values of the first subschema that lists them."""
    return next(filter(None, (list(_listed(each)) for each in contents)), [])


def _listed(contents: _Contents) -> Iterator[Choice]:
    if "const" in contents:
        yield Choice(contents["const"], next(_proses([contents]), None))
    elif isinstance(values := contents.get("enum"), list):
        meanings = _meanings(contents, len(values))
        yield from (Choice(*each) for each in zip(values, meanings, strict=True))
    for keyword in ("oneOf", "anyOf"):
        parts = contents.get(keyword)
        if isinstance(parts, list) and all(_is_constant(each) for each in parts):
            yield from (Choice(each["const"], _meaning(each)) for each in parts)


def _is_constant(contents: Any) -> bool:
    return isinstance(contents, Mapping) and "const" in contents


def _meaning(contents: _Contents) -> Prose | None:
    title = _first_text([contents], "title")
    return next(_proses([contents]), Prose(title) if title else None)


def _meanings(contents: _Contents, number: int) -> list[Prose | None]:
    """What the values of an ``enum`` mean, as schemas for editors say that."""
    for keyword in ("markdownEnumDescriptions", "enumDescriptions"):
        texts = contents.get(keyword)
        if isinstance(texts, list) and len(texts) == number:
            is_markdown = keyword != "enumDescriptions"
            return [Prose(each, is_markdown) if isinstance(each, str) else None for each in texts]
    return [None] * number


def _examples(contents: Iterable[_Contents]) -> Iterator[Any]:
    for each in contents:
        if isinstance(examples := each.get("examples"), list):
            yield from examples


def _deprecations(contents: Iterable[_Contents]) -> Iterator[str]:
    for each in contents:
        if message := _first_text([each], "deprecationMessage"):
            yield message
        elif each.get("deprecated") is True:
            yield ""
