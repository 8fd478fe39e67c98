from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article, check_rule

RULE = "placeholder-text"


def _titles(*titles: str) -> dict[str, str]:
    return {title: f"title: '{title}'\n" for title in titles}


def _reported(kind: str, *titles: str) -> dict[str, tuple[str, list[str]]]:
    return {
        title: (
            f"title: '{title}'\n",
            [f'2:8-2:{10 + len(title)} "title" is only {kind} ("{title}"): write the real title'],
        )
        for title in titles
    }


def test_words() -> None:
    check_rule(
        RULE,
        silent=_titles(
            "A bridge reopens",
            "Todo apps compared",
            "Untitled Goose Game",
            "NA meeting report",
            "N/A is no answer",
            "Test drive on the new bridge",
            "The title fight",
            "No title for the home team",
            "Excerpts from the diary",
            "None of the above",
            "Nana",
            "Null Island",
            "Testing",
            "Hello, world!",
            "Coming soon",
            "Summary",
            "404",
            "Ω",
        ),
        reported=_reported(
            "a placeholder",
            *("na", "NA", "n/a", "N/A", "n.a.", "[n/a]", "TBD", "t.b.d.", "(tbd)", "TBC", "tba"),
            *("todo", "TODO", "TO DO", "to-do", "ToDo:", "FIXME!", "To be determined"),
            *("null", "None", "undefined", "NaN", "[object Object]", "Not available"),
            *("Untitled", "<untitled>", "Untitled document", "untitled_post", "Placeholder"),
            *("test", "Test.", "TEST", "Test article", "test test", "This is a test!", "asdf"),
            *("title", "Title", "Title here", "[title goes here]", "Your title", "No title"),
            *("Add title", "Enter title here", "Insert your headline here", "Your excerpt here"),
            *("excerpt", "Excerpt here", "No description available", "Summary goes here"),
            *(" tbd ", "**TBD**", "Lorem ipsum", "Lorem Ipsum..."),
        ),
    )


def test_signs() -> None:
    check_rule(
        RULE,
        silent=_titles("!!!", "€", "🎉", "&", "+", "$ $", "A.", "? - 1"),
        reported=_reported(
            "a placeholder", "-", "--", "–", "—", "...", "…", "???", "?", "___", "***", " - ", "~"
        ),
    )


def test_filler_text() -> None:
    check_rule(
        RULE,
        silent=_titles(
            "Lorem ipsum: where the filler text comes from",
            "Who wrote “Lorem ipsum dolor sit amet”?",
            "Dolor sit amet",
        ),
        reported={
            **_reported(
                "filler text",
                "Lorem ipsum dolor",
                "lorem ipsum dolor sit amet.",
                "“Lorem ipsum, dolor sit amet",
                "LOREM  IPSUM DOLOR",
            ),
            "long": (
                f"excerpt: Lorem ipsum dolor sit amet{', consectetur' * 9}\n",
                [
                    (
                        '2:10-2:153 "excerpt" is only filler text '
                        '("Lorem ipsum dolor sit amet, consectetur, consectetur, conse…"): '
                        "write the real excerpt"
                    )
                ],
            ),
        },
    )


def test_bare_urls() -> None:
    check_rule(
        RULE,
        silent=_titles(
            "What is https://example.com?",
            "https://example.com opens again",
            "https://example.com https://example.org",
            "www.example.com is for sale",
            "example.com",
            "https://",
            "www.",
            "http is not enough",
            "httpd",
            "ftp://example.com",
        ),
        reported=_reported(
            "a bare URL",
            "https://example.com",
            "http://example.com/2023/05/a-bridge?a=b#c",
            "HTTPS://EXAMPLE.COM/A",
            "www.example.com",
            "www.example.com/a",
            " https://example.com/a ",
        ),
    )


def test_templates() -> None:
    check_rule(
        RULE,
        silent=_titles(
            "How {{ mustache }} works",
            "{{ mustache }} explained",
            "{{",
            "{{ }",
            "{% raw",
            "{ page.title }",
            "{{{ page }",
            "<%= headline",
            "<b>Night trains</b>",
        )
        | {
            "another field": 'permalink: "{{ page.title }}"\n',
            "dates, of which another rule says more": 'publishedDateTime: "{{ date }}"\n',
        },
        reported={
            **_reported(
                "a template",
                *("{{ page.title }}", "{{title}}", " {{ a }} {{ b }}", "{% title %}"),
                *("{%- title -%}", "<%= title %>", "<% title %>", "{{ a }}{% b %}"),
            ),
            "names, topics, URLs and related items": (
                (
                    'provider:\n  name: "{{ site.name }}"\ntopics: [a, "{{ topic }}"]\n'
                    'webUrl: "{{ page.url }}"\nimages: [{title: "{{ title }}"}]\n'
                    'related:\n  - excerpt: "{{ text }}"\n'
                ),
                [
                    '3:9-3:26 "name" is only a template ("{{ site.name }}"): write the real text',
                    (
                        '4:13-4:26 an item of "topics" is only a template ("{{ topic }}"): '
                        "write the real text"
                    ),
                    '5:9-5:25 "webUrl" is only a template ("{{ page.url }}"): write the real text',
                    '6:18-6:31 "title" is only a template ("{{ title }}"): write the real text',
                    '8:14-8:26 "excerpt" is only a template ("{{ text }}"): write the real excerpt',
                ],
            ),
        },
    )


