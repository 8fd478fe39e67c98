"""Which rules an article can set off: the others need not be called for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from articlelint.article import Article
from articlelint.engine.by_rules import ActiveRule, applies
from articlelint.rule import Trigger


class Triggers:
    """Active rules, with all that sets any of them off, made ready to look at many articles.

    One search for what most articles lack decides for all rules that have a trigger. It takes
    0.01 ms, where calling them takes 0.2.
    """

    def __init__(self, active_rules: Sequence[ActiveRule]) -> None:
        self._active = active_rules
        self._of_dialects: dict[str, _OfDialect] = {}

    def set_off_by(self, article: Article) -> list[ActiveRule]:
        """The rules to call for an article, in their order."""
        dialect = article.document.dialect
        if dialect.name not in self._of_dialects:
            of_dialect = [each for each in self._active if applies(each.rule, dialect)]
            self._of_dialects[dialect.name] = _OfDialect(of_dialect)
        return self._of_dialects[dialect.name].set_off_by(article)


class _OfDialect:
    """The rules for front matter in one dialect."""

    def __init__(self, active_rules: Sequence[ActiveRule]) -> None:
        self._rules = [(each, _Search.of(each.rule.trigger)) for each in active_rules]
        self._always = [active for active, search in self._rules if not search]
        self._has_triggers = len(self._always) < len(self._rules)
        self._any = _Search(_any_of(each.rule.trigger for each, _ in self._rules))

    def set_off_by(self, article: Article) -> list[ActiveRule]:
        if not self._has_triggers or not self._any.finds(article):
            return self._always  # most articles
        return [active for active, search in self._rules if not search or search.finds(article)]


class _Search:
    """Looks for what a trigger names: for single characters without a pattern, which is faster."""

    def __init__(self, trigger: Trigger) -> None:
        self._beyond_ascii = trigger.beyond_ascii
        self._written = trigger.written
        self._characters = {each for each in trigger.texts if len(each) == 1}
        self._longer = {each for each in trigger.texts if self._characters.isdisjoint(each)}

    @classmethod
    def of(cls, trigger: Trigger | None) -> _Search | None:
        """The search of a rule; None for a rule without a trigger."""
        return cls(trigger) if trigger else None

    def finds(self, article: Article) -> bool:
        """Whether an article holds anything that the trigger names."""
        text = article.all_text
        return (
            (self._beyond_ascii and not text.isascii())
            or any(map(text.__contains__, self._characters))
            or bool(self._pattern and self._pattern.search(text))
            or any(map(article.document.holds, self._written))
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Compiled only when needed."""
        return re.compile("|".join(map(re.escape, self._longer))) if self._longer else None


def _any_of(triggers: Iterable[Trigger | None]) -> Trigger:
    """What is set off where any of some triggers is."""
    given = [each for each in triggers if each]
    return Trigger(
        tuple(text for each in given for text in each.texts),
        any(each.beyond_ascii for each in given),
        tuple({text for each in given for text in each.written}),
    )
