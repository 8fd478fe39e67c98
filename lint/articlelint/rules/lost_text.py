"""A text without quotes is cut, joined or ends otherwise than it was meant, and YAML accepts that.

The page shows `Platform` instead of `Platform #9 reopens`, one topic called `Railways - Travel`
instead of two, or a title that ends with a quotation mark. No program reports it, because each of
these is valid YAML:

- A `#` after a space begins a comment. Put the text in quotes if the `#` belongs to it. If it is a
  comment, write a space after the `#`, or two before it.
- A line of a list that is indented more than the one above continues the item above. Begin it
  right below the `-` of that item.
- A quotation mark at one end of a text is part of it. Remove it, or write one at both ends.
- A comma at the end of an item is part of it. Remove it: in a list with dashes, lines end items.

What is often meant is left alone: a `#` with a space after it, two spaces before it, or a word
after it with which comments begin (`#TODO`, `#or "video"`); anything after a number, flag, date or
URL; inches as in `12"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.article import EDGE, Article
from articlelint.field import keys_of
from articlelint.model import DataPath, Safety, SetValue, Severity, Span, SplitItem
from articlelint.reading.document import Document
from articlelint.reading.scalars import YAML_1_1_BOOLEANS, quoted, resolve_plain
from articlelint.rule import Example, Objection, Options, Rule, Trigger
from articlelint.text.places import and_more
from articlelint.text.words import show

# A number or a word right after the sign; nothing but hashtags; the code of a color.
_HASH = r"#(?:(?P<number>\d)|(?P<word>[^\W\d_]\w*))"
_HASHTAGS = r"#\w+(?:[ ,]+#\w+)*[ \t]*"
_COLOR = r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b"
# What comments begin with that have no space after the sign.
_COMMENT_WORDS = (
    " a add and are articlelint as by can change check default deprecated do don draft e eg"
    " endregion eslint example fixme for from hack i ie if in is keep leave max maximum may min"
    " minimum must nb new no nolint noqa nosec not note old only optional or prettier region"
    " remove required same see set should tbd temp that the these this to todo type unused use"
    " used was with xxx yaml yamllint "
)
# Keys whose values are prose, and lists of words, on sites that have other fields than ours.
_PROSE = (
    *("caption", "description", "excerpt", "headline", "heading", "label", "name", "subtitle"),
    *("summary", "title"),
)
_LISTS = ("aliases", "categories", "keywords", "labels", "subjects", "tags", "topics")
_DATE = r"\d{4}-\d{2}-\d{2}"

_LINE_BREAK = r"\r\n?|\n"
# How many lines the help spells out.
_MOST_ITEMS = 10
# As many words as an item that is no sentence has at most.
_FEW = 2

# What may be stray at an end; and which signs may go with a quotation mark.
_ENDS = ('"', "'", "”", "“", ",")
_PAIRS = {'"': '"', **dict.fromkeys("“”", "“”„")}
# An apostrophe also ends a possessive, a word that is cut short, or a name from another alphabet.
_CUT_WORD = r"(?:[^\w.!?]|[sxz\d_aeiou]|in|ol|(?:\A|\W)\w{1,3})'\Z"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at every text without quotes."""
    document = article.document
    has_comment = document.has_comment_after_value
    for path, text in document.texts:
        if has_comment and (comment := document.comment_after(path)):
            if _is_text(article, path, text, comment):
                yield _cut(path, text, comment)
        elif isinstance(path[-1], int) and " - " in text:
            yield from _joined(path, text, document.written(path))
        elif (text.endswith(_ENDS) or text[:1] == "“") and _is_plain(document, path, text):
            yield from _odd_end(article, path, text)


def _is_plain(document: Document, path: DataPath, text: str) -> bool:
    """Whether a text is written without quotes; its place is looked at only if it may be."""
    return text in document.plain_texts and document.plain(path) is not None


def _is_text(article: Article, path: DataPath, text: str, comment: str) -> bool:
    """Whether what YAML takes for a comment is surely the rest of the text."""
    found = re.match(_HASH, comment)
    if not found or _is_no_prose(text) or re.match(_COLOR, comment):
        return False
    if f" {found['word']} ".lower() in _COMMENT_WORDS:
        return False
    if found["number"] and " " in text:
        return True
    if isinstance(path[-1], int):
        is_of_words = path[-2] in (*_LISTS, *keys_of(article.fields.topics))
        return is_of_words and bool(found["number"] or re.fullmatch(_HASHTAGS, comment))
    return path[-1] in _PROSE or path in article.line_paths


