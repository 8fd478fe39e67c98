"""The keywords that offer a choice."""

from __future__ import annotations

from articlelint.schema.telling.glossary.keyword import Keyword, core

ALTERNATIVES = {
    "anyOf": Keyword(
        "A value matches none of the schema's alternatives.",
        "Choose one alternative and follow all of it.",
        core("10.2.1.2"),
        {"anyOf": [{"required": ["webUrl"]}, {"required": ["originalUrl"]}]},
        "title: A bridge reopens",
        'missing required key "webUrl" or "originalUrl"',
        "title: A bridge reopens\nwebUrl: https://example.com/bridge-reopens",
    ),
    "oneOf": Keyword(
        "A value matches none of the schema's alternatives, or more than one of them.",
        "Choose one alternative, follow all of it, and remove what makes the value match another.",
        core("10.2.1.3"),
        {"oneOf": [{"required": ["email"]}, {"required": ["phone"]}]},
        "email: desk@example.com\nphone: extension 12",
        'the front matter has both "email" and "phone"; only one is allowed',
        "email: desk@example.com",
    ),
}
