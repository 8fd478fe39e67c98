"""The server: what it keeps while an editor is connected, and what it tells it."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from articlelint import __version__
from articlelint.server.comparison import Comparison, compare
from articlelint.server.documents import Documents
from articlelint.server.found import Found, config_uri, found, in_config_on_disk
from articlelint.server.newest import Newest
from articlelint.server.progress import shown_progress
from articlelint.server.protocol import Protocol
from articlelint.server.troubles import Troubles
from articlelint.server.workbench import Workbench
from articlelint.settings.config_mistakes import ConfigFileError

_P = ParamSpec("_P")
_T = TypeVar("_T")

_log = logging.getLogger(__name__)
_UNHANDLED = "a message of the editor could not be handled: the log of the server has more"


class ArticleServer(LanguageServer):
    """A language server for one editor.

    Whatever takes time is done by the ``workbench`` in a thread of its own, one thing after
    another. Messages come and go meanwhile. One that ``compares`` also compares articles with the
    others of their collection when they are opened or saved, and when files change.
    """

    def __init__(self, *, compares: bool = True) -> None:
        super().__init__("articlelint", __version__, protocol_cls=Protocol)
        self._compares = compares
        self.documents = Documents()
        self.workbench = Workbench()
        self._thread = ThreadPoolExecutor(1, "workbench")
        self._checks = Newest(self._check)
        self._comparing = Newest(self._compare)
        #: The documents that are to be compared, as soon as they are checked.
        self._uncompared: set[str] = set()
        self._comparisons: dict[str, Comparison] = {}
        #: The version and the diagnostics that the editor shows, by URI.
        self._shown: dict[str, tuple[int | None, list[types.Diagnostic]]] = {}
        self._troubles = Troubles()
        #: The paths of configurations that are not open and broken, by their URIs.
        self._broken: dict[str, str] = {}

    async def at_work(self, do: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Do something in the thread of the workbench."""

        def called() -> _T:
            return do(*args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._thread, called)

    def work_later(self, do: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> None:
        """Do something in the thread of the workbench of which nobody waits for the end."""
        self._thread.submit(do, *args, **kwargs)

    def ask(self, uri: str, *, is_saved: bool = False) -> None:
        """Check a document before all others; one that is saved is compared as well."""
        if is_saved and self._compares:
            self._uncompared.add(uri)
        self._checks.ask(uri)

    def ask_all(self) -> None:
        """Check all documents again, after what else is asked for."""
        for each in self.documents.all():
            if self._compares:
                self._uncompared.add(each.uri)
            self._checks.ask(each.uri, soon=False)

    async def forget(self, paths: Iterable[str]) -> None:
        """Read again what depends on files that have changed, and check all documents again."""
        await self.at_work(self.workbench.forget, [*paths])
        await self._recover()
        self.ask_all()

    def closed(self, uri: str) -> None:
        """Show nothing of a document any more."""
        self._checks.forget(uri)
        self._comparing.forget(uri)
        self._uncompared.discard(uri)
        self._comparisons.pop(uri, None)
        self._troubles.note(uri, None)
        self._show(uri, None, [])

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Log a message that could not be read or handled. The next one is another matter."""
        _log.error("%s: %s", source.__name__, error)
        self._note(source.__name__, _UNHANDLED)

    async def _check(self, uri: str) -> None:
        """Check a document as it is now, and show what was found unless it has changed since."""
        document = self.documents.get(uri)
        if document is None:
            return
        try:
            comparison = self._comparisons.get(uri)
            outcome = await self.at_work(found, document, self.workbench, comparison)
        except Exception as error:  # noqa: BLE001 - the server has to go on
            _log.exception("the check of %s has failed", uri)
            self._note(uri, f"a check has failed, which is a fault in articlelint: {error!r}")
            return
        if self.documents.get(uri) is not document:
            return
        self._show(uri, document.version, outcome.diagnostics)
        self._note_trouble(uri, outcome)
        await self._recover()
        if outcome.comparable and uri in self._uncompared:
            self._uncompared.discard(uri)
            self._comparing.ask(uri, soon=False)

    async def _compare(self, uri: str) -> None:
        """Compare an article as it is now, and show what was found."""
        document = self.documents.get(uri)
        if document is None or document.path is None:
            return
        async with shown_progress(self, "Comparing articles"):
            try:
                comparison = await compare(document.text, document.path, self.documents.unit)
            except Exception:  # noqa: BLE001 - the server has to go on
                _log.exception("the comparison of %s has failed", uri)
                return
        if self.documents.get(uri):
            self._comparisons[uri] = comparison
            self._checks.ask(uri, soon=False)

    def _note_trouble(self, uri: str, outcome: Found) -> None:
        error = outcome.trouble
        self._note(uri, f"articles are not checked: {error}" if error else None)
        if isinstance(error, ConfigFileError):
            path = os.path.abspath(error.path)
            if not self.documents.at(path):
                place = config_uri(error)
                self._broken[place] = path
                self._show(place, None, in_config_on_disk(error, self.documents.unit))

    async def _recover(self) -> None:
        """Show nothing of a configuration any more that can be used again, or was opened."""
        for uri, path in [*self._broken.items()]:
            is_open = self.documents.at(path) is not None
            if is_open or await self.at_work(self.workbench.is_config_valid, path):
                self._broken.pop(uri, None)
                if not self.documents.get(uri):
                    self._show(uri, None, [])

    def _note(self, uri: str, message: str | None) -> None:
        if self._troubles.note(uri, message):
            text = f"articlelint: {message}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def _show(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        """Send diagnostics, unless the editor has just these."""
        if self._shown.get(uri, (None, [])) == (version, found):
            return
        if found or version is not None:
            self._shown[uri] = version, found
        else:
            del self._shown[uri]
        params = types.PublishDiagnosticsParams(uri, found, version)
        self.text_document_publish_diagnostics(params)
