"""A title, excerpt, name or topic holds an HTML entity such as `&#8217;` or `&amp;`.

Front matter is plain text. What shows it escapes it for HTML, so that readers see `&amp;`
instead of `&`; feeds, mails and searches show the entity in any case. Such text was mostly copied
from the source of a page. Write the character itself: `’` and not `&#8217;`, `&` and not `&amp;`.

Only what HTML would read as a character counts: a number or a known name, closed by a semicolon.
`AT&T` and `R&D; more` are plain text. Other fields, which may hold HTML, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import Article
from articlelint.model import Safety, Severity
from articlelint.places import and_more
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.words import show

# `&amp;#8217;` was escaped twice. No entity is longer than these; bounded, they cost little.
_ENTITY = r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

# Unicode's categories of control and format characters.
_UNSEEN = ("Cc", "Cf")

# The most entities that the help lists.
_MAX_LISTED = 5


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each text that readers see as one line."""
    for path, text in article.lines:
        if "&" in text and ";" in text and (entities := _entities(text)):
            (first, meant), more = entities[0], and_more(len(entities) - 1)
            help_ = dict.fromkeys(
                f"{_write(char, f'`{char}`')} instead of `{entity}`" for entity, char in entities
            )
            message = f"{show(first)} is an HTML entity{more}: {_write(meant, show(meant))}"
            yield Objection(path, message, tuple(help_)[:_MAX_LISTED])


def _entities(text: str) -> list[tuple[str, str]]:
    """Each entity in a text, as written, with what it stands for."""
    from html import unescape  # noqa: PLC0415 - few texts need it
    from html.entities import html5  # noqa: PLC0415

    return [
        (each[0], unescape(f"&{each[1]};"))
        for each in re.finditer(_ENTITY, text)
        if each[1].startswith("#") or f"{each[1]};" in html5
    ]


def _write(char: str, shown: str) -> str:
    """What to write for a character; those that nobody sees are best not written at all."""
    from unicodedata import category  # noqa: PLC0415 - few texts need it

    if char.isspace():
        return "write an ordinary space"
    if all(category(each) in _UNSEEN for each in char):
        return "write nothing"
    return "write a double quotation mark" if char == '"' else f"write {shown}"


RULE = Rule(
    summary="an HTML entity such as `&amp;` in a title, excerpt, name or topic",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fix=Safety.SAFE,
    gives_way=True,
    examples=(
        Example(
            bad="---\ntitle: Salt &amp; tar\n---\n",
            message='"&amp;" is an HTML entity: write "&"',
            good="---\ntitle: Salt & tar\n---\n",
        ),
        Example(
            bad='---\nexcerpt: "The ferry&#8217;s last trip"\n---\n',
            message='"&#8217;" is an HTML entity: write "’"',
            good='---\nexcerpt: "The ferry’s last trip"\n---\n',
        ),
        Example(
            bad="---\ntopics:\n  - Boats&nbsp;and ships\n---\n",
            message='"&nbsp;" is an HTML entity: write an ordinary space',
            good="---\ntopics:\n  - Boats and ships\n---\n",
        ),
    ),
)
