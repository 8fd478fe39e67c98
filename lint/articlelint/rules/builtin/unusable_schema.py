"""The schema that the article names for itself cannot be used.

An article names one by a key, `$schema: video`, or by a comment above its keys,
`# yaml-language-server: $schema=../schemas/video.schema.json`, which editors heed, too. That is a
bundled schema or a JSON or YAML file, relative to the article. It goes before the one that the
configuration names, and `--schema` on the command line goes before both.

Here the file is not there, or is no schema, or it is on a network, from which nothing is fetched.
The article is checked by the schema that would hold without it. Correct the path, or remove it.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Rule, Stage

RULE = Rule(
    summary="a schema named in the article that is not there or is wrong",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.RUN,
    examples=(),
)
