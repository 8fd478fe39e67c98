"""The published flag is not `true` or `false`.

The flag decides whether readers see the article. Written as `yes`, `"true"` or `1`, it is text or a
number: some programs take any text for true, even `"false"`, others take it for false. Write `true`
or `false`, in lower case and without quotes. A flag without a value is left alone where the schema
says that it may be `null`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlelint.article import Article
from articlelint.field import Found
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.reading.document import Document
from articlelint.reading.scalars import BOOLEANS, YAML_1_1_BOOLEANS
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import show

_MEANT = {**BOOLEANS, **YAML_1_1_BOOLEANS, "y": True, "1": True, "n": False, "0": False}


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at the flag of the article, if it has one."""
    for flag in article.entry.found(article.fields.published):
        may_lack = flag.value is None and article.may_be_empty(flag.path, None)
        if not isinstance(flag.value, bool) and not may_lack:
            yield _objection(article.document, flag)


def _objection(document: Document, flag: Found) -> Objection:
    path, value = flag.path, flag.value
    message = f"{show(path[-1])} should be `true` or `false`{_but_is(document, path, value)}"
    meant = _meant(str(value))
    from articlelint.text.flags import marked_flag  # noqa: PLC0415 - seldom needed

    marked = marked_flag(value) if meant is None and isinstance(value, str) else None
    right = marked if meant is None else meant
    change = None if right is None else SetValue(path, right)
    is_plain = document.plain(path) is not None
    help_ = _advice(is_inverted=flag.is_inverted) if right is None else _help(right, is_plain)
    return Objection(path, message, (help_,), change=change, is_guess=marked is not None)


def _meant(text: str) -> bool | None:
    """The flag that a text is meant as, perhaps with curly quotes, or a comma as in JSON."""
    from articlelint.text.quotation import without_curly_quotes  # noqa: PLC0415 - seldom needed

    text = text.strip().rstrip(",;")
    return _MEANT.get((without_curly_quotes(text) or text).lower())


def _but_is(document: Document, path: DataPath, value: Any) -> str:
    if value is None:
        written = document.plain(path)
        return f", but `{written}` means no value" if written else ", but is empty"
    return f", not {show(value)}"


def _advice(*, is_inverted: bool) -> str:
    show_it, hide_it = ("false", "true") if is_inverted else ("true", "false")
    return f"write `{show_it}` to show the article to readers, or `{hide_it}` to hide it"


def _help(meant: bool, is_plain: bool) -> str:  # noqa: FBT001 - it is what is meant
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
