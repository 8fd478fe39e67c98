"""What is known of the rules, as text: for ``rules``, ``explain`` and the documentation."""

from __future__ import annotations

from articlelint.catalogue import listing, pages
from articlelint.rule import SCHEMA, SCHEMA_PREFIX
from articlelint.settings import records


def ids() -> tuple[str, ...]:
    """Every id that has a page."""
    return records.names()


def page(rule_id: str) -> str:
    """The page of one of ``ids``, in Markdown that reads well as it is."""
    if rule_id == SCHEMA:
        return pages.schema_page()
    if rule_id.startswith(SCHEMA_PREFIX):
        return pages.keyword_page(rule_id.removeprefix(SCHEMA_PREFIX))
    return pages.rule_page(rule_id, records.record(rule_id))


def documentation() -> dict[str, str]:
    """The files of ``docs/rules`` by their names."""
    from articlelint.catalogue import field_table  # noqa: PLC0415 - of no use to `explain`

    by_id = {records.page(each): pages.rule_page(each, rule) for each, rule in listing.all_rules()}
    others = {f"{SCHEMA}.md": pages.schema_reference(), "README.md": listing.index()}
    return {**by_id, **others, field_table.NAME: field_table.page()}
