"""What is said of an id in an ignore comment that ignores nothing."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.model import Diagnostic, Severity, Span
from articlelint.rule import Ignorable
from articlelint.settings import records
from articlelint.settings.malformed import FOR_FILE, UNUSED
from articlelint.settings.mentions import Mention

_HELP_UNUSED = ("remove the id, or the whole comment if it names no other",)
_HELP_PLACE = (
    "a comment at the end of a line is for that line, one on its own line for the key below it",
)
_HELP_IDS = ("`articlelint rules` lists the ids of all rules",)


def unknown_id(mention: Mention, meant: str | None) -> Diagnostic:
    """That there is no such id, and which one may be meant."""
    return _diagnostic(records.unknown(mention.rule_id, meant), mention.span, _HELP_IDS)


def unused_id(mention: Mention, *, can_ignore: bool, is_sought: bool) -> Iterator[Diagnostic]:
    """What is wrong with a known id that ignored nothing, although it ``is_sought``."""
    rule_id, span, scope, is_for_file, _ = mention
    if not can_ignore:
        message = f'"{rule_id}" cannot be ignored by a comment: turn it off in the configuration'
        if Ignorable.WHOLE_FILE in records.ignorable(rule_id):
            message = f'"{rule_id}" can be ignored only by "{FOR_FILE}[{rule_id}]"'
        yield _diagnostic(message, span)
    elif rule_id == UNUSED or not is_sought:
        return
    elif scope is None:
        message = f'unused ignore: there is no key below this comment for "{rule_id}"'
        yield _diagnostic(message, span, _HELP_PLACE)
    elif is_for_file:
        message = f'unused ignore: "{rule_id}" is not reported in this file'
        yield _diagnostic(message, span, _HELP_UNUSED)
    else:
        message = f'unused ignore: "{rule_id}" is not reported here'
        yield _diagnostic(message, span, _HELP_UNUSED + _HELP_PLACE)


def refused_id(rule_id: str, span: Span) -> Diagnostic:
    """That the settings let no comment ignore an id."""
    message = f'"{rule_id}" cannot be ignored by a comment: the configuration does not allow it'
    return _diagnostic(message, span, _HELP_UNUSED)


def _diagnostic(message: str, span: Span, help_: tuple[str, ...] = ()) -> Diagnostic:
    return Diagnostic(UNUSED, Severity.WARNING, message, (), span, help_)
