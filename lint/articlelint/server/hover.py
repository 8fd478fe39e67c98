"""What an editor shows about the key or value that the mouse is on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsprotocol import types

from articlelint import __version__
from articlelint.reading.written_at import Written, written_at
from articlelint.schema.telling.described import Description, describe
from articlelint.server.prose import code, described, escaped, written
from articlelint.server.workbench import CheckedArticle
from articlelint.settings import records
from articlelint.text.spoken_date import in_words

_MOST_RULES = 3


def hover(article: CheckedArticle, position: types.Position) -> types.Hover | None:
    """What is known of a place in Markdown; None if that is nothing."""
    places = article.places()
    offset = places.offset(article.source, position)
    found = written_at(article.source.text, offset)
    paragraphs = [*_about(found, article)] if found else []
    paragraphs += _rules_at(offset, article)
    if not paragraphs:
        return None
    contents = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(paragraphs))
    return types.Hover(contents, places.range_of(found.span) if found else None)


def _about(found: Written, article: CheckedArticle) -> Iterator[str]:
    schema = article.checker.schema_for(article.source, article.file.posix_path)
    description = describe(schema, found.path)
    forms = article.checker.config.date_forms()
    yield from described(description) if found.is_key else _value(found.value, description, forms)


def _value(value: Any, description: Description, forms: tuple[str, ...]) -> Iterator[str]:
    """What a value means, which is all that is said of one; of others, what the key is for.

    ``forms`` are the names of the forms of dates that the settings accept.
    """
    spoken = in_words(value, forms) if isinstance(value, str) else None
    if spoken:
        yield spoken
    for choice in description.choices:
        if choice.value == value and choice.meaning:
            yield f"{code(value)}: {written(choice.meaning)}"
            return
    if not spoken:
        yield from described(description)


def _rules_at(offset: int, article: CheckedArticle) -> Iterator[str]:
    """A line for each rule that objects to what is there."""
    found = dict.fromkeys(
        each.rule
        for each in article.report.diagnostics
        if each.span.start <= offset <= each.span.end
    )
    for rule_id in [*found][:_MOST_RULES]:
        page = records.page_url(rule_id, __version__)
        yield f"[{rule_id}]({page}): {escaped(records.record(rule_id).summary)}"
