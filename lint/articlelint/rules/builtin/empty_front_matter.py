"""The front matter is empty, or has nothing but comments.

An article without a title, a date and an address appears nowhere, or as a page without a name. A
line that begins with `#` is a comment: no program reads a key in it.

Write the keys and their values between the two lines.

Some site generators, such as Jekyll, take an empty block as a sign that the file is a page. Where
that is so, turn this rule off: the schema then judges the block like any other, and reports the
keys that it requires.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="front matter that is empty or has only comments",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad="---\n# to be written\n---\n",
            message="the front matter is empty",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
