from __future__ import annotations

import pytest

from articlelint import rules
from tests.many import compared, helps
from tests.support import article

RULE = "duplicate-title"


def _article(title: str, domain: str = "example.com") -> str:
    return article(f"title: {title}\nprovider: {{domain: '{domain}'}}\n")


HELD = _article("The bridge reopens")


@pytest.mark.parametrize(
    "title",
    [
        "The bridge reopens",
        "THE Bridge reopens",
        "' The  bridge reopens'",
        "'The bridge\n  reopens'",
        "The bridge\u00a0reopens",
    ],
)
def test_one_title(title: str) -> None:
    (of_a, of_b) = compared(RULE, {"a.md": HELD, "b.md": _article(title)})
    assert of_a == (
        f'a.md 2:8-2:26 {RULE} /title: "The bridge reopens" is also the title of "b.md"'
        " | b.md 2:8: the same title"
    )
    assert of_b.startswith("b.md 2:8-")


def test_letter_case_beyond_ascii() -> None:
    files = {"a.md": _article("Stra\u00dfe"), "b.md": _article("STRASSE")}
    assert len(compared(RULE, files)) == 2


@pytest.mark.parametrize(
    "other",
    [
        _article("The bridge reopens today"),
        _article("Thebridge reopens"),
        _article("The bridge reopens", "example.org"),
        _article("The bridge reopens", "news.example.com"),
        _article("The bridge reopens", ""),
        article("title: The bridge reopens\n"),
        article("title: The bridge reopens\nprovider: example.com\n"),
        article("title: The bridge reopens\nprovider: {domain: [example.com]}\n"),
        article("title: [The bridge reopens]\nprovider: {domain: example.com}\n"),
        article(
            "title: A\nprovider: {domain: example.com}\n"
            "related: [{title: The bridge reopens, provider: {domain: example.com}}]\n"
        ),
    ],
)
def test_what_is_not_the_same(other: str) -> None:
    assert compared(RULE, {"a.md": HELD, "b.md": other}) == []


@pytest.mark.parametrize("title", ["", "''", "'  '"])
def test_no_title(title: str) -> None:
    assert compared(RULE, {"a.md": _article(title), "b.md": _article(title)}) == []


@pytest.mark.parametrize("domain", ["www.example.com", "Example.COM.", "https://example.com/"])
def test_one_domain(domain: str) -> None:
    files = {"a.md": HELD, "b.md": _article("The bridge reopens", domain)}
    assert len(compared(RULE, files)) == 2


def test_many_files_with_one_title() -> None:
    files = {f"{name}.md": HELD for name in "abcdef"}
    assert compared(RULE, files, to_report=["b.md"]) == [
        (
            f'b.md 2:8-2:26 {RULE} /title: "The bridge reopens" is also the title of "a.md"'
            " | a.md 2:8: the same title | c.md 2:8: the same title"
            " | d.md 2:8: the same title"
        )
    ]


def test_help() -> None:
    advice = "keep one of the files, or write a title that says what only this article is about"
    found = helps(RULE, {f"{name}.md": HELD for name in "abcde"})
    assert found["a.md"] == [(advice, "also in 1 more file")]


def test_off_unless_the_settings_mention_it() -> None:
    assert rules.load(RULE).opt_in


def test_other_names_of_the_fields() -> None:
    text = article("name: A\nsource: {site: example.com}\n")
    fields = {"title": "name", "provider": "source", "domain": "site"}
    (of_a, _) = compared(RULE, {"a.md": text, "b.md": text}, config={"fields": fields})
    assert of_a == (
        f'a.md 2:7-2:8 {RULE} /name: "A" is also the title of "b.md" | b.md 2:7: the same title'
    )
