"""A key or list item has no value, or an empty text, or only whitespace.

An empty title or excerpt shows as a gap on the page, an empty URL leads back to the page itself,
and an empty item is a topic without a name. A key without a value is often one that was never
filled in, or one whose value is on the next line without indentation. Programs read it differently:
some as nothing, some as empty text, and some stop.

Write the value, or remove the key or the item. If "nothing" is what you mean, write `null`, which
is left alone, as are the empty list `[]` and the empty mapping `{}`. An empty published flag or
date is left to the rules for those fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import DataPath, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each value of the front matter, but only once if it has aliases."""
    document = article.document
    for path in document.unwritten:
        if path != (article.fields.published,):
            yield _objection(path, "has no value: write one")
    for path, text in document.texts:
        if (not text or text.isspace()) and not _is_reported_elsewhere(article, path):
            what = "contains only whitespace" if text else "is empty"
            yield _objection(path, f"{what}: write a value")


def _is_reported_elsewhere(article: Article, path: DataPath) -> bool:
    """Whether another rule says more about this field, even when it is empty text."""
    fields = article.fields
    holders = {entry.path for entry in article.entries}
    is_date = path[:-1] in holders and path[-1] in fields.dates
    return is_date or path == (fields.published,)


def _objection(path: DataPath, what: str) -> Objection:
    names = [part for part in path if isinstance(part, str)]
    name = show(names[-1])
    if isinstance(path[-1], str):
        return Objection(path, f"{name} {what}, or remove the key")
    return Objection(path, f"an item of {name} {what}, or remove the item")


RULE = Rule(
    summary="a key or list item with no value, empty text or only whitespace",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    accepts=("a", 0, True),
    examples=(
        Example(
            bad="---\nexcerpt:\n---\n",
            message='"excerpt" has no value: write one, or remove the key',
            good="---\nexcerpt: The bridge reopens after two years of repair.\n---\n",
        ),
        Example(
            bad='---\nfeaturedContent: ""\n---\n',
            message='"featuredContent" is empty: write a value, or remove the key',
            good="---\nlayout: page\n---\n",
        ),
        Example(
            bad="---\ntopics:\n  - Bridges\n  -\n---\n",
            message='an item of "topics" has no value: write one, or remove the item',
            good="---\ntopics:\n  - Bridges\n---\n",
        ),
    ),
)
