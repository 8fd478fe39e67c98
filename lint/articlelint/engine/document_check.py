"""A document that was read, by the rules and by a schema."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from articlelint.article import Article
from articlelint.engine.by_rules import INTERNAL_ERROR, ActiveRule, facts, objections
from articlelint.engine.by_schema import schema_objections
from articlelint.engine.checked import Checked
from articlelint.engine.echoes import without_echoes
from articlelint.engine.read_article import ReadArticle
from articlelint.engine.severities import with_severities
from articlelint.engine.triggers import Triggers
from articlelint.model import Diagnostic
from articlelint.reading.limits import TOO_COMPLEX
from articlelint.schema.loading.answers import Answers
from articlelint.schema.loading.store import Schema
from articlelint.schema.validator import Validator
from articlelint.settings.config import Config

if TYPE_CHECKING:
    from articlelint.contents import Contents


class DocumentCheck:
    """Rules made ready to check many documents.

    ``checking`` are those that look at single articles, ``noting`` those that ask for facts. One
    that ``notes_contents`` notes what an article holds for the counts of a run.
    """

    def __init__(
        self,
        config: Config,
        checking: Sequence[ActiveRule],
        noting: Sequence[ActiveRule],
        *,
        notes_contents: bool,
    ) -> None:
        self._config = config
        self._by_id = {each.rule_id: each for each in checking}
        self._triggers = Triggers(checking)
        self._noting = noting
        self._looks_up = bool(noting) or any(each.rule.asks_schema for each in checking)
        self._notes_contents = notes_contents
        self._judges = config.may_report_schema()
        self._tells_deprecated = config.severity("deprecated-key") is not None

    def made_of(self) -> tuple[Any, ...]:
        """Plain values by which it differs from others with the same settings."""
        return tuple(each.rule_id for each in self._noting), self._notes_contents

    def check(self, read: ReadArticle, validator: Validator, found: list[Diagnostic]) -> Checked:
        """All that is found in it, with what was ``found`` in reading."""
        noted = None
        self._let_ask(read, validator.schema)
        if self._noting and not read.document.is_repaired:
            noted = facts(self._noting, read.article)
        by_rules = self._by_rules(read, noted.failed if noted else [])
        by_schema = schema_objections(validator, read, self._config) if self._judges else []
        found += without_echoes(read.unignored(by_rules), by_schema, self._by_id)
        if self._tells_deprecated and validator.has_deprecated:
            from articlelint.engine.deprecated_keys import deprecated_keys  # noqa: PLC0415 - seldom

            found += read.unignored(
                with_severities(self._config, deprecated_keys(validator, read.document))
            )
        has_failed = any(each.rule == INTERNAL_ERROR for each in by_rules)
        has_failed |= any(each.diagnostic.rule == TOO_COMPLEX for each in by_schema)
        return Checked(
            found,
            facts=noted.by_rule if noted else {},
            ignores=read.ignores,
            is_whole=not (read.is_in_part or has_failed),
            contents=self._contents(read.article),
            holds=read.article.holds,
        )

    def _let_ask(self, read: ReadArticle, schema: Schema) -> None:
        """Let rules ask the schema."""
        answers = Answers(schema)
        read.article.may_be_empty = answers.may_be
        read.article.wants_text = answers.wants_text
        if self._looks_up and not read.document.is_repaired:
            from articlelint.schema.loading.outline import (  # noqa: PLC0415 - few rules ask
                declared_keys,
                declared_order,
                start_lookups,
            )

            start_lookups()
            read.article.declared_keys = partial(declared_keys, schema)
            read.article.declared_order = partial(declared_order, schema)

    def _contents(self, article: Article) -> Contents | None:
        if not self._notes_contents or article.document.is_repaired:
            return None
        from articlelint.contents import contents_of  # noqa: PLC0415 - few ask for it

        return contents_of(article)

    def _by_rules(self, read: ReadArticle, failed: list[Diagnostic]) -> list[Diagnostic]:
        asked = self._triggers.set_off_by(read.article)
        found = failed + objections(asked, read.article, read.fix_maker)
        if not found:
            return found
        failed = [each for each in found if each.rule == INTERNAL_ERROR]
        read.article.is_repeatable &= not failed
        if failed and not with_severities(self._config, failed, prevents_check=True):
            found = [each for each in found if each.rule != INTERNAL_ERROR]
        if read.document.unread:
            found = [each for each in found if not read.document.is_unread(each.path)]
        return found
