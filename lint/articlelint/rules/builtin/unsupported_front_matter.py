"""The front matter is not YAML between two lines of `---`.

Some programs read front matter in other forms: TOML between lines of `+++`, JSON between lines of
`;;;` or bare braces, `---js` or `---toml` with the name of a language. articlelint reads only YAML,
and says so instead of passing an article that it has not checked. The same goes for a first line of
four dashes or more, which most programs take for text.

Write `---` alone on the first line, and the keys and their values as YAML below it.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="front matter that is not YAML between lines of `---`",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad='+++\ntitle = "A bridge reopens"\n+++\n',
            message="TOML front matter is not supported",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
        Example(
            bad="----\ntitle: A bridge reopens\n----\n",
            message="the opening line has more than three dashes",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
