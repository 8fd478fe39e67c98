"""The result of a check of one article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from articlelint.article import Interval
from articlelint.model import Diagnostic
from articlelint.named_tuple import NamedTuple
from articlelint.report import Suppressed
from articlelint.rule import Fact

if TYPE_CHECKING:
    from articlelint.contents import Contents
    from articlelint.settings.ignores import Ignores


class Checked(NamedTuple):
    """What one check yields: what is wrong with an article, in the order of the text, and facts.

    ``suppressed`` is what its comments ignore. ``facts`` are, by the ids of rules, what they note
    about the article to compare it with others. ``ignores`` are its ignore comments, for
    diagnostics that come later; ``is_whole`` tells whether all of it was checked,
    ``by_named_schema`` whether that was by a schema that it names itself. ``contents`` is what the
    article holds, if that was asked for and all of it could be read. ``holds`` is when a check by
    the same schema and settings says the same of the same text; None if that is not known, as after
    a failure, or where the article names a schema, which may change. It pickles, and holds no text.
    """

    diagnostics: list[Diagnostic]
    suppressed: tuple[Suppressed, ...] = ()
    facts: Mapping[str, tuple[Fact, ...]] = {}
    ignores: Ignores | None = None
    is_whole: bool = False
    by_named_schema: bool = False
    contents: Contents | None = None
    holds: Interval | None = None

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to say of the article, unless something comes later."""
        return not (self.diagnostics or self.suppressed or self.ignores)
