"""A JSON Schema that articles have in common, drawn from what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from articlelint.engine.named_schema import without_name
from articlelint.model import Diagnostic
from articlelint.reading.document import Document, UnreadableError
from articlelint.reading.frontmatter import find_block
from articlelint.reading.read import read_block
from articlelint.reading.source import SourceFile
from articlelint.schema.loading import drafts
from articlelint.setup.documented import Documented
from articlelint.setup.draw import COUNTS, Drawing, KnownKeys
from articlelint.setup.fields import dates_of_fields, field_names
from articlelint.setup.kinds import Kind, Kinds
from articlelint.setup.names import distinct_name, title_of
from articlelint.setup.parts import shared_parts
from articlelint.setup.seen_dates import ReadBy
from articlelint.text.words import counted

#: The most files that are named of those that are left out.
_MOST_LEFT_OUT = 10


class NothingToInferError(Exception):
    """There is no article to draw a schema from."""


class InferredKind(NamedTuple):
    """A kind of content: its name, how many articles it has, and in which folders it is alone.

    In these folders are ``others`` all the same, which are named.
    ``fields`` are the names of its fields by those of the article schema, where they differ.
    ``dates`` are the names of the forms that read the dates of each such field, also a usual one.
    """

    name: str
    articles: int
    folders: tuple[str, ...]
    others: tuple[str, ...]
    fields: Mapping[str, str]
    dates: Mapping[str, frozenset[ReadBy]]

    @property
    def pointer(self) -> str:
        """Where its schema is, if there are several kinds."""
        return f"#/$defs/{self.name}"


class Inferred(NamedTuple):
    """A schema, the kinds of content that it holds, and what to tell about the articles.

    ``dialects`` counts the articles by the names of their dialects.
    """

    schema: dict[str, Any]
    kinds: list[InferredKind]
    notes: list[str]
    dialects: Mapping[str, int]


class Article(NamedTuple):
    """A file as it was read, by the path to show and by that below what was searched (``name``)."""

    path: str
    name: str
    source: SourceFile


def infer(
    articles: Iterable[Article], title: str, documented: Documented | None = None
) -> Inferred:
    """Draw a schema; ``title`` is what to call a site of one kind.

    Keys that are ``documented`` get the schemas that are known of them, and are allowed everywhere.
    Every article is valid by it but those that the notes name. The same articles in the same order
    always give the same. Raises NothingToInferError.
    """
    kinds = Kinds()
    dialects: Counter[str] = Counter()
    left_out: list[str] = []
    number_left_out = 0
    for each in articles:
        read = _read(each.source)
        if isinstance(read, Diagnostic) and documented and read.rule in documented.dispensable:
            continue
        if isinstance(read, Diagnostic):
            number_left_out += 1
            if len(left_out) < _MOST_LEFT_OUT:
                left_out.append(f"{each.path} is left out: {read.message}")
        else:
            data = without_name(read.data)
            kinds.add(data, each.path, each.name)
            if documented:
                documented.note(data, each.path)
            dialects[read.dialect.name] += 1
    if number_left_out > len(left_out):
        more = number_left_out - len(left_out)
        verb = "is" if more == 1 else "are"
        left_out.append(f"and {counted(more, 'more file')} {verb} left out")
    if not kinds.number:
        raise NothingToInferError("\n".join(["no front matter to draw a schema from", *left_out]))
    schema, notes = _draw(found := kinds.settled(distinct_name(title, ())), documented)
    return Inferred(schema, list(map(_told, found)), [*left_out, *notes], dialects)


def _read(source: SourceFile) -> Document | Diagnostic:
    """The front matter, or why it tells nothing: what a mistake in it leaves is only a guess."""
    if source.fault:
        return source.fault
    block = find_block(source.text)
    if isinstance(block, Diagnostic):
        return block
    try:
        document, faults = read_block(source.text, block)
    except UnreadableError as error:
        return error.diagnostics[0]
    return faults[0] if faults else document


def _draw(kinds: list[Kind], documented: Documented | None) -> tuple[dict[str, Any], list[str]]:
    schema: dict[str, Any] = {"$schema": drafts.DRAFT_2020_12}
    taken = {each.name for each in kinds}
    known = _known_keys(documented, taken) if documented else None
    definitions = {known.name: known.definition} if known else {}
    if len(kinds) == 1:
        drawing = Drawing(known=known)
        schema |= _of_kind(kinds[0], drawing)
        if definitions:
            schema["$defs"] = definitions
    else:
        parts = shared_parts(kinds, taken | definitions.keys())
        drawing = Drawing({key: name for key, (name, _) in parts.items()}, known)
        of_kinds = {each.name: _of_kind(each, drawing) for each in kinds}
        of_parts = {name: drawing.schema(place, key) for key, (name, place) in parts.items()}
        schema["title"] = "All content"
        if known:  # so that a fault in one of these is told whichever kind an article is of
            schema["$ref"] = f"#/$defs/{known.name}"
        schema["anyOf"] = [{"$ref": f"#/$defs/{each.name}"} for each in kinds]
        schema["$defs"] = of_kinds | of_parts | definitions
    return schema, [*drawing.notes, *(documented.notes() if documented else ())]


def _known_keys(documented: Documented, taken: set[str]) -> KnownKeys:
    description = f"Keys that {documented.title} documents."
    return KnownKeys(
        distinct_name(documented.name, taken),
        {"description": description, "properties": documented.schemas()},
        may_be_without=bool(documented.dispensable),
    )


def _told(kind: Kind) -> InferredKind:
    fields = field_names(kind.observed)
    dates = dates_of_fields(kind.observed, fields)
    return InferredKind(kind.name, kind.observed.number, *kind.alone, fields, dates)


def _of_kind(kind: Kind, drawing: Drawing) -> dict[str, Any]:
    articles = {COUNTS: counted(kind.observed.number, "article")}
    return {"title": title_of(kind.name)} | articles | drawing.schema(kind.observed)
