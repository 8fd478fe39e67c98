"""Settings of the tests as a whole."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests import sentences

# No test depends on a clock. CI tries the same examples each time, so that a run that fails has
# found a fault of the change.
settings.register_profile("articlelint", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("articlelint")

# A shell has its background jobs ignore interrupts, which the processes of tests inherit.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own instead of the user's, also for processes that they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--sentences",
        metavar="FILE",
        help="write the expected and actual sentences of failing tests to FILE, as JSON lines",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.name != "posix":
        for item in items:
            if item.get_closest_marker("posix"):
                item.add_marker(pytest.mark.skip(reason="needs POSIX"))


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: Any, right: Any) -> None:
    file = config.getoption("--sentences")
    if file and op == "==":
        sentences.record(file, expected=right, actual=left)
