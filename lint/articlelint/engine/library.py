"""The functions for other programs: check or fix the text of one article."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from articlelint.article import Clock
from articlelint.engine.check import Checker
from articlelint.files import forget_folders
from articlelint.model import Diagnostic, Safety
from articlelint.reading.source import SourceFile
from articlelint.rule import Rule
from articlelint.schema.loading.store import DEFAULT_SCHEMA, Schema, bundled, find, from_mapping
from articlelint.settings import records
from articlelint.settings.config import Config, ConfigError, make_config, present
from articlelint.text.words import show

_ID = "[a-z0-9]+(-[a-z0-9]+)*"

#: What functions take as an article, and as its schema.
Text = str | bytes | bytearray | memoryview
AnySchema = Schema | Mapping[str, Any] | bool | None


class FixedText(NamedTuple):
    """An article after its fixes.

    ``text`` is all of it, a byte order mark included; ``fixed`` are the diagnostics whose fixes
    were applied, ``diagnostics`` what is still wrong.
    """

    text: str
    fixed: list[Diagnostic]
    diagnostics: list[Diagnostic]


def lint_text(  # noqa: PLR0913 - all but the text have defaults
    text: Text,
    path: str | os.PathLike[str] = "<text>",
    schema: AnySchema = None,
    config: Config | Mapping[str, Any] | None = None,
    *,
    rules: Mapping[str, Rule] | None = None,
    clock: Clock = present,
) -> list[Diagnostic]:
    """Check one article: every fault of its front matter, in the order of the text.

    ``text`` is the whole file; bytes are decoded as UTF-8, and what cannot be decoded is a
    diagnostic. ``path`` is the file's name for rules that look at it; nothing is opened.
    ``schema`` is a JSON Schema as a mapping or from ``load_schema``; without one it is the bundled
    article schema. ``config`` has ``rules``, ``fields`` and ``inline``, as a configuration file
    has them: ``{"rules": {"ambiguous-scalar": "off"}}``. ``rules`` are rules of your own by their
    ids, with their own severity and the defaults of their options. ``clock`` tells the present,
    with its zone, to the rules that ask for it.

    Spans of diagnostics are offsets into the text without its byte order mark;
    ``SourceFile.position`` turns them into lines and columns. No text makes this raise; a wrong
    schema raises SchemaError, a wrong config or id of a rule ConfigError, and an argument of
    another type TypeError.
    """
    return _checker(schema, config, rules, clock).check(_source(text), _path(path))


def fix_text(  # noqa: PLR0913 - all but the text have defaults
    text: Text,
    path: str | os.PathLike[str] = "<text>",
    schema: AnySchema = None,
    config: Config | Mapping[str, Any] | None = None,
    *,
    unsafe: bool = False,
    rules: Mapping[str, Rule] | None = None,
    clock: Clock = present,
) -> FixedText:
    """Fix what can be fixed in one article, and check what is left.

    The arguments are those of ``lint_text``. ``unsafe`` also applies the fixes that are a guess.
    Fixes change the front matter alone, and of that only what they say: values and keys, or lines
    that do not parse. Where that cannot be proved, the text stays as it is and an
    ``internal-error`` is among the diagnostics; only repairs of lines are left out. Bytes that
    cannot be decoded are not changed, only shown with U+FFFD in ``text``. Raises as ``lint_text``.
    """
    from articlelint.engine.fix import fix  # noqa: PLC0415 - who checks need not import it

    safeties = frozenset(Safety) if unsafe else frozenset({Safety.SAFE})
    checker = _checker(schema, config, rules, clock)
    fixed = fix(_source(text), _path(path), checker, safeties)
    mark = "\ufeff" * fixed.source.has_byte_order_mark
    left = checker.finish(fixed.checked).diagnostics
    return FixedText(mark + fixed.source.text, fixed.fixed, left)


def load_schema(name_or_file: str | os.PathLike[str], folder: str = "") -> Schema:
    """A bundled schema by its name, else that of a file, relative to a folder.

    A bundled name wins over a file of that name, so that it means the same in every folder. Raises
    SchemaError, and TypeError for an argument of another type.
    """
    forget_folders()  # who loads one again wants what is there now
    return find(_path(name_or_file, "name_or_file"), folder)


def _checker(
    schema: AnySchema,
    config: Config | Mapping[str, Any] | None,
    rules: Mapping[str, Rule] | None,
    clock: Clock,
) -> Checker:
    if schema is None:
        schema = bundled(DEFAULT_SCHEMA)
    elif not isinstance(schema, Schema):
        what = "a mapping, a bool or what load_schema returns"
        _require("schema", schema, (Mapping, bool), what)
        schema = from_mapping(schema)
    if not isinstance(config, Config):
        config = make_config({} if config is None else config)
    if rules is not None:
        _require("rules", rules, (Mapping,), "a mapping")
        for rule_id, rule in rules.items():
            _require(f"rules[{rule_id!r}]", rule, (Rule,), "a Rule")
            _check_own_id(rule_id)
    return Checker(schema, config, clock=clock, own_rules=rules)


def _source(text: Text) -> SourceFile:
    _require("text", text, (str, bytes, bytearray, memoryview), "str or bytes")
    return (
        SourceFile.from_text(text) if isinstance(text, str) else SourceFile.from_bytes(bytes(text))
    )


def _path(path: str | os.PathLike[str], argument: str = "path") -> str:
    name = os.fspath(path) if isinstance(path, os.PathLike) else path
    _require(argument, name, (str,), "str or a path")
    return name


def _require(argument: str, given: object, types: tuple[type, ...], expected: str) -> None:
    if not isinstance(given, types):
        raise TypeError(f"{argument} should be {expected}, not {type(given).__name__}")


def _check_own_id(rule_id: str) -> None:
    """Raise ConfigError at an id that another rule has, or that no comment could name."""
    if records.is_known(rule_id):
        raise ConfigError(f"there is a rule {show(rule_id)} already: choose another id")
    if not re.fullmatch(_ID, rule_id):
        raise ConfigError(f"invalid rule id {show(rule_id)}: write lower-case words and hyphens")
