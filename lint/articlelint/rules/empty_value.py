"""A key or list item has no value, or an empty text, or only whitespace.

An empty title or excerpt shows as a gap on the page, an empty URL leads back to the page itself,
and an empty item is a topic without a name. A key without a value is often one that was never
filled in, or one whose value is on the next line without indentation. Programs read it differently:
some as nothing, some as empty text, and some stop.

A `#` after a space begins a comment, so that `title: #nighttrains` has no value either: put such a
value in quotes.

Write the value, or remove the key or the item. If "nothing" is what you mean, write `null`, which
is left alone, as are the empty list `[]` and the empty mapping `{}`. An empty published flag or
date is left to the rules for those fields.

What the schema allows is left alone, too, if it says so: no value where the `type` may be `null`,
an empty text where there is a `minLength: 0`, and both where `enum` or `const` list them. That a
value may be text says nothing of empty text. The option `keys` decides for single keys, such as
`subtitle` or `extra.note`, whatever the schema says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import EDGE, Article
from articlelint.model import DataPath, Safety, Scalar, SetValue, Severity
from articlelint.reading.document import Document
from articlelint.reading.scalars import quoted
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import field_name, key_or_item

# A hashtag or a number, rather than a comment, which begins with a space or another sign. Nor does
# a comment to articlelint itself.
_LIKE_A_VALUE = late_pattern(r"#(?!articlelint:)\w")

_NUMBER = late_pattern(r"#\d{1,15}", re.ASCII)
_HASHTAGS = late_pattern(r"#[^\W\d][\w-]*(?:[ ,]+#[^\W\d][\w-]*)*")
#: What `str.isspace` accepts within ASCII.
_ASCII_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f "
# What the option says of a key: how its value may be empty.
_ANY, _NO_VALUE, _EMPTY_TEXT, _NEVER = "any", "no-value", "empty-text", "never"
# The keys that have a list by custom, whose items need no `#`.
_LISTS = frozenset({"categories", "keywords", "tags", "topics"})


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each value of the front matter, but only once if it has aliases."""
    document = article.document
    empty = [(path, text) for path, text in document.texts if not text or text.isspace()]
    if not empty and not document.unwritten:
        return  # nearly always
    flags = {each.path for each in article.entry.found(article.fields.published)}
    for path in document.unwritten:
        if path in flags:
            continue
        if found := _of_comment(document, path):
            yield found
        elif not _may_be_empty(article, path, None, options):
            yield _objection(path, "has no value: write one")
    dates = article.fields.dates
    elsewhere = flags.union(each.path for entry in article.entries for each in entry.found(*dates))
    for path, text in empty:
        if path in elsewhere:
            continue  # another rule says more, even about empty text
        if not _may_be_empty(article, path, text, options):
            what = "contains only whitespace" if text else "is empty"
            yield _objection(path, f"{what}: write a value")


def _may_be_empty(article: Article, path: DataPath, value: str | None, options: Options) -> bool:
    """Whether the options say that this is no fault or, if they say nothing, the schema does."""
    said = options["keys"].get(field_name(path))
    if said is None:
        return article.may_be_empty(path, value)
    return said in (_ANY, _NO_VALUE if value is None else _EMPTY_TEXT)


def _of_comment(document: Document, path: DataPath) -> Objection | None:
    """The objection to a value that YAML takes for a comment, such as `#home`."""
    comment = document.comment_after(path)
    if not _LIKE_A_VALUE.match(comment):
        return None
    text = comment.rstrip()
    before = f"{path[-1]}:" if isinstance(path[-1], str) else "-"
    message = f"{key_or_item(path)} has no value: `#` begins a comment"
    if str(path[-1]).lower() in _LISTS and _HASHTAGS.fullmatch(text):
        items: list[Scalar | dict[str, Scalar]] = [*re.findall(r"[^#\s,]+", text)]
        lines = ("write one item on each line:", before, *(f"  - {each}" for each in items))
        return Objection(path, message, lines, change=SetValue(path, items, takes_comment=True))
    help_ = f"if it is the value, quote it: `{before} {quoted(text)}`"
    if _NUMBER.fullmatch(text):  # a fix that quotes it would make text of it
        number = f"if it is a number, remove the `#`: `{before} {text[1:]}`"
        return Objection(path, message, (number, help_))
    return Objection(path, message, (help_,), change=SetValue(path, text, takes_comment=True))


def _objection(path: DataPath, what: str) -> Objection:
    part = "key" if isinstance(path[-1], str) else "item"
    return Objection(path, f"{key_or_item(path)} {what}, or remove the {part}")


RULE = Rule(
    summary="a key or list item with no value, empty text or only whitespace",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    accepts=("a", 0, True),
    fixes=(Safety.UNSAFE,),
    trigger=Trigger(
        texts=(EDGE + EDGE, *(EDGE + space for space in _ASCII_SPACES)), beyond_ascii=True
    ),
    options={
        "keys": {
            "description": (
                "How the values of some keys, or of their items, may be empty: `never`, with "
                "`no-value`, as `empty-text` or whitespace, or in `any` of these ways."
            ),
            "type": "object",
            "additionalProperties": {"enum": [_ANY, _NO_VALUE, _EMPTY_TEXT, _NEVER]},
            "default": {},
        }
    },
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
            bad="---\ntopics:\n  - Bridges\n  - #rivers\n---\n",
            message='an item of "topics" has no value: `#` begins a comment',
            good='---\ntopics:\n  - Bridges\n  - "#rivers"\n---\n',
        ),
    ),
)
