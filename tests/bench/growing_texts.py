"""Texts that are one piece again and again, at every place of an article where a text may be.

What a rule or the reading of a style of YAML does for each piece, it must not do for all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from tests.bench.growing_articles import checking
from tests.bench.growth import Task

#: How many characters a text has at n.
_LENGTH = 2_000
_ARTICLE = """\
---
category: {0}
title: {0}
excerpt: {0}
publishedDateTime: {0}
originalUrl: {0}
webUrl: {1}
type: {0}
published: {0}
provider:
  name: {0}
  domain: {0}
  images:
    - url: {0}
topics:
  - {0}
related:
  - title: {0}
    publishedDateTime: {0}
    webUrl: {1}
    provider: {0}
featuredContent: {0}
secured: {0}
---
{2}
"""
_PIECES = (
    *(" ", "a", "A", "0", "é", "😀", "a\u0301", "\u200b", "\u00a0", "\u202e", "\t", "\\", '"', "'"),
    *("#", " #", "# ", ":", ": ", "a: ", "-", "- ", "---", ",", ", ", "[", "{", "<b>", "`", "*"),
    *("â€™", "Ã", "&amp;", "&#8217;", "&", ";", "Lorem ipsum ", "na ", "tbd. ", "QUJD", "=", "+"),
    *("a.", "www.", "xn--a.", "a-", "--", "/", "/a", "//", "../", "?", "?a=b", "&a=b", "%41", "@"),
    *("&utm_a=b", "http://", "http://a.example ", "https://a.example/?utm_a=b ", "1:", "12-", "|"),
)


def tasks() -> Iterator[tuple[str, tuple[int, Task]]]:
    """Each piece, in double quotes and in block style."""
    for piece in _PIECES:
        n = max(1, _LENGTH // len(piece))
        yield f"{json.dumps(piece)} in quotes", (n, partial(_text, piece, _in_quotes))
        yield f"{json.dumps(piece)} in a block", (n, partial(_text, piece, _in_block))


def _text(piece: str, write: Callable[[str], str], n: int) -> Callable[[], object]:
    text = piece * n
    return checking(_ARTICLE.format(write(text), write("https://a.example/" + text), text))


def _in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _in_block(text: str) -> str:
    """Lines of eight characters."""
    lines = (f"          {text[at : at + 8]}\n" for at in range(0, len(text), 8))
    return f"|\n{''.join(lines)}"
