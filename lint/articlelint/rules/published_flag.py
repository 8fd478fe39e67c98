"""The published flag is not `true` or `false`.

The flag decides whether readers see the article. Written as `yes`, `"true"` or `1`, it is text or a
number: some programs take any text for true, even `"false"`, others take it for false. Write `true`
or `false`, in lower case and without quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, SetValue, Severity
from articlelint.reading.document import Document
from articlelint.reading.scalars import BOOLEANS, YAML_1_1_BOOLEANS
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show

_MEANT = {**BOOLEANS, **YAML_1_1_BOOLEANS, "y": True, "1": True, "n": False, "0": False}


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at the flag of the article, if it has one."""
    name = article.fields.published
    data = article.document.data
    if name in data and not isinstance(data[name], bool):
        value = data[name]
        message = f"{show(name)} should be `true` or `false`{_but_is(article.document, name)}"
        meant = _meant(str(value))
        from articlelint.text.flags import marked_flag  # noqa: PLC0415 - seldom needed

        marked = marked_flag(value) if meant is None and isinstance(value, str) else None
        flag = marked if meant is None else meant
        change = None if flag is None else SetValue((name,), flag)
        is_plain = article.document.plain((name,)) is not None
        help_ = _help(flag, is_plain=is_plain)
        yield Objection((name,), message, (help_,), change=change, is_guess=marked is not None)


def _meant(text: str) -> bool | None:
    """The flag that a text is meant as, perhaps with curly quotes, or a comma as in JSON."""
    from articlelint.text.quotation import without_curly_quotes  # noqa: PLC0415 - seldom needed

    text = text.strip().rstrip(",;")
    return _MEANT.get((without_curly_quotes(text) or text).lower())


def _but_is(document: Document, name: str) -> str:
    value = document.data[name]
    if value is None:
        written = document.plain((name,))
        return f", but `{written}` means no value" if written else ", but is empty"
    return f", not {show(value)}"


def _help(meant: bool | None, *, is_plain: bool) -> str:  # noqa: FBT001 - it is what is meant
    if meant is None:
        return "write `true` to show the article to readers, or `false` to hide it"
    return f"write `{str(meant).lower()}`{'' if is_plain else ' without quotes'}"


RULE = Rule(
    summary="a published flag other than `true` or `false`",
    docs=__doc__,
    severity=Severity.ERROR,
    check=check,
    accepts=(True, False),
    fixes=(Safety.SAFE, Safety.UNSAFE),
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
