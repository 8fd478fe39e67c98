"""Which key or value is at a place."""

from __future__ import annotations

import pytest

from articlelint.reading.written_at import written_at


def at(text: str) -> tuple[object, ...] | None:
    offset = text.index("@")
    text = text.replace("@", "")
    found = written_at(text, offset)
    return found and (found.path, found.is_key, text[slice(*found.span)], found.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntit@le: One\n---\n", (("title",), True, "title", "One")),
        ("---\ntitle: On@e\n---\n", (("title",), False, "One", "One")),
        ("---\ntitle@: One\n---\n", (("title",), True, "title", "One")),
        ("---\na:\n  - b: '@x'\n---\n", (("a", 0, "b"), False, "'x'", "x")),
        ("---\na:\n  @b: 1\n---\n", (("a", "b"), True, "b", 1)),
        ("---\na: [x, @y]\n---\n", (("a", 1), False, "y", "y")),
        ('+++\na = "@x"\n+++\n', (("a",), False, '"x"', "x")),
        ('{"@a": 1}\n', (("a",), True, '"a"', 1)),
        ("---\na: 1\n---\nbo@dy", None),
        ("-@--\na: 1\n---\n", None),
        ("---\na: 1\n@\nb: 2\n---\n", None),
        ("text@", None),
        # what does not parse
        ('---\n"open\nti@tle: One\n---\n', (("title",), True, "title", "One")),
        ('---\n"open\ntitle: "On@e\n---\n', (("title",), False, '"One', '"One')),
        ('---\n"open\n- x@y\n---\n', None),
        ('---\n"open\na: @\n---\n', None),
        (';;;\n{"a": @[}\n;;;\n', None),
        ("---\na: 1\nb: @two\n", (("b",), False, "two", "two")),
        ("+++\na = @[\n+++\n", None),
    ],
)
def test_what_is_at_a_place(text: str, expected: tuple[object, ...] | None) -> None:
    assert at(text) == expected
