"""The values that settings know, whatever a collection calls its fields and wherever they are."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.engine.known_values import KnownValue, known_values
from articlelint.model import DataPath
from articlelint.settings.config import make_config

DOMAIN, NAME = "example.com", "Gazette"
RULES = {
    "unknown-topic": {"topics": ["Bridges"]},
    "unknown-provider": {"providers": {DOMAIN: NAME, "example.org": ""}},
}


def _known(fields: dict[str, Any], *path: str | int) -> list[KnownValue]:
    at: DataPath = path
    return known_values(make_config({"fields": fields, "rules": RULES}), at)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({}, ("provider", "name")),
        ({}, ("related", 0, "provider", "name")),
        ({"provider": "source"}, ("source", "name")),
        ({"provider": "extra.source"}, ("extra", "source", "name")),
        ({"provider": "extra.source"}, ("related", 1, "extra", "source", "name")),
        ({"provider": ["provider", "source"]}, ("source", "name")),
        ({"name": ["label", "name"]}, ("provider", "name")),
    ],
)
def test_the_names_of_providers(fields: dict[str, Any], path: DataPath) -> None:
    assert _known(fields, *path) == [KnownValue(NAME, {"domain": DOMAIN})]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({}, ()),
        ({}, ("name",)),
        ({}, ("provider", "names")),
        ({}, ("provider", "name", 0)),
        ({}, ("myprovider", "name")),
        ({"provider": "extra.source"}, ("source", "name")),
        ({"provider": "extra.source"}, ("other", "source", "name")),
        ({"name": "label"}, ("provider", "name")),
    ],
)
def test_other_fields(fields: dict[str, Any], path: DataPath) -> None:
    assert _known(fields, *path) == []


@pytest.mark.parametrize(
    ("fields", "path", "beside"),
    [
        ({}, ("provider", "domain"), {"name": NAME}),
        ({"domain": ["site", "domain"]}, ("provider", "domain"), {"name": NAME}),
        ({"name": ["label", "name"]}, ("provider", "domain"), {"label": NAME}),
        ({"domain": "web.domain"}, ("provider", "web", "domain"), {}),
        (
            {"domain": "web.domain", "name": ["name", "web.name"]},
            ("provider", "web", "domain"),
            {"name": NAME},
        ),
    ],
)
def test_a_domain_with_the_name_beside_it(
    fields: dict[str, Any], path: DataPath, beside: dict[str, str]
) -> None:
    assert _known(fields, *path) == [KnownValue(DOMAIN, beside), KnownValue("example.org", {})]


@pytest.mark.parametrize(
    ("fields", "path", "are_known"),
    [
        ({}, ("topics", 0), True),
        ({}, ("related", 2, "topics", 0), True),
        ({"topics": "extra.tags"}, ("extra", "tags", 0), True),
        ({"topics": ["topics", "tags"]}, ("tags", 0), True),
        ({"topics": "extra.tags"}, ("tags", 0), False),
        ({}, ("subtopics", 0), False),
    ],
)
def test_topics(fields: dict[str, Any], path: DataPath, *, are_known: bool) -> None:
    assert _known(fields, *path) == ([KnownValue("Bridges")] if are_known else [])


def test_the_words_of_a_vocabulary() -> None:
    fields = {"extra.category": ["local"], "size": {"min-uses": 5}}
    config = make_config({"rules": {"unknown-value": {"fields": fields}}})
    assert known_values(config, ("extra", "category")) == [KnownValue("local")]
    assert known_values(config, ("category",)) == []
    assert known_values(config, ("size",)) == []
