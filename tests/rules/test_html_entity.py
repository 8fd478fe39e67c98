from __future__ import annotations

import pytest

from articlelint import lint_text
from tests.support import article, check_rule, reported_titles

RULE = "html-entity"


def _titles(*titles: str) -> dict[str, str]:
    return {title: f"title: '{title}'\n" for title in titles}


def test_entities() -> None:
    check_rule(
        RULE,
        silent=_titles(
            "AT&T",
            "AT&T; more",
            "R&D; more",
            "Q&A",
            "Salt & tar; rope",
            "&foo;",
            "&copyfoo;",
            "&amp",
            "&#8217",
            "&#; &#x; &#xyz; &;",
            "& amp;",
            "Salt &\u00a0amp;",
            "&#12345678;",
            "a.html?a=1&copy=2;",
        ),
        reported=reported_titles(
            {
                "Salt &amp; tar": '"&amp;" is an HTML entity: write "&"',
                "AT&amp;T": '"&amp;" is an HTML entity: write "&"',
                "AT&AMP;T": '"&AMP;" is an HTML entity: write "&"',
                "R&amp;D; more": '"&amp;" is an HTML entity: write "&"',
                "The ferry&#8217;s trip": '"&#8217;" is an HTML entity: write "’"',
                "The ferry&#x2019;s trip": '"&#x2019;" is an HTML entity: write "’"',
                "The ferry&#X2019;s trip": '"&#X2019;" is an HTML entity: write "’"',
                "The ferry&rsquo;s trip": '"&rsquo;" is an HTML entity: write "’"',
                "Caf&eacute;": '"&eacute;" is an HTML entity: write "é"',
                "a &lt; b": '"&lt;" is an HTML entity: write "<"',
                "&semi;": '"&semi;" is an HTML entity: write ";"',
                "&#128; 5": '"&#128;" is an HTML entity: write "€"',
                "&#x1F600;": '"&#x1F600;" is an HTML entity: write "😀"',
                "& &foo; &amp;": '"&amp;" is an HTML entity: write "&"',
            }
        ),
        changes={
            "Salt &amp; tar": "Salt & tar",
            "AT&amp;T": "AT&T",
            "AT&AMP;T": "AT&T",
            "R&amp;D; more": "R&D; more",
            "The ferry&#8217;s trip": "The ferry’s trip",
            "The ferry&#x2019;s trip": "The ferry’s trip",
            "The ferry&#X2019;s trip": "The ferry’s trip",
            "The ferry&rsquo;s trip": "The ferry’s trip",
            "Caf&eacute;": "Café",
            "a &lt; b": "a < b",
            "&semi;": ";",
            "&#128; 5": "€ 5",
            "&#x1F600;": "😀",
            "& &foo; &amp;": "& &foo; &",
        },
    )


def test_escaped_twice() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "Salt &amp;amp; tar": '"&amp;amp;" is an HTML entity: write "&"',
                "ferry&amp;#8217;s": '"&amp;#8217;" is an HTML entity: write "’"',
                "ferry&amp;amp;rsquo;s": '"&amp;amp;rsquo;" is an HTML entity: write "’"',
                "&AMP;lt; and": '"&AMP;" is an HTML entity: write "&"',
            }
        ),
        changes={},  # it may be meant as an entity
    )


def test_invisible_characters() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "A&nbsp;bridge": '"&nbsp;" is an HTML entity: write an ordinary space',
                "A&#10;bridge": '"&#10;" is an HTML entity: write an ordinary space',
                "A&shy;bridge": '"&shy;" is an HTML entity: remove it',
                "A&#8203;bridge": '"&#8203;" is an HTML entity: remove it',
                "A&#1;bridge": '"&#1;" is an HTML entity: remove it',
                "A &quot;bridge&quot;": [
                    '"&quot;" is an HTML entity: write a double quotation mark',
                    '"&quot;" is an HTML entity: write a double quotation mark',
                ],
                "A &nbsp;&#8203; bridge&nbsp;": [
                    '"&nbsp;" is an HTML entity: write an ordinary space',
                    '"&#8203;" is an HTML entity: remove it',
                    '"&nbsp;" is an HTML entity: write an ordinary space',
                ],
            }
        ),
        changes={
            "A&nbsp;bridge": "A bridge",
            "A&#10;bridge": "A bridge",
            "A&shy;bridge": "Abridge",
            "A&#8203;bridge": "Abridge",
            "A &quot;bridge&quot;": 'A "bridge"',
            "A &nbsp;&#8203; bridge&nbsp;": "A bridge",
        },
    )


