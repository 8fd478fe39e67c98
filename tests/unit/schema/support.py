"""What the tests of the schema stage share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articlelint import Diagnostic, lint_text
from articlelint.schema.loading.drafts import DRAFT_2019_09, DRAFT_2020_12, NAMES
from articlelint.settings.config import make_config
from tests.support import article, source_of, written

#: By its name, the URI of each draft as that draft's authors write it.
DRAFTS = {
    name: uri if uri in (DRAFT_2019_09, DRAFT_2020_12) else uri + "#" for uri, name in NAMES.items()
}
_ORDER = list(DRAFTS)

WHOLE = {"type": "integer"}
#: What is said where all that is wrong with the front matter would take too long to find.
UNTOLD = (
    "1:1-1:4 too-complex: the schema rejects the front matter, and it takes too long to find all "
    "reasons"
)


def drafts(text: str) -> list[str]:
    """The drafts from one to another: ``4..7``, ``6..`` (to the newest) or ``7`` alone."""
    first, dots, last = text.partition("..")
    start = _ORDER.index(first)
    end = _ORDER.index(last) if last else (len(_ORDER) - 1 if dots else start)
    return _ORDER[start : end + 1]


def diagnostics(text: str | bytes, schema: Any) -> list[Diagnostic]:
    """What the schema alone has to say of a text; of the rules, none is asked."""
    return lint_text(text, schema=schema, config=make_config({}, select=["schema"]))


def reported(text: str | bytes, schema: Any) -> list[str]:
    """The same, each as ``line:column-line:column id pointer: message``."""
    source = source_of(text)
    return [written(each, source) for each in diagnostics(text, schema)]


def of(front_matter: str, schema: Any) -> list[str]:
    """The same for a front matter, which begins on line 2."""
    return reported(article(front_matter), schema)


def chain(length: int, link: Callable[[dict[str, str]], dict[str, Any]]) -> dict[str, Any]:
    """A schema of ``n`` in which each definition makes something of the next one."""
    to = [{"$ref": f"#/$defs/a{index}"} for index in range(length + 1)]
    links = {f"a{index}": link(to[index + 1]) for index in range(length)}
    return {"properties": {"n": to[0]}, "$defs": {**links, f"a{length}": WHOLE}}


def twice(keyword: str) -> Callable[[dict[str, str]], dict[str, Any]]:
    """A link of a chain that applies the next one two times."""
    return lambda following: {keyword: [following, following]}
