"""The ignore comments of a front matter, and those among them that are unused or wrong.

``# articlelint: ignore[rule-a, rule-b] a reason`` at the end of a line is for what begins on that
line; on a line of its own, for the key, item or value below, with all that it holds.
``ignore-file[...]`` is for the whole file, wherever it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from itertools import islice
from typing import NamedTuple

from articlelint.model import Diagnostic, Span
from articlelint.reading.document import Document
from articlelint.report import Suppressed, Suppression
from articlelint.rule import SCHEMA, SCHEMA_PREFIX
from articlelint.settings import records
from articlelint.settings.config import Config
from articlelint.settings.directives import Comments, Scope
from articlelint.settings.malformed import Malformed, lookalikes, malformed
from articlelint.settings.mentions import Ignored, Mention, mentioned
from articlelint.settings.unused_ids import refused_id, unknown_id, unused_id

#: To find what was meant takes a millisecond, and nobody misspells so many ids in one file.
_MAX_HINTS = 20
#: Of how many diagnostics in its place a wrong comment tells the ids.
_MAX_MISSED = 3


class IgnoresState(NamedTuple):
    """All that ``Ignores`` know, as plain values that can be kept."""

    mentions: tuple[Mention, ...]
    wrong: tuple[Malformed, ...]
    own_ids: tuple[str, ...]
    unignorable: tuple[str, ...]
    suppressed: tuple[Suppressed, ...]
    refused: tuple[tuple[Ignored, str], ...]
    missed: tuple[tuple[int, tuple[str, ...]], ...]
    used: tuple[Ignored, ...]


class Ignores:
    """The ignore comments of one article; ``suppressed`` are the diagnostics ignored so far.

    ``apply`` takes diagnostics as they come, also those that only a look at other articles brings.
    ``unused`` is asked after the last of them. In between it can be kept: it pickles, and holds
    what the comments say and which of them were used, but no text.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        wrong: Sequence[Malformed],
        own_ids: frozenset[str] = frozenset(),
        unignorable: frozenset[str] = frozenset(),
    ) -> None:
        self.suppressed: list[Suppressed] = []
        self._own_ids = own_ids
        self._unignorable = unignorable
        #: What comments would ignore if the settings let them: an id for each.
        self.refused: dict[Ignored, str] = {}
        self._mentions = mentions
        self._wrong = wrong
        #: What is reported where each of the wrong ones was to ignore it, by their order.
        self.missed: dict[int, tuple[str, ...]] = {}
        self.used: set[Ignored] = set()
        reasons = {
            Ignored(each.rule_id, each.scope): each.reason
            for each in reversed(mentions)
            if each.scope and (each.rule_id in own_ids or each.can_be_ignored)
        }
        # If several are for one place, the reason of the narrowest one counts.
        self._reasons = dict(sorted(reasons.items(), key=lambda item: _width(item[0].scope)))

    @classmethod
    def from_state(cls, state: IgnoresState) -> Ignores:
        """Comments that go on from a state."""
        mentions, wrong, own_ids, unignorable, suppressed, refused, missed, used = state
        ignores = cls(mentions, wrong, frozenset(own_ids), frozenset(unignorable))
        ignores.suppressed, ignores.used = list(suppressed), set(used)
        ignores.refused, ignores.missed = dict(refused), dict(missed)
        return ignores

    def state(self) -> IgnoresState:
        """What they know now."""
        return IgnoresState(
            tuple(self._mentions),
            tuple(self._wrong),
            tuple(sorted(self._own_ids)),
            tuple(sorted(self._unignorable)),
            tuple(self.suppressed),
            tuple(self.refused.items()),
            tuple(self.missed.items()),
            tuple(sorted(self.used)),
        )

    def copy(self) -> Ignores:
        """Comments that go on from here, while these stay as they are."""
        other = copy(self)
        other.suppressed, other.used = self.suppressed.copy(), self.used.copy()
        other.refused, other.missed = self.refused.copy(), self.missed.copy()
        return other

    def apply(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """Those that no comment ignores; the others are added to ``suppressed``."""
        ignored: dict[int, Ignored] = {}
        for index, ignore in self._matches(found):
            self.used.add(ignore)
            ignored.setdefault(index, ignore)
        for index, ignore in ignored.items():
            reason = self._reasons[ignore]
            self.suppressed.append(Suppressed(found[index], Suppression.COMMENT, reason))
        left = [each for index, each in enumerate(found) if index not in ignored]
        if self._wrong:
            self._note_missed(left)
        return left

    def _note_missed(self, left: list[Diagnostic]) -> None:
        """Note what the wrong comments were probably to ignore: the first few ids of each."""
        starts = sorted((each.value_span.start, index) for index, each in enumerate(left))
        for number, wrong in enumerate(self._wrong):
            if not wrong.scope or wrong.ids:
                continue
            first = bisect_left(starts, (wrong.scope.first, 0))
            near = [left[index] for _, index in starts[first : first + _MAX_MISSED]]
            within = (each.rule for each in near if _is_within(each.value_span, wrong.scope))
            known = self.missed.get(number, ())
            self.missed[number] = tuple(
                dict.fromkeys((*known, *filter(records.is_ignorable, within)))
            )

    def ignored(self, found: list[Diagnostic]) -> set[int]:
        """The indices of those that ``apply`` would ignore."""
        return {index for index, _ in self._matches(found)}

    def _matches(self, found: list[Diagnostic]) -> Iterator[tuple[int, Ignored]]:
        """Each diagnostic, by its index, with each comment that ignores it.

        Where the settings do not let a comment ignore one, that is noted.
        """
        starts = _starts(found) if self._reasons else {}
        for ignore in self._reasons:
            for index in _within(ignore.scope, starts.get(ignore.rule_id, [])):
                if found[index].span.end > ignore.scope.end:
                    continue
                if found[index].rule in self._unignorable:
                    self.refused.setdefault(ignore, found[index].rule)
                else:
                    yield index, ignore

    def unused(self, config: Config, *, is_whole: bool, is_compared: bool) -> list[Diagnostic]:
        """What is wrong with the comments: their form, their ids, and those that were not used.

        ``is_whole`` tells whether all of the article was checked, ``is_compared`` whether it was
        compared with others. If not, a comment may be for what was not found; so may one for a rule
        that ``config`` turns off.
        """
        is_on = cache(lambda rule_id: all(map(config.severity, records.expand(rule_id))))
        refused = {each: self._refused_id(each) for each in self._mentions}
        unused = [each for each, by in refused.items() if not by and not self._is_used(each)]
        unknown = dict.fromkeys(each.rule_id for each in unused if not self._is_known(each.rule_id))
        meant = {each: records.meant(each) for each in islice(unknown, _MAX_HINTS)}
        found = [
            told
            for number, each in enumerate(self._wrong)
            if (told := each.diagnostic(self.missed.get(number, ())))
        ]
        found += (refused_id(by, each.span) for each, by in refused.items() if by and is_on(by))
        for each in unused:
            if each.rule_id in unknown:
                found.append(unknown_id(each, meant.get(each.rule_id)))
            elif is_on(each.rule_id):
                can_ignore = each.rule_id in self._own_ids or each.can_be_ignored
                is_sought = is_whole and (is_compared or not self._compares(each.rule_id))
                found += unused_id(each, can_ignore=can_ignore, is_sought=is_sought)
        return found

    def _is_known(self, rule_id: str) -> bool:
        return rule_id in self._own_ids or records.is_known(rule_id)

    def _compares(self, rule_id: str) -> bool:
        """Whether its rule finds what only a comparison with other articles shows."""
        if rule_id in self._own_ids:
            return False
        return any(records.record(each).check_collection for each in records.expand(rule_id))

    def _refused_id(self, mention: Mention) -> str | None:
        """What the settings do not let a comment ignore: its id, or one of those that it means."""
        rule_id, _, scope, *_ = mention
        if rule_id in self._unignorable:
            return rule_id
        return self.refused.get(Ignored(rule_id, scope)) if scope else None

    def _is_used(self, mention: Mention) -> bool:
        scope = mention.scope
        return scope is not None and Ignored(mention.rule_id, scope) in self.used


def find_ignores(  # noqa: PLR0913 - all on which the comments of an article depend
    text: str,
    content: Span,
    document: Document,
    faults: Sequence[Diagnostic],
    *,
    own_ids: frozenset[str] = frozenset(),
    unignorable: frozenset[str] = frozenset(),
) -> Ignores:
    """The ignore comments of the front matter at ``content``, which was read as ``document``.

    ``faults`` are what reading found: they tell of keys that the document lacks. ``own_ids`` are
    those of rules that are not ours, ``unignorable`` those that the settings let no comment ignore.
    """
    mentions: list[Mention] = []
    comments = Comments(text, content, document, faults)
    wrong = list(lookalikes(comments))
    for directive in comments.directives():
        fault = malformed(directive)
        if fault:
            wrong.append(fault)
        else:
            mentions += mentioned(directive)
    return Ignores(mentions, wrong, own_ids, unignorable)


def _is_within(span: Span, scope: Scope) -> bool:
    return scope.first <= span.start <= scope.last and span.end <= scope.end


def _width(scope: Scope) -> int:
    return scope.last - scope.first


def _starts(found: Sequence[Diagnostic]) -> Mapping[str, list[tuple[int, int]]]:
    """Where diagnostics begin, in order and with their indices, by the ids that ignore them.

    What marks a part of a value is ignored by what ignores the value.
    """
    starts = defaultdict(list)
    begin = (each.value_span.start for each in found)
    for place in sorted((start, index) for index, start in enumerate(begin)):
        rule_id = found[place[1]].rule
        starts[rule_id].append(place)
        if rule_id.startswith(SCHEMA_PREFIX):
            starts[SCHEMA].append(place)
    return starts


def _within(scope: Scope, starts: list[tuple[int, int]]) -> Iterator[int]:
    first = bisect_left(starts, (scope.first, 0))
    last = bisect_left(starts, (scope.last + 1, 0))
    return (index for _, index in starts[first:last])
