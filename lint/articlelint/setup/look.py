"""A look at a folder that is to be set up: its articles, and files that may be some."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic
from articlelint.reading.frontmatter import find_block
from articlelint.settings.globs import Globs
from articlelint.setup.infer import Article


class Look:
    """What was seen of the files of a folder so far.

    With one of the ``usual`` endings, each is an article; with one of ``further`` ones, those that
    begin with front matter. ``endings`` are those of articles. ``others`` counts, by their endings,
    files that begin with front matter but are no articles, unless they match ``pages``. Both are in
    the letter case of the files, which matters in patterns.
    """

    def __init__(
        self, usual: tuple[str, ...], further: tuple[str, ...], pages: Iterable[str] = ()
    ) -> None:
        self._usual = usual
        self._further = further
        self._pages = Globs(pages)
        self.endings: set[str] = set()
        self.others: Counter[str] = Counter()

    def articles(self, files: Iterable[Article]) -> Iterator[Article]:
        """Pass on articles alone."""
        for each in files:
            ending = os.path.splitext(each.name)[1]
            if ending.lower() in self._usual:
                self.endings.add(ending)
                yield each
            elif each.source.fault or isinstance(find_block(each.source.text), Diagnostic):
                continue
            elif ending.lower() in self._further:
                self.endings.add(ending)
                yield each
            elif not self._pages.match(each.name):
                self.others[ending] += 1

    def to_include(self) -> list[str]:
        """The endings of articles that a search has to be told; none if all are usual."""
        is_usual = {each.lower() for each in self.endings} <= set(self._usual)
        return [] if is_usual else sorted({*self.endings, self._usual[0]})
