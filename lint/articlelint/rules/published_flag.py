"""The published flag is something else than `true` or `false`.

The flag decides whether readers see the article. Written as `yes`, `"true"` or `1` it is text or a
number: some programs take any text for true, `"false"` included, others take it for false. Write
`true` or `false`, in lower case and without quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.words import show

_TRUE = frozenset({"true", "yes", "on", "y", "1"})
_FALSE = frozenset({"false", "no", "off", "n", "0"})


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at the flag of the article, if it has one."""
    name = article.fields.published
    data = article.document.data
    if name in data and not isinstance(data[name], bool):
        value = data[name]
        message = f"{show(name)} should be `true` or `false`, not {show(value)}"
        yield Objection((name,), message, _help(str(value)))


def _help(value: str) -> tuple[str, ...]:
    word = value.strip().lower()
    if word in _TRUE:
        return ("write `true`, without quotes",)
    if word in _FALSE:
        return ("write `false`, without quotes",)
    return ("write `true` to show the article to readers, `false` to hide it",)


RULE = Rule(
    summary="a published flag other than `true` or `false`",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    fix=Safety.SAFE,
    examples=(
        Example(
            bad="---\npublished: yes\n---\n",
            message='"published" should be `true` or `false`, not "yes"',
            good="---\npublished: true\n---\n",
        ),
        Example(
            bad='---\npublished: "false"\n---\n',
            message='"published" should be `true` or `false`, not "false"',
            good="---\npublished: false\n---\n",
        ),
    ),
)
