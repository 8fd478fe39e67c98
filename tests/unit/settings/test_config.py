"""Settings once they are settled; what may be in them is for ``test_engine`` and the schema."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from articlelint import rules
from articlelint.article import Fields
from articlelint.model import Severity
from articlelint.settings.config import default_settings, make_config, settle

OPTIONS = {"allow-hosts": ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com"]}


@pytest.mark.parametrize("rule_id", [*rules.ids(), "schema/enum"])
def test_without_settings_all_is_as_by_default(rule_id: str) -> None:
    config = make_config({})
    default = default_settings(rule_id)
    assert (config.severity(rule_id), config.options(rule_id), True) == tuple(default)
    assert config.unignorable() == frozenset()
    assert config.fields == Fields()


def test_settings_pickle_and_equal_ones_make_equal_configs() -> None:
    given = {
        "rules": {"url-domain-mismatch": OPTIONS, "insecure-url": "off"},
        "fields": {"published": "live"},
    }
    one = make_config(given, select=["insecure-url", "schema"], ignore=["html-entity"])
    assert one == make_config(given, select=["schema", "insecure-url"], ignore=["html-entity"])
    assert one != make_config(given)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("rule_id", "setting", "severity"),
    [
        ("insecure-url", "off", None),
        ("insecure-url", "error", Severity.ERROR),
        ("insecure-url", {"severity": "off"}, None),
        ("insecure-url", {"severity": "off", "allow-hosts": []}, None),
        ("insecure-url", {}, Severity.WARNING),
        ("insecure-url", {"allow-hosts": ["a.example"]}, Severity.WARNING),
        ("unknown-topic", {}, Severity.WARNING),
        ("unknown-topic", {"topics": ["Ferries"]}, Severity.WARNING),
        ("unknown-topic", "error", Severity.ERROR),
        ("unknown-topic", "off", None),
        ("schema/enum", {}, Severity.ERROR),
        ("schema/enum", "warning", Severity.WARNING),
        ("schema/enum", {"severity": "off"}, None),
        ("schema", {}, Severity.ERROR),
        ("schema", "off", None),
    ],
)
def test_the_severity_of_a_rule_that_is_named(
    rule_id: str, setting: Any, severity: Severity | None
) -> None:
    assert make_config({"rules": {rule_id: setting}}).severity(rule_id) is severity
    assert settle({"rules": {rule_id: setting}}).severity(rule_id) is severity


@pytest.mark.parametrize("rule_id", ["unknown-topic", "unknown-provider"])
def test_some_rules_are_off_until_they_are_named(rule_id: str) -> None:
    assert make_config({}).severity(rule_id) is None
    assert make_config({}, select=[rule_id]).severity(rule_id) is None


def test_an_option_that_is_not_set_has_its_default() -> None:
    config = make_config({"rules": {"url-domain-mismatch": "warning"}})
    assert config.options("url-domain-mismatch") == OPTIONS
    config = make_config({"rules": {"url-domain-mismatch": {"allow-hosts": ["a.example"]}}})
    assert config.options("url-domain-mismatch") == {"allow-hosts": ["a.example"]}
    assert make_config({}).options("url-domain-mismatch") == OPTIONS, "no other is changed"


def test_settings_are_not_changed() -> None:
    settings = {"rules": {"insecure-url": {"severity": "off", "allow-hosts": ["a.example"]}}}
    make_config(settings)
    assert settings["rules"]["insecure-url"] == {"severity": "off", "allow-hosts": ["a.example"]}


def test_fields_go_by_their_default_names() -> None:
    fields = make_config({"fields": {"published": "live", "title": "name"}}).fields
    assert fields == Fields(published="live", title="name")


@pytest.mark.parametrize(
    ("selection", "asked"),
    [
        ({}, ["insecure-url", "schema/enum", "schema/type"]),
        ({"select": ["schema"]}, ["schema/enum", "schema/type"]),
        ({"select": ["schema/enum", "insecure-url"]}, ["insecure-url", "schema/enum"]),
        ({"ignore": ["schema"]}, ["insecure-url"]),
        ({"ignore": ["schema/enum", "insecure-url"]}, ["schema/type"]),
        ({"select": ["schema"], "ignore": ["schema/type"]}, ["schema/enum"]),
    ],
)
def test_a_selection_goes_before_the_rules(selection: Any, asked: list[str]) -> None:
    severities = {"insecure-url": "error", "schema/enum": "warning"}
    config = make_config({"rules": severities}, **selection)
    ids = ["insecure-url", "schema/enum", "schema/type"]
    assert [each for each in ids if config.severity(each)] == asked


def test_a_rule_that_is_off_is_not_turned_on_by_a_selection() -> None:
    config = make_config({"rules": {"insecure-url": "off"}}, select=["insecure-url"])
    assert config.severity("insecure-url") is None


@pytest.mark.parametrize(
    ("given", "enum", "other"),
    [
        ({"schema": "off"}, None, None),
        ({"schema": "warning"}, Severity.WARNING, Severity.WARNING),
        ({"schema": "off", "schema/enum": "error"}, Severity.ERROR, None),
        ({"schema/enum": "error", "schema": "off"}, Severity.ERROR, None),
        ({"schema/enum": {"ignorable": False}, "schema": "off"}, None, None),
        ({"schema/enum": "off"}, None, Severity.ERROR),
    ],
)
def test_schema_means_all_its_ids_that_are_not_set_themselves(
    given: Any, enum: Severity | None, other: Severity | None
) -> None:
    config = make_config({"rules": given})
    assert config.severity("schema/enum") is enum
    assert config.severity("schema/type") is other
    assert config.severity("insecure-url") is Severity.WARNING


def test_schema_may_be_what_no_comment_ignores() -> None:
    given = {"schema": {"ignorable": False}, "schema/enum": {"ignorable": True}}
    unignorable = make_config({"rules": given}).unignorable()
    assert {"schema", "schema/type"} <= unignorable
    assert "schema/enum" not in unignorable


@pytest.mark.parametrize(
    ("given", "select", "ignore"),
    [
        ({}, [], []),
        ({}, ["html-entity", "schema/enum"], []),
        ({}, ["schema"], []),
        ({}, [], ["schema/enum"]),
        ({"schema": "off", "schema/enum": "error"}, [], []),
    ],
)
def test_something_of_the_schema_may_be_reported(
    given: Any, select: list[str], ignore: list[str]
) -> None:
    config = make_config({"rules": given}, select=select, ignore=ignore)
    assert config.may_report_schema()


@pytest.mark.parametrize(
    ("given", "select", "ignore"),
    [
        ({}, ["html-entity"], []),
        ({}, [], ["schema"]),
        ({"schema": "off"}, [], []),
        ({"schema": "off", "insecure-url": "error"}, ["schema"], []),
    ],
)
def test_nothing_of_the_schema_may_be_reported(
    given: Any, select: list[str], ignore: list[str]
) -> None:
    config = make_config({"rules": given}, select=select, ignore=ignore)
    assert not config.may_report_schema()
