"""A URL starts with `http://`.

Anyone on the way to the reader can read and change what comes over `http://`, and browsers warn of
such pages or open them with `https://` instead. They do not show such images on a page that came
over `https://`. Write `https://`, and check that the page opens: nearly every site has it. If a
site does not, add its host to the list `allow-hosts`.

Left alone are hosts that do not need `https://` or cannot have it: `localhost`, names that end with
`.local` or `.onion`, and IP addresses within a private network.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity, Span
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.late_pattern import late_pattern
from articlelint.web.urls import host_of, is_within_any

_SCHEME = "http:"
_START = late_pattern(rf"{_SCHEME}[/\\]*", re.IGNORECASE)
_DEFAULT_PORT = ":80"
_END_OF_AUTHORITY = r"[/\\?#]"

#: RFC 6761 (section 6.3), RFC 6762 and RFC 7686.
_LOCAL_OR_SAFE = ("localhost", "local", "onion")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each URL of the article, its related items and its images."""
    for path, url in article.urls:
        if not url.startswith("https:") and _is_insecure(url.strip(), options["allow-hosts"]):
            message = 'the URL starts with "http://" instead of "https://"'
            secure = _secure(url)
            change = SetValue(path, secure) if _is_likely(url) else None
            help_ = f"write `{secure}` if the page opens there"
            part = Span(*_START.search(url).span())  # type: ignore[union-attr]
            yield Objection(path, message, (help_,), change=change, part=part)


def _is_insecure(url: str, allowed: Collection[str]) -> bool:
    host = host_of(url) if url[: len(_SCHEME)].lower() == _SCHEME else None
    return host is not None and not _may_be_insecure(host, allowed)


def _may_be_insecure(host: str, allowed: Collection[str]) -> bool:
    return is_within_any(host, (*_LOCAL_OR_SAFE, *allowed)) or _is_private_address(host)


def _is_private_address(host: str) -> bool:
    """Whether it is an IP address that the internet does not route to."""
    if not host[-1].isdigit() and ":" not in host:
        return False
    from ipaddress import ip_address  # noqa: PLC0415 - few URLs need it

    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def _secure(url: str) -> str:
    authority, rest = _authority_and_rest(url)
    return "https://" + authority.removesuffix(_DEFAULT_PORT) + rest


def _is_likely(url: str) -> bool:
    """Whether `https://` probably works: not for a port of `http://`, nor for an IP address."""
    host = host_of(url) or ""
    authority, _ = _authority_and_rest(url)
    has_port = ":" in authority.removesuffix(_DEFAULT_PORT).rpartition("@")[2]
    is_name = "." in host and not host[-1].isdigit()
    return is_name and not has_port and url.isprintable() and len(url.split()) == 1


def _authority_and_rest(url: str) -> tuple[str, str]:
    """The part up to the path (user, host and port), and the rest."""
    url = url.strip()[len(_SCHEME) :].lstrip("/\\")
    authority = re.split(_END_OF_AUTHORITY, url, maxsplit=1)[0]
    return authority, url[len(authority) :]


RULE = Rule(
    summary="a URL that starts with `http://`",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    trigger=Trigger(in_any_case=(_SCHEME,)),
    options={
        "allow-hosts": {
            "description": "Hosts that have no `https://`; their subdomains are allowed, too.",
            "type": "array",
            "items": {"type": "string"},
            "default": [],
        }
    },
    gives_way=True,
    fixes=(Safety.UNSAFE,),
    examples=(
        Example(
            bad="---\nwebUrl: http://www.example.com/bridge-reopens\n---\n",
            message='the URL starts with "http://" instead of "https://"',
            good="---\nwebUrl: https://www.example.com/bridge-reopens\n---\n",
        ),
    ),
)
