"""One article from text to diagnostics: a pure function, without I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from articlelint import rules
from articlelint.article import Article, Clock
from articlelint.engine.echoes import without_echoes
from articlelint.engine.named_schema import named_schema, without_name
from articlelint.fixing.fix_maker import FixMaker, byte_order_mark_fix
from articlelint.model import (
    Diagnostic,
    Related,
    Severity,
    Span,
)
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.report import Suppressed
from articlelint.rule import Objection, Options, Rule, schema_id
from articlelint.schema.loading.store import (
    DEFAULT_SCHEMA,
    Schema,
    SchemaError,
    bundled,
    from_mapping,
)
from articlelint.schema.validator import Validator
from articlelint.settings.config import Config, make_config, present

if TYPE_CHECKING:
    from articlelint.schema.finding.fault import Fault
    from articlelint.settings.ignores import Ignores

_INTERNAL_ERROR = "internal-error"

#: Finds a schema by the name that an article gives it, and by the path of the article.
FindSchema = Callable[[str, str], Schema]


def lint_text(
    text: str | bytes,
    path: str = "<text>",
    schema: Schema | Mapping[str, Any] | None = None,
    config: Config | Mapping[str, Any] | None = None,
    clock: Clock = present,
) -> list[Diagnostic]:
    """Check one article: every fault of its front matter, in the order of the text.

    ``text`` is the whole file; bytes are decoded as UTF-8, and what cannot be decoded is a
    diagnostic. ``path`` is the file's name for rules that look at it; nothing is opened.
    ``schema`` is a JSON Schema as a mapping or from ``load_schema``, the bundled article schema
    without one. ``config`` is as the configuration file has it:
    ``{"rules": {"ambiguous-scalar": "off"}}``. ``clock`` tells the present, with its zone, to the
    rules that ask for it.

    Spans of diagnostics are offsets into the text without its byte order mark;
    ``SourceFile.position`` turns them into lines and columns. No text makes this raise; a wrong
    schema raises SchemaError and a wrong config ConfigError.
    """
    if schema is None:
        schema = bundled(DEFAULT_SCHEMA)
    elif not isinstance(schema, Schema):
        schema = from_mapping(schema)
    if not isinstance(config, Config):
        config = make_config(config or {})
    source = SourceFile.from_bytes(text) if isinstance(text, bytes) else SourceFile.from_text(text)
    return Checker(schema, config, clock=clock).check(source, path)


class _ActiveRule(NamedTuple):
    """A rule that is to report, with its settings."""

    rule_id: str
    rule: Rule
    severity: Severity
    options: Options


class _Read(NamedTuple):
    """An article as it was read: its path, its front matter, and what makes fixes for it."""

    path: str
    document: Document
    fix_maker: FixMaker


class Checked(NamedTuple):
    """What is wrong with one article, and what its comments silence, in the order of the text."""

    diagnostics: list[Diagnostic]
    suppressed: tuple[Suppressed, ...] = ()


class Checker:
    """A schema and settings made ready to check many articles.

    ``find_schema`` finds the schema that an article names for itself, by that name and the path of
    the article, and raises SchemaError; without it, such names are passed over. ``clock`` tells
    the present. Raises SchemaError and, where the clock cannot tell the time, ConfigError.
    """

    def __init__(
        self,
        schema: Schema,
        config: Config,
        find_schema: FindSchema | None = None,
        clock: Clock = present,
    ) -> None:
        self._schema = schema
        _validator(schema)  # so that a wrong one is known at once
        self._config = config
        self._find_schema = find_schema
        clock()  # so that a wrong one is known at once
        self._clock = clock
        self._rules = [
            _ActiveRule(rule_id, rule, severity, config.options(rule_id))
            for rule_id, rule in rules.checking().items()
            if (severity := config.severity(rule_id))
        ]
        giving_way = (each.rule_id for each in self._rules if each.rule.gives_way)
        self._giving_way = frozenset(giving_way)

    def check(self, source: SourceFile, path: str) -> list[Diagnostic]:
        """Every fault of one article, in the order of the text. No text makes this raise."""
        return self.check_fully(source, path).diagnostics

    def check_fully(self, source: SourceFile, path: str) -> Checked:
        """The same, and what comments in the article silence."""
        try:
            found, suppressed = self._check(source, path)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the run
            found = self._settle([_internal_error("articlelint", error)], prevents_check=True)
            suppressed = ()
        in_order = sorted(suppressed, key=lambda each: _order(each.diagnostic))
        return Checked(sorted(found, key=_order), tuple(in_order))

    def _check(self, source: SourceFile, path: str) -> Checked:
        if source.fault:
            return Checked(self._settle([source.fault], prevents_check=True))
        block = find_block(source.text)
        if isinstance(block, Diagnostic):
            return Checked(self._settle([block], prevents_check=True))
        mark = self._settle([_byte_order_mark()] if source.has_byte_order_mark else [])
        try:
            document, faults = read_block(source.text, block)
        except UnreadableError as error:
            return Checked([*mark, *self._settle([error.diagnostic], prevents_check=True)])
        ignores = _find_ignores(source.text, block.content, document, faults)
        schema, unusable = self._schema_of(source.text, block.content, document, path)
        of_reading = [*mark, *self._settle(faults, prevents_check=bool(document.unread))]
        found = _unsilenced(of_reading + self._settle(unusable), ignores)
        read = _Read(path, document, FixMaker(document, source.text))
        found += self._check_document(read, schema, ignores)
        return Checked(found, tuple(ignores.suppressed) if ignores else ())

    def _schema_of(
        self, text: str, content: Span, document: Document, path: str
    ) -> tuple[Schema, list[Diagnostic]]:
        """The schema that an article names, else the one for all; and why what it names is none."""
        named = named_schema(text, content, document) if self._find_schema else None
        if named is None or self._find_schema is None:
            return self._schema, []
        try:
            schema = self._find_schema(named.name, path)
            _validator(schema)
        except SchemaError as error:
            # By its own name, which is the same from wherever the article is checked.
            what = error.called(named.name)
            message = f"the schema that the file names cannot be used: {what}"
            fault = Diagnostic("unusable-schema", Severity.ERROR, message, named.path, named.span)
            return self._schema, [fault]
        return schema, []

    def _check_document(
        self, read: _Read, schema: Schema, ignores: Ignores | None
    ) -> list[Diagnostic]:
        document = read.document
        by_rules = self._by_rules(read)
        by_schema = self._by_schema(read, schema, ignores)
        found = without_echoes(_unsilenced(by_rules, ignores), by_schema, self._giving_way)
        if ignores is None:
            return found
        is_whole = not document.unread and all(each.rule != _INTERNAL_ERROR for each in by_rules)
        unused = self._settle(ignores.unused(self._config, is_whole=is_whole))
        return found + ignores.apply(unused)

    def _by_rules(self, read: _Read) -> list[Diagnostic]:
        article = Article(read.path, read.document, self._config.fields, self._clock)
        found = [
            each
            for active in self._rules
            if _applies(active.rule, read.document)
            for each in _objections(active, article, read.fix_maker)
        ]
        failed = [each for each in found if each.rule == _INTERNAL_ERROR]
        if failed and not self._settle(failed, prevents_check=True):
            found = [each for each in found if each.rule != _INTERNAL_ERROR]
        return _of_what_was_read(found, read.document)

    def _by_schema(self, read: _Read, schema: Schema, ignores: Ignores | None) -> list[Diagnostic]:
        """What the schema objects to and no comment ignores.

        One diagnostic may speak of two faults, as of a misspelt key and the missing one. So what is
        ignored is settled before that, on each fault by itself.
        """
        document = read.document
        faults = [
            each
            for each in _validator(schema).faults(without_name(document.data))
            if self._config.severity(schema_id(each.keyword)) and not document.is_unread(each.path)
        ]
        if faults and ignores:
            apart = self._told(faults, read, schema, apart=True)
            kept = set(ignores.apply(apart))
            faults = [fault for fault, told in zip(faults, apart, strict=True) if told in kept]
        return self._told(faults, read, schema) if faults else []

    def _told(
        self, faults: list[Fault], read: _Read, schema: Schema, *, apart: bool = False
    ) -> list[Diagnostic]:
        from articlelint.schema.telling.explain import explain_with_changes  # noqa: PLC0415 - seldom

        explained = explain_with_changes(
            faults, read.document, schema, self._config.severity, apart=apart
        )
        return [
            each.diagnostic._replace(fix=read.fix_maker.fix(each.change, each.safety))
            for each in explained
        ]

    def _settle(
        self, found: Iterable[Diagnostic], *, prevents_check: bool = False
    ) -> list[Diagnostic]:
        """Give each diagnostic the severity of the settings; drop what they turn off."""
        return [
            each._replace(severity=severity)
            for each in found
            if (severity := self._config.severity(each.rule, prevents_check=prevents_check))
        ]


@lru_cache(maxsize=16)
def _validator(schema: Schema) -> Validator:
    return Validator(schema)


def _find_ignores(
    text: str, content: Span, document: Document, faults: list[Diagnostic]
) -> Ignores | None:
    """The comments that silence something; None if there is none, as in most articles."""
    if text.find("articlelint:", *content) < 0:
        return None
    from articlelint.settings.ignores import find_ignores  # noqa: PLC0415 - seldom needed

    return find_ignores(text, content, document, faults)


def _unsilenced(found: list[Diagnostic], ignores: Ignores | None) -> list[Diagnostic]:
    return ignores.apply(found) if ignores else found


def _applies(rule: Rule, document: Document) -> bool:
    return rule.dialects is None or document.dialect.name in rule.dialects


def _objections(active: _ActiveRule, article: Article, fix_maker: FixMaker) -> Iterator[Diagnostic]:
    """What one rule objects to; a rule that fails is a diagnostic, too."""
    check = active.rule.check
    try:
        for objection in check(article, active.options) if check else ():
            yield _diagnostic(active, objection, article.document, fix_maker)
    except Exception as error:  # noqa: BLE001 - the other rules still have their say
        yield _internal_error(f"the rule {active.rule_id}", error)


def _diagnostic(
    active: _ActiveRule, objection: Objection, document: Document, fix_maker: FixMaker
) -> Diagnostic:
    locate = document.key_span if objection.on_key else document.value_span
    path = objection.path
    return Diagnostic(
        active.rule_id,
        active.severity,
        objection.message,
        path,
        locate(path),
        objection.help,
        tuple(Related(document.value_span(other), what) for other, what in objection.related),
        fix_maker.fix(objection.change, next(iter(active.rule.fixes), None)),
    )


def _of_what_was_read(found: list[Diagnostic], document: Document) -> list[Diagnostic]:
    if not document.unread:
        return found
    return [each for each in found if not document.is_unread(each.path)]


def _order(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.rule, diagnostic.message


def _byte_order_mark() -> Diagnostic:
    message = "the file starts with a byte order mark (BOM)"
    help_ = ("save the file as UTF-8 without a byte order mark",)
    span, fix = Span(0, 0), byte_order_mark_fix()
    return Diagnostic("byte-order-mark", Severity.WARNING, message, (), span, help_, fix=fix)


def _internal_error(what: str, error: Exception) -> Diagnostic:
    message = f"{what} failed on this file: {type(error).__name__}: {error}"
    help_ = ("please report this, with the file if you can",)
    return Diagnostic(_INTERNAL_ERROR, Severity.ERROR, message, (), Span(0, 0), help_)
