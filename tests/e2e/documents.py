"""YAML of other programs that use articlelint."""

from __future__ import annotations

import re
from typing import Any

from articlelint.reading.read import read_block
from articlelint.reading.yaml import whole


def read_yaml(text: str) -> Any:
    """The data of a valid YAML text."""
    document, faults = read_block(text, whole(text))
    assert faults == []
    return document.data


def yaml_blocks(markdown: str) -> list[str]:
    """The blocks of YAML that a page shows."""
    return re.findall(r"^```yaml\n(.*?)^```$", markdown, re.MULTILINE | re.DOTALL)
