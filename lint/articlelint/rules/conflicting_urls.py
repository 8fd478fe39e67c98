"""The article's original URL and its web URL lead to different pages.

`originalUrl` is where the article was first found and `webUrl` is where readers are sent: two
addresses of one page. If they lead to different pages, readers get another article than the title
and the excerpt promise. Find out which of the two belongs to the article, and correct or remove the
other one.

The comparison ignores what makes no difference: the scheme, `www.`, `m.` and `amp.`, letter case,
tracking parameters, a trailing slash, a place on the page (`#comments`) and everything that asks
for the AMP version of a page. Only URLs that plainly lead to different pages are reported. The page
may be the same, and nothing is reported, if

- the sites differ, and one of them is in the list `allow-hosts`: feeds, short links and the like
  redirect to other sites, and a video can be watched on two;
- the paths differ, but end in the same name of three words or more, or contain the same number of
  six digits or more that is not a date: articles move from one section or site to another;
- only one of them has a query: `/?p=123` may be short for `/bridge-reopens`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.same_page import page_parts
from articlelint.web.urls import is_within, is_within_any

_REDIRECTING_HOSTS = [
    *("apple.news", "feedburner.com", "feedproxy.google.com", "flip.it", "google.com"),
    *("bit.ly", "buff.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd", "j.mp", "lnkd.in"),
    *("ow.ly", "rb.gy", "t.co", "t.ly", "tinyurl.com", "trib.al", "wp.me"),
    *("doi.org", "hdl.handle.net", "purl.org"),
    *("archive.is", "archive.ph", "archive.today", "web.archive.org"),
    *("bing-amp.com", "cdn.ampproject.org"),
    *("dai.ly", "dailymotion.com", "vimeo.com", "youtu.be", "youtube-nocookie.com", "youtube.com"),
]

_LEAST_HYPHENS = 2
# Six digits or more that are neither a year and month nor a day, which many URLs contain.
_ARTICLE_NUMBER = r"(?<!\d)(?!(?:19|20)\d{4}(?:\d\d)?(?!\d))\d{6,}"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the two URLs of each entry that has both."""
    fields = article.fields
    for entry, urls in zip(article.entries, article.own_urls, strict=True):
        if len(urls) == 1:
            continue  # nearly always
        original, web = entry.text(fields.original_url), entry.text(fields.web_url)
        if original is None or web is None or original == web:
            continue
        if _lead_apart(original, web, options["allow-hosts"]):
            paths = entry.path_to(fields.web_url), entry.path_to(fields.original_url)
            names = [show(path[-1]) for path in paths]
            message = f"{names[0]} and {names[1]} lead to different pages"
            help_ = "write two URLs of the same page, or remove the wrong one"
            first = (paths[1], f"{names[1]} is here")
            yield Objection(paths[0], message, (help_,), related=(first,))


def _lead_apart(original: str, web: str, allowed: Collection[str]) -> bool:
    """Whether two URLs plainly lead to different pages."""
    one, other = page_parts(original.lower()), page_parts(web.lower())
    if one is None or other is None:
        return False
    sites, paths, queries = zip(one, other, strict=True)
    if sites[0] != sites[1] and any(is_within_any(site, allowed) for site in sites):
        return False
    if bool(queries[0]) != bool(queries[1]):
        return False
    if paths[0] == paths[1] and (is_within(*sites) or is_within(*reversed(sites))):
        return _contradict(*queries)
    return _names(paths[0]).isdisjoint(_names(paths[1]))


def _contradict(query: str, other: str) -> bool:
    """Whether some parameter has different values in the two queries."""
    values = dict(each.partition("=")[::2] for each in query.split("&"))
    others = (each.partition("=")[::2] for each in other.split("&"))
    return any(values.get(name, value) != value for name, value in others)


def _names(path: str) -> set[str]:
    """The parts of a path that likely name the article on any site: its end, and long numbers."""
    last = path.rpartition("/")[2].partition(".")[0].replace("_", "-")
    names = {last} if last.count("-") >= _LEAST_HYPHENS else set()
    return names.union(re.findall(_ARTICLE_NUMBER, path))


RULE = Rule(
    summary="an `originalUrl` and a `webUrl` that lead to different pages",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    options={
        "allow-hosts": {
            "description": "Hosts that redirect to other sites, or show the same videos.",
            "type": "array",
            "items": {"type": "string"},
            "default": _REDIRECTING_HOSTS,
        }
    },
    gives_way=True,
    examples=(
        Example(
            bad=(
                "---\noriginalUrl: https://www.example.com/2023/05/bridge-reopens\n"
                "webUrl: https://www.example.com/2023/05/ferry-sold\n---\n"
            ),
            message='"webUrl" and "originalUrl" lead to different pages',
            good=(
                "---\noriginalUrl: https://www.example.com/2023/05/bridge-reopens\n"
                "webUrl: https://example.com/2023/05/bridge-reopens/\n---\n"
            ),
        ),
    ),
)
