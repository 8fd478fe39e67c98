"""Rules find fields under other names, at paths and in several places."""

from __future__ import annotations

import pickle
import re
from typing import Any

import pytest

from articlelint import rules
from articlelint.article import DEFAULT_NAMES
from articlelint.engine.library import lint_text
from articlelint.entry import Entry
from articlelint.field import Field, Place, field_named
from articlelint.model import DataPath, pointer
from articlelint.rule import Example
from articlelint.settings.config import make_config
from tests.clock import now
from tests.many import compared
from tests.support import article

#: Each field is looked for below `extra`, and then where it mostly is, as in related items.
_BELOW = {name: [f"extra.{name}", name] for name in DEFAULT_NAMES}
#: Rules that look at what their options or the schema name, and one that names fields in full.
_BY_OPTIONS = {"broken-reference", "key-order", "path-mismatch", "unique-value", "unknown-value"}
_EXAMPLES = [
    pytest.param(rule_id, example, id=f"{rule_id}-{index}")
    for rule_id, rule in rules.checking().items()
    if rule_id not in _BY_OPTIONS
    for index, example in enumerate(rule.examples)
    if example.bad.startswith("---\n")
]

_SEVERAL = field_named(["title", "linkTitle", "extra.short"])


def _below(text: str) -> str:
    """An article with all its front matter below `extra`."""
    _, front_matter, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return f"---\nextra:\n{re.sub('^(?=.)', '  ', front_matter, flags=re.MULTILINE)}---\n{body}"


@pytest.mark.parametrize(("rule_id", "example"), _EXAMPLES)
def test_each_rule_finds_fields_at_paths_and_in_several_places(
    rule_id: str, example: Example
) -> None:
    for text in (example.bad, example.good):
        assert _said(rule_id, example, _below(text), _BELOW) == [
            each.replace(" /", " /extra/", 1) for each in _said(rule_id, example, text, {})
        ]


def _said(rule_id: str, example: Example, text: str, fields: Any) -> list[str]:
    """What a rule says, with the path of each value."""
    config = {"rules": {rule_id: {**example.options}}, "fields": fields}
    if rules.load(rule_id).check_collection:
        others = {name: _below(each) if fields else each for name, each in example.others.items()}
        lines = compared(rule_id, {example.path: text, **others}, example.options, config=config)
        return [re.sub(r" [0-9]+:[0-9]+(-[0-9]+:[0-9]+)?", "", each) for each in lines]
    found = lint_text(text, example.path, schema={}, config=config, clock=now)
    return [f"at {pointer(each.path)}: {each.message}" for each in found if each.rule == rule_id]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("date", "date"),
        (["date"], "date"),
        ("extra.date", Field((Place("extra.date"),))),
        (["date", "extra.date"], Field((Place("date"), Place("extra.date")))),
        ({"field": "live"}, "live"),
        ({"field": "live", "inverted": False}, "live"),
        ({"field": "draft", "inverted": True}, Field((Place("draft", is_inverted=True),))),
        (
            ["live", {"field": "draft", "inverted": True}],
            Field((Place("live"), Place("draft", is_inverted=True))),
        ),
    ],
)
def test_the_name_of_a_field(given: Any, name: Any) -> None:
    assert field_named(given) == name
    assert type(field_named(given)) is type(name)
    config = make_config({"fields": {"published": given}})
    assert config.fields.published == name
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("values", "path", "value"),
    [
        ({"title": "A", "linkTitle": "B"}, ("title",), "A"),
        ({"linkTitle": "B", "extra": {"short": "C"}}, ("linkTitle",), "B"),
        ({"title": None, "extra": {"short": "C"}}, ("extra", "short"), "C"),
        ({"extra": {"short": ["C"]}}, ("extra", "short"), ["C"]),
        ({"extra.short": "C", "extra": {"short": "D"}}, ("extra.short",), "C"),
        ({"linkTitle": None}, ("linkTitle",), None),
        ({"extra": [{"short": "C"}]}, ("title",), None),
        ({"extra": "short"}, ("title",), None),
        ({}, ("title",), None),
    ],
)
def test_the_first_place_that_holds_something_counts(
    values: dict[str, Any], path: DataPath, value: Any
) -> None:
    entry = Entry(("related", 0), values)
    assert entry.value(_SEVERAL) == value
    assert entry.path_to(_SEVERAL) == ("related", 0, *path)
    assert entry.text(_SEVERAL) == (value if isinstance(value, str) else None)


