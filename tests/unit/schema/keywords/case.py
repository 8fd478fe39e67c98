"""What a case of one keyword is made of."""

from __future__ import annotations

from typing import Any, NamedTuple

TEXT = {"type": "string"}


class Case(NamedTuple):
    """A subschema for the key ``v``: what it lets pass, and what it says of a faulty value.

    ``reported`` is the message by ``line:column-line:column id pointer``.
    """

    drafts: str
    keyword: str
    subschema: Any
    sound: str
    faulty: str
    reported: dict[str, str]
