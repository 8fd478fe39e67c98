"""Why a YAML text does not parse, in a writer's words.

The parsers speak of tokens and contexts. What a writer did is easier to see in the text itself,
where the parser stumbled. Each function of ``_EXPLAINERS`` knows one kind of mistake and returns
None for any other; the first that recognises its own explains it. If none does, the parser's words
are quoted.
"""

from __future__ import annotations

from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.yaml.syntax import characters, lines, quotes
from articlelint.reading.yaml.syntax.stumble import Stumble

#: In this order, for some would also recognise what those before them do.
_EXPLAINERS = (
    characters.forbidden,
    lines.conflict,
    characters.tab,
    quotes.escape,
    quotes.open_quote,
    quotes.template,
    quotes.after_quotes,
    quotes.open_bracket,
    quotes.after_brackets,
    lines.directive,
    characters.first_character,
    lines.colon,
    lines.no_colon,
    lines.indentation,
    lines.second_value,
)


def explain_syntax_error(error: Exception, text: str, subject: str) -> Diagnostic:
    """The diagnostic of a parser's error in ``text``, which begins as the file does.

    ``subject`` is what messages call the text.
    """
    stumble = Stumble(error, text, subject)
    explanations = (explain(stumble) for explain in _EXPLAINERS)
    message, *help_ = next(filter(None, explanations), (stumble.words,))
    span = Span(stumble.place, stumble.place + (not stumble.at_line_end))
    return Diagnostic("yaml-syntax", Severity.ERROR, message, (), span, tuple(help_))
