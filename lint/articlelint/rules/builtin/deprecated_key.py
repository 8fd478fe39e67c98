"""The schema says that a key is deprecated, by `deprecated: true`.

The key is still valid, but whoever keeps the schema wants to be rid of it: programs may no longer
read it, or another key has replaced it. The help is the `description` that the schema has for the
key, which should say what to write instead.

It is reported wherever the schema says so of a value that is there: next to its other keywords, by
way of a `$ref`, or in the alternative of an `anyOf` or `oneOf`, or the `then` of an `if`, that
applies to the article. If the article has other faults by the schema, alternatives, conditions, and
what the schema says of keys by their pattern or of items that it `contains` are looked at once
these are corrected. In drafts 4 to 7, what is next to a `$ref` does not count.

Write what the help says, or remove the key.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Rule, Stage

RULE = Rule(
    summary="a key that the schema marks as `deprecated`",
    docs=__doc__,
    severity=Severity.WARNING,
    stage=Stage.SCHEMA,
    examples=(),
)
