"""A provider's domain is written with more than the name of its site.

The domain tells which provider an article comes from, and which URLs may be its own. Articles of
one provider are only found together if all of them spell it alike. Write the bare name in lower
case, such as `example.com`: without `https://`, `www.`, a user name, a port or a path, and without
a final dot or blanks around it.

Other names in front say where on the site the provider is, and stay: `news.example.com`. So does
`www.com`, in which nothing is left without the `www.`. An international name may be written as
such or in its `xn--` form. What is no domain at all, such as the provider's name, is left to the
schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.urls import domain_host

#: The most characters of a domain (RFC 1035, section 2.3.4).
_MAX_LENGTH = 253
#: What an international name begins with in its ASCII form (RFC 5890, section 2.3.1).
_ACE_PREFIX = "xn--"
_WWW = "www."
_NO_DOMAIN = r"[^\w.-]|(?:^|\.)(?:\.|$)"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at the domain of each provider."""
    name = article.fields.domain
    for provider in article.providers:
        written = provider.text(name)
        canonical = _canonical(written) if written and not _is_plain(written) else None
        if canonical and canonical != written:
            message = f"{show(name)} should be {show(canonical)}, not {show(written)}"
            path = (*provider.path, name)
            help_ = f"write `{canonical}`"
            yield Objection(path, message, (help_,), change=SetValue(path, canonical))


def _is_plain(written: str) -> bool:
    """Whether nothing can be wrong with it, as is nearly always so: this is cheap to see."""
    letters = written.replace(".", "")
    is_name = written.isascii() and letters.isalnum() and letters.islower()
    return is_name and not written.startswith(_WWW) and not written.endswith(".")


def _canonical(written: str) -> str | None:
    """The bare name of the site that is meant; None if it is no domain."""
    written = written.strip()
    host = domain_host(written)
    if host is None or "." not in host or len(host) > _MAX_LENGTH or re.search(_NO_DOMAIN, host):
        return None
    while host.startswith(_WWW) and "." in host.removeprefix(_WWW):  # `domain_host` drops only one
        host = host.removeprefix(_WWW)
    if written.isascii() or _ACE_PREFIX in written.lower():
        return host
    return ".".join(map(_international, host.split(".")))


def _international(label: str) -> str:
    """A label of a host as it was written, in which letters beyond ASCII were encoded by us."""
    if not label.startswith(_ACE_PREFIX):
        return label
    try:
        return label.removeprefix(_ACE_PREFIX).encode().decode("punycode")
    except UnicodeError:  # it was written with such a prefix, in letters that only look different
        return label


RULE = Rule(
    summary="a provider's domain with `https://`, `www.`, capitals or the like",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    fixes=(Safety.SAFE,),
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
