"""Judging data takes bounded time, whatever the schema."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articlelint import SchemaError, load_schema
from articlelint.running.checkers import Checkers
from articlelint.schema.finding import judge_apart
from articlelint.schema.finding.bounds import TooMuchWorkError
from articlelint.schema.finding.judge import make_judge
from articlelint.settings.config_tree import ConfigTree
from tests.support import article, source_of, written
from tests.unit.schema.support import DRAFTS, UNTOLD, WHOLE, chain, of, twice

TOO_LONG = "1:1-1:4 too-complex: it takes too long to check the front matter against the schema"


def _twice_in_x(keyword: str) -> Callable[[dict[str, str]], dict[str, Any]]:
    return lambda following: {keyword: [{"properties": {"x": following}}] * 2}


def _deep(depth: int) -> str:
    return "n: " + "{x: " * depth + "1" + "}" * depth + "\n"


def _unevaluated(keyword: str, depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"properties": {"x": True}}
    for _ in range(depth):
        schema = {keyword: [schema], "unevaluatedProperties": False}
    return {"properties": {"n": schema}}


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "allOf": (chain(28, twice("allOf")), "/$defs/a13"),
    "anyOf": (chain(40, twice("anyOf")), "/$defs/a25"),
    "oneOf": (chain(300, twice("oneOf")), "/$defs/a285"),
    "not": (chain(28, lambda each: {"not": {"allOf": [each, each]}}), "/$defs/a13/not"),
    "conditions": (chain(28, lambda each: {"if": each, "then": each, "else": each}), "/$defs/a18"),
    "for a key": (
        chain(40, lambda each: {"dependentSchemas": {"x": each, "y": each}}),
        "/$defs/a25",
    ),
    "without a reference": (
        _unevaluated("anyOf", 20),
        "/properties/n" + "/anyOf/0" * 10,
    ),
}


@pytest.mark.parametrize(("schema", "pointer"), REFUSED.values(), ids=REFUSED)
def test_a_schema_is_refused_that_doubles_again_and_again(
    schema: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        of("k: 1\n", schema)
    what = "the subschema applies more than 100,000 others to one value"
    assert str(caught.value) == f"schema: {what} (at {pointer})"


def test_a_file_that_doubles_is_refused_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "s.json"
    file.write_text(json.dumps(chain(28, twice("allOf")), indent=1))
    with pytest.raises(SchemaError, match=r"s\.json:\d\d+:10: the subschema applies more than"):
        of("k: 1\n", load_schema(str(file)))


@pytest.fixture
def never_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where data is judged in a process of its own."""

    def refuse(*_: Any) -> bool:
        raise AssertionError("this is quickly judged")

    monkeypatch.setattr(judge_apart, "is_valid", refuse)


USUAL: dict[str, tuple[dict[str, Any], str]] = {
    "twelve levels that double": (chain(12, twice("allOf")), "n: 1\n"),
    "unevaluated keys, six levels": (_unevaluated("allOf", 6), "n: {x: 1}\n"),
    "many, but each once": ({"allOf": [{"required": ["n"]}] * 20_000}, "n: 1\n"),
    "through data that is not deep": (chain(28, _twice_in_x("allOf")), _deep(3)),
    "once for each level": (chain(28, lambda each: {"properties": {"x": each}}), _deep(28)),
    "patterns that look ahead": (
        {"properties": {"n": {"items": {"pattern": "^(?!b)"}}}},
        f"n: [{', '.join(['a'] * 200)}]\n",
    ),
    "the schema of schemas": ({"properties": {"n": {"$ref": DRAFTS["2020-12"]}}}, "n: {not: {}}\n"),
    "a dynamic reference within the schema": (
        {
            "properties": {"n": {"$ref": "#/$defs/n"}},
            "$defs": {"n": {"$dynamicAnchor": "n", "properties": {"x": {"$dynamicRef": "#n"}}}},
        },
        _deep(60),
    ),
}


