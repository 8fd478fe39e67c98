"""The values of an article's fields, by their names or paths."""

from __future__ import annotations

import pytest

from articlelint.article import Article, Fields
from articlelint.entry import Entry
from articlelint.model import DataPath
from tests.changes import document_of
from tests.clock import now

ENTRY = Entry(
    ("related", 0),
    {
        "slug": "bridge",
        "tags": ["a", ["b"], {"id": 3}],
        "extra": {"id": 7, "more": {"id": 8}},
        "authors": [{"name": "Ann"}, "Bob", {"name": ["Cy", None]}],
        "empty": [],
    },
)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("slug", {("slug",): "bridge"}),
        ("extra.id", {("extra", "id"): 7}),
        ("extra.more.id", {("extra", "more", "id"): 8}),
        ("extra.more", {("extra", "more"): {"id": 8}}),
        ("tags", {("tags", 0): "a", ("tags", 1, 0): "b", ("tags", 2): {"id": 3}}),
        ("tags.id", {("tags", 2, "id"): 3}),
        (
            "authors.name",
            {
                ("authors", 0, "name"): "Ann",
                ("authors", 2, "name", 0): "Cy",
                ("authors", 2, "name", 1): None,
            },
        ),
        ("empty", {}),
        ("id", {}),
        ("slug.id", {}),
        ("extra.id.no", {}),
        ("extra..id", {}),
        ("", {}),
    ],
)
def test_values_of_a_field(field: str, values: dict[DataPath, object]) -> None:
    found = dict(ENTRY.named(field))
    assert found == {("related", 0, *path): value for path, value in values.items()}


def test_a_date_is_read_in_the_forms_that_are_accepted() -> None:
    document = document_of("---\ntitle: A bridge reopens\n---\n")
    usual = Article("a.md", document, Fields(), now)
    assert usual.date("2023-05-04T09:30:00Z")
    assert usual.date("2023-05-04") is None
    assert usual.date(None) is None
    for_days = Article("a.md", document, Fields(), now, date_forms=("date-time", "date"))
    assert for_days.date("2023-05-04")
