"""What a rule is, and what it is given to look at.

A rule is a module of ``rules/`` whose file name is its id and which holds one ``RULE``. Its module
docstring is its documentation in Markdown: what it objects to, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.model import Path, Severity
from articlelint.reading.document import Document

Options = Mapping[str, Any]


class Fields(NamedTuple):
    """What the fields that rules look at are called; the defaults are the article schema's."""

    published: str = "published"
    kind: str = "type"
    dates: tuple[str, ...] = ("publishedDateTime", "updatedDateTime")
    urls: tuple[str, ...] = ("originalUrl", "webUrl", "ampWebUrl", "cdnAmpWebUrl")
    provider: str = "provider"
    domain: str = "domain"
    related: str = "related"


class Entry(NamedTuple):
    """The article itself, or one of its related items: a mapping with fields of its own."""

    path: Path
    values: Mapping[str, Any]

    def texts(self, names: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
        """The named fields that hold text, with their paths."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str):
                yield (*self.path, name), value


class Article(NamedTuple):
    """One article as rules see it: its file's path as named by the user, and its front matter."""

    path: str
    document: Document
    fields: Fields = Fields()

    def entries(self) -> Iterator[Entry]:
        """The article itself, then each of its related items."""
        data = self.document.data
        yield Entry((), data)
        related = data.get(self.fields.related)
        if isinstance(related, list):
            for index, item in enumerate(related):
                if isinstance(item, Mapping):
                    yield Entry((self.fields.related, index), item)


class Objection(NamedTuple):
    """What a rule has to say of the value, or the key, at a path, and what to write instead."""

    path: Path
    message: str
    help: tuple[str, ...] = ()
    on_key: bool = False


class Example(NamedTuple):
    """A file that breaks the rule, what is said of it, and the same file mended."""

    bad: str
    message: str
    good: str


class Rule(NamedTuple):
    """All that is known of a rule.

    ``options`` maps an option's name to a JSON Schema with a ``default`` and a ``description``.
    A rule without ``check`` is one of ``rules/builtin/``, which reading or the engine itself
    reports; it may have no ``examples``, for some of their files cannot be written as text. One
    that ``gives_way`` says nothing of a value that another rule or the schema objects to.
    """

    summary: str
    docs: str
    severity: Severity
    examples: tuple[Example, ...]
    check: Callable[[Article, Options], Iterator[Objection]] | None = None
    options: Mapping[str, Mapping[str, Any]] = {}
    gives_way: bool = False
    fixable: bool = False
