"""A list holds the same topic, related article or image twice.

Readers then see it twice, and whatever counts topics or related articles counts one too many.
Remove the later item; of two related articles or images keep the one that tells more.

Topics are the same if they differ in nothing but letter case and blanks: `AI` and `ai`. Related
articles are the same if their `webUrl` leads to one page: `www.`, tracking parameters, a final
slash and the AMP form of the page make no difference. Images are the same if their `url` is.
Each list is looked at by itself, so that an article and its related item may have the same image.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.article import Article, Entry
from articlelint.model import Path, Safety, Severity
from articlelint.pages import page_key
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.words import show

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
    """Whether there is anything to compare; most often there is not."""
    value = entry.values.get(name)
    return isinstance(value, list) and len(value) > 1


#: An item's path, what is equal for two items that are the same, and what a message calls it.
_Item = tuple[Path, str, str]


def _topics(entry: Entry, name: str) -> Iterator[_Item]:
    for path, topic in entry.items(name):
        if isinstance(topic, str):
            yield path, " ".join(topic.split()).casefold(), topic


def _related(entry: Entry, name: str, url_name: str) -> Iterator[_Item]:
    for item in entry.item_entries(name):
        url = item.text(url_name)
        key = page_key(url) if url else None
        if url and key:
            yield item.path, key, url


def _images(holder: Entry, name: str, url_name: str) -> Iterator[_Item]:
    for item in holder.item_entries(name):
        url = item.text(url_name)
        if url:
            yield item.path, url.strip(), url


def _repeated(what: str, items: Iterable[_Item]) -> Iterator[Objection]:
    first: dict[str, tuple[Path, str]] = {}
    for path, key, shown in items:
        if not key:
            continue
        if key not in first:
            first[key] = path, shown
            continue
        earlier, spelling = first[key]
        otherwise = f" as {show(spelling)}" if show(spelling) != show(shown) else ""
        message = f"the {what} {show(shown)} is already in the list{otherwise}"
        yield Objection(path, message, _HELP, related=((earlier, "the first of the two is here"),))


RULE = Rule(
    summary="the same topic, related article or image twice in one list",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fix=Safety.SAFE,
    examples=(
        Example(
            bad="---\ntopics:\n  - Bridges\n  - Ferries\n  - bridges\n---\n",
            message='the topic "bridges" is already in the list as "Bridges"',
            good="---\ntopics:\n  - Bridges\n  - Ferries\n---\n",
        ),
        Example(
            bad=(
                "---\nrelated:\n  - webUrl: https://example.com/bridge\n"
                "  - webUrl: https://www.example.com/bridge/\n---\n"
            ),
            message=(
                'the related article "https://www.example.com/bridge/" is already in the list'
                ' as "https://example.com/bridge"'
            ),
            good="---\nrelated:\n  - webUrl: https://example.com/bridge\n---\n",
        ),
    ),
)
