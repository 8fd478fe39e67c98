from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from articlelint import Severity, lint_text, make_config
from articlelint.schema.telling.sentences import KEYWORDS
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


def test_nothing_to_silence() -> None:
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
            "blanks": f"{ENTITY} {IGNORE}[ html-entity , ]\n",
            "in the body": f"title: A\n---\n{IGNORE}[insecure-url]\n",
        },
        reported={
            **_reported(
                {
                    f"{IGNORE}[insecure-url]": (
                        '2:32-2:44 "insecure-url" silences nothing here: remove it'
                    ),
                    f"# why {IGNORE}[ insecure-url ] because": (
                        '2:39-2:51 "insecure-url" silences nothing here: remove it'
                    ),
                    f"{IGNORE}[schema]": '2:32-2:38 "schema" silences nothing here: remove it',
                    f"{IGNORE}[schema/enum]": (
                        '2:32-2:43 "schema/enum" silences nothing here: remove it'
                    ),
                    f"{IGNORE}-file[insecure-url]": (
                        '2:37-2:49 "insecure-url" silences nothing in this file: remove it'
                    ),
                    f"{IGNORE}[byte-order-mark]": (
                        '2:32-2:47 "byte-order-mark" silences nothing here: remove it'
                    ),
                }
            ),
            "one of several": (
                f"{ENTITY} {IGNORE}[schema,  html-entity,insecure-url]\n",
                [
                    '2:40-2:46 "schema" silences nothing here: remove it',
                    '2:61-2:73 "insecure-url" silences nothing here: remove it',
                ],
            ),
            "in another place": (
                f"{ENTITY}\n{IGNORE}[html-entity]\nexcerpt: A\n",
                ['3:23-3:34 "html-entity" silences nothing here: remove it'],
            ),
            "nothing below": (
                f"{ENTITY}\n{IGNORE}[html-entity]\n",
                ['3:23-3:34 "html-entity" silences nothing: no key stands below this comment'],
            ),
            "twice": (
                f"title: A {IGNORE}[insecure-url] {IGNORE}[insecure-url, insecure-url]\n",
                [
                    f'2:{column}-2:{column + 12} "insecure-url" silences nothing here: remove it'
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
                    '2:32-2:44 there is no rule "insecure-ulr": did you mean "insecure-url"?'
                ),
                f"{IGNORE}[Insecure-URL]": (
                    '2:32-2:44 there is no rule "Insecure-URL": did you mean "insecure-url"?'
                ),
                f"{IGNORE}-file[insecure_url]": (
                    '2:37-2:49 there is no rule "insecure_url": did you mean "insecure-url"?'
                ),
                f"{IGNORE}[schema/requird]": (
                    '2:32-2:46 there is no rule "schema/requird": did you mean "schema/required"?'
                ),
                f"{IGNORE}[enum]": '2:32-2:36 there is no rule "enum": did you mean "schema/enum"?',
                f"{IGNORE}[schemas]": (
                    '2:32-2:39 there is no rule "schemas": did you mean "schema"?'
                ),
                f"{IGNORE}[*]": '2:32-2:33 there is no rule "*", so this silences nothing',
                f"{IGNORE}[all]": '2:32-2:35 there is no rule "all", so this silences nothing',
                f"{IGNORE}[{'x' * 70}]": (
                    f'2:32-2:102 there is no rule "{"x" * 59}…", so this silences nothing'
                ),
                f"{IGNORE}[insecure url]": (
                    '2:32-2:44 there is no rule "insecure url": did you mean "insecure-url"?'
                ),
            }
        ),
    )


FORMS = 'write "ignore[rule-id]" or "ignore-file[rule-id]"'


