"""What the editor asks for about a place in a document."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from articlelint.schema.loading.store import SchemaError
from articlelint.server.actions import KINDS, SHOW_PAGE, Abilities, Actions
from articlelint.server.completion import TRIGGERS, completion
from articlelint.server.documents import Document
from articlelint.server.hover import hover
from articlelint.server.server import ArticleServer
from articlelint.server.workbench import CheckedArticle, Workbench
from articlelint.settings.config import ConfigError


async def code_actions(
    ls: ArticleServer, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    """What can be done about the diagnostics at a place."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    abilities = _abilities(ls.client_capabilities)
    kinds = params.context.only
    only = None if kinds is None else [*map(_plain, kinds)]
    return await ls.at_work(_actions, document, ls.workbench, params.range, only, abilities)


async def show_hover(ls: ArticleServer, params: types.HoverParams) -> types.Hover | None:
    """What is known of the key or value at a place."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    return await ls.at_work(_hover, document, ls.workbench, params.position)


async def complete(
    ls: ArticleServer, params: types.CompletionParams
) -> list[types.CompletionItem] | None:
    """What may be written at a place."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    text_document = ls.client_capabilities.text_document
    items = text_document and text_document.completion and text_document.completion.completion_item
    return await ls.at_work(
        _completion,
        document,
        ls.workbench,
        params.position,
        has_snippets=bool(items and items.snippet_support),
    )


def show_page(ls: ArticleServer, url: str) -> None:
    """Have the editor show a page in a browser."""
    ls.window_show_document(types.ShowDocumentParams(url, external=True), lambda _: None)


def _hover(
    document: Document, workbench: Workbench, position: types.Position
) -> types.Hover | None:
    article = _article(document, workbench)
    return hover(article, position) if article else None


def _completion(
    document: Document, workbench: Workbench, position: types.Position, *, has_snippets: bool
) -> list[types.CompletionItem] | None:
    try:
        article = workbench.opened(document)
    except (ConfigError, SchemaError):
        return None
    return completion(article, position, has_snippets=has_snippets) if article else None


def _actions(
    document: Document,
    workbench: Workbench,
    place: types.Range,
    only: list[str] | None,
    abilities: Abilities,
) -> list[types.CodeAction] | None:
    article = _article(document, workbench)
    return Actions(article, abilities).at(place, only) if article else None


def _article(document: Document, workbench: Workbench) -> CheckedArticle | None:
    """The document as an article; that a configuration is broken is told when it is checked."""
    try:
        return workbench.article(document)
    except (ConfigError, SchemaError):
        return None


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
    types.TEXT_DOCUMENT_HOVER: (show_hover, types.HoverOptions()),
}
COMMANDS: dict[str, Any] = {SHOW_PAGE: show_page}
