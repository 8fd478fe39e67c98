"""Which page a URL leads to, in whatever form it is written."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from articlelint.web.tracking import without_tracking
from articlelint.web.urls import MAX_HOST, PLAIN_START, amp_origin, host_of, is_amp_cache

# A site and a path without anything to decode or leave out, as most URLs are written.
_PLAIN = re.compile(PLAIN_START + r"((?:/[A-Za-z0-9._~-]+)*)/?")

#: Subdomains that lead to the same pages, in a layout for some device.
_VARIANTS = frozenset({"www", "m", "amp"})
_DEFAULT_PORTS = frozenset({"80", "443"})

# How a URL begins by which Google shows the AMP version of a page, before the page's own host and
# path; and what may be in the name of such a version.
_AMP_VIEWER = r"\Ahttps?://(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}/amp/(?:s/)?(?=[^/?#]+\.[^/?#]+)"
_AMP_ENDING = r"(?<=.)\.amp(?=\Z|\.html?\Z)"
#: What asks for the AMP version of a page, and what AMP caches add.
_AMP_NAMES = ("amp=", "amp_", "usqp=")
_AMP_PARAMETERS = frozenset({"amp", "outputtype=amp", "view=amp"})

#: How a fragment starts that names a page of its own instead of a place on the page.
_ROUTES = ("!", "/")
_MARKS_OF_ROUTES = "#!/"

#: The characters of the longest URL whose page is remembered.
_LONGEST_KNOWN = 2_000


def page_key(url: str) -> str | None:
    """A text that is equal for two URLs that lead to one page; None if that cannot be known.

    It ignores the scheme, ``www.``, ``m.`` and ``amp.`` before the site's name, letter case in that
    name, the default port, tracking parameters, the order of the others, a trailing slash, the
    fragment and everything that asks for the AMP version of the page.
    """
    # Several rules ask for each URL of an article, and most articles have one twice.
    return _known_page_key(url) if len(url) <= _LONGEST_KNOWN else _page_key(url)


def _page_key(url: str) -> str | None:
    if "google" in url.lower():
        url = re.sub(_AMP_VIEWER, "https://", url.strip(), flags=re.IGNORECASE)
    parts = page_parts(url)
    if parts is None:
        return None
    site, path, query = parts
    return f"{site}/{path}?{query}" if query else f"{site}/{path}"


_known_page_key = lru_cache(maxsize=64)(_page_key)


def article_key(url: str) -> str | None:
    """The same, but None also for the home page of a site, which is no article."""
    key = page_key(url)
    return key if key and key.partition("/")[2].strip(_MARKS_OF_ROUTES) else None


def page_parts(url: str) -> tuple[str, str, str] | None:
    """The site, path and query that make up ``page_key``: ``example.com``, ``a/b``, ``c=d``.

    None for a URL without a host, and for one that browsers would have to correct first.
    """
    plain = _PLAIN.fullmatch(url)
    if plain and not _may_be_amp(url.lower()) and not is_amp_cache(plain[1]):
        return site_of(plain[1]), plain[2][1:], ""  # 1.1 us instead of 4.4
    url = url.strip()
    host = host_of(url)
    origin = amp_origin(url) if host and is_amp_cache(host) else None
    if host is None or not url.isprintable() or "\\" in url:
        return None
    address, _, fragment = without_tracking(url).partition("#")
    address, _, query = address.partition("?")
    after_scheme = address if address.startswith("/") else address.partition(":")[2]
    authority, _, path = after_scheme.lstrip("/").partition("/")
    segments = [unquote(each) for each in _segments(path)]
    site = site_of(origin or host)
    if origin:
        segments = _after_origin(segments, origin)
    else:
        site += _port(authority)
    route = "#" + fragment if fragment.startswith(_ROUTES) else ""
    return site, "/".join(_without_amp(segments)) + route, _query(query)


def _segments(path: str) -> list[str]:
    return [each for each in path.split("/") if each]


def site_of(host: str) -> str:
    """A host without subdomains that lead to the same pages, such as ``www.``."""
    return _known_site(host) if len(host) <= MAX_HOST else _site(host)


def _site(host: str) -> str:
    labels = host.split(".")
    return ".".join([*(each for each in labels[:-2] if each not in _VARIANTS), *labels[-2:]])


_known_site = lru_cache(maxsize=1024)(_site)  # most articles are on one of a few sites


def _port(authority: str) -> str:
    """The port with its colon; empty for a default port."""
    _, colon, port = authority.rpartition("@")[2].rpartition(":")
    return colon + port if colon and port.isdecimal() and port not in _DEFAULT_PORTS else ""


def _after_origin(segments: list[str], origin: str) -> list[str]:
    """The path on the site itself, from one on an AMP cache: ``c/s/www.example.com/page``."""
    for index, segment in enumerate(segments[:3]):
        if host_of("//" + segment) == origin:
            return segments[index + 1 :]
    return segments


def _without_amp(segments: list[str]) -> list[str]:
    if segments and segments[0].lower() == "amp":
        segments = segments[1:]
    if segments and segments[-1].lower() == "amp":
        segments = segments[:-1]
    if segments:
        segments = [*segments[:-1], re.sub(_AMP_ENDING, "", segments[-1], flags=re.IGNORECASE)]
    return segments


def _may_be_amp(url: str) -> bool:
    """Whether some part of a URL in lower case begins, or a name ends, like an AMP version's."""
    return "/amp" in url or ".amp" in url


def _query(query: str) -> str:
    return "&".join(sorted(each for each in query.split("&") if each and not _is_amp(each.lower())))


def _is_amp(parameter: str) -> bool:
    return parameter in _AMP_PARAMETERS or parameter.startswith(_AMP_NAMES)
