"""A topic is not in the configured list.

Readers find articles by topic. A topic that is spelled in two ways is two topics to every program,
and each of their pages shows only a part of the articles. If your collection keeps a list of
topics, configure it as the option `topics`, and every other topic is reported, including one that
differs only in letter case. Without a list, the rule reports nothing.

The option is a list, or the path of a file or folder that holds one, relative to the configuration:
a list or a mapping in YAML, JSON or TOML, a column of a CSV file, or the names of Markdown files.
"Known values from files" in `docs/configuration.md` has the details.

Write the topic as it is in the list, or add a new topic to the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.vocabulary.words import FORMS, Words, unknown, words

_ADVICE = "use a topic from the configured list, or add this one"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look up each topic of the article; an empty one is left to other rules."""
    items = article.entry.items(article.fields.topics)
    topics = ((path, topic) for path, topic in items if isinstance(topic, str))
    for each in unknown(topics, Words.of(options["topics"])):
        yield each.told(f"unknown topic {show(each.value)}", _ADVICE)


RULE = Rule(
    summary="a topic that is not in the configured list",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    gives_way=True,
    opt_in=True,
    fixes=(Safety.UNSAFE,),
    options={
        "topics": {
            "description": (
                "Every known topic, as it should be spelled, or the path of a file or folder that "
                "holds them, relative to the configuration."
            ),
            "default": [],
            **FORMS,
        }
    },
    from_files={"topics": words},
    examples=(
        Example(
            bad="---\ntopics: [Brigdes]\n---\n",
            message='unknown topic "Brigdes": did you mean "Bridges"?',
            good="---\ntopics: [Bridges]\n---\n",
            options={"topics": ["Bridges"]},
        ),
    ),
)
