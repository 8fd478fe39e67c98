"""Values of the data in what the author of a schema says: ``${/path}``, as ajv-errors has them.

In the braces is a JSON Pointer (RFC 6901) from the whole of the data, or a Relative JSON Pointer
from the value that the schema with the message is about: ``0`` is that value, ``1/title`` a key
beside it, ``0#`` the key or index of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from articlelint.model import DataPath, value_at
from articlelint.schema.finding.fault import AuthorMessage
from articlelint.text.late_pattern import late_pattern
from articlelint.text.words import show, written_out

_INDEX = late_pattern(r"0|[1-9][0-9]{0,8}")
_PLACEHOLDER = late_pattern(r"\$\{(0|[1-9][0-9]{0,8})?(#|(?:/[^}]*)?)\}")
#: How many placeholders of a message are filled.
_MOST = 20
#: What is written for a value that is not there.
_NOTHING = "nothing"


class Placeholders:
    """Fills the placeholders of messages with values of ``data``."""

    def __init__(self, data: Any) -> None:
        self._data = data
        #: By their identities, the lists and mappings that were written.
        self._written: dict[int, str] = {}

    def filled(self, message: AuthorMessage) -> str:
        """The text of a message with values as JSON has them, shortened.

        What is no pointer, or leads out of the data, is left as it is written.
        """
        text = message.text
        if "${" not in text:
            return text
        # After the last brace, each `${/` would be followed to the end of the text.
        end = text.rfind("}") + 1
        filled = _PLACEHOLDER.sub(lambda found: self._value(found, message.base), text[:end], _MOST)
        return filled + text[end:]

    def _value(self, found: re.Match[str], base: DataPath) -> str:
        up, pointer = found[1], found[2]
        if up is None:
            return self._at((), pointer) if pointer.startswith("/") else found[0]
        if int(up) > len(base) - (pointer == "#"):
            return found[0]
        path = base[: len(base) - int(up)]
        return show(path[-1]) if pointer == "#" else self._at(path, pointer)

    def _at(self, path: DataPath, pointer: str) -> str:
        """What is at a pointer from the value at a path."""
        value = value_at(self._data, path)
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(value, Mapping) and key in value:
                value = value[key]
            elif isinstance(value, list) and _INDEX.fullmatch(key) and int(key) < len(value):
                value = value[int(key)]
            else:
                return _NOTHING
        return "null" if value is None else self._as_json(value)

    def _as_json(self, value: Any) -> str:
        if not isinstance(value, Mapping | list):
            return show(value)
        if id(value) not in self._written:  # however many messages show a large one
            self._written[id(value)] = written_out(value)
        return self._written[id(value)]
