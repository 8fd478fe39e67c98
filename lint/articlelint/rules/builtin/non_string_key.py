"""A key is not text but a number, a flag, empty, a list or a mapping.

Keys are names. JSON, and with it every schema, knows only keys that are text; programs turn the
others into text in ways of their own, or fail. A list or a mapping as a key is hardly ever meant:
it comes from a template such as `title: {{ name }}` that was never filled in, because braces have a
meaning in YAML.

Put the key in quotes if it is meant, and a value that begins with a brace too. A file in a folder
of templates, such as `scaffolds` or `_templates`, is not an article: leave it out with `exclude`.
"""

from __future__ import annotations

from articlelint.model import Safety, Severity
from articlelint.rule import Example, Rule, Stage

RULE = Rule(
    summary="a key that is not text: a number, a flag, or an unfilled `{{ template }}`",
    docs=__doc__,
    severity=Severity.ERROR,
    stage=Stage.READING,
    fixes=(Safety.UNSAFE,),
    examples=(
        Example(
            bad="---\n2023: A bridge reopens\n---\n",
            message="the key `2023` is not text: put it in quotes",
            good='---\n"2023": A bridge reopens\n---\n',
        ),
        Example(
            bad="---\npermalink: {{ slug }}\n---\n",
            message="a template must be in quotes",
            good='---\npermalink: "{{ slug }}"\n---\n',
        ),
    ),
)
