"""A URL leads to another site than that of its provider.

The host of each URL must be the provider's domain or a subdomain of it: for `example.com` that is
`example.com` itself, `www.example.com` or `news.example.com`, but not `badexample.com`. The
article's URLs are compared with its own provider, each related item's with that item's provider.

Hosts are read as a browser reads them, so anything before an `@` is ignored, as in
`https://example.com@example.net/`. Letter case and port do not matter, nor whether an international
name is written as such or as `xn--`. An AMP cache counts as the site that it shows:
`www-example-com.cdn.ampproject.org` is `www.example.com`. A video (`type: video`) may also be on
one of the hosts in `allow-hosts` or a subdomain of one. If the provider has no domain, or the URL
no host, there is nothing to compare.

Correct the URL; or, if it is right, correct the provider.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article, Entry
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.urls import amp_origin, domain_host, host_of, host_place, is_within

_VIDEO = "video"
_HELP = ("correct the URL or the domain of the provider",)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the URLs of the article and of each related item with their provider's domain."""
    fields = article.fields
    for entry in article.entries:
        provider = entry.entry(fields.provider)
        written = provider.text(fields.domain) if provider else None
        domain = domain_host(written) if written else None
        if domain:
            allowed = [domain]
            if entry.values.get(fields.type) == _VIDEO:
                allowed += filter(None, map(domain_host, options["allow-hosts"]))
            yield from _check_urls(entry, fields.urls, allowed)


def _check_urls(entry: Entry, names: tuple[str, ...], allowed: list[str]) -> Iterator[Objection]:
    for path, url in entry.texts(*names):
        host = host_of(url)
        if host is None or _belongs(host, allowed):
            continue
        host = amp_origin(url) or host
        if not _belongs(host, allowed):
            message = f"{show(host)} is not within the provider's domain {show(allowed[0])}"
            yield Objection(path, message, _HELP, part=host_place(url))


def _belongs(host: str, allowed: list[str]) -> bool:
    return any(is_within(host, domain) for domain in allowed)


RULE = Rule(
    summary="a URL whose host is not within the provider's domain",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    options={
        "allow-hosts": {
            "description": "Hosts that may show a video of any provider.",
            "type": "array",
            "items": {"type": "string"},
            "default": ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com"],
        }
    },
    examples=(
        Example(
            bad=(
                "---\nwebUrl: https://notexample.com/bridge-reopens\n"
                "provider:\n  domain: example.com\n---\n"
            ),
            message='"notexample.com" is not within the provider\'s domain "example.com"',
            good=(
                "---\nwebUrl: https://news.example.com/bridge-reopens\n"
                "provider:\n  domain: example.com\n---\n"
            ),
        ),
        Example(
            bad=(
                "---\ntype: article\noriginalUrl: https://youtu.be/a1B2c3D4e5F\n"
                "provider:\n  domain: example.com\n---\n"
            ),
            message='"youtu.be" is not within the provider\'s domain "example.com"',
            good=(
                "---\ntype: video\noriginalUrl: https://youtu.be/a1B2c3D4e5F\n"
                "provider:\n  domain: example.com\n---\n"
            ),
        ),
    ),
)
