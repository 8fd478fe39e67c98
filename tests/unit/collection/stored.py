"""What the tests of the cache share: files of a root, and results to remember of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from articlelint.article import ALWAYS
from articlelint.collection.cache_file import cache_file
from articlelint.collection.store import Remembered, Store, digest_of
from articlelint.collection.stored import fact_rows, text_of
from articlelint.collection.table_facts import fact_of
from articlelint.engine.checked import Checked
from articlelint.model import Diagnostic, Severity, Span
from articlelint.rule import Fact

SETTINGS = b"s" * 16
NOW = 1_690_891_200.0
CLEAN = Checked([], is_whole=True, holds=ALWAYS)
FAULT = Diagnostic("empty-value", Severity.WARNING, '"title" is empty', ("title",), Span(4, 10))
FAULTY = CLEAN._replace(diagnostics=[FAULT])


class Site:
    """A root with files of long ago, and the cache that is in a folder beside it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "site"
        self.root.mkdir()
        self.cache = folder / "cache"
        self.reads = 0

    def write(self, name: str, text: str = "---\ntitle:\n---\n", age: float = 3600) -> Path:
        """Write a file that was changed some seconds ago."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        then = path.stat().st_mtime - age
        os.utime(path, (then, then))
        return path

    @contextmanager
    def store(self, *, note: str = "", later: float = 3600) -> Iterator[Store]:
        """The cache in one run, some seconds later than now, that leaves this note."""
        with pytest.MonkeyPatch.context() as patch:
            now = _later(later)
            patch.setattr("articlelint.collection.store.time.time_ns", lambda: now)
            store = Store.open(str(self.root), str(self.cache))
        yield store
        store.close()
        assert store.note == note.format(file=self.file)

    @property
    def file(self) -> Path:
        """The file of the cache."""
        name = os.path.basename(cache_file(str(self.root), str(self.cache)))
        return self.cache / name

    def put(self, store: Store, name: str, checked: Checked = CLEAN, **more: bytes) -> None:
        """Remember a result for a file as it is."""
        path = self.root / name
        settings = more.get("settings", SETTINGS)
        digest, facts = digest_of(path.read_bytes()), fact_rows(name, checked.facts)
        store.put(name, path.stat(), digest, settings, checked, facts)

    def get(
        self, store: Store, name: str, settings: bytes = SETTINGS, now: float = NOW
    ) -> Remembered | None:
        """The remembered result for a file; ``reads`` counts how often it was read for that."""
        path = self.root / name

        def read() -> bytes:
            self.reads += 1
            return path.read_bytes()

        return store.get(name, path.stat(), settings, now, read)


def with_facts(found: Remembered, store: Store) -> Checked:
    """What is remembered, with the facts that rules can ask for."""
    query = "SELECT rule, key, path, value FROM main.remembered_fact WHERE file = ? ORDER BY rowid"
    facts: dict[str, tuple[Fact, ...]] = {}
    for rule, *row in store.database.execute(query, (found.id,)):
        facts[text_of(rule)] = (*facts.get(text_of(rule), ()), fact_of(*row))
    return found.checked._replace(facts=facts)


def _later(seconds: float) -> int:
    import time

    return time.time_ns() + int(seconds * 10**9)
