"""What is kept of the files of a run until they are compared."""

from __future__ import annotations

import pickle

import pytest

from articlelint import make_config
from articlelint.collection.kept import KeptResults
from articlelint.collection.store import digest_of
from articlelint.engine.check import Checker
from articlelint.schema.loading.store import from_mapping
from tests.support import article, source_of

DIGEST = digest_of(b"title")
CHECKER = Checker(from_mapping({}), make_config({}), compares=True)


def test_nothing_is_kept_of_a_clean_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickle, "dumps", None)
    results = KeptResults(8)
    results.add(7, DIGEST, CHECKER.begin(source_of(article("title: A bridge\n")), "a.md"))
    assert (results.digest(7), results.get(7).diagnostics) == (DIGEST, [])


def test_what_was_found_is_kept() -> None:
    found = CHECKER.begin(source_of(article("title: ' A bridge'\n")), "a.md")
    results = KeptResults(8)
    results.add(7, DIGEST, found)
    assert found.diagnostics
    assert results.get(7).diagnostics == found.diagnostics
