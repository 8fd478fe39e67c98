"""What a document tells of its nodes."""

from __future__ import annotations

from articlelint.reading.node import Node
from tests.unit.reading.helpers import document_of


def items(node: Node) -> list[tuple[str | int, object]]:
    return [(part, child.value) for part, child in node.items()]


class TestItems:
    def test_of_a_mapping_are_its_keys_and_values(self) -> None:
        root = document_of("a: 1\nb: x\n").root
        assert items(root) == [("a", 1), ("b", "x")]

    def test_of_a_list_are_its_indices_and_values(self) -> None:
        root = document_of("a: [x, y]\n").root
        assert items(root.children["a"]) == [(0, "x"), (1, "y")]

    def test_a_scalar_has_none(self) -> None:
        root = document_of("a: 1\nb:\n").root
        assert items(root.children["a"]) == []
        assert items(root.children["b"]) == []

    def test_an_alias_has_none(self) -> None:
        root = document_of("a: &x [1]\nb: *x\n").root
        assert items(root.children["b"]) == []
        assert root.children["b"].value == [1]
