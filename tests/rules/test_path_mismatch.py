from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from articlelint import ConfigError, make_config
from tests.support import article, check_rule, found

RULE = "path-mismatch"
MISMATCH = "but the path says"
CORRECT = "correct one of them"


def _config(*patterns: str, **options: Any) -> Mapping[str, Any]:
    return {"rules": {RULE: {"patterns": list(patterns), **options}}}


def _check(
    path: str,
    config: Mapping[str, Any],
    silent: Mapping[str, str] | None = None,
    reported: Mapping[str, tuple[str, list[str]]] | None = None,
) -> None:
    check_rule(RULE, silent=silent or {}, reported=reported or {}, path=path, config=config)


def test_off_without_patterns() -> None:
    check_rule(RULE, silent={"name": "name: pdf\n"}, reported={}, path="skills/docx/SKILL.md")
    _check("skills/docx/SKILL.md", _config(), silent={"name": "name: pdf\n"})
    _check("skills/docx/SKILL.md", _config(**{"must-match": True}), silent={"name": "name: pdf\n"})


def test_name_of_a_folder() -> None:
    _check(
        "skills/pdf-tools/SKILL.md",
        _config("skills/{name}/SKILL.md"),
        silent={
            "same": "name: pdf-tools\n",
            "spaces around": "name: ' pdf-tools '\n",
            "capitals, of which a small name is made": "name: PDF-tools\n",
            "title": "name: PDF tools!\n",
            "absent": "title: pdf\n",
            "empty": "name:\n",
            "blank": "name: '  '\n",
            "a flag": "name: true\n",
            "a mapping": "name: {en: pdf}\n",
            "empty list": "name: []\n",
            "in a list": "name: [docx, pdf-tools]\n",
        },
        reported={
            "other": (
                "title: x\nname: 'docx-tools'\n",
                [f'3:7-3:19 "name" is "docx-tools", {MISMATCH} "pdf-tools": {CORRECT}'],
            ),
            "part of it": (
                "name: pdf\n",
                [f'2:7-2:10 "name" is "pdf", {MISMATCH} "pdf-tools": {CORRECT}'],
            ),
            "underscore": (
                "name: pdf_tools\n",
                [f'2:7-2:16 "name" is "pdf_tools", {MISMATCH} "pdf-tools": {CORRECT}'],
            ),
            "title of other letters": (
                "name: PDF tool\n",
                [f'2:7-2:15 "name" is "PDF tool", {MISMATCH} "pdf-tools": {CORRECT}'],
            ),
            "a number": ("name: 7\n", [f'2:7-2:8 "name" is 7, {MISMATCH} "pdf-tools": {CORRECT}']),
            "not in a list": (
                "name: [docx, pdf]\n",
                [f'2:7-2:18 the path says "pdf-tools", which "name" does not have: {CORRECT}'],
            ),
        },
    )


def test_capitals_in_the_path_are_not_what_is_made_of_small_letters() -> None:
    _check(
        "skills/PDF/SKILL.md",
        _config("skills/{name}/SKILL.md"),
        silent={"same": "name: PDF\n"},
        reported={
            "small": ("name: pdf\n", [f'2:7-2:10 "name" is "pdf", {MISMATCH} "PDF": {CORRECT}'])
        },
    )


def test_accents_are_compared_however_they_are_encoded() -> None:
    _check(
        "cafe\u0301.md",
        _config("{slug}.md"),
        silent={"composed": "slug: caf\u00e9\n", "title": "slug: Caf\u00e9!\n"},
        reported={
            "without": (
                "slug: cafe\n",
                [f'2:7-2:11 "slug" is "cafe", {MISMATCH} "caf\u00e9": {CORRECT}'],
            ),
        },
    )


def test_numbers_are_compared_as_numbers() -> None:
    _check(
        "EIPS/eip-0020.md",
        _config("EIPS/eip-{eip}.md"),
        silent={"number": "eip: 20\n", "text": "eip: '20'\n", "with zeros": "eip: '0020'\n"},
        reported={
            "other": ("eip: 21\n", [f'2:6-2:8 "eip" is 21, {MISMATCH} 0020: {CORRECT}']),
            "other text": ("eip: '2'\n", [f'2:6-2:9 "eip" is "2", {MISMATCH} 0020: {CORRECT}']),
            "fraction": ("eip: 20.5\n", [f'2:6-2:10 "eip" is 20.5, {MISMATCH} 0020: {CORRECT}']),
            "negative": ("eip: -20\n", [f'2:6-2:9 "eip" is -20, {MISMATCH} 0020: {CORRECT}']),
        },
    )
    zero = {"zero": "eip: 0\n"}
    _check("EIPS/eip-00.md", _config("EIPS/eip-{eip}.md"), silent=zero)


