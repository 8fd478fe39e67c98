"""What is wrong around the front matter of an article that has been read."""

from __future__ import annotations

from articlelint.fixing.fix_maker import byte_order_mark_fix
from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.dialect import Block
from articlelint.reading.document import Document
from articlelint.reading.frontmatter import may_have_second_block


def second_block_found(text: str, block: Block, document: Document) -> list[Diagnostic]:
    """What is said of a second block below the front matter, if there is one."""
    if not may_have_second_block(text, block):
        return []
    from articlelint.reading.second_block import second_block  # noqa: PLC0415 - seldom needed

    found = second_block(text, block, document.data)
    return [found] if found else []


def byte_order_mark() -> Diagnostic:
    """What is said of a byte order mark before the front matter."""
    message = "the file starts with a byte order mark (BOM)"
    help_ = ("save the file as UTF-8 without a byte order mark",)
    span, fix = Span(0, 0), byte_order_mark_fix()
    return Diagnostic("byte-order-mark", Severity.WARNING, message, (), span, help_, fix=fix)
