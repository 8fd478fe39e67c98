"""What lies outside the repository, or is no schema: it is not read, or at least not quoted."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.bounded import Ended, bounded
from tests.e2e.articles import OUTSIDE, SOUND, naming, write
from tests.e2e.conftest import Run

pytestmark = pytest.mark.posix

SECRET = "s3cret"  # noqa: S105 - of nobody
NAMES = "the schema that the file names cannot be used"


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with what is nobody's business; the current folder is a repository beside it."""
    secrets = tmp_path / "outside"
    for path in (secrets, tmp_path / "site/.git", tmp_path / "site/news"):
        path.mkdir(parents=True)
    (secrets / "config.json").write_text(
        json.dumps({"auths": {"auth": SECRET}, "enum": [SECRET], "description": SECRET})
    )
    (secrets / "plain").write_text(f"password: {SECRET}: x\n")
    (secrets / "article.md").write_text(f"{SECRET}\n")
    monkeypatch.chdir(tmp_path / "site")
    Path(".git/config").write_text(f"[http]\n\textraheader = {SECRET}\n")
    os.symlink("../outside/config.json", "link.json")
    os.symlink("../outside", "folder")
    return str(secrets)


def told(*arguments: str) -> Ended:
    """What a run says, in its first lines, having made sure that none gives the secret away."""
    status, out, err = bounded("--format", "full", "--quiet", *arguments)
    assert SECRET not in out + err
    first = (line for line in out.splitlines(keepends=True) if line.endswith("]\n"))
    return Ended(status, "".join(first), err)


@pytest.mark.parametrize("name", ["config.json", "plain", "nothing.json", "nothing", "", "../x"])
def test_an_article_that_names_a_schema_outside(name: str, outside: str) -> None:
    write(naming(f"../../outside/{name}"), "news/a.md")
    place = "news/a.md:2:10: error"
    said = f"{place} {NAMES}: ../../outside/{name}: {OUTSIDE} [unusable-schema]\n"
    assert told() == (1, said, ""), "whether there is such a file or not"
    write(naming(f"{outside}/{name}"), "news/a.md")
    assert told().out == said.replace("../../outside", outside)


@pytest.mark.parametrize(
    "name", ["link.json", "folder/config.json", ".git/config", "news/../.git/x"]
)
def test_an_article_that_names_a_link_or_what_git_keeps(name: str) -> None:
    write(naming(name), "a.md")
    assert told() == (1, f"a.md:2:10: error {NAMES}: {name}: {OUTSIDE} [unusable-schema]\n", "")


def references(folder: str) -> dict[str, dict[str, object]]:
    """Schemas that refer to a file in a folder, in every way there is."""
    file = f"{folder}/config.json#/auths"
    way_out = "../outside/config.json"
    return {
        "absolute": {"$ref": file},
        "relative": {"$ref": way_out},
        "missing": {"$ref": "../outside/nothing.json"},
        "roundabout": {"$ref": f"news/../../site/{way_out}"},
        "uri": {"$ref": f"file://{file}"},
        "uri with a host": {"$ref": f"file://localhost{file}"},
        "uri of one slash": {"$ref": f"file:{file}"},
        "scheme in capitals": {"$ref": f"FILE://{file}"},
        "host": {"$ref": f"/{file}"},
        "encoded": {"$ref": "%2e%2e/outside/config.json"},
        "encoded slashes": {"$ref": f"..%2foutside%2f{quote('config.json')}"},
        "encoded twice": {"$ref": "%252e%252e/outside/config.json"},
        "link": {"$ref": "link.json"},
        "link to a folder": {"$ref": "folder/config.json"},
        "of git": {"$ref": ".git/config"},
        "of git in capitals": {"$ref": ".GIT/config"},
        "id": {"$id": f"file://{folder}/x.json", "$ref": "config.json"},
        "id elsewhere": {"$id": "https://example.com/a/b.json", "$ref": f"../{way_out}"},
        "id within": {"properties": {"title": {"$id": f"{folder}/x.json", "$ref": "config.json"}}},
        "dynamic": {"$dynamicRef": file},
        "draft 4": {
            "$schema": "http://json-schema.org/draft-04/schema#",
            "id": f"{folder}/x.json",
            "allOf": [{"$ref": "config.json"}],
        },
        "below": {"properties": {"title": {"$ref": "b.json"}}},
        "in what is no subschema": {"examples": [{"$ref": file}], "$ref": "#/examples/0"},
    }


def test_references_to_outside(outside: str) -> None:
    Path("b.json").write_text('{"not": {"$ref": "../outside/config.json"}}')
    schemas = references(outside)
    for number, schema in enumerate(schemas.values()):
        Path(f"{number}.json").write_text(json.dumps(schema))
        write(naming(f"{number}.json"), f"{number:02}.md")
    lines = told().out.splitlines()
    for number, (line, way) in enumerate(zip(lines, schemas, strict=True)):
        assert line.startswith(f"{number:02}.md:2:10: error {NAMES}: "), way
        assert line.endswith(" [unusable-schema]"), way


