"""The secured text does not have the format that encryption produces, so nobody can decrypt it.

It has two parts with a `;` between them: the encrypted text, and the vector that its encryption
started with. Both are bytes in base64 (RFC 4648, section 4), which uses the letters `A` to `Z` and
`a` to `z`, digits, `+` and `/`, and is padded with `=` to a multiple of four characters. The
cipher, AES in CBC mode, produces one or more blocks of 16 bytes, and its vector is one such block:
24 characters that end in `==`.

A value in any other format was cut off, wrapped or changed on its way. It cannot be fixed by hand:
copy it again in full, on one line, or encrypt the text again. An empty value is left alone here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Severity, Span
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show

#: Bytes in a block of AES (FIPS 197).
_BLOCK = 16
_BASE64 = "[A-Za-z0-9+/]*={0,2}"
_FOREIGN = "[^A-Za-z0-9+/=]"
_HELP = ("copy the value again in full, or encrypt the text again",)


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Check the two parts of the article's secured value, if it has one."""
    for path, value in article.entry.texts(article.fields.secured):
        if value and not value.isspace() and (fault := _fault(value, show(path[-1]))):
            message, part = fault
            yield Objection(path, message, _HELP, part=part)


def _fault(value: str, name: str) -> tuple[str, Span | None] | None:
    """What is wrong with a value, without quoting it, and with which part of it."""
    encrypted, *rest = value.split(";", maxsplit=2)
    if len(rest) != 1:
        many = "more than one" if rest else "no"
        what = f"{name} has {many} `;`: write one between the encrypted text and its vector"
        second = value.find(";", len(encrypted) + 1)
        return what, Span(second, second + 1) if rest else None
    before, after = (f"the part of {name} {where} the `;`" for where in ("before", "after"))
    size, vector_size = _size(encrypted), _size(rest[0])
    if size is None:
        return _not_base64(before, encrypted, 0)
    if size == 0 or size % _BLOCK:
        what = f"{before} should be whole blocks of {_BLOCK} bytes in base64, but is {size} bytes"
        return what, _part(encrypted, 0)
    start = len(encrypted) + 1
    if vector_size is None:
        return _not_base64(after, rest[0], start)
    if vector_size != _BLOCK:
        what = f"{after} should be {_BLOCK} bytes in base64, but is {vector_size} bytes"
        return what, _part(rest[0], start)
    return None


def _size(text: str) -> int | None:
    """How many bytes a text in base64 encodes; None if it is not base64."""
    if len(text) % 4 or not re.fullmatch(_BASE64, text):
        return None
    return len(text) // 4 * 3 - text.count("=")


def _not_base64(name: str, text: str, start: int) -> tuple[str, Span | None]:
    """Why a part that begins at ``start`` of the value is not base64, and where."""
    what = f"{name} is not base64"
    if foreign := re.search(_FOREIGN, text):
        span = Span(start + foreign.start(), start + foreign.end())
        return f"{what}: the character {show(foreign[0])} is not allowed", span
    if len(text) % 4:
        why = f"its length, {len(text)} characters, is not a multiple of 4"
        return f"{what}: {why}", _part(text, start)
    return f"{what}: `=` is allowed only at the end, at most twice", _part(text, start)


def _part(text: str, start: int) -> Span | None:
    """Where a part of the value is, unless there is nothing to mark."""
    return Span(start, start + len(text)) if text else None


_VECTOR = "YnJpZGdlIHJlb3BlbnMhIQ=="

RULE = Rule(
    summary="a secured text that is not base64, `;` and a vector of 16 bytes in base64",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    accepts=(f"{_VECTOR};{_VECTOR}",),
    examples=(
        Example(
            bad=f'---\nsecured: "{_VECTOR}"\n---\n',
            message='"secured" has no `;`: write one between the encrypted text and its vector',
            good=f'---\nsecured: "{_VECTOR};{_VECTOR}"\n---\n',
        ),
        Example(
            bad=f'---\nsecured: "{_VECTOR};YnJpZGdl"\n---\n',
            message=(
                'the part of "secured" after the `;` should be 16 bytes in base64, but is 6 bytes'
            ),
            good=f'---\nsecured: "{_VECTOR};{_VECTOR}"\n---\n',
        ),
        Example(
            bad=f'---\nsecured: "YnJpZGdlIHJlb3BlbnMhIQ;{_VECTOR}"\n---\n',
            message=(
                'the part of "secured" before the `;` is not base64: '
                "its length, 22 characters, is not a multiple of 4"
            ),
            good=f'---\nsecured: "{_VECTOR};{_VECTOR}"\n---\n',
        ),
    ),
)
