"""How fast articlelint is meant to be: what one work may take, as a ratio to another.

The other one is measured in the same run on the same machine, so that a ratio means something on
any.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tests.bench.works import Sizes, Work

_TIME, _EACH, _MEMORY = "time", "time for each", "memory"
_MARKS = {_TIME: "", _EACH: ": time for each", _MEMORY: ": peak memory"}


class Goal(NamedTuple):
    """What a work may take at most, in terms of the sum of others, each so many times."""

    work: str
    others: Mapping[str, int]
    most: float
    of: str = _TIME


class Result(NamedTuple):
    """The ratio that was measured; None if something was not, and why."""

    work: str
    against: str
    most: float
    ratio: float | None
    missing: str | None = None

    @property
    def is_met(self) -> bool:
        return self.ratio is not None and self.ratio <= self.most


GOALS = (
    Goal("clean", {"click": 1}, 2.0),
    Goal("faulty", {"click": 1}, 3.5),
    Goal("schema", {"mdsmith": 1}, 1.0),
    Goal("rules", {"mdsmith": 1}, 1.5),
    Goal("warm", {"mdsmith": 1}, 0.25),
    Goal("fresh", {"mdsmith": 1}, 0.5),
    Goal("few", {"check-jsonschema": 1}, 0.3),
    Goal("large", {"small": 1}, 1.1, _EACH),
    Goal("large", {"small": 1}, 1.5, _MEMORY),
    Goal("two jobs", {"one job": 1}, 0.6),
    Goal("warm large", {"cold": 1}, 0.1),
    Goal("hook", {"click again": 3, "git": 1}, 1.0),
)


def results(done: Mapping[str, Work], missing: Mapping[str, str], sizes: Sizes) -> list[Result]:
    """Each goal, with what was measured."""
    return [
        Result(
            sizes.title(goal.work) + _MARKS[goal.of],
            _against(goal, sizes),
            goal.most,
            _ratio(goal, done),
            next((missing[name] for name in _names(goal) if name in missing), None),
        )
        for goal in GOALS
    ]


def _against(goal: Goal, sizes: Sizes) -> str:
    return " and ".join(
        f"{times} times {sizes.title(name)}" if times > 1 else sizes.title(name)
        for name, times in goal.others.items()
    )


def _names(goal: Goal) -> list[str]:
    return [goal.work, *goal.others]


def _ratio(goal: Goal, done: Mapping[str, Work]) -> float | None:
    if not done.keys() >= {*_names(goal)}:
        return None
    of_others = sum(times * _amount(done[name], goal.of) for name, times in goal.others.items())
    return _amount(done[goal.work], goal.of) / of_others


def _amount(work: Work, of: str) -> float:
    if of == _MEMORY:
        return work.taken.megabytes
    return work.taken.seconds / (work.articles if of == _EACH else 1)