def test_hostile_templates() -> None:
    for text in ("{{" * 200_000, "{{a}}" * 100_000 + "a", "{%" * 200_000):
        assert lint_text(article(f"title: '{text}'\n"), schema={}) == []


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "other fields": (
                "category: test\nprovider: {name: N/A}\ntopics: [test, tbd]\n"
                "images:\n  - title: untitled\n"
            ),
            "no text": "title: [tbd]\nexcerpt: null\n",
            "empty": 'title: ""\nexcerpt: "  "\n',
            "absent": "type: article\n",
        },
        reported={
            "article and related items": (
                (
                    "title: tbd\nexcerpt: n/a\n"
                    "related:\n  - title: Untitled\n    excerpt: https://example.com/a\n"
                ),
                [
                    '2:8-2:11 "title" is only a placeholder ("tbd"): write the real title',
                    '3:10-3:13 "excerpt" is only a placeholder ("n/a"): write the real excerpt',
                    '5:12-5:20 "title" is only a placeholder ("Untitled"): write the real title',
                    (
                        '6:14-6:35 "excerpt" is only a bare URL ("https://example.com/a"): '
                        "write the real excerpt"
                    ),
                ],
            ),
            "block scalar": (
                "excerpt: >\n  To be\n  confirmed\n",
                [
                    (
                        '2:10-4:12 "excerpt" is only a placeholder ("To be confirmed\\n"): '
                        "write the real excerpt"
                    )
                ],
            ),
        },
    )


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("nan.md", "NaN"),
        ("reference/nan/index.md", "NaN"),
        ("_glossary/NULL.markdown", "Null"),
        ("undefined.en.md", "`undefined`"),
        ("html/title/README.md", "<title>"),
        ("./todo.md", "To do"),
        ("attributes/Place-holder.md", "placeholder"),
    ],
)
def test_a_title_that_the_file_or_folder_is_called(path: str, title: str) -> None:
    check_rule(RULE, silent=_titles(title), reported={}, path=path)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("article.md", "NaN"),
        ("<stdin>", "NaN"),
        ("nan/reference/index.md", "NaN"),
        ("nan-values.md", "NaN"),
        ("2023-05-04-undefined.md", "undefined"),
        ("null.md", "undefined"),
        ("untitled.md", "Untitled"),
        ("tobeconfirmed/index.md", "To be confirmed"),
        ("asdf.md", "asdf"),
        ("-.md", "-"),
    ],
)
def test_a_title_that_the_file_is_not_called_or_that_is_no_subject(path: str, title: str) -> None:
    check_rule(RULE, silent={}, reported=_reported("a placeholder", title), path=path)


def test_only_the_title_of_the_article_is_its_subject() -> None:
    check_rule(
        RULE,
        silent={},
        reported={
            "excerpt and related item": (
                "title: NaN\nexcerpt: NaN\nrelated:\n  - title: NaN\n",
                [
                    '3:10-3:13 "excerpt" is only a placeholder ("NaN"): write the real excerpt',
                    '5:12-5:15 "title" is only a placeholder ("NaN"): write the real title',
                ],
            )
        },
        path="nan.md",
    )


def test_configured_fields() -> None:
    check_rule(
        RULE,
        silent={"title, which is another field here": "title: tbd\n"},
        reported={
            "name of the field": (
                "Kopf-Zeile: kopfzeile\n",
                [
                    (
                        '2:13-2:22 "Kopf-Zeile" is only a placeholder ("kopfzeile"): '
                        "write the real Kopf-Zeile"
                    )
                ],
            )
        },
        config={"fields": {"title": "Kopf-Zeile"}},
    )


def test_replaces_the_diagnostic_of_the_schema() -> None:
    schema = {"properties": {"title": {"minLength": 10}}}
    (diagnostic,) = lint_text(article("title: tbd\n"), schema=schema)
    assert diagnostic.rule == RULE


@pytest.mark.parametrize(
    ("front_matter", "help_"),
    [
        ("title: tbd\n", "write the title that readers should see"),
        (
            "excerpt: tbd\n",
            "say in a sentence or two what the article says, or leave out the excerpt",
        ),
    ],
)
def test_help(front_matter: str, help_: str) -> None:
    (diagnostic,) = lint_text(article(front_matter), schema={})
    assert diagnostic.help == (help_,)
