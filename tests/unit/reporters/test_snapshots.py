"""Every output format on one fixed set of reports; what is expected is in ``snapshots/``.

To accept a change, delete the file that it concerns, run the test twice, and look at the diff.
"""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from articlelint import reporters
from articlelint.model import Diagnostic, Edit, Fix, Related, Safety, SetValue, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.rule import Rule
from articlelint.settings import records
from tests.unit.reporters.runs import OTHERS

SNAPSHOTS = Path(__file__).parent / "snapshots"

PLAIN = """\
---
title: "Ferry timetable grows"
type: artcle
title: "Ferry timetable shrinks"
topics: [Harbours,
  Ferries]
excerpt:
---
"""
WIDE = """\
---
title: 港の朝 — "渡し船 🚢 が増える"
e\u0301te\u0301: {type:\tartcle, kind:\t"vi\u0301deo", 구:\tno, \u1112\u1161\u11ab: yes}
cate\u200bgory: [n\u00adews, \u202ecod]
---
"""
CONTROL = '---\r\ntitle: "a \x1b[31mred\x1b[0m word"\r\ntype: artcle\r\n---\r\n'
FIXABLE = "---\nprovider:\n  domain: https://www.example.com/\nheat: 1\n---\n"
LONG = (
    "---\n"
    f"excerpt: {'A ferry, and one more ferry; ' * 6}type: artcle {'and one ferry again; ' * 6}\n"
    f"title: {'0123456789' * 20}\n"
    f"{'渡し船' * 40}: true, the key is long\n"
    "---\n"
)


def report(path: str, text: str, *diagnostics: Diagnostic) -> FileReport:
    return FileReport(path, SourceFile.from_text(text), list(diagnostics))


def span(text: str, place: str) -> Span:
    """The span of the part of ``place`` between two bars; the rest is context."""
    before, marked, after = place.split("|")
    start = text.index(before + marked + after) + len(before)
    return Span(start, start + len(marked))


REPORTS = [
    report("news/sound.md", PLAIN),
    report(
        "news/plain.md",
        PLAIN,
        Diagnostic(
            "schema/required",
            Severity.ERROR,
            'missing required key "category"',
            ("category",),
            span(PLAIN, "|---|\ntitle"),
            help=("What the article is filed under.", 'for example: "news"'),
        ),
        Diagnostic(
            "schema/enum",
            Severity.ERROR,
            '"type" should be "article" or "video", not "artcle": did you mean "article"?',
            ("type",),
            span(PLAIN, "|artcle|"),
            help=('did you mean "article"?',),
        ),
        Diagnostic(
            "duplicate-key",
            Severity.ERROR,
            '"title" is given twice',
            ("title",),
            span(PLAIN, '|title|: "Ferry timetable shrinks'),
            related=(Related(span(PLAIN, "|title|: "), '"title" is first given here'),),
        ),
        Diagnostic(
            "schema/type",
            Severity.ERROR,
            '"topics" should be text, not a list',
            ("topics",),
            span(PLAIN, "|[Harbours,\n  Ferries]|"),
        ),
        Diagnostic(
            "empty-value",
            Severity.WARNING,
            '"excerpt" has no value',
            ("excerpt",),
            span(PLAIN, "excerpt:||"),
        ),
    ),
    report(
        "news/wide.md",
        WIDE,
        *(
            Diagnostic("schema/enum", Severity.ERROR, "is wrong", (key,), span(WIDE, place))
            for key, place in {
                "title": '— |"渡し船 🚢 が増える"|',
                "été/0": "|artcle|",
                "été/1": '|"vi\u0301deo"|',
                "été~2": "|no|,",
                "été": "|yes|}",
                "cate\u200bgory": "|cate\u200bgory|",
                "soft": "|n\u00adews|",
                "turned": "|\u202ecod|",
            }.items()
        ),
    ),
    report(
        "news/control \x1b[2J\n characters \udcff.md",
        CONTROL,
        Diagnostic(
            "irregular-whitespace",
            Severity.WARNING,
            '"a \x1b[31mred\x1b[0m word" \r\n holds\u2028control characters',
            ("title",),
            span(CONTROL, '|"a \x1b[31mred\x1b[0m word"|'),
            help=("write \x1b[1mit\x1b[0m\nwithout them",),
        ),
        Diagnostic("schema/enum", Severity.ERROR, "is wrong", ("type",), span(CONTROL, "|artcle|")),
    ),
    report(
        "news/long.md",
        LONG,
        *(
            Diagnostic("schema/enum", Severity.ERROR, "is wrong", (key,), span(LONG, place))
            for key, place in {
                "start": "|excerpt|",
                "middle": "|artcle|",
                "end": "again|;| \n",
                "cut": "title: |" + "0123456789" * 20 + "|",
                "wide and cut": "|" + "渡し船" * 40 + "|",
                "after wide": "|true|",
            }.items()
        ),
    ),
    report(
        "news/nothing-to-show.md",
        " \n",
        Diagnostic(
            "missing-front-matter",
            Severity.ERROR,
            "the file does not start with front matter",
            (),
            Span(0, 0),
            help=("write YAML front matter",),
            related=(Related(Span(0, 0), "here"), Related(Span(9, 10), "there", "news/other.md")),
        ),
    )._replace(others=OTHERS),
    report(
        "news/fixable.md",
        FIXABLE,
        Diagnostic(
            "non-canonical-domain",
            Severity.ERROR,
            '"domain" should be a bare domain, not "https://www.example.com/"',
            ("provider", "domain"),
            span(FIXABLE, "|https://www.example.com/|"),
            help=("write `example.com`",),
            fix=Fix(
                "write `example.com`",
                Safety.SAFE,
                (
                    Edit(span(FIXABLE, "|https://www.|"), ""),
                    Edit(span(FIXABLE, "example.com|/|"), ""),
                ),
                SetValue(("provider", "domain"), "example.com"),
            ),
        ),
    )._replace(
        suppressed=(
            Suppressed(
                Diagnostic(
                    "schema/minimum",
                    Severity.WARNING,
                    '"heat" should be 10 or more, not 1',
                    ("heat",),
                    span(FIXABLE, "heat: |1|"),
                ),
                Suppression.COMMENT,
                "it is a cold day",
            ),
        )
    ),
]

