"""What the editor asks for about a place in a document, or about all of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from lsprotocol import types

from articlelint.schema.loading.store import SchemaError
from articlelint.server.actions import KINDS, SHOW_PAGE, Abilities, Actions
from articlelint.server.completion import TRIGGERS, completion
from articlelint.server.definition import definition
from articlelint.server.documents import Document
from articlelint.server.hover import hover
from articlelint.server.outline import folds, selection, symbols
from articlelint.server.server import ArticleServer
from articlelint.server.workbench import CheckedArticle
from articlelint.settings.config import ConfigError

_T = TypeVar("_T")


async def code_actions(
    ls: ArticleServer, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    """What can be done about the diagnostics at a place."""
    abilities = _abilities(ls.client_capabilities)
    kinds = params.context.only
    only = None if kinds is None else [*map(_plain, kinds)]

    def actions(article: CheckedArticle) -> list[types.CodeAction]:
        return Actions(article, abilities).at(params.range, only)

    return await _answer(ls, params.text_document, actions, ls.workbench.article)


async def show_hover(ls: ArticleServer, params: types.HoverParams) -> types.Hover | None:
    """What is known of the key or value at a place."""

    def shown(article: CheckedArticle) -> types.Hover | None:
        return hover(article, params.position)

    return await _answer(ls, params.text_document, shown, ls.workbench.article)


async def complete(
    ls: ArticleServer, params: types.CompletionParams
) -> list[types.CompletionItem] | None:
    """What may be written at a place."""
    text_document = ls.client_capabilities.text_document
    items = text_document and text_document.completion and text_document.completion.completion_item
    has_snippets = bool(items and items.snippet_support)

    def completed(article: CheckedArticle) -> list[types.CompletionItem]:
        return completion(article, params.position, has_snippets=has_snippets)

    return await _answer(ls, params.text_document, completed)


async def find_definition(
    ls: ArticleServer, params: types.DefinitionParams
) -> types.Location | None:
    """Where the schema speaks of the key or value at a place."""

    def place(article: CheckedArticle) -> types.Location | None:
        return definition(article, params.position)

    return await _answer(ls, params.text_document, place)


async def list_symbols(
    ls: ArticleServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | None:
    """The keys and items of a document."""
    return await _answer(ls, params.text_document, symbols)


async def list_folds(
    ls: ArticleServer, params: types.FoldingRangeParams
) -> list[types.FoldingRange] | None:
    """What can be folded in a document."""
    return await _answer(ls, params.text_document, folds)


async def list_selections(
    ls: ArticleServer, params: types.SelectionRangeParams
) -> list[types.SelectionRange] | None:
    """What is around each of some places."""

    def around(article: CheckedArticle) -> list[types.SelectionRange]:
        return [selection(article, each) for each in params.positions]

    return await _answer(ls, params.text_document, around)


def show_page(ls: ArticleServer, url: str) -> None:
    """Have the editor show a page in a browser."""
    ls.window_show_document(types.ShowDocumentParams(url, external=True), lambda _: None)


async def _answer(
    ls: ArticleServer,
    identifier: types.TextDocumentIdentifier,
    make: Callable[[CheckedArticle], _T],
    read: Callable[[Document], CheckedArticle | None] | None = None,
) -> _T | None:
    """What is made of a document; None if it is not open, or no article that can be checked.

    ``read`` checks it, if that is needed. That a configuration is broken is told elsewhere.
    """
    document = ls.documents.get(identifier.uri)
    if document is None:
        return None
    read = read or ls.workbench.opened

    def answer() -> _T | None:
        try:
            article = read(document)
        except (ConfigError, SchemaError):
            return None
        return make(article) if article else None

    return await ls.at_work(answer)


def _abilities(capabilities: types.ClientCapabilities) -> Abilities:
    workspace, window = capabilities.workspace, capabilities.window
    edits = workspace and workspace.workspace_edit
    pages = window and window.show_document
    return Abilities(
        knows_versions=bool(edits and edits.document_changes),
        shows_pages=bool(pages and pages.support),
    )


def _plain(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


#: What is done at each of these messages, with what the editor is told about it.
FEATURES: dict[str, tuple[Any, Any]] = {
    types.TEXT_DOCUMENT_CODE_ACTION: (code_actions, types.CodeActionOptions([*KINDS])),
    types.TEXT_DOCUMENT_COMPLETION: (complete, types.CompletionOptions([*TRIGGERS])),
    types.TEXT_DOCUMENT_DEFINITION: (find_definition, types.DefinitionOptions()),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (list_symbols, types.DocumentSymbolOptions()),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (list_folds, types.FoldingRangeOptions()),
    types.TEXT_DOCUMENT_HOVER: (show_hover, types.HoverOptions()),
    types.TEXT_DOCUMENT_SELECTION_RANGE: (list_selections, types.SelectionRangeOptions()),
}
COMMANDS: dict[str, Any] = {SHOW_PAGE: show_page}
