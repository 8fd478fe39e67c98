"""What the server offers to write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.server.articles import CONFIG, site, uri
from tests.server.editor import Editor, Message, applied, asynchronous

MARK = "@"
SNIPPETS = {"completion": {"completionItem": {"snippetSupport": True}}}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "description": "What is above the text."},
        "kind": {
            "oneOf": [{"const": "news", "title": "For today"}, {"const": "yes"}, {"const": 3}]
        },
        "draft": {"type": "boolean"},
        "old": {"deprecated": True},
        "date": {"type": "string", "format": "date-time"},
        "day": {"type": "string", "format": "date"},
        "size": {"type": "integer", "default": 5, "examples": [5, 7]},
        "tags": {"type": "array", "items": {"enum": ["sea", "air"]}},
        "place": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "lat": {"default": "$0}"}, "more": {}},
            "required": ["name", "lat"],
        },
        "related": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"title": {}, "url": {"examples": ["https://example.com"]}},
                "required": ["url"],
            },
        },
        "deep": {"$ref": "#/$defs/deep"},
        "empty": {"type": "object"},
    },
    "$defs": {
        "deep": {
            "type": "object",
            "properties": {"deep": {"$ref": "#/$defs/deep"}},
            "required": ["deep"],
        }
    },
    "required": ["kind", "place"],
}
KEYS = ["kind", "place", "title", "draft", "old", "date", "day", "size", "tags", "related"]


async def offered(
    folder: Path, text: str, config: str = "", *, has_snippets: bool = True, name: str = "a.md"
) -> list[Message] | None:
    """What is offered at the mark."""
    site(folder)
    (folder / "schema.json").write_text(json.dumps(SCHEMA))
    (folder / ".articlelint.yaml").write_text(CONFIG + config)
    editor = Editor()
    await editor.start(folder, textDocument=SNIPPETS if has_snippets else {})
    before = text.partition(MARK)[0].replace("\r\n", "\n")
    position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
    article = uri(folder / name)
    editor.open(article, text.replace(MARK, ""))
    answer = await editor.ask(
        "textDocument/completion", textDocument={"uri": article}, position=position
    )
    found: list[Message] | None = answer["result"]
    return found


def labels(items: list[Message] | None) -> list[str]:
    return [each["label"] for each in items or ()]


def after(text: str, items: list[Message] | None, label: str) -> str:
    """The text when an item was chosen."""
    (item,) = [each for each in items or () if each["label"] == label]
    edit = {"edit": {"changes": {"": [item["textEdit"]]}}}
    return applied(text.replace(MARK, ""), edit, "")


@asynchronous
async def test_keys_that_are_not_there_yet_the_required_ones_first(folder: Path) -> None:
    items = await offered(folder, "---\ntitle: One\n@\nsize: 1\n---\n")
    assert labels(items) == [
        "kind",
        "place",
        "draft",
        "old",
        "date",
        "day",
        "tags",
        "related",
        "deep",
        "empty",
    ]
    assert items
    kind, place, draft, old, *_ = items
    assert [each["sortText"] for each in items] == sorted(each["sortText"] for each in items)
    assert (kind["detail"], kind["kind"], "detail" in draft) == ("required", 10, False)
    assert old["tags"] == [1]
    assert "For today" in kind["documentation"]["value"]
    assert "documentation" not in place or place["documentation"]["kind"] == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "---\n@",  # never closed
        "---\n@\n\nText below.\n",
        "---\n\n@\n---\n",
        "---\n# a comment\n@\n---\n",
        '---\nlink: "open\n@\n---\n',
        "---\nlink: A: B\n@\n---\n",
        "---\r\nlink: [\r\n@\r\n---\r\n",
        "---\nli\n@\n---\n",
        "---\n@\n---\n",
    ],
)
@asynchronous
async def test_keys_are_offered_whatever_is_wrong(folder: Path, text: str) -> None:
    assert labels(await offered(folder, text))[:10] == KEYS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nti@\n---\n", ["title"]),
        ("---\ndt@\n---\n", ["draft", "date"]),
        ("---\nti@: One\n---\n", ["title"]),
        ("---\nplace:\n  @\n---\n", ["name", "lat", "more"]),
        ("---\nplace:\n  name: x\n  @\n---\n", ["lat", "more"]),
        ("---\nrelated:\n  - @\n---\n", ["url", "title"]),
        ("---\nrelated:\n  - title: x\n    @\n---\n", ["url"]),
        ("---\nrelated:\n- url: x\n- t@\n---\n", ["title"]),
        ("---\ntitle: x\n  @\n---\n", []),
    ],
)
@asynchronous
async def test_keys_at_a_place(folder: Path, text: str, expected: list[str]) -> None:
    found = labels(await offered(folder, text))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nkind: @\n---\n", ["news", "yes", "3"]),
        ("---\nkind:@\n---\n", ["news", "yes", "3"]),
        ("---\nkind: n@\n---\n", ["news"]),
        ('---\nkind: "@\n---\n', ["news", "yes"]),
        ("---\ndraft: @\n---\n", ["true", "false"]),
        ("---\nsize: @\n---\n", ["5", "7"]),
        ("---\ntags:\n  - @\n---\n", ["sea", "air"]),
        ("---\ntags:\n- sea\n- a@\n---\n", ["sea", "air"]),
        ("---\ntags: [@]\n---\n", ["sea", "air"]),
        ("---\ntags: [sea, ai@]\n---\n", ["air"]),
        ("---\ntitle: @\n---\n", []),
        ("---\nother: @\n---\n", []),
    ],
)
@asynchronous
async def test_values(folder: Path, text: str, expected: list[str]) -> None:
    assert labels(await offered(folder, text)) == expected


@asynchronous
async def test_what_a_value_means(folder: Path) -> None:
    items = await offered(folder, "---\nkind: @\n---\n")
    assert items
    assert items[0]["documentation"] == {"kind": "markdown", "value": "For today"}
    assert (items[0]["kind"], "documentation" in items[1]) == (20, False)


@pytest.mark.parametrize(("key", "length"), [("date", 20), ("day", 10)])
@asynchronous
async def test_the_present(folder: Path, key: str, length: int) -> None:
    found = labels(await offered(folder, f"---\n{key}: @\n---\n"))
    assert [len(each) for each in found] == [length]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("---\nti@\n---\n", "title", "---\ntitle: $1\n---\n"),
        ("---\nti@tl: One\n---\n", "title", "---\ntitle: One\n---\n"),
        ("---\n@\n---\n", "draft", "---\ndraft: ${1|true,false|}\n---\n"),
        ("---\n@\n---\n", "kind", '---\nkind: ${1|news,"yes",3|}\n---\n'),
        ("---\n@\n---\n", "size", "---\nsize: ${1:5}\n---\n"),
        ("---\n@\n---\n", "tags", "---\ntags:\n  - ${1|sea,air|}\n---\n"),
        ("---\na:\n- b\n@\n---\n", "tags", "---\na:\n- b\ntags:\n- ${1|sea,air|}\n---\n"),
        (
            "---\n@\n---\n",
            "place",
            "---\nplace:\n  name: $1\n  lat: ${2:\\$0\\}}\n---\n",
        ),
        (
            "---\r\na:\r\n    b: 1\r\n@\r\n---\r\n",
            "place",
            "---\r\na:\r\n    b: 1\r\nplace:\r\n    name: $1\r\n    lat: ${2:\\$0\\}}\r\n---\r\n",
        ),
        (
            "---\n@\n---\n",
            "related",
            "---\nrelated:\n  - url: ${1:https://example.com}\n---\n",
        ),
        ("---\n@\n---\n", "empty", "---\nempty:\n  $1\n---\n"),
        ("---\nkind: n@ews\n---\n", "news", "---\nkind: news\n---\n"),
        ("---\nkind: y@\n---\n", "yes", '---\nkind: "yes"\n---\n'),
        ("---\nkind: 'n@x'\n---\n", "news", "---\nkind: 'news'\n---\n"),
        ('---\nkind: "n@\n---\n', "news", '---\nkind: "news"\n---\n'),
        ("---\nkind:@\n---\n", "news", "---\nkind: news\n---\n"),
        ("---\ntags: [sea, a@x]\n---\n", "air", "---\ntags: [sea, air]\n---\n"),
    ],
)
@asynchronous
async def test_what_is_written(folder: Path, text: str, label: str, expected: str) -> None:
    text = text.replace("n@x", "n@").replace("a@x", "a@")
    assert after(text, await offered(folder, text), label) == expected


@asynchronous
async def test_what_is_nested_without_end(folder: Path) -> None:
    text = "---\n@\n---\n"
    written = after(text, await offered(folder, text), "deep")
    assert written.count("deep:") == 5


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("title", "title: "),
        ("size", "size: 5"),
        ("place", "place:\n  name: \n  lat: $0}"),
        ("tags", "tags:\n  - "),
    ],
)
@asynchronous
async def test_an_editor_without_snippets(folder: Path, label: str, expected: str) -> None:
    text = "---\n@\n---\n"
    items = await offered(folder, text, has_snippets=False)
    assert after(text, items, label) == f"---\n{expected}\n---\n"
    assert {each["insertTextFormat"] for each in items or ()} == {1}


@pytest.mark.parametrize("text", ["@", "--@", "---@", "@Text.\n"])
@asynchronous
async def test_a_whole_front_matter(folder: Path, text: str) -> None:
    items = await offered(folder, text)
    assert labels(items) == ["front matter"]
    written = after(text, items, "front matter")
    assert written.startswith('---\nkind: ${1|news,"yes",3|}\nplace:\n  name: $2\n  lat: ${3:')
    assert written.count("---\n") == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\ntitle: One\n---\n@\n", "a.md"),
        ("---\ntitle: One\n---\nText @\n", "a.md"),
        ("Text @", "a.md"),
        ("---\ntitle: One # a@\n---\n", "a.md"),
        ('{"@": 1}\n', "a.md"),
        ("+++\n@\n+++\n", "a.md"),
    ],
)
@asynchronous
async def test_where_nothing_is_offered(folder: Path, text: str, name: str) -> None:
    assert await offered(folder, text, name=name) == []


@asynchronous
async def test_a_schema_without_required_keys_has_no_front_matter_to_offer(folder: Path) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text("schema: own.json\n")
    (folder / "own.json").write_text("{}")
    editor = Editor()
    await editor.start(folder)
    editor.open(uri(folder / "a.md"), "")
    answer = await editor.ask(
        "textDocument/completion",
        textDocument={"uri": uri(folder / "a.md")},
        position={"line": 0, "character": 0},
    )
    assert answer["result"] == []


async def _offered_in_an_empty_file(folder: Path, config: str) -> list[Message]:
    """What is offered to an editor that knows snippets."""
    site(folder)
    (folder / ".articlelint.yaml").write_text(config)
    editor = Editor()
    await editor.start(folder, textDocument=SNIPPETS)
    editor.open(uri(folder / "a.md"), "")
    answer = await editor.ask(
        "textDocument/completion",
        textDocument={"uri": uri(folder / "a.md")},
        position={"line": 0, "character": 0},
    )
    found: list[Message] = answer["result"]
    return found


@asynchronous
async def test_where_nothing_is_required_the_keys_of_an_example_are_offered(folder: Path) -> None:
    (item,) = await _offered_in_an_empty_file(folder, "preset: jekyll\n")
    assert (item["label"], item["detail"]) == ("front matter", "the usual keys")
    assert item["textEdit"]["newText"] == (
        "---\nlayout: ${1:post}\ntitle: ${2:The ferry sails again}\n"
        'date: ${3:"2024-03-05 09:30:00 +0100"}\ntags:\n  - $4\n---\n'
    )


@pytest.mark.parametrize("schema", ["{examples: [{}, 1]}", "{if: {minProperties: 2}, then: {}}"])
@asynchronous
async def test_an_example_without_keys_is_none(folder: Path, schema: str) -> None:
    (folder / "own.yaml").write_text(schema)
    assert await _offered_in_an_empty_file(folder, "schema: own.yaml\n") == []


@pytest.mark.parametrize(
    "schema",
    [
        "{required: [b], examples: [{a: 1}], properties: {b: {}}}",
        "{if: {minProperties: 1}, then: {required: [b]}, examples: [{a: 1}], properties: {b: {}}}",
    ],
)
@asynchronous
async def test_keys_that_are_required_go_before_an_example(folder: Path, schema: str) -> None:
    (folder / "own.yaml").write_text(schema)
    (item,) = await _offered_in_an_empty_file(folder, "schema: own.yaml\n")
    assert item["detail"] == "all required keys"
    assert item["textEdit"]["newText"] == "---\nb: $1\n---\n"


@asynchronous
async def test_documents_that_are_no_articles(folder: Path) -> None:
    assert await offered(folder, "---\n@\n---\n", "shcema: x\n") is None
    (folder / ".articlelint.yaml").write_text(CONFIG)
    editor = Editor()
    await editor.start(folder)
    for name in ("README.md", "gone.md"):
        if name == "README.md":
            editor.open(uri(folder / name), "text")
        answer = await editor.ask(
            "textDocument/completion",
            textDocument={"uri": uri(folder / name)},
            position={"line": 0, "character": 0},
        )
        assert answer["result"] is None


@asynchronous
async def test_a_text_that_was_never_saved(folder: Path) -> None:
    site(folder)
    editor = Editor()
    await editor.start(folder)
    editor.open("untitled:1", "")
    answer = await editor.ask(
        "textDocument/completion",
        textDocument={"uri": "untitled:1"},
        position={"line": 0, "character": 0},
    )
    assert labels(answer["result"]) == ["front matter"]


VOCABULARY = """\
rules:
  unknown-topic:
    topics: [Bridges, Ferries]
  unknown-value:
    fields: {category: [local], size: {min-uses: 5}}
  unknown-provider:
    providers: {example.com: Gazette, example.org: '', example.net: Journal}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntopics:\n  - @\n---\n", ["Bridges", "Ferries"]),
        ("---\ntopics: [F@]\n---\n", ["Ferries"]),
        ("---\ncategory: @\n---\n", ["local"]),
        ("---\nprovider:\n  name: @\n---\n", ["Gazette", "Journal"]),
        (
            "---\nrelated:\n  - provider:\n      domain: @\n---\n",
            ["example.com", "example.org", "example.net"],
        ),
        ("---\nprovider:\n  other: @\n---\n", []),
        ("---\nname: @\n---\n", []),
    ],
)
@asynchronous
async def test_what_the_settings_know(folder: Path, text: str, expected: list[str]) -> None:
    assert labels(await offered(folder, text, VOCABULARY)) == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("provider:\n  name: @", "Gazette", "provider:\n  name: Gazette\n  domain: example.com"),
        (
            "provider:\n  domain: @",
            "example.com",
            "provider:\n  domain: example.com\n  name: Gazette",
        ),
        ("provider:\n  domain: @", "example.org", "provider:\n  domain: example.org"),
        ("provider:\n  domain: x\n  name: @", "Gazette", "provider:\n  domain: x\n  name: Gazette"),
        ("provider:\n  name: @ # a", "Gazette", "provider:\n  name: Gazette # a"),
    ],
)
@asynchronous
async def test_a_provider_is_written_with_name_and_domain(
    folder: Path, text: str, label: str, expected: str
) -> None:
    text = f"---\n{text}\n---\n"
    assert after(text, await offered(folder, text, VOCABULARY), label) == f"---\n{expected}\n---\n"
