"""A comment that silences diagnostics silences none, names no rule, or is not understood.

A comment such as `# articlelint: ignore[insecure-url]` outlives what it was written for: the
address is corrected, the comment stays, and hides the next fault in the same place from everyone.
One with a misspelt id, or with another word than `ignore` or `ignore-file`, never did anything.

Remove the id that the place shown is at, and the whole comment if no other id is left, or correct
it: `ignore[id]` at the end of a line is for that line, on a line of its own for the key below with
all that it holds; `ignore-file[id]` is for the whole file. Several ids are joined with commas, and
`schema` stands for every `schema/...` id. Nothing is said of a rule that is turned off.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="a comment that silences nothing, or names no rule",
    docs=__doc__,
    severity=Severity.WARNING,
    stage=Stage.RUN,
    ignorable=Ignorable.WHOLE_FILE,
    examples=(
        Example(
            bad=(
                "---\nwebUrl: https://example.com/bridge # articlelint: ignore[insecure-url]\n---\n"
            ),
            message='"insecure-url" silences nothing here: remove it',
            good="---\nwebUrl: https://example.com/bridge\n---\n",
        ),
        Example(
            bad=(
                "---\n"
                "# articlelint: ignore[html-entity, irregular-whitspace] quoted as printed\n"
                "title: A bridge &amp; a ferry\n"
                "---\n"
            ),
            message='there is no rule "irregular-whitspace": did you mean "irregular-whitespace"?',
            good=(
                "---\n"
                "# articlelint: ignore[html-entity] quoted as printed\n"
                "title: A bridge &amp; a ferry\n"
                "---\n"
            ),
        ),
    ),
)
