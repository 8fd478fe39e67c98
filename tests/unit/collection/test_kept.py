"""What is kept of the files of a run until they are compared."""

from __future__ import annotations

import pickle

import pytest

from articlelint import make_config
from articlelint.collection.kept import KeptResults
from articlelint.engine.check import Checker
from articlelint.schema.loading.store import from_mapping
from tests.support import article, source_of

CHECKER = Checker(from_mapping({}), make_config({}), compares=True)


def test_nothing_is_kept_of_a_clean_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickle, "dumps", None)
    results = KeptResults()
    results.add(7, b"digest", CHECKER.begin(source_of(article("title: A bridge\n")), "a.md"))
    digest, checked = results.get(7)
    assert (digest, checked.diagnostics) == (b"digest", [])


def test_what_was_found_is_kept() -> None:
    found = CHECKER.begin(source_of(article("title: ' A bridge'\n")), "a.md")
    results = KeptResults()
    results.add(7, b"digest", found)
    assert found.diagnostics
    assert results.get(7)[1].diagnostics == found.diagnostics
