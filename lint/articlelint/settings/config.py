"""The settings of a check: which rules report, how severely, and with what options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from functools import cache
from typing import Any

from articlelint import rules
from articlelint.article import DEFAULT_NAMES, Fields
from articlelint.field import field_named
from articlelint.model import DataPath, Severity
from articlelint.named_tuple import NamedTuple
from articlelint.rule import (
    SCHEMA,
    SCHEMA_PREFIX,
    SCHEMA_SEVERITY,
    OptionError,
    Options,
    ReadData,
)
from articlelint.settings import records
from articlelint.text.words import show

_OFF = "off"

_ORDER_RULE = "key-order"
#: The rule one of whose options says which forms of dates are accepted, for all rules.
_DATE_RULE = "non-iso-date"


class ConfigError(ValueError):
    """Invalid settings. The message says which, and what to write instead; one line for each."""


class RuleSettings(NamedTuple):
    """How one rule is used: ``severity`` None means that it is off.

    Unless it is ``ignorable``, no comment can ignore it, also where its record allows that.
    """

    severity: Severity | None
    options: Options
    ignorable: bool = True


class Inline(NamedTuple):
    """What an article may decide itself: its schema, and what is ignored in it by comments."""

    schema: bool = True
    ignore: bool = True


class Config(NamedTuple):
    """Settled and checked settings. ``rules`` holds those that differ from their defaults.

    ``select`` are the only ids to report, if there are any, and ``ignore`` those not to report. In
    all three, ``schema`` means every ``schema/...`` id; in ``rules``, those that are not there
    themselves. ``fields`` are the names that rules look for. ``inline`` is what articles may decide
    themselves.

    It pickles, and is the same from run to run: two that are made from equal settings are equal.
    """

    rules: Mapping[str, RuleSettings] = {}
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fields: Fields = Fields()
    inline: Inline = Inline()

    def severity(self, rule_id: str, *, prevents_check: bool = False) -> Severity | None:
        """How severe a diagnostic of this id is; None if it is not to be reported.

        One that ``prevents_check`` of the rest of the article is reported whatever is selected:
        otherwise an article that could not be checked would pass.
        """
        is_selected = self.selects(rule_id)
        if prevents_check and not _holds(self.ignore, rule_id):
            is_selected = True
        return self._of(rule_id).severity if is_selected else None

    def selects(self, rule_id: str) -> bool:
        """Whether ``select`` and ``ignore`` let an id be reported."""
        is_selected = not self.select or _holds(self.select, rule_id)
        return is_selected and not _holds(self.ignore, rule_id)

    def options(self, rule_id: str) -> Options:
        """The options of a rule, its defaults included."""
        return self._of(rule_id).options

    def date_forms(self) -> tuple[str, ...]:
        """The names of the forms of dates that are accepted, also if the rule about them is off."""
        return tuple(self.options(_DATE_RULE)["accept"])

    def key_order(self) -> tuple[str, ...]:
        """The order of keys that an option gives; empty if it is that of the schema."""
        return tuple(self.options(_ORDER_RULE)["order"])

    def unignorable(self) -> frozenset[str]:
        """The ids that no comment may ignore because the settings say so; ``schema`` is one."""
        named = [each for each, settings in self.rules.items() if not settings.ignorable]
        meant = {rule_id for each in named for rule_id in records.expand(each)}
        return frozenset((*named, *(each for each in meant if not self._of(each).ignorable)))

    def may_report_schema(self) -> bool:
        """Whether anything that a schema objects to may be reported."""
        if not self._of(SCHEMA).severity and not any(map(_is_of_keyword, self.rules)):
            return False
        may_be_selected = not self.select or any(map(_is_of_schema, self.select))
        return may_be_selected and SCHEMA not in self.ignore

    def _of(self, rule_id: str) -> RuleSettings:
        found = self.rules.get(rule_id)
        if found is None and _is_of_keyword(rule_id):
            found = self.rules.get(SCHEMA)
        return found or default_settings(rule_id)


def make_config(
    settings: Mapping[str, Any],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Config:
    """Settle settings such as ``{"rules": {"ambiguous-scalar": "off"}}``.

    ``fields`` gives the names of a collection's fields that differ from the article schema's:
    ``{"fields": {"title": ["title", "linkTitle"], "webUrl": "extra.link", "published": {"field":
    "draft", "inverted": True}}}``. A rule's setting is a severity
    (``off``, ``warning`` or ``error``) or a mapping with ``severity``, ``ignorable`` and the rule's
    options, none of which may name a file; ``schema`` means all ids of the schema. With
    ``{"inline": {"schema": False, "ignore": False}}``, an article decides nothing itself. Raises
    ConfigError, and TypeError if ``settings`` are no mapping.
    """
    if not isinstance(settings, Mapping):
        raise TypeError(f"config should be a mapping, not {type(settings).__name__}")
    if settings:
        _check(settings)
        settings = _without_files(settings)
    return settle(settings, select=select, ignore=ignore)


def settle(
    settings: Mapping[str, Any],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Config:
    """The same of settings that are known to be valid."""
    by_rule = settings.get("rules", {})
    of_all = _as_mapping(by_rule.get(SCHEMA, {}))
    chosen = {}
    for rule_id, given in by_rule.items():
        common = of_all if _is_of_keyword(rule_id) else {}
        chosen[rule_id] = _rule_settings(rule_id, {**common, **_as_mapping(given)})
    names = settings.get("fields", {})
    fields = Fields(*(field_named(names.get(default, default)) for default in DEFAULT_NAMES))
    inline = Inline(**settings.get("inline", {}))
    return Config(chosen, _checked_ids(select), _checked_ids(ignore), fields, inline)


def used_value(path: DataPath, value: Any, read: ReadData) -> Any:
    """What rules are given of a single value, at a path such as ``("rules", ID, OPTION)``.

    That is another one if it may name a file. Raises OptionError.
    """
    if path[0] == "rules" and path[2:] and not _is_of_schema(str(path[1])):
        make = rules.load(str(path[1])).from_files.get(str(path[2]))
        return make(value, read) if make else value
    return value


def present() -> datetime:
    """The present for rules that ask whether something is in the future.

    It is what the environment variable ``SOURCE_DATE_EPOCH`` says (reproducible-builds.org), else
    what the clock says. Raises ConfigError if that variable is not a number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return datetime.now(timezone.utc)
    try:
        return datetime.fromtimestamp(int(seconds), timezone.utc)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH should be seconds since 1970, not {show(seconds)}"
        raise ConfigError(message) from None