@pytest.mark.usefixtures("never_apart")
@pytest.mark.parametrize(("schema", "front_matter"), USUAL.values(), ids=USUAL)
def test_what_takes_little_work_is_judged_at_once(
    schema: dict[str, Any], front_matter: str
) -> None:
    assert of(front_matter, schema) == []


def test_what_may_take_long_is_judged_apart_and_told_as_usual() -> None:
    schema = chain(28, _twice_in_x("anyOf"))  # of which the first one fits
    schema["required"] = ["title"]
    assert of(_deep(28), schema) == ['1:1-1:4 schema/required /title: missing required key "title"']


def test_what_takes_too_long_is_told() -> None:
    assert of(_deep(28), chain(28, _twice_in_x("allOf"))) == [TOO_LONG]


def test_a_pattern_that_goes_back_and_forth_for_many_values_is_judged_apart() -> None:
    either = {"anyOf": [{"pattern": "^(a|a)*(?!c)b$"}, {"type": "string"}]}
    front_matter = f"n: [{', '.join(['a' * 40] * 15_000)}]\n"
    assert of(front_matter, {"properties": {"n": {"items": either}}}) in (
        [],  # on a fast machine
        [TOO_LONG],
    )


def test_a_pattern_that_goes_back_and_forth_is_tried_so_often_to_explain() -> None:
    schema = {"properties": {"n": {"items": {"pattern": "^(a|a)*(?!c)b$"}}}}
    first, *others = of(f"n: [{', '.join(['a' * 40] * 2_000)}]\n", schema)
    assert first.endswith('the schema rejects "n", and it takes too long to find all reasons')
    assert 100 < len(others) < 500


def test_data_that_only_jsonschema_rs_rejects_is_told_if_it_takes_long() -> None:
    further: Any = {"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}
    for _ in range(20):
        further = {"allOf": [further]}
    schema = {"properties": {"x": further}, "required": ["x"], "type": "object"}
    assert of(_deep(60).replace("n:", "x:"), schema) == [UNTOLD]


def test_of_what_takes_too_long_as_a_whole_no_key_is_blamed() -> None:
    schema = {
        **chain(14, twice("anyOf")),
        "$ref": "#/$defs/a0",
    }  # the whole is no whole number either
    del schema["properties"]
    assert of("n: 1\n", schema) == [UNTOLD]


def test_of_two_keys_that_take_too_long_neither_is_blamed() -> None:
    items = {"type": "array", "items": {"$ref": "#/$defs/l"}}
    overlap = {"oneOf": [WHOLE, items, {**items, "maxItems": 3}]}
    schema = chain(28, _twice_in_x("allOf"))
    schema["properties"] = {"l": {"$ref": "#/$defs/l"}, **schema["properties"]}
    schema["$defs"]["l"] = overlap
    assert of(f"l: {'[' * 30}x{']' * 30}\n{_deep(28)}", schema) == [UNTOLD]


AMBIGUOUS = {
    "main.json": {"$ref": "list.json", "$defs": {}},
    "list.json": {"$dynamicAnchor": "n", "properties": {"n": {"$ref": "item.json"}}},
    "item.json": {
        "$defs": {"default": {"$dynamicAnchor": "n"}},
        "properties": {"x": {"$dynamicRef": "#n"}, "n": WHOLE},
    },
}


def test_where_a_reference_may_lead_anywhere_is_judged_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def is_valid(*question: Any) -> bool:
        asked.append(question)
        return judge(*question)

    judge = judge_apart.is_valid
    monkeypatch.setattr(judge_apart, "is_valid", is_valid)
    for name, contents in AMBIGUOUS.items():
        (tmp_path / name).write_text(json.dumps(contents))
    schema = load_schema(str(tmp_path / "main.json"))
    assert of("n: {x: {n: {n: 1}}}\n", schema) == []
    [told] = of("n: {x: {n: {n: x}}}\n", schema)
    assert told.startswith("2:16-2:17 schema/type /n/x/n/n: ")
    assert len(asked) == 2


FAILED = "1:1-1:1 internal-error: articlelint failed on this file: NoAnswerError: "


@pytest.mark.parametrize(
    ("executable", "named"), [("", "python"), ("/nowhere/python", "/nowhere/python")]
)
def test_without_a_python_to_judge_with_that_is_a_failure(
    executable: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    [told] = of(_deep(28), chain(28, _twice_in_x("anyOf")))
    assert told.startswith(f"{FAILED}cannot start {named}: ")


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import nowhere.at.all", "ModuleNotFoundError"),
        ("raise ValueError('what a file holds')", "ValueError"),
        ("import sys; sys.exit(3)", "status 3"),
    ],
)
def test_a_process_that_fails_to_judge_is_a_failure(
    program: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge_apart, "_PROGRAM", program)
    [told] = of(_deep(28), chain(28, _twice_in_x("anyOf")))
    assert told == f"{FAILED}the process that judges by the schema failed: {reason}"


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import os; os.abort()", marks=pytest.mark.posix, id="a signal"),
        pytest.param("import time; time.sleep(60)", id="time of the clock"),
        pytest.param("print('null')", id="memory of Python"),
    ],
)
def test_a_process_that_a_limit_ends_takes_too_long(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge_apart, "_PROGRAM", program)
    monkeypatch.setattr(judge_apart, "_SECONDS_OF_CLOCK", 1)
    assert of(_deep(28), chain(28, _twice_in_x("anyOf"))) == [TOO_LONG]