NO_SCHEMAS = {
    "a.json": {"auths": {"ghcr.io": {"auth": SECRET}}, "type": SECRET},
    "b.json": {"pattern": f"({SECRET}"},
    "d.json": {"required": SECRET},
    "e.json": {"properties": {"token": SECRET}},
    "f.json": {"$id": f"http://[{SECRET}"},
    "g.json": {"minimum": SECRET},
    "h.json": [SECRET],
    "i.json": SECRET,
    "j.json": {"enum": SECRET},
    "k.json": {"$defs": {"a": {"items": [SECRET]}}},
    "l.json": {"additionalProperties": SECRET},
    "m.json": {"patternProperties": {f"[{SECRET}": {}}},
    "o.json": {"dependentRequired": {"a": SECRET}},
    "p.json": {"description": 1, "title": {"a": SECRET}},
}
NO_FILES = {
    "A": f"machine example.com login me password {SECRET}\n",
    "B": f"//registry.example.com/:_authToken={SECRET}\n",
    "C": f"token: {SECRET}: x\n",
    "D": f"{SECRET}: 1\n{SECRET}: 2\n",
    "E": f"token: *{SECRET}\n",
    "F": f"? [{SECRET}]\n",
    "G": f"- {SECRET}\n",
    "H": f"root:{SECRET}:0:0::/root:/bin/sh\n",
    "I": f"TOKEN={SECRET}\nOTHER: x\n",
    "J": f"token: @{SECRET}\n",
    "K": f"token: '{SECRET}\n",
    "L": f"-----BEGIN KEY-----\n{SECRET}\n",
    "M.json": f'{{"token": {SECRET}}}',
    "N.json": f'{{"token": "\\{SECRET}"}}',
    "O.json": f'{{"{SECRET}": 1, "{SECRET}": 2}}',
    "P": f"!{SECRET} x\n",
    "Q": f"%{SECRET}\n--- x\n",
    "R": f"{SECRET}\n---\n{SECRET}\n",
}


@pytest.mark.parametrize("draft", [SECRET, "{}/config.json", f"http://json-schema.org/{SECRET}#x"])
def test_the_address_of_a_draft_is_not_looked_up_or_quoted(draft: str, outside: str) -> None:
    Path("a.json").write_text(json.dumps({"$schema": draft.format(outside), "type": "null"}))
    write(naming("a.json"), "a.md")
    assert "[schema/type]" in told().out


def test_what_is_not_looked_for(outside: str) -> None:
    """A draft within a schema, and a recursive reference to anything but the schema itself."""
    file = f"{outside}/config.json"
    draft = "https://json-schema.org/draft/2019-09/schema"
    title = {"$id": "x.json", "$schema": file, "type": "null"}
    body = {"$recursiveRef": file, "type": "null"}
    schema = {"$schema": draft, "properties": {"title": title, "type": body}}
    Path("own.json").write_text(json.dumps(schema))
    write(naming("own.json"), "a.md")
    assert told().out.count("[schema/type]") == 2


def test_files_within_the_repository_that_are_no_schema(run: Run) -> None:
    for name, contents in NO_SCHEMAS.items():
        Path(name).write_text(json.dumps(contents))
    for name, text in NO_FILES.items():
        Path(name).write_text(text)
    for name in (*NO_SCHEMAS, *NO_FILES):
        Path(f"to-{name}.yaml").write_text(f"not: {{$ref: {name}}}\n")
        write(naming(name), f"{name}.md")
        write(naming(f"to-{name}.yaml"), f"to-{name}.md")
    out = told().out
    assert out.count(f":2:10: error {NAMES}: ") == 2 * len(NO_SCHEMAS | NO_FILES), out
    for name in (*NO_SCHEMAS, *NO_FILES):
        ended = run("--schema", f"to-{name}.yaml")
        assert ended.status == 2
        assert SECRET not in ended.err, "nor if the user names what refers to it"


@pytest.mark.parametrize("fragment", ["/auths/ghcr.io/auth", "/auths/ghcr.io", "/type", "/auths"])
def test_parts_of_what_is_no_schema(fragment: str) -> None:
    contents = {"auths": {"ghcr.io": {"auth": SECRET, "type": SECRET}}, "type": "object"}
    Path("config.json").write_text(json.dumps(contents))
    Path("own.json").write_text(json.dumps({"not": {"$ref": f"config.json#{fragment}"}}))
    write(naming("own.json"), "a.md")
    told()
    told("--schema", "own.json")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("schema: ../outside/config.json\n", "1:9"),
        ("overrides: [{files: ['*'], schema: link.json}]\n", "1:36"),
        ("schema: to.json\n", "1:9"),
    ],
)
@pytest.mark.parametrize("option", ["", "--config"])
def test_a_configuration_that_names_a_schema_outside(text: str, place: str, option: str) -> None:
    Path("a.md").write_text(SOUND)
    Path("to.json").write_text('{"$ref": "../outside/config.json"}')
    Path(".articlelint.yaml").write_text(text)
    ended = told(*(option, ".articlelint.yaml") if option else ())
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(f"Error: .articlelint.yaml:{place}: ")
    assert OUTSIDE in ended.err


