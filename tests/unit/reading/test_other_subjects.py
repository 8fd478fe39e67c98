"""Broken YAML that is no article: a configuration or a schema, of which nothing else is said."""

from __future__ import annotations

import pytest

from articlelint.model import Diagnostic
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.yaml import whole
from tests.unit.reading.test_syntax import ALL


def faults_of(text: str, subject: str) -> list[Diagnostic]:
    try:
        return read_block(text, whole(text), subject)[1]
    except UnreadableError as error:
        return list(error.diagnostics)


@pytest.mark.parametrize("subject", ["configuration", "schema"])
@pytest.mark.parametrize("row", ALL.values(), ids=ALL)
def test_no_word_is_of_articles(row: tuple[str, ...], subject: str) -> None:
    for fault in faults_of(row[0], subject):
        said = "\n".join((fault.message, *fault.help))
        for word in ("article", "front matter", "---"):
            assert word not in said


def test_the_subject_is_named() -> None:
    text = "a: 1\n<<<<<<< b\nc: 1\n"
    [fault] = faults_of(text, "schema")
    assert fault.message == "unresolved merge conflict in the schema"
    [fault] = faults_of("a: [!\u00e9]\n", "configuration")
    assert fault.message == "the configuration cannot be read from here on"


def test_all_mistakes_are_told() -> None:
    faults = faults_of("a = 1\nb:2\nc: d: e\n", "configuration")
    assert [each.message for each in faults] == [
        "`=` instead of `:`",
        "missing space after `b:`",
        "an unquoted value contains `: `",
    ]


def test_nothing_is_left_of_a_template() -> None:
    [fault] = faults_of("{% if a %}\n", "schema")
    assert fault.message == "a template tag cannot be a line of the schema"


def test_text_of_an_article_is_only_expected_in_one() -> None:
    [fault] = faults_of("**Subject: Hello**\nb: 1\n", "configuration")
    assert "---" not in fault.message
