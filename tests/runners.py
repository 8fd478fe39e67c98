"""What runners of CI take for a command in a log, after what is published of their grammar.

GitHub: ``TryParseV2`` and ``TryParse`` in
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs: a line that begins
with ``::`` after what .NET trims, and one that holds ``##[``. Azure:
https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands: a line that holds
``##vso[``. Both read a carriage return as the end of a line, and compare texts as .NET does, which
passes over characters that Unicode calls ignorable.
"""

from __future__ import annotations

import re
import unicodedata


def commands(log: str) -> list[str]:
    """The lines that a runner might obey, whether it knows the command or not."""
    return [line for line in re.split(r"\r\n|\r|\n", log) if _is_command(line)]


def _is_command(line: str) -> bool:
    seen = "".join(each for each in line if not _is_ignorable(each)).casefold()
    return seen.lstrip().startswith("::") or "##[" in seen or "##vso[" in seen


def _is_ignorable(character: str) -> bool:
    is_selector = "VARIATION SELECTOR" in unicodedata.name(character, "")
    return unicodedata.category(character) == "Cf" or is_selector or character == "\u034f"
