"""articlelint checks the front matter of articles: the YAML block at the top of a Markdown file."""

from articlelint.engine.check import lint_text
from articlelint.model import Diagnostic, Position, Related, Severity, Span, pointer
from articlelint.reading.source import SourceFile
from articlelint.schema.loading.store import Schema, SchemaError
from articlelint.schema.loading.store import find as load_schema
from articlelint.settings.config import Config, ConfigError, make_config

__all__ = [
    "Config",
    "ConfigError",
    "Diagnostic",
    "Position",
    "Related",
    "Schema",
    "SchemaError",
    "Severity",
    "SourceFile",
    "Span",
    "lint_text",
    "load_schema",
    "make_config",
    "pointer",
]

__version__ = "0.1.0"
