"""A block of text to a Document: what is decided alike for every dialect."""

from __future__ import annotations

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.dialect import Block, TooLongError
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.limits import MAX_LENGTH, TOO_COMPLEX


def read_block(
    text: str, block: Block, subject: str = "front matter"
) -> tuple[Document, list[Diagnostic]]:
    """Read a block of ``text`` by its dialect; ``subject`` is what messages call it.

    Returns the document and the faults that leave one to check (a key given twice, one that is not
    text, or a mistake of syntax that could be repaired to read on). Raises UnreadableError where
    there is no document.
    """
    opening, content, dialect = block
    if content.end - content.start > MAX_LENGTH:
        raise _too_long(subject, MAX_LENGTH, opening)
    if values := dialect.read_values(text, content):
        return Document(values, block, text), []
    try:
        root, faults, unread, is_repaired = dialect.parse(text, content, subject)
    except TooLongError as error:
        raise _too_long(subject, error.limit, opening) from None
    if is_repaired and not (root and isinstance(root.value, dict)):
        raise UnreadableError(*(each._replace(fix=None) for each in faults))
    if root is None or root.plain == "":
        message = f"the {subject} is empty"
        raise _error(
            "empty-front-matter", message, opening, dialect.advice(root, text[slice(*opening)])
        )
    if not isinstance(root.value, dict):
        what = "a list" if isinstance(root.value, list) else "a single value"
        message = f"the {subject} is {what}, not a mapping"
        raise _error(
            "front-matter-not-mapping",
            message,
            opening,
            dialect.advice(root, text[slice(*opening)]),
        )
    return Document(root, block, text, unread, is_repaired=is_repaired), faults


def _too_long(subject: str, limit: int, opening: Span) -> UnreadableError:
    return _error(TOO_COMPLEX, f"the {subject} is longer than {limit // 1024} KiB", opening)


def _error(rule: str, message: str, span: Span, *help_: str) -> UnreadableError:
    return UnreadableError(Diagnostic(rule, Severity.ERROR, message, (), span, help_))
