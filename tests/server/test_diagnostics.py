"""What the server says of articles, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articlelint import __version__
from tests.server.articles import CONFIG, SOUND, WRONG, WRONG_KIND, WRONG_KIND_MESSAGE, site, uri
from tests.server.editor import Editor, asynchronous, places

PAGES = f"https://github.com/articlelint/articlelint/blob/v{__version__}/docs/rules"


async def editor_in(folder: Path, **capabilities: Any) -> Editor:
    editor = Editor()
    await editor.start(folder, **capabilities)
    return editor


@asynchronous
async def test_a_diagnostic_is_complete(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    editor.open(uri(folder / "a.md"), WRONG)
    assert await editor.shown(uri(folder / "a.md")) == [
        {
            "range": {
                "start": {"line": 2, "character": 6},
                "end": {"line": 2, "character": 10},
            },
            "message": WRONG_KIND_MESSAGE,
            "severity": 1,
            "code": "schema/enum",
            "codeDescription": {"href": f"{PAGES}/schema.md#schemaenum"},
            "source": "articlelint",
        }
    ]


@asynchronous
async def test_help_is_below_the_message(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    editor.open(uri(folder / "a.md"), "---\ntitle: One\npublished: yes\n---\n")
    (found,) = await editor.shown(uri(folder / "a.md"))
    assert found["message"].splitlines() == [
        '"published" should be `true` or `false`, not "yes"',
        "help: write `true`",
    ]


@asynchronous
async def test_what_is_typed_is_checked(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SOUND)
    assert await editor.shown(article) == []
    place = {"start": {"line": 2, "character": 9}, "end": {"line": 2, "character": 10}}
    editor.change(article, {"range": place, "text": "z"})
    assert places(await editor.shown(article)) == [WRONG_KIND]
    editor.change(article, {"range": place, "text": "s"})
    assert await editor.shown(article) == []


@asynchronous
async def test_a_document_that_is_closed_shows_nothing(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, WRONG)
    assert await editor.shown(article)
    editor.close_document(article)
    assert editor.shown_now(article) == []
    editor.close_document(article)
    editor.open(article, WRONG)
    assert await editor.shown(article)
    editor.close_document(article)
    editor.open(article, SOUND)
    assert await editor.shown(article) == []


@asynchronous
async def test_changes_that_come_late_are_passed_over(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SOUND)
    editor.replace(article, WRONG)
    editor.change(article, {"text": SOUND}, version=1)
    editor.change(uri(folder / "b.md"), {"text": SOUND})
    assert places(await editor.shown(article)) == [WRONG_KIND]
    assert editor.messages() == []


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", "1:24-1:25"), ("utf-16", "1:21-1:22"), ("utf-32", "1:20-1:21")],
)
@asynchronous
async def test_places_are_in_the_unit_of_the_editor(
    folder: Path, encoding: str, expected: str
) -> None:
    site(folder)
    editor = await editor_in(folder, general={"positionEncodings": [encoding]})
    article = uri(folder / "a.md")
    editor.open(article, '---\r\n{title: "\u00e9\U0001f600", kind: 1}\r\n---\r\n')
    (found,) = places(await editor.shown(article))
    assert found.startswith(f"{expected} schema/enum: ")


@pytest.mark.parametrize(("encoding", "shift"), [("utf-8", 3), ("utf-16", 1), ("utf-32", 1)])
@asynchronous
async def test_an_editor_may_send_the_byte_order_mark(
    folder: Path, encoding: str, shift: int
) -> None:
    site(folder)
    editor = await editor_in(folder, general={"positionEncodings": [encoding]})
    article = uri(folder / "a.md")
    editor.open(article, "\ufeff---\nkind: newz\n---\n")
    assert [each.partition(": ")[0] for each in places(await editor.shown(article))] == [
        f"0:{shift}-0:{shift} byte-order-mark",
        f"0:{shift}-0:{3 + shift} schema/required",
        "1:6-1:10 schema/enum",
    ]


@asynchronous
async def test_an_editor_may_keep_the_byte_order_mark_to_itself(folder: Path) -> None:
    site(folder)
    (folder / "a.md").write_bytes(b"\xef\xbb\xbf" + SOUND.encode())
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SOUND)
    assert [each["code"] for each in await editor.shown(article)] == ["byte-order-mark"]
    (folder / "a.md").write_text(SOUND)
    editor.save(article)
    await editor.until(lambda: not editor.shown_now(article))


@asynchronous
async def test_a_file_that_is_not_utf_8_on_disk(folder: Path) -> None:
    site(folder)
    text = SOUND.replace("One", "\u00c9t\u00e9")
    (folder / "a.md").write_bytes(text.encode("latin-1"))
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, text)
    assert places(await editor.shown(article)) == [
        "1:7-1:8 undecodable-file: byte 0xc9 is not UTF-8: save the file as UTF-8"
    ]
    (folder / "a.md").write_text(text, encoding="utf-8")
    editor.save(article)
    await editor.until(lambda: not editor.shown_now(article))


@asynchronous
async def test_a_document_that_exceeds_the_limit(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SOUND + "x" * (16 * 1024 * 1024))
    assert places(await editor.shown(article)) == [
        "0:0-0:0 too-complex: the file is larger than 16 MiB, which is the limit"
    ]
    editor.replace(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]


@asynchronous
async def test_half_a_character_is_no_text(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, SOUND)
    place = {"start": {"line": 1, "character": 7}, "end": {"line": 1, "character": 7}}
    editor.change(article, {"range": place, "text": "\ud800"})
    (found,) = places(await editor.shown(article))
    assert found.startswith("1:7-1:8 undecodable-file: ")
    editor.change(article, {"range": {**place, "end": {"line": 1, "character": 8}}, "text": ""})
    assert await editor.shown(article) == []
    editor.open(article, SOUND + "\ud800")
    assert [each["code"] for each in await editor.shown(article)] == ["undecodable-file"]
    editor.replace(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]


@asynchronous
async def test_what_the_schema_deprecates_is_struck_out(folder: Path) -> None:
    site(folder)
    (folder / "schema.json").write_text('{"properties": {"old": {"deprecated": true}}}')
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, "---\nold: 1\n---\n")
    (found,) = await editor.shown(article)
    assert (found["code"], found["tags"]) == ("deprecated-key", [2])


@asynchronous
async def test_related_places_are_in_the_document(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, "---\ntitle: One\ntitle: Two\n---\n")
    (found,) = await editor.shown(article)
    assert found["code"] == "duplicate-key"
    (related,) = found["relatedInformation"]
    assert related == {
        "location": {
            "uri": article,
            "range": {
                "start": {"line": 1, "character": 0},
                "end": {"line": 1, "character": 5},
            },
        },
        "message": '"title" is already given here',
    }


@asynchronous
async def test_what_can_go_without_loss_is_faded(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, "---\ntitle: One # articlelint: ignore[future-date]\n---\n")
    (found,) = await editor.shown(article)
    assert (found["code"], found["severity"], found["tags"]) == ("unused-ignore", 2, [1])


@asynchronous
async def test_a_text_that_was_never_saved_is_checked_if_it_has_front_matter(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    editor.open("untitled:Untitled-1", WRONG)
    editor.open("untitled:Untitled-2", "a note\n")
    assert places(await editor.shown("untitled:Untitled-1")) == [WRONG_KIND]
    assert await editor.shown("untitled:Untitled-2") == []


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("README.md", "markdown"),
        ("drafts/a.md", "markdown"),
        ("ignored.md", "markdown"),
        ("a.txt", "yaml"),
        ("drafts/new.md", "markdown"),
        ("readme.de.md", "markdown"),
        (".github/a.md", "markdown"),
        ("site/node_modules/boats/a.md", "markdown"),
    ],
)
@pytest.mark.parametrize("is_saved", [True, False])
@asynchronous
async def test_what_no_search_finds_is_not_checked(
    folder: Path, name: str, language: str, *, is_saved: bool
) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text(CONFIG + "exclude: ['drafts/**']\n")
    (folder / ".gitignore").write_text("ignored.md\n")
    if is_saved:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text\n" if "readme" in name.lower() else WRONG)
    elif name == "ignored.md":
        return
    editor = await editor_in(folder)
    is_readme = not is_saved and "readme" in name.lower()
    editor.open(uri(folder / name), "text\n" if is_readme else WRONG, language)
    assert await editor.shown(uri(folder / name)) == []


@pytest.mark.parametrize(
    ("name", "language"), [("a.md", "yaml"), ("a.MD", "markdown"), ("a.mdx", "mdx")]
)
@pytest.mark.parametrize("is_saved", [True, False])
@asynchronous
async def test_what_is_an_article(
    folder: Path, name: str, language: str, *, is_saved: bool
) -> None:
    site(folder)
    if is_saved:
        (folder / name).write_text(SOUND)
    editor = await editor_in(folder)
    editor.open(uri(folder / name), WRONG, language)
    assert places(await editor.shown(uri(folder / name))) == [WRONG_KIND]


@pytest.mark.parametrize("name", ["README.md", "CLAUDE.md", "security.de.md"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@asynchronous
async def test_what_was_never_saved_is_an_article_by_what_it_opens(
    folder: Path, mark: str, name: str
) -> None:
    site(folder)
    editor = await editor_in(folder)
    readme = uri(folder / name)
    editor.open(readme, "text\n")
    assert await editor.shown(readme) == []
    editor.change(readme, {"text": mark + WRONG})
    await editor.until(lambda: editor.shown_now(readme))


@asynchronous
async def test_what_was_never_saved_is_an_article_where_include_names_it(folder: Path) -> None:
    site(folder)
    named = "['README.md', '.github/*.md']"
    (folder / ".articlelint.yaml").write_text(f"{CONFIG}include: {named}\n")
    editor = await editor_in(folder)
    for name in ("README.md", ".github/a.md"):
        editor.open(uri(folder / name), "text\n")
        (found,) = await editor.shown(uri(folder / name))
        assert found["code"] == "missing-front-matter"


@asynchronous
async def test_what_is_saved_may_become_an_article(folder: Path) -> None:
    site(folder)
    readme = folder / "README.md"
    readme.write_text("text\n")
    editor = await editor_in(folder)
    editor.open(uri(readme), WRONG)
    assert await editor.shown(uri(readme)) == []
    readme.write_text(WRONG)
    editor.save(uri(readme))
    await editor.until(lambda: editor.shown_now(uri(readme)))


@pytest.mark.parametrize(("name", "expected"), [("a.post", [WRONG_KIND]), ("a.md", [])])
@pytest.mark.parametrize("is_saved", [True, False])
@asynchronous
async def test_the_configuration_says_what_an_article_is(
    folder: Path, name: str, expected: list[str], *, is_saved: bool
) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text(CONFIG + "include: ['*.post']\n")
    if is_saved:
        (folder / name).write_text(SOUND)
    editor = await editor_in(folder)
    editor.open(uri(folder / name), WRONG)
    assert places(await editor.shown(uri(folder / name))) == expected


@asynchronous
async def test_a_file_outside_of_all_folders(folder: Path) -> None:
    (folder / "other").mkdir()
    site(folder / "other")
    (folder / "open").mkdir()
    editor = await editor_in(folder / "open")
    editor.open(uri(folder / "other" / "a.md"), WRONG)
    assert places(await editor.shown(uri(folder / "other" / "a.md"))) == [WRONG_KIND]


@asynchronous
async def test_an_editor_without_a_folder(folder: Path) -> None:
    site(folder)
    editor = Editor()
    await editor.start()
    editor.open(uri(folder / "a.md"), WRONG)
    assert places(await editor.shown(uri(folder / "a.md"))) == [WRONG_KIND]


@asynchronous
async def test_baselined_diagnostics_are_not_shown(folder: Path) -> None:
    from articlelint.cli import main

    site(folder)
    (folder / "a.md").write_text(WRONG)
    (folder / "b.md").write_text(WRONG)
    with pytest.raises(SystemExit):
        main(["a.md", "--write-baseline", "known.json"])
    (folder / ".articlelint.yaml").write_text(CONFIG + "baseline: known.json\n")
    editor = await editor_in(folder)
    for name in ("a.md", "b.md"):
        editor.open(uri(folder / name), WRONG)
    assert places(await editor.shown(uri(folder / "a.md"))) == []
    assert places(await editor.shown(uri(folder / "b.md"))) == [WRONG_KIND]
