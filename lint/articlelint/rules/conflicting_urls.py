"""The article's original address and its web address lead to different pages.

`originalUrl` is where the article was first found and `webUrl` is where readers are sent: two
addresses of one page. Where they lead to two pages, readers get another article than the title and
the excerpt promise. Find out which of the two belongs to the article, and correct the other one or
leave it out.

Both are compared without what makes no difference: the scheme, `www.`, `m.` and `amp.`, letter
case, tracking parameters, a final slash, a place on the page (`#comments`) and all that asks for
the AMP form of a page. Reported is only what is plainly another page. It may be the same one, and
nothing is said of it, where

- the sites differ, and one of them is on the list `allow-hosts`: feeds, short links and the like
  lead on to other sites, and a video can be watched on two;
- the paths differ, and have the same name of three words or more at their end, or the same number
  of six digits or more that is no date: articles move from one section or site to another;
- one of them has a query and the other has none: `/?p=123` may be short for `/bridge-reopens`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from articlelint.article import Article
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.same_page import page_parts
from articlelint.web.urls import domain_host, is_within

_HOSTS_THAT_LEAD_ON = [
    *("apple.news", "feedburner.com", "feedproxy.google.com", "flip.it", "google.com"),
    *("bit.ly", "buff.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd", "j.mp", "lnkd.in"),
    *("ow.ly", "rb.gy", "t.co", "t.ly", "tinyurl.com", "trib.al", "wp.me"),
    *("doi.org", "hdl.handle.net", "purl.org"),
    *("archive.is", "archive.ph", "archive.today", "web.archive.org"),
    *("bing-amp.com", "cdn.ampproject.org"),
    *("dai.ly", "dailymotion.com", "vimeo.com", "youtu.be", "youtube-nocookie.com", "youtube.com"),
]

_LEAST_HYPHENS = 2
# Six digits or more that are neither a year and month nor a day: those stand in many addresses.
_ARTICLE_NUMBER = r"(?<!\d)(?!(?:19|20)\d{4}(?:\d\d)?(?!\d))\d{6,}"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the two addresses of each entry that has both."""
    fields = article.fields
    for entry in article.entries:
        original, web = entry.text(fields.original_url), entry.text(fields.web_url)
        if original is None or web is None or original == web:
            continue
        if _lead_apart(original, web, options["allow-hosts"]):
            message = f"{show(fields.web_url)} leads to another page than "
            message += show(fields.original_url)
            help_ = "write two addresses of the same page, or leave out the wrong one"
            first = ((*entry.path, fields.original_url), f"{show(fields.original_url)} is here")
            yield Objection((*entry.path, fields.web_url), message, (help_,), related=(first,))


def _lead_apart(original: str, web: str, allowed: Collection[str]) -> bool:
    """Whether two URLs plainly lead to different pages."""
    one, other = page_parts(original.lower()), page_parts(web.lower())
    if one is None or other is None:
        return False
    sites, paths, queries = zip(one, other, strict=True)
    if sites[0] != sites[1] and any(_belongs(site, allowed) for site in sites):
        return False
    if bool(queries[0]) != bool(queries[1]):
        return False
    if paths[0] == paths[1] and (is_within(*sites) or is_within(*reversed(sites))):
        return _contradict(*queries)
    return _names(paths[0]).isdisjoint(_names(paths[1]))


def _belongs(site: str, allowed: Collection[str]) -> bool:
    return any(is_within(site, host) for host in map(domain_host, allowed) if host)


def _contradict(query: str, other: str) -> bool:
    """Whether a parameter has another value in the one than in the other."""
    values = dict(each.partition("=")[::2] for each in query.split("&"))
    others = (each.partition("=")[::2] for each in other.split("&"))
    return any(values.get(name, value) != value for name, value in others)


def _names(path: str) -> set[str]:
    """What in a path is likely to name the article on any site: its last part, and long numbers."""
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
            "description": "Hosts that lead on to pages of other sites, or show the same video.",
            "type": "array",
            "items": {"type": "string"},
            "default": _HOSTS_THAT_LEAD_ON,
        }
    },
    gives_way=True,
    examples=(
        Example(
            bad=(
                "---\noriginalUrl: https://www.example.com/2023/05/bridge-reopens\n"
                "webUrl: https://www.example.com/2023/05/ferry-sold\n---\n"
            ),
            message='"webUrl" leads to another page than "originalUrl"',
            good=(
                "---\noriginalUrl: https://www.example.com/2023/05/bridge-reopens\n"
                "webUrl: https://example.com/2023/05/bridge-reopens/\n---\n"
            ),
        ),
    ),
)
