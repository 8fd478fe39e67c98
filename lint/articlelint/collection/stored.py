"""Texts as the tables of a collection have them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import NamedTuple

from articlelint.model import DataPath
from articlelint.rule import Fact

#: A fact: the id of its rule, key, value and path.
FactRow = tuple[bytes, bytes, bytes, str]


class FactRows(NamedTuple):
    """The facts of a file, and a digest that tells them from any others; 0 if there are none.

    The digest is within 64 bits. The sum of those of several files tells the facts of all from any
    others. The rows are left out where they are in the cache.
    """

    rows: Sequence[FactRow]
    digest: int


NO_FACTS = FactRows((), 0)

#: The most characters of a key or value: of a longer one, its beginning and a digest are kept.
_MOST_KEPT = 1000
_DIGEST = 64
#: How long the digest of the content of a file is.
BYTES_OF_DIGEST = 20


def stored(text: str) -> bytes:
    """A text as sqlite takes it, which takes no names of files that are not UTF-8 as text."""
    return text.encode(errors="surrogatepass")


def text_of(data: bytes) -> str:
    """The text that was ``stored``."""
    return data.decode(errors="surrogatepass")


def kept(text: str) -> str:
    """What is kept of a key or value; all of what was kept before."""
    if len(text) <= _MOST_KEPT:
        return text
    digest = sha256(text.encode(errors="surrogatepass")).hexdigest()
    return f"{text[: _MOST_KEPT - _DIGEST - 1]} {digest}"


def fact_rows(name: str, facts: Mapping[str, Iterable[Fact]]) -> FactRows:
    """What rules have noted of a file, by their ids; ``name`` is its name in its collection."""
    rows = [
        (rule_id, stored(kept(key)), stored(kept(value)), _as_text(path))
        for rule_id, noted in ((stored(rule), noted) for rule, noted in facts.items())
        for key, path, value in noted
    ]
    if not rows:
        return NO_FACTS
    text = repr((name, rows)).encode(errors="surrogatepass")
    digest = blake2b(text, digest_size=8).digest()
    return FactRows(rows, int.from_bytes(digest, "big", signed=True))


@lru_cache(maxsize=4096)  # nearly all articles have the same paths
def _as_text(path: DataPath) -> str:
    return json.dumps(path)
