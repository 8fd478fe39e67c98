"""Articles and files for the tests of the server."""

from __future__ import annotations

from pathlib import Path

from articlelint.schema.loading.file_uris import file_uri

#: A schema that asks for two keys.
SCHEMA = """\
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "title": {"type": "string"},
    "kind": {"enum": ["news", "essay"]}
  },
  "required": ["title"]
}
"""
CONFIG = "schema: schema.json\n"
#: By that schema, one key has a wrong value; the place is 2:6-2:10, counted from 0.
WRONG = "---\ntitle: One\nkind: newz\n---\n"
SOUND = "---\ntitle: One\nkind: news\n---\n"
WRONG_KIND_MESSAGE = '"kind" should be "news" or "essay", not "newz": did you mean "news"?'
WRONG_KIND = f"2:6-2:10 schema/enum: {WRONG_KIND_MESSAGE}"


def site(folder: Path) -> None:
    """A folder with a configuration and a schema."""
    (folder / ".git").mkdir()
    (folder / ".articlelint.yaml").write_text(CONFIG)
    (folder / "schema.json").write_text(SCHEMA)


def uri(path: Path) -> str:
    """The URI of a file."""
    return file_uri(str(path))
