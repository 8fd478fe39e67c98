"""A date without quotes is where text is wanted, as in `title: 2018-11-21`.

PyYAML, Psych, go-yaml and version 4 of js-yaml, with which many site generators read front matter,
make a date of it instead of text. So a page is refused because its title is a date, or it shows
`Wed Nov 21 2018 00:00:00 GMT+0000` and the like, perhaps with the day before. In TOML, it is a date
to all programs. Put it in quotes.

The rule looks at titles, excerpts, names and topics, and where the schema wants text without the
format or the pattern of a date. It leaves keys alone whose names speak of a date or a time, such as
`date`, `updated_at` or `startTime`: programs expect a date there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from articlelint.article import Article
from articlelint.model import DataPath, Safety, SetValue, Severity
from articlelint.reading.scalars import quoted
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.words import innermost_key, key_or_item

#: The names of keys that hold dates: what they have in them, are or end with.
_IN_NAMES = (
    *("date", "time", "day", "publi", "creat", "modif", "lastmod", "edited", "expir", "deadline"),
    *("since", "until", "start", "releas", "launch", "birth", "born", "died", "year", "month"),
)
_NAMES = frozenset(("from", "to", "end", "ends", "due", "when", "added"))
_ENDS_OF_NAMES = ("At", "On", "_at", "_on", "-at", "-on")


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Look at each plain value that may be read as a date."""
    document = article.document
    for path, text in document.texts:
        if text[4:5] != "-" or _is_for_a_date(path) or not _is_timestamp(text):
            continue  # nearly always
        if document.plain(path) == text and _is_for_text(article, path):
            yield _objection(path, text)


def _is_timestamp(text: str) -> bool:
    from articlelint.text.accepted_dates import is_timestamp  # noqa: PLC0415 - few texts need it

    return is_timestamp(text)


def _is_for_text(article: Article, path: DataPath) -> bool:
    return path in article.line_paths or article.wants_text(path)


def _objection(path: DataPath, text: str) -> Objection:
    what = f"{key_or_item(path)} should be text, but many programs read `{text}` as a date"
    return Objection(
        path, f"{what}: quote it", (f"write `{quoted(text)}`",), change=SetValue(path, text)
    )


def _is_for_a_date(path: DataPath) -> bool:
    """Whether the name of the innermost key says so."""
    return _names_a_date(innermost_key(path))


@lru_cache(maxsize=256)  # it is mostly the same key in all articles
def _names_a_date(key: str) -> bool:
    name = key.lower()
    return name in _NAMES or key.endswith(_ENDS_OF_NAMES) or any(map(name.__contains__, _IN_NAMES))


RULE = Rule(
    summary="a date without quotes where text is wanted, as in `title: 2018-11-21`",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    fixes=(Safety.SAFE,),
    gives_way=True,
    dialects=frozenset({"yaml", "toml"}),
    examples=(
        Example(
            bad="---\ntitle: 2018-11-21\n---\n",
            message=(
                '"title" should be text, but many programs read `2018-11-21` as a date: quote it'
            ),
            good='---\ntitle: "2018-11-21"\n---\n',
        ),
        Example(
            bad="---\ntopics: [2021-06-26, diary]\n---\n",
            message=(
                'an item of "topics" should be text, but many programs read `2021-06-26` as a '
                "date: quote it"
            ),
            good='---\ntopics: ["2021-06-26", diary]\n---\n',
        ),
    ),
)
