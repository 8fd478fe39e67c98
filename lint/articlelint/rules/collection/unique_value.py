"""Two files have one value in a field that must be unique.

A page that has the `slug` or `permalink` of another one replaces it, an alias that is the address
of another page hides one of the two, and a repeated `id` makes every program that looks for it find
the wrong article. Give each file a value of its own.

The option `fields` lists the fields, by name or by path such as `extra.id`; without it, the rule
reports nothing. Of a list, each item counts. Values of several fields are compared with each other
if these are a group: a mapping with `fields`, and if you like with

- `scope`: where the values must be unique, one or several of `folder` (the same folder), `language`
  (that of the field `lang`, `language` or `locale`, else that of a folder such as `en` or of a name
  such as `bridge.en.md`) and names of fields (the same value in them);
- `published-at`: the address of a file that lacks the first field of the group, such as
  `/{folder}/{name}/`. An address that is not known whole is left out. Its parts are `{folder}`
  (without `src`, `content` and `pages` at its beginning, and without `_` before names), `{name}`
  (of the file; empty for an `index.md`), `{slug}` (the field, else the name without a date before
  it), `{year}`, `{month}` and `{day}` (of publication, else of the file name), and any other field.

Groups of the same fields and scope share their values, also if an override gives some files another
`published-at`.

Numbers are compared as text: `id: 7` is the same as `id: "7"`. Letter case counts. Slashes at
either end do not, nor do spaces around the value; in an address, neither do `https://`,
`index.html` and percent-encoding. Values that are empty, true or false, or hold placeholders such
as `:title` or `{{ slug }}` are left out. Files that are not published count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, takewhile
from typing import Any, NamedTuple
from urllib.parse import unquote

from articlelint.article import Article
from articlelint.comparing import Member, members, show_file
from articlelint.model import DataPath, Severity
from articlelint.rule import (
    Elsewhere,
    Example,
    Fact,
    Facts,
    FileObjection,
    Noted,
    Objection,
    Options,
    Rule,
)
from articlelint.text.words import field_or_item, shorten, show

#: The most values of a field that tell apart where a value need be unique.
_MOST_OF_SCOPE = 1000

_HELP = "give each file a value of its own"

_PUBLISHED_AT = "published-at"
_LANGUAGE_FIELDS = ("lang", "language", "locale")
_LANGUAGE = r"[a-z]{2}(?:[-_][a-zA-Z]{2,4})?"
#: What Jekyll, Hugo and Liquid replace in an address.
_PLACEHOLDER = r"(?:^|[/_-]):[a-z]|\{\{|\{%"
_SCHEME = r"(?i)^https?://"
_INDEX = r"(^|/)index\.html?$"
_PART = r"\{([^{}]+)\}"
_DAY = r"\s*(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])"
_DATE_BEFORE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-(?=.)"
_PARTS_OF_DATE = ("year", "month", "day")
_INDEX_FILES = ("index", "_index")
_SOURCES = ("src", "content", "pages")


class _Group(NamedTuple):
    """Fields that share their values, within a scope, with the addresses of files."""

    fields: tuple[str, ...]
    scope: tuple[str, ...] = ()
    published_at: str = ""


def facts(article: Article, options: Options) -> Iterable[Fact]:
    """Note each value in a field that must be unique, with what else must be the same for that."""
    noted: dict[str, Fact] = {}
    for group in map(_group, options["fields"]):
        scope = [_in_scope(article, each) for each in group.scope] if group.scope else []
        before = "\n".join((",".join(group.fields), ",".join(group.scope), *scope))
        for path, value in _values(article, group):
            key = f"{before}\n{_compared(value)}"
            noted.setdefault(key, Fact(key, path, shorten(value)))
    return noted.values()


def _group(option: str | Mapping[str, Any]) -> _Group:
    if isinstance(option, str):
        return _Group((option,))
    scope = option.get("scope", ())
    scope = (scope,) if isinstance(scope, str) else tuple(scope)
    return _Group(tuple(option["fields"]), scope, option.get(_PUBLISHED_AT, ""))


def _in_scope(article: Article, name: str) -> str:
    if name == "folder":
        return article.name.rpartition("/")[0]
    if name == "language":
        return _language(article)
    values = (_as_text(value) for _, value in article.entry.named(name))
    return ",".join(filter(None, islice(values, _MOST_OF_SCOPE)))


def _language(article: Article) -> str:
    for name in _LANGUAGE_FIELDS:
        if language := article.entry.text(name):
            return _canonical(language)
    *folders, file = article.name.split("/")
    candidates = (*file.split(".")[1:-1], *folders)
    return next((_canonical(each) for each in candidates if re.fullmatch(_LANGUAGE, each)), "")


def _canonical(language: str) -> str:
    return language.strip().lower().replace("_", "-")


def _values(article: Article, group: _Group) -> Iterator[tuple[DataPath, str]]:
    for field in group.fields:
        for path, value in article.entry.named(field):
            text = _as_text(value)
            if text and not re.search(_PLACEHOLDER, text):
                yield path, text
    own = (value for _, value in article.entry.named(group.fields[0]))
    if group.published_at and all(value in (None, "") for value in own):
        address = _address(article, group.published_at)
        if address is not None:
            yield (), address


def _address(article: Article, pattern: str) -> str | None:
    """Where a file is published; None if a part of that is not known."""
    parts = {name: _part(article, name) for name in re.findall(_PART, pattern)}
    if None in parts.values():
        return None
    return re.sub("/{2,}", "/", re.sub(_PART, lambda each: parts[each[1]] or "", pattern))


def _part(article: Article, name: str) -> str | None:
    folder, _, file = article.name.rpartition("/")
    stem = file.rpartition(".")[0]
    stem = "" if stem in _INDEX_FILES else stem
    if name == "folder":
        return _published_folder(folder)
    if name == "name":
        return stem
    if name in _PARTS_OF_DATE:
        date = article.entry.text(article.fields.published_date_time) or ""
        day = re.match(_DAY, date) or re.match(_DAY, stem)
        return day[name] if day else None
    values = (_as_text(value) for _, value in article.entry.named(name))
    written = next(filter(None, values), None)
    return re.sub(_DATE_BEFORE, "", stem) if name == "slug" and written is None else written


def _published_folder(folder: str) -> str:
    folders = folder.split("/")
    sources = takewhile(_SOURCES.__contains__, folders)
    return "/".join(each.removeprefix("_") for each in folders[len(list(sources)) :])


def _as_text(value: Any) -> str | None:
    """Text or a number as text; None if it is empty or anything else."""
    if isinstance(value, str):
        return value.strip() or None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return show(value) if is_number else None


def _compared(text: str) -> str:
    """What is equal for values that are the same."""
    text = unicodedata.normalize("NFC", text)
    if "/" not in text:
        return text
    return re.sub(_INDEX, "", unquote(re.sub(_SCHEME, "", text))).strip("/") or "/"


def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Object to each value that other files have, too."""
    for group in facts.groups():
        yield from map(_objection, members(group))


