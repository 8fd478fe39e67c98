r"""The front matter is not valid YAML.

One mistake makes the whole front matter unreadable: no program gets at the title, the date or
anything else, and many publish the article without them. The most common causes are a value with
`: ` in it, a quote that is never closed or closes too early, a missing space after `:` or `-`, a
tab used for indentation, and a value that begins with a character that has a meaning in YAML, such
as `@`, `%` or `*`.

Put the value in quotes; within double quotes, write `\"` for a quote and `\\` for a backslash.

The place shown is the mistake itself. Where the parser noticed it only further down, that place is
shown too. Where the cause is known and its repair is certain enough, the line is repaired in memory
and reading goes on. So one run reports all mistakes, and the faults that the schema and the rules
find in the other lines. Values on a repaired line are not checked until it is repaired in the file.
Reading stops at a mistake that cannot be repaired, or after 50 repairs: then only mistakes like
these are reported.

The fix repairs the line. It is unsafe, as only the author knows what was meant, unless there is one
way to read the line. It is proved in its own way: no other line changes, and the front matter then
parses, apart from mistakes that are still reported.
"""

from __future__ import annotations

from articlelint.model import Safety, Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="YAML that cannot be parsed",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    fixes=(Safety.SAFE, Safety.UNSAFE),
    examples=(
        Example(
            bad="---\ntitle: Bridge: open again\n---\n",
            message="an unquoted value contains `: `",
            good='---\ntitle: "Bridge: open again"\n---\n',
        ),
        Example(
            bad='---\ntitle: "Bridge" reopens\n---\n',
            message="unexpected text after the closing quote",
            good="---\ntitle: '\"Bridge\" reopens'\n---\n",
        ),
        Example(
            bad="---\ntitle: Bridge reopens\npublished:true\n---\n",
            message="missing space after `published:`",
            good="---\ntitle: Bridge reopens\npublished: true\n---\n",
        ),
    ),
)
