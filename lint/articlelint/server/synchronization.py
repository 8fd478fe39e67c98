"""What the editor tells of documents, files and folders."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from lsprotocol import types

from articlelint.model import ColumnUnit
from articlelint.server.articles import is_data
from articlelint.server.documents import local_path
from articlelint.server.server import ArticleServer

_log = logging.getLogger(__name__)

#: The files of which the editor is to tell when they change: what configurations are and name.
_WATCHED = ("**/.articlelint.yaml", "**/.gitignore", "**/*.{csv,json,markdown,md,toml,yaml,yml}")


def initialize(ls: ArticleServer, params: types.InitializeParams) -> None:
    """Note what the editor counts characters in, and which folders are open."""
    ls.documents.unit = ls.workbench.unit = ColumnUnit(ls.workspace.position_encoding)
    uris = [each.uri for each in params.workspace_folders or ()]
    if not uris and params.root_uri:
        uris = [params.root_uri]
    ls.workbench.folders = _paths(uris)
    for folder in ls.workbench.folders[:1]:
        with suppress(OSError):  # it may have gone
            os.chdir(folder)  # as who runs the command line there: paths in messages are from here


def initialized(ls: ArticleServer, _params: types.InitializedParams) -> None:
    """Ask the editor to tell when files change, if it can."""
    workspace = ls.client_capabilities.workspace
    watching = workspace and workspace.did_change_watched_files
    if not (watching and watching.dynamic_registration):
        return
    watchers = [types.FileSystemWatcher(each) for each in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    ls.client_register_capability(
        types.RegistrationParams([types.Registration("watched-files", method, options)])
    )


async def change_folders(ls: ArticleServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Note which folders are open now."""
    gone = _paths(each.uri for each in params.event.removed)
    left = [each for each in ls.workbench.folders if each not in gone]
    ls.workbench.folders = [*left, *_paths(each.uri for each in params.event.added)]
    await ls.forget([])


async def change_files(ls: ArticleServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Check again what depends on files that have changed on disk."""
    await ls.forget(_paths(each.uri for each in params.changes))


def open_document(ls: ArticleServer, params: types.DidOpenTextDocumentParams) -> None:
    """Check a document."""
    ls.documents.open(params.text_document)
    ls.ask(params.text_document.uri, is_saved=True)


def change_document(ls: ArticleServer, params: types.DidChangeTextDocumentParams) -> None:
    """Check a document again, unless the changes are not to what is known of it."""
    uri, version = params.text_document.uri, params.text_document.version
    if ls.documents.change(uri, version, params.content_changes):
        ls.ask(uri)
    else:
        _log.warning("passed over changes to version %s of %s: they came too late", version, uri)


async def save_document(ls: ArticleServer, params: types.DidSaveTextDocumentParams) -> None:
    """Look at the file again; if it may decide about others, check these as well."""
    document = ls.documents.get(params.text_document.uri)
    if document is None or document.path is None:
        return
    if is_data(document.language):
        await ls.forget([document.path])
    else:
        await ls.at_work(ls.workbench.forget_saved, document.path)
        ls.ask(document.uri, is_saved=True)


def close_document(ls: ArticleServer, params: types.DidCloseTextDocumentParams) -> None:
    """Forget a document, at once: it may be opened again by the next message."""
    uri = params.text_document.uri
    document = ls.documents.get(uri)
    ls.documents.close(uri)
    ls.closed(uri)
    if document and document.path:
        ls.work_later(ls.workbench.forget_saved, document.path)


def change_settings(_ls: ArticleServer, _params: types.DidChangeConfigurationParams) -> None:
    """Pass over the settings of the editor: those that count are in files."""


def _paths(uris: Iterable[str]) -> list[str]:
    return [os.path.abspath(path) for path in map(local_path, uris) if path]


#: What is done at each of these messages.
FEATURES: dict[str, Any] = {
    types.INITIALIZE: initialize,
    types.INITIALIZED: initialized,
    types.TEXT_DOCUMENT_DID_OPEN: open_document,
    types.TEXT_DOCUMENT_DID_CHANGE: change_document,
    types.TEXT_DOCUMENT_DID_SAVE: save_document,
    types.TEXT_DOCUMENT_DID_CLOSE: close_document,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: change_settings,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: change_files,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: change_folders,
}
