"""One article from text to diagnostics: a pure function, without I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from articlelint import rules
from articlelint.article import ALWAYS, Article, Clock
from articlelint.engine.around_document import byte_order_mark, second_block_found
from articlelint.engine.by_rules import (
    ActiveRule,
    active_rules,
    internal_error,
)
from articlelint.engine.checked import Checked
from articlelint.engine.document_check import DocumentCheck
from articlelint.engine.echoes import untold
from articlelint.engine.ignores_in import ignores_in
from articlelint.engine.named_schema import (
    ChosenSchema,
    named_schema,
    refused_schema,
    unusable_schema,
)
from articlelint.engine.read_article import ReadArticle
from articlelint.engine.severities import with_severities
from articlelint.fixing.fix_maker import FixMaker
from articlelint.model import ENDS_THE_RUN, Diagnostic, Span
from articlelint.reading.dialect import Block, Dialect
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.report import Suppressed
from articlelint.rule import Rule, schema_id
from articlelint.schema.loading.store import Schema, SchemaError
from articlelint.schema.validator import Validator
from articlelint.settings.config import Config, present

#: Finds a schema by the name that an article gives it, and by the path of the article.
FindSchema = Callable[[str, str], Validator]
#: What the tags of templates begin with.
_TAGS = ("{{", "{%", "<%")


def _in_template(fault: Diagnostic, text: str, path: str) -> Diagnostic:
    from articlelint.engine.in_template import told_of_template  # noqa: PLC0415 - seldom needed

    return told_of_template(fault, text, path)


@lru_cache(maxsize=16)
def _prepare(schema: Schema) -> Validator:
    return Validator(schema)


class Checker:
    """A schema and settings made ready to check many articles.

    ``find_schema`` finds the schema that an article names for itself, by that name and the path of
    the article, and raises SchemaError; without it, such names are passed over. ``clock`` tells
    the present. ``own_rules`` are further rules by their ids. ``prepare`` makes ``schema`` ready
    for use; it is called for each article, and so remembers what it made. One that ``compares``
    notes what the rules of a collection ask for; one that ``notes_contents``, what an article holds
    for the counts of a run. Raises SchemaError and, if the clock cannot tell the time, ConfigError.
    """

    def __init__(  # noqa: PLR0913 - all but the first two have defaults
        self,
        schema: Schema,
        config: Config,
        find_schema: FindSchema | None = None,
        clock: Clock = present,
        own_rules: Mapping[str, Rule] | None = None,
        *,
        prepare: Callable[[Schema], Validator] = _prepare,
        compares: bool = False,
        notes_contents: bool = False,
    ) -> None:
        self._schema = schema
        self._prepare = prepare
        prepare(schema)  # so that a wrong one is known at once
        self._config = config
        self._date_forms = config.date_forms()
        self._find_schema = find_schema
        clock()  # so that a wrong one is known at once
        self._clock = clock
        own_rules = own_rules or {}
        self._own_ids = frozenset(own_rules)
        own = [
            ActiveRule(rule_id, rule, rule.severity, rule.default_options())
            for rule_id, rule in own_rules.items()
        ]
        checking = [*active_rules(rules.checking(), config), *own]
        #: Those that compare the articles of a collection.
        self.comparing = active_rules(rules.comparing(), config) if compares else []
        self._giving_way = {each.rule_id for each in self.comparing if each.rule.gives_way}
        noting = [each for each in (*own, *self.comparing) if each.rule.facts]
        self._of_document = DocumentCheck(config, checking, noting, notes_contents=notes_contents)

    def check(self, source: SourceFile, path: str) -> list[Diagnostic]:
        """Every fault of one article, in the order of the text. No text makes this raise."""
        return self.check_fully(source, path).diagnostics

    def check_fully(self, source: SourceFile, path: str) -> Checked:
        """All that one check yields. No text makes this raise."""
        return self.finish(self.begin(source, path))

    @property
    def config(self) -> Config:
        """The settings by which it checks."""
        return self._config

    def schema_for(self, source: SourceFile, path: str) -> Schema:
        """The schema by which an article is checked; the default one where it cannot be read."""
        block = find_block(source.text)
        if isinstance(block, Diagnostic):
            return self._schema
        try:
            document, _ = read_block(source.text, block)
        except UnreadableError:
            return self._schema
        return self._schema_of(source.text, block.content, document, path).validator.schema

    def made_of(self) -> tuple[Any, ...]:
        """Plain values by which it differs from others, apart from the clock and own rules.

        Two checkers for which they are equal say the same of an article that names no schema.
        """
        texts = self._prepare(self._schema).texts()
        finds = self._find_schema is not None
        return self._config, texts, finds, *self._of_document.made_of()

    def files(self) -> list[str]:
        """The paths of the files that its schema is made of."""
        return self._prepare(self._schema).files()

    def begin(self, source: SourceFile, path: str, name: str | None = None) -> Checked:
        """Check one article by itself, before a look at many may add to it: see ``finish``.

        ``name`` is its path within its collection, with ``/``, if that is another one.
        """
        try:
            return self._check(source, path, name or path)
        except ENDS_THE_RUN:
            raise
        except BaseException as error:  # noqa: BLE001 - nor must a panic of a native library
            failed = [internal_error("articlelint", error)]
            return Checked(self._settle(failed, prevents_check=True))

    def finish(
        self, checked: Checked, later: Iterable[Diagnostic] = (), *, is_compared: bool = False
    ) -> Checked:
        """Add what was found later, but for what comments ignore, then the unused comments.

        One that was not compared with others by all rules may have comments for what that would
        find. ``checked`` is from ``begin`` and stays as it is: it can be finished again, when
        something else was found.
        """
        found = [*checked.diagnostics, *untold(later, checked.diagnostics, self._giving_way)]
        suppressed: Iterable[Suppressed] = checked.suppressed
        if checked.ignores:
            ignores = checked.ignores.copy()
            found = [*checked.diagnostics, *ignores.apply(found[len(checked.diagnostics) :])]
            unused = ignores.unused(
                self._config, is_whole=checked.is_whole, is_compared=is_compared
            )
            found += ignores.apply(self._settle(unused))
            suppressed = ignores.suppressed
        in_order = sorted(suppressed, key=lambda each: _order(each.diagnostic))
        return Checked(
            sorted(found, key=_order),
            tuple(in_order),
            checked.facts,
            by_named_schema=checked.by_named_schema,
            contents=checked.contents,
        )

    def settled(self, failures: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Failures of rules that compare, as severe as the settings say."""
        return self._settle(failures, prevents_check=True)

    def _settle(
        self, found: Iterable[Diagnostic], *, prevents_check: bool = False
    ) -> list[Diagnostic]:
        return with_severities(self._config, found, prevents_check=prevents_check)

    def _check(self, source: SourceFile, path: str, name: str) -> Checked:
        if source.fault:
            return Checked(self._settle([source.fault], prevents_check=True))
        block = find_block(source.text)
        if isinstance(block, Diagnostic):
            found = self._settle([self._with_needed(block)], prevents_check=True)
            found = found or self._settle(self._unopened(source.text, block), prevents_check=True)
            if found:
                return Checked(found, holds=ALWAYS)
            return self._check_unread([block], None, "", path, name, [])
        mark = self._settle([byte_order_mark()] if source.has_byte_order_mark else [])
        try:
            document, faults = read_block(source.text, block)
        except UnreadableError as error:
            opening = source.text[slice(*block.opening)]
            why = [
                self._with_needed(_in_template(each, source.text, name), block.dialect, opening)
                for each in error.diagnostics
            ]
            if found := self._settle(why, prevents_check=True):
                return Checked([*mark, *found], holds=ALWAYS)
            return self._check_unread(error.diagnostics, block, source.text, path, name, mark)
        mark += self._settle(second_block_found(source.text, block, document))
        faults = [_in_template(each, source.text, name) for each in faults]
        return self._check_block(block, document, path, name, mark, faults)

    def _check_unread(  # noqa: PLR0913, PLR0917 - as below
        self,
        why: Iterable[Diagnostic],
        block: Block | None,
        text: str,
        path: str,
        name: str,
        around: list[Diagnostic],
    ) -> Checked:
        """A text without a document, of which no rule that is on says ``why``."""
        from articlelint.engine.without_keys import (  # noqa: PLC0415 - seldom needed
            NO_BLOCK,
            lacks_keys,
            without_keys,
        )

        if not lacks_keys(why):
            return Checked(around, holds=ALWAYS)
        document = without_keys(text, block or NO_BLOCK)
        if block:
            around += self._settle(second_block_found(text, block, document))
        return self._check_block(block or NO_BLOCK, document, path, name, around, [])

    def _check_block(  # noqa: PLR0913, PLR0917 - all that is known of a text
        self,
        block: Block,
        document: Document,
        path: str,
        name: str,
        around: list[Diagnostic],
        faults: list[Diagnostic],
    ) -> Checked:
        """``around`` is what is said of what is around the block, ``faults`` are those in it."""
        text = document.text
        ignores, refused = ignores_in(
            text, block.content, document, faults, config=self._config, own_ids=self._own_ids
        )
        read = ReadArticle(
            Article(
                path,
                document,
                self._config.fields,
                self._clock,
                name,
                date_forms=self._date_forms,
            ),
            FixMaker(document, text),
            ignores,
        )
        chosen = self._schema_of(text, block.content, document, path)
        read.article.is_repeatable = not chosen.is_looked_up
        of_reading = around + self._settle(faults, prevents_check=read.is_in_part)
        found = read.unignored(of_reading + self._settle(chosen.found + refused))
        checked = self._of_document.check(read, chosen.validator, found)
        if checked.diagnostics and any(each in text for each in _TAGS):
            told = [_in_template(each, text, name) for each in checked.diagnostics]
            checked = checked._replace(diagnostics=told)
        return checked._replace(by_named_schema=True) if chosen.is_named else checked

    def _unopened(self, text: str, fault: Diagnostic) -> list[Diagnostic]:
        """What is said of a text that may have no front matter, but was meant to have some."""
        from articlelint.engine.unopened import unopened  # noqa: PLC0415 - seldom needed

        return unopened(text, fault, self._prepare(self._schema).schema)

    def _with_needed(
        self, fault: Diagnostic, dialect: Dialect | None = None, opening: str = ""
    ) -> Diagnostic:
        """``opening`` is the line that opens the front matter, in some dialect, if there is any."""
        if not self._config.severity(schema_id("required")):
            return fault
        from articlelint.engine.needed_keys import with_needed_keys  # noqa: PLC0415 - seldom needed
        from articlelint.fixing.block_lines import Place  # noqa: PLC0415 - as above

        faults = self._prepare(self._schema).faults
        place = Place(dialect.name, opening) if dialect else None
        return with_needed_keys(fault, self._schema, faults, place)

    def _schema_of(self, text: str, content: Span, document: Document, path: str) -> ChosenSchema:
        """The schema that an article names, if it may and that can be used, else the default."""
        found: list[Diagnostic] = []
        if not self._config.inline.schema:
            named = named_schema(text, content, document)
            found = [refused_schema(named, document)] if named else []
        elif self._find_schema and (named := named_schema(text, content, document)):
            try:
                validator = self._find_schema(named.name, path)
            except SchemaError as error:
                found = [unusable_schema(named, error)]
                return ChosenSchema(self._prepare(self._schema), found, is_looked_up=True)
            return ChosenSchema(validator, found, is_named=True, is_looked_up=True)
        return ChosenSchema(self._prepare(self._schema), found)


def _order(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.rule, diagnostic.message
