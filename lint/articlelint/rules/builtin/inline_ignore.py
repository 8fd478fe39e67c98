"""The article has an ignore comment, and the settings do not allow that.

With a comment such as `# articlelint: ignore[insecure-url]`, whoever writes an article decides that
something in it is not reported. With `inline: {ignore: false}` in the configuration, or
`--no-inline`, these comments have no effect: what they were to ignore is reported, and so is each
comment.

Correct what is reported, and remove the comment. If the article is right and the rule is wrong,
turn the rule off for this file in the configuration, under `overrides`.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="an ignore comment where none is allowed",
    docs=__doc__,
    severity=Severity.WARNING,
    stage=Stage.RUN,
    ignorable=Ignorable.NEVER,
    examples=(),
)
