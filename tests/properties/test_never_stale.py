"""With a cache, every run says the same as without, whatever has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.properties import never_stale_git
from tests.properties.never_stale import explore


@pytest.mark.parametrize("seed", range(12))
def test_a_cached_run_says_what_an_uncached_one_says(seed: int, tmp_path: Path) -> None:
    assert explore(tmp_path, seed) > 0


@pytest.mark.parametrize("seed", range(12))
def test_a_run_over_few_files_says_what_an_uncached_one_says(seed: int, tmp_path: Path) -> None:
    assert never_stale_git.explore(tmp_path, seed, steps=30) > 0
