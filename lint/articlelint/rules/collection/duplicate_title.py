"""Two files have one title, on the domain of one provider.

That may be one article that was added twice, under two addresses, or an article that kept the title
of the one it was copied from. Readers cannot tell the two apart in a list. Keep one of the files,
or write a title that says what only this article is about.

Titles are the same if they differ only in letter case and spaces, and `provider.domain` if it does
not differ without letter case and `www.`; titles of articles without one are not compared. The same
title on two domains is left alone, for stories of news agencies are on many sites.

Many sites use a title again on purpose, for a column, a weekly digest or the weather. So the rule
is off unless it is configured: as `duplicate-title: warning`.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.comparing import members, show_file
from articlelint.model import Severity
from articlelint.rule import Example, Fact, Facts, FileObjection, Objection, Options, Rule
from articlelint.text.words import shorten, show
from articlelint.web.urls import domain_host

_HELP = "keep one of the files, or write a title that says what only this article is about"


def facts(article: Article, options: Options) -> Iterator[Fact]:
    """Note the title, together with the domain of the provider."""
    fields = article.fields
    title = article.entry.text(fields.title) or ""
    folded = " ".join(title.split()).casefold()
    provider = article.entry.entry(fields.provider)
    domain = domain_host(provider.text(fields.domain) or "") if provider else None
    if folded and domain:
        path = article.entry.path_to(fields.title)
        yield Fact(f"{folded}\n{domain}", path, shorten(title))


def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Object to each of the files that have a title."""
    for group in facts.groups():
        for member in members(group):
            file, (_, path, title) = member.noted
            other = show_file(member.others[0].file)
            message = f"{show(title)} is also the title of {other}"
            help_ = (_HELP, *member.more())
            yield FileObjection(
                file, Objection(path, message, help_), member.elsewhere("the same title")
            )


RULE = Rule(
    summary="a title that another file of the same provider has, too",
    docs=__doc__,
    severity=Severity.WARNING,
    opt_in=True,
    facts=facts,
    check_collection=check,
    examples=(
        Example(
            bad=(
                "---\ntitle: 'The Bridge  Reopens'\nwebUrl: https://example.com/2023/bridge\n"
                "provider:\n  domain: example.com\n---\n"
            ),
            message='"The Bridge  Reopens" is also the title of "bridge.md"',
            good=(
                "---\ntitle: The bridge reopens for cyclists\n"
                "webUrl: https://example.com/2023/bridge\nprovider:\n  domain: example.com\n---\n"
            ),
            others={
                "bridge.md": (
                    "---\ntitle: The bridge reopens\nwebUrl: https://example.com/2022/bridge\n"
                    "provider:\n  domain: example.com\n---\n"
                )
            },
        ),
    ),
)
