"""The schema of the configuration, made from the records: it has every rule and every option."""

from __future__ import annotations

from functools import cache
from typing import Any

from articlelint import rules
from articlelint.model import Severity
from articlelint.rule import SCHEMA, SCHEMA_PREFIX, Ignorable
from articlelint.schema.loading.drafts import DEFAULT
from articlelint.schema.loading.store import from_mapping
from articlelint.schema.validator import Validator
from articlelint.settings import presets, records
from articlelint.settings.field_names import definitions, fields_schema

_SEVERITY = {"$ref": "#/$defs/severity"}
#: The settings of every rule; those that comments can never ignore have only the first.
_COMMON = {"severity": _SEVERITY, "ignorable": {"$ref": "#/$defs/ignorable"}}
_SETTINGS = {
    "rules": {"$ref": "#/$defs/rules"},
    "fields": {"$ref": "#/$defs/fields"},
    "inline": {"$ref": "#/$defs/inline"},
}


@cache
def settings_validator() -> Validator:
    """What judges the settings for one article, made ready once."""
    return Validator(from_mapping(settings_schema()), is_sound=True)


@cache
def file_validator() -> Validator:
    """What judges a whole configuration file, made ready once."""
    return Validator(from_mapping(file_schema()), is_sound=True)


@cache
def settings_schema() -> dict[str, Any]:
    """The schema of the settings for one article: the rules, the fields, what is inline."""
    return _schema(_SETTINGS)


@cache
def file_schema() -> dict[str, Any]:
    """The schema of a whole configuration file."""
    include = (
        "The files that a search finds, instead of *.md and the like: patterns as in .gitignore. "
        "What a pattern names, such as README.md or .github/, is not left out."
    )
    exclude = "The files that are never checked: patterns as in .gitignore."
    folders = (
        "Folders outside the repository, relative to this file, in which there may be schemas that "
        "articles or configurations name."
    )
    baseline = (
        "The path of a baseline, relative to this file: the diagnostics that it lists are not "
        "reported."
    )
    collections = (
        "The collections whose articles are compared, by names of your own, each with its files. "
        "Articles in none of them are one collection, as are all articles without this."
    )
    return _schema(
        {
            "preset": _preset(),
            "schema": _schema_name(),
            "schema-folders": _paths(folders, "../shared/schemas"),
            "include": _globs(include, "_news/**/*.md"),
            "exclude": _globs(exclude, "_news/drafts/**"),
            "collections": {
                "description": collections,
                "examples": [{"english": ["content/en/**"], "french": ["content/fr/**"]}],
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/globs"},
            },
            "baseline": _text(baseline, "articlelint-baseline.json"),
            **_SETTINGS,
            "overrides": {
                "description": "Settings for some files; later ones win.",
                "type": "array",
                "items": _override(),
            },
        }
    )


def _override() -> dict[str, Any]:
    files = (
        "The files that these settings are for: patterns as in .gitignore, relative to this file's "
        "folder."
    )
    return {
        "type": "object",
        "properties": {
            "files": _globs(files, "_learning/videos/**"),
            "schema": _schema_name(),
            **_SETTINGS,
        },
        "required": ["files"],
        "additionalProperties": False,
    }


def _schema_name() -> dict[str, Any]:
    description = (
        "The schema of the articles: the name of a bundled schema, or the path of a JSON or YAML "
        "file, relative to this file, perhaps with the place in it, as in s.yaml#/$defs/walk; or "
        "none, for rules only."
    )
    return _text(description, "article", "none")


def _preset() -> dict[str, Any]:
    description = (
        "What is usual for a site generator or a format: settings and schemas on which those of "
        "this file go."
    )
    return {"description": description, "enum": presets.names()}


def _globs(description: str, example: str) -> dict[str, Any]:
    return {"$ref": "#/$defs/globs", "description": description, "examples": [[example]]}


def _paths(description: str, example: str) -> dict[str, Any]:
    items = {"type": "string", "minLength": 1}
    return {"description": description, "examples": [[example]], "type": "array", "items": items}


def _text(description: str, *examples: str) -> dict[str, Any]:
    shown = {"examples": list(examples)} if examples else {}
    return {"description": description, **shown, "type": "string", "minLength": 1}


def _flag(description: str) -> dict[str, Any]:
    return {"description": description, "type": "boolean"}


def _mapping(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    """A mapping with no other keys than these."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _schema(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": DEFAULT,
        "title": "Configuration of articlelint",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": {
            "severity": {
                "description": "The severity; off means not reported.",
                "enum": ["off", *(each.value for each in reversed(Severity))],
            },
            "ignorable": _flag("Whether ignore comments can ignore it."),
            "globs": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "string", "minLength": 1},
            },
            "rules": _rules(),
            "fields": fields_schema(),
            **definitions(),
            "inline": _inline(),
        },
    }


def _inline() -> dict[str, Any]:
    what = {
        "schema": "Whether an article may name its own schema, by `$schema`.",
        "ignore": "Whether ignore comments have an effect.",
    }
    flags = {name: _flag(description) for name, description in what.items()}
    return _mapping("What an article may decide itself.", flags)


def _rules() -> dict[str, Any]:
    by_keyword = {
        rule_id: _rule(
            f"Violations of the schema keyword `{rule_id.removeprefix(SCHEMA_PREFIX)}`.",
            _COMMON,
        )
        for rule_id in sorted(records.schema_ids())
    }
    description = (
        "The severity of each rule, by its id, or a mapping: its severity, whether comments can "
        "ignore it, and its options."
    )
    by_rule = {each: _rule_of(each) for each in sorted(rules.ids())}
    of_all = _rule("Violations of the schema, where a keyword is not set itself.", _COMMON)
    return _mapping(description, {**by_rule, SCHEMA: of_all, **by_keyword})


def _rule_of(rule_id: str) -> dict[str, Any]:
    rule = rules.load(rule_id)
    common = {"severity": _SEVERITY} if rule.ignorable is Ignorable.NEVER else _COMMON
    return _rule(f"{rule.summary[0].upper()}{rule.summary[1:]}.", {**common, **rule.options})


def _rule(description: str, options: Any) -> dict[str, Any]:
    with_options = {
        "type": "object",
        "properties": options,
        "additionalProperties": False,
    }
    return {"description": description, "anyOf": [_SEVERITY, with_options]}
