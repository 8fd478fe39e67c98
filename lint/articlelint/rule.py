"""What a rule is, and what it is given to look at.

A rule is a module of ``rules/`` whose file name is its id and which holds one ``RULE``. Its module
docstring is its documentation in Markdown: what it objects to, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from articlelint.article import Article
from articlelint.model import Change, Path, Safety, Severity

Options = Mapping[str, Any]


class Objection(NamedTuple):
    """What a rule has to say of the value, or the key, at a path, and what to write instead.

    ``related`` are other values that help to understand it, each with what it is. ``mend`` is what
    would put it right, as safely as the rule's ``fix`` says; None where a person must decide.
    """

    path: Path
    message: str
    help: tuple[str, ...] = ()
    on_key: bool = False
    related: tuple[tuple[Path, str], ...] = ()
    change: Change | None = None


class Example(NamedTuple):
    """A file that breaks the rule, what is said of it, and the same file mended.

    ``path`` is the file's name, for rules that look at it; ``options`` are those with which it is
    so, for rules that say nothing without.
    """

    bad: str
    message: str
    good: str
    path: str = "article.md"
    options: Mapping[str, Any] = {}


class Rule(NamedTuple):
    """All that is known of a rule.

    ``options`` maps an option's name to a JSON Schema with a ``default`` and a ``description``.
    A rule without ``check`` is one of ``rules/builtin/``, which reading or the engine itself
    reports; it may have no ``examples``, for some of their files cannot be written as text. One
    that ``gives_way`` says nothing of a value that another rule or the schema objects to. One that
    is ``opt_in`` reports only where the settings speak of it. ``fix`` is how safe it is to mend
    what the rule objects to without asking; None where a person must decide.
    """

    summary: str
    docs: str
    severity: Severity
    examples: tuple[Example, ...]
    check: Callable[[Article, Options], Iterator[Objection]] | None = None
    options: Mapping[str, Mapping[str, Any]] = {}
    gives_way: bool = False
    opt_in: bool = False
    fix: Safety | None = None
