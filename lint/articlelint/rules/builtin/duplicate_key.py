"""A key is given twice in one mapping.

YAML forbids it, and programs disagree: most take the last value and drop the first without a word,
some take the first, some refuse the file. What the writer sees at the top of the file may not be
what readers get.

Remove one of the two. If each belongs to another item of a list, begin the second item with `-`.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Rule, Stage

RULE = Rule(
    summary="a key given twice in one mapping",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    examples=(
        Example(
            bad="---\ntitle: A bridge reopens\ntitle: A bridge opens again\n---\n",
            message='the key "title" is given twice: remove one',
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
