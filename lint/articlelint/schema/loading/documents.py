"""The documents of one schema: its own, and the local files that its references lead to."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

import jsonschema_rs
from jsonschema_rs import ReferencingError, Registry

from articlelint.model import DataPath
from articlelint.root import real_path
from articlelint.schema.loading import drafts
from articlelint.schema.loading.file_uris import file_path
from articlelint.schema.loading.references import Reference, absolute, own_uri, references
from articlelint.schema.loading.store import Schema, SchemaError, load_file, outside
from articlelint.text.words import show

#: What jsonschema-rs calls the drafts.
_DRAFTS = {
    drafts.DRAFT_4: jsonschema_rs.Draft4,
    drafts.DRAFT_6: jsonschema_rs.Draft6,
    drafts.DRAFT_7: jsonschema_rs.Draft7,
    drafts.DRAFT_2019_09: jsonschema_rs.Draft201909,
    drafts.DRAFT_2020_12: jsonschema_rs.Draft202012,
}
#: How many files a schema may refer to, and how many characters all may have together, its own
#: included. A file counts for each URI that leads to it, since it is compiled for each: that takes
#: up to a second, and a hundred bytes of memory for each character.
_MOST_FILES = 256
_MOST_CHARACTERS = 4 * 1024**2


class Documents:
    """A schema and the files that it refers to, each read once; nothing comes from a network.

    ``check`` is called with each of those files and raises SchemaError for one that is no schema.
    Without it, they are taken to be sound. How many and how long they may be is limited, also if
    one file is referred to by many links and spellings of its URI. ``length`` is how many
    characters those have that were read so far.
    """

    def __init__(self, schema: Schema, check: Callable[[Schema], None] = lambda _: None) -> None:
        self.schema = schema
        self._check = check
        self._schemas = {schema.uri: schema}
        #: By their real paths, those that references lead to.
        self._by_file: dict[str, Schema] = {}
        self.length = schema.length
        self._excess = ""
        self._contents: dict[str, Any] = {}
        self._failed: dict[str, str] = {}

    def retrieve(self, uri: str) -> Any:
        """The contents of the document at a URI. Raises LookupError if it cannot be read."""
        if uri not in self._contents:
            try:
                self._contents[uri] = self._load(uri)
            except (SchemaError, LookupError) as error:
                self._failed[uri] = error.args[0]
                raise LookupError(*error.args) from None
        return self._contents[uri]

    def schema_at(self, uri: str) -> Schema | None:
        """The schema of the document at a URI; None if there is none to be had yet.

        Raises SchemaError if there are too many.
        """
        if uri in self._schemas:
            return self._schemas[uri]
        try:
            self.retrieve(uri)
        except LookupError:
            if self._excess:
                raise self.schema.error(self._excess) from None
            self._failed.pop(uri, None)  # whoever needs it asks again
        return self._schemas.get(uri)

    def are_quoted(self) -> bool:
        """Whether errors may show values of all documents that were read so far."""
        return all(schema.is_quoted for schema in self._schemas.values())

    def files(self) -> list[str]:
        """The paths of the files that were read so far; none for a schema given as data."""
        return [path for uri in self._schemas if (path := file_path(uri))]

    def schemas(self) -> list[Schema]:
        """The schema, and those of the files that were read so far."""
        return [*self._schemas.values()]

    def texts(self) -> list[str]:
        """The texts of all documents that were read so far."""
        return [schema.text for schema in self._schemas.values()]

    def retrieved(self) -> Mapping[str, Any]:
        """The contents of the documents that were retrieved so far, by their URIs."""
        return self._contents

    def contents(self) -> Any:
        """The schema's own contents, with URIs relative to its file."""
        return self._at_its_place(self.schema, self.schema.uri)

    def broken_reference(self) -> SchemaError | None:
        """The error of the first reference that cannot be followed; None if there is none.

        That is the first one in the schema itself, else in the files in the order in which they are
        referred to. Where they lead to too much, it depends on the order which one is the first too
        many. So that is an error of the whole schema.
        """
        is_found = self._is_found()
        if self._excess:
            return self.schema.error(self._excess)
        for schema, each in self._references():
            message = self._why_broken(each, is_found)
            if message:
                return schema.error(message, each.path)
        return None

    def broken_references(self) -> Iterator[tuple[str, DataPath]]:
        """What is wrong with each reference of the schema itself, used or not, and its path."""
        is_found = self._is_found()
        own = self.schema
        for each in references(own.contents, own.uri, own.draft()):
            message = self._why_broken(each, is_found)
            if message:
                yield message, each.path

    def _why_broken(self, reference: Reference, is_found: Callable[[str, str], bool]) -> str:
        """What is wrong with a reference that cannot be followed; else, or if unknown, nothing."""
        message = f"cannot resolve the reference {show(reference.written)}"
        if reason := self._failed.get(reference.document):
            return f"{message}: {reason}"
        is_lost = not (reference.document and is_found(reference.base, reference.written))
        return message if is_lost else ""

    def _references(self) -> Iterator[tuple[Schema, Reference]]:
        """Each reference of each document that was read so far, with that document."""
        uris = [self.schema.uri]
        known = {*uris}
        for uri in uris:
            schema = self._schemas[uri]
            for each in references(schema.contents, uri, self._draft(schema)):
                yield schema, each
                if each.document in self._schemas and each.document not in known:
                    uris.append(each.document)
                    known.add(each.document)

    def _is_found(self) -> Callable[[str, str], bool]:
        """Whether a reference leads to something in the documents, by its base and what is written.

        jsonschema-rs stops at any document that is missing: not always at the same. So that all are
        looked for, it is given something in their place. If a URI is not valid, nothing is known
        of any reference, and each counts as found.
        """
        own = (self.schema.uri, self.schema.contents)
        draft = _DRAFTS[self.schema.draft()]
        try:
            registry = Registry([own], draft=draft, retriever=self._or_nothing)
        except ValueError:
            return lambda _base, _written: True

        @cache  # what is found is copied, and may be the whole document
        def is_found(base: str, written: str) -> bool:
            try:
                registry.resolver(base).lookup(written)
            except ReferencingError:
                return False
            return True

        return is_found

    def _or_nothing(self, uri: str) -> Any:
        """The contents of the document at a URI; those of an empty schema if it cannot be read."""
        try:
            return self.retrieve(uri)
        except LookupError:
            return {}

    def _load(self, uri: str) -> Any:
        schema = self._read(self._file(uri))
        self._count(schema)
        self._schemas[uri] = schema
        return self._at_its_place(schema, uri)

    def _count(self, schema: Schema) -> None:
        """Count one more file. Raises LookupError if that is too much."""
        self.length += schema.length
        if len(self._schemas) > _MOST_FILES:
            self._excess = f"the schema refers to more than {_MOST_FILES} files"
        elif self.length > _MOST_CHARACTERS:
            most = f"{_MOST_CHARACTERS // 1024**2} MiB"
            self._excess = f"the schema and the files that it refers to are larger than {most}"
        if self._excess:
            raise LookupError(self._excess)

    def _read(self, path: str) -> Schema:
        real = real_path(path)
        if real not in self._by_file:
            schema = load_file(path, self.schema.root, is_named=False)
            self._check(schema)
            self._by_file[real] = schema
        return self._by_file[real]

    def _at_its_place(self, schema: Schema, uri: str) -> Any:
        """The contents of a schema, so that they mean the same with ``uri`` as their base.

        Both validators take the URI that they asked for as the base, whatever the ``$id`` is.
        """
        draft = self._draft(schema)
        if own_uri(schema.contents, uri, draft):
            return absolute(schema.contents, uri, draft)
        return schema.contents

    def _draft(self, schema: Schema) -> str:
        return schema.draft(self.schema.draft())

    def _file(self, uri: str) -> str:
        """The local file of a URI.

        A schema's own ``$id`` says where it is published, not where it is found: what is relative
        to it is looked for beside the schema's file, too.
        """
        places = (uri, *(_beside(uri, own, schema.uri) for own, schema in self._published()))
        files = [path for place in places if (path := file_path(place))]
        root = self.schema.root
        within = [path for path in files if not root or root.holds_schema(path)]
        for path in within:
            if os.path.isfile(path):
                return path
        if root and within != files:
            raise LookupError(outside(root))
        missing = [f"there is no file {files[0]}"] if files else []
        unfetched = [] if file_path(uri) else ["nothing is fetched from a network"]
        raise LookupError(", and ".join(unfetched + missing))

    def _published(self) -> Iterator[tuple[str, Schema]]:
        """The schemas that give themselves a URI, with that URI."""
        for uri, schema in self._schemas.items():
            own = own_uri(schema.contents, uri, self._draft(schema))
            if own:
                yield own, schema


def _beside(uri: str, own: str, file: str) -> str:
    """Where a URI is found if the schema at ``own`` is found at ``file``; empty if unrelated."""
    wanted, known = urlsplit(uri), urlsplit(own)
    if wanted[:2] != known[:2] or not known.path.startswith("/"):
        return ""
    relative = posixpath.relpath(wanted.path or "/", posixpath.dirname(known.path))
    return urljoin(file, relative)
