"""Text of unknown origin made safe for a terminal, a log, or one line of output.

The runners of GitHub Actions and Azure Pipelines obey lines of a log: one that begins with ``::``
after spaces, or that holds ``##[`` or ``##vso[`` anywhere. GitHub's grammar is ``TryParseV2`` and
``TryParse`` in https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs,
that of Azure https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands. Both
compare texts as .NET does, which passes over what the collation of Unicode (UTS 10) calls
completely ignorable. GitLab folds a log between ``section_start:`` and ``section_end:``
(https://docs.gitlab.com/ci/jobs/job_logs/), but only if a control sequence follows, which is
escaped wherever a text is made printable.
"""

from __future__ import annotations

import re
import unicodedata

from articlelint.text.late_pattern import late_pattern

# Control characters, including line breaks, which a terminal would obey; surrogates, with which
# Python spells a file name that is not UTF-8; and the two other line breaks of Unicode.
_DANGEROUS = ("Cc", "Cs", "Zl", "Zp")
# And format characters, which are invisible or change the direction of a text.
_UNPRINTABLE = (*_DANGEROUS, "Cf")

# What is completely ignorable is of these categories, but for five characters; most marks are not,
# but none belongs between signs. What this version of Unicode does not assign, a later one may.
_IGNORABLE = ("Cc", "Cf", "Cn", "Mn", "Mc", "Me")
_IGNORABLE_TOO = "\u0640\u07fa\u180a\u1cd3\ufe73"
#: The control characters that have a weight.
_WEIGHTY = "\t\n\v\f\r\x85"

# What every such command has, for a first look: ASCII that can be seen is never ignorable.
_GAP = "[^ -~]*"
_LIKE_COMMAND = late_pattern(rf"#{_GAP}#{_GAP}(?:v{_GAP}s{_GAP}o{_GAP})?\[", re.IGNORECASE)
#: Such a command once nothing ignorable is left in it.
COMMAND = late_pattern(r"##(?=(?:vso)?\[)", re.IGNORECASE)
#: Names and options are much shorter than 500 characters.
_SECTION = late_pattern(
    r"(section_(?:start|end)):(?=\d{1,20}:[\w.-]{1,500}(?:\[[^\]\r\n]{0,500}\])?\r\x1b\[0K)"
)
_HASH = r"\x23"


def printable(text: str) -> str:
    """The text with everything but visible characters and spaces escaped as in Python.

    So is the second ``#`` of what a runner would take for a command within a line.
    """
    if text.isprintable() and "#" not in text:
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
    return f"./{shown}" if _starts_command(shown) else shown


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
    parts = ("".join(_without_hashes(list(each), each)) for each in line.split("\r"))
    return "\r".join(map(_harmless_start, parts))


def _harmless_start(line: str) -> str:
    return line.replace(":", r"\x3a", 1) if _starts_command(line) else line


def _starts_command(line: str) -> bool:
    """Whether a line begins with two colons, for one who passes over what is ignorable."""
    colons = 0
    for each in line:
        if each == ":":
            colons += 1
            if colons == 2:
                return True
        elif not _is_ignorable(each) and (colons or not each.isspace()):
            break
    return False


def _shown(text: str, escaped: tuple[str, ...]) -> list[str]:
    shown = list(text)
    if not text.isprintable():
        for index, each in enumerate(text):
            if unicodedata.category(each) in escaped:
                shown[index] = ascii(each)[1:-1]
    return _without_hashes(shown, text)


def _without_hashes(shown: list[str], text: str) -> list[str]:
    """What is shown for each character, with the second ``#`` of each command escaped."""
    if _LIKE_COMMAND.search(text):
        places = [index for index, each in enumerate(text) if not _is_ignorable(each)]
        for command in COMMAND.finditer("".join(text[each] for each in places)):
            shown[places[command.end() - 1]] = _HASH
    return shown


def _is_ignorable(character: str) -> bool:
    if unicodedata.category(character) in _IGNORABLE:
        return character not in _WEIGHTY
    return character in _IGNORABLE_TOO
