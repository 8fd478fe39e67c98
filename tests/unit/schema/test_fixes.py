"""What would fix a fault of the schema, and what cannot be fixed with certainty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from articlelint import Severity
from articlelint.model import AddKey, Remove, RenameKey, Safety, SetValue
from articlelint.rule import SCHEMA_PREFIX, schema_id
from articlelint.schema.loading.store import from_mapping
from articlelint.schema.telling.explain import Explained, explain, explain_with_changes
from articlelint.schema.telling.glossary import GLOSSARY
from articlelint.schema.telling.sentences import FRONT_MATTER
from articlelint.schema.validator import Validator
from tests.changes import carried_out, document_of
from tests.support import article

#: How a fix is written in the tables below: the change and its safety.
ExpectedFix = tuple[object, Safety] | None

TEXT = {"type": "string"}


def _explained(front_matter: str, contents: Mapping[str, Any]) -> list[Explained]:
    document, schema = document_of(article(front_matter)), from_mapping(contents)
    faults = Validator(schema).faults(document.data)
    explained = explain_with_changes(faults, document, schema, lambda _: Severity.ERROR)
    diagnostics = explain(faults, document, schema, lambda _: Severity.ERROR, FRONT_MATTER)
    assert [each.diagnostic for each in explained] == diagnostics
    return explained


def _fixes(front_matter: str, contents: Mapping[str, Any]) -> list[ExpectedFix]:
    """What would fix each fault; a safe fix must leave one fault less."""
    found = _explained(front_matter, contents)
    data = document_of(article(front_matter)).data
    for diagnostic, change, safety, _ in found:
        if safety:
            keyword = diagnostic.rule.removeprefix(SCHEMA_PREFIX)
            assert safety in GLOSSARY[keyword].fixes, "the glossary does not mention it"
        if safety is Safety.SAFE:
            assert isinstance(change, SetValue | Remove)
            left = Validator(from_mapping(contents)).faults(carried_out(data, change))
            assert len(left) == len(found) - 1
    return [(change, safety) if change and safety else None for _, change, safety, _ in found]


def _of_value(contents: Any) -> dict[str, Any]:
    return {"properties": {"key": contents, "base": True}}


def _safe(value: Any) -> list[ExpectedFix]:
    return [(SetValue(("key",), value), Safety.SAFE)]


def _unsafe(value: Any) -> list[ExpectedFix]:
    return [(SetValue(("key",), value), Safety.UNSAFE)]


NONE: list[ExpectedFix] = [None]

TYPES: dict[str, tuple[str, Any, list[ExpectedFix]]] = {
    "a quoted number": ('"800"', "integer", _safe(800)),
    "a quoted fraction": ("'1.5'", "number", _safe(1.5)),
    "a quoted fraction that would lose a digit": ("'1.50'", "number", _unsafe(1.5)),
    "a quoted whole number where any is wanted": ('"-3"', "number", _safe(-3)),
    "a quoted number that is whole": ('"3.0"', "integer", _safe(3.0)),
    "a quoted number in a block": ("|-\n  7", "integer", _safe(7)),
    "a fraction where a whole number is wanted": ('"3.5"', "integer", NONE),
    "a number with a zero first": ('"007"', "integer", NONE),
    "a number with spaces": ('" 7"', "integer", NONE),
    "a number with an exponent": ('"1e3"', "number", NONE),
    "a number with a unit": ('"800 px"', "integer", NONE),
    "a number too long to be exact": ('"1234567890.123456"', "number", NONE),
    "a number in other digits": ('"٧"', "integer", NONE),
    "a flag where a number is wanted": ('"true"', "integer", NONE),
    "a quoted flag": ('"true"', "boolean", _safe(True)),
    "a quoted flag in capitals": ('"FALSE"', "boolean", _safe(False)),
    "a flag of YAML 1.1": ("yes", "boolean", _safe(True)),
    "another": ("Off", "boolean", _safe(False)),
    "a number where a flag is wanted": ("1", "boolean", NONE),
    "a word where a flag is wanted": ("perhaps", "boolean", NONE),
    "of several types, the one that it is": ('"7"', ["boolean", "integer", "null"], _safe(7)),
    "of several types, a flag": ("no", ["integer", "boolean"], _safe(False)),
    "of several types, none": ("x", ["integer", "boolean"], NONE),
    "a number as it is written": ("007", "string", _safe("007")),
    "a hexadecimal one": ("0x1F", "string", _safe("0x1F")),
    "a fraction": ("1.50", "string", _safe("1.50")),
    "a bare flag": ("True", "string", _safe("True")),
    "text where a list of types allows it": ("1e3", ["string", "null"], _safe("1e3")),
    "nothing, where text is wanted": ("", "string", NONE),
    "null": ("null", "string", NONE),
    "a number with a tag": ("!!int 7", "string", NONE),
    "a list": ("[7]", "string", _unsafe("7")),
    "a list, where its item is allowed": ("[7]", ["string", "number"], _unsafe(7)),
    "a mapping": ("{a: 7}", "string", _unsafe("{a: 7}")),
    "an empty list": ("[]", "string", NONE),
    "a list on two lines": ("[a,\n b]", "string", NONE),
    "a list with a tag": ("!!seq [7]", "string", NONE),
    "text where a list is wanted": ("a", "array", _unsafe(["a"])),
    "a number in curly quotes": ("“7”", "integer", _unsafe(7)),
    "a number in curly quotes that is too long to be read": (f"“{'7' * 1001}”", "integer", NONE),
    "a word in curly quotes": ("“seven”", "integer", NONE),
    "a number in brackets": ("[7]", "integer", _unsafe(7)),
    "a word in brackets": ("[seven]", "integer", NONE),
    "a list in brackets": ("[[7]]", "integer", NONE),
    "text where a list or a number is wanted": ("a", ["array", "number"], NONE),
    "nothing where a list is wanted": ("", "array", NONE),
    "nothing, where text or a number is wanted": ("", ["string", "integer"], NONE),
}


@pytest.mark.parametrize(("value", "types", "expected"), TYPES.values(), ids=TYPES)
def test_quotes(value: str, types: Any, expected: list[ExpectedFix]) -> None:
    assert _fixes(f"key: {value}\n", _of_value({"type": types})) == expected


CHOICES: dict[str, tuple[str, list[Any], list[ExpectedFix]]] = {
    "in another case": ("Article", ["article", "video"], _safe("article")),
    "in another case, of one": ("VIDEO", ["video"], _safe("video")),
    "in another case beyond ASCII": ("ÉTÉ", ["été", "hiver"], _safe("été")),
    "in another case, of two such": ("VIDEO", ["video", "Video"], NONE),
    "a letter missing": ("artcle", ["article", "video"], _unsafe("article")),
    "two letters wrong": ("artikels", ["articles", "video"], _unsafe("articles")),
    "spaces and a hyphen": ("long read", ["long-read", "video"], _unsafe("long-read")),
    "as near to two": ("nets", ["news", "jets", "video"], NONE),
    "of two, the nearer": ("video", ["videos", "videoss"], _unsafe("videos")),
    "two that are one word but for their joints": ("web urls", ["web-url", "web_url"], NONE),
    "alike, and not misspelt": ("articles on boats", ["articles on bridges"], NONE),
    "another word": ("podcast", ["article", "video"], NONE),
    "too short a word": ("a", ["b", "c"], NONE),
    "a long text": ("x" * 100, ["x" * 99], NONE),
    "a quoted number": ('"2"', [1, 2], _safe(2)),
    "a quoted number with more digits": ('"2.0"', [2, 1], _safe(2.0)),
    "a quoted number that would lose one": ('"2.50"', [2.5], _unsafe(2.5)),
    "a quoted flag": ('"true"', [True, "auto"], _safe(True)),
    "a flag of YAML 1.1 among words": ("yes", [True, "auto"], NONE),
    "a bare number": ("2", ["1", "2"], _safe("2")),
    "a bare flag": ("true", ["true", "auto"], _safe("true")),
    "a bare number in another form": ("02", ["1", "2"], NONE),
    "a quoted number in another form": ('"02"', [1, 2], NONE),
    "a list": ("[a]", ["a"], _unsafe("a")),
    "a list of another word": ("[b]", ["a"], NONE),
    "a list of two": ("[a, a]", ["a"], NONE),
    "in curly quotes": ("“a”", ["a"], _unsafe("a")),
    "a number in curly quotes": ("“2”", [1, 2], _unsafe(2)),
    "another word in curly quotes": ("“podcast”", ["article", "video"], NONE),
    "empty": ("", ["", "a"], NONE),
    "a number": ("3", [1, 2], NONE),
    "text where there are but numbers": ("a", [1, 2], NONE),
}


@pytest.mark.parametrize(("value", "choices", "expected"), CHOICES.values(), ids=CHOICES)
def test_choices(value: str, choices: list[Any], expected: list[ExpectedFix]) -> None:
    assert _fixes(f"key: {value}\n", _of_value({"enum": choices})) == expected


CONSTANTS: dict[str, tuple[str, Any, list[ExpectedFix]]] = {
    "in another case": ("Video", "video", _safe("video")),
    "misspelt": ("vidoe", "video", _unsafe("video")),
    "another word": ("podcast", "video", NONE),
    "quoted": ('"1"', 1, _safe(1)),
    "bare": ("1", "1", _safe("1")),
    "a list": ("x", ["x"], NONE),
}


@pytest.mark.parametrize(("value", "constant", "expected"), CONSTANTS.values(), ids=CONSTANTS)
def test_a_constant(value: str, constant: Any, expected: list[ExpectedFix]) -> None:
    assert _fixes(f"key: {value}\n", _of_value({"const": constant})) == expected


def test_what_every_alternative_allows_is_a_choice() -> None:
    schema = _of_value({"anyOf": [{"enum": ["article"]}, {"const": "video"}]})
    assert _fixes("key: Article\n", schema) == _safe("article")
    schema = _of_value({"anyOf": [{"type": "string"}, {"type": "null"}]})
    assert _fixes("key: 7\n", schema) == _safe("7")
    schema = _of_value({"anyOf": [{"type": "boolean"}, {"const": "auto"}]})
    assert _fixes("key: yes\n", schema) == _safe(True)
    assert _fixes("key: Auto\n", schema) == _safe("auto")
    schema = _of_value({"anyOf": [{"type": "integer"}, {"type": "string", "maxLength": 1}]})
    assert _fixes('key: "77"\n', schema) == NONE


def _keys(*names: str, **more: Any) -> dict[str, Any]:
    known = {"properties": dict.fromkeys(names, True), "additionalProperties": False}
    return {**known, **more}


def _renamed(key: str, name: str) -> list[ExpectedFix]:
    return [(RenameKey((key,), name), Safety.UNSAFE)]


KEYS: dict[str, tuple[str, dict[str, Any], list[ExpectedFix]]] = {
    "letters swapped": ("titel", _keys("title", required=["title"]), _renamed("titel", "title")),
    "a letter missing": ("exerpt", _keys("excerpt"), _renamed("exerpt", "excerpt")),
    "in another case": ("webURL", _keys("webUrl"), _renamed("webURL", "webUrl")),
    "with a hyphen": ("web-url", _keys("webUrl"), _renamed("web-url", "webUrl")),
    "with underscores": (
        "published_date_time",
        _keys("publishedDateTime", "updatedDateTime"),
        _renamed("published_date_time", "publishedDateTime"),
    ),
    "with curly quotes": ("“title”", _keys("title"), _renamed("“title”", "title")),
    "with angle quotes": ("«title»", _keys("title"), _renamed("«title»", "title")),
    "with a no-break space": ("title\u00a0", _keys("title"), _renamed("title\u00a0", "title")),
    "two letters wrong": ("exzerp", _keys("excerpt"), _renamed("exzerp", "excerpt")),
    "two letters missing": (
        "publishDateTime",
        _keys("publishedDateTime", "updatedDateTime"),
        _renamed("publishDateTime", "publishedDateTime"),
    ),
    "three letters wrong": ("xzept", _keys("excerpt"), NONE),
    "as near to two but for hyphens": ("web-url", _keys("webUrl", "web_url"), NONE),
    "the end of one that is missing": (
        "url",
        _keys("webUrl", required=["webUrl"]),
        _renamed("url", "webUrl"),
    ),
    "the end of another that is not missing": ("url", _keys("webUrl"), NONE),
    "the end of one that is missing, and near to another": (
        "url",
        _keys("webUrl", "urls", required=["webUrl"]),
        [*_renamed("url", "urls"), None],
    ),
    "as near to two": ("nane", _keys("name", "nine"), NONE),
    "as near to one that is missing and another": (
        "nane",
        _keys("name", "nine", required=["nine"]),
        NONE,
    ),
    "short": ("ur", _keys("u"), NONE),
    "another word": ("colour", _keys("title"), NONE),
    "of names by a list": (
        "titel",
        {"propertyNames": {"enum": ["title", "type"]}},
        _renamed("titel", "title"),
    ),
    "of names by a pattern": ("titel!", {"propertyNames": {"pattern": "^[a-z]+$"}}, NONE),
    "of unevaluated names": (
        "titel",
        {"allOf": [{"properties": {"title": True}}], "unevaluatedProperties": False},
        _renamed("titel", "title"),
    ),
    "no name is known": ("titel", {"additionalProperties": False}, NONE),
}


@pytest.mark.parametrize(("key", "contents", "expected"), KEYS.values(), ids=KEYS)
def test_keys(key: str, contents: dict[str, Any], expected: list[ExpectedFix]) -> None:
    assert _fixes(f"{key}: x\n", contents) == expected


def test_no_key_is_renamed_to_one_that_is_there() -> None:
    assert _fixes("title: x\ntitel: y\n", _keys("title")) == NONE


def test_no_two_keys_are_renamed_to_one() -> None:
    contents = _keys("title", "type", required=["title"])
    assert _fixes("titel: x\ntitles: y\ntyp: z\n", contents) == [
        None,
        None,
        (RenameKey(("typ",), "type"), Safety.UNSAFE),
    ]


def test_a_key_that_belongs_elsewhere_is_not_renamed() -> None:
    provider = _keys("name", "domain")
    contents = {**_keys("title"), "properties": {"title": True, "provider": provider}}
    assert _fixes("provider: {title: x}\n", contents) == NONE


def _with_default(default: Any, **more: Any) -> dict[str, Any]:
    return {"properties": {"key": {"default": default}}, "required": ["key"], **more}


DEFAULTS: dict[str, tuple[Any, list[ExpectedFix]]] = {
    "text": ("article", [(AddKey(("key",), "article"), Safety.UNSAFE)]),
    "false": (False, [(AddKey(("key",), False), Safety.UNSAFE)]),
    "0": (0, [(AddKey(("key",), 0), Safety.UNSAFE)]),
    "null": (None, NONE),
    "empty": ("", NONE),
    "a space": (" ", NONE),
    "list": ([], NONE),
    "group of keys": ({}, NONE),
}


@pytest.mark.parametrize(("default", "expected"), DEFAULTS.values(), ids=DEFAULTS)
def test_a_missing_key_with_a_default(default: Any, expected: list[ExpectedFix]) -> None:
    assert _fixes("other: x\n", _with_default(default)) == expected


def test_places_of_missing_keys() -> None:
    in_items = {"properties": {"a": {"items": _with_default(1)}}}
    assert _fixes("a: [{}]\n", in_items) == [(AddKey(("a", 0, "key"), 1), Safety.UNSAFE)]
    assert _fixes("base: &x {}\na: [*x]\n", in_items) == NONE
    beside = {"properties": {"a": {"default": 1}}, "dependentRequired": {"b": ["a"]}}
    assert _fixes("b: x\n", beside) == [(AddKey(("a",), 1), Safety.UNSAFE)]


def test_a_missing_key_that_is_there_misspelt_is_not_added() -> None:
    contents = {**_with_default(1), "additionalProperties": False}
    assert _fixes("kye: x\n", contents) == [(RenameKey(("kye",), "key"), Safety.UNSAFE)]


def test_repeated_items() -> None:
    contents = _of_value({"uniqueItems": True})
    assert _fixes("key: [a, b, a, a]\n", contents) == [
        (Remove(("key", 2)), Safety.SAFE),
        (Remove(("key", 3)), Safety.SAFE),
    ]
    assert _fixes("key: [a, A]\n", contents) == []
    assert _fixes("key: [&x a, *x]\n", contents) == NONE


ALIASES = {
    "of a value": "base: &x 7\nkey: *x\n",
    "of what holds it": "base: &x {key: 7}\nin: *x\n",
    "merged": "base: &x {key: 7}\nin:\n  <<: *x\n",
}


@pytest.mark.parametrize("front_matter", ALIASES.values(), ids=ALIASES)
def test_what_an_alias_repeats_has_no_fix(front_matter: str) -> None:
    contents = {"properties": {"key": TEXT, "in": {"properties": {"key": TEXT}}}}
    assert _fixes(front_matter, contents) == NONE


def test_an_anchor_is_no_alias() -> None:
    assert _fixes("key: &x 7\n", _of_value(TEXT)) == _safe("7")


TOLD: dict[str, tuple[str, dict[str, Any], list[ExpectedFix]]] = {
    "the same": (
        "key: Video\n",
        _of_value({"enum": ["article", "video"], "errorMessage": "Write article or video."}),
        _safe("video"),
    ),
    "something else": (
        "key: Video\n",
        _of_value({"enum": ["article", "video"], "errorMessage": "Ask the editors."}),
        _safe("video"),
    ),
    "something else of a misspelt value": (
        "key: vidoe\n",
        _of_value({"enum": ["article", "video"], "errorMessage": "Ask the editors."}),
        _unsafe("video"),
    ),
    "something else of alternatives": (
        "key: vidoe\n",
        _of_value(
            {"anyOf": [{"const": "video"}, {"type": "null"}], "errorMessage": "Ask the editors."}
        ),
        _unsafe("video"),
    ),
    "the flag": (
        "key: yes\n",
        _of_value({"type": "boolean", "errorMessage": "Write true or false."}),
        _safe(True),
    ),
    "another number": (
        'key: "7"\n',
        _of_value({"type": "integer", "errorMessage": "Write a number such as 17."}),
        _safe(7),
    ),
    "the key": (
        "titel: x\n",
        _keys("title", errorMessage="Only title is allowed."),
        _renamed("titel", "title"),
    ),
    "another key": (
        "titel: x\n",
        _keys("title", errorMessage="Keep to the list."),
        _renamed("titel", "title"),
    ),
    "something else of a missing key": (
        "other: x\n",
        _with_default("news", errorMessage="Ask the editors."),
        [(AddKey(("key",), "news"), Safety.UNSAFE)],
    ),
    "the default": (
        "other: x\n",
        _with_default("news", errorMessage={"required": {"key": "Say key: news."}}),
        [(AddKey(("key",), "news"), Safety.UNSAFE)],
    ),
    "of repeated items": (
        "key: [a, a]\n",
        _of_value({"uniqueItems": True, "errorMessage": "Each once."}),
        [(Remove(("key", 1)), Safety.SAFE)],
    ),
}


@pytest.mark.parametrize(("front_matter", "contents", "expected"), TOLD.values(), ids=TOLD)
def test_what_the_author_of_the_schema_says_costs_no_fix(
    front_matter: str, contents: dict[str, Any], expected: list[ExpectedFix]
) -> None:
    assert _fixes(front_matter, contents) == expected


def test_brackets_that_the_pattern_forbids_are_removed() -> None:
    contents = {"type": "string", "pattern": "^a$"}
    assert _fixes("key: [a]\n", _of_value(contents)) == _unsafe("a")
    assert _fixes("key: [a]\n", _of_value({"type": "string", "pattern": "a"})) == _unsafe("a")
    assert _fixes("key: [a]\n", _of_value({"type": "string", "pattern": "]"})) == _unsafe("[a]")
    assert _fixes("key: [1]\n", _of_value({"type": "string", "pattern": "^1$"})) == _unsafe("1")


@pytest.mark.parametrize("value", ["[null]", "[a, b]", "[a b]", "[[a]]"])
def test_brackets_around_no_single_word_may_be_text(value: str) -> None:
    assert _fixes(f"key: {value}\n", _of_value({"type": "string"})) == _unsafe(value)


_LABELLED = {"type": "object", "required": ["label"]}


@pytest.mark.parametrize(
    ("items", "meant"),
    [
        pytest.param({"oneOf": [{"type": "string"}, _LABELLED]}, "a", id="text or a mapping"),
        pytest.param(_LABELLED, {"label": "a"}, id="a mapping"),
    ],
)
def test_a_text_is_the_only_item_of_a_list(items: Any, meant: Any) -> None:
    assert _fixes("key: a\n", _of_value({"type": "array", "items": items})) == _unsafe([meant])


OTHERS: dict[str, tuple[str, Any]] = {
    "format": ("example", {"format": "uri"}),
    "format, with a space in the name of a site": ("https://a b.com", {"format": "uri"}),
    "format, with another pattern": ("www.a.com", {"format": "uri", "pattern": "^http:"}),
    "format of text in brackets": ("[a]", {"type": "string", "format": "uri"}),
    "pattern of texts in brackets": ("[a, a]", {"type": "string", "pattern": "^a$"}),
    "pattern of a number in brackets": ("[1]", {"type": "string", "pattern": "^2$"}),
    "pattern": ("A", {"pattern": "^a$"}),
    "minimum": ("0", {"minimum": 1}),
    "minLength": ('""', {"minLength": 1}),
    "anyOf": ("1.5", {"anyOf": [{"type": "integer"}, {"minimum": 2}]}),
    "not": ("x", {"not": {"type": "string"}}),
}


@pytest.mark.parametrize(("value", "contents"), OTHERS.values(), ids=OTHERS)
def test_other_faults_have_no_fix(value: str, contents: Any) -> None:
    assert _fixes(f"key: {value}\n", _of_value(contents)) == NONE


def _closed(keyword: str) -> dict[str, Any]:
    return {"properties": {"title": {}}, keyword: False}


_DEFAULT = {"properties": {"b": {"default": 1}}}
#: A fault of each keyword that has fixes, for each safety that the glossary tells of.
FIXED: list[tuple[str, Safety, str, dict[str, Any]]] = [
    ("additionalProperties", Safety.UNSAFE, "titel: x", _closed("additionalProperties")),
    ("const", Safety.SAFE, "k: News", {"properties": {"k": {"const": "news"}}}),
    ("const", Safety.UNSAFE, "k: newz", {"properties": {"k": {"const": "news"}}}),
    ("dependencies", Safety.UNSAFE, "a: 1", {"dependencies": {"a": ["b"]}, **_DEFAULT}),
    ("dependentRequired", Safety.UNSAFE, "a: 1", {"dependentRequired": {"a": ["b"]}, **_DEFAULT}),
    ("enum", Safety.SAFE, "k: News", {"properties": {"k": {"enum": ["news"]}}}),
    ("enum", Safety.UNSAFE, "k: newz", {"properties": {"k": {"enum": ["news"]}}}),
    ("format", Safety.SAFE, "k: 'https://a.com/ '", {"properties": {"k": {"format": "uri"}}}),
    ("format", Safety.UNSAFE, "k: www.example.com", {"properties": {"k": {"format": "uri"}}}),
    ("pattern", Safety.UNSAFE, "k: “a”", {"properties": {"k": {"pattern": "^a$"}}}),
    ("propertyNames", Safety.UNSAFE, "titel: x", {"propertyNames": {"enum": ["title"]}}),
    ("required", Safety.UNSAFE, "a: 1", {"required": ["b"], **_DEFAULT}),
    ("type", Safety.SAFE, "k: '72'", {"properties": {"k": {"type": "integer"}}}),
    ("type", Safety.UNSAFE, "k: '7.20'", {"properties": {"k": {"type": "number"}}}),
    ("unevaluatedProperties", Safety.UNSAFE, "titel: x", _closed("unevaluatedProperties")),
    ("uniqueItems", Safety.SAFE, "k: [a, a]", {"properties": {"k": {"uniqueItems": True}}}),
]


@pytest.mark.parametrize(("keyword", "safety", "front_matter", "contents"), FIXED)
def test_the_glossary_tells_how_safe_fixes_are(
    keyword: str, safety: Safety, front_matter: str, contents: dict[str, Any]
) -> None:
    [found] = _explained(front_matter + "\n", contents)
    assert (found.diagnostic.rule, found.safety) == (schema_id(keyword), safety)


def test_it_tells_of_no_others() -> None:
    told = [(name, safety) for name, each in GLOSSARY.items() for safety in each.fixes]
    assert sorted(told) == sorted((keyword, safety) for keyword, safety, _, _ in FIXED)


def test_of_two_near_values_the_nearer_one_is_meant() -> None:
    contents = {"properties": {"key": {"enum": ["harbour", "harbours"]}}}
    assert _fixes("key: harbur\n", contents) == _unsafe("harbour")
    assert _fixes("key: harburs\n", contents) == _unsafe("harbours")
    same = {"properties": {"key": {"enum": ["harbour", "harbors"]}}}
    assert _fixes("key: harbor\n", same) == NONE
