r"""The front matter is not valid YAML.

One mistake makes the whole front matter unreadable: no program gets at the title, the date or
anything else, and many publish the article without them. The most common causes are a value with
`: ` in it, a quote that is never closed or closes too early, a tab used for indentation, and a
value that begins with a character that has a meaning in YAML, such as `@`, `%` or `*`.

Put the value in quotes; within double quotes, write `\"` for a quote and `\\` for a backslash.
The place shown is where the parser stumbled; the mistake is there or shortly before.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="YAML that cannot be parsed",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
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
    ),
)
