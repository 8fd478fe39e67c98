"""The file does not start with a front matter block.

An article's front matter is the block of YAML between two lines of `---` at the very top of the
file: the first line of the file is `---`, with nothing before it but a byte order mark. Anywhere
else, even one empty line further down, most programs take the block for text: the article has no
title, no date and no address, and its front matter is shown on the page.

Write `---` on the first line, the keys with their values below it, and `---` again on the line
below the last key.

Where files may have no front matter, turn this rule off: the schema then judges such a file as if
it had an empty block, and reports the keys that it requires. `unopened-front-matter` then reports
files that were meant to have front matter.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="a file that does not start with a front matter block",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad="# A bridge reopens\n",
            message="the file does not start with front matter",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
        Example(
            bad="\n---\ntitle: A bridge reopens\n---\n",
            message="the file does not start with front matter",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
