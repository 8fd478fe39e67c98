"""Settings of the tests as a whole."""

from __future__ import annotations

import os
import signal

from hypothesis import settings

# No test depends on a clock; and CI tries the same examples each time, so that a red run is the
# fault of a change.
settings.register_profile("articlelint", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("articlelint")

# A shell lets what it runs in the background ignore interrupts, and so would what the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
