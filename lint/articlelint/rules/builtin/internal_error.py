"""articlelint itself, or one of its rules, failed on this file.

That is a fault of articlelint, not of the article. It is an error all the same, because the article
has not been checked in full. The other rules and the other files are still checked.

Please report it, with the message and, if you can, the file. Until it is fixed, you can turn off
the rule that the message names.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="a failure of articlelint itself, or of a rule, on a file",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.RUN,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    can_be_baselined=False,
    examples=(),
)
