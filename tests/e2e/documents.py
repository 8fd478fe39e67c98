"""YAML of other programs that use articlelint, and what pages show for them."""

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


def blocks(markdown: str, language: str) -> list[str]:
    """The blocks of a language that a page shows."""
    return re.findall(rf"^```{language}\n(.*?)^```$", markdown, re.MULTILINE | re.DOTALL)
