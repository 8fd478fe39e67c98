"""Reading a text alone, without schema and rules, and writing down what came of it."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.model import DataPath, Diagnostic
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.node import Node
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from tests.support import article, source_of, written


class Reading(NamedTuple):
    """A text as it was read: there is a document, or a diagnostic that says why not."""

    source: SourceFile
    document: Document | None
    faults: list[Diagnostic]

    def written(self) -> list[str]:
        """Each fault as ``line:column-line:column id pointer: message``."""
        return [written(each, self.source) for each in self.faults]

    def place(self, node: Node) -> str:
        """``line:column-line:column`` of a node."""
        start, end = map(self.source.position, node.span)
        return f"{start.line}:{start.column}-{end.line}:{end.column}"


def read(text: str | bytes) -> Reading:
    source = source_of(text)
    if source.fault:
        return Reading(source, None, [source.fault])
    block = find_block(source.text)
    if isinstance(block, Diagnostic):
        return Reading(source, None, [block])
    try:
        document, faults = read_block(source.text, block)
    except UnreadableError as error:
        return Reading(source, None, list(error.diagnostics))
    return Reading(source, document, faults)


def document_of(front_matter: str) -> Document:
    """The document of a front matter without faults."""
    reading = read(article(front_matter))
    assert reading.written() == []
    assert reading.document
    return reading.document


def faults_of(front_matter: str) -> list[str]:
    return read(article(front_matter)).written()


def node_at(document: Document, path: DataPath) -> Node:
    node = document.root
    for part in path:
        node = node.children[part]
    return node


def nodes_of(document: Document) -> dict[DataPath, Node]:
    """Every node by its path; those in an alias are the alias's alone."""
    found: dict[DataPath, Node] = {}

    def collect(path: DataPath, node: Node) -> None:
        found[path] = node
        for part, child in node.items():
            collect((*path, part), child)

    collect((), document.root)
    return found
