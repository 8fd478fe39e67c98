"""A topic is not one of the vocabulary that the settings name.

Readers find articles by topic. A topic that is written in two ways, or misspelt, is two topics to
every program, and each page of it shows only a part of the articles. Where a collection keeps to a
list of topics, give that list as the option `topics`, and each other topic is reported, letter case
included. Without a list, nothing is.

Write the topic as the list has it; or, if it is a new one, add it to the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import nearest, show


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look up each topic of the article; an empty one is not a question of vocabulary."""
    known = frozenset(options["topics"])
    if known:
        for path, topic in article.entry.items(article.fields.topics):
            if isinstance(topic, str) and topic not in known and topic.strip():
                yield Objection(path, _message(topic, options["topics"]))


def _message(topic: str, known: Iterable[str]) -> str:
    meant = nearest(topic, known)
    if meant is None:
        return (
            f"unknown topic {show(topic)}: write one of the list in the settings, or add it there"
        )
    if meant.casefold() == topic.casefold():
        return f"{show(topic)} should be written {show(meant)}"
    return f"unknown topic {show(topic)}: did you mean {show(meant)}?"


RULE = Rule(
    summary="a topic that is not in the list of the settings",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    opt_in=True,
    options={
        "topics": {
            "description": "Every topic that there is, as it should be written.",
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
