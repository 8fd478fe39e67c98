"""What the schema objects to in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from articlelint.engine.named_schema import without_name
from articlelint.engine.read_article import ReadArticle
from articlelint.model import AddKey, Change, Severity
from articlelint.reading.document import Document
from articlelint.reading.limits import TOO_COMPLEX
from articlelint.rule import schema_id
from articlelint.schema.finding.fault import UNFINISHED, UNJUDGED, Fault
from articlelint.schema.loading.store import Schema
from articlelint.schema.validator import Validator
from articlelint.settings.config import Config

if TYPE_CHECKING:
    from articlelint.schema.telling.explain import Explained
    from articlelint.settings.ignores import Ignores


def schema_objections(validator: Validator, read: ReadArticle, config: Config) -> list[Explained]:
    """What the schema objects to and no comment ignores.

    One diagnostic may speak of two faults, as of a misspelled key and the missing one. So what is
    ignored is settled before that, on each fault by itself.
    """
    document = read.document
    faults = validator.faults(without_name(document.data))
    if any(each.keyword in (UNFINISHED, UNJUDGED) for each in faults):  # for lack of time, maybe
        read.article.is_repeatable = False
    if document.unread:
        faults = _of_what_was_read(faults, document)
    faults = [each for each in faults if config.severity(schema_id(each.keyword))]
    if not faults:
        return []
    if read.ignores:
        faults = _unignored(faults, read, read.ignores, validator.schema, config)
    return [*_settled(_told(faults, read, validator.schema, config), config)]


def _of_what_was_read(faults: list[Fault], document: Document) -> list[Fault]:
    """The faults without those of values that could not be read.

    Nor is a key missing where one that could not be read may be it.
    """
    from articlelint.schema.telling.hints import UNKNOWN_KEY  # noqa: PLC0415 - seldom needed

    unread = [each for each in faults if document.is_unread(each.path)]
    in_doubt = {each.path[:-1] for each in unread if each.keyword in UNKNOWN_KEY}
    return [
        each
        for each in faults
        if not document.is_unread(each.path)
        and not (each.keyword == "required" and each.path[:-1] in in_doubt)
    ]


def _unignored(
    faults: list[Fault], read: ReadArticle, ignores: Ignores, schema: Schema, config: Config
) -> list[Fault]:
    from articlelint.schema.telling.explain import untold  # noqa: PLC0415 - seldom needed

    ignored = ignores.ignored(untold(faults, read.document))
    hidden = [each for index, each in enumerate(faults) if index in ignored]
    told = _told(hidden, read, schema, config, apart=True)
    ignores.apply([each.diagnostic for each in told])
    return [each for index, each in enumerate(faults) if index not in ignored]


def _told(
    faults: list[Fault], read: ReadArticle, schema: Schema, config: Config, *, apart: bool = False
) -> list[Explained]:
    from articlelint.schema.telling.explain import explain_with_changes  # noqa: PLC0415 - seldom

    explained = explain_with_changes(faults, read.document, schema, config.severity, apart=apart)
    changes = (_placed(each.change, read.document, schema, config) for each in explained)
    pairs = zip(explained, changes, strict=True)
    fixes = [read.fix_maker.fix(change, each.safety) for each, change in pairs]
    return [
        each._replace(diagnostic=each.diagnostic._replace(fix=fix))
        for each, fix in zip(explained, fixes, strict=True)
    ]


def _placed(
    change: Change | None, document: Document, schema: Schema, config: Config
) -> Change | None:
    """The change, and where a key goes that it adds."""
    if not isinstance(change, AddKey):
        return change
    from articlelint.engine.key_places import placed  # noqa: PLC0415 - seldom needed
    from articlelint.schema.loading.outline import declared_order  # noqa: PLC0415 - as above

    parent = change.path[:-1]
    order = (not parent and config.key_order()) or declared_order(schema, parent)
    return placed(change, document, order)


def _settled(told: Iterable[Explained], config: Config) -> Iterator[Explained]:
    """Give what says that not all was looked for its severity, or drop it; leave the others."""
    for each in told:
        severity: Severity | None = each.diagnostic.severity
        if each.diagnostic.rule == TOO_COMPLEX:
            severity = config.severity(TOO_COMPLEX, prevents_check=True)
        if severity:
            yield each._replace(diagnostic=each.diagnostic._replace(severity=severity))
