"""A related article is the article itself, or the same as an earlier related one.

Readers are sent back to what they have just read, or see one article twice in the list. Remove the
related article, or correct its URL if another page was meant.

The URLs of each item of `related` are compared with those of the article and of the items before
it: `originalUrl`, `webUrl`, `ampWebUrl` and `cdnAmpWebUrl`, or the item itself if it is a URL. The
scheme, `www.`, tracking parameters, a trailing slash, a place on the page (`#comments`) and the AMP
version of a page make no difference. Home pages of sites are not compared, for they are no
articles. That two items have the same `webUrl` is reported by `duplicate-item`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articlelint.article import Article, Fields
from articlelint.entry import Entry
from articlelint.field import value_in
from articlelint.model import DataPath, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import key_or_item
from articlelint.web.same_page import article_key, page_key

_HELP = ("remove the related article, or correct its URL",)

#: The pages that some URLs lead to, each with the path of the first of these.
_Pages = dict[str, DataPath]


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the pages of each related article with those of the article and of earlier ones."""
    fields = article.fields
    if not article.entry.value(fields.related) or not _shares_pages(article):
        return
    own = _pages(article.entry, fields)
    earlier: _Pages = {}
    earlier_web: set[str | None] = set()
    for path, item in article.entry.items(fields.related):
        pages = _pages_of_item(path, item, fields)
        web = _web_page(item, fields)
        if web is None or web not in earlier_web:
            yield from _shared(pages, own, earlier)
        earlier_web.add(web)
        for page, at in pages.items():
            earlier.setdefault(page, at)


def _shares_pages(article: Article) -> bool:
    """Whether any two of the article and its related ones share a page, which is rare."""
    all_urls = [*map(set, article.own_urls)]
    all_urls += [
        {item} for _, item in article.entry.items(article.fields.related) if isinstance(item, str)
    ]
    pages = [page for urls in all_urls for page in {*map(article_key, urls)} if page]
    return len({*pages}) < len(pages)


def _shared(pages: _Pages, own: _Pages, earlier: _Pages) -> Iterator[Objection]:
    """An objection if some page of an item is one of the article itself, or of an earlier item."""
    for known, what, there in (
        (own, "this article itself", "the article's own URL"),
        (earlier, "the same page as an earlier related article", "the earlier one"),
    ):
        for page, path in pages.items():
            if page in known:
                message = f"{key_or_item(path)} leads to {what}"
                yield Objection(path, message, _HELP, related=((known[page], there),))
                return


def _pages_of_item(path: DataPath, item: Any, fields: Fields) -> _Pages:
    if isinstance(item, Mapping):
        return _pages(Entry(path, item), fields)
    key = article_key(item) if isinstance(item, str) else None
    return {key: path} if key else {}


def _pages(entry: Entry, fields: Fields) -> _Pages:
    pages: _Pages = {}
    for path, url in entry.texts(*fields.urls):
        key = article_key(url)
        if key:
            pages.setdefault(key, path)
    return pages


def _web_page(item: Any, fields: Fields) -> str | None:
    """The page by which `duplicate-item` compares the items."""
    url = value_in(item, fields.web_url) if isinstance(item, Mapping) else None
    return page_key(url) if isinstance(url, str) else None


_SELF = "webUrl: https://example.com/bridge-reopens"

RULE = Rule(
    summary="a related article that is the article itself, or an earlier related one",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    examples=(
        Example(
            bad=(
                f"---\n{_SELF}\nrelated:\n  - webUrl: http://www.example.com/bridge-reopens/\n---\n"
            ),
            message='"webUrl" leads to this article itself',
            good=f"---\n{_SELF}\nrelated:\n  - webUrl: https://example.com/ferry-sold\n---\n",
        ),
        Example(
            bad=(
                "---\nrelated:\n  - webUrl: https://example.com/ferry-sold\n"
                "  - originalUrl: https://example.com/ferry-sold?amp\n---\n"
            ),
            message='"originalUrl" leads to the same page as an earlier related article',
            good="---\nrelated:\n  - webUrl: https://example.com/ferry-sold\n---\n",
        ),
    ),
)
