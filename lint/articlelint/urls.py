"""Which host a URL leads to, and whether that host belongs to a domain."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

_AMP_CACHES = (".cdn.ampproject.org", ".cdn.ampproject.net", ".bing-amp.com")
_AMP_PATHS = ("/c/", "/v/", "/i/", "/a/")


def host_of(url: str) -> str | None:
    r"""The host that a browser would go to, in its canonical form, or None if there is none.

    Browsers read ``\`` as ``/`` and drop tabs and line breaks (WHATWG URL, section 4.4); user
    information before an ``@`` is no host, nor is a port.
    """
    cleaned = url.strip().translate({9: None, 10: None, 13: None}).replace("\\", "/")
    try:
        parts = urlsplit(cleaned)
        host = parts.hostname if parts.scheme else None
    except ValueError:  # a bracketed host that is no IP address
        return None
    return canonical_host(host) if host else None


@lru_cache(maxsize=4096)
def canonical_host(host: str) -> str:
    """A host name in lower case, without a final dot, as A-labels (RFC 5890) where it is IDN."""
    host = host.lower().rstrip(".")
    if host.isascii() and "xn--" not in host:
        return host
    import idna  # noqa: PLC0415 - few hosts need it

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host


def domain_host(domain: str) -> str:
    """The host that a domain field means, should it be written as a URL or begin with ``www.``."""
    host = host_of(domain) if "://" in domain else domain.partition("/")[0].partition(":")[0]
    return canonical_host((host or "").strip()).removeprefix("www.")


def is_within(host: str, domain: str) -> bool:
    """Whether a host is the domain or below it, at label boundaries. Both are canonical."""
    return host == domain or host.endswith("." + domain)


def amp_origin(url: str, host: str) -> str | None:
    """The host whose page an AMP cache URL shows, or None where it is no such URL.

    The cache's subdomain spells the origin, ``-`` for ``.`` and ``--`` for ``-``; where it is a
    hash instead (a name too long), the path holds the origin: ``/c/s/www.example.com/page``.
    """
    cache = next((suffix for suffix in _AMP_CACHES if host.endswith(suffix)), None)
    if cache is None:
        return _origin_in_path(url) if host == "cdn.ampproject.org" else None
    label = host.removesuffix(cache)
    if "-" not in label:
        return _origin_in_path(url)
    if label.startswith("xn--"):
        label = _unicode_label(label)
    return canonical_host(label.replace("--", "\0").replace("-", ".").replace("\0", "-"))


def _origin_in_path(url: str) -> str | None:
    path = urlsplit(url).path
    if not path.startswith(_AMP_PATHS):
        return None
    origin = path[3:].removeprefix("s/").split("/")[0]
    return canonical_host(origin) if origin else None


def _unicode_label(label: str) -> str:
    import idna  # noqa: PLC0415 - few hosts need it

    try:
        return idna.ulabel(label)
    except idna.IDNAError:
        return label
