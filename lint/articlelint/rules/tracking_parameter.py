"""A URL has parameters that record how a reader came to it.

Newsletters, advertisements and social networks add `utm_source`, `fbclid` and the like, so that a
site can count who comes from where. In an article they count all readers as coming from that one
newsletter or person, may reveal whose link was copied, and make one page look like two. The page is
the same without them: remove them.

The rule knows the names that privacy tools strip from the URLs of every site, and those that
analytics programs document; add further ones to `parameters`. What a page or image needs is left
alone, such as `?v=`, `?amp` or `?width=`, and so are common words such as `?ref=` and `?source=`.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.places import first_few
from articlelint.text.words import both, show
from articlelint.web.tracking import tracking_runs, without_tracking

#: The most names that a message lists.
_MAX_LISTED = 5


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each URL of the article, its related items and its images."""
    for path, url in article.urls:
        if "?" in url or "#" in url:
            more = {name.lower() for name in options["parameters"]}
            runs = tracking_runs(url, more)
            clean = without_tracking(url, more).strip() if runs else ""
            change, help_ = (SetValue(path, clean), (f"write `{clean}`",)) if clean else (None, ())
            for run, others in first_few(runs):
                message = _message(run.names, others)
                yield Objection(path, message, help_, change=change, part=run.span)


def _message(names: list[str], others: str) -> str:
    listed = [show(name) for name in names[:_MAX_LISTED]]
    if len(names) > _MAX_LISTED:
        listed.append(f"{len(names) - _MAX_LISTED} more")
    if names[1:]:
        return f"the URL has the tracking parameters {both(listed)}{others}: remove them"
    return f"the URL has the tracking parameter {listed[0]}{others}: remove it"


RULE = Rule(
    summary="a URL with `utm_source`, `fbclid` or another tracking parameter",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    trigger=Trigger(texts=("?", "#")),
    options={
        "parameters": {
            "description": "Additional names of tracking parameters, such as `cmp` or `ref`.",
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
                'the URL has the tracking parameters "utm_source" and "utm_medium": remove them'
            ),
            good="---\nwebUrl: https://example.com/bridge\n---\n",
        ),
        Example(
            bad="---\noriginalUrl: https://example.com/film?id=7&fbclid=IwAR0bridge#part-2\n---\n",
            message='the URL has the tracking parameter "fbclid": remove it',
            good="---\noriginalUrl: https://example.com/film?id=7#part-2\n---\n",
        ),
    ),
)
