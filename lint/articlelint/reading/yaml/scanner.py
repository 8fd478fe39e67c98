"""The pure parser's scanner, made to follow YAML 1.2 where ruamel.yaml's own does not.

That one takes hardly any tab for white space, and reads `?` and `:` in flow collections by the
rules of YAML 1.1. Rules and sections are those of YAML 1.2.2.
"""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.scanner import Scanner, ScannerError
from ruamel.yaml.tokens import (
    FlowEntryToken,
    FlowMappingEndToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    KeyToken,
    ScalarToken,
)

# What cannot go on a plain scalar, outside of flow collections and in them (rule [127]
# ns-plain-safe). The scanner's buffer ends with a NUL.
_END_OF_TEXT = " \t\r\n\0"
_END_OF_TEXT_IN_FLOW = _END_OF_TEXT + ",[]{}"
# What no plain scalar can begin with, `-`, `?` and `:` aside (rule [126] ns-plain-first).
_NO_FIRST = _END_OF_TEXT_IN_FLOW + "#&*!|>'\"%@`"
# The most characters of a key that no `?` announces.
_MAX_KEY = 1024

_WORD = re.compile(r"(?:[^ \t\r\n\0:]|:(?![ \t\r\n\0]))+")
_WORD_IN_FLOW = re.compile(r"(?:[^ \t\r\n\0:,\[\]{}]|:(?![ \t\r\n\0,\[\]{}]))+")
_SPACES = re.compile(" *")
_WHITE_SPACE = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\r\n\0]*")
_SAYS_NOTHING = re.compile(r"[ \t]*[#\r\n\0]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPES = re.compile(
    r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>\\u[dD][89a-fA-F])|\\.", re.DOTALL
)
_BLOCK_HEADER = re.compile(r"(?P<signs>[1-9][-+]?|[-+][1-9]?|)(?:[ \t]+(?=#)|[ \t]*(?=[\r\n\0]))")


