"""The comments in a front matter that silence diagnostics, and those that silence nothing.

``# articlelint: ignore[rule-a, rule-b] a reason`` is, at the end of a line, for what begins on that
line; on a line of its own for the key, item or value below, with all that it holds.
``ignore-file[...]`` is for the whole file, wherever it stands.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from articlelint import rules
from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.document import Document
from articlelint.report import Suppressed, Suppression
from articlelint.settings.comments import Comment, Scope, comments
from articlelint.settings.config import Config
from articlelint.text.words import MAX_SHOWN, nearest, show

_UNUSED = "unused-ignore"
#: Stands for every ``schema/...`` id.
_SCHEMA = "schema"
_SCHEMA_PREFIX = "schema/"
#: What reading reports and comments can silence: all else that it reports leaves no document.
SILENCED_OF_READING = frozenset(
    {"byte-order-mark", "duplicate-key", "non-string-key", "unusable-schema"}
)

_FOR_FILE = "ignore-file"
_FORM = r"(ignore(?:-file)?)(?![\w-])[ \t]*(?:\[([^\]]*)(\]?))?"

#: To find what was meant takes a millisecond, and nobody misspells so many ids in one file.
_MAX_HINTS = 20
_HELP_FORM = (
    "write `# articlelint: ignore[insecure-url]`, with the ids of rules between the brackets",
)
_HELP_PLACE = (
    "at the end of a line a comment is for that line, on a line of its own for the key below",
)
_HELP_IDS = ("`articlelint rules` lists the ids of all rules",)


_WHOLE_FILE = Scope(0, sys.maxsize - 1, sys.maxsize)


class _Mention(NamedTuple):
    """An id in a comment. Without a scope, there is nothing that it could silence."""

    rule_id: str
    span: Span
    scope: Scope | None
    is_for_file: bool
    reason: str


class _Ignore(NamedTuple):
    """An id and where it silences: comments that say the same of the same count as one."""

    rule_id: str
    scope: Scope


class Ignores:
    """The comments of one article, and in ``silenced`` what they have silenced so far."""

    def __init__(self, mentions: Sequence[_Mention], wrong: Sequence[Diagnostic]) -> None:
        self.suppressed: list[Suppressed] = []
        self._mentions = mentions
        self._wrong = wrong
        self._used: set[_Ignore] = set()
        reasons = {
            _Ignore(each.rule_id, each.scope): each.reason
            for each in reversed(mentions)
            if each.scope and _can_silence(each)
        }
        # The narrowest one is that whose reason is told.
        self._reasons = dict(sorted(reasons.items(), key=lambda item: _width(item[0].scope)))

    def silence(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """Those that no comment silences; the others are added to ``silenced``."""
        if not self._reasons:
            return found
        starts = _starts(found)
        ignored: dict[int, _Ignore] = {}
        for ignore in self._reasons:
            for index in _within(ignore.scope, starts.get(ignore.rule_id, [])):
                if found[index].span.end <= ignore.scope.end:
                    self._used.add(ignore)
                    ignored.setdefault(index, ignore)
        for index, ignore in ignored.items():
            reason = self._reasons[ignore]
            self.suppressed.append(Suppressed(found[index], Suppression.COMMENT, reason))
        return [each for index, each in enumerate(found) if index not in ignored]

    def unused(self, config: Config, *, is_whole: bool) -> list[Diagnostic]:
        """What is wrong with the comments: their form, their ids, and those that silenced nothing.

        ``is_whole`` tells whether all of the article was checked. If not, nobody knows what some
        comment would have silenced; nor of a rule that ``config`` does not have report.
        """
        idle = [each for each in self._mentions if not self._is_used(each)]
        misspelt = dict.fromkeys(each.rule_id for each in idle if not _is_known(each.rule_id))
        meant = {each: _meant(each) for each in islice(misspelt, _MAX_HINTS)}
        is_on = cache(lambda rule_id: _is_on(rule_id, config))
        found = list(self._wrong)
        for each in idle:
            if each.rule_id in misspelt:
                found.append(_unknown(each, meant.get(each.rule_id)))
            elif is_on(each.rule_id):
                found += _idle(each, is_whole=is_whole)
        return found

    def _is_used(self, mention: _Mention) -> bool:
        scope = mention.scope
        return scope is not None and _Ignore(mention.rule_id, scope) in self._used


def find_ignores(
    text: str, content: Span, document: Document, faults: Sequence[Diagnostic]
) -> Ignores:
    """Those of the front matter that stands at ``content`` and was read as ``document``.

    ``faults`` are what reading found: they tell of keys that the document lacks.
    """
    mentions: list[_Mention] = []
    wrong: list[Diagnostic] = []
    for comment in comments(text, content, document.root, faults):
        read = _read(comment)
        if isinstance(read, Diagnostic):
            wrong.append(read)
        else:
            mentions += read
    return Ignores(mentions, wrong)


def _read(comment: Comment) -> list[_Mention] | Diagnostic:
    """The ids in a comment, or what is wrong with its form."""
    match = re.match(_FORM, comment.words)
    fault = _fault_of_form(comment.words, match)
    if fault or not match:
        return _diagnostic(fault, comment.span, _HELP_FORM)
    is_for_file = match.group(1) == _FOR_FILE
    reason = comment.words[match.end() :].strip()
    scope = _WHOLE_FILE if is_for_file else comment.scope
    ids = _split(match.group(2), comment.span.start + match.start(2))
    return [_Mention(rule_id, span, scope, is_for_file, reason) for rule_id, span in ids]


def _fault_of_form(words: str, match: re.Match[str] | None) -> str:
    """What is wrong with how a comment is written; empty if nothing is."""
    if not match:
        what = f"{show(words)} means nothing" if words else "nothing stands"
        return f'{what} behind "articlelint:", write "ignore[rule-id]" or "ignore-file[rule-id]"'
    command, ids, bracket = match.groups()
    if ids and not bracket:
        return f'{show(words)} lacks the closing "]" behind the ids of rules'
    if not ids or not ids.strip(" \t,"):
        return f'{show(words)} names no rule in brackets: write "{command}[rule-id]"'
    return ""


def _split(ids: str, start: int) -> Iterator[tuple[str, Span]]:
    """The ids between commas, each with its place."""
    for each in ids.split(","):
        rule_id = each.strip()
        if rule_id:
            at = start + len(each) - len(each.lstrip())
            yield rule_id, Span(at, at + len(rule_id))
        start += len(each) + 1


def _width(scope: Scope) -> int:
    return scope.last - scope.first


def _starts(found: Sequence[Diagnostic]) -> Mapping[str, list[tuple[int, int]]]:
    """Where diagnostics begin, in order and with their indices, by the ids that silence them."""
    starts = defaultdict(list)
    for place in sorted((each.span.start, index) for index, each in enumerate(found)):
        rule_id = found[place[1]].rule
        starts[rule_id].append(place)
        if rule_id.startswith(_SCHEMA_PREFIX):
            starts[_SCHEMA].append(place)
    return starts


def _within(scope: Scope, starts: list[tuple[int, int]]) -> Iterator[int]:
    first = bisect_left(starts, (scope.first, 0))
    last = bisect_left(starts, (scope.last + 1, 0))
    return (index for _, index in starts[first:last])


def _is_known(rule_id: str) -> bool:
    return rule_id in rules.ids() or rule_id in _ids_of_schema()


@cache
def _ids_of_schema() -> list[str]:
    from articlelint.schema.telling.sentences import KEYWORDS  # noqa: PLC0415 - few comments are wrong

    return [_SCHEMA, *(_SCHEMA_PREFIX + each for each in sorted(KEYWORDS))]


def _is_on(rule_id: str, config: Config) -> bool:
    """Whether all that an id stands for is reported."""
    ids = _ids_of_schema()[1:] if rule_id == _SCHEMA else [rule_id]
    return all(config.severity(each) for each in ids)


def _meant(rule_id: str) -> str | None:
    """The known id that was probably meant, be it that ``schema/`` was left out."""
    if len(rule_id) > MAX_SHOWN:
        return None
    whole = _SCHEMA_PREFIX + rule_id
    return whole if _is_known(whole) else nearest(rule_id, [*rules.ids(), *_ids_of_schema()])


def _unknown(mention: _Mention, meant: str | None) -> Diagnostic:
    hint = f": did you mean {show(meant)}?" if meant else ", so this silences nothing"
    message = f"there is no rule {show(mention.rule_id)}{hint}"
    return _diagnostic(message, mention.span, _HELP_IDS)


def _idle(mention: _Mention, *, is_whole: bool) -> Iterator[Diagnostic]:
    """What is said of a known id that silenced nothing."""
    rule_id, span, scope, is_for_file, _ = mention
    if not _can_silence(mention):
        message = f'no comment silences "{rule_id}": turn it off in the configuration'
        if rule_id == _UNUSED:
            message = f'only "{_FOR_FILE}[{_UNUSED}]" silences "{_UNUSED}"'
        yield _diagnostic(message, span)
    elif rule_id == _UNUSED or not is_whole:
        return
    elif scope is None:
        message = f'"{rule_id}" silences nothing: no key stands below this comment'
        yield _diagnostic(message, span, _HELP_PLACE)
    elif is_for_file:
        yield _diagnostic(f'"{rule_id}" silences nothing in this file: remove it', span)
    else:
        yield _diagnostic(f'"{rule_id}" silences nothing here: remove it', span, _HELP_PLACE)


def _can_silence(mention: _Mention) -> bool:
    """Whether what an id stands for can be silenced by such a comment at all."""
    rule_id = mention.rule_id
    if rule_id == _UNUSED:
        return mention.is_for_file
    return rule_id in SILENCED_OF_READING or ".builtin." not in rules.ids().get(rule_id, "")


def _diagnostic(message: str, span: Span, help_: tuple[str, ...] = ()) -> Diagnostic:
    return Diagnostic(_UNUSED, Severity.WARNING, message, (), span, help_)
