"""JSON that any reader takes, and in which no runner of CI finds a command.

All of it is ASCII, and so it is JSON whatever encoding standard output has.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

from articlelint.text.printable import COMMAND

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LIKE_SURROGATE = re.compile(r"\\ud[89a-f]")


def strict_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON for readers that refuse a lone surrogate, which is spelled out instead.

    Python spells the bytes of a file name that are not UTF-8 so, and YAML can escape one. Readers
    in Go and Rust take a whole report for broken that holds one (RFC 8259, section 8.2).
    """
    text = json.dumps(value, indent=indent)
    if r"\ud" in text:
        text = json.dumps(_without_surrogates(value), indent=indent)
    # The only character of ASCII that runners pass over and JSON takes as it is.
    return COMMAND.sub(r"#\\u0023", text.replace("\x7f", r"\u007f"))


def distinct(path: str) -> str:
    """A path that stays different from every other when its surrogates are spelled out.

    One that holds what looks like that begins with ``./`` (``/./`` if it is absolute), and one with
    surrogates never does.
    """
    if _SURROGATE.search(path):
        return os.path.normpath(path)
    if _LIKE_SURROGATE.search(path):
        return f"/.{path}" if path.startswith("/") else f"./{path}"
    return path


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {key: _without_surrogates(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(each) for each in value]
    return value
