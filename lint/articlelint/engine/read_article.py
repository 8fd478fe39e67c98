"""One article as the engine has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.article import Article
from articlelint.fixing.fix_maker import FixMaker
from articlelint.model import Diagnostic
from articlelint.named_tuple import NamedTuple
from articlelint.reading.document import Document

if TYPE_CHECKING:
    from articlelint.settings.ignores import Ignores


class ReadArticle(NamedTuple):
    """An article as it was read: its front matter, its ignore comments, and what makes fixes."""

    article: Article
    fix_maker: FixMaker
    ignores: Ignores | None

    @property
    def document(self) -> Document:
        """Its front matter."""
        return self.article.document

    @property
    def is_in_part(self) -> bool:
        """Whether some of it could not be read, or not as it is written."""
        return bool(self.document.unread) or self.document.is_repaired

    def unignored(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics that no comment ignores; the comments note the others.

        They have no fix that would also fix what is ignored.
        """
        if self.ignores is None:
            return found
        left = self.ignores.apply(found)
        kept = {id(each) for each in left}
        ignored = {id(each.fix) for each in found if each.fix and id(each) not in kept}
        return [each._replace(fix=None) if id(each.fix) in ignored else each for each in left]
