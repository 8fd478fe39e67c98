"""The file has front matter, but not in a way that programs read.

There is an empty line or a space before the opening `---`, only two dashes or other signs are in
its place, it is missing, or a code fence, quote marks or text are above the keys. Then most
programs take all of it for text: the page has no title and no date, and its keys are shown on it.

This rule is for files that may have no front matter: where `missing-front-matter` is on, that rule
reports such a file. Where it is off, as in most presets, this one tells a file that was meant to
have front matter from one that is text alone. So it reports only what is certain: keys in lines
that could all be front matter, up to the line that closes them. There must be two keys, or one that
the schema names. Pages may show such lines to their readers in a code block, or between two lines
`---` below a heading or other text: there, the schema must name at least half of the keys.

Write what the help says, so that the first line of the file is `---`. If the keys are meant to be
text, such as a code block at the top of a page, write a heading or a sentence above them, or turn
this rule off for the file in `overrides`.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="front matter that is not at the very top, or lacks its opening line",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(),
)
