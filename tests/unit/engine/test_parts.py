"""Diagnostics that mark a part of a value, next to what concerns all of it."""

from __future__ import annotations

from typing import Any

from articlelint import fix_text, lint_text
from articlelint.model import Severity, Span
from tests.support import article, found

ENTITY = '"&amp;" is an HTML entity: write "&"'


def test_each_part_is_marked_where_it_is_written() -> None:
    text = article(
        'title: "Salt &amp; \\u200Btar\n  and  rope &lt; &#x2F;"\n'
        "excerpt: >-\n  A ferry\n  itâ€™s   late\n"
        "webUrl: 'http://example.com/a?fbclid=''1&id=7'\n"
    )
    assert found(text) == [
        f"2:14-2:19 html-entity /title: {ENTITY}",
        '2:20-2:26 invisible-character /title: zero-width space (U+200B) after "&amp;": remove it',
        '3:6-3:8 irregular-whitespace /title: 2 spaces after "and": use one space',
        '3:13-3:17 html-entity /title: "&lt;" is an HTML entity: write "<"',
        '3:18-3:24 html-entity /title: "&#x2F;" is an HTML entity: write "/"',
        '6:3-6:9 mojibake /excerpt: "itâ€™s" was decoded with the wrong encoding: write "it’s"',
        '7:10-7:17 insecure-url /webUrl: the URL starts with "http://" instead of "https://"',
        (
            "7:31-7:41 tracking-parameter /webUrl: "
            'the URL has the tracking parameter "fbclid": remove it'
        ),
    ]


def test_an_alias_is_marked_as_a_whole() -> None:
    [diagnostic] = lint_text(article("a: &a b &amp; c\ntitle: *a\n"), schema={})
    assert (diagnostic.span, diagnostic.whole) == (Span(27, 29), None)


def test_a_part_that_is_the_whole_value_has_no_other_whole() -> None:
    [diagnostic] = lint_text(article("title: &amp;\n"), schema={})
    assert (diagnostic.span, diagnostic.whole) == (Span(11, 16), None)
    [diagnostic] = lint_text(article("title: b&amp;\n"), schema={})
    assert (diagnostic.span, diagnostic.whole) == (Span(12, 17), Span(11, 17))


def _ignored(front_matter: str) -> list[str]:
    return found(article(front_matter), config={"rules": {"irregular-whitespace": "off"}})


def test_a_comment_for_the_value_ignores_its_parts() -> None:
    comment = "# articlelint: ignore[html-entity]"
    assert _ignored(f"title: a &amp; b\n  c &amp; d {comment}\n") == []
    assert _ignored(f"title: >- {comment}\n  a\n  b &amp; c\n") == []
    assert _ignored(f"{comment}\ntitle: |-\n  a\n  b &amp; c\n") == []


def test_a_comment_for_another_value_does_not() -> None:
    comment = "# articlelint: ignore[html-entity]"
    assert found(article(f"title: a\n  b &amp; c\nexcerpt: d {comment}\n")) == [
        f"3:5-3:10 html-entity /title: {ENTITY}",
        '4:34-4:45 unused-ignore: unused ignore: "html-entity" is not reported here',
    ]


def test_one_fix_fixes_all_parts() -> None:
    fixed = fix_text(article("title: a &amp; b  and c &lt; d\n"), schema={}, unsafe=True)
    assert fixed.text == article("title: a & b and c < d\n")
    assert [each.rule for each in fixed.fixed] == [
        *("html-entity", "html-entity", "irregular-whitespace"),
    ]


PATTERN: dict[str, Any] = {"properties": {"title": {"pattern": "^[A-Z]"}}}


def test_the_schema_is_repeated_once() -> None:
    text = article("title: cafÃ© or naÃ¯ve\n")
    first, second = lint_text(text, schema=PATTERN)
    says = 'the schema says: "title" does not match the pattern `^[A-Z]`: "cafÃ© or naÃ¯ve"'
    assert (first.rule, says in first.help) == ("mojibake", True)
    assert (second.rule, says in second.help) == ("mojibake", False)


def test_the_schema_is_repeated_below_one_of_two_rules() -> None:
    found = lint_text(article("title: https://example.com/cafÃ©\n"), schema=PATTERN)
    repeated = [any(line.startswith("the schema says: ") for line in each.help) for each in found]
    assert [each.rule for each in found] == ["mojibake", "placeholder-text"]
    assert [each.severity for each in found] == [Severity.ERROR, Severity.ERROR]
    assert repeated == [True, False]


def test_it_is_as_severe_as_the_schema() -> None:
    config = {"rules": {"mojibake": "warning"}}
    first, _ = lint_text(article("title: cafÃ© or naÃ¯ve\n"), schema=PATTERN, config=config)
    assert first.severity is Severity.ERROR


def test_a_part_gives_way_to_the_schema() -> None:
    [diagnostic] = lint_text(article("title: b &amp; c\n"), schema=PATTERN)
    assert diagnostic.rule == "schema/pattern"


def test_of_many_parts_the_last_one_that_is_told_counts_the_others() -> None:
    text = article(f"title: {' b &amp;' * 22}\n")
    *others, last = lint_text(text, schema={})
    assert {each.message for each in others} == {ENTITY}
    assert (len(others), last.message) == (
        19,
        '"&amp;" is an HTML entity (and 2 more like this): write "&"',
    )


def test_other_parts_are_reported_beside_garbled_ones() -> None:
    text = article("title: CafÃ© &amp; bar  open\n")
    assert [each.split(": ", 1)[0] for each in found(text)] == [
        "2:8-2:13 mojibake /title",
        "2:14-2:19 html-entity /title",
        "2:23-2:25 irregular-whitespace /title",
    ]
    fixed = fix_text(text, schema={}, unsafe=True)
    assert (fixed.text, fixed.diagnostics) == (article("title: Café & bar open\n"), [])


def test_what_touches_a_garbled_word_is_not() -> None:
    said = found(article("title: The cafÃ©  du&amp;Ã© \u00a0Port\n"))
    assert [each.split(": ", 1)[0] for each in said] == [
        "2:12-2:17 mojibake /title",
        "2:19-2:28 mojibake /title",
        "2:29-2:30 invisible-character /title",
    ]


def test_nothing_is_reported_beside_what_concerns_all_of_a_value() -> None:
    said = found(article("title: Salt &amp; tar #9\n"))
    assert [each.split(": ", 1)[0] for each in said] == ["2:8-2:22 lost-text /title"]
