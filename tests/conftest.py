"""Settings of the tests as a whole."""

from __future__ import annotations

import os
import signal
from typing import Any

import pytest
from hypothesis import settings

from tests import sentences

# No test depends on a clock; and CI tries the same examples each time, so that a red run is the
# fault of a change.
settings.register_profile("articlelint", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("articlelint")

# A shell lets what it runs in the background ignore interrupts, and so would what the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sentences", help="write down expected and actual sentences: see there")


def pytest_assertrepr_compare(config: pytest.Config, op: str, left: Any, right: Any) -> None:
    file = config.getoption("--sentences")
    if file and op == "==":
        sentences.record(file, expected=right, actual=left)
