"""A title or excerpt is only a placeholder such as `tbd`, filler text, a template or a bare URL.

A placeholder marks a gap that somebody meant to fill later. Once published, it is all that readers
and searches know of the article. Words such as `null` or `undefined` come from a program that had
nothing to write. Write the title that readers should see and, as the excerpt, what the article
says; or leave out the excerpt.

The whole text must be a placeholder: "Todo apps compared" and "What is https://example.com?" are
fine. Only filler text is recognised by its start, `Lorem ipsum dolor`. Letter case, and signs such
as brackets and dots, do not matter. Titles and excerpts of related items are checked, too. A
template that no program has filled in, such as `{{ page.title }}`, is also found in names, topics
and URLs.

A title is the subject of its page, and is not reported, if the file or its folder is called the
same: `NaN` in `nan.md` or `nan/index.md`. That is not so of words such as `Untitled` and `To be
confirmed`, nor of a name with a date, which is mostly made from the title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from string import ascii_letters

from articlelint.article import Article
from articlelint.model import DataPath, Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import key_or_item, show

_TITLE = "write the title that readers should see"
_EXCERPT = "say in a sentence or two what the article says, or leave out the excerpt"

_FILLED = "write the text that the template should become: nothing fills it in here"

# Of Liquid, Jinja, Handlebars and Go; of the first two; of ERB.
_TEMPLATE = r"(?:\{\{[^{}]*\}\}|\{%[^%]*%\}|<%[^%]*%>|\s)+"
_OPENS_TEMPLATE = ("{{", "{%", "<%")

# Without signs and spaces, so that `N/A`, `n.a.` and `[na]` are the same.
_WORDS = {
    *("na", "tba", "tbc", "tbd", "todo", "fixme", "tobedone", "tobedecided", "tobedefined"),
    *("tobedetermined", "tobeconfirmed", "tobeannounced", "tobecompleted", "tobewritten"),
    *("null", "none", "undefined", "nan", "objectobject", "notapplicable", "notavailable"),
    *("untitled", "untitledarticle", "untitleddocument", "untitledpage", "untitledpost"),
    *("placeholder", "placeholdertext", "loremipsum", "texthere", "yourtexthere", "asdf"),
    *("test", "testtest", "testarticle", "testpage", "testpost", "testtitle", "testexcerpt"),
    *("title", "excerpt", "thisisatest", "nodescriptionavailable"),
}
# What an article may be about: a value, a tag, a kind of page.
_SUBJECTS = frozenset(
    (
        *("na", "tba", "tbc", "tbd", "todo", "fixme", "null", "none", "undefined", "nan"),
        *("placeholder", "test", "title", "excerpt"),
    )
)
# "Title here", "No excerpt", "Insert your headline here".
_NAMES = ("title", "headline", "excerpt", "summary", "description")
_VERBS = ("add", "enter", "insert", "write")
_BEFORE = ("no", "your", *(verb + word for verb in _VERBS for word in ("", "a", "the", "your")))
_AFTER = ("here", "goeshere")
_PLACEHOLDERS = _WORDS.union(
    (before + name + after for name in _NAMES for before in _BEFORE for after in ("", *_AFTER)),
    (name + after for name in _NAMES for after in _AFTER),
)
_FILLER = "loremipsumdolor"
_URL_STARTS = ("http", "www")

# With which letters they begin, long ones and all; and with which no long one does.
_HEAD = 3
_LONG_HEADS = frozenset(word[:_HEAD] for word in (_FILLER, *_URL_STARTS))
_HEADS = _LONG_HEADS.union(word[:_HEAD] for word in _PLACEHOLDERS)
_ORDINARY_LETTERS = frozenset(ascii_letters).difference("hlwHLW")

# Signs that mark missing text: "-", "...", "???".
_GAP = ".…-–—_?*~/ "
_URL = r"\s*(?:https?://|www\.)\S+\s*"

# More characters than any placeholder has, and enough to know filler text by.
_LONG = 40


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at the title and the excerpt of each entry, and for templates at other texts, too."""
    fields = article.fields
    helps = ((fields.title, _TITLE), (fields.excerpt, _EXCERPT))
    told = set()
    for entry in article.entries:
        for field, help_ in helps:
            for path, text in entry.texts(field):
                name = str(path[-1])
                if not text or _is_ordinary(text, _heads(name)):
                    continue  # nearly always
                kind = _kind(text, name)
                if kind and not _is_subject(text, path, article):
                    told.add(path)
                    message = f"{show(name)} is only {kind} ({show(text)}): write the real {name}"
                    yield Objection(path, message, (help_,))
    if any(map(article.all_text.__contains__, _OPENS_TEMPLATE)):  # which is rare
        for path, text in (*article.lines, *article.urls):
            if _is_template(text) and path not in told:
                yield _template(path, text)


