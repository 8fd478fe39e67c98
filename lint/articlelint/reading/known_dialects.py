"""The dialects in which front matter is read. A new one is a folder or module here, and a line."""

from __future__ import annotations

from articlelint.reading.dialect import Dialect
from articlelint.reading.json import JSON
from articlelint.reading.toml import TOML
from articlelint.reading.yaml import YAML

#: By their names.
DIALECTS: dict[str, Dialect] = {each.name: each for each in (YAML, TOML, JSON)}
