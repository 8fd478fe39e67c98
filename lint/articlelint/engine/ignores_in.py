"""The ignore comments of an article, as far as the settings allow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.model import Diagnostic, Span
from articlelint.reading.document import Document
from articlelint.settings.config import Config

if TYPE_CHECKING:
    from articlelint.settings.ignores import Ignores

#: What comments hold that ignore something, or that look as if they did; in few articles.
_MARKS_OF_DIRECTIVES = ("rticlelint", "rticleLint", "noqa", "NOQA")


def ignores_in(  # noqa: PLR0913 - it is called in one place
    text: str,
    content: Span,
    document: Document,
    faults: list[Diagnostic],
    *,
    config: Config,
    own_ids: frozenset[str],
) -> tuple[Ignores | None, list[Diagnostic]]:
    """The ignore comments; None if there are none, as in most articles, or if all are refused.

    What is refused is a diagnostic each. ``faults`` are those of reading, ``own_ids`` the rules
    that are no built-in ones.
    """
    if all(text.find(each, *content) < 0 for each in _MARKS_OF_DIRECTIVES):
        return None, []
    from articlelint.settings.directives import refused  # noqa: PLC0415 - seldom needed
    from articlelint.settings.ignores import find_ignores  # noqa: PLC0415 - likewise

    if not config.inline.ignore:
        return None, refused(text, content, document)
    unignorable = config.unignorable()
    found = find_ignores(text, content, document, faults, own_ids=own_ids, unignorable=unignorable)
    return found, []
