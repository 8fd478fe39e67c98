"""The front matter is in a language, or between lines, that articlelint does not read.

Front matter is YAML between lines of `---`, TOML between lines of `+++`, or JSON in braces or
between lines of `;;;`. Some programs also know `---yaml`, `---yml`, `---toml` and `---json` as the
opening line, and articlelint does too. A few read code, such as JavaScript below `---js`. That
would have to be run, so articlelint says that it has not checked the article, instead of passing
it. The same goes for an opening line of four dashes or more, and for other text after the dashes,
which most programs take for no front matter.

Write `---` alone on the first line, and the keys and their values as YAML below it.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="front matter in a language or between lines that are not supported",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    examples=(
        Example(
            bad='---js\n{ title: "A bridge reopens" }\n---\n',
            message="JavaScript front matter is not supported",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
        Example(
            bad="----\ntitle: A bridge reopens\n----\n",
            message="the opening line has more than three dashes",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
