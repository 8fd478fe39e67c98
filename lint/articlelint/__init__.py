"""articlelint checks the front matter of articles: the YAML block at the top of a Markdown file."""

from articlelint.engine import lint_text
from articlelint.model import Diagnostic, Position, Related, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.schema.store import SchemaError
from articlelint.schema.store import find as load_schema
from articlelint.settings.config import ConfigError

__all__ = [
    "ConfigError",
    "Diagnostic",
    "Position",
    "Related",
    "SchemaError",
    "Severity",
    "SourceFile",
    "Span",
    "lint_text",
    "load_schema",
]

__version__ = "0.1.0"
