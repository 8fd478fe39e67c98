"""A field disagrees with the path of the file.

Many sites repeat a field in the path: the name of a skill is that of its folder, the number of a
proposal is in its file name, and so are the date and slug of a post. If one of the two is changed
and the other one is not, links lead nowhere, and whoever looks for a file by its name gets another
one. Correct the field, or rename the file.

The option `patterns` lists paths with named parts, such as
`_posts/{year}-{month}-{day}-{slug}.md`; without it, the rule reports nothing. The first pattern
that matches a path is used. A part is compared with the field of its name, which may be a path such
as `{extra.id}`, or with another one that the option `fields` names; `{year}`, `{month}` and `{day}`
are compared with the date of publication. An absent or empty field is not reported. The option
`must-match` also reports files that match no pattern.

Patterns are relative to the folder of the collection. One without a slash is for file names in all
folders. `*` is any text within a name, and `**`, once in a pattern, any number of folders. If a
name has several parts, each but the last ends as soon as it can: in `{lang}-{slug}.md`, `lang` ends
at the first hyphen.

- Numbers are compared as numbers: `eip-0020.md` agrees with `eip: 20`.
- A date agrees if it is that day as written, or in UTC.
- A text agrees with the same text, also in small letters. One with spaces or punctuation, such as
  a title, is compared by its letters and digits: `salt-and-tar.md` agrees with `Salt and Tar`.
- A list agrees if one of its items does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from articlelint.article import Article
from articlelint.field import Name
from articlelint.model import Severity
from articlelint.rule import Example, Objection, Options, Rule
from articlelint.text.dates import DATE
from articlelint.text.path_pattern import DATE_PARTS, VALID, path_patterns
from articlelint.text.words import field_name, shorten, show

_WRITTEN_DAY = r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
#: What a text has that is no slug yet.
_NOT_OF_SLUG = r"[^\w.~-]"


def check(article: Article, options: Options) -> Iterator[Objection]:
    """Compare the parts of the path with the fields."""
    patterns = path_patterns(tuple(options["patterns"]))
    name = unicodedata.normalize("NFC", article.name)  # some systems take accents apart
    matches = (each.match(name) for each in patterns)
    parts = next((each for each in matches if each is not None), None)
    if parts is not None:
        yield from _check_parts(article, parts, options["fields"])
    elif patterns and options["must-match"]:
        message = f"the path {show(name)} matches none of the configured patterns"
        yield Objection((), message, ("rename the file, or add a pattern",))


def _check_parts(
    article: Article, parts: Iterable[tuple[str, str]], fields: Mapping[str, Name]
) -> Iterator[Objection]:
    dates: defaultdict[Name, dict[str, str]] = defaultdict(dict)
    for part, text in parts:
        if part in DATE_PARTS:
            field = fields.get(part, article.fields.published_date_time)
            dates[field][part] = text
        else:
            says = shorten(text) if text.isdecimal() else show(text)
            yield from _compare(
                article, fields.get(part, part), says, partial(_agrees, article, text)
            )
    for field, numbers in dates.items():
        agrees = partial(_agrees_with_date, article, numbers)
        yield from _compare(article, field, _told(numbers), agrees)


def _compare(
    article: Article, field: Name, says: str, agrees: Callable[[Any], bool | None]
) -> Iterator[Objection]:
    """Ask whether one of the values of a field ``agrees`` with the path; None if none can tell."""
    judged = [(path, value, agrees(value)) for path, value in article.entry.named(field)]
    wrong = [(path, value) for path, value, verdict in judged if verdict is False]
    if not wrong or any(verdict for *_, verdict in judged):
        return
    path, value = wrong[0]
    name = show(field_name(path))
    if isinstance(path[-1], int):
        message = f"the path says {says}, which {name} does not have"
        yield Objection(path[:-1], f"{message}: correct one of them")
    else:
        message = f"{name} is {show(value)}, but the path says {says}"
        yield Objection(path, f"{message}: correct one of them")


def _agrees(article: Article, part: str, value: Any) -> bool | None:
    """Whether text or a number agrees with a part of the path."""
    written = _as_text(value)
    if written is None:
        return None
    written = unicodedata.normalize("NFC", written)
    if part in (written, written.lower()):
        return True
    if written.isdecimal() and part.isdecimal():
        return written.lstrip("0") == part.lstrip("0")
    if DATE.fullmatch(part) and (days := _days(article, written)):
        return part in map(str, days)
    return bool(re.search(_NOT_OF_SLUG, written)) and _letters(written) == _letters(part)


def _agrees_with_date(article: Article, numbers: Mapping[str, str], value: Any) -> bool | None:
    """Whether a date has these numbers, or whether a single number is this one."""
    written = _as_text(value) or ""
    if days := _days(article, written):
        return any(
            all(getattr(day, part) == int(number) for part, number in numbers.items())
            for day in days
        )
    is_number = written.isdecimal() and len(numbers) == 1
    return _agrees(article, next(iter(numbers.values())), written) if is_number else None


def _as_text(value: Any) -> str | None:
    """Text or a number as text; None if it is empty or anything else."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    text = value.strip() if isinstance(value, str) else show(value) if is_number else ""
    return text or None


