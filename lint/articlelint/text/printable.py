"""Text of unknown origin made safe for a terminal, a log, or one line of output.

The runners of GitHub Actions and Azure Pipelines obey lines of a log: one that begins with ``::``
after spaces, or that holds ``##[`` or ``##vso[`` anywhere. GitHub's grammar is ``TryParseV2`` and
``TryParse`` in https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs,
that of Azure https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands. Both
compare texts as .NET does, which passes over characters without width. GitLab folds a log between
``section_start:`` and ``section_end:`` (https://docs.gitlab.com/ci/jobs/job_logs/), but only if a
control sequence follows, which is escaped wherever a text is made printable.
"""

from __future__ import annotations

import re
import unicodedata

# Control characters, including line breaks, which a terminal would obey; surrogates, with which
# Python spells a file name that is not UTF-8; and the two other line breaks of Unicode.
_DANGEROUS = ("Cc", "Cs", "Zl", "Zp")
# And format characters, which are invisible or change the direction of a text.
_UNPRINTABLE = (*_DANGEROUS, "Cf")

_WIDTHLESS = (
    r"\xad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
)
_GAP = f"[{_WIDTHLESS}]*"
_IN_LINE = re.compile(f"#{_GAP}#(?={_GAP}(?:v{_GAP}s{_GAP}o{_GAP})?\\[)", re.IGNORECASE)
#: Names and options are much shorter than 500 characters.
_SECTION = re.compile(
    r"(section_(?:start|end)):(?=\d{1,20}:[\w.-]{1,500}(?:\[[^\]\r\n]{0,500}\])?\r\x1b\[0K)"
)
_HASH = r"\x23"
_AT_START = re.compile(f"[\\s{_WIDTHLESS}]*:{_GAP}:")


def printable(text: str) -> str:
    """The text with everything but visible characters and spaces escaped as in Python.

    So is the second ``#`` of what a runner would take for a command within a line.
    """
    if text.isprintable() and not ("#" in text and _IN_LINE.search(text)):
        return text
    return "".join(printable_characters(text))


def printable_characters(text: str) -> list[str]:
    """The same, character by character."""
    return _shown(text, _UNPRINTABLE)


def printable_line(text: str) -> str:
    """The same for a text that begins a line, which no runner takes for a command."""
    return _harmless_start(printable(text))


def printable_path(path: str) -> str:
    """The same for a path that begins a line: with ``./`` if it would be a command."""
    shown = printable(path)
    return f"./{shown}" if _AT_START.match(shown) else shown


def printable_name(path: str) -> str:
    """A path for a program that looks for the file, so with format characters: they are part of it.

    Escaped is only what would break a line or be a command within one.
    """
    return "".join(_shown(path, _DANGEROUS))


def without_commands(line: str) -> str:
    """A line with nothing escaped but what would make a runner take it for a command.

    Runners read a carriage return as the end of a line.
    """
    line = _SECTION.sub(r"\1\\x3a", line)
    parts = (_IN_LINE.sub(lambda found: found[0][:-1] + _HASH, each) for each in line.split("\r"))
    return "\r".join(map(_harmless_start, parts))


def _harmless_start(line: str) -> str:
    return line.replace(":", r"\x3a", 1) if _AT_START.match(line) else line


def _shown(text: str, escaped: tuple[str, ...]) -> list[str]:
    shown = list(text)
    if not text.isprintable():
        for index, each in enumerate(text):
            if unicodedata.category(each) in escaped:
                shown[index] = ascii(each)[1:-1]
    for command in _IN_LINE.finditer(text):
        shown[command.end() - 1] = _HASH
    return shown
