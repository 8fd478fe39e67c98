"""What is removed goes with its lines or its comma, and nothing else."""

from __future__ import annotations

import pytest

from articlelint.model import DataPath, Remove
from tests.unit.fixing.yaml.helpers import changed

A = ("a",)

REMOVED: list[tuple[str, DataPath, str]] = [
    ("a: 1\nb: 2\n", A, "b: 2\n"),
    ("b: 2\na: 1 # c\n", A, "b: 2\n"),
    ("b: 2\na:\n  # c\n  - d\n\n  - e # f\n# g\n", A, "b: 2\n# g\n"),
    ("b: 2\na: |\n  c\n  d\ne: 3\n", A, "b: 2\ne: 3\n"),
    ("b: 2\na: |\n  c\n\n  \ne: 3\n", A, "b: 2\n\n  \ne: 3\n"),
    ("b: 2\na: c\n  d\ne: 3\n", A, "b: 2\ne: 3\n"),
    ("b: 2\n? a\n: c\nd: 3\n", A, "b: 2\nd: 3\n"),
    ("b: 2\na:\n", A, "b: 2\n"),
    ("b: 1\na: |\n  c\n\n  \t\nd: 2\n", A, "b: 1\nd: 2\n"),
    ("b: &k 2\na: *k\n", A, "b: &k 2\n"),
    ("b:\n  c: 1\n  a: 2\nd: 3\n", ("b", "a"), "b:\n  c: 1\nd: 3\n"),
    # items
    ("b:\n- c\n- d # e\n- f\n", ("b", 1), "b:\n- c\n- f\n"),
    ("b:\n  - c\n  - d\n", ("b", 0), "b:\n  - d\n"),
    ("b:\n  - c\n\n  # d\n  -\n    e: f\n    g: h\n", ("b", 1), "b:\n  - c\n\n"),
    ("b:\n  - c\n  - *k\n", ("b", 1), "b:\n  - c\n"),
    # the first of several after a dash
    ("b:\n  - a: 1 # c\n    d: 2\n", ("b", 0, "a"), "b:\n  - d: 2\n"),
    ("b:\n  - a: [\n      1]\n    d: 2\n", ("b", 0, "a"), "b:\n  - d: 2\n"),
    ("b:\n  - a: 1\n    d: 2\n", ("b", 0, "d"), "b:\n  - a: 1\n"),
    ("b:\n  - - c\n    - d\n", ("b", 0, 0), "b:\n  - - d\n"),
    ("b:\n  - ? a\n    : 1\n    ? d\n    : 2\n", ("b", 0, "a"), "b:\n  - ? d\n    : 2\n"),
    # with the comments above it that are about no other one
    ("b: 2\n\n# of a\na: 1\n\n# of c\nc: 3\n", A, "b: 2\n\n\n# of c\nc: 3\n"),
    ("b: 2\n# of a\na: 1\n# of c\nc: 3\n", A, "b: 2\n# of c\nc: 3\n"),
    ("b: 2\n# of\n# a\na: 1\n", A, "b: 2\n"),
    ("b: 2 # of b\n# of a\na: 1\n", A, "b: 2 # of b\n"),
    ("b: |\n  # text\n# of a\na: 1\n", A, "b: |\n  # text\n"),
    ("b:\n  - c\n  # of d\n  - d\ne: 1\n", ("b", 1), "b:\n  - c\ne: 1\n"),
    ("b: 2\n# articlelint: ignore[x]\na: 1\nc: 3\n", A, "b: 2\nc: 3\n"),
    ("b: 2\n# of both\n# articlelint: ignore[x]\na: 1\nc: 3\n", A, "b: 2\n# of both\nc: 3\n"),
    ("b:\n - - # of c\n - d\n", ("b", 1), "b:\n - - # of c\n"),
    # and without the others
    ("# of all\na: 1\n\nb: 2\n", A, "# of all\n\nb: 2\n"),
    ("b: 2\n# of both\na: 1\nc: 3\n", A, "b: 2\n# of both\nc: 3\n"),
    ("b: 2\n# of more\n\na: 1\n\nc: 3\n", A, "b: 2\n# of more\n\n\nc: 3\n"),
    ("b:\n  - c\n# of the list\n  - d\n", ("b", 1), "b:\n  - c\n# of the list\n"),
    # below a block scalar
    ("b: |\n  c\na: 1\nd: 2\n", A, "b: |\n  c\nd: 2\n"),
    ("b: |\n  c\na: 1\n", A, "b: |\n  c\n"),
    ("b:\n  - c: |\n      d\na: 1\ne: 2\n", A, "b:\n  - c: |\n      d\ne: 2\n"),
    ("b: [c,\n  d]\na: 1\n\ne: 2\n", A, "b: [c,\n  d]\n\ne: 2\n"),
    ("b:\n  c:\n    d: e\na: 1\n# f\n", A, "b:\n  c:\n    d: e\n# f\n"),
    # between brackets on one line
    ("b: [c, d, e]\n", ("b", 0), "b: [d, e]\n"),
    ("b: [c, d, e]\n", ("b", 1), "b: [c, e]\n"),
    ("b: [c, d, e] # f\n", ("b", 2), "b: [c, d] # f\n"),
    ("b: [c,d]\n", ("b", 1), "b: [c]\n"),
    ("b: [ c , d ]\n", ("b", 1), "b: [ c ]\n"),
    ("b: [c, d,]\n", ("b", 1), "b: [c,]\n"),
    ("b: {a: 1, c: 2}\n", ("b", "a"), "b: {c: 2}\n"),
    ("b: {c: 2, a: 1}\n", ("b", "a"), "b: {c: 2}\n"),
    ("b: {c, a: 1}\n", ("b", "a"), "b: {c}\n"),
    ("b: {c: 2, ? a : 1}\n", ("b", "a"), "b: {c: 2}\n"),
    ("{a: 1, c: 2}\n", A, "{c: 2}\n"),
    ("b: [c: d, e]\n", ("b", 0), "b: [e]\n"),
    # and on several
    ("b: [\n  c,\n  d, # e\n  f\n]\n", ("b", 1), "b: [\n  c,\n  f\n]\n"),
    ("b: [\n  c,\n  d, # e\n]\n", ("b", 1), "b: [\n  c,\n]\n"),
    ("b: [\n  c, # d\n  e # f\n]\n", ("b", 1), "b: [\n  c # d\n]\n"),
    ("b: [\n  c,\n  {d: e,\n   f: g}\n]\n", ("b", 1), "b: [\n  c\n]\n"),
    ("b: [c, d,\n  e]\n", ("b", 1), "b: [c,\n  e]\n"),
    ("b: [c, d, # e\n  f]\n", ("b", 0), "b: [d, # e\n  f]\n"),
]

