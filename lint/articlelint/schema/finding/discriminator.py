"""``discriminator`` of OpenAPI: which of some alternatives the value of a key means.

It is beside ``anyOf`` or ``oneOf``: ``{propertyName: kind, mapping: {walk: '#/$defs/Walk'}}``. An
alternative is meant by a word that ``mapping`` has for it, or by its name, which is the last part
of its ``$ref`` (OpenAPI 3.1.1, 4.8.25). It asserts nothing: it only tells what a
writer meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from articlelint.named_tuple import NamedTuple
from articlelint.schema.finding.fault import Fault, Target

#: What references are relative to, to be compared: to the same, whatever it is.
_ANYWHERE = "https://schema.invalid/"


class Discriminator(NamedTuple):
    """The key that tells alternatives apart, and by each of its values the index of one.

    ``choices`` are the values to write; none if not every alternative has one.
    """

    key: str
    indices: Mapping[str, int]
    choices: list[str]


def discriminator(fault: Fault) -> Discriminator | None:
    """That of the alternatives which a fault is about; None if they have none."""
    schema = fault.schema if isinstance(fault.schema, Mapping) else {}
    found = schema.get("discriminator")
    if not isinstance(found, Mapping) or not isinstance(found.get("propertyName"), str):
        return None
    references = [_reference(each) for each in fault.expected]
    places = {_joined(each): index for index, each in enumerate(references) if each}
    names = _by_name(references)
    mapped = dict(_mapped(found.get("mapping"), {**places, **names}))
    unmapped = [name for name, index in names.items() if index not in mapped.values()]
    choices = [*mapped, *unmapped]
    indices = {**names, **mapped}
    has_all = len({indices[each] for each in choices}) == len(references)
    return Discriminator(found["propertyName"], indices, choices if has_all else [])


def unknown_value(fault: Fault, found: Discriminator) -> Fault:
    """The fault of a value that means none of the alternatives."""
    path, value = (*fault.path, found.key), fault.actual[found.key]
    return Fault("enum", path, Target.VALUE, value, choices=found.choices)


def _mapped(mapping: Any, known: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for word, target in mapping.items() if isinstance(mapping, Mapping) else ():
        if isinstance(target, str):
            index = known.get(target, known.get(_joined(target)))
            if index is not None:
                yield word, index


def _reference(alternative: Any) -> str:
    reference = alternative.get("$ref") if isinstance(alternative, Mapping) else None
    return reference if isinstance(reference, str) else ""


def _by_name(references: list[str]) -> dict[str, int]:
    """The indices of references by the last parts of these, but for those that several have."""
    names = [each.rpartition("/")[2] for each in references]
    often = Counter(names)
    return {each: index for index, each in enumerate(names) if each and often[each] == 1}


def _joined(reference: str) -> str:
    try:
        return urljoin(_ANYWHERE, reference)
    except ValueError:
        return reference
