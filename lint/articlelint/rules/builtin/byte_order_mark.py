"""The file starts with a byte order mark, an invisible character before the opening `---`.

Editors on Windows like to write one. Some programs look for `---` at the very start of the file, do
not find it after the mark, and publish the front matter as part of the text or drop it without a
word. UTF-8 does not need the mark: it has no byte order.

Save the file as UTF-8 without a byte order mark; editors also call that "UTF-8" as opposed to
"UTF-8 with BOM".
"""

from __future__ import annotations

from articlelint.model import Safety, Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="a byte order mark (BOM) before the front matter",
    docs=__doc__,
    severity=Severity.WARNING,
    stage=Stage.READING,
    ignorable=Ignorable.WHOLE_FILE,
    fixes=(Safety.SAFE,),
    examples=(
        Example(
            bad="\ufeff---\ntitle: A bridge reopens\n---\n",
            message="the file starts with a byte order mark (BOM)",
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
