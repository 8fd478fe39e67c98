"""Find and load schemas: bundled ones by name, a team's own by file; never from the network."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from articlelint.files import path_in_text, read_regular
from articlelint.model import DataPath, Diagnostic, Position, pointer
from articlelint.reading.document import UnreadableError
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.reading.yaml import whole
from articlelint.schema.loading import drafts
from articlelint.text.spelling import did_you_mean
from articlelint.text.words import kind

#: The name of the bundled schema that is used where none is named.
DEFAULT_SCHEMA = "article"

#: The most bytes of a schema's file. In memory it takes ten times as much.
MAX_BYTES = 2 * 1024 * 1024

_SUFFIX = ".schema.json"
#: What bundled schemas have in common: to read and to refer to, not to check with.
_PARTS = "parts"
#: The schema of configurations, for editors that complete them: no article goes by it.
_CONFIG = "config"
#: The URI of a schema that has no file: a host that never exists (RFC 2606).
_NOWHERE = "https://schema.invalid/"


class SchemaError(Exception):
    """A schema that cannot be used. ``str()`` is one line that begins with the schema's place."""

    def __init__(self, name: str, message: str, position: Position | None = None) -> None:
        self._rest = (
            f":{position.line}:{position.column}: {message}" if position else f": {message}"
        )
        super().__init__(name + self._rest)

    def called(self, name: str) -> str:
        """The same line, with another name for the schema."""
        return name + self._rest


class Schema:
    """One schema document: ``contents`` (plain data), its ``uri`` and the ``name`` to show.

    ``uri`` is where it was found, whatever its own ``$id`` says.
    """

    def __init__(self, contents: Any, uri: str, name: str, text: str = "") -> None:
        self.contents = contents
        self.uri = uri
        self.name = name
        self._text = text

    def draft(self, default: str = drafts.DEFAULT) -> str:
        """The ``$schema`` that it names, without an empty fragment."""
        return drafts.named(self.contents, default)

    def error(self, message: str, path: DataPath = ()) -> SchemaError:
        """An error of this schema at ``path``, with line and column where it has a file."""
        where = f" (at {pointer(path)})" if path else ""
        return SchemaError(self.name, message + where, self._position(path))

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


def is_bundled(schema: Schema) -> bool:
    """Whether a schema ships with articlelint."""
    return os.path.dirname(schema.name) == _folder()


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
    others = {_PARTS: f"{_PARTS}.json", _CONFIG: _CONFIG + _SUFFIX}
    path = os.path.join(_folder(), others[name]) if name in others else _bundled_file(name)
    with open(path, encoding="utf-8") as file:
        return file.read()


def find(name_or_file: str, folder: str = "") -> Schema:
    """A bundled schema by its name, else that of a file, relative to a folder. Raises SchemaError.

    A bundled name wins over a file of that name, so that it means the same in every folder.
    """
    file = os.path.join(folder, path_in_text(name_or_file))
    is_file = os.path.isfile(file) or os.path.splitext(name_or_file)[1]
    if is_file and name_or_file not in bundled_names():
        return load_file(file)
    return bundled(name_or_file)


def from_mapping(contents: Mapping[str, Any] | bool) -> Schema:  # noqa: FBT001 - as a schema
    """A schema that is at hand as plain data; its relative references lead nowhere."""
    return Schema(contents if isinstance(contents, bool) else dict(contents), _NOWHERE, "schema")


def load_file(path: str) -> Schema:
    """A schema from a JSON or YAML file. Raises SchemaError where it cannot be read or parsed."""
    try:
        data = read_regular(path, MAX_BYTES + 1)
    except OSError as error:
        raise SchemaError(path, f"cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise SchemaError(path, f"larger than {MAX_BYTES // 1024**2} MiB, which is the limit")
    source = SourceFile.from_bytes(data)
    if source.fault:
        raise _unreadable(path, source, source.fault)
    return Schema(_parse(path, source), file_uri(path), path, source.text)


def file_uri(path: str) -> str:
    """The file URI (RFC 8089) of a path, also of one with a drive letter."""
    absolute = os.path.abspath(path).replace(os.sep, "/").lstrip("/")
    return "file:///" + quote(absolute, safe="/:", errors="surrogateescape")


def file_path(uri: str) -> str | None:
    """The path of a local file URI; None for any other."""
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc:
        return None
    path = path_in_text(unquote(parts.path, errors="surrogateescape"))
    return path[1:] if path[2:3] == ":" else path


def _bundled_file(name: str) -> str:
    names = bundled_names()
    if name not in names:
        known = f"neither a file nor one of {', '.join(names)}"
        raise SchemaError(name, "; ".join((f"no such schema: {known}", *did_you_mean(name, names))))
    return os.path.join(_folder(), name + _SUFFIX)


class _RepeatedKeyError(Exception):
    """JSON that gives a key twice: its readers would drop the first without a word."""


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    contents = dict(pairs)
    if len(contents) < len(pairs):
        raise _RepeatedKeyError
    return contents


def _parse(name: str, source: SourceFile) -> Any:
    try:
        contents = json.loads(source.text, object_pairs_hook=_without_repeated_keys)
    except _RepeatedKeyError:
        return _parse_yaml(name, source)  # which refuses a repeated key, and says where
    except json.JSONDecodeError as error:
        if name.lower().endswith(".json"):
            position = Position(error.lineno, error.colno)
            raise SchemaError(name, f"invalid JSON: {error.msg}", position) from None
        return _parse_yaml(name, source)
    except RecursionError:
        raise SchemaError(name, "the schema is nested too deeply") from None
    except ValueError:
        raise SchemaError(name, "a number has too many digits") from None
    if not isinstance(contents, dict | bool):
        raise SchemaError(name, f"the schema is {kind(contents)}, not a mapping")
    return contents


def _parse_yaml(name: str, source: SourceFile) -> Any:
    try:
        document, faults = read_block(source.text, whole(source.text), "schema")
    except UnreadableError as error:
        raise _unreadable(name, source, error.diagnostic) from None
    for fault in faults:
        raise _unreadable(name, source, fault)
    return document.data


def _unreadable(name: str, source: SourceFile, fault: Diagnostic) -> SchemaError:
    return SchemaError(name, fault.message, source.position(fault.span.start))


@cache
def _folder() -> str:
    """Where the bundled schemas are: in the package, or in a checkout beside ``lint/``."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    packaged = os.path.join(package, "schemas")
    if os.path.isdir(packaged):
        return packaged
    return os.path.join(os.path.dirname(os.path.dirname(package)), "schemas")
