"""The file could not be written, so that its fixes were not made.

It is as it was before: a file is written beside its place and renamed only when it is whole. It may
be read-only, the disk may be full, or another program has changed the file since it was read, whose
work is not overwritten.

Mend that, and run `articlelint --fix` again.
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
