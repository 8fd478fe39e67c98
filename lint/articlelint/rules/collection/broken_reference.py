"""A field names a file that is not there.

Readers see a page without its image, or a link that leads nowhere. Some site generators fail, and
others say nothing. The option `fields` says which fields name files, by their names or paths, such
as `image` or `next.link`, each with the folders in which its files may be, such as
`image: [assets, static]`. They are relative to the folder of the top-most configuration, and `.` is
that folder. Of a list, the items are looked up. A file may also be in the folder of the article,
unless the path begins with `/`. With `layout: {folders: [_layouts], endings: [.html]}`,
`layout: post` means `_layouts/post.html`.

What follows a `?` or `#` may be part of the name or not, and so may percent-encoding. Letter case
counts, as it does on most servers, whatever the writer's system makes of it.

The rule says nothing where something may be there without a file in these folders:

- URLs with a scheme or a host, anchors, templates such as `{{ page.image }}`, and patterns such as
  `*.jpg`;
- addresses of what a site generator makes: paths that end in `/`, in the ending of a page or feed
  such as `.html`, or in none, except for the `endings` of the field;
- paths that lead out of the collection or into folders that cannot be read;
- fields of which no folder exists.

Correct the path, or add the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from articlelint.article import Article
from articlelint.file_names import composed
from articlelint.model import Severity
from articlelint.rule import Example, Fact, Facts, FileObjection, Objection, Options, Rule
from articlelint.text.names_in_folder import NamesInFolder, split
from articlelint.text.words import both, either, show

_FOLDERS, _ENDINGS = "folders", "endings"
#: The longest reference that is looked up: longer than the paths of sites.
_LONGEST = 500
#: The most folders and endings of a field.
_MOST = 10

# A scheme, a host with or without slashes, an alias of a bundler, an anchor, a query.
_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]*:|//|[^/]+\.[A-Za-z]+/|[@~]/|[#?]")
# A template, a pattern, what is no path of a site.
_NOT_PLAIN = re.compile(r"\{[{%<]|<%|\$\{|[*\\\0-\x1f]")
_QUERY = re.compile(r"[?#].*")
#: The endings of what sites make of other files, and of domains.
_MADE = frozenset(
    (
        *(".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".jsp", ".css", ".js"),
        *(".xml", ".rss", ".atom", ".json", ".txt", ".com", ".org", ".net"),
    )
)
#: What Jekyll takes for no layout.
_NOTHING = ("none", "null")


def facts(article: Article, options: Options) -> Iterator[Fact]:
    """Note each reference to what should be a file."""
    for field, given in options["fields"].items():
        endings = _endings(given)
        for path, value in article.entry.named(field):
            if isinstance(value, str) and _names_file(value.strip(), endings):
                yield Fact(field, path, value.strip())


def _names_file(text: str, endings: Sequence[str]) -> bool:
    if not 0 < len(text) <= _LONGEST or text in _NOTHING:
        return False
    if _ELSEWHERE.match(text) or _NOT_PLAIN.search(text):
        return False
    name = _QUERY.sub("", text).rpartition("/")[2]
    ending = split(name)[1].lower()
    if not ending:
        return bool(endings and name.strip("."))
    return ending in endings or ending not in _MADE


def check(facts: Facts, options: Options) -> Iterator[FileObjection]:
    """Look each reference up."""
    site = _Site(facts)
    fields = {field: site.field(given) for field, given in options["fields"].items()}
    for file, (name, path, text) in facts.to_report():
        field = fields.get(name)
        missing = site.missing(text, file, field) if field else None
        if field and missing:
            message = _message(text, site.meant(missing, field.endings))
            help_ = _looked_in(text, options["fields"][name])
            yield FileObjection(file, Objection(path, message, (help_,)))


class _Field(NamedTuple):
    """Where the files of a field may be: only folders that are there, or perhaps there."""

    folders: list[str]
    endings: Sequence[str]


class _Site:
    """The files of a collection; what is known of each folder is found once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._names: dict[str, NamesInFolder] = {}

    def field(self, given: Any) -> _Field:
        """What the option says of a field."""
        folders = [each for each in _folders(given) if self._is_there(each) is not False]
        return _Field(folders, _endings(given))

    def missing(self, text: str, file: str, field: _Field) -> list[str] | None:
        """The paths that a reference in a file may mean; None if there may be a file at one."""
        if not field.folders:
            return None
        paths = []
        for path in self._paths(text, file, field.folders):
            may_be_there = (
                self._is_there(path + ending) is not False for ending in ("", *field.endings)
            )
            if path.startswith("../") or any(may_be_there):
                return None
            paths.append(path)
        return paths

    def _paths(self, text: str, file: str, folders: list[str]) -> Iterator[str]:
        """Where a file may be, the likeliest first: few are asked for all."""
        forms = _forms(text)
        for folder in folders:
            yield from (normpath(join(folder, form)) for form in forms)
        if not text.startswith("/"):
            folder = dirname(file)
            is_there = self._is_there(folder)  # or the article is elsewhere
            yield from (normpath(join(folder if is_there else "..", form)) for form in forms)

    def meant(self, paths: Sequence[str], endings: Sequence[str]) -> str | None:
        """The name at the end of one of the paths that was probably meant."""
        found = (self._meant(each, endings) for each in paths)
        return next((each for each in found if each is not None), None)

    def _meant(self, path: str, endings: Sequence[str]) -> str | None:
        folder, _, name = path.rpartition("/")
        if not self._is_there(folder):
            return None
        if folder not in self._names:
            self._names[folder] = NamesInFolder(self._facts.names(folder) or ())
        return self._names[folder].meant(name, endings)

    def _is_there(self, path: str) -> bool | None:
        """Whether something is at a path, spelled just so; None if that cannot be told."""
        folder = ""
        for name in filter(None, path.split("/")):
            names = self._facts.names(folder)
            if names is None or composed(name) not in names:
                return None if names is None else False
            folder = join(folder, name)
        return True


