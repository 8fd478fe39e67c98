"""What is known of the rules, as text: for ``rules``, ``explain`` and the documentation."""

from __future__ import annotations

from articlelint import rules
from articlelint.catalogue import listing, pages
from articlelint.catalogue.pages import SCHEMA
from articlelint.schema.telling.glossary import GLOSSARY


def ids() -> list[str]:
    """Every id that has a page."""
    return [*rules.ids(), SCHEMA, *map(pages.schema_id, GLOSSARY)]


def page(rule_id: str) -> str:
    """The page of one of ``ids``, in Markdown that reads well as it is."""
    if rule_id == SCHEMA:
        return pages.schema_page()
    if rule_id in rules.ids():
        return pages.rule_page(rule_id, rules.load(rule_id))
    return pages.keyword_page(rule_id.removeprefix(f"{SCHEMA}/"))


def documentation() -> dict[str, str]:
    """The files of ``docs/rules`` by their names."""
    by_id = {
        f"{rule_id}.md": pages.rule_page(rule_id, rule) for rule_id, rule in listing.all_rules()
    }
    return {**by_id, f"{SCHEMA}.md": pages.schema_reference(), "README.md": listing.index()}
