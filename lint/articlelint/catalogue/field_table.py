"""Which rule looks at which field, as their source says: a page of ``docs/rules``."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from articlelint import article
from articlelint.article import DEFAULT_NAMES, Article, Fields
from articlelint.catalogue import blocks, listing
from articlelint.rule import Rule
from articlelint.settings import records

NAME = "fields.md"

_INTRODUCTION = """\
# Fields

The fields that rules look at, by their names in the `article` schema, and the rules that look at
each. [Configuration](../configuration.md#fields) says how to give them the names that your articles
have. Rules that look at every value, or at what their options name, are listed only with the fields
that they treat specially.
"""

_BY_ATTRIBUTE = dict(zip(Fields._fields, DEFAULT_NAMES, strict=True))


def page() -> str:
    """The page with a line for each field."""
    return blocks.page(_page())


def fields_of(rule: Rule) -> frozenset[str]:
    """The fields that a rule looks at, by their names in the article schema."""
    looks = rule.check or rule.facts
    return _fields_in(_tree(sys.modules[looks.__module__])) if looks else frozenset()


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    looked_at = {rule_id: fields_of(rule) for rule_id, rule in listing.all_rules()}
    lines = ["| field | rules |\n", "| --- | --- |\n"]
    for name in DEFAULT_NAMES:
        by = [f"[{each}]({records.page(each)})" for each in looked_at if name in looked_at[each]]
        lines.append(f"| `{name}` | {', '.join(by)} |\n")
    yield "".join(lines)


def _fields_in(tree: ast.AST) -> frozenset[str]:
    """The fields named in code: as ``fields.title``, or by what an article makes of fields."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            of, name = _last_name(node.value), node.attr
            if of == "fields" and name in _BY_ATTRIBUTE:
                found.add(_BY_ATTRIBUTE[name])
            elif of in ("fields", "article", "self"):
                found |= _fields_of_property(Fields if of == "fields" else Article, name)
    return frozenset(found)


def _last_name(node: ast.expr) -> str | None:
    """``fields`` of ``fields`` and of ``article.fields``."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)


@cache
def _fields_of_property(owner: type, name: str) -> frozenset[str]:
    """The fields of which a property of an article, or of its ``fields``, is made."""
    bodies = {
        each.name: each
        for node in _tree(article).body
        if isinstance(node, ast.ClassDef) and node.name == owner.__name__
        for each in node.body
        if isinstance(each, ast.FunctionDef) and each.decorator_list
    }
    if name not in bodies:
        return frozenset()
    if owner is Fields:
        names = {node.attr for node in ast.walk(bodies[name]) if isinstance(node, ast.Attribute)}
        return frozenset(_BY_ATTRIBUTE[each] for each in names)
    return _fields_in(bodies[name])


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))
