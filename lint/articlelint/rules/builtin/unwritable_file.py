"""The file could not be written, so its fixes were not applied.

It is as it was before: a new file is written beside it and renamed only when it is complete. The
file may be read-only, the disk may be full, or another program has changed the file since it was
read, and its work is not overwritten.

Correct that, and run `articlelint --fix` again.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="a file that `--fix` could not write",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.RUN,
    ignorable=Ignorable.NEVER,
    examples=(),
)