#: The record of every rule here, so that no output changes with a rule's documentation.
RULE = Rule("it objects to this", "It objects to\nthis.\n\nWrite `that`.\n", Severity.WARNING, ())


def rendered(name: str, reports: list[FileReport], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("os.get_terminal_size", _no_terminal)
    monkeypatch.setattr(records, "record", lambda _: RULE)
    monkeypatch.setattr("articlelint.reporters.sarif.version", lambda _: "1.2.3")
    return click.unstyle("".join(reporters.load(name)(reports)))


def _no_terminal() -> None:
    raise OSError


@pytest.mark.parametrize("name", reporters.names())
def test_output_is_the_snapshot(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    output = rendered(name, REPORTS, monkeypatch).encode(errors="backslashreplace")
    snapshot = SNAPSHOTS / f"{name}.txt"
    if not snapshot.exists():
        snapshot.write_bytes(output)
        pytest.fail(f"{snapshot} was missing, and is now what came out")
    assert output.decode() == snapshot.read_bytes().decode()


@pytest.mark.parametrize("name", ["concise", "full", "github", "jsonl"])
@pytest.mark.parametrize("reports", [[], REPORTS[:1]], ids=["no file", "no diagnostic"])
def test_what_is_for_lines_is_empty_where_there_is_nothing(
    name: str, reports: list[FileReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rendered(name, reports, monkeypatch) == ""


@pytest.mark.parametrize("name", ["concise", "full", "github", "markdown"])
def test_nothing_but_our_own_colors_reaches_a_terminal(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = rendered(name, REPORTS, monkeypatch)
    assert [each for each in output if not each.isprintable() and each != "\n"] == []


def test_json_is_one_array_of_objects_with_the_keys_of_the_contract(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = "line, column, end_line, end_column, pointer"
    keys = f"path, rule, severity, message, {place}, fix, help, related"
    objects = json.loads(rendered("json", REPORTS, monkeypatch))
    assert len(objects) == sum(len(each.diagnostics) for each in REPORTS)
    assert {", ".join(each) for each in objects} == {keys}
    assert rendered("json", [], monkeypatch) == "[]\n"
