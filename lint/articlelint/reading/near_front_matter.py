"""What is nearly front matter at the top of a text, and what to write for it to be some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.named_tuple import NamedTuple
from articlelint.reading.dialect import Fences
from articlelint.reading.source import LINE_BREAK
from articlelint.text.words import shorten, show

#: How much is looked at, in characters and in lines.
_MOST = 20_000
_MAX_LINES = 200
#: How many lines of text there may be above front matter.
_MAX_ABOVE = 20

_CODE_FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*(?P<language>[\w-]*)[ \t]*\Z")
# Code in another language is not front matter, whatever it looks like.
_LANGUAGES = frozenset(("", "yaml", "yml", "toml", "markdown", "md"))
# What is drawn or corrected to be a line, and is none of dashes.
_ODD_FENCE = re.compile(r"(?:[-\u2010-\u2015\u2212]+|={2,}|_{3,}|\*{3,}|~{3,})[ \t]*\Z")
# White space, and byte order marks of files that were joined.
_ABOVE = " \t\r\n\ufeff"
# What is after a key.
_SIGN = re.compile(r"[ \t]*[:=]")
_MARK = re.compile(r"(?:>|\||#|//|\*)[ \t]?|[ \t]+")


class NearKeys(NamedTuple):
    """The keys of what is nearly front matter.

    They ``may_be_text`` if pages have such lines for readers to see: in a code block, or between
    two lines of a page.
    """

    names: tuple[str, ...]
    may_be_text: bool = False


class _Near(NamedTuple):
    """What to write, and the keys for which to write it."""

    help: str
    keys: NearKeys


def advice(text: str, fences: Fences) -> str | None:
    """What to write where no front matter begins at the top of ``text``; None if nothing is near.

    Something is near if a line begins with a key, and only such lines follow as can be between
    fences, up to a line that closes them or was meant to.
    """
    found = _near(_first_lines(text, fences))
    return found.help if found else None


def keys_near(text: str, fences: Fences) -> NearKeys:
    """The keys of what is near, also of what has too much above it or lacks its opening line."""
    found = _near(_first_lines(text, fences))
    if found:
        return found.keys
    block = _first_lines(text[:_MOST].lstrip(_ABOVE), fences)
    first = 1 if block.is_opening(0) else 0
    end = block.end(first)
    if end is None or not block.is_closing(end):
        return NearKeys(())
    return NearKeys(block.keys(first, end))


def closing_advice(text: str, fences: Fences) -> str | None:
    """What to write where other signs are in the line that should close the keys of ``text``."""
    block = _first_lines(text, fences)
    end = block.end(1)
    if end is None:
        return None
    odd = _as_written(block.lines[end].rstrip(" \t"))
    return f"write `{fences.closing}` instead of {odd} on line {end + 1}"


class _Lines:
    """The first lines of a text, by their indices from 0."""

    def __init__(self, lines: list[str], fences: Fences) -> None:
        self.lines = lines
        self.fences = fences

    def is_opening(self, index: int) -> bool:
        """Whether a line is the one that opens front matter."""
        return index < len(self.lines) and self.lines[index].rstrip(" \t") == self.fences.opening

    def is_closing(self, index: int) -> bool:
        """Whether a line is one that closes front matter."""
        return bool(self.fences.closing_line.match(f"\n{self.lines[index]}"))

    def end(self, first: int) -> int | None:
        """The line that closes the keys from line ``first`` on, be it with an odd fence."""
        fences = self.fences
        if not (fences.key_line and fences.inner_line):
            return None
        for index in range(first, len(self.lines)):
            line = f"{self.lines[index]}\n"
            if index == first and not fences.key_line.match(line):
                return None
            if self.is_closing(index) or _is_odd(self.lines[index]):
                return index
            if line.strip() and not fences.inner_line.match(line):
                return None
        return None

    def keys(self, first: int, end: int) -> tuple[str, ...]:
        """The keys in the lines from ``first`` on, up to line ``end``."""
        language = _CODE_FENCE.match(self.lines[0])
        if language and language["language"].lower() not in _LANGUAGES:
            return ()
        lines = self.lines[first:end]
        return tuple(each for line in lines if (each := _key(line, self.fences)))


def _near(block: _Lines) -> _Near | None:
    found = (each(block) for each in (_in_code_fence, _odd_fences, _marked, _below_text))
    return next(filter(None, found), None)


def _key(line: str, fences: Fences) -> str | None:
    """The key that a line begins with."""
    is_key = fences.key_line and fences.key_line.match(f"{line}\n")
    return _SIGN.split(line, maxsplit=1)[0] if is_key else None


def _first_lines(text: str, fences: Fences) -> _Lines:
    return _Lines(LINE_BREAK.split(text[:_MOST])[:_MAX_LINES], fences)


def _is_odd(line: str) -> bool:
    return bool(_ODD_FENCE.match(line) or _CODE_FENCE.match(line))


def _in_code_fence(block: _Lines) -> _Near | None:
    """A code fence around front matter and its own fences."""
    if not (_CODE_FENCE.match(block.lines[0]) and block.is_opening(1)):
        return None
    end = block.end(2)
    if end is None or not block.is_closing(end):
        return None
    if block.lines[end + 1 : end + 2] and _CODE_FENCE.match(block.lines[end + 1]):
        help_ = f"remove lines 1 and {end + 2}, the code fence around the front matter"
    else:
        help_ = "remove line 1, the code fence above the front matter"
    return _Near(help_, NearKeys(block.keys(2, end), may_be_text=True))


def _odd_fences(block: _Lines) -> _Near | None:
    """Other lines where the fences should be."""
    opening, end = block.lines[0].rstrip(" \t"), block.end(1)
    if not _is_odd(opening) or end is None:
        return None
    closing = block.lines[end].rstrip(" \t")
    help_ = f"write `{block.fences.opening}` instead of {_as_written(opening)}"
    if opening == closing:
        help_ += f" on lines 1 and {end + 1}"
    elif not block.is_closing(end):
        help_ += f" on line 1, and instead of {_as_written(closing)} on line {end + 1}"
    return _Near(help_, NearKeys(block.keys(1, end), bool(_CODE_FENCE.match(opening))))


def _as_written(line: str) -> str:
    return show(line) if "`" in line else f"`{shorten(line)}`"


def _marked(block: _Lines) -> _Near | None:
    """A sign or spaces before each line, as of a quoted mail."""
    mark = _MARK.match(block.lines[0])
    if not mark:
        return None
    bare = list(_without(mark[0], block.lines))
    plain = _Lines(bare, block.fences)
    end = plain.end(1) if plain.is_opening(0) else None
    if end is None or not plain.is_closing(end):
        return None
    help_ = f"remove the `{mark[0]}` at the start of lines 1 to {end + 1}"
    return _Near(help_, NearKeys(plain.keys(1, end)))


def _without(mark: str, lines: list[str]) -> Iterator[str]:
    """The lines that begin with a mark, without it, up to one that does not."""
    for line in lines:
        if not line.startswith(mark.rstrip() or mark):
            return
        yield line.removeprefix(mark if line.startswith(mark) else mark.rstrip())


def _below_text(block: _Lines) -> _Near | None:
    """Front matter below a heading or other text."""
    for opening in range(1, _MAX_ABOVE + 1):
        if block.is_opening(opening):
            end = block.end(opening + 1)
            if end is None or not block.is_closing(end) or not _is_text(block.lines[:opening]):
                return None
            closing = block.lines[end].rstrip(" \t")
            help_ = (
                f"the front matter begins on line {opening + 1}: move {_lines_from_1(opening)}"
                f" below the `{closing}` on line {end + 1}"
            )
            return _Near(help_, NearKeys(block.keys(opening + 1, end), may_be_text=True))
    return None


def _is_text(lines: list[str]) -> bool:
    """Whether lines hold text that ends there: below the opening of a code block, there is code."""
    fences = sum(each.lstrip(" \t").startswith(("```", "~~~")) for each in lines)
    return fences % 2 == 0 and any(each.strip() for each in lines)


def _lines_from_1(last: int) -> str:
    return "line 1" if last == 1 else f"lines 1 {'and' if last == 2 else 'to'} {last}"
