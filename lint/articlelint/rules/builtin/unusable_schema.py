"""The schema that the article names for itself cannot be used.

An article names one by a key, `$schema: video`, or by a comment above its keys,
`# yaml-language-server: $schema=../schemas/video.schema.json` or
`# $schema: ../schemas/video.schema.json`, which editors also use. The name is that of a bundled
schema, or the path of a JSON or YAML file, relative to the article. It takes precedence over the
one in the configuration, and `--schema` on the command line over both. The settings can refuse it:
that is `inline-schema`.

Here the file does not exist, or is not a schema, or is on a network, from which nothing is fetched.
Or it, or something it refers to, is outside the repository and not in one of the `schema-folders`
that the configuration allows. If the file does not say in `$schema` that it is a schema, the
message shows nothing of it.
The article is checked by the schema that would apply without it. Correct the path, or remove it.
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
