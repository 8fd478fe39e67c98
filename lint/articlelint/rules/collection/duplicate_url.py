"""Two files are about one page.

Readers then see the same article twice, comments and counts are split between the two, and a
correction of one file leaves the other one wrong. Keep one of the files. If they are two articles,
one of them has the URL of the other: correct it.

The URLs in `originalUrl`, `webUrl`, `ampWebUrl` and `cdnAmpWebUrl` are compared, each with all of
them in the other files. They lead to one page if they differ only in the scheme, in `www.`, `m.` or
`amp.`, in letter case of the site's name, in tracking parameters, in the order of the others, in a
trailing slash, in a place on the page (`#comments`), or in what asks for the AMP version of a page,
such as `/amp`, `.amp`, `?amp` or `google.com/amp/s/` before it.
A path that starts with `#!` or `#/` names a page of its own.

Articles that are not published count, for a draft of what is already there is a second file, too.
The same words on two sites are two pages: stories of news agencies are not reported. Neither are
the home pages of sites, which are no articles, nor URLs without a host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.article import Article
from articlelint.comparing import Member, members, show_file
from articlelint.model import Severity
from articlelint.rule import Example, Fact, Facts, FileObjection, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.same_page import article_key

_HELP = "keep one of the files, or correct the URL if they are two articles"


def facts(article: Article, options: Options) -> Iterable[Fact]:
    """Note each page that the article is at, with the first of its URLs that leads there.

    Their value is the rank of that URL.
    """
    pages: dict[str, Fact] = {}
    urls = article.own_urls[0]
    for rank, url in enumerate(urls, 1):
        key = article_key(url)
        if key and key not in pages:
            path = article.entry.path_of(url, *article.fields.urls)
            pages[key] = Fact(key, path, str(rank))
    return pages.values()


def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Object to each of the files about a page; to two that share several pages, only once."""
    found: dict[tuple[str, str], Member] = {}
    for group in facts.groups():
        for member in members(group):
            files = member.noted.file, member.others[0].file
            known = found.get(files)
            if known is None or member.noted.fact.value < known.noted.fact.value:
                found[files] = member
    return map(_objection, found.values())


def _objection(member: Member) -> FileObjection:
    file, (_, path, _) = member.noted
    other = show_file(member.others[0].file)
    message = f"{show(path[-1])} leads to the same page as in {other}"
    return FileObjection(
        file,
        Objection(path, message, (_HELP, *member.more())),
        member.elsewhere("the same page"),
    )


_BRIDGE = "---\ntitle: Bridge reopens\nwebUrl: https://www.example.com/bridge-reopens/\n---\n"

RULE = Rule(
    summary="a file about a page that another file is about",
    docs=__doc__,
    severity=Severity.ERROR,
    facts=facts,
    check_collection=check,
    examples=(
        Example(
            bad="---\noriginalUrl: http://example.com/bridge-reopens?utm_source=letter\n---\n",
            message='"originalUrl" leads to the same page as in "bridge.md"',
            good="---\noriginalUrl: http://example.com/ferry-sold?utm_source=letter\n---\n",
            others={"bridge.md": _BRIDGE},
        ),
    ),
)
