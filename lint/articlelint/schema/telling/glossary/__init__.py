"""What each keyword objects to: for ``explain`` and the documentation, not for a check."""

from __future__ import annotations

from collections.abc import Mapping

from articlelint.schema.telling.glossary.alternatives import ALTERNATIVES
from articlelint.schema.telling.glossary.keyword import Keyword
from articlelint.schema.telling.glossary.lists import LISTS
from articlelint.schema.telling.glossary.mappings import MAPPINGS
from articlelint.schema.telling.glossary.values import ANY_VALUE, NUMBERS, TEXT

#: The keywords by what they look at.
BY_KIND: Mapping[str, Mapping[str, Keyword]] = {
    "Any value": ANY_VALUE,
    "Text": TEXT,
    "Numbers": NUMBERS,
    "Lists": LISTS,
    "Mappings": MAPPINGS,
    "Alternatives": ALTERNATIVES,
}

#: Every keyword that a diagnostic can be about.
GLOSSARY = {name: keyword for group in BY_KIND.values() for name, keyword in group.items()}
