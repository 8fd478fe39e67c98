"""A provider's domain contains more than the name of its site.

The domain says which provider an article comes from, and which URLs may be its own. Articles of one
provider are only found together if all of them spell it alike. Write the bare name in lower case,
such as `example.com`: without `https://`, `www.`, a user name, a port or a path, and without a
final dot or surrounding spaces. The fix is unsafe where it drops a user name, a port or a path,
which may say which part of a site is meant.

Other subdomains say where on the site the provider is, and stay: `news.example.com`. So does
`www.com`, which would be empty without the `www.`. An international name may be written as such or
in its `xn--` form. A value that is not a domain at all, such as the provider's name, is left to the
schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.urls import ACE_PREFIX, MAX_HOST, domain_host, u_label

_WWW = "www."
# A host with no more around it than a scheme, spaces and a final slash.
_HOST_ALONE = r"\s*(?:[a-z]+:)?(?://)?[^/\\?#@:]+/?\s*"
_NO_DOMAIN = r"[^\w.-]|(?:^|\.)(?:\.|$)"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at the domain of each provider."""
    name = article.fields.domain
    for provider in article.providers:
        written = provider.text(name)
        if not written or domain_host(written) == written:
            continue  # nearly always
        canonical = _canonical(written)
        if canonical and canonical != written:
            path = provider.path_to(name)
            message = f"{show(path[-1])} should be {show(canonical)}, not {show(written)}"
            change = SetValue(path, canonical)
            drops_more = not re.fullmatch(_HOST_ALONE, written, re.IGNORECASE)
            help_ = (f"write `{canonical}`",)
            yield Objection(path, message, help_, change=change, is_guess=drops_more)


def _canonical(written: str) -> str | None:
    """The bare name of the site that is meant; None if it is not a domain."""
    written = written.strip()
    host = domain_host(written)
    if host is None or "." not in host or len(host) > MAX_HOST or re.search(_NO_DOMAIN, host):
        return None
    while host.startswith(_WWW) and "." in host.removeprefix(_WWW):  # `domain_host` drops only one
        host = host.removeprefix(_WWW)
    if written.isascii() or ACE_PREFIX in written.lower():
        return host
    return ".".join(map(u_label, host.split(".")))


RULE = Rule(
    summary="a provider's domain with `https://`, `www.`, capitals or the like",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    accepts=("example.com", "news.example.org"),
    fixes=(Safety.SAFE, Safety.UNSAFE),
    examples=(
        Example(
            bad="---\nprovider:\n  domain: https://www.example.com/news\n---\n",
            message='"domain" should be "example.com", not "https://www.example.com/news"',
            good="---\nprovider:\n  domain: example.com\n---\n",
        ),
        Example(
            bad="---\nprovider:\n  domain: News.Example.com\n---\n",
            message='"domain" should be "news.example.com", not "News.Example.com"',
            good="---\nprovider:\n  domain: news.example.com\n---\n",
        ),
    ),
)
