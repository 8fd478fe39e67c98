"""The same data as front matter in each dialect."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

#: The dialects by their names, each with what opens and closes an article's front matter in it.
FENCES = {"yaml": ("---\n", "---\n"), "toml": ("+++\n", "+++\n"), "json": ("", "\n")}

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def article(dialect: str, data: Mapping[str, Any], body: str = "Text.\n") -> str:
    """An article with this front matter; dates are written as the dialect has them."""
    opening, closing = FENCES[dialect]
    return opening + WRITERS[dialect](data) + closing + body


def can_be_written(dialect: str, data: Any) -> bool:
    """Whether a dialect has all that some data holds: TOML has no null."""
    if isinstance(data, Mapping):
        return all(can_be_written(dialect, each) for each in data.values())
    if isinstance(data, list):
        return all(can_be_written(dialect, each) for each in data)
    return data is not None or dialect != "toml"


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _yaml(data: Mapping[str, Any]) -> str:
    """YAML's own block style is what most other tests are about."""
    return "".join(f"{_text(key)}: {_yaml_value(value)}\n" for key, value in data.items())


def _yaml_value(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_text(key)}: {_yaml_value(each)}" for key, each in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml_value, value))}]"
    return _date_or(value, _text(value))


def _toml(data: Mapping[str, Any]) -> str:
    return "".join(_table((), data))


def _table(path: tuple[str, ...], data: Mapping[str, Any]) -> Iterator[str]:
    below = {key: value for key, value in data.items() if _has_header(value)}
    yield from (
        f"{_toml_key(key)} = {_toml_value(value)}\n"
        for key, value in data.items()
        if key not in below
    )
    for key, value in below.items():
        name = ".".join(map(_toml_key, (*path, key)))
        if isinstance(value, Mapping):
            yield f"\n[{name}]\n"
            yield from _table((*path, key), value)
        else:
            for each in value:
                yield f"\n[[{name}]]\n"
                yield from _table((*path, key), each)


def _has_header(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, Mapping) for each in value)
    return isinstance(value, Mapping)


def _toml_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _toml_text(key)


def _toml_value(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_toml_key(key)} = {_toml_value(each)}" for key, each in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    return repr(value) if isinstance(value, float) else _date_or(value, _toml_text(value))


def _toml_text(value: Any) -> str:
    return _text(value).replace("\x7f", "\\u007f")


def _date_or(value: Any, otherwise: str) -> str:
    """A date without quotes, if it is real."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return otherwise
    try:
        datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return otherwise
    return value


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


WRITERS = {"yaml": _yaml, "toml": _toml, "json": _json}
