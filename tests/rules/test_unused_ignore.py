from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from articlelint import Severity, lint_text, make_config
from articlelint.schema.telling.glossary import GLOSSARY
from tests.support import article, check_rule, found

RULE = "unused-ignore"
IGNORE = "# articlelint: ignore"
ENTITY = "title: A &amp; B"


def _front_matter(comment: str) -> str:
    """A front matter without a fault; the comment begins in column 10."""
    return f"title: A {comment}\n"


def _reported(comments: Mapping[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Comments, each with the place and the message of its one diagnostic."""
    return {each: (_front_matter(each), [said]) for each, said in comments.items()}


def test_unused_comments() -> None:
    check_rule(
        RULE,
        silent={
            "no comment": "title: A\n",
            "of another tool": "title: A # otherlint: ignore[insecure-url]\n",
            "text of a value": f"title: 'A {IGNORE}[insecure-url]'\n",
            "used": f"{ENTITY} {IGNORE}[html-entity]\n",
            "used twice": f"{IGNORE}[html-entity]\n{ENTITY} {IGNORE}[html-entity]\n",
            "used in the file": f"{IGNORE}-file[html-entity]\n{ENTITY}\n",
            "used for one of several": f"topics: [A, B &amp; C] {IGNORE}[html-entity]\n",
            "used for a rule that gave way": (
                f"published: no {IGNORE}[published-flag, ambiguous-scalar]\n"
            ),
            "used for a repeated key": f"title: A\ntitle: B {IGNORE}[duplicate-key]\n",
            "spaces": f"{ENTITY} {IGNORE}[ html-entity , ]\n",
            "in the body": f"title: A\n---\n{IGNORE}[insecure-url]\n",
        },
        reported={
            **_reported(
                {
                    f"{IGNORE}[insecure-url]": (
                        '2:32-2:44 unused ignore: "insecure-url" is not reported here'
                    ),
                    f"# why {IGNORE}[ insecure-url ] because": (
                        '2:39-2:51 unused ignore: "insecure-url" is not reported here'
                    ),
                    f"{IGNORE}[schema]": '2:32-2:38 unused ignore: "schema" is not reported here',
                    f"{IGNORE}[schema/enum]": (
                        '2:32-2:43 unused ignore: "schema/enum" is not reported here'
                    ),
                    f"{IGNORE}-file[insecure-url]": (
                        '2:37-2:49 unused ignore: "insecure-url" is not reported in this file'
                    ),
                    f"{IGNORE}[byte-order-mark]": (
                        '2:32-2:47 "byte-order-mark" can be ignored only by '
                        '"ignore-file[byte-order-mark]"'
                    ),
                }
            ),
            "one of several": (
                f"{ENTITY} {IGNORE}[schema,  html-entity,insecure-url]\n",
                [
                    '2:40-2:46 unused ignore: "schema" is not reported here',
                    '2:61-2:73 unused ignore: "insecure-url" is not reported here',
                ],
            ),
            "in another place": (
                f"{ENTITY}\n{IGNORE}[html-entity]\nexcerpt: A\n",
                ['3:23-3:34 unused ignore: "html-entity" is not reported here'],
            ),
            "no key below": (
                f"{ENTITY}\n{IGNORE}[html-entity]\n",
                ['3:23-3:34 unused ignore: there is no key below this comment for "html-entity"'],
            ),
            "twice": (
                f"title: A {IGNORE}[insecure-url] {IGNORE}[insecure-url, insecure-url]\n",
                [
                    f'2:{column}-2:{column + 12} unused ignore: "insecure-url" is not reported here'
                    for column in (32, 68, 82)
                ],
            ),
        },
    )


def test_unknown_ids() -> None:
    check_rule(
        RULE,
        silent={},
        reported=_reported(
            {
                f"{IGNORE}[insecure-ulr]": (
                    '2:32-2:44 unknown rule "insecure-ulr": did you mean "insecure-url"?'
                ),
                f"{IGNORE}[Insecure-URL]": (
                    '2:32-2:44 unknown rule "Insecure-URL": did you mean "insecure-url"?'
                ),
                f"{IGNORE}-file[insecure_url]": (
                    '2:37-2:49 unknown rule "insecure_url": did you mean "insecure-url"?'
                ),
                f"{IGNORE}[schema/requird]": (
                    '2:32-2:46 unknown rule "schema/requird": did you mean "schema/required"?'
                ),
                f"{IGNORE}[enum]": '2:32-2:36 unknown rule "enum": did you mean "schema/enum"?',
                f"{IGNORE}[schemas]": ('2:32-2:39 unknown rule "schemas": did you mean "schema"?'),
                f"{IGNORE}[*]": '2:32-2:33 unknown rule "*"',
                f"{IGNORE}[all]": '2:32-2:35 unknown rule "all"',
                f"{IGNORE}[{'x' * 70}]": (f'2:32-2:102 unknown rule "{"x" * 59}…"'),
                f"{IGNORE}[insecure url]": (
                    '2:32-2:44 unknown rule "insecure url": did you mean "insecure-url"?'
                ),
            }
        ),
    )


FORMS = 'write "ignore[rule-id]"'


IGNORED = "ignore[insecure-url]"


def test_form() -> None:
    check_rule(
        RULE,
        silent={
            "brackets in a reason": f"{ENTITY} {IGNORE}[html-entity] as [printed\n",
            "no spaces": f"{ENTITY} #articlelint:ignore[html-entity]\n",
            "space before brackets": f"{ENTITY} {IGNORE} [html-entity]\n",
            "no colon": "title: A # articlelint ignore\n",
            "only spoken of": "title: A # see articlelint: ignore\n",
        },
        reported=_reported(
            {
                "# articlelint: disable": (
                    f'2:25-2:32 unknown directive "disable" after "articlelint:": {FORMS}'
                ),
                "# articlelint: disable[insecure-url] why": (
                    '2:25-2:50 unknown directive "disable[insecure-url] why" after "articlelint:": '
                    'write "ignore[insecure-url]"'
                ),
                "# articlelint: Ignore[insecure-url]": (
                    '2:25-2:45 unknown directive "Ignore[insecure-url]" after "articlelint:": '
                    'write "ignore[insecure-url]"'
                ),
                "# articlelint: ignore-line[insecure-url]": (
                    '2:25-2:50 unknown directive "ignore-line[insecure-url]" after "articlelint:": '
                    'write "ignore[insecure-url]"'
                ),
                "# articlelint:": f'2:10-2:24 missing directive after "articlelint:": {FORMS}',
                "# articlelint: ignore": (
                    '2:25-2:31 missing rule id in "ignore": write "ignore[rule-id]"'
                ),
                "# articlelint: ignore insecure-url": (
                    '2:25-2:44 missing brackets around the rule ids in "ignore insecure-url": '
                    'write "ignore[insecure-url]"'
                ),
                "# articlelint: ignore-file": (
                    '2:25-2:36 missing rule id in "ignore-file": write "ignore-file[rule-id]"'
                ),
                "# articlelint: ignore[]": (
                    '2:25-2:33 missing rule id in "ignore[]": write "ignore[rule-id]"'
                ),
                "# articlelint: ignore[ , ]": (
                    '2:25-2:36 missing rule id in "ignore[ , ]": write "ignore[rule-id]"'
                ),
                "# articlelint: ignore[": (
                    '2:25-2:32 missing rule id in "ignore[": write "ignore[rule-id]"'
                ),
                "# articlelint: ignore[insecure-url": (
                    '2:25-2:44 missing "]" after the rule ids in "ignore[insecure-url": '
                    'write "ignore[insecure-url]"'
                ),
            }
        ),
    )


HTTP = "webUrl: http://example.com/bridge"


def _no_effect(place: str, words: str, form: str) -> list[str]:
    return [f'{place} "{words}" has no effect: write "articlelint: {form}"']


def test_comments_in_the_way_of_other_tools() -> None:
    check_rule(
        RULE,
        silent={
            "of another tool, where nothing is reported": "title: A # noqa\n",
            "with an id of its own": "title: A # noqa: E501\n",
            "words that only begin like it": f"{HTTP} # noqable\n",
            "spoken of": f"{HTTP} # see noqa\n",
            "what articlelint does": f"{HTTP} # articlelint ignores this\n",
            "a plan": f"{HTTP} # checked by articlelint - for now\n",
            "in a text": "title: 'A # articlelint-disable insecure-url'\n",
            "where nothing can be ignored": "a: 1 # noqa\nx: b: c\n",
        },
        reported={
            "of another tool": (f"{HTTP} # noqa\n", _no_effect("2:37-2:41", "noqa", IGNORED)),
            "above": (f"# NOQA\n{HTTP}\n", _no_effect("2:3-2:7", "NOQA", IGNORED)),
            "with an id of ours": (
                "title: A # noqa: insecure-url\n",
                _no_effect("2:12-2:30", "noqa: insecure-url", IGNORED),
            ),
            "in one word": (
                f"{HTTP} # articlelint-disable\n",
                _no_effect("2:37-2:56", "articlelint-disable", IGNORED),
            ),
            "in one word, with ids": (
                "title: A # articlelint-disable-line insecure-url, html_entity: old\n",
                _no_effect(
                    "2:12-2:67",
                    "articlelint-disable-line insecure-url, html_entity: old",
                    "ignore[insecure-url, html-entity]",
                ),
            ),
            "a keyword of the schema": (
                "title: A # articlelint-ignore: enum\n",
                _no_effect("2:12-2:36", "articlelint-ignore: enum", "ignore[schema/enum]"),
            ),
            "for the file": (
                f"# articlelint-disable-file insecure-url\n{HTTP}\n",
                _no_effect(
                    "2:3-2:40",
                    "articlelint-disable-file insecure-url",
                    "ignore-file[insecure-url]",
                ),
            ),
            "for the file, without ids": (
                f"# articlelint-disable-file\n{HTTP}\n",
                _no_effect("2:3-2:27", "articlelint-disable-file", "ignore-file[rule-id]"),
            ),
            "in capitals": (
                f"{HTTP} # ArticleLint: ignore[insecure-url]\n",
                _no_effect("2:37-2:70", "ArticleLint: ignore[insecure-url]", IGNORED),
            ),
            "without a colon": (
                f"{HTTP} # articlelint ignore[insecure-url]\n",
                _no_effect("2:37-2:69", "articlelint ignore[insecure-url]", IGNORED),
            ),
            "a directive without ids, where something is reported": (
                f"{HTTP} {IGNORE}\n",
                [f'2:50-2:56 missing rule id in "ignore": write "{IGNORED}"'],
            ),
            "beside one that has an effect": (
                f"{HTTP} {IGNORE}[insecure-url] # noqa\n",
                [],
            ),
        },
    )


def test_only_the_first_few_are_told() -> None:
    texts = "".join(f"  - title: A &amp; b\n    webUrl: http://a.example/{n}\n" for n in range(9))
    found = lint_text(article(f"# noqa\nrelated:\n{texts}"), schema={})
    told = [each.message for each in found if each.rule == RULE]
    assert told == ['"noqa" has no effect: write "articlelint: ignore[html-entity, insecure-url]"']


def test_what_a_comment_cannot_ignore() -> None:
    check_rule(
        RULE,
        silent={
            "itself in the file": (
                f"title: A {IGNORE}[insecure-url, yaml-sintax]\n"
                "# articlelint: disable\n"
                f"{IGNORE}-file[unused-ignore]\n"
            ),
            "itself without need": f"title: A {IGNORE}-file[unused-ignore]\n",
        },
        reported={
            "itself in a line": (
                f"title: A {IGNORE}[insecure-url, unused-ignore]\n",
                [
                    '2:32-2:44 unused ignore: "insecure-url" is not reported here',
                    '2:46-2:59 "unused-ignore" can be ignored only by "ignore-file[unused-ignore]"',
                ],
            ),
            **_reported(
                {
                    f"{IGNORE}-file[{each}]": (
                        f'2:37-2:{37 + len(each)} "{each}" cannot be ignored by '
                        "a comment: turn it off in the configuration"
                    )
                    for each in (
                        *("yaml-syntax", "too-complex", "internal-error", "missing-front-matter"),
                        *("undecodable-file", "unreadable-file"),
                    )
                }
            ),
        },
    )


def _said(front_matter: str, schema: Any = None, **settings: Any) -> list[str]:
    config = make_config(settings.pop("config", {}), **settings)
    text = article(front_matter)
    return [each.rule for each in lint_text(text, schema=schema or {}, config=config)]


@pytest.mark.parametrize(
    "settings",
    [
        {"config": {"rules": {"insecure-url": "off"}}},
        {"ignore": ["insecure-url"]},
        {"select": ["html-entity", "unused-ignore"]},
    ],
)
@pytest.mark.parametrize("command", ["ignore", "ignore-file"])
def test_a_rule_that_is_off_may_need_its_comment(command: str, settings: Any) -> None:
    comment = f"title: A # articlelint: {command}"
    assert _said(f"{comment}[insecure-url]\n") == [RULE]
    assert _said(f"{comment}[insecure-url]\n", **settings) == []
    assert _said(f"{comment}[insecure-ulr]\n", **settings) == [RULE]


def test_a_rule_that_is_off_by_default() -> None:
    comment = f"topics: [A] {IGNORE}[unknown-topic]\n"
    assert _said(comment) == []
    assert _said(comment, config={"rules": {"unknown-topic": {"topics": ["A"]}}}) == [RULE]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, [RULE]),
        ({"select": ["schema", RULE]}, [RULE]),
        ({"select": ["schema/enum", RULE]}, []),
        ({"ignore": ["schema"]}, []),
        ({"ignore": ["schema/enum"]}, []),
        ({"config": {"rules": {"schema/enum": "off"}}}, []),
        ({"ignore": [f"schema/{each}" for each in GLOSSARY]}, []),
    ],
)
def test_schema_is_unused_only_if_all_of_it_is_on(settings: Any, said: list[str]) -> None:
    assert _said(f"title: A {IGNORE}[schema]\n", **settings) == said


@pytest.mark.parametrize("settings", [{"ignore": [RULE]}, {"config": {"rules": {RULE: "off"}}}])
def test_can_be_turned_off(settings: Any) -> None:
    assert _said(f"title: A {IGNORE}[insecure-url]\n", **settings) == []
    assert _said(f"{ENTITY} {IGNORE}[html-entity]\n", **settings) == []


def test_severity_is_that_of_the_settings() -> None:
    text = article(f"title: A {IGNORE}[insecure-url]\n")
    (warning,) = lint_text(text, schema={})
    (error,) = lint_text(text, schema={}, config={"rules": {RULE: "error"}})
    assert (warning.severity, error.severity) == (Severity.WARNING, Severity.ERROR)
    assert warning.path == ()


def test_a_value_that_was_not_read_may_need_its_comment() -> None:
    front_matter = f"title: {{{{ x }}}} {IGNORE}[html-entity"
    assert _said(front_matter + "]\n") == ["non-string-key"]
    assert _said(front_matter + ", yaml-syntax]\n") == ["non-string-key", RULE]
    assert _said(front_matter + "\n") == ["non-string-key", RULE]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_place_whatever_ends_the_lines(line_break: str, mark: str) -> None:
    text = mark + article(f"title: \U0001f309 {IGNORE}[insecure-url]\n").replace("\n", line_break)
    expected = '2:32-2:44 unused-ignore: unused ignore: "insecure-url" is not reported here'
    config = {"rules": {"byte-order-mark": "off"}}
    assert found(text, config=config) == found(text.encode(), config=config) == [expected]


@pytest.mark.parametrize(
    ("comment", "help_"),
    [
        (
            f"{IGNORE}[insecure-url]",
            (
                "remove the id, or the whole comment if it names no other",
                (
                    "a comment at the end of a line is for that line, "
                    "one on its own line for the key below it"
                ),
            ),
        ),
        (
            f"{IGNORE}-file[insecure-url]",
            ("remove the id, or the whole comment if it names no other",),
        ),
        (f"{IGNORE}[insecure]", ("`articlelint rules` lists the ids of all rules",)),
        (
            f"{IGNORE}[",
            ("write `# articlelint: ignore[insecure-url]`, with rule ids between the brackets",),
        ),
    ],
)
def test_help(comment: str, help_: tuple[str, ...]) -> None:
    (diagnostic,) = lint_text(article(_front_matter(comment)), schema={})
    assert diagnostic.help == help_


def test_only_so_many_ids_are_looked_up() -> None:
    wrong = ",".join(f"insecure-url{number}" for number in range(1000))
    messages = [
        each.message for each in lint_text(article(f"title: A {IGNORE}[{wrong}]\n"), schema={})
    ]
    assert len(messages) == 1000
    assert sum("did you mean" in each for each in messages) == 20


OWN = f"{IGNORE}[insecure-url]\n"
COMMENTS = "# b\n" * 150_000


@pytest.mark.parametrize(
    ("front_matter", "count"),
    [
        (OWN * 20_000 + "title: A\n", 20_000),
        (OWN * 20_000 + "".join(f"k{number}: a\n" for number in range(5_000)), 20_000),
        (f"title: A{f' {IGNORE}[insecure-url]' * 20_000}\n", 20_000),
        (f"title: A {IGNORE}[{'x' * 1_000_000}]\n", 1),
        (f"title: A {IGNORE}[{'x,' * 400_000}\n", 1),
        (f"title: A # articlelint:{' ' * 1_000_000}\n", 1),
        (f"title: A # articlelint: x\n#{'#' * 1_000_000}\n", 1),
        (f"title: A # articlelint: x\n{' #' * 500_000}\n", 1),
        (f"title: &a {COMMENTS}  A # articlelint: x\n", 1),
        (f"title:\n-\n{COMMENTS}  A # articlelint: x\n", 1),
    ],
    ids=[
        *("above one key", "above many keys", "on one line", "long id", "never closed"),
        *("spaces", "hashes", "spaces and hashes", "below an anchor", "below a dash"),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r"], ids=["LF", "CR"])
def test_hostile_comments(front_matter: str, count: int, line_break: str) -> None:
    text = article(front_matter).replace("\n", line_break)
    diagnostics = lint_text(text, schema={})
    assert [each.rule for each in diagnostics] == [RULE] * count
    assert max(len(each.message) for each in diagnostics) < 200
