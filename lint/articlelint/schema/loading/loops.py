"""References of a schema that lead back to where they are, without a step into the data.

To evaluate such a subschema, it would have to be evaluated first: an infinite loop, which a schema
must not have (JSON Schema core 2020-12, 9.4.1). References that are too many in a row are refused,
too, so that no validator runs out of stack, and so are those that double again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articlelint.schema.loading.documents import Documents
from articlelint.schema.loading.graph import REFERENCES, Graph, Place
from articlelint.schema.loading.store import SchemaError
from articlelint.schema.loading.work import Work

#: How many subschemas may apply to one value, each by way of the one before.
_MOST_IN_A_ROW = 1_000
#: How many may apply to one value, counting each as often as it does. Of large public schemas, the
#: most is 275.
_MOST_ON_A_VALUE = 100_000


class _Step(NamedTuple):
    """A subschema on the way from the first one, what it leads to, and what was followed."""

    place: Place
    rest: Iterator[Place]
    followed: list[Place]


def check_loops(documents: Documents) -> Work:
    """How much work data can be. Raises the SchemaError of a loop, or of too many references.

    A loop is one without progress; too many are those in a row, or on one value.
    """
    walk = _Walk(documents)
    waiting = walk.whole()
    while waiting:
        waiting += walk.follow(waiting.pop())
    return walk.work


class _Walk:
    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._graph = Graph(documents)
        #: Of each subschema that was reached, how many it leads to in a row, itself included.
        self._heights: dict[int, int] = {}
        self.work = Work()

    def whole(self) -> list[Place]:
        return self._graph.whole()

    def follow(self, start: Place) -> list[Place]:
        """Follow all that applies to the same value; what applies to its parts is returned."""
        if id(start.contents) in self._heights:
            return []
        parts: list[Place] = []
        path = [self._step(start)]
        heights, active = self._heights, {id(start.contents)}
        heights[id(start.contents)] = 1
        while path:
            place, rest, followed = path[-1]
            here = id(place.contents)
            following = next(rest, None)
            if following is None:
                path.pop()
                active.remove(here)
                parts += self._finish(place, followed)
                if path:
                    above = id(path[-1].place.contents)
                    heights[above] = max(heights[above], heights[here] + 1)
                continue
            followed.append(following)
            key = id(following.contents)
            if key in active:
                raise self._error("leads back to itself without a step into the data", place)
            if key in heights:
                heights[here] = max(heights[here], heights[key] + 1)
            else:
                path.append(self._step(following))
                active.add(key)
                heights[key] = 1
            if len(path) + heights[here] > _MOST_IN_A_ROW:
                raise self._error(f"leads to more than {_MOST_IN_A_ROW:,} others in a row", place)
        return parts

    def _step(self, place: Place) -> _Step:
        return _Step(place, self._graph.same(place), [])

    def _finish(self, place: Place, followed: list[Place]) -> list[Place]:
        """Count what a subschema leads to; what applies to parts of its value is returned."""
        parts = {keyword: list(each) for keyword, each in self._graph.parts(place)}
        is_certain = not self._graph.may_lead_elsewhere(place)
        if self.work.add(place, followed, parts, is_certain=is_certain) > _MOST_ON_A_VALUE:
            raise self._error(f"applies more than {_MOST_ON_A_VALUE:,} others to one value", place)
        return [part for each in parts.values() for part in each]

    def _error(self, what: str, place: Place) -> SchemaError:
        keyword = next((each for each in REFERENCES if each in place.contents), None)
        path = (*place.path, keyword) if keyword else place.path
        schema = self._documents.schema_at(place.uri) or self._documents.schema
        return schema.error(f"the subschema {what}", path)
