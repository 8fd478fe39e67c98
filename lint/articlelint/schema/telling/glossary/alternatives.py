"""The keywords that offer a choice."""

from __future__ import annotations

from articlelint.schema.telling.glossary.keyword import Keyword, core

ALTERNATIVES = {
    "anyOf": Keyword(
        "A value has none of the forms that the schema offers.",
        "Choose one of the forms and keep to all of it.",
        core("10.2.1.2"),
        {"anyOf": [{"required": ["webUrl"]}, {"required": ["originalUrl"]}]},
        "title: A bridge reopens",
        'the front matter lacks "webUrl" or "originalUrl"',
        "title: A bridge reopens\nwebUrl: https://example.com/bridge-reopens",
    ),
    "oneOf": Keyword(
        "A value has none of the forms that the schema offers, or more than one of them.",
        "Choose one of the forms, keep to all of it, and take out what makes it one of the others.",
        core("10.2.1.3"),
        {"oneOf": [{"required": ["email"]}, {"required": ["phone"]}]},
        "email: desk@example.com\nphone: extension 12",
        'the front matter has "email" and "phone", and may have only one of them',
        "email: desk@example.com",
    ),
}
