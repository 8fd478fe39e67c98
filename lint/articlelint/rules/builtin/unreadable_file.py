"""The file cannot be opened or read.

What could not be looked at must not pass for sound. The message has the reason that the operating
system gives, such as "Permission denied" or, of a link whose target is gone, "No such file or
directory".

Give the user who runs the check the right to read the file, or mend or remove the link.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="a file that cannot be opened or read",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.RUN,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(),
)