def test_the_place_of_an_absent_field_is_where_it_would_be() -> None:
    assert Entry((), {}).path_to(field_named("extra.date")) == ("extra", "date")
    assert Entry((), {}).path_to("date") == ("date",)


def test_values_from_all_places() -> None:
    entry = Entry((), {"linkTitle": "B", "extra": {"short": "C"}, "tags": ["x"], "kinds": [{}, 1]})
    assert entry.texts("linkTitle", _SEVERAL) == [
        (("linkTitle",), "B"),
        (("linkTitle",), "B"),
        (("extra", "short"), "C"),
    ]
    assert entry.distinct_texts("linkTitle", _SEVERAL) == ["B", "C"]
    assert entry.path_of("C", "no", _SEVERAL) == ("extra", "short")
    lists = field_named(["tags", "linkTitle", "kinds"])
    assert list(entry.items(lists)) == [(("tags", 0), "x"), (("kinds", 0), {}), (("kinds", 1), 1)]
    assert entry.item_entries(lists) == [Entry(("kinds", 0), {})]
    assert list(entry.named(field_named(["tags", "kinds"]))) == list(entry.items(lists))
    assert entry.entry(field_named(["tags", "extra"])) is None
    assert entry.entry(field_named("extra")) == Entry(("extra",), {"short": "C"})


_PLACEHOLDERS = "title: A bridge reopens\nlinkTitle: tbd\nextra:\n  short: na\n"


def test_all_places_are_looked_at_for_what_is_wrong_in_one() -> None:
    settings = {"fields": {"title": ["title", "linkTitle", "extra.short"]}}
    found = lint_text(article(_PLACEHOLDERS), schema={}, config=settings)
    assert [each.message for each in found] == [
        '"linkTitle" is only a placeholder ("tbd"): write the real linkTitle',
        '"short" is only a placeholder ("na"): write the real short',
    ]


def test_lists_in_several_places_do_not_repeat_each_other() -> None:
    settings = {"fields": {"topics": ["tags", "categories"]}}
    said = "tags: [Bridges, Ferries]\ncategories: [Bridges]\n"
    assert lint_text(article(said), schema={}, config=settings) == []
    (found,) = lint_text(
        article("tags: [Bridges]\ncategories: [A, a]\n"), schema={}, config=settings
    )
    assert found.path == ("categories", 1)


@pytest.mark.parametrize(
    ("related", "is_fixable"),
    [
        ("{link: https://a.example/b}, {link: https://a.example/b/}", True),
        ("{to: {link: https://a.example/b}}, {to: {link: https://a.example/b}}", True),
        ("{to: {link: https://a.example/b}}, {to: {link: https://a.example/b/}}", False),
    ],
)
def test_a_repeated_item_that_adds_nothing(related: str, *, is_fixable: bool) -> None:
    settings = {"fields": {"webUrl": ["link", "to.link"]}, "rules": {"related-self": "off"}}
    (found,) = lint_text(article(f"related: [{related}]\n"), schema={}, config=settings)
    assert (found.fix is not None) is is_fixable


def test_the_path_of_the_file_and_a_date_at_a_path() -> None:
    (found,) = lint_text(
        article("extra: {date: 2023-06-09T16:00:00Z}\n"),
        "news/2023/05/bridge.md",
        schema={},
        config={
            "fields": {"publishedDateTime": ["extra.date", "date"]},
            "rules": {"path-mismatch": {"patterns": ["news/{year}/{month}/*.md"]}},
        },
    )
    assert found.message == (
        '"extra.date" is "2023-06-09T16:00:00Z", but the path says 2023-05: correct one of them'
    )