@cache
def _heads(field: str) -> frozenset[str]:
    """With which letters placeholders in a field begin, which may be its name."""
    return _HEADS.union(_field_letters(field)[:length] for length in range(1, _HEAD + 1))


def _is_ordinary(text: str, heads: Collection[str]) -> bool:
    """Whether a look at how a text begins is enough to know that it is real, as most are."""
    if len(text) >= _LONG:
        if text[0] in _ORDINARY_LETTERS:
            return True
        heads = _LONG_HEADS
    head = text[:_HEAD].lower()
    return head not in heads and head.isalpha() and head.isascii()


def _is_template(text: str) -> bool:
    return text.lstrip().startswith(_OPENS_TEMPLATE) and bool(re.fullmatch(_TEMPLATE, text))


def _template(path: DataPath, text: str) -> Objection:
    message = f"{key_or_item(path)} is only a template ({show(text)}): write the real text"
    return Objection(path, message, (_FILLED,))


def _kind(text: str, field: str) -> str | None:
    """What a text is instead of a real one; None if it is real."""
    if _is_template(text):
        return "a template"
    start = _letters(text[:_LONG])
    if start.startswith(_FILLER):
        return "filler text"
    if start.startswith(_URL_STARTS) and re.fullmatch(_URL, text, re.IGNORECASE):
        return "a bare URL"
    if len(text) < _LONG and (start in _PLACEHOLDERS or start == _field_letters(field)):
        return "a placeholder"
    is_gap = not start and text.strip() and not text.strip(_GAP)
    return "a placeholder" if is_gap else None


def _is_subject(text: str, path: DataPath, article: Article) -> bool:
    """Whether a text is the title of the article, and the file or its folder is called the same."""
    word = _letters(text)
    if word not in _SUBJECTS or path != article.entry.path_to(article.fields.title):
        return False
    *_, folder, name = ("", *article.name.split("/"))
    return word in (_letters(folder), _letters(name.partition(".")[0]))


@cache
def _field_letters(field: str) -> str:
    return _letters(field)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


RULE = Rule(
    summary="a placeholder, filler text, a template or a bare URL as title or excerpt",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    examples=(
        Example(
            bad="---\ntitle: Untitled\n---\n",
            message='"title" is only a placeholder ("Untitled"): write the real title',
            good="---\ntitle: A bridge reopens\n---\n",
        ),
        Example(
            bad="---\nexcerpt: Lorem ipsum dolor sit amet\n---\n",
            message=(
                '"excerpt" is only filler text ("Lorem ipsum dolor sit amet"): '
                "write the real excerpt"
            ),
            good="---\nexcerpt: Lorries must wait until May.\n---\n",
        ),
        Example(
            bad="---\ntitle: https://example.com/bridge-reopens\n---\n",
            message=(
                '"title" is only a bare URL ("https://example.com/bridge-reopens"): '
                "write the real title"
            ),
            good="---\ntitle: A bridge reopens\n---\n",
        ),
    ),
)
