"""The runs that every output format has to report, and what the tests of the formats share."""

from __future__ import annotations

import os
from itertools import cycle, islice
from typing import NamedTuple
from unicodedata import category

import click

from articlelint import reporters
from articlelint.model import (
    Diagnostic,
    DropByteOrderMark,
    Edit,
    Fix,
    Related,
    Remove,
    Safety,
    SetValue,
    Severity,
    Span,
)
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression


class Read(NamedTuple):
    """What a reader of a format gets of one diagnostic."""

    path: str
    line: int
    severity: str
    rule: str
    message: str


def printed(name: str, reports: list[FileReport]) -> str:
    """The output of a format as the command line prints it without color.

    Paths in it are from the current folder, wherever these tests have been unpacked.
    """
    from_here = [each._replace(path_base=os.curdir) for each in reports]
    return "".join(map(click.unstyle, reporters.load(name)(from_here)))


def spelled(text: str, forbidden: str = "") -> str:
    """The text with lone surrogates, and the characters that are named, as Python escapes them."""
    return "".join(
        ascii(each)[1:-1] if each in forbidden or "\ud800" <= each <= "\udfff" else each
        for each in text
    )


def shown(text: str, but: str = "") -> str:
    """The text as people may see it: what is invisible is as Python escapes it, but for some.

    So is what would be a command of Azure's runner or an old one of GitHub's.
    """
    invisible = ("Cc", "Cf", "Cs", "Zl", "Zp")
    text = "".join(
        ascii(each)[1:-1] if category(each) in invisible and each not in but else each
        for each in text
    )
    return text.replace("##[", r"#\x23[")


#: What a value may hold that means something to a format.
_PIECES = [
    "\"double\" and 'single'",
    "a line\nbreak, \r\n another and \r one more",
    "a\ttab",
    "100 % and %0A and %25 and %",
    "]]> and <![CDATA[ and -->",
    "& and &amp; and &#10; and &lt;",
    "<script>alert(1)</script> <b>",
    "渡し船 🚢 e\u0301",
    "\x00\x01\x1b[31mred\x1b[0m\x07\x7f\x85\x9b",
    "\u2028\u2029\u200b\u202e\ufeff\ufffe\uffff",
    "\udcff and \ud83d and \ude00\ud83d",
    "{0} and {{ page.title }} and [a](b) and \\",
    "| and \\| and `x` and ``y`` and *b* and _i_ and ~~s~~ and ![i](j)",
    "@somebody and @org/team and #12 and $x$ and www.example.com and https://example.com",
    "::error file=x,line=1::y and ##[error]z and :: and , and :",
    "very long " * 40,
]
_PATHS = [
    "news/plain.md",
    "news/with spaces.md",
    "news/#1?.md",
    "news/100%.md",
    "news/a,b:c;d=e.md",
    "news/渡し船 🚢.md",
    "news/\"q\" & '<x>'.md",
    "news/| `a` @b.md",
    "news/new\nline\ttab.md",
    "news/\udcff\udcfe.md",
]
_RULES = ["schema/enum", "empty-value", "duplicate-key", "schema/required", "no-such-rule"]
_TEXT = '---\ntitle: "渡し船 🚢"\r\nexcerpt: |\n  e\u0301te\u0301\n  two\nheat: 1\n---\nbody\n'


def _diagnostic(number: int, piece: str, rule: str) -> Diagnostic:
    """One of those of the hostile run; every third is fixable, every fourth is a warning."""
    start = number % (len(_TEXT) - 12)
    edits = Edit(Span(start, start + 3), piece), Edit(Span(start + 5, start + 5), "")
    return Diagnostic(
        rule,
        Severity.WARNING if number % 4 == 0 else Severity.ERROR,
        piece if number % 2 else f"{number}: {piece}",
        ("related", number % 3, piece[:20]),
        Span(start, start + number % 12),
        help=(piece,),
        related=(Related(Span(number % 20, number % 20 + 1), piece),) if number % 5 == 0 else (),
        fix=Fix(piece, Safety.UNSAFE, edits, Remove(())) if number % 3 == 0 else None,
    )


