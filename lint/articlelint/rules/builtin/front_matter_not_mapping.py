"""The front matter is a list or a single value, not a mapping of keys to values.

Programs look up the title, the date and the rest by their keys. If there are none, most programs
take the front matter for empty and say nothing. Often only the space after a colon is missing, so
that `title:A bridge reopens` is a single piece of text.

Write one `key: value` on each line, with a space after the colon and no `-` before the key.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="front matter that is a list or a single value, not a mapping",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad="---\n- title: A bridge reopens\n---\n",
            message="the front matter is a list, not a mapping",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
        Example(
            bad="---\nA bridge reopens\n---\n",
            message="the front matter is a single value, not a mapping",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