@pytest.mark.parametrize(
    ("fails", "expected"), [(MemoryError, "null"), (None, "true")], ids=["too little", "enough"]
)
def test_for_want_of_memory_there_is_no_answer(
    fails: type[BaseException] | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(*_: Any, **__: Any) -> Any:
        if fails:
            raise fails
        return make_judge({})

    asked, answered = io.TextIOWrapper(io.BytesIO(b'[{}, "x:", {}, 1]')), io.StringIO()
    monkeypatch.setattr(judge_apart, "make_judge", judge)
    monkeypatch.setattr(judge_apart, "_limit", lambda: None)
    monkeypatch.setattr(sys, "stdin", asked)
    monkeypatch.setattr(sys, "stdout", answered)
    judge_apart.answer()
    assert answered.getvalue() == expected


@pytest.mark.parametrize(("is_in_time", "asked"), [(False, 10), (True, 30)])
def test_after_so_many_times_that_took_too_long_no_process_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: int, *, is_in_time: bool
) -> None:
    questions = []

    def is_valid(*question: Any) -> bool:
        questions.append(question)
        if is_in_time:
            return True
        raise TooMuchWorkError

    monkeypatch.setattr(judge_apart, "is_valid", is_valid)
    monkeypatch.chdir(tmp_path)
    for number in range(3):
        Path(f"s{number}.json").write_text(json.dumps(chain(28, _twice_in_x("anyOf"))))
    checkers = Checkers(ConfigTree(search=False), select=["too-complex", "schema"])
    check = checkers.for_file("a.md").check
    for number in range(30):  # by three schemas in turn
        source = source_of(article(f"$schema: s{number % 3}.json\n{_deep(28)}"))
        found = [written(each, source) for each in check(source, "a.md")]
        assert found == ([] if is_in_time else [TOO_LONG])
    assert len(questions) == asked
    checkers.forget("s0.json")
    check(source, "a.md")
    assert len(questions) == asked + 1


def test_no_module_of_the_folder_is_imported_to_judge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jsonschema_rs.py").write_text("open('was-imported', 'w')")
    monkeypatch.chdir(tmp_path)
    assert of(_deep(28), chain(28, _twice_in_x("anyOf"))) == []
    assert not (tmp_path / "was-imported").exists()


def test_it_is_judged_also_where_memory_is_not_to_be_limited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    judge_apart._limit()
