"""Which host a URL leads to, and whether that host is within a domain.

URLs are read as browsers read them (WHATWG URL Standard, section 4.4), which is more lenient than
RFC 3986: what counts is where a reader ends up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from articlelint.model import Span

#: How nearly all URLs begin, up to the path: a browser reads the host just as it is written.
PLAIN_START = r"https?://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)"
_PLAIN = re.compile(PLAIN_START + "(?![^/?#])")
# Browsers skip any number of slashes after a scheme of the web; `//host` keeps the page's scheme.
_START = re.compile(r"(?:(?:https?|ftp|wss?):|//)/*(?P<authority>[^/?#]*)", re.IGNORECASE)
_AS_BROWSERS_READ = str.maketrans({"\\": "/", "\t": None, "\r": None, "\n": None})
# "C0 control or space" in the standard, which browsers remove at either end.
_C0_OR_SPACE = "".join(map(chr, range(0x21)))

# Not allowed in a host (section 3.2 of the standard).
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f#%/:<>?@\[\\\]^|]")

#: The most characters of a host name and of one of its labels (RFC 1035, section 2.3.4).
MAX_HOST = 253
_MAX_LABEL = 63
#: What a label begins with that encodes an international name (RFC 5890, section 2.3.1).
ACE_PREFIX = "xn--"

_AMP_CACHES = (".cdn.ampproject.org", ".bing-amp.com")
_AMP_PATH = re.compile(r"/(?:a|c|i|r|v|wp)/(?:s/)?(?P<origin>[^/?#]+)")


def host_of(url: str) -> str | None:
    r"""The host that a browser would open, in its canonical form, or None if there is none.

    User information before an ``@`` and a port are not part of it; ``\`` is read as ``/``, and
    percent-encoding is decoded. A path on the same site and ``mailto:`` have no host.
    """
    plain = _PLAIN.match(url)
    if plain:  # 0.3 us instead of 1.3
        return plain[1]
    start = _START.match(_cleaned(url))
    return _host(start["authority"]) if start else None


def host_place(url: str) -> Span | None:
    """Where the host is written that ``amp_origin`` or else ``host_of`` reads, port excluded.

    None where a browser reads the URL otherwise than it is written, or an AMP cache encodes it.
    """
    cleaned, kept = _cleaned(url), url.strip(_C0_OR_SPACE)
    start = _START.match(cleaned)
    if start is None or len(cleaned) < len(kept):
        return None
    first = url.index(kept)
    authority = Span(*start.span("authority"))
    if amp_origin(url):
        in_path = _AMP_PATH.match(cleaned, authority.end)
        if in_path is None:
            return None
        authority = Span(*in_path.span("origin"))
    begin = cleaned.rfind("@", *authority) + 1 or authority.start
    port = cleaned.find(":", cleaned.find("]", begin, authority.end) + 1 or begin, authority.end)
    return Span(first + begin, first + (port if port >= 0 else authority.end))


def canonical_host(host: str) -> str:
    """A host name in lower case, without final dots, in A-labels (RFC 5890) where it is IDN."""
    if host.isascii() or len(host) > MAX_HOST:
        return host.lower().rstrip(".")
    return _in_a_labels(host)


def domain_host(domain: str) -> str | None:
    """The host that a domain field means, even if it is a URL or begins with ``www.``."""
    # Most articles name one of a few domains.
    return _known_domain_host(domain) if len(domain) <= MAX_HOST else _domain_host(domain)


def _domain_host(domain: str) -> str | None:
    domain = _cleaned(domain)
    host = host_of(domain if _START.match(domain) else "//" + domain)
    without_www = host.removeprefix("www.") if host else ""
    return without_www if "." in without_www else host


_known_domain_host = lru_cache(maxsize=1024)(_domain_host)


def is_within(host: str, domain: str) -> bool:
    """Whether a host is the domain or a subdomain of it. Both are canonical."""
    return host == domain or (host.endswith("." + domain) and not _FORBIDDEN.search(host))


def is_within_any(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is within one of the domains, which may be written in any form."""
    return any(is_within(host, domain) for domain in map(domain_host, domains) if domain)


def is_amp_cache(host: str) -> bool:
    """Whether a host shows the AMP pages of other sites, as `amp_origin` tells of a URL."""
    return f".{host}".endswith(_AMP_CACHES)


def amp_origin(url: str) -> str | None:
    """The host whose page an AMP cache URL shows, or None for any other URL.

    The path holds the origin: ``/c/s/www.example.com/page``. If it does not, the subdomain of the
    cache spells it, with ``-`` for ``.`` and ``--`` for ``-``, unless it is a hash.
    """
    host = "." + (host_of(url) or "")
    cache = next((each for each in _AMP_CACHES if host.endswith(each)), None)
    if cache is None:
        return None
    url = _cleaned(url)
    in_path = _AMP_PATH.match(url, _START.match(url).end())  # type: ignore[union-attr]
    return _host(in_path["origin"]) if in_path else _spelled(host.removesuffix(cache)[1:])


def _cleaned(url: str) -> str:
    url = url.strip(_C0_OR_SPACE)
    if url.isprintable() and "\\" not in url:
        return url  # nearly always, and far cheaper than translating
    return url.translate(_AS_BROWSERS_READ)


def _host(authority: str) -> str | None:
    host_and_port = authority.rpartition("@")[2]
    if host_and_port.startswith("["):
        return _ipv6(host_and_port[1:].partition("]")[0])
    return canonical_host(unquote(host_and_port.partition(":")[0])) or None


def _ipv6(address: str) -> str:
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415 - few URLs need it

    try:
        return IPv6Address(address).compressed
    except AddressValueError:
        return f"[{address}]"


@lru_cache(maxsize=1024)
def _in_a_labels(host: str) -> str:
    """Map by UTS #46, which also knows other dots; then encode each label.

    Browsers do the same. ``idna.encode`` is stricter and rejects names that they open.
    """
    import idna  # noqa: PLC0415 - few hosts need it

    try:
        mapped = idna.uts46_remap(host, std3_rules=False)
    except idna.IDNAError:
        mapped = host.lower()
    labels = mapped.rstrip(".").split(".")
    return ".".join(each if each.isascii() else _a_label(each) for each in labels)


def _a_label(label: str) -> str:
    return ACE_PREFIX + label.encode("punycode").decode("ascii")


def u_label(label: str) -> str:
    """A label in Unicode; unchanged if it is not an A-label, or one that encodes nothing."""
    if not label.startswith(ACE_PREFIX):
        return label
    try:
        return label.removeprefix(ACE_PREFIX).encode().decode("punycode")
    except UnicodeError:
        return label


def _spelled(label: str) -> str | None:
    """The host that the subdomain of an AMP cache spells."""
    if "-" not in label or "." in label or len(label) > _MAX_LABEL:
        return None
    label = u_label(label)
    if label.startswith("0-") and label.endswith("-0"):  # it would look like an A-label otherwise
        label = label[2:-2]
    return canonical_host(label.replace("--", "\0").replace("-", ".").replace("\0", "-")) or None
