"""A list contains the same topic, related article or image twice.

Readers then see it twice, and anything that counts topics or related articles counts one too many.
Remove the later item; of two related articles or images, keep the one that says more. The fix is
safe if both items are the same to the character; otherwise it is a guess which spelling is meant.

Topics are the same if they differ only in letter case and spaces: `AI` and `ai`. Related articles
are the same if their `webUrl` leads to the same page: `www.`, tracking parameters, a trailing slash
and the AMP version of the page make no difference. Images are the same if their `url` is. Each list
is checked separately, so an article and a related item may have the same image.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.article import Article
from articlelint.entry import Entry
from articlelint.field import Name, value_in
from articlelint.model import DataPath, Remove, Safety, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.same_page import page_key

_HELP = ("remove one of the two",)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the items of each list of topics, related articles and images."""
    fields = article.fields
    for entry in article.entries:
        for path, items in entry.lists(fields.topics):
            if _repeats(items, _topic_key):
                yield from _objections("topic", path, items, _topic_key)
    for path, items in article.entry.lists(fields.related):
        if _repeats(items, page_key, fields.web_url):
            yield from _objections("related article", path, items, page_key, fields.web_url)
    for holder in (*article.entries, *article.providers):
        for path, items in holder.lists(fields.images):
            if _repeats(items, str.strip, fields.url):
                yield from _objections("image", path, items, str.strip, fields.url)


def _repeats(
    items: list[Any], key_of: Callable[[str], str | None], field: Name | None = None
) -> bool:
    """Whether any two items of a list have one key, which is rare."""
    if len(items) < 2:
        return False
    texts = [text for item in items if (text := _text(item, field))]
    keys = [key for text in texts if (key := key_of(text))]
    return len({*keys}) < len(keys)


def _topic_key(topic: str) -> str:
    return " ".join(topic.split()).casefold()


class _Item(NamedTuple):
    """An item of a list: a text, or a mapping with the text that tells it from others."""

    path: DataPath
    value: Any
    text: str


def _objections(
    what: str,
    path: DataPath,
    items: list[Any],
    key_of: Callable[[str], str | None],
    field: Name | None = None,
) -> Iterator[Objection]:
    """``field`` has the text by which the items of a list are compared, by the keys made of it.

    Without it, the items are that text.
    """
    first: dict[str, _Item] = {}
    for index, value in enumerate(items):
        text = _text(value, field)
        key = key_of(text) if text else None
        if not text or not key:
            continue
        item = _Item((*path, index), value, text)
        earlier = first.setdefault(key, item)
        if earlier is not item:
            yield _objection(what, item, earlier, field)


def _text(item: Any, field: Name | None) -> str | None:
    if field is not None:
        item = value_in(item, field) if isinstance(item, Mapping) else None
    return item if isinstance(item, str) else None


def _objection(what: str, item: _Item, earlier: _Item, field: Name | None) -> Objection:
    shown, spelling = show(item.text), show(earlier.text)
    otherwise = f" as {spelling}" if spelling != shown else ""
    message = f"duplicate {what} {shown}: already in the list{otherwise}"
    related = ((earlier.path, "first occurrence"),)
    change = Remove(item.path) if field is None or _adds_nothing(item, earlier, field) else None
    is_guess = shown != spelling
    return Objection(item.path, message, _HELP, related=related, change=change, is_guess=is_guess)


def _adds_nothing(item: _Item, earlier: _Item, field: Name) -> bool:
    """Whether the earlier item holds all that this one does, apart from how its URL is spelt."""
    key, *below = Entry((), item.value).path_to(field)
    known = {**earlier.value} if below else {**earlier.value, key: item.text}
    return all(key in known and known[key] == value for key, value in item.value.items())


RULE = Rule(
    summary="the same topic, related article or image twice in one list",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    examples=(
        Example(
            bad="---\ntopics:\n  - Bridges\n  - Ferries\n  - bridges\n---\n",
            message='duplicate topic "bridges": already in the list as "Bridges"',
            good="---\ntopics:\n  - Bridges\n  - Ferries\n---\n",
        ),
        Example(
            bad=(
                "---\nrelated:\n  - webUrl: https://example.com/bridge\n"
                "  - webUrl: https://www.example.com/bridge/\n---\n"
            ),
            message=(
                'duplicate related article "https://www.example.com/bridge/": already in the list '
                'as "https://example.com/bridge"'
            ),
            good="---\nrelated:\n  - webUrl: https://example.com/bridge\n---\n",
        ),
    ),
)
