"""The rules: one file each, found by listing this folder, ``builtin/`` and ``collection/``."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType

from articlelint.rule import Rule

_WINGS = ("", "builtin", "collection")


@cache
def ids() -> dict[str, str]:
    """The ids of all rules, each with the module that holds it; nothing is imported."""
    return {
        file[:-3].replace("_", "-"): ".".join(filter(None, (__name__, wing, file[:-3])))
        for wing in _WINGS
        for file in sorted(os.listdir(os.path.join(__path__[0], wing)))
        if file.endswith(".py") and file != "__init__.py"
    }


@cache
def load(rule_id: str) -> Rule:
    """A rule by its id. Raises KeyError for an id that no rule has."""
    module = import_module(ids()[rule_id])
    rule: Rule = module.RULE
    return rule if rule.docs else rule._replace(docs=_documentation(module))


def _documentation(module: ModuleType) -> str:
    """The docstring of a module from its source: ``python -OO`` drops it when it compiles."""
    import ast  # noqa: PLC0415 - hardly ever needed
    import inspect  # noqa: PLC0415

    return ast.get_docstring(ast.parse(inspect.getsource(module)), clean=False) or ""


@cache
def checking() -> dict[str, Rule]:
    """The rules that look at one article, by id; those that reading reports are not among them."""
    return _in("")


@cache
def comparing() -> dict[str, Rule]:
    """The rules that compare the articles of a collection, by id; some check each of them, too."""
    both = {each: rule for each, rule in checking().items() if rule.check_collection}
    return {**both, **_in("collection")}


def _in(wing: str) -> dict[str, Rule]:
    package = f"{__name__}.{wing}".rstrip(".")
    found = (each for each, module in ids().items() if module.rpartition(".")[0] == package)
    return {each: load(each) for each in found}
