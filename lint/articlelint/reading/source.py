"""A file's bytes as text, and offsets into it as lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from articlelint.model import ColumnUnit, Diagnostic, Position, Severity, Span
from articlelint.named_tuple import NamedTuple
from articlelint.reading.limits import TOO_COMPLEX

#: What ends a line for an editor. YAML 1.1 and ``str.splitlines`` have more line breaks.
LINE_BREAK = re.compile(r"\r\n|\n|\r")

#: The most that is read of a file, in bytes: 16 MiB. No article is near it, and it limits what a
#: hostile file or an endless device can cost.
MAX_FILE_BYTES = 16 * 1024 * 1024

#: How many characters a place is at most from where counting starts. Without it, faults on one long
#: line would each be counted from the start of the line; a table of lines would be vast for 16 MiB
#: of empty ones.
_BLOCK = 1024

_BOM = b"\xef\xbb\xbf"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def line_number(text: str, offset: int) -> int:
    """The number, from 1, of the line that holds an offset; ``SourceFile`` is for many of them."""
    return sum(1 for _ in LINE_BREAK.finditer(text, 0, offset)) + 1


def after_break(text: str, start: int, end: int) -> int:
    """Where the last line break of ``text[start:end]`` ends; 0 if there is none."""
    line_feed = text.rfind("\n", start, end)
    return max(line_feed, text.rfind("\r", max(start, line_feed + 1), end)) + 1


def encoding_error(text: str) -> UnicodeEncodeError | None:
    """Where a text has a lone surrogate, which cannot be encoded; None if it has none."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error
    return None


class SourceFile:
    """The decoded text of one file, without its byte order mark.

    Offsets count code points of ``text``. ``fault`` says why the bytes are not text that can be
    checked; ``text`` is then what could be decoded, so that the fault has a line and column.
    """

    def __init__(
        self, text: str, fault: Diagnostic | None = None, *, has_byte_order_mark: bool = False
    ) -> None:
        self.text = text
        self.fault = fault
        self.has_byte_order_mark = has_byte_order_mark
        self._last_line = 0, Span(0, 0)
        #: The blocks of the text up to where places were asked for, as bodies are long.
        self._blocks = [_Block(0, 1, 0)]
        #: How wide the text before each block is, as far as that was asked for.
        self._widths_by_unit: dict[ColumnUnit, list[int]] = {}

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
    def from_text(cls, text: str, *, is_encodable: bool = False) -> SourceFile:
        """Take text that is already decoded; surrogates in it count as undecodable.

        To look for them takes most of the time of a long text: not if it ``is_encodable`` for sure.
        """
        has_byte_order_mark = text.startswith("\ufeff")
        text = text.removeprefix("\ufeff")
        if len(text) > MAX_FILE_BYTES:
            return cls("", _too_large())
        if not is_encodable and (error := encoding_error(text)):
            fault = _undecodable(
                "a lone surrogate is not text: save the file as UTF-8", error.start
            )
            return cls(text, fault)
        return cls(text, _nul(text), has_byte_order_mark=has_byte_order_mark)

    def position(self, offset: int, unit: ColumnUnit = ColumnUnit.CODE_POINTS) -> Position:
        """The line and column of an offset."""
        block = self._block_of(offset)
        line = block.line + self._count_breaks(block.start, offset)
        start = self._line_start(offset)
        if unit is ColumnUnit.CODE_POINTS or self.text.isascii():
            return Position(line, offset - start + 1)
        return Position(
            line, self._width_before(offset, unit) - self._width_before(start, unit) + 1
        )

    def offset(self, position: Position, unit: ColumnUnit = ColumnUnit.CODE_POINTS) -> int:
        """The offset of a position. Beyond the end of a line, or of the text, it is that end.

        A column within a character is taken for the character's start.
        """
        start, end = self.line_span(position.line)
        width = position.column - 1
        if unit is ColumnUnit.CODE_POINTS:
            return max(start, min(start + width, end))
        widths = range(1, end - start + 1)
        return start + bisect_right(
            widths, width, key=lambda length: _width(self.text[start : start + length], unit)
        )

    def digest(self, span: Span) -> str:
        """A digest of a stretch of the text, the same whatever the line breaks of the file."""
        from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL; only some formats need it

        text = self.between(span).replace("\r\n", "\n").replace("\r", "\n")
        return sha256(text.encode(errors="surrogatepass")).hexdigest()

    def between(self, gap: Span) -> str:
        """The text of a stretch, as it is."""
        return self.text[slice(*gap)]

    def line_span(self, number: int) -> Span:
        """Where a line is, without its line break; below the last line, the end of the text."""
        if number != self._last_line[0]:
            self._last_line = number, self._find_line(number)
        return self._last_line[1]

    def _find_line(self, number: int) -> Span:
        while self._blocks[-1].line < number and len(self._blocks) * _BLOCK <= len(self.text):
            self._add_block()
        block = self._blocks[max(0, bisect_left(self._blocks, number, key=attrgetter("line")) - 1)]
        start, line = block.line_start, block.line
        last, span = self._last_line
        if line < last < number:  # the next one, mostly
            start, line = span.start, last
        for _ in range(line, number):
            line_break = LINE_BREAK.search(self.text, start)
            if not line_break:
                return Span(len(self.text), len(self.text))
            start = line_break.end()
        line_break = LINE_BREAK.search(self.text, start)
        return Span(start, line_break.start() if line_break else len(self.text))

    def _block_of(self, offset: int) -> _Block:
        """The block that holds an offset."""
        index = offset // _BLOCK
        while len(self._blocks) <= index:
            self._add_block()
        return self._blocks[index]

    def _add_block(self) -> None:
        last, start = self._blocks[-1], len(self._blocks) * _BLOCK
        line = last.line + self._count_breaks(last.start, start)
        line_start = max(last.line_start, after_break(self.text, last.start, start))
        self._blocks.append(_Block(start, line, line_start))

    def _count_breaks(self, start: int, end: int) -> int:
        """How many line breaks have their last character in ``text[start:end]``."""
        count = self.text.count
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end + 1)

    def _line_start(self, offset: int) -> int:
        if offset and self.text.startswith("\r\n", offset - 1):
            offset -= 1  # within a line break: still on the line that it ends
        block = self._block_of(offset)
        return max(block.line_start, after_break(self.text, block.start, offset))

    def _width_before(self, offset: int, unit: ColumnUnit) -> int:
        """How wide the text before an offset is."""
        index = offset // _BLOCK
        widths = self._widths_by_unit.setdefault(unit, [0])
        while len(widths) <= index:
            start = (len(widths) - 1) * _BLOCK
            widths.append(widths[-1] + _width(self.text[start : start + _BLOCK], unit))
        return widths[index] + _width(self.text[index * _BLOCK : offset], unit)


class _Block(NamedTuple):
    """Where ``_BLOCK`` characters start, on which line that is, and where this line starts."""

    start: int
    line: int
    line_start: int


def _width(text: str, unit: ColumnUnit) -> int:
    """How many bytes of UTF-8 or code units of UTF-16 a text has; a surrogate counts as encoded."""
    if text.isascii():
        return len(text)
    if unit is ColumnUnit.UTF_8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


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
    return Diagnostic(TOO_COMPLEX, Severity.ERROR, message, (), Span(0, 0))
