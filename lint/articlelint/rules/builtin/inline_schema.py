"""The article names its own schema, and the settings do not allow that.

An article can name a schema by a key, `$schema: video`, or by a comment above its keys,
`# yaml-language-server: $schema=../schemas/video.schema.json` or
`# $schema: ../schemas/video.schema.json`. So whoever writes an article could
choose the schema by which it is checked, even one that accepts everything. With
`inline: {schema: false}` in the configuration, or `--no-inline`, the name is not used, and the
article is checked by the schema of the configuration or of the command line.

Remove the key or the comment. If the article does need another schema, name that in the
configuration, under `overrides`.
"""

from __future__ import annotations

from articlelint.model import Severity
from articlelint.rule import Ignorable, Rule, Stage

RULE = Rule(
    summary="a schema named in an article that is not allowed to choose",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.RUN,
    ignorable=Ignorable.NEVER,
    examples=(),
)
