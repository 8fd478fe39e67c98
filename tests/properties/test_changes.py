"""The changes of rules fix what they should, whatever the values."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from articlelint import make_config, rules
from tests.changes import assert_sound, document_of, objections
from tests.support import article

CONFIG = make_config({})

#: Pieces of ordinary text, and what goes wrong in it: spaces, unseen characters, entities; and
#: garbled ones, which ftfy may not know for such beside the others.
_PLAIN = [
    *("a", "B", "é", "5", "橋", "ש", "م", "क", "👩", "🚒", "❤", "J.", "!", "<", "«", "&", ";", " "),
]
_ODD = [
    *("  ", "\n", "\t", "\u3000", "\u00a0", "\u202f", "\u2028", "\u000b", "\u0007", "\u00ad"),
    *("\u200b", "\u200c", "\u200d", "\ufe0f", "\u200f", "\u2067", "\u2069", "\u202e"),
    *("&amp;", "&nbsp;", "&#8217;", "&shy;", "&lt;", "&zwj;", "&#xFE0F;", "&Atilde;", "&copy;"),
]
_GARBLED = ["â€™", "Ã©", "Â ", "â€", "ðŸ˜€", "\ufffd", "\x92", "Ã ", "ï»¿", "â€\x8d", "Â\u00ad"]


def _text_of(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=8).map("".join)


_URLS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["http://", "https://", "HTTP:", "//", "/", " http://", "http:\\\\"]),
        st.sampled_from(
            ["example.com", "www.example.com", "a.example:80", "8.8.8.8", "b:80@c.example"]
        ),
        st.sampled_from(["", "/", "/a", "?", "#", "/a b", "\\a"]),
        st.lists(
            st.sampled_from(["?", "&", "#", "utm_a=1", "id=7", "amp;", "fbclid", "=", "gclid="]),
            max_size=6,
        ).map("".join),
    ),
)
_DOMAINS = st.lists(
    st.sampled_from(
        ["www.", "example", "Com", ".", "com", "https://", "/", ":80", "@", " ", "ü", "xn--", "9"]
    ),
    min_size=1,
    max_size=6,
).map("".join)
_DATES = st.from_regex(
    r"((Thu|Fri),? )?([0-3]?[0-9] May|May [0-3]?[0-9],|2023-0[0-9]-[0-3][0-9]|202302[0-3][0-9])"
    r"( 2023)?[T ]([012][0-9]:?[0-6][0-9](:?[0-6][0-9](\.[0-9])?)?)? ?(Z|UTC|EST|[-+]0[0-9]:?00)?",
    fullmatch=True,
)


def _sound(front_matter: Any) -> None:
    document = document_of(article(json.dumps(front_matter) + "\n"))
    for rule_id in rules.checking():
        for objection in objections(rule_id, document, "article.md", CONFIG):
            if objection.change:
                assert_sound(rule_id, document, objection.change, "article.md", CONFIG)


@given(_text_of(_PLAIN + _ODD))
def test_of_text(text: str) -> None:
    # Some may be beside `&` or `;`, but not beside the character that an entity is.
    assume(not re.search("\\s&|;[^ -~]", text))
    _sound({"title": text, "featuredContent": text})


@given(_text_of(_PLAIN + _GARBLED))
@example("«Â\u00adï»¿")
def test_of_garbled_text(text: str) -> None:
    assume("  " not in text and text.strip() == text)  # otherwise trimming it comes first
    _sound({"title": text})


@given(_URLS)
def test_of_urls(url: str) -> None:
    _sound({"webUrl": url, "images": [{"url": url}]})


@given(_DOMAINS)
def test_of_domains(domain: str) -> None:
    _sound({"provider": {"domain": domain}})


@given(_DATES)
def test_of_dates(date: str) -> None:
    _sound({"publishedDateTime": date})


@given(st.lists(st.sampled_from(["a", "A", " a", "B", "é", "É"])), st.data())
def test_of_lists(topics: list[str], data: st.DataObject) -> None:
    images = data.draw(
        st.lists(
            st.fixed_dictionaries(
                {"url": st.sampled_from(["/a", "/a ", "/b"])},
                optional={"width": st.integers(1, 2), "title": st.just("a")},
            )
        )
    )
    _sound({"topics": topics, "images": images})
