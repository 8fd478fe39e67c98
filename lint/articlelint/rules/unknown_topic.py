"""A topic is not in the configured list.

Readers find articles by topic. A topic that is spelled in two ways is two topics to every program,
and each of their pages shows only a part of the articles. If your collection keeps a list of
topics, configure it as the option `topics`, and every other topic is reported, including one that
differs only in letter case. Without a list, the rule reports nothing.

Write the topic as it is in the list, or add a new topic to the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.spelling import Speller
from articlelint.text.words import show


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look up each topic of the article; an empty one is left to other rules."""
    known = frozenset(options["topics"])
    if known:
        speller = Speller()
        meant = cache(lambda topic: speller.nearest(topic, options["topics"]))
        for path, topic in article.entry.items(article.fields.topics):
            if isinstance(topic, str) and topic not in known and topic.strip():
                yield Objection(path, _message(topic, meant(topic)))


def _message(topic: str, meant: str | None) -> str:
    if meant is None:
        return f"unknown topic {show(topic)}: use a topic from the configured list, or add this one"
    if meant.casefold() == topic.casefold():
        return f"{show(topic)} should be spelled {show(meant)}"
    return f"unknown topic {show(topic)}: did you mean {show(meant)}?"


RULE = Rule(
    summary="a topic that is not in the configured list",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    opt_in=True,
    options={
        "topics": {
            "description": "Every known topic, as it should be spelled.",
            "type": "array",
            "items": {"type": "string"},
            "default": [],
        }
    },
    examples=(
        Example(
            bad="---\ntopics: [Brigdes]\n---\n",
            message='unknown topic "Brigdes": did you mean "Bridges"?',
            good="---\ntopics: [Bridges]\n---\n",
            options={"topics": ["Bridges"]},
        ),
    ),
)
