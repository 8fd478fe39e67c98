"""articlelint checks the front matter of Markdown articles: YAML, TOML or JSON at their top.

What is named here is the library for other programs; ``docs/python.md`` tells how to use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.article import Article, Fields
    from articlelint.engine.library import FixedText, fix_text, lint_text, load_schema
    from articlelint.entry import Entry
    from articlelint.model import (
        AddKey,
        ColumnUnit,
        Diagnostic,
        Edit,
        Fix,
        OrderKeys,
        Position,
        Related,
        Remove,
        RenameKey,
        Safety,
        SetValue,
        Severity,
        Span,
        SplitItem,
        pointer,
    )
    from articlelint.reading.document import Document
    from articlelint.reading.source import SourceFile
    from articlelint.rule import Example, Objection, Options, Rule, Trigger
    from articlelint.schema.loading.store import Schema, SchemaError
    from articlelint.schema.loading.store import from_mapping as make_schema
    from articlelint.settings.config import Config, ConfigError, make_config
else:

    def __getattr__(name: str) -> object:
        """A name of the library. The command line needs none, and imports what a run asks for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from articlelint import public  # noqa: PLC0415 - see above

        return getattr(public, name)


__all__ = [
    "AddKey",
    "Article",
    "ColumnUnit",
    "Config",
    "ConfigError",
    "Diagnostic",
    "Document",
    "Edit",
    "Entry",
    "Example",
    "Fields",
    "Fix",
    "FixedText",
    "Objection",
    "Options",
    "OrderKeys",
    "Position",
    "Related",
    "Remove",
    "RenameKey",
    "Rule",
    "Safety",
    "Schema",
    "SchemaError",
    "SetValue",
    "Severity",
    "SourceFile",
    "Span",
    "SplitItem",
    "Trigger",
    "fix_text",
    "lint_text",
    "load_schema",
    "make_config",
    "make_schema",
    "pointer",
]

__version__ = "0.1.0"
