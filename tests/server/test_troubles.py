"""What is the matter is said once."""

from __future__ import annotations

from articlelint.server.troubles import Troubles


def test_the_same_is_new_only_once_until_it_is_over() -> None:
    troubles = Troubles()
    assert troubles.note("a", "broken")
    assert not troubles.note("a", "broken")
    assert not troubles.note("b", "broken"), "another document has the same"
    assert not troubles.note("a", None)
    assert not troubles.note("a", "broken"), "it was not over for the other one"
    assert not troubles.note("a", None)
    assert not troubles.note("b", None)
    assert troubles.note("b", "broken")


def test_something_else_is_new() -> None:
    troubles = Troubles()
    assert troubles.note("a", "broken")
    assert troubles.note("a", "gone")
    assert troubles.note("a", "broken")
