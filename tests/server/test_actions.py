"""What the server offers to do about diagnostics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articlelint import __version__
from tests.server.articles import CONFIG, WRONG, site, uri
from tests.server.editor import Editor, Message, applied, asynchronous

FIXABLE = "---\ntitle: One # a title\npublished: yes\nkind: newz\n---\nbody\n"
VERSIONS = {"workspaceEdit": {"documentChanges": True}}


async def editor_in(folder: Path, **capabilities: Any) -> Editor:
    site(folder)
    editor = Editor()
    await editor.start(folder, **capabilities)
    return editor


async def offered(editor: Editor, article: str, line: int, *only: str) -> list[Message]:
    """The actions for a line."""
    place = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 99}}
    context: Message = {"diagnostics": [], **({"only": [*only]} if only else {})}
    answer = await editor.ask(
        "textDocument/codeAction", textDocument={"uri": article}, range=place, context=context
    )
    found: list[Message] = answer["result"]
    return found


def titles(actions: list[Message]) -> list[str]:
    return [each["title"] for each in actions]


@asynchronous
async def test_a_safe_fix(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, FIXABLE)
    fix, ignore = await offered(editor, article, 2, "quickfix")
    assert (fix["title"], fix["kind"], fix["isPreferred"]) == ("Write true", "quickfix", True)
    assert [each["code"] for each in fix["diagnostics"]] == ["published-flag"]
    assert applied(FIXABLE, fix, article) == FIXABLE.replace("yes", "true")
    assert ignore["title"] == "Ignore published-flag here"
    assert "isPreferred" not in ignore


@asynchronous
async def test_a_fix_that_is_a_guess_is_preferred_if_there_is_no_other(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, FIXABLE)
    fix, _ = await offered(editor, article, 3, "quickfix")
    assert (fix["title"], fix["isPreferred"]) == ('Write "news" (unsafe)', True)
    assert applied(FIXABLE, fix, article) == FIXABLE.replace("newz", "news")


@asynchronous
async def test_safe_fixes_come_first(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    text = "---\n{title: One, kind: newz, published: yes}\n---\n"
    editor.open(article, text)
    found = await offered(editor, article, 1, "quickfix")
    assert [(each["title"], each.get("isPreferred")) for each in found] == [
        ("Write true", True),
        ('Write "news" (unsafe)', False),
        ("Ignore schema/enum here", None),
        ("Ignore published-flag here", None),
    ]


@asynchronous
async def test_edits_are_of_a_version_if_the_editor_knows_versions(folder: Path) -> None:
    editor = await editor_in(folder, workspace=VERSIONS)
    article = uri(folder / "a.md")
    editor.open(article, WRONG)
    editor.replace(article, FIXABLE)
    fix, _ = await offered(editor, article, 2, "quickfix")
    (change,) = fix["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": article, "version": 2}
    assert applied(FIXABLE, fix, article) == FIXABLE.replace("yes", "true")


@asynchronous
async def test_parts_of_a_text_share_a_fix(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    text = "---\ntitle: a &amp; b &amp; c\n---\n"
    editor.open(article, text)
    fix, *_ = await offered(editor, article, 1, "quickfix")
    assert len(fix["diagnostics"]) == 2
    assert applied(text, fix, article) == text.replace("&amp;", "&")


@asynchronous
async def test_a_repair_of_a_line_that_does_not_parse(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    text = "---\ntitle: A: B\n---\n"
    editor.open(article, text)
    fix, *_ = await offered(editor, article, 1, "quickfix")
    assert [each["code"] for each in fix["diagnostics"]] == ["yaml-syntax"]
    assert applied(text, fix, article) == '---\ntitle: "A: B"\n---\n'


@pytest.mark.parametrize(
    "only", [(), ("source",), ("source.fixAll",), ("source.fixAll.articlelint",)]
)
@asynchronous
async def test_all_safe_fixes_at_once(folder: Path, only: tuple[str, ...]) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    text = "---\r\ntitle: 'One '\r\npublished: yes\r\n---\r\n" + "body\r\n" * 1000
    editor.open(article, text)
    *_, fix = await offered(editor, article, 99, *only)
    assert (fix["title"], fix["kind"]) == ("Apply all safe fixes", "source.fixAll.articlelint")
    assert len(str(fix)) < 400, "the body is not sent"
    expected = text.replace("'One '", "'One'").replace("yes", "true")
    assert applied(text, fix, article) == expected


@pytest.mark.parametrize("only", [("refactor",), ("source.organizeImports",), ("quick",)])
@asynchronous
async def test_other_kinds_of_actions(folder: Path, only: tuple[str, ...]) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, FIXABLE)
    assert await offered(editor, article, 2, *only) == []


@asynchronous
async def test_there_is_nothing_to_do(folder: Path) -> None:
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, "---\ntitle: One\n---\n")
    assert await offered(editor, article, 1) == []
    readme = uri(folder / "README.md")
    editor.open(readme, FIXABLE)
    gone = await editor.ask(
        "textDocument/codeAction",
        textDocument={"uri": uri(folder / "gone.md")},
        range={"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}},
        context={"diagnostics": []},
    )
    assert gone["result"] is None


@asynchronous
async def test_a_broken_configuration(folder: Path) -> None:
    editor = await editor_in(folder)
    (folder / ".articlelint.yaml").write_text("shcema: x\n")
    article = uri(folder / "a.md")
    editor.open(article, FIXABLE)
    assert await offered(editor, article, 2) is None


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("\ufeff", ["Remove the byte order mark", "Ignore byte-order-mark in this file"]), ("", None)],
)
@asynchronous
async def test_a_byte_order_mark(folder: Path, mark: str, expected: list[str] | None) -> None:
    editor = await editor_in(folder)
    text = "---\ntitle: One\n---\n"
    (folder / "a.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    article = uri(folder / "a.md")
    editor.open(article, mark + text)
    assert [each["code"] for each in await editor.shown(article)] == ["byte-order-mark"]
    found = await offered(editor, article, 0)
    if expected is None:
        assert not any("edit" in each and "Remove" in each["title"] for each in found)
        return
    fix, *_, all_ = found
    assert applied(mark + text, fix, article) == text
    assert applied(mark + text, all_, article) == text


@asynchronous
async def test_the_page_about_a_rule(folder: Path) -> None:
    editor = await editor_in(folder, window={"showDocument": {"support": True}})
    article = uri(folder / "a.md")
    editor.open(article, FIXABLE)
    *_, page = await offered(editor, article, 2, "quickfix")
    assert page["title"] == "Show the page about published-flag"
    command = page["command"]
    await editor.ask(
        "workspace/executeCommand", command=command["command"], arguments=command["arguments"]
    )
    (shown,) = [each for each in editor.received if each["method"] == "window/showDocument"]
    pages = f"https://github.com/articlelint/articlelint/blob/v{__version__}/docs/rules"
    assert shown["params"] == {"uri": f"{pages}/published-flag.md", "external": True}


@pytest.mark.parametrize(
    ("line", "rule", "expected"),
    [
        (
            "kind: newz # articlelint: ignore[future-date] as it is",
            "schema/enum",
            "kind: newz # articlelint: ignore[future-date, schema/enum] as it is",
        ),
        ("kind: newz", "schema/enum", "kind: newz # articlelint: ignore[schema/enum]"),
    ],
)
@asynchronous
async def test_a_comment_that_ignores(folder: Path, line: str, rule: str, expected: str) -> None:
    editor = await editor_in(folder)
    (folder / ".articlelint.yaml").write_text(CONFIG + "rules: {unused-ignore: 'off'}\n")
    article = uri(folder / "a.md")
    text = f"---\ntitle: One\n{line}\n---\n"
    editor.open(article, text)
    found = await offered(editor, article, 2, "quickfix")
    ignore = next(each for each in found if each["title"] == f"Ignore {rule} here")
    assert applied(text, ignore, article) == text.replace(line, expected)


@asynchronous
async def test_missing_keys_are_added_at_once(folder: Path) -> None:
    editor = await editor_in(folder)
    (folder / "schema.json").write_text(
        '{"properties": {"title": {"default": "A"}, "kind": {"enum": ["news"]}, "size": {}},'
        ' "required": ["title", "kind"]}'
    )
    article = uri(folder / "a.md")
    text = "---\nsize: 1\n---\n"
    editor.open(article, text)
    found = await offered(editor, article, 0, "quickfix")
    add = next(each for each in found if each["title"] == "Add what is missing: kind, title")
    assert applied(text, add, article) == "---\ntitle: A\nkind: news\nsize: 1\n---\n"
    flow = uri(folder / "b.md")
    editor.open(flow, "---\n{size: 1}\n---\n")
    assert not any("missing" in each["title"] for each in await offered(editor, flow, 0))
