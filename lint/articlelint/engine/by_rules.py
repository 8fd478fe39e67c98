"""What the rules object to in one article, and the facts that they note about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from articlelint.article import Article
from articlelint.fixing.fix_maker import FixMaker
from articlelint.model import ENDS_THE_RUN, Diagnostic, Related, Safety, Severity, Span
from articlelint.named_tuple import NamedTuple
from articlelint.reading.dialect import Dialect
from articlelint.reading.document import Document
from articlelint.rule import Fact, Objection, Options, Rule
from articlelint.settings.config import Config

INTERNAL_ERROR = "internal-error"


class ActiveRule(NamedTuple):
    """A rule that is to report, with its settings."""

    rule_id: str
    rule: Rule
    severity: Severity
    options: Options


class NotedFacts(NamedTuple):
    """The facts by the ids of the rules that note them, and the rules that failed to."""

    by_rule: Mapping[str, tuple[Fact, ...]]
    failed: list[Diagnostic]


def active_rules(known: Mapping[str, Rule], config: Config) -> list[ActiveRule]:
    """The rules that are on, with their settings."""
    return [
        ActiveRule(rule_id, rule, severity, config.options(rule_id))
        for rule_id, rule in known.items()
        if (severity := config.severity(rule_id))
    ]


def objections(
    asked: Iterable[ActiveRule], article: Article, fix_maker: FixMaker
) -> list[Diagnostic]:
    """A diagnostic for each objection, with its fix; a rule that fails is a diagnostic too."""
    found: list[Diagnostic] = []
    for active in asked:
        _ask(active, article, fix_maker, found)
    return found


def facts(asked: Iterable[ActiveRule], article: Article) -> NotedFacts:
    """What the rules note about an article, to compare it with the others of its collection."""
    by_rule: dict[str, tuple[Fact, ...]] = {}
    failed: list[Diagnostic] = []
    for active in asked:
        if active.rule.facts and applies(active.rule, article.document.dialect):
            try:
                noted = tuple(active.rule.facts(article, active.options))
            except ENDS_THE_RUN:
                raise
            except BaseException as error:  # noqa: BLE001 - the other rules still have their say
                failed.append(failure_of_rule(active, error))
            else:
                if noted:
                    by_rule[active.rule_id] = noted
    return NotedFacts(by_rule, failed)


def internal_error(what: str, error: BaseException, on: str = "on this file") -> Diagnostic:
    """The diagnostic of a failure of articlelint or of a rule."""
    message = f"{what} failed {on}: {type(error).__name__}: {error}"
    help_ = ("please report this to the authors, with the file if you can",)
    return Diagnostic(INTERNAL_ERROR, Severity.ERROR, message, (), Span(0, 0), help_)


def failure_of_rule(active: ActiveRule, error: BaseException) -> Diagnostic:
    """The diagnostic of a rule that failed."""
    return internal_error(f"the rule {active.rule_id}", error)


def applies(rule: Rule, dialect: Dialect) -> bool:
    """Whether a rule has anything to say of front matter in a dialect."""
    return rule.dialects is None or dialect.name in rule.dialects


def _ask(
    active: ActiveRule, article: Article, fix_maker: FixMaker, found: list[Diagnostic]
) -> None:
    check = active.rule.check
    try:
        for objection in check(article, active.options) if check else ():
            # Not of a list of all: what is found before a failure is reported, too.
            found.append(diagnostic_of(active, objection, article.document, fix_maker))  # noqa: PERF401
    except ENDS_THE_RUN:
        raise
    except BaseException as error:  # noqa: BLE001 - the other rules still have their say
        found.append(failure_of_rule(active, error))


def diagnostic_of(
    active: ActiveRule, objection: Objection, document: Document, fix_maker: FixMaker
) -> Diagnostic:
    """The objection of a rule to something in a document, with its places and its fix."""
    safety = Safety.UNSAFE if objection.is_guess else next(iter(active.rule.fixes), None)
    path = objection.path
    span = whole = (document.key_span if objection.on_key else document.value_span)(path)
    if objection.part:
        span = document.part_span(path, objection.part)
    return Diagnostic(
        active.rule_id,
        active.severity,
        objection.message,
        path,
        span,
        objection.help,
        tuple(Related(document.value_span(other), what) for other, what in objection.related),
        fix_maker.fix(objection.change, safety),
        None if span == whole else whole,
    )
