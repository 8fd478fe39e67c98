"""Settings of the tests as a whole."""

from __future__ import annotations

import os

from hypothesis import settings

# No test depends on a clock; and CI tries the same examples each time, so that a red run is the
# fault of a change.
settings.register_profile("articlelint", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("articlelint")
