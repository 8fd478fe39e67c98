"""Comments that were meant to ignore something, but are written in another way.

Some miss their brackets or name another command; some are in the way of other tools, such as
``# noqa``. What is said of each holds the ids that it names, or those that are reported in its
place, in the form that has an effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from articlelint.model import Diagnostic, Severity, Span
from articlelint.settings import records
from articlelint.settings.directives import Comments, Directive, Scope
from articlelint.text.words import show

UNUSED = "unused-ignore"
FOR_FILE = "ignore-file"
#: A directive as it has an effect: the command, the ids, and the bracket that closes them.
FORM = r"(ignore(?:-file)?)(?![\w-])[ \t]*(?:\[([^\]]*)(\]?))?"

# The words of other tools, and of articlelint without its colon or in capitals. Without a hyphen or
# a colon, the words may be part of a sentence.
_COMMANDS = r"(?:disable|enable|ignore|noqa|off|skip|suppress)(?:[-_][a-z_-]+)?(?![\w-])"
_WITHOUT_COLON = rf"articlelint[ \t]*[-:=_][ \t]*{_COMMANDS}"
_OF_WORDS = rf"articlelint[ \t]+{_COMMANDS}(?=[ \t]*[\w\[])"
_LOOKALIKE = (
    r"(?<![^ \t\r\n])#+[ \t]*(?!articlelint:)"
    rf"(?=(?i:{_WITHOUT_COLON}|{_OF_WORDS}|noqa(?![\w-])))"
)
_SURE = r"(?i:articlelint[ \t]*[-:=_])|[^\[]*\["
_SPACE_BETWEEN = re.compile(r"[\s,:=(){}\[\]\"'`]+")
_WORDS_BEFORE_IDS = re.compile(rf"(?i:(?:articlelint[ \t]*[-:=_]?[ \t]*)?(?:{_COMMANDS})?)")
#: More words and characters than name the ids of one comment.
_MAX_WORDS = 20
_MAX_LENGTH = 500


class Malformed(NamedTuple):
    """A comment without effect: what is wrong with it, and what it was probably for.

    ``scope`` is where it was to ignore something, if that is not all of the file. ``prefix`` is
    what is missing before the right form. One that ``is_foreign`` is only told where something is
    reported that it was meant to ignore.
    """

    fault: str
    span: Span
    scope: Scope | None
    command: str
    ids: tuple[str, ...]
    prefix: str = ""
    is_foreign: bool = False

    def diagnostic(self, reported: Sequence[str]) -> Diagnostic | None:
        """What to say of it where the rules ``reported`` would have been ignored by it."""
        ids = self.ids or tuple(reported)
        if self.is_foreign and not ids:
            return None
        form = f"{self.command}[{', '.join(ids) or 'rule-id'}]"
        message = f"{self.fault}: write {show(self.prefix + form)}"
        help_ = f"write `# articlelint: {form}`"
        if not ids:
            help_ = (
                "write `# articlelint: ignore[insecure-url]`, with rule ids between the brackets"
            )
        return Diagnostic(UNUSED, Severity.WARNING, message, (), self.span, (help_,))


def malformed(directive: Directive) -> Malformed | None:
    """What is wrong with the form of a directive; None if nothing is."""
    words = directive.words
    match = re.match(FORM, words)
    command, ids, bracket = match.groups() if match else (_command(words), None, None)
    if ids and ids.strip(" \t,") and bracket:
        return None
    named = _ids(words)
    if not match:
        what = f"unknown directive {show(words)}" if words else "missing directive"
        fault = f'{what} after "articlelint:"'
    elif ids and not bracket:
        fault = f'missing "]" after the rule ids in {show(words)}'
    else:
        missing = "brackets around the rule ids" if named and ids is None else "rule id"
        fault = f"missing {missing} in {show(words)}"
    scope = None if command == FOR_FILE else directive.scope
    return Malformed(fault, directive.span, scope, command, named)


def lookalikes(comments: Comments) -> Iterator[Malformed]:
    """The comments that look like directives but are none."""
    for words, span, scope in comments.directives(_LOOKALIKE):
        named = _ids(words)
        is_sure = bool(named or re.match(_SURE, words))
        fault = f"{show(words)} has no effect"
        command = _command(words)
        place = None if command == FOR_FILE else scope
        yield Malformed(fault, span, place, command, named, "articlelint: ", not is_sure)


def _command(words: str) -> str:
    first: Any = re.match(r"[^\[]{0,40}", words)
    return FOR_FILE if re.search(r"(?i:[-_](?:file|all)\b)", first[0]) else "ignore"


def _ids(words: str) -> tuple[str, ...]:
    """The ids with which the words after the command begin, as they are written right."""
    found: list[str] = []
    before: Any = _WORDS_BEFORE_IDS.match(words)
    rest = words[before.end() : before.end() + _MAX_LENGTH]
    for word in filter(None, _SPACE_BETWEEN.split(rest)[:_MAX_WORDS]):
        as_ids_are = word.lower().replace("_", "-")
        rule_id = records.whole_id(word) or records.whole_id(as_ids_are)
        if rule_id is None:
            break
        found.append(rule_id)
    return tuple(dict.fromkeys(found))
