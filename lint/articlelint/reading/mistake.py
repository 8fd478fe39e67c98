"""A mistake of syntax in TOML or JSON: what is wrong, where, and what to write instead."""

from __future__ import annotations

from articlelint.model import (
    DataPath,
    Diagnostic,
    Edit,
    Fix,
    Related,
    RepairLine,
    Safety,
    Severity,
    Span,
)
from articlelint.reading.document import UnreadableError
from articlelint.reading.limits import TOO_COMPLEX
from articlelint.reading.source import LINE_BREAK, after_break, line_number
from articlelint.text.words import shorten

#: After so many mistakes, reading ends.
MOST_MISTAKES = 50


class MistakeError(Exception):
    """A text that cannot be read on from ``span``.

    ``help`` are lines that say what to write. ``edit`` is what would repair the line, if that is
    certain enough. ``resume`` is where a line begins from which the text can be read on, if that is
    known. ``ends_reading`` tells that not even the lines below can be read with certainty.
    """

    def __init__(  # noqa: PLR0913 - all but the first two have defaults
        self,
        message: str,
        span: Span,
        *help_: str,
        related: Related | None = None,
        edit: Edit | None = None,
        resume: int | None = None,
        ends_reading: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.help = tuple(filter(None, help_))
        self.related = (related,) if related else ()
        self.edit = edit
        self.resume = resume
        self.ends_reading = ends_reading

    def diagnostic(self, rule: str, text: str, path: DataPath = ()) -> Diagnostic:
        """The same as it is reported, by the id of the dialect's rule."""
        fix = repair(text, self.edit) if self.edit else None
        return Diagnostic(
            rule, Severity.ERROR, self.message, path, self.span, self.help, self.related, fix
        )


class TooComplexError(UnreadableError):
    """A text that exceeds a limit of ``reading.limits``."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(Diagnostic(TOO_COMPLEX, Severity.ERROR, message, (), span))


def line_of(text: str, offset: int) -> Span:
    """The line that holds an offset, without its line break."""
    line_break = LINE_BREAK.search(text, offset)
    return Span(after_break(text, 0, offset), line_break.start() if line_break else len(text))


def instead(text: str, edit: Edit) -> str:
    """What to type for an edit to be made: the line as it is then; empty if that is too long."""
    line = _edited(text, edit)
    return f"write `{line}`" if line == shorten(line) else ""


def _edited(text: str, edit: Edit) -> str:
    """The line of an edit after it, without the white space around."""
    start, end = line_of(text, edit.span.start)
    return f"{text[start : edit.span.start]}{edit.text}{text[edit.span.end : end]}".strip(" \t")


def repair(text: str, edit: Edit, safety: Safety = Safety.UNSAFE) -> Fix:
    """The fix that makes an edit within a line."""
    start, end = line_of(text, edit.span.start)
    line = f"{text[start : edit.span.start]}{edit.text}{text[edit.span.end : end]}"
    title = f"write `{shorten(line.strip())}`" if line.strip() else "remove the line"
    change = RepairLine(line_number(text, start), line)
    return Fix(title, safety, (edit,), change)
