"""What an id can do, by its record: of a rule, or of a keyword of the schema.

The glossary of the keywords is imported only when one of its records is asked for.
"""

from __future__ import annotations

from functools import cache

from articlelint import rules
from articlelint.rule import SCHEMA, SCHEMA_PREFIX, Rule, schema_id


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


def page(rule_id: str) -> str:
    """The page of an id in ``docs/rules``: a file, or a heading of it as GitHub links to that."""
    keyword = rule_id.removeprefix(SCHEMA_PREFIX)
    return f"{rule_id}.md" if keyword == rule_id else f"{SCHEMA}.md#{SCHEMA}{keyword.lower()}"


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


def names() -> tuple[str, ...]:
    """Every name that the settings or a comment can use: the ids, and ``schema`` for a group."""
    return (*rules.ids(), SCHEMA, *schema_ids())


@cache
def _of_keyword(rule_id: str) -> Rule:
    from articlelint.schema.telling.glossary import GLOSSARY  # noqa: PLC0415 - seldom needed

    return GLOSSARY[rule_id.removeprefix(SCHEMA_PREFIX)].record
