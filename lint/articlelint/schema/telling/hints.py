"""What the schema knows about a fault that helps a writer: the word that was meant, an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import DataPath, value_at
from articlelint.schema.finding.author_message import error_message
from articlelint.schema.finding.fault import Fault, Target
from articlelint.schema.loading.outline import known_keys, subschemas
from articlelint.schema.loading.store import Schema
from articlelint.schema.telling.corrections.correction import Correction
from articlelint.schema.telling.placeholders import Placeholders
from articlelint.text.spelling import Speller, is_typo
from articlelint.text.word_parts import is_short_for

#: For how many unknown keys of an article a similar one is looked for, which takes a while. If
#: there are more, they are not slips of the pen.
_MAX_SEARCHES = 50
#: Among how many keys a misspelled one is looked for.
_MOST_KEYS = 200

#: The keywords that object to a key because of its name.
UNKNOWN_KEY = frozenset({"additionalProperties", "propertyNames", "unevaluatedProperties"})
#: Those of them that refuse all keys that are not known, if they are false.
_REFUSING = frozenset({"additionalProperties", "unevaluatedProperties"})


class Hints(NamedTuple):
    """What helps to fix one fault.

    ``meant`` is the nearest known key or value, which ``is_plain`` if it plainly is misspelled and
    no other one is as near, ``belongs_in`` the path of the mapping that knows
    an unknown key, and ``claims`` the path of a missing key that is thereby found. ``told`` is what
    the schema's author says instead of our own sentence; ``description``, ``example`` and
    ``default`` are what the schema says about the value, the last two if scalar. ``correction`` is
    what was meant by the value. A key that ``is_known`` is not allowed only because of a condition.
    ``brings`` are the paths of the missing keys that are found below a key that is above all.
    ``written_as`` is the key, of no meaning to the schema, that plainly misspells a missing one.
    """

    meant: str | None = None
    belongs_in: DataPath | None = None
    claims: DataPath | None = None
    told: str | None = None
    description: str | None = None
    example: Any = None
    default: Any = None
    correction: Correction | None = None
    is_known: bool = False
    is_plain: bool = False
    brings: tuple[DataPath, ...] = ()
    written_as: str | None = None


NO_HINTS = Hints()


class HintFinder:
    """Find the hints for the faults of ``data``.

    ``missing`` are the paths of its missing keys, ``faults`` the faults by their paths.
    """

    def __init__(
        self,
        schema: Schema,
        data: Any,
        missing: Iterable[DataPath],
        faults: Mapping[DataPath, Fault],
    ) -> None:
        self._schema = schema
        self._data = data
        self._missing = dict.fromkeys(missing)
        self._faults = faults
        self._searches = 0
        self._speller = Speller()
        self._placeholders = Placeholders(data)
        self._meant: dict[tuple[str, int], Hints] = {}

    def hints(self, fault: Fault) -> Hints:
        """The hints for one fault. No two faults claim the same missing key."""
        if fault.keyword in UNKNOWN_KEY:
            hints = self._of_key(fault)
            self._missing.pop(hints.claims or (), None)
        else:
            hints = self._of_value(fault)
        told = fault.told or error_message(fault, self._schema)
        return hints._replace(told=self._placeholders.filled(told)) if told else hints

    def known(self, fault: Fault) -> list[str]:
        """The keys that could replace an unknown one, and are not there yet."""
        return [each for each in self._known(fault) if each not in fault.actual]

    def _known(self, fault: Fault) -> Iterable[str]:
        """``additionalProperties`` knows no keys but those beside it."""
        if fault.keyword == "additionalProperties":
            properties = (
                fault.schema.get("properties", {}) if isinstance(fault.schema, Mapping) else {}
            )
            return [key for key, subschema in properties.items() if subschema is not False]
        if fault.reason and fault.reason.keyword == "enum":
            return list(_words(fault.reason.choices))
        return known_keys(self._schema, fault.path[:-1])

    def _of_key(self, fault: Fault) -> Hints:
        """For an unknown key: a missing one misspelled, one of another mapping, a similar one."""
        parent, key = fault.path[:-1], str(fault.path[-1])
        if fault.because and key in known_keys(self._schema, parent):
            return Hints(is_known=True)
        if brings := self._brings(fault):
            return Hints(brings=brings)
        known = self.known(fault)
        wanted = [each for each in known if (*parent, each) in self._missing]
        meant = self._speller.nearest(key, wanted)
        if meant is not None and is_typo(key, meant):
            return self._misspelled(key, meant, known)._replace(claims=(*parent, meant))
        belongs_in = next(self._elsewhere(fault, key), None)
        if belongs_in is not None:
            claims = (*belongs_in, key) if (*belongs_in, key) in self._missing else None
            return Hints(belongs_in=belongs_in, claims=claims)
        self._searches += 1
        if self._searches > _MAX_SEARCHES:
            return NO_HINTS
        meant = self._speller.nearest(key, known)
        if meant is None:
            return NO_HINTS
        hints = self._misspelled(key, meant, known)
        if not is_short_for(key, meant) or (*parent, meant) not in self._missing:
            return hints
        return hints._replace(claims=(*parent, meant))

    def _brings(self, fault: Fault) -> tuple[DataPath, ...]:
        """The missing keys that are below the only key of all."""
        if len(fault.path) > 1 or len(fault.actual) > 1:
            return ()
        [below] = fault.actual.values()
        if not isinstance(below, Mapping):
            return ()
        return tuple(each for each in self._missing if len(each) == 1 and each[0] in below)

    def _misspelled(self, word: str, meant: str, known: Iterable[str]) -> Hints:
        return Hints(meant=meant, is_plain=self._speller.is_nearest(meant, word, known))

    def _elsewhere(self, fault: Fault, key: str) -> Iterator[DataPath]:
        """The mappings directly below, or anywhere above, that know a key and do not hold it."""
        parent = fault.path[:-1]
        below = [(*parent, each) for each in self._known(fault) if each in fault.actual]
        above = [parent[:length] for length in reversed(range(len(parent)))]
        for path in (*below, *above):
            value = value_at(self._data, path)
            is_mapping = isinstance(value, Mapping)
            lacks_it = key not in value if is_mapping else self._is_flat(path, value)
            if lacks_it and key in known_keys(self._schema, path):
                yield path

    def _is_flat(self, path: DataPath, value: Any) -> bool:
        """Whether there is nothing, or a text, where a mapping is wanted."""
        fault = self._faults.get(path)
        is_wrong_text = isinstance(value, str) and fault is not None and fault.types == ["object"]
        return value is None or is_wrong_text

    def _of_value(self, fault: Fault) -> Hints:
        if fault.target is Target.KEY or not fault.path:
            return NO_HINTS
        schemas = [*subschemas(self._schema, fault.path), *_at_hand(fault)]
        description = next(_descriptions(schemas), None)
        example = next(_examples(schemas), None)
        default = next(_defaults(schemas), None)
        hints = self._of_choice(fault) if fault.keyword == "enum" else NO_HINTS
        return hints._replace(
            description=description,
            example=example,
            default=default,
            written_as=self._written_as(fault),
        )

    def _written_as(self, fault: Fault) -> str | None:
        """The one key that plainly misspells a missing one, if the schema has no use for it.

        Of one that the schema refuses, the fault of that key tells, unless a writer ignores it.
        """
        if fault.target is not Target.MISSING or fault.path not in self._missing:
            return None
        schema = fault.schema if isinstance(fault.schema, Mapping) else {}
        if any(schema.get(each) is False for each in _REFUSING):
            return None
        self._searches += 1
        if self._searches > _MAX_SEARCHES or len(fault.actual) > _MOST_KEYS:
            return None
        parent, missing = fault.path[:-1], str(fault.path[-1])
        known = known_keys(self._schema, parent)
        used = frozenset(known)
        unused = [each for each in fault.actual if each not in used]
        found = self._speller.nearest(missing, unused)
        if found is None or (*parent, found) in self._faults:
            return None
        lacking = [each for each in known if each not in fault.actual]
        return found if self._speller.is_nearest(missing, found, lacking) else None

    def _of_choice(self, fault: Fault) -> Hints:
        """The value that was meant, looked for once for a word that is wrong in many places."""
        if not isinstance(fault.actual, str):
            return NO_HINTS
        known = fault.actual, id(fault.choices)
        if known not in self._meant:
            meant = meant_value(fault, self._speller)
            self._meant[known] = (
                NO_HINTS
                if meant is None
                else self._misspelled(fault.actual, meant, _words(fault.choices))
            )
        return self._meant[known]


def meant_value(fault: Fault, speller: Speller) -> str | None:
    """The nearest of several allowed values; a single one is in the sentence anyway."""
    if fault.keyword != "enum" or not isinstance(fault.actual, str):
        return None
    return speller.nearest(fault.actual, _words(fault.choices))


def _words(choices: Iterable[Any]) -> Iterator[str]:
    return (each for each in choices if isinstance(each, str))


def _at_hand(fault: Fault) -> Iterator[Mapping[str, Any]]:
    """The subschema of the fault itself, which a path may reach only through ``anyOf``."""
    schema = fault.schema
    if fault.target is Target.MISSING and isinstance(schema, Mapping):
        schema = schema.get("properties", {}).get(fault.path[-1])
    if isinstance(schema, Mapping):
        yield schema


def _descriptions(schemas: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The descriptions, each on one line; an empty one is still to be written."""
    for schema in schemas:
        description = schema.get("description")
        if isinstance(description, str) and (words := description.split()):
            yield " ".join(words)


def _examples(schemas: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """The first example of each that has one which is short enough for a line."""
    for schema in schemas:
        examples = schema.get("examples")
        if isinstance(examples, list) and examples and not isinstance(examples[0], list | Mapping):
            yield examples[0]


def _defaults(schemas: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """The default of each that has one which is a scalar."""
    for schema in schemas:
        if not isinstance(schema.get("default"), list | Mapping | None):
            yield schema["default"]
