"""A file's bytes as text, and offsets into it as lines and columns."""

from __future__ import annotations

import re

from articlelint.model import Diagnostic, Position, Severity, Span

#: What ends a line for an editor. YAML 1.1 and ``str.splitlines`` know more, editors do not.
LINE_BREAK = re.compile(r"\r\n|\n|\r")

#: The most that is read of a file, in bytes: 16 MiB. No article is near it, and it bounds what a
#: hostile file or an endless device can cost.
MAX_FILE_BYTES = 16 * 1024 * 1024

_BOM = b"\xef\xbb\xbf"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")


class SourceFile:
    """The decoded text of one file, without its byte order mark.

    Offsets count code points of ``text``. ``fault`` tells why the bytes are no text that can be
    checked; ``text`` then stands in for them, so that the fault has a line and column.
    """

    def __init__(
        self, text: str, fault: Diagnostic | None = None, *, has_byte_order_mark: bool = False
    ) -> None:
        self.text = text
        self.fault = fault
        self.has_byte_order_mark = has_byte_order_mark
        # The last line that was asked for: where it begins, and its number. Counting from there
        # keeps a table of lines out of memory, which for 16 MiB of empty lines would be vast.
        self._known = 0, 1

    @classmethod
    def from_bytes(cls, data: bytes) -> SourceFile:
        """Decode UTF-8 bytes; a fault of their encoding is in ``fault``, never raised."""
        if len(data) > MAX_FILE_BYTES:
            return cls("", _too_large())
        content = data.removeprefix(_BOM)
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            start = len(content[: error.start].decode())
            fault = _undecodable(_why_not_utf8(content, error), start)
            return cls(content.decode(errors="replace"), fault)
        return cls(text, _nul(text), has_byte_order_mark=len(content) < len(data))

    @classmethod
    def from_text(cls, text: str) -> SourceFile:
        """Take text that somebody else decoded; surrogates in it count as undecodable."""
        has_byte_order_mark = text.startswith("\ufeff")
        text = text.removeprefix("\ufeff")
        if len(text) > MAX_FILE_BYTES:
            return cls("", _too_large())
        try:
            text.encode()
        except UnicodeEncodeError as error:
            fault = _undecodable(
                "a lone surrogate is not text: save the file as UTF-8", error.start
            )
            return cls(text, fault)
        return cls(text, _nul(text), has_byte_order_mark=has_byte_order_mark)

    def position(self, offset: int) -> Position:
        """The line and column of an offset. Offsets asked for in order cost least."""
        start, line = self._known
        if offset >= start:
            line += self._count_breaks(start, offset)
        else:
            line -= self._count_breaks(offset, start)
        start = self._line_start(offset)
        self._known = start, line
        return Position(line, offset - start + 1)

    def line(self, number: int) -> str:
        """The text of a line (1-based), without its line break."""
        start, line = self._known
        if number < line:
            start, line = 0, 1
        for _ in range(line, number):
            start = LINE_BREAK.search(self.text, start).end()  # type: ignore[union-attr]
        end = LINE_BREAK.search(self.text, start)
        return self.text[start : end.start() if end else None]

    def _count_breaks(self, start: int, end: int) -> int:
        """How many line breaks have their last character in ``text[start:end]``."""
        count = self.text.count
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end + 1)

    def _line_start(self, offset: int) -> int:
        if offset and self.text.startswith("\r\n", offset - 1):
            offset -= 1  # within a line break: still on the line that it ends
        start = self.text.rfind("\n", 0, offset) + 1
        return max(start, self.text.rfind("\r", start, offset) + 1)


def _why_not_utf8(content: bytes, error: UnicodeDecodeError) -> str:
    if content.startswith(_UTF_16_BOMS):
        return "the file is UTF-16: save it as UTF-8"
    return f"byte 0x{content[error.start]:02x} is not UTF-8: save the file as UTF-8"


def _nul(text: str) -> Diagnostic | None:
    offset = text.find("\0")
    if offset < 0:
        return None
    return _undecodable("a NUL byte is not text: remove it, or save the file as UTF-8", offset)


def _undecodable(message: str, offset: int) -> Diagnostic:
    span = Span(offset, offset + 1)
    return Diagnostic("undecodable-file", Severity.ERROR, message, (), span)


def _too_large() -> Diagnostic:
    message = f"the file is larger than {MAX_FILE_BYTES // 1024**2} MiB, which is the limit"
    return Diagnostic("too-complex", Severity.ERROR, message, (), Span(0, 0))
