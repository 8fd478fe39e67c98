"""YAML that does not parse: told on its line, fixed, shown as a diff, and in other formats."""

from __future__ import annotations

import json

from tests.e2e.articles import read, write
from tests.e2e.conftest import Run

SCHEMA = json.dumps(
    {"properties": {"title": {"type": "string"}, "category": {"enum": ["news", "review"]}}}
)
BROKEN = '---\ntitle = "A: B"\r\npublished:true\ncategory: nws\n---\nText: a: b\n'
FIXED = '---\ntitle: "A: B"\r\npublished: true\ncategory: news\n---\nText: a: b\n'


def test_all_is_told_in_one_run(run: Run) -> None:
    write(SCHEMA, "s.json")
    write(BROKEN)
    status, out, _ = run("--schema", "s.json", "--format", "concise")
    assert status == 1
    lines = [line.split(" [")[0] for line in out.splitlines()]
    assert lines == [
        "a.md:2:7: error `=` instead of `:`",
        "a.md:3:1: error missing space after `published:`",
        'a.md:4:11: error "category" should be "news" or "review", not "nws": did you mean "news"?',
    ]


def test_it_is_fixed_with_the_rest(run: Run) -> None:
    write(SCHEMA, "s.json")
    write(BROKEN)
    assert run("--schema", "s.json", "--fix")[0] == 1
    assert read() == BROKEN
    assert run("--schema", "s.json", "--fix", "--unsafe-fixes")[0] == 0
    assert read() == FIXED
    assert run("--schema", "s.json")[0] == 0


def test_the_diff_shows_it(run: Run) -> None:
    write(SCHEMA, "s.json")
    write(BROKEN.replace("\r", ""))
    status, out, _ = run("--schema", "s.json", "--diff", "--unsafe-fixes")
    assert status == 1
    assert '-title = "A: B"\n-published:true\n' in out
    assert '+title: "A: B"\n+published: true\n' in out


def test_json_has_the_edits(run: Run) -> None:
    write("---\ntitle: A: B\n---\n")
    _, out, _ = run("--format", "json")
    [found] = [each for each in json.loads(out) if each["rule"] == "yaml-syntax"]
    place = {"line": 2, "end_line": 2}
    assert found["fix"] == {
        "title": 'write `title: "A: B"`',
        "safety": "unsafe",
        "edits": [
            {**place, "column": 8, "end_column": 8, "text": '"'},
            {**place, "column": 12, "end_column": 12, "text": '"'},
        ],
    }


def test_json_has_where_the_parser_stumbled(run: Run) -> None:
    write('---\ntitle: "A\ncategory: b\n---\n')
    _, out, _ = run("--format", "json")
    [found] = [each for each in json.loads(out) if each["rule"] == "yaml-syntax"]
    assert (found["line"], found["column"]) == (2, 8)
    [related] = found["related"]
    assert (related["line"], related["message"]) == (4, "the parser stumbled here")


def test_sarif_has_the_replacements(run: Run) -> None:
    write("---\ntitle: A\npublished:true\n---\n")
    _, out, _ = run("--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    [found] = [each for each in results if each["ruleId"] == "yaml-syntax"]
    [change] = found["fixes"][0]["artifactChanges"]
    [replacement] = change["replacements"]
    assert replacement["insertedContent"] == {"text": " "}
    assert replacement["deletedRegion"]["startLine"] == 3


def test_a_broken_configuration_ends_the_run_with_all_its_mistakes(run: Run) -> None:
    write("---\ntitle: A\n---\n")
    write("schema = article\nrules:\n  insecure-url:off\n  html-entity: off\n", ".articlelint.yaml")
    status, out, error = run()
    assert (status, out) == (2, "")
    assert ".articlelint.yaml:1:8: `=` instead of `:`" in error
    assert ".articlelint.yaml:3:3: missing space after `insecure-url:`" in error


def test_a_broken_schema_ends_the_run_at_its_first_mistake(run: Run) -> None:
    write("---\ntitle: A\n---\n")
    write("type: object\nproperties:\n  title: {type:string}\nrequired:[title]\n", "s.yaml")
    status, out, error = run("--schema", "s.yaml")
    assert (status, out) == (2, "")
    assert "s.yaml:3:11: missing space after `type:`" in error
