"""What an editor offers to write: keys and values, also where the YAML does not parse."""

from __future__ import annotations

from lsprotocol import types

from articlelint.model import Diagnostic, Span
from articlelint.reading.frontmatter import find_block
from articlelint.reading.yaml import YAML
from articlelint.reading.yaml.half_written import cursor_at, unclosed_content
from articlelint.server.offers import QUOTES, Offer, Offers, line_break_of
from articlelint.server.snippets import Style, Writer
from articlelint.server.workbench import CheckedArticle

#: What begins a value or a key that may be offered.
TRIGGERS = (" ", "-", '"', "'", "[", ",")
_FORMATS = (types.InsertTextFormat.PlainText, types.InsertTextFormat.Snippet)
_FENCES = ("", "-", "--", "---")


def completion(
    article: CheckedArticle, position: types.Position, *, has_snippets: bool
) -> list[types.CompletionItem]:
    """What may be written at a place, the likeliest first; none outside of YAML front matter."""
    places = article.places()
    text = article.source.text
    offset = places.offset(article.source, position)
    content = _content(text, offset)
    if content is None:
        whole = _whole(article, offset, has_snippets=has_snippets)
        return _items(whole, places.range_of(Span(0, offset)), "") if whole else []
    cursor = cursor_at(text, content, offset)
    if cursor is None:
        return []
    found = Offers(article, content, cursor, offset, has_snippets=has_snippets)
    typed = text[cursor.typed.start : offset].lstrip("\"'").lower()
    offers = [each for each in found.all() if _matches(each.label.lower(), typed)]
    place = places.range_of(Span(cursor.typed.start, found.end))
    quote = text[cursor.typed.start : offset][:1]
    return _items(offers, place, quote if quote in QUOTES else "")


def _content(text: str, offset: int) -> Span | None:
    """The front matter in YAML that an offset is in."""
    block = find_block(text)
    if isinstance(block, Diagnostic):
        return unclosed_content(text, offset)
    start, end = block.content
    return block.content if block.dialect is YAML and start <= offset < end else None


def _whole(article: CheckedArticle, offset: int, *, has_snippets: bool) -> list[Offer]:
    """All of a front matter, where there is none yet."""
    text = article.source.text
    block = find_block(text)
    is_missing = isinstance(block, Diagnostic) and block.rule == "missing-front-matter"
    is_nothing_else = not text[offset:].strip()
    if text[:offset] not in _FENCES or not (is_missing or is_nothing_else):
        return []
    schema = article.checker.schema_for(article.source, article.file.posix_path)
    end = line_break_of(text)
    writer = Writer(schema, Style(line_break=end), has_stops=has_snippets)
    what, keys = "all required keys", writer.required()
    if keys is None:
        what, keys = "the usual keys", writer.usual()
    if keys is None:
        return []
    kind = types.CompletionItemKind.Snippet
    written = end.join(("---", keys, "---", ""))
    return [Offer("front matter", written, kind, what, is_snippet=has_snippets)]


def _matches(label: str, typed: str) -> bool:
    """Whether a label has the typed characters in their order."""
    rest = iter(label)
    return all(each in rest for each in typed)


def _items(offers: list[Offer], place: types.Range, quote: str) -> list[types.CompletionItem]:
    return [
        types.CompletionItem(
            offer.label,
            kind=offer.kind,
            tags=[types.CompletionItemTag.Deprecated] if offer.is_deprecated else None,
            detail=offer.detail,
            documentation=_documentation(offer.about),
            sort_text=f"{index:04}",
            filter_text=quote + offer.label,
            insert_text_format=(
                types.InsertTextFormat.Snippet
                if offer.is_snippet
                else types.InsertTextFormat.PlainText
            ),
            insert_text_mode=types.InsertTextMode.AsIs,
            text_edit=types.TextEdit(place, offer.text),
        )
        for index, offer in enumerate(offers)
    ]


def _documentation(about: tuple[str, ...]) -> types.MarkupContent | None:
    if not about:
        return None
    return types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(about))
