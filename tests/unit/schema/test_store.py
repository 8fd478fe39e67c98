"""Finding and loading schemas: bundled ones by name, others by file, in JSON or YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import SchemaError, lint_text, load_schema
from articlelint.root import Root
from articlelint.schema.loading.file_uris import file_path, file_uri
from articlelint.schema.loading.store import (
    bundled,
    bundled_names,
    bundled_text,
    find,
    from_mapping,
)
from articlelint.schema.validator import Validator
from tests.support import ROOT, article
from tests.unit.schema.support import DRAFTS, of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one, so that files are named as a user would."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: str | bytes) -> str:
    data = content if isinstance(content, bytes) else content.encode()
    Path(name).write_bytes(data)
    return name


def test_the_bundled_schemas_are_those_of_the_folder() -> None:
    files = sorted(path.name for path in (ROOT / "schemas").glob("*.schema.json"))
    names = [*bundled_names(), "config"]  # by which no article goes
    assert sorted(f"{name}.schema.json" for name in names) == files
    assert "article" in bundled_names()


def test_a_bundled_schema_is_found_by_name_from_any_folder(folder: Path) -> None:
    assert not list(folder.iterdir())
    assert load_schema("article") is bundled("article")


def test_the_text_of_a_bundled_schema_is_its_file() -> None:
    file = ROOT / "schemas" / "article.schema.json"
    assert bundled_text("article") == file.read_text(encoding="utf-8")


def test_the_schemas_within_the_package_go_before_those_of_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from articlelint.schema.loading import store

    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "packaged.schema.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(store, "__file__", str(tmp_path / "schema" / "loading" / "store.py"))
    store._folder.cache_clear()
    try:
        assert bundled_names() == ["packaged"]
    finally:
        store._folder.cache_clear()


def test_a_bundled_name_means_the_same_where_a_file_has_that_name(folder: Path) -> None:
    write("article", "{")
    assert load_schema("article") is bundled("article")
    assert (folder / "article").exists()


def test_a_file_needs_no_ending(folder: Path) -> None:
    assert load_schema(write("rules", "type: object\n")).contents == {"type": "object"}
    assert (folder / "rules").exists()


SOUND = {
    "JSON": ("s.json", '{"required": ["k"]}'),
    "JSON with a byte order mark": ("s.json", b'\xef\xbb\xbf{"required": ["k"]}'),
    "JSON with CRLF and tabs": ("s.json", '{\r\n\t"required":\t["k"]\r\n}\r\n'),
    "JSON in a file of YAML": ("s.yaml", '{"required": ["k"]}'),
    "YAML": ("s.yaml", "required:\n  - k\n"),
    "YAML with the other ending": ("s.yml", "# comment\n---\nrequired: [k]\n"),
    "YAML with aliases": ("s.yaml", "x-names: &names [k]\nrequired: *names\n"),
    "YAML with merged keys": ("s.yaml", "$defs: {a: &a {required: [k]}}\n<<: *a\n"),
}


@pytest.mark.parametrize(("name", "content"), SOUND.values(), ids=SOUND)
@pytest.mark.usefixtures("folder")
def test_a_schema_is_read_from(name: str, content: str | bytes) -> None:
    schema = load_schema(write(name, content))
    assert of("a: 1\n", schema) == ['1:1-1:4 schema/required /k: missing required key "k"']
    assert of("k: 1\n", schema) == []


NOT_FOUND = {
    "a file that is missing": ("s.json", "s.json: cannot be read: No such file or directory"),
    "a folder": ("folder.json", "folder.json: cannot be read: Is a directory"),
    "a name of nothing": (
        "artcle",
        (
            "artcle: no such schema: neither a file nor one of "
            f"{', '.join(bundled_names())}, none; "
            'did you mean "article"?'
        ),
    ),
}


@pytest.mark.parametrize(("name", "message"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_cannot_be_opened_is_an_error(folder: Path, name: str, message: str) -> None:
    (folder / "folder.json").mkdir()
    with pytest.raises(SchemaError) as error:
        load_schema(name)
    assert str(error.value) == message


def test_there_is_no_text_of_a_schema_that_is_not_bundled() -> None:
    with pytest.raises(SchemaError, match=r"^artcle: no such schema: neither a file nor one of \w"):
        bundled_text("artcle")


UNREADABLE = {
    "nothing, as JSON": ("s.json", "", "s.json:1:1: invalid JSON: Expecting value"),
    "broken JSON": ("s.json", '{"a": 1,\n "b": }', "s.json:2:7: invalid JSON: Expecting value"),
    "YAML in a file of JSON": ("S.JSON", "a: 1\n", "S.JSON:1:1: invalid JSON: Expecting value"),
    "JSON that is a list": ("s.json", "[1]", "s.json: the schema is a list, not a mapping"),
    "JSON that is text": ("s.json", '"x"', "s.json: the schema is text, not a mapping"),
    "JSON that is null": ("s.json", "null", "s.json: the schema is empty, not a mapping"),
    "JSON nested too deeply": (
        "s.json",
        '{"not":' * 100_000 + "{}" + "}" * 100_000,
        "s.json: the schema is nested too deeply",
    ),
    "a number of very many digits": (
        "s.json",
        '{"minimum": 1' + "0" * 5_000 + "}",
        "s.json: a number has too many digits",
    ),
    "nothing, as YAML": ("s.yaml", "# x\n", "s.yaml:1:1: the schema is empty"),
    "YAML that is a list": (
        "s.yaml",
        "- 1\n",
        "s.yaml:1:1: the schema is a list, not a mapping",
    ),
    "YAML with a key given twice": (
        "s.yaml",
        "type: object\ntype: array\n",
        's.yaml:2:1: the key "type" is given twice: remove one',
    ),
    "Latin-1": (
        "s.json",
        '{"title": "é"}'.encode("latin-1"),
        "s.json:1:12: byte 0xe9 is not UTF-8: save the file as UTF-8",
    ),
    "UTF-16": ("s.json", "{}".encode("utf-16"), "s.json:1:1: the file is UTF-16: save it as UTF-8"),
}


@pytest.mark.parametrize(("name", "content", "message"), UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_an_error(name: str, content: str | bytes, message: str) -> None:
    with pytest.raises(SchemaError) as error:
        load_schema(write(name, content))
    assert str(error.value) == message


@pytest.mark.usefixtures("folder")
def test_broken_yaml_is_an_error_with_its_place() -> None:
    with pytest.raises(SchemaError, match=r"^s\.yaml:2:5: \w"):
        load_schema(write("s.yaml", "a: 1\nb: c: d\n"))


WRONG = {
    "a keyword with a wrong value": (
        "s.json",
        '{\n  "properties": {\n    "a": {"minLength": -1}\n  }\n}\n',
        (
            's.json:3:24: not a schema: "minLength" should be at least 0, not -1 '
            "(at /properties/a/minLength)"
        ),
    ),
    "the same in YAML": (
        "s.yaml",
        "properties:\n  a: {minLength: -1}\n",
        (
            's.yaml:2:18: not a schema: "minLength" should be at least 0, not -1 '
            "(at /properties/a/minLength)"
        ),
    ),
    "a misspelt type": (
        "s.json",
        '{"type": "strin"}',
        (
            's.json:1:10: not a schema: "type" should be "array", "boolean", "integer", "null", '
            '"number", "object", "string" or a list, not "strin": did you mean "string"? (at /type)'
        ),
    ),
    "a pattern that is none": (
        "s.json",
        '{"properties": {"a": {"pattern": "("}}}',
        (
            's.json:1:34: not a schema: "pattern" should be a regular expression, not "(" '
            "(at /properties/a/pattern)"
        ),
    ),
    "a pattern that is too large": (
        "s.json",
        '{"pattern": "(a{1000}){1000}"}',
        's.json:1:13: not a schema: "(a{1000}){1000}" is not a "regex" (at /pattern)',
    ),
    "a key that is no pattern": (
        "s.yaml",
        "patternProperties:\n  '[': {}\n",
        (
            's.yaml:2:8: not a schema: the key "[" should be a regular expression, not "[" '
            "(at /patternProperties/[)"
        ),
    ),
    "a key that is missing": (
        "s.json",
        '{"$schema": "http://json-schema.org/draft-04/schema#", "exclusiveMinimum": true}',
        's.json:1:1: not a schema: "minimum" is required when "exclusiveMinimum" is present',
    ),
    "a keyword of an older draft": (
        "s.json",
        '{"items": [{"type": "string"}]}',
        (
            's.json:1:11: not a schema: "items" should be a mapping or `true` or `false`, not '
            "a list (at /items)"
        ),
    ),
    "a limit that is no number": (
        "s.json",
        '{"minimum": NaN}',
        (
            's.json:1:13: not a schema: "minimum" should be a number, not .nan, which is not '
            "a finite number (at /minimum)"
        ),
    ),
    "a `$schema` that is no text": (
        "s.json",
        '{"$schema": 7}',
        (
            's.json:1:13: not a schema: "$schema" should be text, not the whole number 7: quote it '
            "(at /$schema)"
        ),
    ),
    "an `$id` that is no URI": (
        "s.json",
        '{"$id": "http://[x"}',
        (
            "s.json:1:1: not a schema: Invalid URI reference 'http://[x': "
            "unexpected character at index 8"
        ),
    ),
    "more levels than can be checked": (
        "s.json",
        '{"not":' * 300 + "{}" + "}" * 300,
        "s.json: not a schema: Recursion limit reached",
    ),
}


@pytest.mark.parametrize(("name", "content", "message"), WRONG.values(), ids=WRONG)
@pytest.mark.usefixtures("folder")
def test_what_is_no_schema_is_an_error_with_its_place(
    name: str, content: str, message: str
) -> None:
    schema = load_schema(write(name, content))
    with pytest.raises(SchemaError) as error:
        lint_text(article("a: 1\n"), schema=schema)
    assert str(error.value) == message


UNQUOTED = {
    "wrong by its meta-schema": ('{"type": "s3cret"}', ":1:10: not a schema: "),
    "a URI that is none": ('{"$id": "http://[s3cret"}', ":1:1: not a schema: "),
    "no YAML": ("a: s3cret: b\n", ":1:10: invalid YAML: "),
}


@pytest.mark.parametrize(("content", "start"), UNQUOTED.values(), ids=UNQUOTED)
def test_of_a_file_that_the_user_has_not_named_nothing_is_shown(
    content: str, start: str, folder: Path
) -> None:
    write("s", content)
    with pytest.raises(SchemaError) as error:
        Validator(find("s", "", Root(str(folder), "folder")))
    assert str(error.value) == f"s{start}give a draft in `$schema` to read more"
    with pytest.raises(SchemaError) as error:
        Validator(find("s"))
    assert "to read more" not in str(error.value), "the user has named it here"


def test_of_valid_yaml_that_is_no_mapping_only_its_kind_is_told(folder: Path) -> None:
    write("s", "s3cret\n")
    with pytest.raises(SchemaError) as error:
        Validator(find("s", "", Root(str(folder), "folder")))
    assert str(error.value) == "s:1:1: the schema is a single value, not a mapping"


REPEATED = {
    "a key given twice": (
        "s.json",
        '{"properties": {"a": {"type": "string"}},\n "properties": {}}\n',
        's.json:2:2: the key "properties" is given twice: remove one',
    ),
    "a key given twice, in what is no YAML": (
        "s.json",
        '{"type": "object",\n\t"a\\/b": 1, "type": "object"}\n',
        's.json:2:13: the key "type" is given twice: remove one',
    ),
}


@pytest.mark.parametrize(("name", "content", "message"), REPEATED.values(), ids=REPEATED)
@pytest.mark.usefixtures("folder")
def test_a_repeated_key_is_never_dropped(name: str, content: str, message: str) -> None:
    with pytest.raises(SchemaError) as error:
        load_schema(write(name, content))
    assert str(error.value) == message


HALVES = {
    '{"properties": {"a":\n {"const": "\\ud83d"}}}': r"s.json:2:13: `\ud83d` is not a character",
    '{"\\uDE00": true}': r"s.json:1:3: `\uDE00` is not a character",
    '{"not": "a",\n\t"b\\/": "\\ud83d\\ud83d"}': r"s.json:2:10: `\ud83d` is not a character",
}


@pytest.mark.parametrize(("content", "message"), HALVES.items())
@pytest.mark.usefixtures("folder")
def test_half_of_a_character_is_refused(content: str, message: str) -> None:
    with pytest.raises(SchemaError) as error:
        load_schema(write("s.json", content))
    assert str(error.value) == message


@pytest.mark.usefixtures("folder")
def test_a_character_in_two_halves_is_text() -> None:
    schema = load_schema(write("s.json", r'{"properties": {"a": {"const": "\ud83d\ude00"}}}'))
    assert of("a: \U0001f600\n", schema) == []


def test_of_a_mapping_an_error_names_the_pointer_alone() -> None:
    with pytest.raises(SchemaError) as error:
        of("a: 1\n", {"properties": {"a": {"minLength": "1"}}})
    assert str(error.value) == (
        'schema: not a schema: "minLength" should be a whole number, not the text "1": drop the '
        "quotes (at /properties/a/minLength)"
    )


def test_a_place_that_yaml_cannot_tell_is_left_out(folder: Path) -> None:
    deep = '{"not":' * 100 + '{"minLength": -1}' + "}" * 100
    schema = load_schema(write("s.json", deep))
    with pytest.raises(
        SchemaError, match=r'^s\.json: not a schema: "minLength" should be at least'
    ):
        of("a: 1\n", schema)
    assert folder.exists()


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("fragment", ["", "#"])
def test_a_draft_is_named_with_or_without_an_empty_fragment(draft: str, fragment: str) -> None:
    schema = {"$schema": DRAFTS[draft].rstrip("#") + fragment, "required": ["k"]}
    assert of("a: 1\n", schema) == ['1:1-1:4 schema/required /k: missing required key "k"']


OTHER_DRAFTS = {
    "no draft in particular": ("http://json-schema.org/schema#", {}, "2020-12"),
    "https of an old draft": ("https://json-schema.org/draft-07/schema#", {}, "7"),
    "http of a new draft": ("http://json-schema.org/draft/2019-09/schema", {}, "2019-09"),
    "a draft that nobody has": ("http://json-schema.org/draft-03/schema#", {}, "4"),
    "another address": ("https://json-schema.org/draft-06/schema.json", {}, "6"),
    "one of others": ("https://schemas.example/draft7/mine", {}, "7"),
    "one that does not tell": ("https://schemas.example/mine", {}, "2020-12"),
    "a date that is no draft": ("https://schemas.example/2024-05", {}, "2020-12"),
    "nothing": ("", {}, "2020-12"),
    "a file": ("./mine.json", {}, "2020-12"),
    "a list of items": ("urn:x", {"not": {"items": [{}]}}, "2019-09"),
    "an example with a list of items": ("urn:x", {"examples": [{"items": [1]}]}, "2020-12"),
    "a default with a list of items": (
        "urn:x",
        {"properties": {"a": {"default": {"items": [1]}}}},
        "2020-12",
    ),
    "a key that is called default": (
        "urn:x",
        {"properties": {"default": {"items": [{}]}}},
        "2019-09",
    ),
    "a limit that is a flag": ("urn:x", {"allOf": [{"minimum": 1, "exclusiveMinimum": True}]}, "4"),
    "a limit that is a number": ("urn:x", {"allOf": [{"exclusiveMinimum": 1}]}, "2020-12"),
}


@pytest.mark.parametrize(("uri", "rest", "draft"), OTHER_DRAFTS.values(), ids=OTHER_DRAFTS)
def test_another_meta_schema_is_taken_for_the_nearest_draft(
    uri: str, rest: dict[str, object], draft: str
) -> None:
    schema = from_mapping({"$schema": uri, **rest})
    assert schema.other_draft == uri.rstrip("#")
    assert schema.draft() == DRAFTS[draft].rstrip("#")
    Validator(schema)


def test_the_draft_decides_what_a_keyword_means() -> None:
    subschema = {"exclusiveMinimum": 3, "prefixItems": [{"type": "string"}], "const": 4}
    expected = {
        "4": [],
        "6": ["schema/const /v"],
        "7": ["schema/const /v"],
        "2019-09": ["schema/const /v"],
        "2020-12": ["schema/const /v", "schema/type /v/0"],
    }
    for draft, uri in DRAFTS.items():
        keywords = {key: subschema[key] for key in subschema if draft != "4" or key == "const"}
        schema = {"$schema": uri, "properties": {"v": keywords}}
        found = [each.partition(" ")[2].partition(":")[0] for each in of("v: [1]\n", schema)]
        assert found == expected[draft], draft


def test_without_a_draft_the_newest_is_meant() -> None:
    schema = {"properties": {"v": {"prefixItems": [{"type": "string"}]}}}
    assert of("v: [1]\n", schema) == [
        '2:5-2:6 schema/type /v/0: item 1 of "v" should be text, not the whole number 1: quote it'
    ]


@pytest.mark.parametrize("schema", [True, False])
@pytest.mark.usefixtures("folder")
def test_a_schema_may_be_a_flag(schema: bool) -> None:  # noqa: FBT001 - it is the schema
    name = write("s.json", str(schema).lower())
    expected = [] if schema else ["1:1-1:4 schema/false: the front matter is not allowed here"]
    assert of("a: 1\n", load_schema(name)) == expected


PATHS = {
    "/srv/schemas/article.json": "file:///srv/schemas/article.json",
    "/srv/a b/ü#?%.json": "file:///srv/a%20b/%C3%BC%23%3F%25.json",
}


@pytest.mark.parametrize(("path", "uri"), PATHS.items())
def test_a_path_is_a_uri_and_back(path: str, uri: str) -> None:
    assert file_uri(path) == uri
    assert file_path(uri) == path


NO_PATHS = ["https://example.com/a.json", "file://host/a.json", "urn:example:a", "a.json"]


@pytest.mark.parametrize("uri", NO_PATHS)
def test_what_is_not_on_this_machine_has_no_path(uri: str) -> None:
    assert file_path(uri) is None


def test_a_uri_with_a_drive_letter_is_a_path_of_windows() -> None:
    assert file_path("file:///C:/schemas/article.json") == "C:/schemas/article.json"


@pytest.mark.usefixtures("folder")
def test_a_schema_file_has_at_most_2_mib() -> None:
    empty = '{"$comment": ""}'
    padding = "x" * (2 * 1024 * 1024 - len(empty))
    assert load_schema(write("most.json", empty.replace('""', f'"{padding}"'))).contents
    with pytest.raises(SchemaError) as caught:
        load_schema(write("more.json", empty.replace('""', f'"{padding}x"')))
    assert str(caught.value) == "more.json: larger than 2 MiB, which is the limit"


PARTS = "$defs:\n  walk: {required: [length]}\n  ride: {$ref: '#/$defs/walk'}\n"


def test_a_name_may_lead_into_a_file(folder: Path) -> None:
    write("parts.yaml", PARTS)
    for name in ("parts.yaml#/$defs/walk", "parts.yaml#/$defs/ride", "./parts.yaml#/%24defs/walk"):
        schema = load_schema(name)
        assert schema.name == name
        found = lint_text(article("title: A\n"), schema=schema)
        assert [each.message for each in found] == ['missing required key "length"']
        assert Validator(schema).files() == [str(folder / "parts.yaml")]
    assert lint_text(article("title: A\n"), schema=load_schema("parts.yaml")) == []


def test_a_name_leads_into_a_bundled_schema() -> None:
    schema = load_schema("article#/$defs/articleType")
    found = lint_text(article("title: A\n"), schema=schema)
    assert [each.rule for each in found] == ["schema/enum"]


def test_the_draft_of_the_file_holds_for_what_is_in_it(folder: Path) -> None:
    draft = "http://json-schema.org/draft-07/schema#"
    write("old.yaml", f"$schema: '{draft}'\ndefinitions: {{a: {{dependencies: {{k: [l]}}}}}}\n")
    schema = load_schema("old.yaml#/definitions/a")
    assert schema.draft() + "#" == draft
    assert [each.rule for each in lint_text(article("k: 1\n"), schema=schema)] == [
        "schema/dependencies"
    ]
    assert folder


def test_a_file_with_such_a_name_wins(folder: Path) -> None:
    write("parts.yaml", PARTS)
    write("parts.yaml#walk", "required: [grade]\n")
    found = lint_text(article("length: A\n"), schema=load_schema("parts.yaml#walk"))
    assert [each.message for each in found] == ['missing required key "grade"']
    assert folder


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("parts.yaml#/$defs/run", "parts.yaml#/$defs/run: cannot resolve the reference "),
        ("other.yaml#/$defs/walk", "other.yaml: cannot be read: No such file or directory"),
        ("#/$defs/walk", "#/$defs/walk: no such schema: "),
        ("parts.yaml#", "parts.yaml#: cannot be read: "),
    ],
)
def test_a_name_that_leads_nowhere(folder: Path, name: str, message: str) -> None:
    write("parts.yaml", PARTS)
    with pytest.raises(SchemaError) as error:
        Validator(load_schema(name))
    assert str(error.value).startswith(message)
    assert folder


def test_what_a_name_leads_into_lies_within_the_root(tmp_path: Path) -> None:
    (tmp_path / "parts.yaml").write_text(PARTS)
    (tmp_path / "site").mkdir()
    root = Root(str(tmp_path / "site"), "folder")
    with pytest.raises(SchemaError, match="it is outside the folder"):
        find("../parts.yaml#/$defs/walk", str(tmp_path / "site"), root)
    (tmp_path / "site" / "here.yaml").write_text("allOf: [$ref: ../parts.yaml]")
    with pytest.raises(SchemaError, match="it is outside the folder"):
        Validator(find("here.yaml#/allOf/0", str(tmp_path / "site"), root))
