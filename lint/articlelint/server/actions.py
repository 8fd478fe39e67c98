"""What an editor offers to do about diagnostics: fixes, comments that ignore them, their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import NamedTuple

from lsprotocol import types

from articlelint import __version__
from articlelint.engine.fix import fix
from articlelint.engine.ignore_here import ignore_edit
from articlelint.engine.missing_keys import REQUIRED, missing_keys_edits
from articlelint.fixing.merge import Merger
from articlelint.model import Diagnostic, DropByteOrderMark, Edit, Fix, Safety
from articlelint.reading.frontmatter import find_block
from articlelint.server.edits import text_edits, whole_edit, workspace_edit
from articlelint.server.found import in_article
from articlelint.server.workbench import CheckedArticle
from articlelint.settings import records
from articlelint.text.words import shorten

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.articlelint"
_QUICK_FIX = types.CodeActionKind.QuickFix.value
KINDS = (_QUICK_FIX, FIX_ALL)
#: The command that shows a page, with its address as the argument.
SHOW_PAGE = "articlelint.showPage"
#: For how many diagnostics comments are tried, each of which takes a few checks.
_MOST_COMMENTS = 10


class Abilities(NamedTuple):
    """What the editor can do: make edits of a version, and show a page in a browser."""

    knows_versions: bool = False
    shows_pages: bool = False


class _Told(NamedTuple):
    """A diagnostic, and the same as the editor has it."""

    diagnostic: Diagnostic
    shown: types.Diagnostic


class Actions:
    """The actions for an article that was checked."""

    def __init__(self, article: CheckedArticle, abilities: Abilities) -> None:
        self._article = article
        self._abilities = abilities
        self._places = article.places()

    def at(self, place: types.Range, only: Iterable[str] | None) -> list[types.CodeAction]:
        """The actions for what is at a place, the likeliest first; ``only`` some kinds of them."""
        found: list[types.CodeAction] = []
        if _is_asked_for(_QUICK_FIX, only):
            shown = zip(self._article.report.diagnostics, in_article(self._article), strict=True)
            told = [_Told(*each) for each in shown if _do_touch(each[1].range, place)]
            found += self._fixes(told)
            found += self._missing_keys(told)
            found += self._comments(told)
            found += self._pages(told)
        if _is_asked_for(FIX_ALL, only):
            found += self._fix_all()
        return found

    def _fixes(self, told: list[_Told]) -> list[types.CodeAction]:
        """Each fix once, safe ones first: without one, the first is preferred."""
        with_fix = [(each.diagnostic.fix, each) for each in told if each.diagnostic.fix]
        with_fix.sort(key=lambda each: each[0].safety is not Safety.SAFE)
        actions: list[types.CodeAction] = []
        for fix_, group in groupby(with_fix, key=lambda each: each[0]):
            shared = [each for _, each in group]
            if edits := self._edits(fix_, shared[0].diagnostic):
                is_safe = fix_.safety is Safety.SAFE
                action = self._action(_title(fix_), edits, shared)
                action.is_preferred = is_safe or not actions
                actions.append(action)
        return actions

    def _edits(self, fix_: Fix, diagnostic: Diagnostic) -> list[types.TextEdit]:
        """The edits of a fix; none if it is not certain that they do no harm."""
        if isinstance(fix_.change, DropByteOrderMark):
            return self._without_mark()
        merged = Merger().merge(self._article.source.text, [diagnostic])
        return text_edits(fix_.edits, self._places) if merged and merged.fixed else []

    def _without_mark(self) -> list[types.TextEdit]:
        """Remove a byte order mark; where the editor keeps it to itself, it is not in the text."""
        if not self._article.document.begins_with_mark:
            return []
        return [types.TextEdit(types.Range(types.Position(0, 0), self._places.start()), "")]

    def _missing_keys(self, told: list[_Told]) -> Iterator[types.CodeAction]:
        """To add all keys that are missing, where that is asked for one of them."""
        asked = [each for each in told if each.diagnostic.rule == REQUIRED]
        if not asked:
            return
        article = self._article
        missing = [each for each in article.report.diagnostics if each.rule == REQUIRED]
        edits = missing_keys_edits(
            article.source, article.file.posix_path, article.name, article.checker, missing
        )
        if edits:
            names = ", ".join(str(each.path[-1]) for each in missing)
            title = f"Add what is missing: {shorten(names)}"
            yield self._action(title, text_edits(edits, self._places), asked)

    def _comments(self, told: list[_Told]) -> Iterator[types.CodeAction]:
        article = self._article
        for each in islice(told, _MOST_COMMENTS):
            edit = ignore_edit(
                article.source,
                article.file.posix_path,
                article.name,
                article.checker,
                each.diagnostic,
            )
            if edit:
                title = f"Ignore {each.diagnostic.rule} here"
                if "ignore-file" in edit.text:
                    title = f"Ignore {each.diagnostic.rule} in this file"
                yield self._action(title, text_edits([edit], self._places), [each])

    def _pages(self, told: list[_Told]) -> Iterator[types.CodeAction]:
        if not self._abilities.shows_pages:
            return
        for rule_id in dict.fromkeys(each.diagnostic.rule for each in told):
            title = f"Show the page about {rule_id}"
            command = types.Command(
                title, SHOW_PAGE, arguments=[records.page_url(rule_id, __version__)]
            )
            shown = [each.shown for each in told if each.diagnostic.rule == rule_id]
            yield types.CodeAction(title, _QUICK_FIX, shown, command=command)

    def _fix_all(self) -> Iterator[types.CodeAction]:
        article = self._article
        fixed = fix(
            article.source,
            article.file.posix_path,
            article.checker,
            frozenset({Safety.SAFE}),
            article.name,
        )
        edits = text_edits(_made(article.source.text, fixed.source.text), self._places)
        if article.source.has_byte_order_mark and not fixed.source.has_byte_order_mark:
            edits = [*self._without_mark(), *edits]
        if edits:
            action = self._action("Apply all safe fixes", edits)
            action.kind = FIX_ALL
            yield action

    def _action(
        self, title: str, edits: list[types.TextEdit], told: Iterable[_Told] = ()
    ) -> types.CodeAction:
        edit = workspace_edit(
            self._article.document, edits, is_versioned=self._abilities.knows_versions
        )
        shown = [each.shown for each in told] or None
        return types.CodeAction(title, _QUICK_FIX, shown, edit=edit)


def _title(fix_: Fix) -> str:
    title = fix_.title[:1].upper() + fix_.title[1:]
    return title if fix_.safety is Safety.SAFE else f"{title} ({fix_.safety.value})"


def _is_asked_for(kind: str, only: Iterable[str] | None) -> bool:
    """Whether a kind is, or is below, one of those that are asked for."""
    return only is None or any(f"{kind}.".startswith(f"{each}.") for each in only)


def _do_touch(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _made(old: str, new: str) -> list[Edit]:
    """The edit that makes a fixed text; the text below the front matter stays as it is."""
    if old == new:
        return []
    block = find_block(old)
    end = len(old) if isinstance(block, Diagnostic) else block.end
    growth = len(new) - len(old)
    return [whole_edit(old[:end], new[: end + growth])]
