"""Which fixes of the rules are safe: those that write what was clearly meant and lose nothing."""

from __future__ import annotations

import pytest

from articlelint import lint_text
from articlelint.model import Safety
from tests.support import article

#: The fix says the same, and readers see the same.
SAFE = {
    "a flag in quotes": 'published: "false"\n',
    "a flag of YAML 1.1": "published: yes\n",
    "the same moment": "publishedDateTime: 2023-05-04 09:30:00+0200\n",
    "a key that other programs take for a flag": "on: 1\n",
    "a topic twice, to the letter": "topics: [Bells, Bells]\n",
    "a domain in capitals": "provider: {domain: Example.com}\n",
    "a domain as a URL": "provider: {domain: 'https://www.example.com/'}\n",
    "a domain with a final dot": "provider: {domain: example.com.}\n",
    "a trailing space": "title: 'Trains '\n",
    "two spaces": "title: Night  trains\n",
    "a zero-width space": 'title: "Night\\u200B trains"\n',
    "a no-break space": 'title: "Night\\u00A0trains"\n',
    "a tracking parameter": "webUrl: https://example.com/a?fbclid=1\n",
}

#: The fix may lose something that was meant, or show readers something else.
UNSAFE = {
    "a number with underlines": "edition: 1_000\n",
    "a number in exponents": "edition: 1.5e3\n",
    "an octal number": "edition: 0o14\n",
    "a time of day": "opens: 10:00\n",
    "a flag in a list": "answers: [no]\n",
    "a topic twice, in other letters": "topics: [Bells, bells]\n",
    "a related article twice, under another address": (
        "related: [{webUrl: https://example.com/a}, {webUrl: https://www.example.com/a/}]\n"
    ),
    "a domain with a path": "provider: {domain: example.com/sport}\n",
    "a domain with a port": "provider: {domain: 'example.com:8080'}\n",
    "a domain with a user name": "provider: {domain: desk@example.com}\n",
    "two lines": "title: |\n  Night\n  trains\n",
    "a tab": "title: 'Night\ttrains'\n",
    "a backslash": 'title: "C:\\new"\n',
    "a line after a sentence": 'title: "Trains\\nreturn"\n',
    "a wide space": 'title: "Night\\u2003trains"\n',
    "a mark that turns the text": 'title: "Night\\u200Etrains"\n',
    "a filler": 'title: "Night\\u3164trains"\n',
    "an entity": "title: Salt &amp; tar\n",
    "garbled text": "title: CafÃ©\n",
    "a scheme": "webUrl: http://example.com/a\n",
}

#: More than one thing may be meant.
NONE = {
    "an exponent that may be a code": "edition: 1e3\n",
    "a zero in front": "edition: 0123\n",
    "a flag of YAML 1.1 as the value of a key": "answer: no\n",
}


def _safety(front_matter: str) -> Safety | None:
    [diagnostic] = lint_text(article(front_matter), schema={})
    return diagnostic.fix and diagnostic.fix.safety


@pytest.mark.parametrize("front_matter", SAFE.values(), ids=SAFE)
def test_what_loses_nothing_is_safe(front_matter: str) -> None:
    assert _safety(front_matter) is Safety.SAFE


@pytest.mark.parametrize("front_matter", UNSAFE.values(), ids=UNSAFE)
def test_what_may_change_the_meaning_is_unsafe(front_matter: str) -> None:
    assert _safety(front_matter) is Safety.UNSAFE


@pytest.mark.parametrize("front_matter", NONE.values(), ids=NONE)
def test_where_two_things_may_be_meant_there_is_no_fix(front_matter: str) -> None:
    assert _safety(front_matter) is None
