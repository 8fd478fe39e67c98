"""The file, or something in it, is beyond what is checked.

A few lines of YAML can expand to billions of values, by aliases that repeat aliases, and no article
needs that. So that no file can bring the check to a halt, there are limits, each far beyond any
real article: the size of the file and of its front matter, how deep values are nested, how many
values there are (what an alias repeats is counted each time), how much text aliases repeat, and how
many digits a number has. The message names the limit.

To explain why the schema rejects an article is bounded, too: at most 500 of its faults are
reported, and alternatives within alternatives are looked through only so far. If even to check
whether the schema accepts an article takes longer than two seconds, that is said instead.

Check that the file is an article at all. Write out what an alias repeats, and move data that is
not about the article to a separate file.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="a file, number, nesting or alias beyond a stated limit",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad="---\ntopics: &all [*all]\n---\n",
            message="the alias `*all` is inside the value that it repeats",
            good="---\ntopics: [Bridges]\n---\n",
        ),
    ),
)
