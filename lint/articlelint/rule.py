"""What a rule is, and what it is given to look at.

A rule is a module of ``rules/`` whose file name is its id and which holds one ``RULE``. Its module
docstring is its documentation in Markdown: what it objects to, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, Protocol

from articlelint.article import Article
from articlelint.model import Change, DataPath, Safety, Scalar, Severity, Span
from articlelint.named_tuple import NamedTuple

#: The options of a rule by their names.
Options = Mapping[str, Any]

#: Means every id of the schema stage in settings and comments: those are ``schema/<keyword>``.
SCHEMA = "schema"
SCHEMA_PREFIX = f"{SCHEMA}/"
#: The severity of each of them, unless the settings give another.
SCHEMA_SEVERITY = Severity.ERROR


#: Reads what a file holds that an option names: plain data. The path is where it names it, within
#: the option. Raises OptionError.
ReadData = Callable[[str, DataPath], Any]


class OptionError(ValueError):
    """An option that names something of no use. The message quotes nothing of what is there.

    ``path`` is the place within the option.
    """

    def __init__(self, message: str, path: DataPath) -> None:
        super().__init__(message)
        self.path = path


class Stage(str, Enum):
    """The step of a run in which the diagnostics of an id arise."""

    READING = "reading"
    SCHEMA = "schema"
    ARTICLE = "article"
    #: What concerns the run itself: files, comments for articlelint, failures of its own.
    RUN = "run"


class Ignorable(str, Enum):
    """Which comments can ignore the diagnostics of an id."""

    ANYWHERE = "anywhere"
    #: Only one for the whole file.
    WHOLE_FILE = "whole file"
    NEVER = "never"


class Objection(NamedTuple):
    """What a rule has to say of the value, or the key, at a path, and what to write instead.

    ``related`` are other values that help to understand it, each with what it is. ``change`` fixes
    it, as safely as the first of the rule's ``fixes`` says, or unsafely if it ``is_guess``; None if
    a person must decide. ``part`` is the part of a text that it is about, in offsets into that
    text; None if it is about all of the value. Objections to several parts may share one change,
    which then fixes them all.
    """

    path: DataPath
    message: str
    help: tuple[str, ...] = ()
    on_key: bool = False
    related: tuple[tuple[DataPath, str], ...] = ()
    change: Change | None = None
    part: Span | None = None
    is_guess: bool = False


class Fact(NamedTuple):
    """What a rule notes of one place in an article, to compare it with what it notes of others.

    Facts with the same ``key`` concern each other; ``value`` is what may differ between them. Both
    are small, for a collection may have a million facts.
    """

    key: str
    path: DataPath
    value: str = ""


class Noted(NamedTuple):
    """A fact and the file in which it was noted, by its path within the collection, with ``/``."""

    file: str
    fact: Fact


class Facts(Protocol):
    """The facts that a rule has noted of all articles of a collection, wherever they are kept.

    Where only some files are to be reported on, it may leave out what concerns none of them. All
    is in the order of the files and, within one, of its facts.
    """

    def groups(self) -> Iterator[list[Noted]]:
        """The facts of each key that was noted more than once."""

    def differing(self) -> Iterator[str]:
        """Each key that was noted with more than one value."""

    def values(self, key: str) -> dict[str, int]:
        """The values of a key, and how often it was noted with each: the commonest first."""

    def noted(self, key: str, value: str | None = None) -> Iterator[Noted]:
        """The facts of a key, or those of them that have a value."""

    def counts(self) -> dict[str, int]:
        """How often each key was noted, in the whole collection."""

    def to_report(self) -> Iterator[Noted]:
        """The facts of the files that are to be reported on."""

    def keys_to_report(self) -> Iterator[str]:
        """Each key that was noted in the files that are to be reported on, in the order of keys."""

    def names(self, folder: str) -> frozenset[str] | None:
        """The names of all that is in a folder, each composed (Unicode's normal form NFC).

        ``folder`` is its path within the collection, with ``/`` and without dots; the collection's
        own is the empty text. None if that is no folder, or if what it holds cannot be told.
        """


class Elsewhere(NamedTuple):
    """A value in another file that helps to understand an objection, and what it is."""

    file: str
    path: DataPath
    what: str


class FileObjection(NamedTuple):
    """What a rule objects to in one of the files of a collection; they are named as in ``Noted``.

    Its related values are in the same file, those ``elsewhere`` in others.
    """

    file: str
    objection: Objection
    elsewhere: tuple[Elsewhere, ...] = ()


class Example(NamedTuple):
    """A file that breaks the rule, what is said of it, and the same file fixed.

    ``path`` is the file's name, for rules that look at it; ``options`` are those with which it is
    so, for rules that say nothing without. ``others`` are further files of the collection by their
    names, for rules that compare.
    """

    bad: str
    message: str
    good: str
    path: str = "article.md"
    options: Mapping[str, Any] = {}
    others: Mapping[str, str] = {}


class Trigger(NamedTuple):
    """What an article must hold for a rule to object to anything in it: any one of all these.

    ``texts`` are looked for in every text value as it is read, also in what aliases repeat. There,
    ``EDGE`` is where a text begins and where it ends: ``" " + EDGE`` is a trailing space. A value
    that is nothing, as of ``title:``, counts as an empty text, ``EDGE + EDGE``. ``in_any_case`` are
    further texts, of ASCII alone, of which capital letters are found, too. With ``beyond_ascii``,
    any character in them that is not ASCII is enough. ``written`` are looked for in the front
    matter as it is written, comments and keys included.
    """

    texts: tuple[str, ...] = ()
    in_any_case: tuple[str, ...] = ()
    beyond_ascii: bool = False
    written: tuple[str, ...] = ()


class Rule(NamedTuple):
    """All that is known of an id: of a rule, or of a keyword of the schema.

    ``options`` maps an option's name to a JSON Schema with a ``default`` and a ``description``.
    ``from_files`` makes of those that may name files what the rule is given instead, once for all
    articles; each may raise OptionError.
    A rule without ``check`` is one of ``rules/builtin/``, which reading or the engine itself
    reports; it may have no ``examples``, for some of their files cannot be written as text. One
    that ``gives_way`` says nothing of a value that another rule or the schema objects to, unless
    that rule ``judges_parts``: then it may still object to other parts of the value. One that is
    ``opt_in`` reports only where the settings speak of it. ``fixes`` is how safe its fixes are,
    safe ones first; empty where a person must decide. One that ``prevents_check`` keeps the rest of
    the article from being checked. A failure of articlelint itself is not one that
    ``can_be_baselined``. One that ``uses_clock`` asks an article about the present, and so may say
    something else tomorrow. One that ``asks_schema`` asks an article what its schema declares.
    ``facts`` notes what a comparison of all articles in a collection needs to know of one, and
    ``check_collection`` compares by these alone. ``dialects`` are the names of those to which
    the rule applies; None means all. ``accepts`` are values of each kind that it does not
    object to: where the schema accepts them too, it says no more than the rule, and its message
    is not repeated below the rule's. A function tells them from the options. ``trigger`` is what an
    article holds if ``check`` objects to anything in it: others are not looked at. None means that
    all are.
    """

    summary: str
    docs: str
    severity: Severity
    examples: tuple[Example, ...]
    check: Callable[[Article, Options], Iterator[Objection]] | None = None
    options: Mapping[str, Mapping[str, Any]] = {}
    from_files: Mapping[str, Callable[[Any, ReadData], Any]] = {}
    gives_way: bool = False
    judges_parts: bool = False
    opt_in: bool = False
    fixes: tuple[Safety, ...] = ()
    stage: Stage = Stage.ARTICLE
    prevents_check: bool = False
    ignorable: Ignorable = Ignorable.ANYWHERE
    can_be_baselined: bool = True
    uses_clock: bool = False
    asks_schema: bool = False
    facts: Callable[[Article, Options], Iterable[Fact]] | None = None
    check_collection: Callable[[Facts, Options], Iterable[FileObjection]] | None = None
    dialects: frozenset[str] | None = None
    accepts: tuple[Scalar, ...] | Callable[[Options], tuple[Scalar, ...]] = ()
    trigger: Trigger | None = None

    def default_options(self) -> Options:
        """The options where the settings say nothing."""
        return {name: each["default"] for name, each in self.options.items()}

    def accepted(self, options: Options) -> tuple[Scalar, ...]:
        """The values that it ``accepts`` with some options."""
        return self.accepts(options) if callable(self.accepts) else self.accepts


def schema_id(keyword: str) -> str:
    """The id of what a keyword of the schema objects to: ``schema/enum``."""
    return SCHEMA_PREFIX + keyword
