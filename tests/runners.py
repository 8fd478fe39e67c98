"""What runners of CI take for a command in a log, after what is published of their grammar.

GitHub: ``TryParseV2`` and ``TryParse`` in
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs: a line that begins
with ``::`` after what .NET trims, and holds another ``::``; and one that holds ``##[`` and then
``]``. Azure: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands: a line
that holds ``##vso[``, or ``##[`` for what only looks different. Both read a carriage return as the
end of a line, and compare texts as .NET does: by ICU, which passes over characters without any
weight in the table of UTS 10, such as control and format characters and many marks.
GitLab: https://docs.gitlab.com/ci/jobs/job_logs/: ``section_start:``, a time, a name and options,
followed by a carriage return and a control sequence.

A command that a runner does not know, or that is not complete, counts as well: what completes it
may come from elsewhere.
"""

from __future__ import annotations

import re
import sys
import unicodedata

#: Tatweel, lajanyalan, nirugu, nihshvasa and the tail of an Arabic letter: without weight, though
#: they are neither control or format characters nor marks.
IGNORABLE_LETTERS = "\u0640\u07fa\u180a\u1cd3\ufe73"

_SECTION = re.compile(r"section_(?:start|end):\d+:[A-Za-z0-9_.-]+(?:\[[^\]]*\])?\r\x1b\[0K")


def commands(log: str) -> list[str]:
    """The lines that a runner might obey, and what folds a log of GitLab."""
    lines = [line for line in re.split(r"\r\n|\r|\n", log) if _is_command(line)]
    return lines + _SECTION.findall(log)


def ignorable() -> list[str]:
    """Every character that this version of Unicode assigns and that a runner passes over."""
    every = map(chr, range(sys.maxunicode + 1))
    return [each for each in every if unicodedata.category(each) != "Cn" and _is_ignorable(each)]


def _is_command(line: str) -> bool:
    seen = "".join(each for each in line if not _is_ignorable(each)).casefold()
    return seen.lstrip().startswith("::") or "##[" in seen or "##vso[" in seen


def _is_ignorable(character: str) -> bool:
    """Also what is not assigned, for that may change, and every mark, for no text needs it here."""
    if character in "\t\n\v\f\r\x85":
        return False
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cf", "Cn") or kind[0] == "M" or character in IGNORABLE_LETTERS
