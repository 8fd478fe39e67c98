"""One article from text to diagnostics: a pure function, without I/O."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from articlelint import rules
from articlelint.article import Article
from articlelint.model import Diagnostic, Path, Related, Severity, Span
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import Block, find_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import parse
from articlelint.rule import Objection, Options, Rule
from articlelint.schema.store import Schema, bundled, from_mapping
from articlelint.schema.validate import Validator
from articlelint.settings.config import Config, make_config

#: The name of the bundled schema that is used where none is named.
DEFAULT_SCHEMA = "article"


def lint_text(
    text: str | bytes,
    path: str = "<text>",
    schema: Schema | Mapping[str, Any] | None = None,
    config: Config | Mapping[str, Any] | None = None,
) -> list[Diagnostic]:
    """Check one article: every fault of its front matter, in the order of the text.

    ``text`` is the whole file; bytes are decoded as UTF-8, and what cannot be decoded is a
    diagnostic. ``path`` is the file's name for rules that look at it; nothing is opened.
    ``schema`` is a JSON Schema as a mapping or from ``load_schema``, the bundled article schema
    without one. ``config`` is as the configuration file has it:
    ``{"rules": {"ambiguous-scalar": "off"}}``.

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
    return Checker(schema, config).check(source, path)


class _ActiveRule(NamedTuple):
    """A rule that is to report, with its settings."""

    rule_id: str
    rule: Rule
    severity: Severity
    options: Options


class _Word(NamedTuple):
    """What a rule says, and whether it yields to others that speak of the same place."""

    diagnostic: Diagnostic
    gives_way: bool = False


class Checker:
    """A schema and settings made ready to check many articles. Raises SchemaError."""

    def __init__(self, schema: Schema, config: Config) -> None:
        self._schema = schema
        self._validator = _validator(schema)
        self._config = config
        self._rules = [
            _ActiveRule(rule_id, rule, severity, config.options(rule_id))
            for rule_id, rule in rules.checking().items()
            if (severity := config.severity(rule_id))
        ]

    def check(self, source: SourceFile, path: str) -> list[Diagnostic]:
        """Every fault of one article, in the order of the text. No text makes this raise."""
        try:
            found = self._check(source, path)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the run
            found = [_internal_error("articlelint", error)]
        return sorted(found, key=lambda each: (each.span, each.rule, each.message))

    def _check(self, source: SourceFile, path: str) -> list[Diagnostic]:
        if source.fault:
            return self._settle([source.fault], prevents_check=True)
        block = find_block(source.text)
        if isinstance(block, Diagnostic):
            return self._settle([block], prevents_check=True)
        mark = self._settle([_byte_order_mark()] if source.has_byte_order_mark else [])
        return [*mark, *self._check_block(source.text, block, path)]

    def _check_block(self, text: str, block: Block, path: str) -> list[Diagnostic]:
        try:
            document, faults = parse(text, block.content, block.opening)
        except UnreadableError as error:
            return self._settle([error.diagnostic], prevents_check=True)
        found = _without_echoes(self._by_rules(document, path), self._by_schema(document))
        if document.unread:
            found = [each for each in found if not document.is_unread(each.path)]
        return [*self._settle(faults, prevents_check=bool(document.unread)), *found]

    def _by_rules(self, document: Document, path: str) -> list[_Word]:
        article = Article(path, document, self._config.fields, self._config.now)
        return [word for active in self._rules for word in _objections(active, article)]

    def _by_schema(self, document: Document) -> list[Diagnostic]:
        faults = self._validator.faults(document.data)
        if not faults:
            return []
        from articlelint.schema.explain import explain  # noqa: PLC0415 - most articles are valid

        return explain(faults, document, self._schema, self._config.severity)

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


def _objections(active: _ActiveRule, article: Article) -> Iterator[_Word]:
    """What one rule objects to; a rule that fails is a diagnostic, too."""
    check = active.rule.check
    try:
        for objection in check(article, active.options) if check else ():
            diagnostic = _diagnostic(active, objection, article.document)
            yield _Word(diagnostic, active.rule.gives_way)
    except Exception as error:  # noqa: BLE001 - the other rules still have their say
        yield _Word(_internal_error(f"the rule {active.rule_id}", error))


def _diagnostic(active: _ActiveRule, objection: Objection, document: Document) -> Diagnostic:
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
    )


def _without_echoes(by_rules: list[_Word], by_schema: list[Diagnostic]) -> list[Diagnostic]:
    """One fault, one diagnostic.

    A rule's word on a value takes the place of the schema's: it knows more. It is then at least as
    severe as the schema's was, and repeats its sentence as help, so that nothing is lost. A rule
    that gives way is silent where another rule or the schema speaks.
    """
    said = defaultdict(list)
    for each in by_schema:
        said[_place(each)].append(each)
    taken = {_place(word.diagnostic) for word in by_rules if not word.gives_way}
    kept = []
    for diagnostic, gives_way in by_rules:
        place = _place(diagnostic)
        if not (gives_way and (place in taken or place in said)):
            kept.append(_with_schema_faults(diagnostic, said.get(place, [])))
    spoken_of = {_place(each) for each in kept}
    return kept + [each for each in by_schema if _place(each) not in spoken_of]


def _place(diagnostic: Diagnostic) -> tuple[Path, Span]:
    return diagnostic.path, diagnostic.span


def _with_schema_faults(diagnostic: Diagnostic, faults: list[Diagnostic]) -> Diagnostic:
    if not faults:
        return diagnostic
    severe = any(each.severity is Severity.ERROR for each in (diagnostic, *faults))
    return diagnostic._replace(
        severity=Severity.ERROR if severe else Severity.WARNING,
        help=(*diagnostic.help, *(f"the schema says: {each.message}" for each in faults)),
    )


def _byte_order_mark() -> Diagnostic:
    message = "a byte order mark stands before the front matter"
    help_ = ("save the file as UTF-8 without a byte order mark (BOM)",)
    return Diagnostic("byte-order-mark", Severity.WARNING, message, (), Span(0, 0), help_)


def _internal_error(what: str, error: Exception) -> Diagnostic:
    message = f"{what} failed on this file: {type(error).__name__}: {error}"
    help_ = ("please report this, with the file if you can",)
    return Diagnostic("internal-error", Severity.ERROR, message, (), Span(0, 0), help_)
