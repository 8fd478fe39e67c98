"""A title, excerpt, name or topic contains an HTML entity such as `&#8217;` or `&amp;`.

Front matter is plain text. A page escapes it for HTML, so readers see `&amp;` instead of `&`;
feeds, mails and searches show the entity in any case. Such text was usually copied from the source
of a page. Write the character itself: `’` and not `&#8217;`, `&` and not `&amp;`.

The fix is unsafe: a title may be about an entity, and a site that does not escape shows the
character already.

Only what HTML would read as a character counts: a number or a known name that ends with a
semicolon. `AT&T` and `R&D; more` are plain text. Text with tags, such as `Salt &amp; <em>tar</em>`,
is HTML and left alone. So are other fields, which may hold HTML, and those that the option
`html-fields` names, because the site prints them as they are. In `List<String> &amp; Map` there is
no tag of HTML that marks up a text, so the entity is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity, Span
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.characters import PRINTABLE_BUT_UNSEEN
from articlelint.text.places import first_few
from articlelint.text.words import field_name, show

# `&amp;#8217;` was escaped twice. No entity is longer than these; the limits keep it fast.
_ENTITY = r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

# Unicode's categories of control and format characters.
_UNSEEN = ("Cc", "Cf")

_AMP = "&amp;"
# Invisible characters that are never part of a word, as joiners and direction marks may be.
_NOTHING = "\xad\u200b\u2060\ufeff"
# What nobody sees, or what replaces a character that was lost.
_DOUBTFUL = f"[{PRINTABLE_BUT_UNSEEN}\ufffd]"
# Where titles are shown without escaping them, a browser takes this for markup.
_TAG = "<[A-Za-z/!?]"
# The tags of HTML that mark up a text. Others may be of a program, as in `List<String>`.
_OF_TEXT = (
    "a|abbr|b|bdi|bdo|big|blockquote|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|"
    "mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|tt|u|ul|var|wbr"
)
# Markup that a text has already.
_HTML = rf"(?i)</?(?:{_OF_TEXT})(?:[ /][^<>]*)?>|</[a-z][a-z0-9]{{0,9}}>"
# Characters beyond ASCII; also `à` and `Â` whose second byte became a space.
_UTF_8 = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\xc2\xc3] "


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each text that readers see as one line."""
    html_fields: list[str] = options["html-fields"]
    for path, text in article.lines:
        if "&" not in text or ";" not in text or _is_html(path, text, html_fields):
            continue
        if entities := _entities(text):
            fixed = _fixed(text, {each[0]: meant for each, meant in entities})
            change = None if fixed is None else SetValue(path, fixed)
            for (entity, meant), more in first_few(entities):
                message = f"{show(entity[0])} is an HTML entity{more}: {_advice(meant)}"
                help_, part = (_help(entity[0], meant),), Span(*entity.span())
                yield Objection(path, message, help_, change=change, part=part)


def _is_html(path: DataPath, text: str, html_fields: list[str]) -> bool:
    """Whether a text holds markup, or is in a field that a site prints as it is."""
    name = f".{field_name(path)}"
    return any(name.endswith(f".{each}") for each in html_fields) or bool(re.search(_HTML, text))


def _entities(text: str) -> list[tuple[re.Match[str], str]]:
    """Each entity in a text, with the character that it means."""
    from html import unescape  # noqa: PLC0415 - few texts need it
    from html.entities import html5  # noqa: PLC0415

    return [
        (each, unescape(f"&{each[1]};"))
        for each in re.finditer(_ENTITY, text)
        if each[1].startswith("#") or f"{each[1]};" in html5
    ]


def _advice(char: str) -> str:
    """What to do about an entity in a message; what nobody sees is best left out."""
    return "remove it" if _is_unseen(char) else f"write {_called(char, show(char))}"


def _help(entity: str, char: str) -> str:
    if _is_unseen(char):
        return f"remove `{entity}`"
    return f"write {_called(char, f'`{char}`')} instead of `{entity}`"


def _called(char: str, shown: str) -> str:
    """A character as a sentence names it."""
    if char.isspace():
        return "an ordinary space"
    return "a double quotation mark" if char == '"' else shown


def _is_unseen(char: str) -> bool:
    from unicodedata import category  # noqa: PLC0415 - few texts need it

    return not char.isspace() and all(category(each) in _UNSEEN for each in char)


def _fixed(text: str, meanings: Mapping[str, str]) -> str | None:
    """The text with characters instead of entities; None if that may not be what is meant."""
    if not all(_is_sure(entity, char) for entity, char in meanings.items()):
        return None
    plain = {entity: _plain(char) for entity, char in meanings.items()}
    fixed = re.sub(_ENTITY, lambda each: plain.get(each[0], each[0]), text)
    if not {"", " "}.isdisjoint(plain.values()):
        fixed = re.sub(" {2,}", " ", fixed).strip(" ")
    is_garbled = _is_garbled(fixed) and not _is_garbled(text)
    if is_garbled or not fixed.strip() or _entities(fixed) or re.search(_TAG, fixed):
        return None
    return fixed


def _is_sure(entity: str, char: str) -> bool:
    """Not if it was escaped twice, which may be on purpose, or names what HTML forbids."""
    if entity.startswith(_AMP) and entity != _AMP:
        return False
    is_seen = char.isprintable() and not re.search(_DOUBTFUL, char)
    return char != "" and (is_seen or char.isspace() or char in _NOTHING)


def _plain(char: str) -> str:
    if char.isspace():
        return " "
    return "" if _is_unseen(char) else char


def _is_garbled(text: str) -> bool:
    """Whether single characters seem to be bytes of UTF-8, as in `&Atilde;&copy;` for `é`."""
    return bool(re.search(_UTF_8, text.encode("cp1252", "replace")))


RULE = Rule(
    summary="an HTML entity such as `&amp;` in a title, excerpt, name or topic",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.UNSAFE,),
    gives_way=True,
    trigger=Trigger(texts=("&",)),
    options={
        "html-fields": {
            "description": (
                "Fields that the site prints as HTML, such as `title`, or `provider.name` for the "
                "name of a provider alone."
            ),
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "default": [],
        }
    },
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
