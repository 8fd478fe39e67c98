"""How much work it can be to judge data by a schema: a bound, without a look at the data's values.

Subschemas that overlap are each evaluated, and so is what they lead to: where two of them hold for
the same part of the data, the work doubles at each level. The unit is one subschema that is
evaluated on one value, which takes jsonschema-rs about 50 ns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from articlelint.schema.loading.graph import Place
from articlelint.schema.loading.patterns import backtracks

#: Counts stop here: whoever asks has given up long before.
MOST = 10**15
#: To find what is unevaluated, all that applies to the same value is evaluated up to three times.
_UNEVALUATED_TIMES = 3
#: What a pattern takes that goes back and forth in a text, at the most.
_PATTERN = 100_000
#: What a reference to a draft of JSON Schema takes, or to whatever else is not followed.
_DRAFT = 1_000
_DEFINITIONS = frozenset({"$defs", "definitions"})
_KEYS = ("properties", "additionalProperties", "unevaluatedProperties")
_ITEMS = ("items", "prefixItems", "additionalItems", "unevaluatedItems")


class _Node(NamedTuple):
    """A subschema: its own work, how often that is done, and where it leads to.

    ``same`` are those that apply to the same value. Of each group of ``keys`` one applies to a
    value of a mapping, of each of ``items`` one to an item of a list.
    """

    own: int
    times: int
    same: list[int]
    keys: list[list[int]]
    items: list[list[int]]


class Work:
    """The work that a schema takes, given all its subschemas by ``add``."""

    def __init__(self) -> None:
        self._nodes: dict[int, _Node] = {}
        self._on_a_value: dict[int, int] = {}
        #: For data of each depth, from 0 on, the work of each subschema.
        self._by_depth: list[dict[int, int]] = []
        #: Whether data of any other depth takes no more than what was asked for.
        self.is_complete = False

    def add(
        self,
        place: Place,
        same: list[Place],
        parts: Mapping[str, list[Place]],
        *,
        is_certain: bool = True,
    ) -> int:
        """Add a subschema, once those are added that apply to the ``same`` value.

        ``parts`` are those that apply to parts of it, by keyword. If it is not certain that these
        are all, the work has no bound. Returns how many are evaluated on the value, itself
        included, each as often as it is.
        """
        one_of_keys = [each for keyword in _KEYS for each in parts.get(keyword, ())]
        one_of_items = [each for keyword in _ITEMS for each in parts.get(keyword, ())]
        node = _Node(
            _own_work(place.contents, is_followed=bool(same)) if is_certain else MOST,
            _UNEVALUATED_TIMES if _looks_for_unevaluated(place.contents) else 1,
            _ids(same),
            [
                _ids(one_of_keys),
                *([id(each.contents)] for each in parts.get("patternProperties", ())),
                _ids(parts.get("propertyNames", ())),
            ],
            [_ids(one_of_items), _ids(parts.get("contains", ()))],
        )
        here = id(place.contents)
        self._nodes[here] = node
        on_same = sum(self._on_a_value[each] for each in node.same)
        self._on_a_value[here] = min(MOST, node.times * (1 + on_same))
        return self._on_a_value[here]

    def most(self, whole: Any, depth: int) -> int:
        """The most work for one value and one of its parts, one of that part's, and so on.

        ``whole`` are the contents of the schema, ``depth`` is how often there is a further part.
        """
        while len(self._by_depth) <= depth and not self.is_complete:
            below = self._by_depth[-1] if self._by_depth else {}
            found: dict[int, int] = {}
            for key, node in self._nodes.items():
                found[key] = min(MOST, _work(node, found, below))
            self.is_complete = found == below
            self._by_depth.append(found)
        return self._by_depth[min(depth, len(self._by_depth) - 1)].get(id(whole), 1)


def _work(node: _Node, same: Mapping[int, int], below: Mapping[int, int]) -> int:
    on_same = sum(same[each] for each in node.same)
    on_parts = max(
        sum(max((below.get(each, 0) for each in group), default=0) for group in groups)
        for groups in (node.keys, node.items)
    )
    return node.times * (node.own + on_same + on_parts)


def _own_work(contents: Mapping[str, Any], *, is_followed: bool) -> int:
    """The work of a subschema by itself: more if a keyword has many words, keys or patterns."""
    work = 1 if is_followed or "$ref" not in contents else _DRAFT
    patterns = [contents.get("pattern"), *_keys(contents.get("patternProperties"))]
    return work + size(contents) + _PATTERN * sum(map(backtracks, patterns))


def size(contents: Mapping[str, Any]) -> int:
    """How many words, keys, patterns and subschemas the keywords of a subschema have."""
    return sum(
        len(value)
        for keyword, value in contents.items()
        if isinstance(value, list | Mapping) and keyword not in _DEFINITIONS
    )


def _keys(value: Any) -> Iterable[str]:
    return value if isinstance(value, Mapping) else ()


def _looks_for_unevaluated(contents: Mapping[str, Any]) -> bool:
    return "unevaluatedProperties" in contents or "unevaluatedItems" in contents


def _ids(places: Iterable[Place]) -> list[int]:
    return [id(each.contents) for each in places]