def _is_no_prose(text: str) -> bool:
    is_url = "://" in text and " " not in text
    return is_url or text.lower() in YAML_1_1_BOOLEANS or bool(re.match(_DATE, text))


def _cut(path: DataPath, text: str, comment: str) -> Objection:
    whole = f"{text} {comment.rstrip()}"
    message = (
        f"{show(comment.rstrip())} is a comment and not part of the text: put the text in quotes"
    )
    help_ = (
        f"write `{_before(path)}{quoted(whole)}`",
        "if it is meant as a comment, write a space after the `#`",
    )
    return Objection(path, message, help_, change=SetValue(path, whole, takes_comment=True))


def _before(path: DataPath) -> str:
    """What comes before a value on its line."""
    return "- " if isinstance(path[-1], int) else f"{path[-1]}: "


def _joined(path: DataPath, text: str, written: str) -> Iterator[Objection]:
    """``written`` is the text in the article, where an item below it was meant as one."""
    lines = [each.strip(" \t") for each in re.split(_LINE_BREAK, written)]
    below = [index for index, line in enumerate(lines) if index and line.startswith("- ")]
    if not below or " ".join(lines) != text:
        return
    first = below[0]
    before, item = " ".join(lines[:first]), lines[first]
    more = and_more(len(below) - 1)
    message = f"{show(item)} is read as part of the item {show(before)}{more}: indent it less"
    help_ = tuple(f"write `{lines[each]}` with its `-` right below the one above" for each in below)
    ends = [*below[1:], len(lines)]
    items = (" ".join(lines[at:end])[2:].lstrip() for at, end in zip(below, ends, strict=True))
    change = SplitItem(path, (before, *items))
    part = Span(len(before) + 1, len(before) + 1 + len(item))
    yield Objection(path, message, help_[:_MOST_ITEMS], change=change, part=part)


def _odd_end(article: Article, path: DataPath, text: str) -> Iterator[Objection]:
    """A quotation mark or a comma that nothing in the text explains."""
    at = 0 if text.startswith("“") and not text.endswith(_ENDS) else len(text) - 1
    mark = text[at]
    if mark == ",":
        is_stray = _is_word(path, text) or path[-1] in _PROSE or path in article.line_paths
        what = "trailing comma"
    else:
        is_stray = _is_stray(text, mark)
        what = "quotation mark only at the " + ("end" if at else "start")
    rest = (text[:at] + text[at + 1 :]).strip()
    if is_stray and rest:
        after = f"after {show(rest.split()[-1])}" if at else f"before {show(rest.split()[0])}"
        change = SetValue(path, rest) if resolve_plain(rest) == rest else None
        help_ = f"write `{_before(path)}{rest}`"
        part = Span(at, at + 1)
        yield Objection(path, f"{what}, {after}: remove it", (help_,), change=change, part=part)


def _is_word(path: DataPath, text: str) -> bool:
    """Whether it is an item of a list of words, and not a line of a poem."""
    return isinstance(path[-1], int) and (path[-2] in _LISTS or len(text.split()) <= _FEW)


def _is_stray(text: str, mark: str) -> bool:
    """Whether a quotation mark at one end has no other, apart from signs of inches or feet."""
    if mark == "'":
        return (
            text.count(mark) == 1 and " " in text and not re.search(_CUT_WORD, text, re.IGNORECASE)
        )
    pattern = rf"(?<!\d)[{_PAIRS[mark]}]"
    return len(re.findall(pattern, text)) == 1 and not re.search(rf"\d[{mark}]\Z", text)


RULE = Rule(
    summary="a text without quotes that YAML cuts at a `#`, joins to the next or ends oddly",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    judges_parts=True,
    fixes=(Safety.UNSAFE,),
    dialects=frozenset({"yaml"}),
    trigger=Trigger(texts=(EDGE + "“", " - ", *(each + EDGE for each in _ENDS)), written=(" #",)),
    examples=(
        Example(
            bad="---\ntitle: Platform #9 reopens\n---\n",
            message='"#9 reopens" is a comment and not part of the text: put the text in quotes',
            good='---\ntitle: "Platform #9 reopens"\n---\n',
        ),
        Example(
            bad="---\ntopics:\n  - Railways\n    - Travel\n---\n",
            message='"- Travel" is read as part of the item "Railways": indent it less',
            good="---\ntopics:\n  - Railways\n  - Travel\n---\n",
        ),
        Example(
            bad='---\ntitle: Night trains return"\n---\n',
            message='quotation mark only at the end, after "return": remove it',
            good="---\ntitle: Night trains return\n---\n",
        ),
    ),
)
