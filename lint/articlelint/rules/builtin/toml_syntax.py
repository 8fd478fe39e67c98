r"""The front matter is not valid TOML.

One mistake makes the whole front matter unreadable: no program gets at the title, the date or
anything else. The most common causes are a text without quotes, a `:` where TOML has `=`, a quote
or bracket that is never closed, a backslash in double quotes, and YAML between lines of `+++`.
articlelint reads TOML 1.0.

The place shown is the mistake itself. The other lines are read on, so that one run reports all
mistakes, and the faults that the schema and the rules find in these lines, as long as it is certain
which keys the front matter has.

The fix rewrites the line. It is unsafe, as only the author knows what was meant. It is proved in
its own way: no other line changes, and the front matter then parses, apart from mistakes that are
still reported.
"""

from __future__ import annotations

from articlelint.model import Safety, Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="TOML that cannot be parsed",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    fixes=(Safety.UNSAFE,),
    examples=(
        Example(
            bad="+++\ntitle = Bridge reopens\n+++\n",
            message="text must be in quotes",
            good='+++\ntitle = "Bridge reopens"\n+++\n',
        ),
        Example(
            bad='+++\nlayout = "page"\ntitle: "Bridge reopens"\n+++\n',
            message="`:` after a key: TOML has `=`",
            good='+++\nlayout = "page"\ntitle = "Bridge reopens"\n+++\n',
        ),
        Example(
            bad='+++\ntopics = ["bridges", "rivers"\nlayout = "page"\n+++\n',
            message="this `[` is never closed",
            good='+++\ntopics = ["bridges", "rivers"]\nlayout = "page"\n+++\n',
        ),
    ),
)
