"""An ignore comment is unused, names an unknown rule, or is not understood.

A comment such as `# articlelint: ignore[insecure-url]` outlives what it was written for: the
address is corrected, the comment stays, and later hides a new fault in the same place. A comment
with a misspelt id, or with a word other than `ignore` or `ignore-file`, never had any effect. Nor
has one for a rule that the configuration sets to `ignorable: false`.

Correct the id at the place shown, or remove it, and the whole comment if it names no other:
`ignore[id]` at the end of a line is for that line; on its own line, for the key below it with all
that it contains; `ignore-file[id]` is for the whole file. Separate several ids with commas;
`schema` means every `schema/...` id. The id of a rule that is turned off is never reported as
unused.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="an ignore comment that is unused or names an unknown rule",
    docs=__doc__,
    severity=Severity.WARNING,
    stage=Stage.RUN,
    ignorable=Ignorable.WHOLE_FILE,
    examples=(
        Example(
            bad=(
                "---\nwebUrl: https://example.com/bridge # articlelint: ignore[insecure-url]\n---\n"
            ),
            message='unused ignore: "insecure-url" is not reported here',
            good="---\nwebUrl: https://example.com/bridge\n---\n",
        ),
        Example(
            bad=(
                "---\n"
                "# articlelint: ignore[html-entity, irregular-whitspace] quoted as printed\n"
                "title: A bridge &amp; a ferry\n"
                "---\n"
            ),
            message='unknown rule "irregular-whitspace": did you mean "irregular-whitespace"?',
            good=(
                "---\n"
                "# articlelint: ignore[html-entity] quoted as printed\n"
                "title: A bridge &amp; a ferry\n"
                "---\n"
            ),
        ),
    ),
)
