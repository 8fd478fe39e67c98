"""What runners of CI take for a command in a log, after what is published of their grammar.

GitHub: ``TryParseV2`` and ``TryParse`` in
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs: a line that begins
with ``::`` after what .NET trims, and holds another ``::``; and one that holds ``##[`` and then
``]``. Azure: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands: a line
that holds ``##vso[``, or ``##[`` for what only looks different. Both read a carriage return as the
end of a line, and compare texts as .NET does, which passes over characters that Unicode calls
ignorable. GitLab: https://docs.gitlab.com/ci/jobs/job_logs/: ``section_start:``, a time, a name and
options, followed by a carriage return and a control sequence.

A command that a runner does not know, or that is not complete, counts as well: what completes it
may come from elsewhere.
"""

from __future__ import annotations

import re
import unicodedata

_SECTION = re.compile(r"section_(?:start|end):\d+:[A-Za-z0-9_.-]+(?:\[[^\]]*\])?\r\x1b\[0K")


def commands(log: str) -> list[str]:
    """The lines that a runner might obey, and what folds a log of GitLab."""
    lines = [line for line in re.split(r"\r\n|\r|\n", log) if _is_command(line)]
    return lines + _SECTION.findall(log)


def _is_command(line: str) -> bool:
    seen = "".join(each for each in line if not _is_ignorable(each)).casefold()
    return seen.lstrip().startswith("::") or "##[" in seen or "##vso[" in seen


def _is_ignorable(character: str) -> bool:
    is_selector = "VARIATION SELECTOR" in unicodedata.name(character, "")
    return unicodedata.category(character) == "Cf" or is_selector or character == "\u034f"
