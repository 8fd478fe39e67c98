"""What is wrong with a text that was meant as the address of a web page, and how it is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from articlelint.text.late_pattern import late_pattern
from articlelint.text.quotation import CURLY_QUOTES
from articlelint.text.spelling import edit_distance
from articlelint.text.words import shorten

#: The longest text that is looked at: browsers open no longer addresses either.
_MOST = 2000

_MARKDOWN = late_pattern(r"\[[^\]]*\]\(\s*(?P<url>[^\s()]+)\s*\)")
_SCHEME = late_pattern(r"(?P<word>[A-Za-z]{3,8})(?:[:;.]?[/\\]{1,4}:?[/\\]{0,2}|:)(?=\w)")
# Schemes that are no slip of `https`.
_OTHER_SCHEMES = frozenset({"file", "ftp", "ftps", "sftp", "ssh", "tel", "urn", "wss"})
_HOST = late_pattern(r"(?:[^\W_][\w-]*\.)+(?P<last>[^\W\d_]{2,})(?::\d+)?(?P<rest>[/?#]|\Z)")
# Where a name is that of a file rather than that of a site.
_ENDINGS = frozenset({"gif", "htm", "html", "jpeg", "jpg", "json", "md", "pdf", "png", "svg"})
# What RFC 3986, section 2, has no place for in a URL, but for `%`, which may begin an escape.
_REFUSED = late_pattern(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
# The same for RFC 3987, which has a place for most characters beyond ASCII.
_REFUSED_IN_IRI = late_pattern(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%\u00a1-\U000effff]")
_AUTHORITY = late_pattern(r"https?://[^/?#\\]*", re.IGNORECASE)
_SECOND_URL = late_pattern(r"[\s,;]https?://")


class AddressSlip(NamedTuple):
    """What is wrong or to be done, in a few words, and the address that was meant, if known."""

    what: str
    meant: str | None = None


def address_slip(
    text: str, *, is_relative: bool = False, is_iri: bool = False
) -> AddressSlip | None:
    """The slip in an address of a page, or None where none of the common ones is in it.

    ``is_relative``: it may also be a path on the same site. ``is_iri``: it may have characters
    beyond ASCII (RFC 3987). The address that was meant has all the
    slips of the text put right; ``what`` names the first.
    """
    if len(text) > _MOST:
        return None
    looks: list[Callable[[str], AddressSlip | None]] = [_around, _scheme]
    if not is_relative:
        looks.append(_host_alone)
    looks.append(partial(_characters, refused=_REFUSED_IN_IRI if is_iri else _REFUSED))
    first, meant = "", text
    for look in looks:
        if found := look(meant):
            first = first or found.what
            if found.meant is None:
                return AddressSlip(first)
            meant = found.meant
    return AddressSlip(first, meant) if first else None


def _around(text: str) -> AddressSlip | None:
    """Quotes, angle brackets, spaces or a link of Markdown around the address."""
    if text != text.strip():
        return AddressSlip("remove the space around it", text.strip())
    if link := _MARKDOWN.fullmatch(text):
        return AddressSlip("write only the address of the link", link["url"])
    bare = text.strip(CURLY_QUOTES)
    if bare != text:
        return AddressSlip("remove the curly quotes", bare.strip())
    bare = text.strip("<>")
    return AddressSlip("remove the `<` and `>`", bare.strip()) if bare != text else None


def _scheme(text: str) -> AddressSlip | None:
    """What an address begins with is `https://` or `http://`, but with a slip."""
    found = _SCHEME.match(text)
    word = found["word"].lower() if found else ""
    if found is None or word in _OTHER_SCHEMES:
        return None
    start = min(("https", "http"), key=lambda each: edit_distance(word, each))
    written = found.group()
    if edit_distance(word, start) > 1 or written == f"{start}://":
        return None
    rest = text[found.end() :]
    return AddressSlip(f"write `{start}://` instead of `{written}`", f"{start}://{rest}")


def _host_alone(text: str) -> AddressSlip | None:
    """An address without a scheme."""
    host = _HOST.match(text.removeprefix("//"))
    if host is None or (not host["rest"] and host["last"].lower() in _ENDINGS):
        return None
    return AddressSlip("start it with `https://`", f"https://{text.removeprefix('//')}")


def _characters(text: str, refused: re.Pattern[str]) -> AddressSlip | None:
    """A character that no URL may have: it can be escaped, but not in the name of a site."""
    found = refused.search(text)
    authority = _AUTHORITY.match(text)
    if found is None or not (authority or text.startswith("/")):
        return None
    if _SECOND_URL.search(text):
        return AddressSlip("write only one URL")
    what = _named(text, found.start())
    if authority and found.start() < authority.end():
        return AddressSlip(what)
    return AddressSlip(what, refused.sub(_escaped, text))


def _named(text: str, place: int) -> str:
    """A character that a URL cannot have, by what a reader sees of it."""
    char = text[place]
    if char == " ":
        return f"it has a space after `{shorten(text[:place])}`"
    shown = f"`{char}`" if char.isprintable() else f"character U+{ord(char):04X}"
    return f"a URL cannot have the {shown} in it"


def _escaped(refused: re.Match[str]) -> str:
    """By RFC 3986, section 2.1; but browsers read a backslash as a slash."""
    char = refused.group()
    return "/" if char == "\\" else quote(char, errors="replace")
