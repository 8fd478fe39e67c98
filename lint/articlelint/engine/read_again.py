"""An article that was checked, read once more for the places of what was found later."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.fixing.fix_maker import FixMaker
from articlelint.model import Diagnostic
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile


class ReadAgain(NamedTuple):
    """The front matter of an article, and what makes fixes."""

    document: Document
    fix_maker: FixMaker


def read_again(source: SourceFile) -> ReadAgain | None:
    """The article; None if it has no front matter that can be read, of which nothing was noted."""
    if source.fault:
        return None
    block = find_block(source.text)
    if isinstance(block, Diagnostic):
        return None
    try:
        document, _ = read_block(source.text, block)
    except UnreadableError:
        return None
    return ReadAgain(document, FixMaker(document, source.text))
