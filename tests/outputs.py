"""Whether programs can read what is written for them, whatever is in it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any, NoReturn
from xml.etree import ElementTree as ET

#: What a terminal or a log would obey: control characters, surrogates and line breaks; and what is
#: invisible, but in names for programs that look for the file.
_HIDDEN = {"Cc", "Cs", "Zl", "Zp"}
_FOR_PEOPLE = {"concise", "full", "grouped", "markdown"}
_CONCISE = re.compile(r".+:\d+:\d+: (error|warning) .+ \[[^ \[\]]+\]")
_GITHUB = re.compile(r"::(error|warning) file=[^:,]+(,\w+=[^:,]+)+::(?!.*(##\[|##vso\[)).+")
_AZURE = re.compile(r"##vso\[task\.logissue type=(error|warning);[^\]]+\](?!.*(##\[|##vso\[)).+")


def fault_of(name: str, output: str) -> str:
    """What is wrong with the output of a format; empty if nothing is."""
    try:
        output.encode()
        hidden = _HIDDEN | {"Cf"} if name in _FOR_PEOPLE else _HIDDEN
        if found := [
            each for each in output if each != "\n" and unicodedata.category(each) in hidden
        ]:
            return f"the characters {set(found)!a}"
        _READERS.get(name, str)(output)
    except (ValueError, ET.ParseError) as error:
        return str(error) or type(error).__name__
    return ""


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} in JSON")


def _json(output: str) -> Any:
    data = json.loads(output, parse_constant=_refuse)
    json.dumps(data, ensure_ascii=False).encode()  # no lone surrogate either
    return data


def _json_lines(output: str) -> list[Any]:
    return [_json(line) for line in output.splitlines()]


def _xml(output: str) -> ET.Element:
    return ET.fromstring(output)  # noqa: S314 - it is ours


def _lines(form: re.Pattern[str]) -> Callable[[str], None]:
    def read(output: str) -> None:
        for line in output.split("\n")[:-1]:
            if not form.fullmatch(line):
                raise ValueError(f"the line {line!r}")

    return read


_READERS: dict[str, Callable[[str], object]] = {
    "azure": _lines(_AZURE),
    "checkstyle": _xml,
    "concise": _lines(_CONCISE),
    "github": _lines(_GITHUB),
    "gitlab": _json,
    "json": _json,
    "jsonl": _json_lines,
    "junit": _xml,
    "rdjson": _json,
    "sarif": _json,
}
