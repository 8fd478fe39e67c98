"""articlelint checks the front matter of articles: the YAML block at the top of a Markdown file.

What is named here is the library for other programs; ``docs/python.md`` tells how to use it.
"""

from articlelint.article import Article
from articlelint.engine.library import FixedText, fix_text, lint_text, load_schema
from articlelint.model import (
    AddKey,
    ColumnUnit,
    Diagnostic,
    Position,
    Related,
    Remove,
    RenameKey,
    Safety,
    SetValue,
    Severity,
    Span,
    pointer,
)
from articlelint.reading.source import SourceFile
from articlelint.rule import Example, Objection, Rule
from articlelint.schema.loading.store import Schema, SchemaError
from articlelint.settings.config import Config, ConfigError, make_config

__all__ = [
    "AddKey",
    "Article",
    "ColumnUnit",
    "Config",
    "ConfigError",
    "Diagnostic",
    "Example",
    "FixedText",
    "Objection",
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
    "fix_text",
    "lint_text",
    "load_schema",
    "make_config",
    "pointer",
]

__version__ = "0.1.0"
