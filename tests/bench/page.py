"""The figures as tables in Markdown, and how they get into docs/performance.md.

The page has a place for each table, between two comments; what is around them is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from tests.bench.chart import Bar, svg
from tests.bench.goals import Result
from tests.bench.growth import MOST, Growth
from tests.bench.works import Sizes, Work

#: The works of the chart, in its order.
_CHARTED = ("mdsmith", "schema", "rules", "fresh", "warm", "read")
#: How many kinds of growth are shown: those that grow fastest.
_SHOWN = 25
_OTHERS = frozenset(("mdsmith", "read"))


class Measured(NamedTuple):
    """All that a run of the benchmark has found out. Stages are in microseconds for an article."""

    machine: Mapping[str, str]
    sizes: Sizes
    works: Mapping[str, Work]
    goals: Sequence[Result]
    disagreements: Mapping[str, Sequence[str]]
    stages: Mapping[str, float]
    growths: Mapping[str, Growth]


def tables(measured: Measured) -> dict[str, str]:
    """Each table by its name."""
    return {
        "machine": ", ".join(f"{name} {value}" for name, value in measured.machine.items()) + ".",
        "goals": _table(("work", "against", "goal", "measured", "met"), map(_goal, measured.goals)),
        "works": _table(
            ("work", "seconds", "of the processors", "an article", "memory"),
            (_work(measured.sizes.title(name), work) for name, work in measured.works.items()),
        ),
        "stages": _table(("what is done", "µs", "more"), _stages(measured.stages)),
        "disagreements": _table(
            ("tool", "says otherwise of"),
            (
                (tool, ", ".join(cases) or "nothing")
                for tool, cases in measured.disagreements.items()
            ),
        ),
        "growth": _table(
            ("of what there is more", "n", "ms at n", "2n", "4n", "exponent"),
            (_growth(*each) for each in _fastest(measured.growths)),
        ),
    }


def filled(page: str, contents: Mapping[str, str]) -> str:
    """The page with each table in its place."""
    for name, content in contents.items():
        place = re.compile(f"(<!-- {name} -->\n).*?(<!-- end of {name} -->\n)", re.DOTALL)
        page, times = place.subn(partial(_put, content), page)
        assert times == 1, f"the page has {times} places for {name}"
    return page


def _put(content: str, place: re.Match[str]) -> str:
    return f"{place[1]}{content}\n{place[2]}"


def chart(measured: Measured) -> str:
    """The works over the same articles as bars."""
    site = f"{measured.sizes.site:,} articles"
    bars = [
        Bar(
            measured.sizes.title(name).removeprefix(f"{site}, ").replace("`", ""),
            measured.works[name].taken.seconds,
            name not in _OTHERS,
        )
        for name in _CHARTED
        if name in measured.works
    ]
    return svg(f"Seconds for {site}: articlelint in blue", bars)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def _goal(goal: Result) -> tuple[str, ...]:
    if goal.ratio is None:
        return goal.work, goal.against, f"{goal.most}", f"not measured: {goal.missing}", ""
    met = "yes" if goal.ratio <= goal.most else "no"
    return goal.work, goal.against, f"{goal.most}", f"{goal.ratio:.2f}", met


def _work(title: str, work: Work) -> tuple[str, ...]:
    seconds, cpu, megabytes = work.taken
    each = f"{1000 * seconds / work.articles:.3f} ms" if work.articles > 1 else ""
    return title, f"{seconds:.3f}", f"{cpu:.3f}", each, f"{megabytes:.0f} MB"


def _stages(stages: Mapping[str, float]) -> Iterable[tuple[str, ...]]:
    values = [0.0, *stages.values()]
    for name, (before, now) in zip(stages, pairwise(values), strict=True):
        yield name, f"{now:.0f}", f"{now - before:.0f}"


def _fastest(growths: Mapping[str, Growth]) -> list[tuple[str, Growth]]:
    """Those that are shown, the one that grows fastest first."""
    return sorted(growths.items(), key=lambda each: -each[1].exponent)[:_SHOWN]


def _growth(name: str, growth: Growth) -> tuple[str, ...]:
    mark = " (too much)" if growth.exponent > MOST else ""
    times = (f"{1000 * each:.1f}" for each in growth.seconds)
    return name, f"{growth.n:,}", *times, f"{growth.exponent:.2f}{mark}"
