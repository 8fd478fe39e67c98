"""The record of each id."""

from __future__ import annotations

import subprocess
import sys

import pytest

from articlelint import rules
from articlelint.model import Diagnostic, Safety, Severity, Span
from articlelint.rule import Ignorable, Stage
from articlelint.settings import records
from articlelint.settings.config import default_settings


def test_a_rule_has_the_record_of_its_file() -> None:
    for rule_id in rules.ids():
        assert records.record(rule_id) is rules.load(rule_id)


@pytest.mark.parametrize("rule_id", records.schema_ids())
def test_every_keyword_of_the_schema_has_a_record(rule_id: str) -> None:
    record = records.record(rule_id)
    assert record.severity is Severity.ERROR
    assert record.stage is Stage.SCHEMA
    assert record.ignorable is Ignorable.ANYWHERE
    assert not record.prevents_check
    assert not record.opt_in
    assert record.summary
    assert record.examples


@pytest.mark.parametrize(
    ("rule_id", "fixes"),
    [
        ("schema/enum", (Safety.SAFE, Safety.UNSAFE)),
        ("schema/uniqueItems", (Safety.SAFE,)),
        ("schema/required", (Safety.UNSAFE,)),
        ("schema/minimum", ()),
    ],
)
def test_a_record_says_how_safe_the_fixes_are(rule_id: str, fixes: tuple[Safety, ...]) -> None:
    assert records.record(rule_id).fixes == fixes


@pytest.mark.parametrize("rule_id", ["insecure-url", "schema/enum"])
def test_settings_and_record_agree_on_the_severity(rule_id: str) -> None:
    assert default_settings(rule_id).severity is records.record(rule_id).severity


@pytest.mark.parametrize("name", ["no-such-rule", "schema", "schema/", "schema/no", "enum", ""])
def test_other_names_have_no_record(name: str) -> None:
    with pytest.raises(KeyError):
        records.record(name)


@pytest.mark.parametrize(
    ("rule_id", "page"),
    [
        ("insecure-url", "insecure-url.md"),
        ("schema/additionalProperties", "schema.md#schemaadditionalproperties"),
    ],
)
def test_the_page_of_an_id(rule_id: str, page: str) -> None:
    assert records.page(rule_id) == page


def test_ids_and_names() -> None:
    assert set(records.ids()) == {*rules.ids(), *records.schema_ids()}
    assert set(records.names()) == {*records.ids(), "schema"}
    assert all(each.startswith("schema/") for each in records.schema_ids())


@pytest.mark.parametrize("name", ["insecure-url", "internal-error", "schema/enum"])
def test_an_id_means_itself(name: str) -> None:
    assert records.expand(name) == (name,)
    assert records.is_known(name)


def test_schema_means_every_id_of_the_schema() -> None:
    assert records.expand("schema") == records.schema_ids()
    assert records.is_known("schema")


@pytest.mark.parametrize("name", ["no-such-rule", "schema/", "schema/no", "enum", "", "Schema"])
def test_an_unknown_name_means_nothing(name: str) -> None:
    assert records.expand(name) == ()
    assert not records.is_known(name)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("insecure-url", "insecure-url"),
        ("schema/enum", "schema/enum"),
        ("schema", "schema"),
        ("enum", "schema/enum"),
        ("Enum", None),
        ("schema/", None),
        ("", None),
    ],
)
def test_a_keyword_alone_is_completed(name: str, whole: str | None) -> None:
    assert records.whole_id(name) == whole


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("enum", "schema/enum"),
        ("enumm", "schema/enum"),
        ("schema/enumm", "schema/enum"),
        ("schemas", "schema"),
        ("insecure-urls", "insecure-url"),
        ("xyz", None),
        ("insecure-url" * 9, None),
    ],
)
def test_what_was_meant(name: str, meant: str | None) -> None:
    assert records.meant(name) == meant


@pytest.mark.parametrize(
    ("rule_id", "lasting"),
    [
        ("duplicate-url", rules.load("duplicate-url").summary),
        ("unknown-value", "said"),
        ("insecure-url", "said"),
        ("schema/enum", "said"),
        ("a-rule-of-ones-own", "said"),
    ],
)
def test_what_stays_of_a_message_when_other_files_change(rule_id: str, lasting: str) -> None:
    diagnostic = Diagnostic(rule_id, Severity.ERROR, "said", (), Span(0, 0))
    assert records.lasting_message(diagnostic) == lasting


def test_the_glossary_is_imported_only_for_keywords() -> None:
    program = (
        "import sys\n"
        "from articlelint.settings import records\n"
        "records.record('insecure-url'), records.expand('insecure-url'), records.is_known('no')\n"
        "sys.exit('articlelint.schema.telling.glossary' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
