"""What ``articlelint`` offers to other programs: it imports this when one asks for a name."""

# ruff: noqa: F401 - these names are for others

from __future__ import annotations

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
