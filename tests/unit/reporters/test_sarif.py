"""SARIF, by the schema of its standard and what the standard says beyond."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from articlelint import rules
from articlelint.model import Diagnostic, Related, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression
from tests.support import source_in
from tests.unit.reporters.runs import (
    BOTH,
    ERROR,
    FIXABLE,
    FIXED,
    HOSTILE,
    NO_EDITS,
    Read,
    Replacement,
    lines,
    printed,
    replaced,
    spelled,
)
from tests.unit.reporters.validity import json_faults


def run(*reports: FileReport) -> dict[str, Any]:
    output = printed("sarif", list(reports))
    assert json_faults("sarif-2.1.0.json", output) == []
    log = json.loads(output)
    assert next(iter(log)) == "version"  # the standard wants it first (3.13.2)
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def results(*reports: FileReport) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(*reports)["results"]
    return found


def place(location: dict[str, Any]) -> tuple[str, dict[str, int]]:
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    return unquote(uri, errors="surrogateescape"), physical["region"]


def at(path: str, *diagnostics: Diagnostic) -> FileReport:
    return FileReport(path, SourceFile.from_text("---\na: 1\n---\n"), list(diagnostics))


def objection(rule: str) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, "is wrong", ("a",), Span(4, 5))


def message_and_help(diagnostic: Diagnostic) -> str:
    return "\n".join((diagnostic.message, *(f"help: {each}" for each in diagnostic.help)))


def test_messages_and_paths_come_back() -> None:
    read = []
    for each in results(*HOSTILE):
        if not each["suppressions"]:
            (location,) = each["locations"]
            path, region = place(location)
            message = each["message"]["text"]
            read.append(Read(path, region["startLine"], each["level"], each["ruleId"], message))
    assert read == [
        Read(report.path, line, each.severity.value, each.rule, spelled(message_and_help(each)))
        for report in HOSTILE
        for line, each in zip(lines(report), report.diagnostics, strict=True)
    ]


def test_says_how_lines_and_columns_are_counted() -> None:
    found = run(BOTH)
    assert found["columnKind"] == "unicodeCodePoints"
    assert found["newlineSequences"] == ["\r\n", "\n", "\r"]
    assert [place(each["locations"][0])[1] for each in found["results"]] == [
        {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 5},
        {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 3},
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("news/a.md", "news/a.md", id="plain"),
        pytest.param("./news/a.md", "news/a.md", id="dot"),
        pytest.param("a b#1?.md", "a%20b%231%3F.md", id="what ends or parts a URI"),
        pytest.param("100%25.md", "100%2525.md", id="per cent"),
        pytest.param("a:b.md", "a%3Ab.md", id="what could be a scheme"),
        pytest.param("渡.md", "%E6%B8%A1.md", id="other letters"),
        pytest.param("\udcff.md", "%FF.md", id="a byte that is not UTF-8"),
        pytest.param("<stdin>", "%3Cstdin%3E", id="standard input"),
        pytest.param(str(Path("news/a.md").absolute()), "news/a.md", id="below this folder"),
        pytest.param("/else where/a.md", "file:///else%20where/a.md", id="elsewhere"),
    ],
)
def test_a_uri_is_relative_and_encoded(path: str, uri: str) -> None:
    (result,) = results(at(path, objection("schema/enum")))
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_includes_related_places() -> None:
    related = Related(Span(6, 7), "here\nfirst")
    (result,) = results(at("a.md", objection("duplicate-key")._replace(related=(related,))))
    (location,) = result["relatedLocations"]
    region = {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 4}
    assert place(location) == ("a.md", region)
    assert location["message"] == {"text": "here\nfirst"}


def test_a_related_place_may_be_in_another_file() -> None:
    related = Related(Span(4, 5), "also here", "news/other one.md")
    diagnostic = objection("duplicate-url")._replace(related=(related,))
    source = SourceFile.from_text("a: 1\nb: 1\n")
    (result,) = results(at("a.md", diagnostic)._replace(others={"news/other one.md": source}))
    (location,) = result["relatedLocations"]
    region = {"startLine": 1, "startColumn": 5, "endLine": 2, "endColumn": 1}
    assert place(location) == ("news/other one.md", region)


def test_a_fix_can_be_applied() -> None:
    (result,) = results(FIXABLE)
    (fix,) = result["fixes"]
    assert fix["description"] == {"text": "remove the spaces"}
    assert fix["properties"] == {"safety": "safe"}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "news/fixable.md"}
    edits = [
        Replacement(
            each["deletedRegion"]["startLine"],
            each["deletedRegion"]["startColumn"],
            each["deletedRegion"]["endLine"],
            each["deletedRegion"]["endColumn"],
            each["insertedContent"]["text"],
        )
        for each in change["replacements"]
    ]
    assert replaced(source_in(FIXABLE).text, edits) == FIXED


def test_without_edits_there_is_no_fix() -> None:
    (result,) = results(NO_EDITS)
    assert result["fixes"] == []


def test_results_point_to_their_rules() -> None:
    found = run(*HOSTILE)
    described = found["tool"]["driver"]["rules"]
    ids = [each["id"] for each in described]
    assert len(ids) == len(set(ids)) == 5
    for result in found["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]


def test_a_rule_comes_with_what_is_known_of_it() -> None:
    driver = run(at("a.md", objection("empty-value")))["tool"]["driver"]
    assert driver["name"] == "articlelint"
    assert driver["version"] == version("articlelint")
    (rule,) = driver["rules"]
    known = rules.load("empty-value")
    assert rule["shortDescription"] == {"text": known.summary}
    assert rule["defaultConfiguration"] == {"level": known.severity.value}
    assert rule["help"]["markdown"] == rule["help"]["text"] == known.docs.strip()
    first = rule["fullDescription"]["text"]
    assert "\n" not in first
    assert " ".join(known.docs.split()).startswith(first)
    assert rule["helpUri"] == (
        "https://github.com/articlelint/articlelint/blob/"
        f"v{version('articlelint')}/docs/rules/empty-value.md"
    )


def test_a_keyword_of_the_schema_comes_with_what_is_known_of_it() -> None:
    (rule,) = run(at("a.md", objection("schema/enum")))["tool"]["driver"]["rules"]
    assert rule["id"] == "schema/enum"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
    assert rule["helpUri"].endswith("/docs/rules/schema.md#schemaenum")


def test_of_an_unknown_rule_only_the_id_is_given() -> None:
    (rule,) = run(at("a.md", objection("no-such-rule")))["tool"]["driver"]["rules"]
    assert rule == {"id": "no-such-rule"}


def test_suppressions_have_their_reason() -> None:
    (diagnostic,) = ERROR.diagnostics
    suppressed = (
        Suppressed(diagnostic, Suppression.COMMENT, "it is so\nin the source"),
        Suppressed(diagnostic, Suppression.COMMENT),
        Suppressed(diagnostic, Suppression.BASELINE),
    )
    found = results(ERROR._replace(suppressed=suppressed))
    assert [each["suppressions"] for each in found] == [
        [],
        [{"kind": "inSource", "justification": "it is so\nin the source"}],
        [{"kind": "inSource"}],
        [{"kind": "external"}],
    ]
    assert len({each["ruleIndex"] for each in found}) == 1


def test_a_rule_whose_results_are_all_suppressed_is_described_too() -> None:
    suppressed = (Suppressed(objection("empty-value"), Suppression.BASELINE),)
    found = run(at("a.md")._replace(suppressed=suppressed))
    assert [each["id"] for each in found["tool"]["driver"]["rules"]] == ["empty-value"]


def test_fingerprints_stay_when_lines_move() -> None:
    source = SourceFile.from_text("---\n\n\na: 1\n---\n")
    moved = objection("schema/enum")._replace(span=Span(6, 7))
    (result,) = results(at("a.md", objection("schema/enum")))
    (other,) = results(FileReport("a.md", source, [moved]))
    assert result["partialFingerprints"] == other["partialFingerprints"]
    assert list(result["partialFingerprints"]) == ["diagnostic/v1"]


def test_no_two_results_share_a_fingerprint() -> None:
    found = [each["partialFingerprints"]["diagnostic/v1"] for each in results(*HOSTILE)]
    assert len(set(found)) == len(found) == 510