UNCLEAR: list[tuple[str, DataPath]] = [
    ("a: 1\n", ()),
    ("a: 1\nb: 2\n", ("c",)),
    # the only one: without it the collection would have no value
    ("a: 1\n", A),
    ("b: [c]\n", ("b", 0)),
    ("b:\n  - c\n", ("b", 0)),
    ("b:\n  a: 1\n", ("b", "a")),
    ("b: [c: d]\n", ("b", 0, "c")),
    # it has an alias, or is the value of one
    ("a: &k 1\nb: *k\n", A),
    ("a:\n  - c: [&k 1]\nb: *k\n", A),
    ("&k a: 1\nb: *k\n", A),
    ("b: &k [1, 2]\na: *k\n", ("b", 0)),
    ("b: &k {c: 1, d: 2}\na: *k\n", ("a", "c")),
    # another key of the same name would come to light
    ("a: 1\nb: 2\na: 3\n", A),
    ("b: 1\n<<: {a: 2}\na: 3\n", A),
    ("b: &k {a: 1}\nc:\n  <<: *k\n  a: 2\n", ("c", "a")),
    # what is below would become part of a block scalar
    ("b: |+\n  c\na: 1\n\nd: 2\n", A),
    ("b: |\n  c\na: 1\n  # d\n", A),
    ("b:\n  - c: |\n      d\na: 1\n      # e\n", A),
    ("b: &k |\n  c\na: 1\n\nd: *k\n", A),
    ("b:\n  e: 1\n  ? [c]\n  : |\n    d\na: 1\n\ne: 1\n", A),
    # an empty line with a tab follows, which not every reader takes everywhere
    ("b: 1\na: 2\n\t\nd: 3\n", A),
    # no line or comma for itself
    ("b:\n  - a: 1\n\n    d: 2\n", ("b", 0, "a")),
    ("b:\n  - a: 1\n    # c\n    d: 2\n", ("b", 0, "a")),
    ("b: [c # d\n  , e]\n", ("b", 0)),
    ("b: [c # d\n  , e]\n", ("b", 1)),
    ("b: [c, d # e\n  , f]\n", ("b", 1)),
    ("b: [c, d, # e\n  f]\n", ("b", 1)),
    ("b: [\n  c\n  ,\n  d\n]\n", ("b", 0)),
    ("b: [\n  c\n  ,\n  d\n]\n", ("b", 1)),
    ("b: {c:, a: 1}\n", ("b", "a")),
]


@pytest.mark.parametrize(("front_matter", "path", "expected"), REMOVED)
def test_it_goes_with_its_line(front_matter: str, path: DataPath, expected: str) -> None:
    if "*k" in front_matter and "&k" not in front_matter:
        front_matter, expected = f"z: &k 1\n{front_matter}", f"z: &k 1\n{expected}"
    assert changed(front_matter, Remove(path)) == expected


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
@pytest.mark.parametrize(
    ("front_matter", "path", "expected"), [each for each in REMOVED if "*k" not in each[0]]
)
def test_whatever_ends_it(
    front_matter: str, path: DataPath, expected: str, line_break: str
) -> None:
    front_matter = front_matter.replace("\n", line_break)
    assert changed(front_matter, Remove(path)) == expected.replace("\n", line_break)


@pytest.mark.parametrize(("front_matter", "path"), UNCLEAR)
def test_it_stays_where_its_end_is_unclear(front_matter: str, path: DataPath) -> None:
    assert changed(front_matter, Remove(path)) is None