_DRAFT = {"fields": {"published": {"field": "draft", "inverted": True}}}
_BOTH = {"fields": {"published": ["live", {"field": "draft", "inverted": True}]}}
_AHEAD = "publishedDateTime: 2203-05-04T09:30:00Z\n"


@pytest.mark.parametrize(
    ("front_matter", "settings", "help_"),
    [
        ("draft: false", _DRAFT, "correct the date, or write `draft: true` until that day"),
        ("live: true", _BOTH, "correct the date, or write `live: false` until that day"),
        (
            "draft: false\nlive: true",
            _BOTH,
            "correct the date, or write `live: false` until that day",
        ),
    ],
)
def test_an_article_that_is_no_draft_is_published(
    front_matter: str, settings: Any, help_: str
) -> None:
    text = article(f"{front_matter}\n{_AHEAD}")
    (found,) = lint_text(text, schema={}, config=settings, clock=now)
    assert found.rule == "future-date"
    assert found.help == (help_,)


@pytest.mark.parametrize(
    ("front_matter", "settings"),
    [
        ("draft: true", _DRAFT),
        ("layout: page", _DRAFT),
        ("published: true", _DRAFT),
        ("draft: true\nlive: true", _BOTH),
        ("draft: false\nlive: false", _BOTH),
    ],
)
def test_a_draft_is_not_published(front_matter: str, settings: Any) -> None:
    text = article(f"{front_matter}\n{_AHEAD}")
    assert lint_text(text, schema={}, config=settings, clock=now) == []


@pytest.mark.parametrize(
    ("settings", "value", "help_"),
    [
        (_DRAFT, "yes", "write `true`"),
        (_DRAFT, "maybe", "write `false` to show the article to readers, or `true` to hide it"),
        (
            {"fields": {"published": "draft"}},
            "maybe",
            "write `true` to show the article to readers, or `false` to hide it",
        ),
    ],
)
def test_the_flag_of_a_draft(settings: Any, value: str, help_: str) -> None:
    found = lint_text(article(f"draft: {value}\n"), schema={}, config=settings)
    flagged = [each for each in found if each.rule == "published-flag"]
    assert [each.message for each in flagged] == [
        f'"draft" should be `true` or `false`, not "{value}"'
    ]
    assert [each.help for each in flagged] == [(help_,)]


@pytest.mark.parametrize(
    ("excerpt", "text"),
    [
        (["excerpt", "description"], "description: |\n  One boat\n  and more\n"),
        ("extra.teaser", "extra:\n  teaser: |\n    One boat\n    and more\n"),
    ],
)
def test_the_lines_of_an_excerpt_are_kept_wherever_it_is(excerpt: Any, text: str) -> None:
    config = {"fields": {"excerpt": excerpt}}
    assert lint_text(article(text), schema={}, config=config) == []
    [found] = lint_text(article(text), schema={}, config={"fields": {"title": excerpt}})
    assert found.rule == "irregular-whitespace"


@pytest.mark.parametrize(
    ("topics", "text"),
    [
        ("subjects", "subjects: [boats, one #two\n  ]\n"),
        (["subjects", "themes"], "themes:\n  - C #programming\n"),
        ("extra.subjects", "extra:\n  subjects:\n    - C #programming\n"),
    ],
)
def test_topics_are_cut_off_wherever_they_are(topics: Any, text: str) -> None:
    config = {"rules": {"lost-text": {}}, "fields": {"topics": topics}}
    hidden = [each.rule for each in lint_text(article(text), schema={}, config=config)]
    assert "lost-text" in hidden


def test_of_a_place_and_one_within_it_the_one_within_counts() -> None:
    dates = field_named(["date", "date.created"])
    assert Entry((), {"date": {"created": "2023-05-04"}}).text(dates) == "2023-05-04"
    assert Entry((), {"date": "2023-05-04"}).text(dates) == "2023-05-04"
    assert Entry((), {"date": {"updated": 1}}).path_to(dates) == ("date",)
