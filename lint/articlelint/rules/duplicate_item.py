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

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.article import Article, Entry
from articlelint.model import DataPath, Remove, Safety, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.same_page import page_key

_HELP = ("remove one of the two",)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the items of each list of topics, related articles and images."""
    fields = article.fields
    for entry in article.entries:
        if _has_several(entry, fields.topics):
            yield from _repeated("topic", _topics(entry, fields.topics))
    if _has_several(article.entry, fields.related):
        items = _related(article.entry, fields.related, fields.web_url)
        yield from _repeated("related article", items)
    for holder in (*article.entries, *article.providers):
        if _has_several(holder, fields.images):
            yield from _repeated("image", _images(holder, fields.images, fields.url))


def _has_several(entry: Entry, name: str) -> bool:
    """Whether there is anything to compare, which is rare."""
    value = entry.values.get(name)
    return isinstance(value, list) and len(value) > 1


class _Item(NamedTuple):
    """An item of a list: the key that equal items share, and what a message shows.

    ``values`` are its fields; the one called ``name`` is shown.
    """

    path: DataPath
    key: str
    shown: str
    name: str = ""
    values: Mapping[str, Any] = {}


def _topics(entry: Entry, name: str) -> Iterator[_Item]:
    for path, topic in entry.items(name):
        if isinstance(topic, str):
            yield _Item(path, " ".join(topic.split()).casefold(), topic)


def _related(entry: Entry, name: str, url_name: str) -> Iterator[_Item]:
    for item in entry.item_entries(name):
        url = item.text(url_name)
        key = page_key(url) if url else None
        if url and key:
            yield _Item(item.path, key, url, url_name, item.values)


def _images(holder: Entry, name: str, url_name: str) -> Iterator[_Item]:
    for item in holder.item_entries(name):
        url = item.text(url_name)
        if url:
            yield _Item(item.path, url.strip(), url, url_name, item.values)


def _repeated(what: str, items: Iterable[_Item]) -> Iterator[Objection]:
    first: dict[str, _Item] = {}
    for item in items:
        earlier = first.setdefault(item.key, item)
        if not item.key or earlier is item:
            continue
        shown, spelling = show(item.shown), show(earlier.shown)
        otherwise = f" as {spelling}" if spelling != shown else ""
        message = f"duplicate {what} {shown}: already in the list{otherwise}"
        related = ((earlier.path, "first occurrence"),)
        change = Remove(item.path) if _adds_nothing(item, earlier) else None
        yield Objection(
            item.path,
            message,
            _HELP,
            related=related,
            change=change,
            is_guess=shown != spelling,
        )


def _adds_nothing(item: _Item, earlier: _Item) -> bool:
    """Whether the earlier item holds all that this one does, apart from how its URL is spelt."""
    known = {**earlier.values, item.name: item.shown}
    return all(key in known and known[key] == value for key, value in item.values.items())


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