def test_ambiguous_text() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "&nbsp;": '"&nbsp;" is an HTML entity: write an ordinary space',
                "می&zwnj;خواهم": '"&zwnj;" is an HTML entity: remove it',
                "A&#65533;B": '"&#65533;" is an HTML entity: write "\ufffd"',
                "A&#xFE0F;": '"&#xFE0F;" is an HTML entity: write "\ufe0f"',
                "Caf&Atilde;&copy;": [
                    '"&Atilde;" is an HTML entity: write "Ã"',
                    '"&copy;" is an HTML entity: write "©"',
                ],
                "voil&Atilde;&nbsp;la mer": [
                    '"&Atilde;" is an HTML entity: write "Ã"',
                    '"&nbsp;" is an HTML entity: write an ordinary space',
                ],
                "The &lt;b&gt; tag": [
                    '"&lt;" is an HTML entity: write "<"',
                    '"&gt;" is an HTML entity: write ">"',
                ],
                "&#38;lt; b": '"&#38;" is an HTML entity: write "&"',
                "«&Eacute;t&eacute;&raquo;": [
                    '"&Eacute;" is an HTML entity: write "É"',
                    '"&eacute;" is an HTML entity: write "é"',
                    '"&raquo;" is an HTML entity: write "»"',
                ],
                "MENÜ“ &amp; more": '"&amp;" is an HTML entity: write "&"',
                "a &lt; b &gt; c": [
                    '"&lt;" is an HTML entity: write "<"',
                    '"&gt;" is an HTML entity: write ">"',
                ],
            }
        ),
        changes={
            "«&Eacute;t&eacute;&raquo;": "«Été»",
            "MENÜ“ &amp; more": "MENÜ“ & more",
            "a &lt; b &gt; c": "a < b > c",
        },
    )


def test_several() -> None:
    check_rule(
        RULE,
        silent={},
        reported=reported_titles(
            {
                "&#8220;Salt &amp; tar&#8221;": [
                    '"&#8220;" is an HTML entity: write "“"',
                    '"&amp;" is an HTML entity: write "&"',
                    '"&#8221;" is an HTML entity: write "”"',
                ],
            }
        ),
        changes={"&#8220;Salt &amp; tar&#8221;": "“Salt & tar”"},
    )


def test_fields() -> None:
    check_rule(
        RULE,
        silent={
            "HTML": "featuredContent: <p>Salt &amp; tar</p>\n",
            "URL": "webUrl: https://example.com/?a=1&amp;b=2\n",
            "no text": "title: [a &amp; b]\ntopics: a &amp; b\n",
        },
        reported={
            "names, topics, images and related items": (
                (
                    "provider:\n  name: Salt &amp; Tar\n"
                    "topics: [a, b &amp; c]\n"
                    "images:\n  - title: b &amp; c\n"
                    "related:\n  - title: b &amp; c\n    excerpt: b &amp; c\n"
                ),
                [
                    f'{place} "&amp;" is an HTML entity: write "&"'
                    for place in ("3:14-3:19", "4:15-4:20", "6:14-6:19", "8:14-8:19", "9:16-9:21")
                ],
            ),
        },
        changes={"names, topics, images and related items": ["Salt & Tar", *["b & c"] * 4]},
    )


def test_html() -> None:
    said = '"&amp;" is an HTML entity: write "&"'
    check_rule(
        RULE,
        silent=_titles(
            "Salt &amp; <em>tar</em>",
            "Salt &amp; tar<br/>and rope",
            "<a href=/tar>Salt &amp; tar",
            "Salt &amp; tar</p>",
            "Salt &amp; <STRONG>tar</STRONG>",
            'Salt &amp; <h2 class="rope">tar',
            "Salt &amp; tar</section>",
        ),
        reported=reported_titles(
            {
                "Salt <3 &amp; tar": said,
                "1 < 2 &amp; 3 > 2": said,
                "<- Salt &amp; tar ->": said,
                "List<String> &amp; Map": said,
                "Map<K, V> &amp; vector<int>": said,
                "<bold> &amp; tar": said,
            }
        ),
    )


def test_fields_that_a_site_prints_as_they_are() -> None:
    config = {"rules": {RULE: {"html-fields": ["title", "provider.name"]}}}
    said = '"&amp;" is an HTML entity: write "&"'
    check_rule(
        RULE,
        silent={
            "a field": "title: Salt &amp; tar\n",
            "a field of that name in a list": "related:\n  - title: Salt &amp; tar\n",
            "a path": "provider:\n  name: Salt &amp; tar\n",
        },
        reported={
            "another field": ("excerpt: Salt &amp; tar\n", [f"2:15-2:20 {said}"]),
            "another path": (
                "provider:\n  authors:\n    - name: Salt &amp; tar\n",
                [f"4:18-4:23 {said}"],
            ),
        },
        config=config,
    )


def test_help_is_about_each_entity() -> None:
    text = article("title: '&#8220;b&nbsp;c&#8221;&shy;'\n")
    assert [each.help for each in lint_text(text, schema={})] == [
        ("write `“` instead of `&#8220;`",),
        ("write an ordinary space instead of `&nbsp;`",),
        ("write `”` instead of `&#8221;`",),
        ("remove `&shy;`",),
    ]


def test_gives_way_to_the_schema() -> None:
    schema = {"properties": {"title": {"maxLength": 5}}}
    (diagnostic,) = lint_text(article("title: Salt &amp; tar\n"), schema=schema)
    assert diagnostic.rule == "schema/maxLength"


@pytest.mark.parametrize(
    "title",
    ["&" + "amp;" * 250_000, "&amp" * 250_000 + ";", f"&#{'1' * 500_000};&lt;"],
    ids=["nested", "unclosed", "number"],
)
def test_hostile_text_is_reported_like_any_other(title: str) -> None:
    diagnostics = lint_text(article(f"title: '{title}'\n"), schema={})
    assert [each.rule for each in diagnostics] == [RULE]
