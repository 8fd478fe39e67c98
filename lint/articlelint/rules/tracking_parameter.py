"""A URL carries parameters that tell how a reader came to it.

`utm_source`, `fbclid` and the like are added by newsletters, advertisements and social networks, so
that a site can count who comes from where. In an article they count all readers as coming from that
one newsletter or person, may give away whose link was copied, and make one page look like two.
The page is the same without them: leave them out.

Known are the names that privacy tools strip from the URLs of every site, and those that analytics
programs document; `parameters` takes further ones. What a page or image needs is left alone, such
as `?v=`, `?amp` or `?width=`, and so is what is a common word, such as `?ref=` and `?source=`.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import both, show
from articlelint.web.tracking import tracking_names, without_tracking

#: The most names that a message lists.
_MAX_LISTED = 5


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each URL of the article, its related items and its images."""
    for path, url in article.urls:
        if "?" in url or "#" in url:
            more = {name.lower() for name in options["parameters"]}
            names = tracking_names(url, more)
            if names:
                clean = without_tracking(url, more).strip()
                if clean:
                    change, help_ = SetValue(path, clean), (f"write `{clean}`",)
                    yield Objection(path, _message(names), help_, change=change)
                else:
                    yield Objection(path, _message(names))


def _message(names: list[str]) -> str:
    listed = [show(name) for name in names[:_MAX_LISTED]]
    if len(names) > _MAX_LISTED:
        listed.append(f"{len(names) - _MAX_LISTED} more")
    what = "parameters" if names[1:] else "parameter"
    return f"the URL should not have the tracking {what} {both(listed)}"


RULE = Rule(
    summary="a URL with `utm_source`, `fbclid` or another tracking parameter",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    options={
        "parameters": {
            "description": "Further names of tracking parameters, such as `cmp` or `ref`.",
            "type": "array",
            "items": {"type": "string"},
            "default": [],
        }
    },
    gives_way=True,
    fixes=(Safety.SAFE,),
    examples=(
        Example(
            bad="---\nwebUrl: https://example.com/bridge?utm_source=letter&utm_medium=email\n---\n",
            message=(
                'the URL should not have the tracking parameters "utm_source" and "utm_medium"'
            ),
            good="---\nwebUrl: https://example.com/bridge\n---\n",
        ),
        Example(
            bad="---\noriginalUrl: https://example.com/film?id=7&fbclid=IwAR0bridge#part-2\n---\n",
            message='the URL should not have the tracking parameter "fbclid"',
            good="---\noriginalUrl: https://example.com/film?id=7#part-2\n---\n",
        ),
    ),
)