class Yaml12Scanner(Scanner):
    """Overrides what ruamel.yaml's scanner calls, by the names that it has there."""

    def reset_scanner(self) -> None:
        """Begin to read."""
        self._last: Any = None  # the token that was read last
        self._tab: Any = None  # where a tab came last before which a key could have begun
        super().reset_scanner()

    def fetch_more_tokens(self) -> None:
        """Read the next token, and remember it."""
        super().fetch_more_tokens()
        self._last = self.tokens[-1]

    def scan_to_next_token(self) -> None:
        """Skip white space and comments (section 6.6)."""
        while True:
            self._skip_white_space()
            self._skip(_COMMENT)
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _skip_white_space(self) -> None:
        """Skip spaces, and tabs unless they indent (section 6.1)."""
        self._skip(_SPACES)
        reader = self.reader
        if not self.flow_level and not _SAYS_NOTHING.match(reader.buffer, reader.pointer):
            if reader.peek() != "\t" or reader.column <= self.indent:
                return
            if self.allow_simple_key:
                self._tab = reader.get_mark()
                self.allow_simple_key = False
        self._skip(_WHITE_SPACE)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Go on over what matches here, and return it."""
        match = pattern.match(self.reader.buffer, self.reader.pointer)
        skipped = match.group() if match else ""
        self.reader.forward(len(skipped))
        return skipped

    def stale_possible_simple_keys(self) -> None:
        """Let keys of flow mappings end on a later line than they begin (section 7.4.2)."""
        kept = {
            level: key
            for level, key in self.possible_simple_keys.items()
            if level
            and self.flow_context[level - 1] == "{"
            and self.indent < min(key.column, self.reader.column)
            and self.reader.index - key.index <= _MAX_KEY
        }
        super().stale_possible_simple_keys()
        self.possible_simple_keys.update(kept)

    def check_block_entry(self) -> bool:
        """Whether the dash here begins an item."""
        return self._is_indicator()

    def check_key(self) -> bool:
        """Whether the question mark here announces a key."""
        return self._is_indicator()

    def check_value(self) -> bool:
        """Whether the colon here ends a key: in flow, any after quotes or brackets does."""
        return self._is_indicator() or (bool(self.flow_level) and self._is_after_json())

    def _is_indicator(self) -> bool:
        """Whether the `-`, `?` or `:` here begins no text."""
        follows = self.reader.peek(1)
        if self.flow_level:
            return follows in _END_OF_TEXT_IN_FLOW
        if follows not in _END_OF_TEXT:
            return False
        if self._tab and self._tab.line == self.reader.line:
            raise ScannerError(None, None, "found a tab that indents", self._tab)
        return True

    def fetch_value(self) -> None:
        """A colon after no key: in a list, the parser expects to be told of the empty one."""
        if self.flow_context[-1:] == ["["] and isinstance(
            self._last, FlowEntryToken | FlowSequenceStartToken
        ):
            mark = self.reader.get_mark()
            self.tokens.append(KeyToken(mark, mark))
        super().fetch_value()

    def _is_after_json(self) -> bool:
        if isinstance(self._last, ScalarToken):
            return not self._last.plain
        return isinstance(self._last, FlowMappingEndToken | FlowSequenceEndToken)

    def check_plain(self) -> bool:
        """Whether text begins here; of `-`, `?` and `:`, none that is an indicator gets here."""
        return self.reader.peek() not in _NO_FIRST

    def scan_plain(self) -> ScalarToken:
        """A scalar without quotes (section 7.3.3)."""
        reader, word = self.reader, _WORD_IN_FLOW if self.flow_level else _WORD
        start = end = reader.get_mark()
        indent = self.indent + 1
        text = spaces = ""
        while reader.peek() != "#" and (written := self._skip(word)):
            self.allow_simple_key = False
            text += spaces + written
            end = reader.get_mark()
            spaces = self._plain_spaces(indent)
            if reader.column < indent:
                if not self.flow_level:
                    break
                self.remove_possible_simple_key()  # no key goes on at the margin
            if not spaces:
                break
        return ScalarToken(text, True, start, end)

    def _plain_spaces(self, indent: int) -> str:
        """Skip white space and line breaks in a scalar, and return what they mean."""
        spaces = self._skip(_WHITE_SPACE)
        if not self.scan_line_break():
            return spaces
        self.allow_simple_key = True
        breaks = ""
        while not (self.check_document_start() or self.check_document_end()):
            self._skip(_SPACES)
            if self.flow_level or self.reader.column >= indent:
                self._skip(_WHITE_SPACE)
            if not (line_break := self.scan_line_break()):
                return breaks or " "
            breaks += line_break
        return ""

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:  # noqa: FBT001
        """Characters in quotes; one that is escaped in two halves, as JSON does, becomes whole."""
        start = self.reader.pointer
        try:
            text = "".join(super().scan_flow_scalar_non_spaces(double, start_mark))
            if _SURROGATE.search(text):
                text = text.encode("utf-16", "surrogatepass").decode("utf-16")
        except (OverflowError, ValueError) as error:
            place = self.reader.get_mark()
            for escape in _ESCAPES.finditer(self.reader.buffer, start, self.reader.pointer):
                if escape["half"]:
                    place.index = escape.start() + 2
                    break
            context = "while scanning a quoted scalar"
            raise ScannerError(context, start_mark, str(error), place) from error
        return [text]

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """The signs after `|` or `>`, and the white space after them (section 8.1.1)."""
        match = _BLOCK_HEADER.match(self.reader.buffer, self.reader.pointer)
        if not match:
            header: tuple[bool | None, int | None] = super().scan_block_scalar_indicators(
                start_mark
            )
            return header  # what is wrong with it is said later
        self.reader.forward(len(match.group()))
        signs = match["signs"]
        digit = signs.strip("-+")
        keeps = "+" in signs if signs.strip("123456789") else None
        return keeps, int(digit) if digit else None

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Any]:
        """The line breaks above the text of a block scalar, its indentation, where it begins."""
        reader = self.reader
        breaks, deepest = [], 0
        while True:
            end = reader.get_mark()
            self._skip(_SPACES)
            column = reader.column
            if not (line_break := self.scan_line_break()):
                break
            deepest = max(deepest, column)
            breaks.append(line_break)
        if column <= self.indent:
            self._refuse_tab()
        elif deepest > column and reader.peek() != "\0":
            raise ScannerError(None, None, "found spaces above that indent more", reader.get_mark())
        return breaks, max(deepest, column), end

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Any]:
        """The line breaks between two lines of a block scalar or below it (section 8.1.1.2)."""
        breaks, end = super().scan_block_scalar_breaks(indent)
        if self.reader.column < indent:
            self._refuse_tab()
        return breaks, end

    def _refuse_tab(self) -> None:
        if self.reader.peek() == "\t":
            raise ScannerError(None, None, "found a tab that indents", self.reader.get_mark())
