"""The file cannot be opened or read.

A file that could not be checked must not pass as correct. The message has the reason that the
operating system gives, such as "Permission denied" or, for a link whose target is gone, "No such
file or directory". A link that leads out of the repository is not followed, since whoever
contributes one could show what is elsewhere on the machine.

Give the user who runs the check the right to read the file, or correct or remove the link.
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
