r"""The front matter is not valid JSON.

One mistake makes the whole front matter unreadable: no program gets at the title, the date or
anything else. The most common causes are a comma after the last value or none between two, keys or
texts without double quotes, comments, and a backslash that is not doubled.

The place shown is the mistake itself. Where it is certain how to read on, reading goes on, so that
one run reports all mistakes, and the faults that the schema and the rules find in the other values.
JSON has no comments, so there are no ignore comments either.

The fix rewrites the line. It is unsafe, as only the author knows what was meant. It is proved in
its own way: no other line changes, and the front matter then parses, apart from mistakes that are
still reported.
"""

from __future__ import annotations

from articlelint.model import Safety, Severity
from articlelint.rule import Example, Ignorable, Rule, Stage

RULE = Rule(
    summary="JSON that cannot be parsed",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    prevents_check=True,
    ignorable=Ignorable.NEVER,
    fixes=(Safety.UNSAFE,),
    examples=(
        Example(
            bad='{\n  "title": "Bridge reopens",\n}\n',
            message="no comma is allowed before `}`: remove it",
            good='{\n  "title": "Bridge reopens"\n}\n',
        ),
        Example(
            bad='{\n  "title": "Bridge reopens"\n  "layout": "page"\n}\n',
            message="missing comma after this value",
            good='{\n  "title": "Bridge reopens",\n  "layout": "page"\n}\n',
        ),
        Example(
            bad=';;;\ntitle: "Bridge reopens"\n;;;\n',
            message="a key must be in double quotes in JSON",
            good=';;;\n"title": "Bridge reopens"\n;;;\n',
        ),
    ),
)
