"""Every slip of the tables in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.slips.slip import Slip, check_slip


def cases() -> Iterator[Any]:
    """Each slip with the schema of its table, if that names one."""
    for file in sorted(Path(__file__).parent.glob("*.py")):
        module = import_module(f"tests.slips.{file.stem}") if file.stem != "test_slips" else None
        for name, slip in getattr(module, "SLIPS", {}).items():
            schema = getattr(module, "SCHEMA", None)
            yield pytest.param(slip, schema, id=f"{file.stem}: {name}")


@pytest.mark.parametrize(("slip", "schema"), list(cases()))
def test_slip(slip: Slip, schema: Any) -> None:
    check_slip(slip, schema)
