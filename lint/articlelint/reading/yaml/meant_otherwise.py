"""What parses, and no writer means: lines that YAML takes for parts of a text or of a key."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.reading.node import Node
from articlelint.reading.yaml.corrections import RefusedError
from articlelint.text.late_pattern import late_pattern

#: Spaces of other kinds, which YAML takes for letters.
ODD_SPACES = "\xa0\u2002\u2003\u2007\u2009\u202f\u3000"
_ODD_SPACE = late_pattern(f"[{ODD_SPACES}]")
_BEGINS_LINE = late_pattern(rf"(?:-|[\w-]+:)?[{ODD_SPACES}]")
_MAX_INDENTATION = 200
#: A key that ends with an equals sign, a tab or the like, or a colon without a space, and the
#: beginning of the value as well: words, so that `og:title` is none.
SIGN_IN_KEY = late_pattern(
    r"[\w-]+(?:[ \t]+(?:=>|:=|->|=)|=>?(?=[ \t]*[\"'“]))[ \t]*[^\s=]|[\w-]+:[^\s:/]\S*[ \t]"
    r"|[\w-]+[ ]*\t[ \t]*\S"
)


def refuse_what_is_meant_otherwise(text: str, root: Node) -> None:
    """Raise RefusedError at the first line that is meant as a key, pair or item, and is none.

    That is a whole text without a single key, a space of another kind where YAML has its own, or an
    equals sign or a tab where the value has the first colon.
    """
    if root.plain:
        _refuse_pair(text, root)
    has_odd_space = not text.isascii() and _ODD_SPACE.search(text, 0, root.end)
    if has_odd_space or text.find(" =", root.start, root.end) >= 0 or _has_sign(root):
        for node in _unquoted(root):
            _refuse_odd_space(text, node)
            if SIGN_IN_KEY.match(node.plain or "") and _ends_with_colon(text, node):
                raise RefusedError(node.start)


def _has_sign(root: Node) -> bool:
    """Whether a key of the root may hold a sign that is no colon; for others, ` =` must do."""
    return isinstance(root.value, dict) and any(
        "=" in key or "->" in key or ":" in key or "\t" in key for key in root.value
    )


def _refuse_pair(text: str, root: Node) -> None:
    from articlelint.reading.yaml.syntax.pairs import recognise  # noqa: PLC0415 - seldom needed
    from articlelint.reading.yaml.syntax.stumble import Line  # noqa: PLC0415 - as above

    if recognise(text, Line.at(text, root.start)):
        raise RefusedError(root.start)


def _refuse_odd_space(text: str, node: Node) -> None:
    before = text[max(0, node.start - _MAX_INDENTATION) : node.start].rstrip(" ")
    if _BEGINS_LINE.match(text, node.start) and before[-1:] in ("", "\r", "\n"):
        raise RefusedError(node.start)


def _ends_with_colon(text: str, node: Node) -> bool:
    return text[node.end : node.end + 1] == ":"


def _unquoted(node: Node) -> Iterator[Node]:
    """Every key and text without quotes, in the order of the text."""
    if node.plain:
        yield node
    for child in node.values():
        if child.key and child.key.plain:
            yield child.key
        yield from _unquoted(child)
