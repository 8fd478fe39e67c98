"""The front matter begins with `---`, and no line closes it.

Without the second `---`, nothing shows where the front matter ends and the text begins. Some
programs then find no front matter at all, others take the whole file for it. The line is often
there, but has two dashes, is indented, or has been turned into a long dash by a word processor.

Write `---` alone and unindented on the line below the last key. `...` closes front matter too.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="front matter without a closing `---` or `...` line",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad="---\ntitle: A bridge reopens\n",
            message="the front matter is never closed",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
