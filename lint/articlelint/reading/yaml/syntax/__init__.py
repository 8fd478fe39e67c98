"""Why a YAML text does not parse, in a writer's words.

The parsers speak of tokens and contexts. What a writer did is easier to see in the text itself,
around where the parser stumbled. Each function of ``_EXPLAINERS`` knows one kind of mistake and
returns None for any other; the first that recognises its own explains it, says where it is, and
how it is repaired if that is certain enough.
"""

from __future__ import annotations

from articlelint.reading.yaml.syntax import (
    brackets,
    broken_urls,
    characters,
    first_character,
    indentation,
    lines,
    other_pairs,
    pairs,
    quotes,
    templates,
)
from articlelint.reading.yaml.syntax.mistake import Mistake
from articlelint.reading.yaml.syntax.stumble import Stumble

#: In this order, for some would also recognise what those before them do.
_EXPLAINERS = (
    characters.forbidden,
    lines.conflict,
    lines.second_document,
    other_pairs.marked_key,
    lines.thematic_break,
    broken_urls.broken_url,
    characters.tab,
    quotes.escape,
    templates.template_line,
    quotes.open_quote,
    templates.template,
    quotes.after_quotes,
    pairs.refused,
    brackets.pair_without_space,
    brackets.open_bracket,
    brackets.after_brackets,
    lines.directive,
    first_character.first_character,
    lines.colon,
    pairs.no_colon,
    indentation.indentation,
    lines.second_value,
    lines.refused,
)


def find_mistake(stumble: Stumble) -> Mistake:
    """The mistake over which a parser stumbled."""
    found = (explain(stumble) for explain in _EXPLAINERS)
    return next(filter(None, found), None) or lines.unknown(stumble)