@cache
def default_settings(rule_id: str) -> RuleSettings:
    """How a rule, or a keyword of the schema, is used without settings. Loads no glossary."""
    if _is_of_schema(rule_id):
        return RuleSettings(SCHEMA_SEVERITY, {})
    rule = rules.load(rule_id)
    return RuleSettings(None if rule.opt_in else rule.severity, rule.default_options())


def _check(settings: Mapping[str, Any]) -> None:
    from articlelint.schema.telling.hints import HintFinder  # noqa: PLC0415 - few give settings
    from articlelint.schema.telling.sentences import sentence  # noqa: PLC0415 - likewise
    from articlelint.settings.config_schema import settings_validator  # noqa: PLC0415 - likewise
    from articlelint.settings.field_names import reversed_names  # noqa: PLC0415 - likewise

    validator, settings = settings_validator(), dict(settings)
    finder = HintFinder(validator.schema, settings, (), {})
    try:
        faults = validator.faults(settings)
    except ValueError:
        raise ConfigError("every key in the configuration should be text") from None
    lines = [
        reversed_names(fault.path, settings)
        or sentence(fault, finder.hints(fault), "configuration")
        for fault in faults
    ]
    if lines:
        raise ConfigError("\n".join(lines))


def _without_files(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Settings that are at hand as data, with what rules are given of them."""

    def refuse(name: str, at: DataPath) -> Any:
        raise OptionError(f"{show(name)}: only a configuration file can name a file", at)

    used = dict(settings.get("rules", {}))
    for rule_id, given in used.items():
        if isinstance(given, Mapping):
            try:
                used[rule_id] = {
                    name: used_value(("rules", rule_id, name), value, refuse)
                    for name, value in given.items()
                }
            except OptionError as error:
                raise ConfigError(f"{rule_id}: {error}") from None
    return {**settings, "rules": used}


def _as_mapping(setting: Any) -> Mapping[str, Any]:
    """A setting of a rule; a severity alone is one, too."""
    return setting if isinstance(setting, Mapping) else {"severity": setting}


def _rule_settings(rule_id: str, given: dict[str, Any]) -> RuleSettings:
    default = default_settings(rule_id)
    severity: Severity | None = _severity_when_on(rule_id)
    if "severity" in given:
        chosen = given.pop("severity")
        severity = None if chosen == _OFF else Severity(chosen)
    ignorable = given.pop("ignorable", True)
    return RuleSettings(severity, {**default.options, **given}, ignorable)


def _severity_when_on(rule_id: str) -> Severity:
    return SCHEMA_SEVERITY if _is_of_schema(rule_id) else rules.load(rule_id).severity


def _checked_ids(ids: Iterable[str]) -> frozenset[str]:
    """The ids as a set. Raises ConfigError at one that no diagnostic can have."""
    checked = frozenset(ids)
    for each in checked - rules.ids().keys() - {SCHEMA}:
        if not records.is_known(each):
            raise ConfigError(records.unknown(each, records.meant(each)))
    return checked


def _holds(ids: frozenset[str], rule_id: str) -> bool:
    return rule_id in ids or (SCHEMA in ids and _is_of_keyword(rule_id))


def _is_of_keyword(rule_id: str) -> bool:
    return rule_id.startswith(SCHEMA_PREFIX)


def _is_of_schema(rule_id: str) -> bool:
    """Whether an id is that of a keyword of the schema, or that of all of them."""
    return rule_id == SCHEMA or _is_of_keyword(rule_id)
