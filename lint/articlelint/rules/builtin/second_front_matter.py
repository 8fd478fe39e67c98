"""A second block of front matter follows the first.

Programs read the first block and show the second one on the page, as a line and text such as
`title: Night trains return`. It often comes from a program that adds front matter to a file that
has some already, or from a file that was pasted below the first lines of another.

Move the keys of the second block into the first one, and remove the `---` lines between them. A
horizontal line (`---`) and text at the start of a body are left alone, also if a sentence such as
"Note: trains are late" follows; write `***` for a line that is taken for front matter all the same.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="a second block of front matter right after the first",
    docs=__doc__,
    severity=Severity.WARNING,
    stage=Stage.READING,
    ignorable=Ignorable.WHOLE_FILE,
    examples=(
        Example(
            bad="---\ntitle: A bridge reopens\n---\n---\ncategory: news\n---\nText.\n",
            message="a second front matter block begins here: no program reads it",
            good="---\ntitle: A bridge reopens\ncategory: news\n---\nText.\n",
        ),
    ),
)
