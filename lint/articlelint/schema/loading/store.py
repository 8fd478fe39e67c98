"""Find and load schemas: bundled ones by name, a team's own by file; never from the network."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from articlelint.files import path_in_text, read_regular
from articlelint.model import DataPath, Position, pointer
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import whole
from articlelint.root import Root, real_path
from articlelint.schema.loading import drafts
from articlelint.schema.loading.file_uris import file_uri
from articlelint.schema.loading.parse import ParseError, parse
from articlelint.text.late_pattern import late_pattern

#: The name of the bundled schema that is used where none is named.
DEFAULT_SCHEMA = "article"
#: What is named where there is to be no schema: it takes everything.
NO_SCHEMA = "none"

#: The most bytes of a schema's file. In memory it takes ten times as much.
MAX_BYTES = 2 * 1024 * 1024

_SUFFIX = ".schema.json"
#: What bundled schemas have in common: to read and to refer to, not to check with.
_PARTS = "parts"
#: The schema of configurations, for editors that complete them: no article goes by it.
_CONFIG = "config"
#: The folder of the presets.
_PRESETS = "presets"
#: How a file says that it is a schema.
_DECLARATION = late_pattern(r"""\$schema["']?[ \t]*:\s*["']?https?://json-schema\.org/""")
#: What makes an error say more.
DECLARE = "give a draft in `$schema` to read more"
#: The URI of a schema that has no file: a host that never exists (RFC 2606).
_NOWHERE = "https://schema.invalid/"


class SchemaError(Exception):
    """A schema that cannot be used. ``str()`` is one line that begins with the schema's place.

    ``message`` is what is wrong, and ``position`` where, if that is known.
    """

    def __init__(self, name: str, message: str, position: Position | None = None) -> None:
        self.message = message
        self.position = position
        self._rest = (
            f":{position.line}:{position.column}: {message}" if position else f": {message}"
        )
        super().__init__(name + self._rest)

    def called(self, name: str) -> str:
        """The same line, with another name for the schema."""
        return name + self._rest


class Schema:
    """One schema document: ``contents`` (plain data), its ``uri`` and the ``name`` to show.

    ``uri`` is where it was found, whatever its own ``$id`` says. All files that it refers to must
    lie within ``root``, if there is one. ``other_draft`` is what it names that is no draft: then it
    is read by the nearest one. ``is_quoted`` tells whether errors may show values of it: not of a
    file that is no schema, which may hold secrets.
    """

    def __init__(  # noqa: PLR0913 - all but the first three have defaults
        self,
        contents: Any,
        uri: str,
        name: str,
        text: str = "",
        root: Root | None = None,
        *,
        is_quoted: bool = True,
    ) -> None:
        self.contents, self.other_draft = drafts.with_known_draft(contents)
        self.uri = uri
        self.name = name
        self.root = root
        self.is_quoted = is_quoted
        self._text = text

    @property
    def text(self) -> str:
        """The text of its file; of one that has none, its contents as JSON."""
        return self._text or json.dumps(self.contents)

    @property
    def length(self) -> int:
        """How many characters its file has; 0 if it has none."""
        return len(self._text)

    def draft(self, default: str = drafts.DEFAULT) -> str:
        """The draft that it names, or is read by, as the address without an empty fragment."""
        return drafts.named(self.contents, default)

    def error(self, message: str, path: DataPath = ()) -> SchemaError:
        """An error of this schema at ``path``, with line and column where it has a file."""
        where = f" (at {pointer(path)})" if path else ""
        return SchemaError(self.name, message + where, self._position(path))

    def unquoted_error(self, path: DataPath = ()) -> SchemaError:
        """An error that says where it is no schema, but shows nothing of what is there."""
        return SchemaError(self.name, f"not a schema: {DECLARE}", self._position(path))

    def _position(self, path: DataPath) -> Position | None:
        """Read the file again as YAML, which JSON is too, for the sake of the place alone."""
        if not self._text:
            return None
        source = SourceFile.from_text(self._text)
        try:
            document, _ = read_block(source.text, whole(source.text), "schema")
            return source.position(document.value_span(path).start)
        except (UnreadableError, LookupError, TypeError):
            return None


@cache
def bundled(name: str) -> Schema:
    """A schema that ships with articlelint, for example ``article``. Raises SchemaError."""
    return load_file(_bundled_file(name))


@cache
def no_schema() -> Schema:
    """The schema of articles that are checked by rules alone."""
    return Schema(contents=True, uri=_NOWHERE, name=NO_SCHEMA)


def is_bundled(schema: Schema) -> bool:
    """Whether a schema ships with articlelint."""
    if schema is no_schema():
        return True
    return os.path.dirname(schema.name) in {_folder(), presets_folder()}


def is_name(name: str) -> bool:
    """Whether it means a schema that ships with articlelint, or none, in every folder."""
    return name == NO_SCHEMA or name in bundled_names()


@cache
def presets_folder() -> str:
    """Where the presets are, each of which holds schemas of its own."""
    return os.path.join(_folder(), _PRESETS)


def of_preset(contents: Mapping[str, Any], file: str, name: str) -> Schema:
    """A schema that the file of a preset holds under a name; it refers to nothing else."""
    return Schema(dict(contents), f"{file_uri(file)}?{quote(name)}", f"{file}#{name}")


def bundled_names() -> list[str]:
    """The names of the schemas of articles that ship with articlelint."""
    files = os.listdir(_folder())
    names = {file.removesuffix(_SUFFIX) for file in files if file.endswith(_SUFFIX)}
    return sorted(names - {_CONFIG})


def bundled_text(name: str) -> str:
    """The text of a bundled schema's file.

    That of ``parts``, which the others share, is one too, and that of ``config``. Raises
    SchemaError for an unknown name.
    """
    if name == NO_SCHEMA:
        return f"{no_schema().text}\n"
    others = {_PARTS: f"{_PARTS}.json", _CONFIG: _CONFIG + _SUFFIX}
    path = os.path.join(_folder(), others[name]) if name in others else _bundled_file(name)
    with open(path, encoding="utf-8") as file:
        return file.read()


def find(name_or_file: str, folder: str = "", root: Root | None = None) -> Schema:
    """A bundled schema by its name, else that of a file, relative to a folder. Raises SchemaError.

    A bundled name wins over a file of that name, so that it means the same in every folder, and
    ``none`` means the schema that takes everything. A file, and all that it refers to, must lie
    within ``root``; without one, the user has named the file. After ``#``, a name may have the JSON
    Pointer of a schema within the file.
    """
    if name_or_file == NO_SCHEMA:
        return no_schema()
    if name_or_file in bundled_names():
        return bundled(name_or_file)
    file = os.path.join(folder, path_in_text(name_or_file))
    whole, _, fragment = name_or_file.partition("#")
    if whole and fragment and not os.path.isfile(file):
        return within(find(whole, folder, root), f"#{fragment}")
    _check_within(file, root)
    if os.path.isfile(file) or os.path.splitext(name_or_file)[1]:
        return load_file(file, root, is_named=root is None)
    return bundled(name_or_file)


def within(whole: Schema, fragment: str) -> Schema:
    """The schema at a JSON Pointer, in the form of a URI fragment, within another one."""
    return made_of(whole, {"$ref": whole.uri + fragment}, whole.name + fragment)


def made_of(whole: Schema, contents: Mapping[str, Any], name: str) -> Schema:
    """A schema that has no file, and refers to another one by its URI."""
    return Schema({"$schema": whole.draft(), **contents}, _NOWHERE, name, root=whole.root)


def find_file(path: str, root: Root) -> Schema:
    """The schema of a file by its path, which must lie within ``root``. Raises SchemaError."""
    _check_within(path, root)
    return load_file(path, root, is_named=False)


def outside(root: Root) -> str:
    """What is wrong with a file that is not within the root."""
    return (
        f"it is outside the {root.name}: the configuration can allow its folder in `schema-folders`"
    )


def from_mapping(contents: Mapping[str, Any] | bool) -> Schema:  # noqa: FBT001 - as a schema
    """A schema that is at hand as plain data; its relative references lead nowhere."""
    return Schema(contents if isinstance(contents, bool) else dict(contents), _NOWHERE, "schema")


def load_file(path: str, root: Root | None = None, *, is_named: bool = True) -> Schema:
    """A schema from a JSON or YAML file. Raises SchemaError where it cannot be read or parsed.

    ``is_named`` tells whether the user has named this very file, and so knows what is in it.
    """
    try:
        # What somebody else names is where it may be: then links to there are followed.
        data = read_regular(path if is_named else real_path(path), MAX_BYTES + 1)
    except OSError as error:
        raise SchemaError(path, f"cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise SchemaError(path, f"larger than {MAX_BYTES // 1024**2} MiB, which is the limit")
    return from_source(path, SourceFile.from_bytes(data), root, is_named=is_named)


def from_source(
    path: str, source: SourceFile, root: Root | None = None, *, is_named: bool = True
) -> Schema:
    """The same from the text of the file, which may be another one than on disk."""
    if source.fault:
        position = source.position(source.fault.span.start)
        raise SchemaError(path, source.fault.message, position)
    is_quoted = is_named or _DECLARATION.search(source.text) is not None
    try:
        contents = parse(source, is_json=path.lower().endswith(".json"))
    except ParseError as error:
        is_hidden = error.quotes and not is_quoted
        message = f"invalid YAML: {DECLARE}" if is_hidden else error.message
        raise SchemaError(path, message, error.position) from None
    return Schema(contents, file_uri(path), path, source.text, root, is_quoted=is_quoted)


def _check_within(path: str, root: Root | None) -> None:
    if root and not root.holds_schema(path):  # whether it exists or not: nobody learns that
        raise SchemaError(path, outside(root))


def _bundled_file(name: str) -> str:
    names = bundled_names()
    if name not in names:
        from articlelint.text.spelling import did_you_mean  # noqa: PLC0415 - only after a mistake

        names.append(NO_SCHEMA)
        known = f"neither a file nor one of {', '.join(names)}"
        raise SchemaError(name, "; ".join((f"no such schema: {known}", *did_you_mean(name, names))))
    return os.path.join(_folder(), name + _SUFFIX)


@cache
def _folder() -> str:
    """Where the bundled schemas are: in the package, or in a checkout beside ``lint/``."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    packaged = os.path.join(package, "schemas")
    if os.path.isdir(packaged):
        return packaged
    return os.path.join(os.path.dirname(os.path.dirname(package)), "schemas")