def test_fields_of_other_names() -> None:
    _check(
        "a/7.md",
        _config("{group}/{number}.md", fields={"number": "extra.id", "group": "authors.name"}),
        silent={
            "both": "authors: [{name: b}, {name: a}]\nextra: {id: 7}\n",
            "none": "number: 8\ngroup: b\nauthors: a\nextra: []\n",
        },
        reported={
            "number": (
                "extra:\n  id: 8\n",
                [f'3:7-3:8 "extra.id" is 8, {MISMATCH} 7: {CORRECT}'],
            ),
            "name": (
                "authors: [{name: b}]\n",
                [f'2:18-2:19 "authors.name" is "b", {MISMATCH} "a": {CORRECT}'],
            ),
        },
    )


def test_date_of_a_post() -> None:
    name = "publishedDateTime"
    _check(
        "_posts/2023-05-04-bridge-reopens.md",
        _config("{year}-{month}-{day}-{slug}.md"),
        silent={
            "that day": f"{name}: 2023-05-04T09:30:00Z\n",
            "without a time": f"{name}: 2023-05-04\n",
            "as written": f"{name}: 2023-05-04T23:30:00-05:00\n",
            "in UTC": f"{name}: 2023-05-03T23:30:00-05:00\n",
            "as Jekyll has it": f"{name}: 2023-05-04 23:30:00 -0500\n",
            "in UTC, as Jekyll has it": f"{name}: 2023-05-03 23:30:00 -0500\n",
            "not a date": f"{name}: soon\n",
            "not a real date": f"{name}: 2023-02-30\n",
            "day first": f"{name}: 04/05/2023\n",
            "no text": f"{name}: {{a: b}}\n",
            "a number": f"{name}: 2023\n",
            "another field": "date: 2023-05-05\n",
            "absent": "slug: bridge-reopens\n",
        },
        reported={
            "another day": (
                f"{name}: 2023-05-09T16:00:00Z\n",
                [f'2:20-2:40 "{name}" is "2023-05-09T16:00:00Z", {MISMATCH} 2023-05-04: {CORRECT}'],
            ),
            "month and day in another order": (
                f"{name}: 2023-04-05\n",
                [f'2:20-2:30 "{name}" is "2023-04-05", {MISMATCH} 2023-05-04: {CORRECT}'],
            ),
            "in words": (
                f"{name}: 5 May 2023 12:00 UTC\n",
                [f'2:20-2:40 "{name}" is "5 May 2023 12:00 UTC", {MISMATCH} 2023-05-04: {CORRECT}'],
            ),
            "both": (
                f"slug: bridge\n{name}: 2023-05-05\n",
                [
                    f'2:7-2:13 "slug" is "bridge", {MISMATCH} "bridge-reopens": {CORRECT}',
                    f'3:20-3:30 "{name}" is "2023-05-05", {MISMATCH} 2023-05-04: {CORRECT}',
                ],
            ),
        },
    )


