"""What decides about documents: configurations, schemas and folders, and how they change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.server.articles import CONFIG, SCHEMA, SOUND, WRONG, WRONG_KIND, site, uri
from tests.server.editor import Editor, asynchronous, places

NO_KEY = '1:0-1:6 : unknown key "shcema": did you mean "schema"?'


async def editor_in(*folders: Path) -> Editor:
    editor = Editor()
    await editor.start(*folders)
    return editor


def changed(editor: Editor, *paths: Path) -> None:
    changes = [{"uri": uri(each), "type": 2} for each in paths]
    editor.tell("workspace/didChangeWatchedFiles", changes=changes)


@asynchronous
async def test_the_editor_is_asked_to_watch_files(folder: Path) -> None:
    editor = Editor()
    watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    await editor.start(folder, workspace=watching)
    await editor.until(lambda: editor.received)
    (request,) = editor.received
    assert request["method"] == "client/registerCapability"
    (registration,) = request["params"]["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    patterns = [each["globPattern"] for each in registration["registerOptions"]["watchers"]]
    assert "**/.articlelint.yaml" in patterns


@pytest.mark.parametrize("is_told", [True, False])
@asynchronous
async def test_a_configuration_that_changes(folder: Path, *, is_told: bool) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]
    (folder / ".articlelint.yaml").write_text(CONFIG + "rules: {schema/enum: 'off'}\n")
    if is_told:
        changed(editor, folder / ".articlelint.yaml")
        await editor.until(lambda: not editor.shown_now(article))
    else:
        editor.replace(article, WRONG + "\n")
        assert await editor.shown(article) == []


@asynchronous
async def test_a_configuration_that_is_created_and_deleted(folder: Path) -> None:
    site(folder)
    (folder / "posts").mkdir()
    editor = await editor_in(folder)
    article = uri(folder / "posts" / "a.md")
    editor.open(article, WRONG)
    assert await editor.shown(article)
    inner = folder / "posts" / ".articlelint.yaml"
    inner.write_text("schema: ../schema.json\nrules: {schema/enum: 'off'}\n")
    editor.replace(article, WRONG + "\n")
    assert await editor.shown(article) == []
    inner.unlink()
    editor.replace(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]


@asynchronous
async def test_a_schema_that_changes(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, WRONG)
    assert await editor.shown(article)
    (folder / "schema.json").write_text(SCHEMA.replace('"essay"', '"newz"'))
    changed(editor, folder / "schema.json")
    await editor.until(lambda: not editor.shown_now(article))


@pytest.mark.parametrize("name", ["own.json", "inner.json"])
@asynchronous
async def test_a_schema_of_an_article_that_changes_untold(folder: Path, name: str) -> None:
    site(folder)
    (folder / "own.json").write_text('{"$ref": "inner.json"}')
    (folder / "inner.json").write_text(SCHEMA)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    text = WRONG.replace("title", "$schema: ./own.json\ntitle")
    editor.open(article, text)
    assert places(await editor.shown(article)) == [WRONG_KIND.replace("2:6-2:10", "3:6-3:10")]
    (folder / name).write_text(SCHEMA.replace('"essay"', '"newz"'))
    editor.replace(article, text + "\n")
    assert await editor.shown(article) == []


@pytest.mark.parametrize("name", ["own.json", "own.json#/$defs/article"])
@asynchronous
async def test_a_schema_of_an_article_that_is_created_untold(folder: Path, name: str) -> None:
    site(folder)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    text = SOUND.replace("title", f"$schema: {name}\ntitle")
    editor.open(article, text)
    assert [each["code"] for each in await editor.shown(article)] == ["unusable-schema"]
    (folder / "own.json").write_text('{"$defs": {"article": {}}}')
    editor.replace(article, text + "\n")
    assert await editor.shown(article) == []


@asynchronous
async def test_a_schema_that_another_refers_to_changes_untold(folder: Path) -> None:
    site(folder)
    (folder / "schema.json").write_text('{"$ref": "inner.json"}')
    (folder / "inner.json").write_text(SCHEMA)
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]
    (folder / "inner.json").write_text(SCHEMA.replace('"essay"', '"newz"'))
    editor.replace(article, WRONG + "\n")
    assert await editor.shown(article) == []


@asynchronous
async def test_a_configuration_that_breaks_is_told_once_at_its_place(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    articles = [uri(folder / name) for name in ("a.md", "b.md")]
    for each in articles:
        editor.open(each, WRONG)
        assert await editor.shown(each)
    config = folder / ".articlelint.yaml"
    config.write_text("rules: {}\nshcema: schema.json\n")
    for text in (WRONG + "\n", WRONG):
        for each in articles:
            editor.replace(each, text)
            assert await editor.shown(each) == []
    await editor.until(lambda: editor.shown_now(uri(config)))
    assert places(editor.shown_now(uri(config))) == [NO_KEY]
    (message,) = editor.messages()
    what = NO_KEY.partition(" : ")[2]
    assert message == f"articlelint: articles are not checked: .articlelint.yaml:2:1: {what}"
    config.write_text(CONFIG)
    editor.replace(articles[0], WRONG + "\n")
    assert places(await editor.shown(articles[0])) == [WRONG_KIND]
    await editor.until(lambda: not editor.shown_now(uri(config)))
    assert len(editor.messages()) == 1


@asynchronous
async def test_a_configuration_is_checked_while_it_is_typed(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    config, article = uri(folder / ".articlelint.yaml"), uri(folder / "a.md")
    editor.open(config, CONFIG, "yaml")
    editor.open(article, WRONG)
    assert await editor.shown(config) == []
    editor.replace(config, "rules: {}\nshcema: schema.json\n")
    assert places(await editor.shown(config)) == [NO_KEY]
    editor.replace(article, WRONG + "\n")
    assert places(await editor.shown(article)) == [WRONG_KIND], "it is not saved yet"
    (folder / ".articlelint.yaml").write_text("rules: {}\nshcema: schema.json\n")
    editor.save(config)
    await editor.until(lambda: not editor.shown_now(article))
    assert places(editor.shown_now(config)) == [NO_KEY], "it is shown once"
    editor.replace(config, CONFIG)
    (folder / ".articlelint.yaml").write_text(CONFIG)
    editor.save(config)
    await editor.until(lambda: editor.shown_now(article))


@asynchronous
async def test_a_broken_configuration_that_is_opened_shows_its_own_text(folder: Path) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text("rules: {}\nshcema: schema.json\n")
    editor = await editor_in(folder)
    config, article = uri(folder / ".articlelint.yaml"), uri(folder / "a.md")
    editor.open(article, WRONG)
    await editor.until(lambda: editor.shown_now(config))
    editor.open(config, CONFIG, "yaml")
    assert await editor.shown(config) == []


@asynchronous
async def test_a_broken_configuration_that_is_closed_is_still_shown(folder: Path) -> None:
    site(folder)
    broken = "rules: {}\nshcema: schema.json\n"
    (folder / ".articlelint.yaml").write_text(broken)
    editor = await editor_in(folder)
    config, article = uri(folder / ".articlelint.yaml"), uri(folder / "a.md")
    editor.open(config, broken, "yaml")
    editor.open(article, WRONG)
    assert await editor.shown(article) == []
    editor.close_document(config)
    editor.replace(article, WRONG + "\n")
    await editor.until(lambda: editor.shown_now(config))
    assert places(editor.shown_now(config)) == [NO_KEY]


@asynchronous
async def test_a_baseline_that_is_missing_is_told(folder: Path) -> None:
    site(folder)
    (folder / ".articlelint.yaml").write_text(CONFIG + "baseline: gone.json\n")
    editor = await editor_in(folder)
    article = uri(folder / "a.md")
    editor.open(article, WRONG)
    assert await editor.shown(article) == []
    await editor.until(editor.messages)
    (message,) = editor.messages()
    assert "this baseline does not exist" in message


@asynchronous
async def test_a_schema_is_checked_while_it_is_typed(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    schema = uri(folder / "schema.json")
    editor.open(schema, SCHEMA, "json")
    assert await editor.shown(schema) == []
    editor.replace(schema, SCHEMA.replace("required", "requried"))
    (misspelt,) = places(await editor.shown(schema))
    assert misspelt.startswith("7:2-7:12 : ")
    editor.replace(schema, SCHEMA.replace('"type": "object"', '"type": "objekt"'))
    (wrong,) = places(await editor.shown(schema))
    assert wrong.startswith("2:10-2:18 : invalid schema: ")
    editor.replace(schema, "{")
    (broken,) = places(await editor.shown(schema))
    assert broken.startswith("0:1-0:1 : invalid JSON: ")
    editor.replace(schema, "[]")
    assert places(await editor.shown(schema)) == ["0:0-0:0 : the schema is a list, not a mapping"]


@asynchronous
async def test_a_schema_that_is_no_yaml_has_no_places(folder: Path) -> None:
    site(folder)
    editor = await editor_in(folder)
    schema = uri(folder / "schema.json")
    editor.open(schema, '{"requried": [], "properties": {"' + "k" * 2000 + '": {}}}', "json")
    (misspelt,) = places(await editor.shown(schema))
    assert misspelt.startswith("0:0-0:0 : ")


@asynchronous
async def test_other_data_is_not_checked(folder: Path) -> None:
    site(folder)
    (folder / "data.json").write_text("{")
    editor = await editor_in(folder)
    editor.open(uri(folder / "data.json"), "{", "json")
    assert await editor.shown(uri(folder / "data.json")) == []


@asynchronous
async def test_each_folder_has_its_own_configuration(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / name).mkdir()
        site(folder / name)
    (folder / "two" / ".articlelint.yaml").write_text(CONFIG + "rules: {schema/enum: 'off'}\n")
    editor = await editor_in(folder / "one", folder / "two")
    for name, expected in (("one", [WRONG_KIND]), ("two", [])):
        article = uri(folder / name / "a.md")
        editor.open(article, WRONG)
        assert places(await editor.shown(article)) == expected


@asynchronous
async def test_folders_are_opened_and_closed(folder: Path) -> None:
    """An inner folder is searched for itself: it finds what a .gitignore above leaves out."""
    site(folder)
    (folder / "inner").mkdir()
    (folder / "inner" / "a.md").write_text(WRONG)
    (folder / ".articlelint.yaml").write_text(CONFIG + "include: ['**/*.md']\n")
    editor = await editor_in(folder)
    article = uri(folder / "inner" / "a.md")
    editor.open(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]
    inner = {"uri": uri(folder / "inner"), "name": "inner"}
    outer = {"uri": uri(folder), "name": "outer"}
    event = {"added": [inner], "removed": [outer]}
    editor.tell("workspace/didChangeWorkspaceFolders", event=event)
    editor.replace(article, SOUND)
    assert await editor.shown(article) == []
    assert list(editor.server.workbench.folders) == [str(folder / "inner")]


@pytest.mark.posix
@asynchronous
async def test_a_folder_that_vanishes(folder: Path) -> None:
    (folder / "site").mkdir()
    site(folder / "site")
    editor = await editor_in(folder / "site")
    article = uri(folder / "site" / "a.md")
    editor.open(article, WRONG)
    assert await editor.shown(article)
    shutil.rmtree(folder / "site")
    editor.replace(article, WRONG + "\n")
    assert "schema/required" in {each["code"] for each in await editor.shown(article)}
    (folder / "site").mkdir()
    site(folder / "site")
    editor.replace(article, WRONG)
    assert places(await editor.shown(article)) == [WRONG_KIND]
    assert editor.messages() == []