def test_a_schema_that_the_user_names_may_refer_to_others_anywhere(outside: str) -> None:
    Path(outside, "title.json").write_text('{"not": {"required": ["title"]}}')
    os.symlink(outside, "news/link")
    Path("a.md").write_text(SOUND)
    for way in (f"{outside}/title.json", "../outside/title.json", "news/link/title.json"):
        Path("own.json").write_text(json.dumps({"$ref": way}))
        assert "[schema/not]" in told("--schema", "own.json").out, way
    assert "[schema/not]" in told("--schema", "../outside/title.json").out


def test_a_link_that_the_user_names_does_not_lead_out() -> None:
    """A stranger may have replaced what was there."""
    Path("a.md").write_text(SOUND)
    for option in ("--schema", "--config", "--baseline"):
        ended = told(option, "link.json")
        assert (ended.status, ended.out) == (2, "")
        assert ended.err.startswith("Error: link.json: ")
        assert ended.err.endswith("cannot be read: a link leads out of the repository\n")


def test_an_article_that_is_a_link() -> None:
    os.symlink("../outside/article.md", "a.md")
    os.symlink("../../outside/nothing.md", "news/b.md")
    os.symlink(".git/config", "c.md")
    os.symlink("folder/config.json", "d.md")
    Path("e.md").write_text(SOUND)
    os.symlink("../e.md", "news/f.md")
    said = "error cannot be read: a link leads out of the repository [unreadable-file]"
    found = [f"{path}:1:1: {said}\n" for path in ("a.md", "c.md", "d.md", "news/b.md")]
    assert told() == (1, "".join(found), "")
    for path, line in zip(("a.md", "c.md"), found, strict=False):
        assert told(path) == (1, line, ""), "as pre-commit names it"
    assert told("news/f.md").status == 0
    line = f"folder/article.md:1:1: {said}\n"
    assert told("folder") == told("folder/article.md") == (1, line, "")


def test_a_folder_of_another_repository_is_no_way_out(outside: str) -> None:
    Path(outside, ".git").mkdir()
    assert "unreadable-file" in told("folder/article.md").out
    assert "missing-front-matter" in bounded("../outside/article.md").out


def test_a_configuration_that_is_a_link(outside: str) -> None:
    Path("a.md").write_text(SOUND)
    Path(outside, "config.yaml").write_text(f"rules: {SECRET}\n")
    os.symlink("../outside/config.yaml", ".articlelint.yaml")
    error = "Error: .articlelint.yaml: cannot be read: a link leads out of the repository\n"
    assert told() == (2, "", error)
    Path(".articlelint.yaml").unlink()
    os.symlink("token", ".articlelint.yaml")
    what = "this link does not lead to a valid configuration"
    error = f"Error: .articlelint.yaml: {what}: `--config .articlelint.yaml` tells why\n"
    for text in (f"{SECRET}: 1\n", f"rules: {SECRET}\n", f"a: {SECRET}: x\n", f"- {SECRET}\n"):
        Path("token").write_text(text)
        assert told() == (2, "", error)
    Path("token").write_text("rules: {}\n")
    assert told() == (0, "", "")


@pytest.mark.parametrize("text", [f'["{SECRET}"]', f'[{{"version": "{SECRET}"}}]', SECRET])
def test_a_baseline(text: str) -> None:
    Path("a.md").write_text(SOUND)
    Path("token").write_text(text)
    for name in ("../outside/config.json", "../outside/nothing", "link.json", ".git/config"):
        Path(".articlelint.yaml").write_text(f"baseline: {name}\n")
        error = f"Error: .articlelint.yaml:1:11: {name}: the baseline is outside the repository\n"
        assert told() == (2, "", error)
    Path(".articlelint.yaml").write_text("baseline: token\n")
    assert told().err.startswith("Error: .articlelint.yaml:1:11: token:1:")


def test_the_search_for_a_configuration_stays_in_the_repository() -> None:
    Path("../.articlelint.yaml").write_text("rules: x\n")
    Path("news/a.md").write_text(SOUND)
    assert told() == told("news/a.md") == (0, "", "")
    Path(".articlelint.yaml").write_text("exclude: [x.md]\n")
    assert told() == told("news/a.md") == (0, "", ""), "nor for what else excludes it"
    shutil.rmtree(".git")
    error = 'Error: {}:1:8: "rules" should be a mapping, not the text "x"\n'
    above = os.path.abspath("../.articlelint.yaml")
    assert told() == told("news/a.md") == (2, "", error.format(above))