def _forms(text: str) -> list[str]:
    """What a reference may mean by its signs, as paths: as a URL, and as the name of a file."""
    path = _QUERY.sub("", text)
    return [each.lstrip("/") for each in dict.fromkeys((unquote(path), path, text))]


def _message(text: str, name: str | None) -> str:
    message = f"there is no file {show(text)}"
    if name is None:
        return message
    folder, slash, _ = _QUERY.sub("", text).rpartition("/")
    return f"{message}: did you mean {show(folder + slash + name)}?"


def _looked_in(text: str, given: Any) -> str:
    places = [show(each) if each else "the folder of the collection" for each in _folders(given)]
    if not text.startswith("/"):
        places.append("the folder of the article")
    endings = _endings(given)
    more = f", also with {either(endings)} at the end" if endings else ""
    return f"looked in {both(places)}{more}"


def _folders(given: Any) -> list[str]:
    """The folders of a field, each as its names with ``/`` between."""
    folders = given.get(_FOLDERS, [""]) if isinstance(given, Mapping) else given
    return [normpath(f"/{each}").lstrip("/") for each in folders]


def _endings(given: Any) -> list[str]:
    return given.get(_ENDINGS, []) if isinstance(given, Mapping) else []


_FOLDERS_SCHEMA = {
    "type": "array",
    "items": {"type": "string", "pattern": r"^(?!\.\.(/|$))"},
    "minItems": 1,
    "maxItems": _MOST,
}

RULE = Rule(
    summary="a field that names a file which is not there",
    docs=__doc__,
    severity=Severity.WARNING,
    facts=facts,
    check_collection=check,
    opt_in=True,
    options={
        "fields": {
            "description": (
                "The fields that name files, each with a list of the folders in which these may "
                "be, or a mapping with these `folders` and the `endings` that may be left out."
            ),
            "type": "object",
            "additionalProperties": {
                **_FOLDERS_SCHEMA,
                "type": ["array", "object"],
                "properties": {
                    _FOLDERS: {
                        **_FOLDERS_SCHEMA,
                        "description": "Folders, relative to that of the top-most configuration.",
                    },
                    _ENDINGS: {
                        "description": "Endings of names that may be left out.",
                        "type": "array",
                        "items": {"type": "string", "pattern": r"^\.[A-Za-z]\w*$"},
                        "maxItems": _MOST,
                    },
                },
                "additionalProperties": False,
            },
            "default": {},
        }
    },
    examples=(
        Example(
            bad="---\nnext: /guide/fery.md\n---\n",
            message='there is no file "/guide/fery.md": did you mean "/guide/ferry.md"?',
            good="---\nnext: /guide/ferry.md\n---\n",
            options={"fields": {"next": ["."]}},
            others={"guide/ferry.md": "---\ntitle: Ferries\n---\n"},
        ),
        Example(
            bad="---\nrelated: [bridge, tunnel]\n---\n",
            message='there is no file "tunnel"',
            good="---\nrelated: [bridge]\n---\n",
            options={"fields": {"related": {"folders": ["_news"], "endings": [".md"]}}},
            others={"_news/bridge.md": "---\ntitle: A bridge reopens\n---\n"},
        ),
    ),
)
