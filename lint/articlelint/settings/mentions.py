"""The ids in the ignore comments of a front matter, and where each is ignored."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from articlelint.model import Span
from articlelint.rule import Ignorable
from articlelint.settings import records
from articlelint.settings.directives import Directive, Scope
from articlelint.settings.malformed import FOR_FILE, FORM

_WHOLE_FILE = Scope(0, sys.maxsize - 1, sys.maxsize)


class Mention(NamedTuple):
    """An id in a comment. Without a scope, there is nothing that it could be for."""

    rule_id: str
    span: Span
    scope: Scope | None
    is_for_file: bool
    reason: str

    @property
    def can_be_ignored(self) -> bool:
        """Whether such a comment can ignore what its id means at all."""
        by = records.ignorable(self.rule_id)
        return Ignorable.ANYWHERE in by or (self.is_for_file and Ignorable.WHOLE_FILE in by)


class Ignored(NamedTuple):
    """An id and where it is ignored: comments that say the same of the same count as one."""

    rule_id: str
    scope: Scope


def mentioned(directive: Directive) -> list[Mention]:
    """The ids in a directive of the right form."""
    match: Any = re.match(FORM, directive.words)
    is_for_file = match.group(1) == FOR_FILE
    reason = directive.words[match.end() :].strip()
    scope = _WHOLE_FILE if is_for_file else directive.scope
    ids = _split(match.group(2), directive.span.start + match.start(2))
    return [Mention(rule_id, span, scope, is_for_file, reason) for rule_id, span in ids]


def _split(ids: str, start: int) -> Iterator[tuple[str, Span]]:
    """The ids between commas, each with its place."""
    for each in ids.split(","):
        rule_id = each.strip()
        if rule_id:
            at = start + len(each) - len(each.lstrip())
            yield rule_id, Span(at, at + len(rule_id))
        start += len(each) + 1