@pytest.mark.parametrize(
    ("pattern", "path", "says"),
    [
        ("{year}/{month}/*", "2024/05/a.md", "2024-05"),
        ("{year}/*", "2024/a.md", "2024"),
        ("{month}/*", "6/a.md", "month 6"),
        ("{month}-{day}.md", "05-05.md", "month 05, day 05"),
        ("{day}-{month}-{year}.md", "05-05-2023.md", "2023-05-05"),
        ("{year}{month}{day}-*", "20230505-a.md", "2023-05-05"),
        ("{year}-{month}-{day}.md", "2023-5-5.md", "2023-5-5"),
        ("{year}-{month}-{day}.md", "2023-02-30.md", "2023-02-30"),
        ("{published}/*", "2023-05-05/a.md", '"2023-05-05"'),
    ],
)
def test_parts_of_a_date(pattern: str, path: str, says: str) -> None:
    message = f'2:7-2:17 "date" is "2023-05-04", {MISMATCH} {says}: {CORRECT}'
    fields = dict.fromkeys(("year", "month", "day", "published"), "date")
    config = _config(pattern, fields=fields)
    _check(path, config, reported={"day": ("date: 2023-05-04\n", [message])})


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{year}/{month}/*", "2023/5/a.md"),
        ("{year}/{month}/*", "2023/june/a.md"),
        ("{year}{month}{day}-*", "20230504-a.md"),
        ("{published}/*", "2023-05-04/a.md"),
        ("{published}/*", "2023-05-03/a.md"),
    ],
)
def test_parts_of_a_date_that_agree(pattern: str, path: str) -> None:
    fields = dict.fromkeys(("year", "month", "day", "published"), "date")
    config = _config(pattern, fields=fields)
    _check(path, config, silent={"night": "date: 2023-05-03T23:30:00-05:00\n"})


def test_accepted_forms() -> None:
    says = "but the path says 2023-05-04: correct one of them"
    check_rule(
        RULE,
        silent={"the same day": "date: 05/04/2023\n", "no date": "date: today\n"},
        reported={
            "another day": ("date: 04/05/2023\n", [f'2:7-2:17 "date" is "04/05/2023", {says}'])
        },
        path="2023-05-04-bridge.md",
        config={
            "rules": {
                RULE: {"patterns": ["{year}-{month}-{day}-*.md"]},
                "non-iso-date": {"accept": ["quarto"]},
            },
            "fields": {"publishedDateTime": "date"},
        },
    )


def test_a_year_may_be_a_field_of_its_own() -> None:
    _check(
        "2023/a.md",
        _config("{year}/*", fields={"year": "season"}),
        silent={"number": "season: 2023\n", "text": "season: '2023'\n", "words": "season: late\n"},
        reported={
            "other": ("season: 2024\n", [f'2:9-2:13 "season" is 2024, {MISMATCH} 2023: {CORRECT}'])
        },
    )


def test_first_pattern_that_matches_is_used() -> None:
    config = _config("/drafts/{title}.md", "{slug}.md")
    slug = [f'2:7-2:8 "slug" is "b", {MISMATCH} "a": {CORRECT}']
    _check("drafts/a.md", config, silent={"slug": "slug: b\ntitle: A\n"})
    _check("posts/a.md", config, reported={"slug": ("slug: b\ntitle: C\n", slug)})


def test_a_path_that_matches_no_pattern() -> None:
    text = "slug: b\n"
    _check("a.txt", _config("{slug}.md"), silent={"slug": text})
    message = '1:1-1:4 the path "a.txt" matches none of the configured patterns'
    config = _config("{slug}.md", **{"must-match": True})
    _check("a.txt", config, reported={"slug": (text, [message])})
    _check("b.md", config, silent={"slug": text})


def test_replaces_what_another_rule_and_the_schema_say_of_the_value() -> None:
    text = article("publishedDateTime: 2023-06-04T09:30:00Z\nslug: b_c\n")
    schema = {"properties": {"slug": {"pattern": "^[a-z-]+$"}}}
    path, config = "2023-05-04-b-c.md", _config("{year}-{month}-{day}-{slug}.md")
    assert [
        each.split(":")[2] for each in found(text, path=path, schema=schema, config=config)
    ] == [
        "40 path-mismatch /publishedDateTime",
        "10 path-mismatch /slug",
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        "{}.md",
        "{slug",
        "slug}",
        "a//b",
        "",
        "{a}{b}.md",
        "*{b}.md",
        "**",
        "a/**",
        "**/**/a",
        "a***",
    ],
)
def test_refuses_what_is_no_pattern(pattern: str) -> None:
    with pytest.raises(ConfigError):
        make_config(_config(pattern))


def test_says_what_a_pattern_should_be() -> None:
    with pytest.raises(ConfigError) as raised:
        make_config(_config("{slug}.md", "{a}{b}.md"))
    assert str(raised.value) == (
        "not a path pattern: write parts such as `{slug}`, with text between them, `*` for any "
        "text within a name, and `**` for folders at most once"
    )