def _objection(member: Member) -> FileObjection:
    file, (_, path, written) = member.noted
    other, elsewhere = member.others[0], show_file(member.others[0].file)
    value = show(written)
    if not path:
        too = f"which is also in {elsewhere}" if other.fact.path else f"and so is {elsewhere}"
        message = f"this file is published at {value}, {too}"
    else:
        also = f"{value} is also in {elsewhere}"
        but = also if other.fact.path else f"{elsewhere} is published at {value}"
        message = f"{field_or_item(path)} must be unique, but {but}"
    return FileObjection(
        file, Objection(path, message, (_HELP, *member.more())), tuple(map(_place, member.others))
    )


def _place(other: Noted) -> Elsewhere:
    what = "the same value" if other.fact.path else "published at the same address"
    return Elsewhere(other.file, other.fact.path, what)


_NAMES = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}

RULE = Rule(
    summary="a value that two files have, in a field that must be unique",
    docs=__doc__,
    severity=Severity.ERROR,
    facts=facts,
    check_collection=check,
    opt_in=True,
    options={
        "fields": {
            "description": "The fields, each by its name or path, or a mapping with several.",
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {
                        "type": "object",
                        "properties": {
                            "fields": {
                                "description": "The fields that share their values.",
                                **_NAMES,
                            },
                            "scope": {
                                "description": "What else must be the same for two equal values.",
                                "anyOf": [{"type": "string", "minLength": 1}, _NAMES],
                            },
                            _PUBLISHED_AT: {
                                "description": "The address of a file without the first field.",
                                "type": "string",
                                "pattern": r"^/(?:[^{}]|\{[^{}]+\})*$",
                                "errorMessage": (
                                    "not an address: begin with `/`, and write parts such as "
                                    "`{name}`"
                                ),
                            },
                        },
                        "required": ["fields"],
                        "additionalProperties": False,
                    },
                ]
            },
            "default": [],
        }
    },
    examples=(
        Example(
            bad="---\nslug: bridge-reopens\n---\n",
            message='"slug" must be unique, but "bridge-reopens" is also in "posts/bridge.md"',
            good="---\nslug: ferry-sold\n---\n",
            path="posts/ferry.md",
            options={"fields": ["slug"]},
            others={"posts/bridge.md": "---\nslug: bridge-reopens\n---\n"},
        ),
        Example(
            bad="---\naliases: [/old/ferry, /posts/bridge/]\n---\n",
            message=(
                'an item of "aliases" must be unique, but "posts/bridge.md" is published at '
                '"/posts/bridge/"'
            ),
            good="---\naliases: [/old/ferry]\n---\n",
            path="posts/ferry.md",
            options={
                "fields": [{"fields": ["url", "aliases"], "published-at": "/{folder}/{name}/"}]
            },
            others={"posts/bridge.md": "---\ntitle: Bridge\n---\n"},
        ),
        Example(
            bad="---\nid: 7\nlang: en\n---\n",
            message='"id" must be unique, but "7" is also in "bridge.md"',
            good="---\nid: 8\nlang: en\n---\n",
            options={"fields": [{"fields": ["id"], "scope": "language"}]},
            others={
                "bridge.md": "---\nid: 7\nlang: en\n---\n",
                "brücke.md": "---\nid: 7\nlang: de\n---\n",
            },
        ),
    ),
)