def _hostile() -> list[FileReport]:
    pieces, rules = cycle(_PIECES), cycle(_RULES)
    reports = []
    for first in range(0, 500, 50):
        found = [
            _diagnostic(number, piece, rule)
            for number, piece, rule in zip(
                range(first, first + 50), islice(pieces, 50), islice(rules, 50), strict=True
            )
        ]
        found.sort(key=lambda each: each.span)
        suppressed = Suppressed(found[0], Suppression.COMMENT, found[1].message)
        path = _PATHS[first // 50]
        reports.append(FileReport(path, SourceFile.from_text(_TEXT), found, (suppressed,)))
    return reports


#: 500 diagnostics whose values and paths hold what formats could stumble over.
HOSTILE = _hostile()

SOUND = FileReport("news/sound.md", SourceFile.from_text("---\ntitle: a\n---\n"), [])

_ERROR = Diagnostic("schema/enum", Severity.ERROR, '"type" is wrong', ("type",), Span(4, 8))
_WARNING = Diagnostic("empty-value", Severity.WARNING, '"b" is empty', ("b",), Span(14, 14))
_SOURCE = "---\ntype: a\nb:\n---\n"
ERROR = FileReport("news/error.md", SourceFile.from_text(_SOURCE), [_ERROR])
WARNING = FileReport("news/warning.md", SourceFile.from_text(_SOURCE), [_WARNING])
BOTH = FileReport("news/both.md", SourceFile.from_text(_SOURCE), [_ERROR, _WARNING])

_WITH_SPACES = "---\ntitle: 渡し船 🚢  \r\nheat: yes\n---\n"


def _span(place: str) -> Span:
    start = _WITH_SPACES.index(place)
    return Span(start, start + len(place))


#: Another file, for a report with a related place in it.
OTHERS = {"news/other.md": SourceFile.from_text("---\na: 1\nb: 2\n---\n")}

#: A fix of two edits, after characters that take several bytes; and the text that it makes.
FIXABLE = FileReport(
    "news/fixable.md",
    SourceFile.from_text(_WITH_SPACES),
    [
        Diagnostic(
            "irregular-whitespace",
            Severity.WARNING,
            '"title" ends in spaces',
            ("title",),
            _span("渡し船 🚢  "),
            fix=Fix(
                "remove the spaces",
                Safety.SAFE,
                (Edit(_span("yes"), "1 # 🚢"), Edit(_span("  \r"), "\r")),
                SetValue(("title",), "渡し船 🚢"),
            ),
        )
    ],
)
FIXED = "---\ntitle: 渡し船 🚢\r\nheat: 1 # 🚢\n---\n"

#: A fix that edits nothing, because the fault is outside the text.
NO_EDITS = FileReport(
    "news/mark.md",
    SourceFile.from_text("---\na: 1\n---\n"),
    [
        Diagnostic(
            "byte-order-mark",
            Severity.WARNING,
            "a byte order mark",
            (),
            Span(0, 0),
            fix=Fix("remove the mark", Safety.SAFE, (), DropByteOrderMark()),
        )
    ],
)


class Replacement(NamedTuple):
    """An edit as formats have it: lines and columns from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def replaced(text: str, edits: list[Replacement], encoding: str = "utf-32-le") -> str:
    """The text with edits applied; columns count units of an encoding, as it is, code points."""
    unit = len("a".encode(encoding))
    lines = [line.encode(encoding) for line in text.split("\n")]
    whole = "\n".encode(encoding).join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + unit)
    for edit in sorted(edits, reverse=True):
        start = starts[edit.line - 1] + (edit.column - 1) * unit
        end = starts[edit.end_line - 1] + (edit.end_column - 1) * unit
        whole = whole[:start] + edit.text.encode(encoding) + whole[end:]
    return whole.decode(encoding)


def told(report: FileReport, diagnostic: Diagnostic) -> str:
    """The message and the notes of a diagnostic, where a format has one text for them."""
    return "\n".join((diagnostic.message, *notes(report, diagnostic)))


def notes(report: FileReport, diagnostic: Diagnostic) -> list[str]:
    """The notes of a diagnostic."""
    related = [f"line {_line(report, each.span)}: {each.message}" for each in diagnostic.related]
    return [*related, *(f"help: {each}" for each in diagnostic.help)]


def _line(report: FileReport, span: Span) -> int:
    return report.position(span.start).line


def lines(report: FileReport) -> list[int]:
    """The line of each diagnostic of a report."""
    return [_line(report, each.span) for each in report.diagnostics]
