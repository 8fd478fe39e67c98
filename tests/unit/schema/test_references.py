"""References: within a schema, to other local files, and never over a network."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, NoReturn

import pytest

from articlelint import SchemaError, load_schema
from articlelint.schema.loading import documents, store
from articlelint.schema.loading.store import Schema
from articlelint.schema.validator import Validator
from tests.unit.schema.support import DRAFTS, of

TEXT = {"type": "string"}
WRONG = "v: 1\n"
IS_TEXT = ['2:4-2:5 schema/type /v: "v" should be text, not the whole number 1: quote it']


def load(folder: Path, files: dict[str, Any], name: str = "main.json") -> Schema:
    """Write the files into the folder and load the one of this name."""
    for each, contents in files.items():
        path = folder / each
        path.parent.mkdir(parents=True, exist_ok=True)
        text = contents if isinstance(contents, str) else json.dumps(contents)
        path.write_text(text, encoding="utf-8")
    return load_schema(str(folder / name))


def refer(reference: str, **others: Any) -> dict[str, Any]:
    return {**others, "properties": {"v": {"$ref": reference}}}


FOLLOWED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a pointer within the schema": (
        {"main.json": refer("#/$defs/text", **{"$defs": {"text": TEXT}})},
        IS_TEXT,
    ),
    "an anchor within the schema": (
        {"main.json": refer("#text", **{"$defs": {"t": {"$anchor": "text", **TEXT}}})},
        IS_TEXT,
    ),
    "a file beside it": ({"main.json": refer("text.json"), "text.json": TEXT}, IS_TEXT),
    "a file of YAML": ({"main.json": refer("text.yaml"), "text.yaml": "type: string\n"}, IS_TEXT),
    "a pointer into a file": (
        {"main.json": refer("all.json#/$defs/a~1b%20c"), "all.json": {"$defs": {"a/b c": TEXT}}},
        IS_TEXT,
    ),
    "a file below": ({"main.json": refer("sub/text.json"), "sub/text.json": TEXT}, IS_TEXT),
    "a file with spaces in its name": (
        {"main.json": refer("a%20text.json"), "a text.json": TEXT},
        IS_TEXT,
    ),
    "references of references, from folder to folder": (
        {
            "main.json": refer("sub/one.json"),
            "sub/one.json": {"$ref": "two.json#/$defs/two"},
            "sub/two.json": {"$defs": {"two": {"$ref": "../three.json"}}},
            "three.json": TEXT,
        },
        IS_TEXT,
    ),
    "a circle of files": (
        {
            "main.json": {"$ref": "other.json", "$defs": {"text": TEXT}},
            "other.json": {
                **refer("main.json#/$defs/text"),
                "$defs": {"all": {"$ref": "main.json"}},
            },
        },
        IS_TEXT,
    ),
    "a file of an older draft, by the rules of that draft": (
        {
            "main.json": refer("old.json"),
            "old.json": {
                "$schema": DRAFTS["7"],
                "$ref": "#/definitions/text",
                "type": "null",  # void beside `$ref`
                "definitions": {"text": TEXT},
            },
        },
        IS_TEXT,
    ),
    "a file that names no draft, by the rules of the first": (
        {
            "main.json": refer("old.json", **{"$schema": DRAFTS["7"]}),
            "old.json": {
                "$ref": "#/definitions/text",
                "type": "null",
                "definitions": {"text": TEXT},
            },
        },
        IS_TEXT,
    ),
    "beside an absolute `$id`": (
        {
            "main.json": refer("text.json", **{"$id": "https://example.com/schemas/main.json"}),
            "text.json": TEXT,
        },
        IS_TEXT,
    ),
    "below an absolute `$id`": (
        {
            "main.json": refer("sub/text.json", **{"$id": "https://example.com/schemas/main.json"}),
            "sub/text.json": {"$ref": "inner.json"},
            "sub/inner.json": TEXT,
        },
        IS_TEXT,
    ),
    "above an absolute `$id`": (
        {
            "in/main.json": refer("../text.json", **{"$id": "https://example.com/in/main.json"}),
            "text.json": TEXT,
            "main.json": {"$ref": "in/main.json"},
        },
        IS_TEXT,
    ),
    "an absolute reference to what is beside the absolute `$id`": (
        {
            "main.json": refer(
                "https://example.com/schemas/text.json",
                **{"$id": "https://example.com/schemas/main.json"},
            ),
            "text.json": {"$id": "https://example.com/schemas/text.json", **TEXT},
        },
        IS_TEXT,
    ),
    "an absolute `$id` of a file that is referred to": (
        {
            "main.json": refer("sub/one.json"),
            "sub/one.json": {"$id": "https://example.com/one.json", "$ref": "two.json#/$defs/t"},
            "sub/two.json": {"$defs": {"t": TEXT}},
            "two.json": {"$defs": {"t": {"type": "null"}}},
        },
        IS_TEXT,
    ),
    "an absolute `$id` within a file that is referred to": (
        {
            "main.json": refer("one.json"),
            "one.json": {
                "$id": "https://example.com/one.json",
                "$ref": "inner",
                "$defs": {"inner": {"$id": "inner", "$ref": "#/$defs/t", "$defs": {"t": TEXT}}},
            },
        },
        IS_TEXT,
    ),
    "a relative `$id`, where the file is": (
        {"main.json": refer("text.json", **{"$id": "main.schema.json"}), "text.json": TEXT},
        IS_TEXT,
    ),
    "a relative `$id` of another folder, beside the file": (
        {"main.json": refer("text.json", **{"$id": "sub/main.json"}), "text.json": TEXT},
        IS_TEXT,
    ),
    "a relative `$id` of another folder, where both places have the file": (
        {
            "main.json": refer("text.json", **{"$id": "sub/main.json"}),
            "text.json": {"type": "null"},
            "sub/text.json": TEXT,
        },
        IS_TEXT,
    ),
    "the `id` of draft 4": (
        {
            "main.json": refer(
                "text.json",
                **{"$schema": DRAFTS["4"], "id": "https://example.com/schemas/main.json"},
            ),
            "text.json": TEXT,
        },
        IS_TEXT,
    ),
    "an `id` that is none in newer drafts": (
        {
            "main.json": refer("text.json", id="https://example.com/schemas/main.json"),
            "text.json": TEXT,
        },
        IS_TEXT,
    ),
    "an `$id` that is but an anchor": (
        {
            "main.json": refer("all.json#text", **{"$schema": DRAFTS["7"], "$id": "#main"}),
            "all.json": {"$id": "#all", "definitions": {"t": {"$id": "#text", **TEXT}}},
        },
        IS_TEXT,
    ),
    "an `$id` that is void beside a reference in older drafts": (
        {
            "main.json": refer("one.json", **{"$schema": DRAFTS["7"]}),
            "one.json": {"$id": "https://example.com/one.json", "$ref": "sub/two.json"},
            "sub/two.json": TEXT,
        },
        IS_TEXT,
    ),
    "a URN as `$id`": (
        {
            "main.json": refer(
                "#/$defs/text", **{"$id": "urn:example:main", "$defs": {"text": TEXT}}
            )
        },
        IS_TEXT,
    ),
    "a meta-schema": (
        {"main.json": refer("https://json-schema.org/draft/2020-12/schema")},
        [
            (
                '2:4-2:5 schema/type /v: "v" should be a mapping or `true` or `false`, not the '
                "whole number 1"
            )
        ],
    ),
}


@pytest.mark.parametrize(("files", "expected"), FOLLOWED.values(), ids=FOLLOWED)
def test_a_reference_is_followed_to(
    tmp_path: Path, files: dict[str, Any], expected: list[str]
) -> None:
    schema = load(tmp_path, files)
    assert of(WRONG, schema) == expected


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "a pointer to nothing": (
        {"main.json": '{"properties":\n {"v": {"$ref": "#/$defs/text"}}}'},
        'main.json:2:17: cannot resolve the reference "#/$defs/text" (at /properties/v/$ref)',
    ),
    "a pointer to nothing, after one that is right": (
        {
            "main.json": {
                "allOf": [{"$ref": "#/$defs/t"}],
                "$defs": {"t": TEXT},
                "not": {"$ref": "#t"},
            }
        },
        'main.json:1:88: cannot resolve the reference "#t" (at /not/$ref)',
    ),
    "an anchor of nothing": (
        {"main.json": refer("#text")},
        'main.json:1:31: cannot resolve the reference "#text" (at /properties/v/$ref)',
    ),
    "a pointer to nothing in another file": (
        {"main.json": refer("other.json#/$defs/text"), "other.json": {"$defs": {}}},
        (
            'main.json:1:31: cannot resolve the reference "other.json#/$defs/text" '
            "(at /properties/v/$ref)"
        ),
    ),
    "a file that is missing": (
        {"main.json": refer("text.json")},
        (
            'main.json:1:31: cannot resolve the reference "text.json": '
            "there is no file {folder}/text.json (at /properties/v/$ref)"
        ),
    ),
    "a file that is missing, from another folder": (
        {"main.json": refer("sub/one.json"), "sub/one.json": '{\n"$ref": "two.json"}'},
        (
            'sub/one.json:2:9: cannot resolve the reference "two.json": '
            "there is no file {folder}/sub/two.json (at /$ref)"
        ),
    ),
    "a folder": (
        {"main.json": refer("sub"), "sub/one.json": "{}"},
        (
            'main.json:1:31: cannot resolve the reference "sub": '
            "there is no file {folder}/sub (at /properties/v/$ref)"
        ),
    ),
    "a file that cannot be read": (
        {"main.json": refer("text.json"), "text.json": '{"type":\n}'},
        (
            'main.json:1:31: cannot resolve the reference "text.json": '
            "{folder}/text.json:2:1: invalid JSON: Expecting value (at /properties/v/$ref)"
        ),
    ),
    "a file that is no schema": (
        {"main.json": refer("text.json#/$defs/t"), "text.json": {"minLength": -1}},
        (
            'main.json:1:31: cannot resolve the reference "text.json#/$defs/t": '
            "{folder}/text.json:1:15: not a schema: give a draft in `$schema` to read more "
            "(at /properties/v/$ref)"
        ),
    ),
    "a file that is a list": (
        {"main.json": refer("list.json#/0"), "list.json": [TEXT]},
        (
            'main.json:1:31: cannot resolve the reference "list.json#/0": '
            "{folder}/list.json: the schema is a list, not a mapping (at /properties/v/$ref)"
        ),
    ),
    "a file that is wrong by the rules of the first": (
        {
            "main.json": refer("old.json", **{"$schema": DRAFTS["4"]}),
            "old.json": {"exclusiveMinimum": 3},
        },
        (
            'main.json:1:85: cannot resolve the reference "old.json": '
            "{folder}/old.json:1:22: not a schema: give a draft in `$schema` to read more "
            "(at /properties/v/$ref)"
        ),
    ),
    "a network": (
        {"main.json": refer("https://example.com/text.json#/$defs/t")},
        (
            'main.json:1:31: cannot resolve the reference "https://example.com/text.json#/$defs/t"'
            ": nothing is fetched from a network (at /properties/v/$ref)"
        ),
    ),
    "a network, in a list": (
        {"main.json": {"allOf": [TEXT, {"$ref": "https://example.com/"}]}},
        (
            'main.json:1:41: cannot resolve the reference "https://example.com/": '
            "nothing is fetched from a network (at /allOf/1/$ref)"
        ),
    ),
    "a network, from another file": (
        {"main.json": refer("one.json"), "one.json": {"$ref": "https://example.com/"}},
        (
            'one.json:1:10: cannot resolve the reference "https://example.com/": '
            "nothing is fetched from a network (at /$ref)"
        ),
    ),
    "another host than that of the `$id`": (
        {
            "main.json": refer("https://example.org/text.json", **{"$id": "https://example.com/"}),
            "text.json": TEXT,
        },
        (
            'main.json:1:62: cannot resolve the reference "https://example.org/text.json": '
            "nothing is fetched from a network (at /properties/v/$ref)"
        ),
    ),
    "a missing file beside an absolute `$id`": (
        {"main.json": refer("text.json", **{"$id": "https://example.com/schemas/main.json"})},
        (
            'main.json:1:79: cannot resolve the reference "text.json": '
            "nothing is fetched from a network, and there is no file {folder}/text.json "
            "(at /properties/v/$ref)"
        ),
    ),
    "a file of another machine": (
        {"main.json": refer("file://host/text.json")},
        (
            'main.json:1:31: cannot resolve the reference "file://host/text.json": '
            "nothing is fetched from a network (at /properties/v/$ref)"
        ),
    ),
    "what is no URI": (
        {"main.json": refer("http://[example")},
        'main.json:1:31: cannot resolve the reference "http://[example" (at /properties/v/$ref)',
    ),
    "a file, of a schema that only a URN names": (
        {"main.json": refer("text.json", **{"$id": "urn:example:main"}), "text.json": TEXT},
        'main.json:1:58: cannot resolve the reference "text.json" (at /properties/v/$ref)',
    ),
}


@pytest.mark.parametrize(("files", "message"), BROKEN.values(), ids=BROKEN)
def test_an_error_names_the_reference_to(
    tmp_path: Path, files: dict[str, Any], message: str
) -> None:
    with pytest.raises(SchemaError) as error:
        of(WRONG, load(tmp_path, files))
    assert str(error.value) == f"{tmp_path}/" + message.replace("{folder}", str(tmp_path))


#: By the kind, 40 references to the file ``text.json``.
SPELLINGS = {
    "queries": [f"text.json?{number}" for number in range(40)],
    "escapes": [
        "".join(
            f"%{ord(letter):02x}" if number >> place & 1 else letter
            for place, letter in enumerate("text.json")
        )
        for number in range(40)
    ],
    "links": [f"link{number}.json" for number in range(40)],
}


def refer_to_all(folder: Path, spellings: list[str], contents: Any) -> Schema:
    for each in spellings:
        if each.startswith("link"):
            (folder / each).symlink_to("text.json")
    references = [{"$ref": each} for each in spellings]
    main = {"properties": {"v": {"allOf": references}}}
    return load(folder, {"main.json": main, "text.json": contents})


@pytest.mark.posix
@pytest.mark.parametrize("spellings", SPELLINGS.values(), ids=SPELLINGS)
def test_a_file_is_read_once_however_it_is_referred_to(
    tmp_path: Path, spellings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def load_file(path: str, *_: Any, **__: Any) -> Schema:
        read.append(path)
        return store.load_file(path)

    monkeypatch.setattr(documents, "load_file", load_file)
    validator = Validator(refer_to_all(tmp_path, spellings, TEXT))
    assert len(read) == 1
    [fault] = validator.faults({"v": 1})
    assert (fault.keyword, fault.path) == ("type", ("v",))


@pytest.mark.posix
@pytest.mark.parametrize("spellings", SPELLINGS.values(), ids=SPELLINGS)
def test_a_large_file_is_not_compiled_for_each_of_many_references(
    tmp_path: Path, spellings: list[str]
) -> None:
    schema = refer_to_all(tmp_path, spellings, {"description": " " * 150_000})
    with pytest.raises(SchemaError) as error:
        of(WRONG, schema)
    what = "the schema and the files that it refers to are larger than 4 MiB"
    assert str(error.value) == f"{tmp_path}/main.json:1:1: {what}"


@pytest.mark.parametrize(("number", "is_usable"), [(256, True), (257, False)])
def test_a_schema_may_refer_to_so_many_files(
    tmp_path: Path, number: int, *, is_usable: bool
) -> None:
    names = [f"text{each}.json" for each in range(number)]
    main = {"properties": {"v": {"allOf": [{"$ref": each} for each in names]}}}
    schema = load(tmp_path, {"main.json": main, **dict.fromkeys(names, TEXT)})
    if is_usable:
        assert of(WRONG, schema) == IS_TEXT
        return
    with pytest.raises(SchemaError) as error:
        of(WRONG, schema)
    what = "the schema refers to more than 256 files"
    assert str(error.value) == f"{tmp_path}/main.json:1:1: {what}"


def test_files_count_to_which_only_unused_definitions_refer(tmp_path: Path) -> None:
    names = [f"text{each}.json" for each in range(257)]
    main = {"$defs": {"unused": {"allOf": [{"$ref": each} for each in names]}}}
    schema = load(tmp_path, {"main.json": main, **dict.fromkeys(names, TEXT)})
    with pytest.raises(SchemaError) as error:
        of(WRONG, schema)
    what = "the schema refers to more than 256 files"
    assert str(error.value) == f"{tmp_path}/main.json:1:1: {what}"


@pytest.mark.parametrize(
    ("references", "file", "told"),
    [
        (["a.json", "b.json", "c.json", "d.json"], "main.json", "a.json"),
        (["sound.json", "d.json", "c.json", "#/nothing", "b.json"], "main.json", "d.json"),
        (["sound.json", "#/nothing", "a.json", "b.json"], "main.json", "#/nothing"),
        (["one.json", "two.json", "three.json"], "one.json", "e.json"),
        (["one.json", "two.json", "three.json", "f.json"], "main.json", "f.json"),
        (["deep.json", "three.json"], "three.json", "#/nothing"),
    ],
)
def test_of_several_wrong_ones_the_first_is_told(
    tmp_path: Path, references: list[str], file: str, told: str
) -> None:
    files = {
        "main.json": {"allOf": [{"$ref": each} for each in references]},
        "sound.json": TEXT,
        **{f"{name}.json": {"$ref": "e.json"} for name in ("one", "two")},
        "three.json": {"$ref": "#/nothing"},
        "deep.json": {"$ref": "one.json"},
    }
    said = set()
    for _ in range(10):
        with pytest.raises(SchemaError) as error:
            of(WRONG, load(tmp_path, files))
        said.add(str(error.value).partition(" (at")[0].partition(": there is")[0])
    at = 1 + json.dumps(files[file]).index(f'"{told}"')
    assert said == {f'{tmp_path}/{file}:1:{at}: cannot resolve the reference "{told}"'}


def test_of_a_mapping_a_relative_reference_leads_nowhere() -> None:
    with pytest.raises(SchemaError) as error:
        of(WRONG, refer("text.json"))
    assert str(error.value) == (
        'schema: cannot resolve the reference "text.json": nothing is fetched from a network '
        "(at /properties/v/$ref)"
    )


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that serves a schema, and the paths that were asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: Any) -> None:
            """Keep the output of the tests clean."""

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}", asked
        http.shutdown()
        thread.join()


BY_NETWORK: dict[str, dict[str, Any]] = {
    "$ref": {"$ref": "{server}/a.json"},
    "a relative $ref": {"$id": "{server}/a.json", "$ref": "b.json"},
    "$dynamicRef": {"$dynamicRef": "{server}/a.json#x"},
    "$schema": {"$schema": "{server}/draft"},
    "$schema of a subschema": {
        "$ref": "#/$defs/a",
        "$defs": {"a": {"$id": "{server}/a.json", "$schema": "{server}/draft"}},
    },
}


@pytest.mark.parametrize("schema", BY_NETWORK.values(), ids=BY_NETWORK)
def test_nothing_is_asked_of_a_server(
    tmp_path: Path,
    server: tuple[str, list[str]],
    schema: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, asked = server
    text = json.dumps(schema).replace("{server}", address)

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a socket was to be opened")

    monkeypatch.setattr(socket, "socket", refuse)
    with suppress(SchemaError):
        of(WRONG, load(tmp_path, {"main.json": text}))
    assert asked == []


def test_a_loop_over_several_files_is_refused_where_it_closes(tmp_path: Path) -> None:
    files = {
        "main.json": {"$ref": "one.json#/$defs/a"},
        "one.json": '{"$defs": {"a": {\n"anyOf": [{"$ref": "main.json"}]}}}',
    }
    with pytest.raises(SchemaError) as caught:
        of(WRONG, load(tmp_path, files))
    assert str(caught.value) == (
        f"{tmp_path / 'one.json'}:2:20: "
        "the subschema leads back to itself without a step into the data (at /$defs/a/anyOf/0/$ref)"
    )


def test_a_dynamic_loop_over_several_files_is_refused(tmp_path: Path) -> None:
    files = {
        "main.json": {"$dynamicAnchor": "n", "$ref": "base.json"},
        "base.json": {"$dynamicAnchor": "n", "allOf": [{"$dynamicRef": "#n"}]},
    }
    with pytest.raises(SchemaError, match=r"base\.json:1:\d+: the subschema leads back to itself"):
        of(WRONG, load(tmp_path, files))


def test_a_dynamic_reference_with_a_step_is_no_loop(tmp_path: Path) -> None:
    files = {
        "main.json": {"$dynamicAnchor": "n", "$ref": "base.json", "required": ["v"]},
        "base.json": {"$dynamicAnchor": "n", "additionalProperties": {"$dynamicRef": "#n"}},
    }
    assert of("v: {v: 1}\n", load(tmp_path, files)) == []


def test_a_panic_of_jsonschema_rs_in_compiling_makes_a_schema_unusable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Panic(BaseException):
        """As that of jsonschema-rs, which is no Exception."""

    def raises(error: type[BaseException]) -> Any:
        def compile_(*_: Any, **__: Any) -> Any:
            raise error("out of range")

        return compile_

    monkeypatch.setattr("jsonschema_rs.validator_for", raises(Panic))
    with pytest.raises(SchemaError, match="schema: not a schema: out of range"):
        of(WRONG, {})
    monkeypatch.setattr("jsonschema_rs.validator_for", raises(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        of(WRONG, {})
