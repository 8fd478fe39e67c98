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

Correct the URL; or, if it is right, correct the provider. If there are several URLs, and all are on
one domain from which the provider's is off by a letter, the domain is reported instead of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show
from articlelint.web.urls import (
    ACE_PREFIX,
    MAX_HOST,
    amp_origin,
    domain_host,
    host_of,
    host_place,
    is_within,
)

_VIDEO = "video"
_HELP = ("correct the URL or the domain of the provider",)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the URLs of the article and of each related item with their provider's domain."""
    fields = article.fields
    for entry, provider, distinct in article.publications:
        written = provider.text(fields.domain) if provider else None
        domain = domain_host(written) if written else None
        if provider and domain and not _all_within(distinct, domain):
            allowed = [domain]
            if entry.value(fields.type) == _VIDEO:
                allowed += filter(None, map(domain_host, options["allow-hosts"]))
            urls = _located(entry.texts(*fields.urls))
            elsewhere = list(_elsewhere(urls, allowed))
            meant = _meant(domain, elsewhere) if len(elsewhere) > 1 else None
            if meant and not any(is_within(each.host, domain) for each in urls):
                path = provider.path_to(fields.domain)
                yield _wrong_domain(path, domain, meant, elsewhere[0])
            else:
                yield from (_wrong_url(each, domain) for each in elsewhere)


class _Located(NamedTuple):
    """A URL, where it is, and the host to which it leads."""

    path: DataPath
    url: str
    host: str


def _all_within(urls: Iterable[str], domain: str) -> bool:
    """Whether all lead to the domain or a subdomain of it, as nearly always."""
    return all((host := host_of(url)) is not None and is_within(host, domain) for url in urls)


def _located(urls: Iterable[tuple[DataPath, str]]) -> list[_Located]:
    """Those that have a host."""
    return [_Located(path, url, host) for path, url in urls if (host := host_of(url)) is not None]


def _elsewhere(urls: Iterable[_Located], allowed: list[str]) -> Iterator[_Located]:
    """Those that lead to none of the allowed hosts; of an AMP cache, with the host it shows."""
    for each in urls:
        if _belongs(each.host, allowed):
            continue
        shown = each._replace(host=amp_origin(each.url) or each.host)
        if not _belongs(shown.host, allowed):
            yield shown


def _meant(domain: str, urls: Iterable[_Located]) -> str | None:
    """The domain on which all of the URLs are, if the other one is off by a letter."""
    from articlelint.text.spelling import edit_distance  # noqa: PLC0415 - few articles need it

    labels = domain.count(".") + 1
    for count in (labels, labels + 1):  # a dot may be missing
        tails = {".".join(each.host.split(".")[-count:]) for each in urls}
        tail = tails.pop()
        is_name = not tail[-1:].isdigit() and not tail.startswith(ACE_PREFIX)
        is_name &= len(tail) <= MAX_HOST and abs(len(domain) - len(tail)) <= 1
        if not tails and is_name and edit_distance(domain, tail, 1) == 1:
            return tail
    return None


def _wrong_url(located: _Located, domain: str) -> Objection:
    message = f"{show(located.host)} is not within the provider's domain {show(domain)}"
    return Objection(located.path, message, _HELP, part=host_place(located.url))


def _wrong_domain(path: DataPath, domain: str, meant: str, first: _Located) -> Objection:
    message = f"all URLs are on {show(meant)}, not {show(domain)}: did you mean {show(meant)}?"
    help_ = f"write `{path[-1]}: {meant}`, or correct the URLs if the domain is right"
    related = ((first.path, f"this URL is on {show(meant)}"),)
    return Objection(path, message, (help_,), related=related, change=SetValue(path, meant))


def _belongs(host: str, allowed: list[str]) -> bool:
    return any(is_within(host, domain) for domain in allowed)


RULE = Rule(
    summary="a URL whose host is not within the provider's domain",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    fixes=(Safety.UNSAFE,),
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
        Example(
            bad=(
                "---\noriginalUrl: https://example.com/bridge-reopens\n"
                "webUrl: https://www.example.com/bridge-reopens\n"
                "provider:\n  domain: exmaple.com\n---\n"
            ),
            message=(
                'all URLs are on "example.com", not "exmaple.com": did you mean "example.com"?'
            ),
            good=(
                "---\noriginalUrl: https://example.com/bridge-reopens\n"
                "webUrl: https://www.example.com/bridge-reopens\n"
                "provider:\n  domain: example.com\n---\n"
            ),
        ),
    ),
)