def _letters(text: str) -> str:
    """The letters and digits alone, without accents and case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def _days(article: Article, text: str) -> list[date]:
    """The day of a date as it is written, then in UTC, if it is a real one."""
    if read := article.date(text):
        return [*read.days]
    from articlelint.text.date_forms import in_rfc_3339  # noqa: PLC0415 - only with patterns

    written = re.match(_WRITTEN_DAY, text)
    exact = article.date(in_rfc_3339(text))
    try:
        first = [date.fromisoformat(written[1])] if written else []
    except ValueError:
        return []
    return [*first, *([exact.moment.date()] if exact else [])]


def _told(numbers: Mapping[str, str]) -> str:
    """``2023-05-04``, ``2023-05`` or ``month 05``, by what the path has of a date."""
    known = [part for part in DATE_PARTS if part in numbers]
    if known == [*DATE_PARTS][: len(known)]:
        return "-".join(numbers[part] for part in known)
    return ", ".join(f"{part} {numbers[part]}" for part in known)


RULE = Rule(
    summary="a field that disagrees with the path of the file",
    docs=__doc__,
    severity=Severity.WARNING,
    check=check,
    opt_in=True,
    options={
        "patterns": {
            "description": "Paths with named parts, such as `skills/{name}/SKILL.md`.",
            "type": "array",
            "items": {
                "type": "string",
                "minLength": 1,
                "pattern": VALID,
                "errorMessage": {
                    "pattern": (
                        "not a path pattern: write parts such as `{slug}`, with text between them, "
                        "`*` for any text within a name, and `**` for folders at most once"
                    )
                },
            },
            "default": [],
        },
        "fields": {
            "description": "The fields of parts that have other names, such as `year: date`.",
            "type": "object",
            "additionalProperties": {"type": "string", "minLength": 1},
            "default": {},
        },
        "must-match": {
            "description": "Whether to report files whose paths match no pattern.",
            "type": "boolean",
            "default": False,
        },
    },
    examples=(
        Example(
            bad="---\nname: pdf-tools\n---\n",
            message='"name" is "pdf-tools", but the path says "pdf": correct one of them',
            good="---\nname: pdf\n---\n",
            path="skills/pdf/SKILL.md",
            options={"patterns": ["skills/{name}/SKILL.md"]},
        ),
        Example(
            bad="---\neip: 21\n---\n",
            message='"eip" is 21, but the path says 0020: correct one of them',
            good="---\neip: 20\n---\n",
            path="EIPS/eip-0020.md",
            options={"patterns": ["EIPS/eip-{number}.md"], "fields": {"number": "eip"}},
        ),
        Example(
            bad="---\npublishedDateTime: 2023-06-09T16:00:00Z\n---\n",
            message=(
                '"publishedDateTime" is "2023-06-09T16:00:00Z", but the path says 2023-05: '
                "correct one of them"
            ),
            good="---\npublishedDateTime: 2023-05-09T16:00:00Z\n---\n",
            path="news/2023/05/bridge.md",
            options={"patterns": ["news/{year}/{month}/*.md"]},
        ),
    ),
)