def test_form() -> None:
    check_rule(
        RULE,
        silent={
            "brackets in a reason": f"{ENTITY} {IGNORE}[html-entity] as [printed\n",
            "no blanks": f"{ENTITY} #articlelint:ignore[html-entity]\n",
            "blank before brackets": f"{ENTITY} {IGNORE} [html-entity]\n",
            "no colon": "title: A # articlelint ignore\n",
            "only spoken of": "title: A # see articlelint: ignore\n",
        },
        reported=_reported(
            {
                "# articlelint: disable": (
                    f'2:25-2:32 "disable" means nothing behind "articlelint:", {FORMS}'
                ),
                "# articlelint: disable[insecure-url] why": (
                    '2:25-2:50 "disable[insecure-url] why" means nothing behind "articlelint:", '
                    + FORMS
                ),
                "# articlelint: Ignore[insecure-url]": (
                    '2:25-2:45 "Ignore[insecure-url]" means nothing behind "articlelint:", ' + FORMS
                ),
                "# articlelint: ignore-line[insecure-url]": (
                    '2:25-2:50 "ignore-line[insecure-url]" means nothing behind "articlelint:", '
                    + FORMS
                ),
                "# articlelint:": f'2:10-2:24 nothing stands behind "articlelint:", {FORMS}',
                "# articlelint: ignore": (
                    '2:25-2:31 "ignore" names no rule in brackets: write "ignore[rule-id]"'
                ),
                "# articlelint: ignore insecure-url": (
                    '2:25-2:44 "ignore insecure-url" names no rule in brackets: '
                    'write "ignore[rule-id]"'
                ),
                "# articlelint: ignore-file": (
                    '2:25-2:36 "ignore-file" names no rule in brackets: '
                    'write "ignore-file[rule-id]"'
                ),
                "# articlelint: ignore[]": (
                    '2:25-2:33 "ignore[]" names no rule in brackets: write "ignore[rule-id]"'
                ),
                "# articlelint: ignore[ , ]": (
                    '2:25-2:36 "ignore[ , ]" names no rule in brackets: write "ignore[rule-id]"'
                ),
                "# articlelint: ignore[": (
                    '2:25-2:32 "ignore[" names no rule in brackets: write "ignore[rule-id]"'
                ),
                "# articlelint: ignore[insecure-url": (
                    '2:25-2:44 "ignore[insecure-url" lacks the closing "]" behind the ids of rules'
                ),
            }
        ),
    )


def test_what_no_comment_silences() -> None:
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
                    '2:32-2:44 "insecure-url" silences nothing here: remove it',
                    '2:46-2:59 only "ignore-file[unused-ignore]" silences "unused-ignore"',
                ],
            ),
            **_reported(
                {
                    f"{IGNORE}-file[{each}]": (
                        f'2:37-2:{37 + len(each)} no comment silences "{each}": '
                        "turn it off in the configuration"
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
def test_of_a_rule_that_does_not_report_nothing_is_known(command: str, settings: Any) -> None:
    comment = f"title: A # articlelint: {command}"
    assert _said(f"{comment}[insecure-url]\n") == [RULE]
    assert _said(f"{comment}[insecure-url]\n", **settings) == []
    assert _said(f"{comment}[insecure-ulr]\n", **settings) == [RULE]


def test_of_a_rule_that_must_be_turned_on() -> None:
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
        ({"ignore": [f"schema/{each}" for each in KEYWORDS]}, []),
    ],
)
def test_of_the_schema_nothing_is_known_unless_all_of_it_reports(
    settings: Any, said: list[str]
) -> None:
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


def test_where_a_value_could_not_be_read_nothing_is_known() -> None:
    front_matter = f"title: {{{{ x }}}} {IGNORE}[html-entity"
    assert _said(front_matter + "]\n") == ["non-string-key"]
    assert _said(front_matter + ", yaml-syntax]\n") == ["non-string-key", RULE]
    assert _said(front_matter + "\n") == ["non-string-key", RULE]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_place_whatever_ends_the_lines(line_break: str, mark: str) -> None:
    text = mark + article(f"title: \U0001f309 {IGNORE}[insecure-url]\n").replace("\n", line_break)
    expected = '2:32-2:44 unused-ignore: "insecure-url" silences nothing here: remove it'
    config = {"rules": {"byte-order-mark": "off"}}
    assert found(text, config=config) == found(text.encode(), config=config) == [expected]


@pytest.mark.parametrize(
    ("comment", "help_"),
    [
        (
            f"{IGNORE}[insecure-url]",
            (
                "at the end of a line a comment is for that line, "
                "on a line of its own for the key below"
            ),
        ),
        (f"{IGNORE}-file[insecure-url]", None),
        (f"{IGNORE}[insecure]", "`articlelint rules` lists the ids of all rules"),
        (
            f"{IGNORE}[",
            (
                "write `# articlelint: ignore[insecure-url]`, "
                "with the ids of rules between the brackets"
            ),
        ),
    ],
)
def test_help(comment: str, help_: str | None) -> None:
    (diagnostic,) = lint_text(article(_front_matter(comment)), schema={})
    assert diagnostic.help == ((help_,) if help_ else ())


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
        *("blanks", "hashes", "blanks and hashes", "below an anchor", "below a dash"),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r"], ids=["LF", "CR"])
def test_hostile_comments_are_judged_like_any_other(
    front_matter: str, count: int, line_break: str
) -> None:
    text = article(front_matter).replace("\n", line_break)
    diagnostics = lint_text(text, schema={})
    assert [each.rule for each in diagnostics] == [RULE] * count
    assert max(len(each.message) for each in diagnostics) < 200
