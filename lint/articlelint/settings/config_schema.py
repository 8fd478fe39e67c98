"""The schema of the configuration, made from the rules: a new rule or option is in it by itself."""

from __future__ import annotations

from functools import cache
from typing import Any

from articlelint import rules
from articlelint.article import Fields
from articlelint.model import Severity
from articlelint.schema.loading.drafts import DEFAULT
from articlelint.schema.telling.sentences import KEYWORDS

_SEVERITY = {"$ref": "#/$defs/severity"}
_GLOBS = {"$ref": "#/$defs/globs"}
_SETTINGS = {"rules": {"$ref": "#/$defs/rules"}, "fields": {"$ref": "#/$defs/fields"}}


@cache
def settings_schema() -> dict[str, Any]:
    """The schema of what holds for one article: the rules, and what the fields are called."""
    return _schema(_SETTINGS)


@cache
def file_schema() -> dict[str, Any]:
    """The schema of a whole configuration file."""
    schema = {
        "description": "The schema of the articles: a bundled one by its name, or a JSON or YAML "
        "file, relative to this one.",
        "examples": ["article"],
        "type": "string",
        "minLength": 1,
    }
    files = {
        **_GLOBS,
        "description": "Which files these settings are for, by patterns as in .gitignore, relative "
        "to this file's folder.",
        "examples": [["_learning/videos/**"]],
    }
    override = {
        "type": "object",
        "properties": {"files": files, "schema": schema, **_SETTINGS},
        "required": ["files"],
        "additionalProperties": False,
    }
    return _schema(
        {
            "schema": schema,
            "include": {
                **_GLOBS,
                "description": "Which files a search takes, in the place of *.md and *.markdown, "
                "by patterns as in .gitignore.",
                "examples": [["_news/**/*.md"]],
            },
            "exclude": {
                **_GLOBS,
                "description": "Which files are never checked, by patterns as in .gitignore.",
                "examples": [["_news/drafts/**"]],
            },
            "baseline": {
                "description": "A file of known diagnostics that are not reported, relative to "
                "this one.",
                "examples": ["articlelint-baseline.json"],
                "type": "string",
                "minLength": 1,
            },
            **_SETTINGS,
            "overrides": {
                "description": "Settings for some of the files; later ones win.",
                "type": "array",
                "items": override,
            },
        }
    )


def _schema(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": DEFAULT,
        "title": "Configuration of articlelint",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": {
            "severity": {
                "description": "How severe it is; off keeps it from being reported.",
                "enum": ["off", *(each.value for each in reversed(Severity))],
            },
            "globs": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "string", "minLength": 1},
            },
            "rules": _rules(),
            "fields": _fields(),
        },
    }


def _fields() -> dict[str, Any]:
    fields = {
        default: {
            "description": f'What the collection calls the field "{default}".',
            "type": "string",
            "minLength": 1,
        }
        for default in Fields()
    }
    return {
        "description": "What the collection calls its fields, by what the article schema calls "
        "them.",
        "type": "object",
        "properties": fields,
        "additionalProperties": False,
    }


def _rules() -> dict[str, Any]:
    by_keyword = {
        f"schema/{keyword}": _rule(f"What the schema's keyword `{keyword}` does not allow.", {})
        for keyword in sorted(KEYWORDS)
    }
    return {
        "description": "The severity of a rule, or its severity and options, by its id.",
        "type": "object",
        "properties": {**{each: _rule_of(each) for each in sorted(rules.ids())}, **by_keyword},
        "additionalProperties": False,
    }


def _rule_of(rule_id: str) -> dict[str, Any]:
    rule = rules.load(rule_id)
    return _rule(f"{rule.summary[0].upper()}{rule.summary[1:]}.", rule.options)


def _rule(description: str, options: Any) -> dict[str, Any]:
    with_options = {
        "type": "object",
        "properties": {"severity": _SEVERITY, **options},
        "additionalProperties": False,
    }
    return {"description": description, "anyOf": [_SEVERITY, with_options]}
