"""The settings of a check: which rules report, how severely, and with what options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple

from articlelint import rules
from articlelint.article import Fields
from articlelint.model import Severity
from articlelint.rule import Options
from articlelint.schema.store import from_mapping
from articlelint.schema.validate import Validator
from articlelint.words import did_you_mean, either, show

#: Stands for every ``schema/...`` id; those have no rule of their own.
_SCHEMA = "schema"
_SCHEMA_PREFIX = "schema/"
_SETTINGS = ("fields", "rules")


class ConfigError(ValueError):
    """Settings that cannot be; the message says which, and what could be meant."""


class RuleSettings(NamedTuple):
    """How one rule is used: ``severity`` None means that it is off."""

    severity: Severity | None
    options: Options


class Config(NamedTuple):
    """Settled and checked settings. ``rules`` holds those that differ from their defaults.

    ``select`` are the only ids to report, if there are any, and ``ignore`` those not to. In both,
    ``schema`` stands for every ``schema/...`` id. ``fields`` are the names that rules look for, and
    ``now`` is the time, with its zone, for rules that ask whether something lies in the future.
    """

    now: datetime
    rules: Mapping[str, RuleSettings] = {}
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fields: Fields = Fields()

    def severity(self, rule_id: str, *, prevents_check: bool = False) -> Severity | None:
        """How severe a diagnostic of this id is; None if it is not to be reported.

        One that ``prevents_check`` of the rest of the article is reported whatever is selected:
        else an article that nobody could look at would pass.
        """
        if _holds(self.ignore, rule_id):
            return None
        if self.select and not prevents_check and not _holds(self.select, rule_id):
            return None
        return self._of(rule_id).severity

    def options(self, rule_id: str) -> Options:
        """The options of a rule, its defaults included."""
        return self._of(rule_id).options

    def _of(self, rule_id: str) -> RuleSettings:
        return self.rules.get(rule_id) or _defaults(rule_id)


def make_config(
    settings: Mapping[str, Any],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    now: datetime | None = None,
) -> Config:
    """Settle settings such as ``{"rules": {"ambiguous-scalar": "off"}}``.

    ``fields`` says what a collection calls its fields where that differs from the article schema:
    ``{"fields": {"published": "live", "webUrl": "link"}}``. A rule's setting is a severity
    (``off``, ``warning`` or ``error``) or a mapping with ``severity`` and the rule's options.
    ``now`` is the time, with its zone, to take for the present; without it that is what the
    environment variable ``SOURCE_DATE_EPOCH`` says (reproducible-builds.org), else the clock.
    Raises ConfigError.
    """
    for key in settings:
        if key not in _SETTINGS:
            raise _unknown("setting", key, _SETTINGS)
    by_rule = settings.get("rules", {})
    if not isinstance(by_rule, Mapping):
        raise ConfigError(f"`rules` should be a group of keys, not {show(by_rule)}")
    chosen = {each: _settle(each, setting) for each, setting in by_rule.items()}
    fields = _fields(settings.get("fields", {}))
    checked = _checked_ids(select), _checked_ids(ignore)
    return Config(now or _present(), chosen, *checked, fields)


def _present() -> datetime:
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return datetime.now(timezone.utc)
    try:
        return datetime.fromtimestamp(int(seconds), timezone.utc)
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH should be seconds since 1970, not {show(seconds)}"
        raise ConfigError(message) from None


def _fields(names: Any) -> Fields:
    if not isinstance(names, Mapping):
        raise ConfigError(f"`fields` should be a group of keys, not {show(names)}")
    known = Fields()
    for field, name in names.items():
        if field not in known:
            raise _unknown("field", field, known)
        if not isinstance(name, str):
            raise ConfigError(f"the field {show(field)} should be a name, not {show(name)}")
    return Fields(*(names.get(default, default) for default in known))


def _settle(rule_id: str, setting: Any) -> RuleSettings:
    if rule_id == _SCHEMA:
        raise ConfigError("`schema` can be selected or ignored; a setting is for one id")
    _checked_ids([rule_id])
    given = dict(setting) if isinstance(setting, Mapping) else {"severity": setting}
    default = _defaults(rule_id)
    severity: Severity | None = _severity_when_on(rule_id)
    if "severity" in given:
        severity = _severity(rule_id, given.pop("severity"))
    if given:
        _check_options(rule_id, given)
    return RuleSettings(severity, {**default.options, **given})


def _severity(rule_id: str, value: Any) -> Severity | None:
    choices = {"off": None, **{each.value: each for each in Severity}}
    if not isinstance(value, str) or value not in choices:
        known = either([show(each) for each in choices])
        raise ConfigError(f"the severity of {rule_id} should be {known}, not {show(value)}")
    return choices[value]


def _check_options(rule_id: str, given: Mapping[str, Any]) -> None:
    known = {} if rule_id.startswith(_SCHEMA_PREFIX) else rules.load(rule_id).options
    for name in given:
        if name not in known:
            raise _unknown(f"option of {rule_id}", name, known)
    from articlelint.schema.sentences import sentence  # noqa: PLC0415 - few give options

    schema = from_mapping({"type": "object", "properties": known})
    for fault in Validator(schema).faults(dict(given)):
        raise ConfigError(f"option of {rule_id}: {sentence(fault)}")


def _defaults(rule_id: str) -> RuleSettings:
    if rule_id.startswith(_SCHEMA_PREFIX):
        return RuleSettings(Severity.ERROR, {})
    rule = rules.load(rule_id)
    options = {name: each["default"] for name, each in rule.options.items()}
    return RuleSettings(None if rule.opt_in else rule.severity, options)


def _severity_when_on(rule_id: str) -> Severity:
    is_of_schema = rule_id.startswith(_SCHEMA_PREFIX)
    return Severity.ERROR if is_of_schema else rules.load(rule_id).severity


def _checked_ids(ids: Iterable[str]) -> frozenset[str]:
    """The ids as a set. Raises ConfigError at one that no diagnostic can have."""
    checked = frozenset(ids)
    for each in checked - rules.ids().keys() - {_SCHEMA}:
        if not isinstance(each, str):
            raise _unknown("rule", each, ())
        keyword = each.removeprefix(_SCHEMA_PREFIX)
        if keyword == each:
            raise _unknown("rule", each, [*rules.ids(), _SCHEMA])
        from articlelint.schema.sentences import KEYWORDS  # noqa: PLC0415 - few name one

        if keyword not in KEYWORDS:
            raise _unknown("keyword", keyword, KEYWORDS)
    return checked


def _holds(ids: frozenset[str], rule_id: str) -> bool:
    return rule_id in ids or (_SCHEMA in ids and rule_id.startswith(_SCHEMA_PREFIX))


def _unknown(what: str, name: Any, known: Iterable[str]) -> ConfigError:
    hint = did_you_mean(name, known) if isinstance(name, str) else ()
    return ConfigError("; ".join((f"there is no {what} {show(name)}", *hint)))
