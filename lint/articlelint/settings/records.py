"""What an id can do, by its record: of a rule, or of a keyword of the schema.

The glossary of the keywords is imported only when one of its records is asked for.
"""

from __future__ import annotations

from functools import cache, lru_cache

from articlelint import rules
from articlelint.model import Diagnostic
from articlelint.rule import SCHEMA, SCHEMA_PREFIX, Ignorable, Rule, schema_id
from articlelint.text.words import MAX_SHOWN, show

#: Where the pages of ``docs/rules`` are, by the version.
_PAGES = "https://github.com/articlelint/articlelint/blob/v{}/docs/rules"


def record(rule_id: str) -> Rule:
    """The record of an id that a diagnostic can have. Raises KeyError."""
    return _of_keyword(rule_id) if rule_id.startswith(SCHEMA_PREFIX) else rules.load(rule_id)


def ids() -> tuple[str, ...]:
    """Every id that a diagnostic can have: those of the rules, then those of the schema."""
    return (*rules.ids(), *schema_ids())


@cache
def schema_ids() -> tuple[str, ...]:
    """The ids of all keywords of the schema, in the order of the glossary."""
    from articlelint.schema.telling.glossary import GLOSSARY  # noqa: PLC0415 - seldom needed

    return tuple(map(schema_id, GLOSSARY))


def lasting_message(diagnostic: Diagnostic) -> str:
    """What stays of a message when other files change, which rules that compare name in it."""
    module = rules.ids().get(diagnostic.rule, "")
    is_of_collection = ".rules.collection." in module
    return rules.load(diagnostic.rule).summary if is_of_collection else diagnostic.message


def page(rule_id: str) -> str:
    """The page of an id in ``docs/rules``: a file, or a heading of it as GitHub links to that."""
    keyword = rule_id.removeprefix(SCHEMA_PREFIX)
    return f"{rule_id}.md" if keyword == rule_id else f"{SCHEMA}.md#{SCHEMA}{keyword.lower()}"


def page_url(rule_id: str, version: str) -> str:
    """The address of the page of an id, for a version of articlelint."""
    return f"{_PAGES.format(version)}/{page(rule_id)}"


def expand(name: str) -> tuple[str, ...]:
    """The ids that a name in the settings or in a comment means; empty if it means nothing.

    ``schema`` means every ``schema/...`` id; any other name is an id itself.
    """
    if name in rules.ids():
        return (name,)
    if name == SCHEMA:
        return schema_ids()
    return (name,) if name.startswith(SCHEMA_PREFIX) and name in schema_ids() else ()


def is_known(name: str) -> bool:
    """Whether a name in the settings or in a comment means any id."""
    return bool(expand(name))


@lru_cache
def ignorable(name: str) -> frozenset[Ignorable]:
    """Which comments can ignore what a name means; none for an unknown name."""
    return frozenset(record(each).ignorable for each in expand(name))


def is_ignorable(rule_id: str) -> bool:
    """Whether a comment at its place can ignore an id."""
    return Ignorable.ANYWHERE in ignorable(rule_id)


def names() -> tuple[str, ...]:
    """Every name that the settings or a comment can use: the ids, and ``schema`` for a group."""
    return (*rules.ids(), SCHEMA, *schema_ids())


def whole_id(name: str) -> str | None:
    """The name, with ``schema/`` before a keyword of the schema that came without; None if unknown.

    A rule wins over a keyword of its name.
    """
    return next((each for each in (name, schema_id(name)) if is_known(each)), None)


def unknown(name: str, known: str | None) -> str:
    """What to say of a name that means no id, with the id that was probably ``meant``, if any."""
    hint = f": did you mean {show(known)}?" if known else ""
    return f"unknown rule {show(name)}{hint}"


def meant(name: str) -> str | None:
    """The id that was probably meant by a name that means none; ``schema/`` may be missing."""
    if len(name) > MAX_SHOWN:
        return None
    from articlelint.text.spelling import nearest  # noqa: PLC0415 - only after a mistake

    if found := whole_id(name) or nearest(name, names()):
        return found
    keyword = nearest(name, (each.removeprefix(SCHEMA_PREFIX) for each in schema_ids()))
    return schema_id(keyword) if keyword else None


@cache
def _of_keyword(rule_id: str) -> Rule:
    from articlelint.schema.telling.glossary import GLOSSARY  # noqa: PLC0415 - seldom needed

    return GLOSSARY[rule_id.removeprefix(SCHEMA_PREFIX)].record
