from __future__ import annotations

import ntpath
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint import lint_text, rules
from articlelint.model import Diagnostic, Severity, Span
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.settings import baseline, baseline_file
from articlelint.settings.baseline import Baseline, Written
from articlelint.settings.baseline_file import Entry
from articlelint.settings.config import ConfigError
from tests.git import git
from tests.support import article, source_of

SCHEMA = {
    "properties": {
        "title": {"type": "string"},
        "type": {"enum": ["article", "video"]},
        "topics": {"items": {"type": "string"}},
        "note": {"const": "a\nb\n"},
    },
    "required": ["type"],
}
#: Faults of schema/type, schema/enum and published-flag.
BROKEN = article("title: 1\ntype: artcle\npublished: yes\n")
SOUND = article("title: One\ntype: article\npublished: true\n")

FILE = "baseline.json"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(path: str, text: str | bytes) -> FileReport:
    return FileReport(path, source_of(text), lint_text(text, path, SCHEMA))


def write(*reports: FileReport, path: str = FILE) -> Written:
    """What ``--write-baseline`` does."""
    loaded = Baseline.load(path, may_be_missing=True)
    for each in reports:
        loaded.note(each)
    return loaded.write()


def reported(*reports: FileReport, path: str = FILE) -> list[str]:
    """The rules that a run with the baseline reports."""
    loaded = Baseline.load(path)
    return [each.rule for report in reports for each in loaded.filter(report).diagnostics]


def stale(*reports: FileReport) -> list[tuple[str, str, int]]:
    loaded = Baseline.load(FILE)
    for each in reports:
        loaded.filter(each)
    return [(each.path, each.rule, each.number) for each in loaded.stale()]


def entries() -> list[tuple[str, str, int]]:
    """What the file has, as files, rules and numbers."""
    return [(each.path, each.rule, each.number) for each in baseline_file.read(FILE)]


def touch(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()


def test_a_file_is_one_sorted_entry_a_line_and_ends_without_a_comma() -> None:
    change = write(checked("b/c.md", BROKEN), checked("a.md", article("title: é\n")))
    assert change == Written(added=4, removed=0, kept=0)
    text = Path(FILE).read_bytes().decode("ascii")
    assert len(set(re.findall(r'"hash": "([0-9a-f]{16})"', text))) == 4
    assert re.sub(r'"hash": "[0-9a-f]+"', '"hash": "..."', text) == (
        """[
  {"path": "a.md", "rule": "schema/required", "pointer": "/type", "hash": "...", "count": 1},
  {"path": "b/c.md", "rule": "published-flag", "pointer": "/published", "hash": "...", "count": 1},
  {"path": "b/c.md", "rule": "schema/enum", "pointer": "/type", "hash": "...", "count": 1},
  {"path": "b/c.md", "rule": "schema/type", "pointer": "/title", "hash": "...", "count": 1},
  {"version": 1}
]
"""
    )


def test_an_empty_baseline_suppresses_nothing() -> None:
    assert write(checked("a.md", SOUND)) == Written(0, 0, 0)
    assert Path(FILE).read_text() == '[\n  {"version": 1}\n]\n'
    assert len(reported(checked("a.md", BROKEN))) == 3
    assert stale(checked("a.md", BROKEN)) == []


def test_a_part_is_matched_by_all_of_its_value() -> None:
    texts = [article(f"title: a &amp; b &amp; {end}\ntype: video\n") for end in "cd"]
    baselined, changed = (checked("a.md", text).without_text() for text in texts)
    write(baselined)
    assert entries() == [("a.md", "html-entity", 2)]
    assert reported(baselined) == []
    assert reported(changed) == ["html-entity"] * 2


def test_what_is_baselined_is_suppressed() -> None:
    report = checked("a.md", BROKEN)
    write(report)
    loaded = Baseline.load(FILE)
    filtered = loaded.filter(report)
    assert filtered.diagnostics == []
    assert filtered.suppressed == tuple(
        Suppressed(each, Suppression.BASELINE) for each in report.diagnostics
    )
    assert filtered._replace(diagnostics=report.diagnostics, suppressed=()) == report
    elsewhere = report._replace(path="b.md")
    assert loaded.filter(elsewhere) == elsewhere


def test_what_a_comment_ignores_stays_so_and_is_not_written() -> None:
    report = checked("a.md", BROKEN)
    first, *others = report.diagnostics
    commented = (Suppressed(first, Suppression.COMMENT, "so it is"),)
    report = report._replace(diagnostics=others, suppressed=commented)
    assert write(report) == Written(added=2, removed=0, kept=0)
    filtered = Baseline.load(FILE).filter(report)
    assert filtered.diagnostics == []
    assert filtered.suppressed[:1] == commented


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{SOUND}\n", [], id="sound"),
        pytest.param(BROKEN, [], id="the same"),
        pytest.param(BROKEN.replace("type:", "# why\n\ntype:"), [], id="lines moved"),
        pytest.param(
            article("published: yes\ntype: artcle\ntitle: 1\n"), [], id="another order of keys"
        ),
        pytest.param(BROKEN.replace("title: 1", "title:    1"), [], id="value moved"),
        pytest.param(BROKEN.replace("\n", "\r\n"), [], id="CRLF"),
        pytest.param(BROKEN.replace("\n", "\r"), [], id="CR"),
        pytest.param("\ufeff" + BROKEN, ["byte-order-mark"], id="byte order mark"),
        pytest.param(BROKEN + "a body\n", [], id="body"),
        pytest.param(BROKEN.replace("1", "2"), ["schema/type"], id="another value"),
        pytest.param(
            BROKEN.replace("yes", '"yes"'), ["published-flag"], id="a value written differently"
        ),
        pytest.param(BROKEN.replace("title: 1", "title: [x]"), ["schema/type"], id="another kind"),
        pytest.param(BROKEN.replace("artcle", "artikle"), ["schema/enum"], id="another message"),
        pytest.param(
            BROKEN.replace("title: 1", "topics: [1]"), ["schema/type"], id="another pointer"
        ),
        pytest.param(
            BROKEN.replace("yes", "yes\nupdatedDateTime: soon"), ["non-iso-date"], id="a new fault"
        ),
    ],
)
def test_only_what_is_not_baselined_is_reported(text: str, expected: list[str]) -> None:
    write(checked("a.md", BROKEN))
    assert reported(checked("a.md", text)) == expected
    assert len(reported(checked("b.md", BROKEN))) == 3, "another file"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_a_value_of_several_lines_matches_with_other_line_breaks(newline: str) -> None:
    text = article("type: article\nnote: |\n  a\n  c\n")
    write(checked("a.md", text))
    assert entries() == [("a.md", "schema/const", 1)]
    assert reported(checked("a.md", text.replace("\n", newline))) == []
    assert reported(checked("a.md", text.replace("  c", "  d"))) == ["schema/const"]


def test_a_message_that_names_a_line_matches_on_another_one() -> None:
    text = article("title: |\nOne\ntype: article\n")
    write(checked("a.md", text))
    assert entries() == [("a.md", "yaml-syntax", 1)]
    moved = checked("a.md", text.replace("title", "# why\ntitle"))
    assert "line 3" in moved.diagnostics[0].message
    assert reported(moved) == []


def repeated(number: int, *, rule: str = "duplicate-key") -> FileReport:
    """A file with diagnostics that are alike but for their place."""
    found = [
        Diagnostic(rule, Severity.ERROR, "is twice", ("a",), Span(4 + 5 * each, 5 + 5 * each))
        for each in range(number)
    ]
    return FileReport("a.md", source_of(article("a: 1\n" * number)), found)


def test_an_entry_suppresses_no_more_than_it_counts() -> None:
    write(repeated(2))
    assert entries() == [("a.md", "duplicate-key", 2)]
    report = repeated(3)
    filtered = Baseline.load(FILE).filter(report)
    assert filtered.diagnostics == report.diagnostics[2:]
    assert [each.diagnostic for each in filtered.suppressed] == report.diagnostics[:2]
    assert stale(repeated(3)) == []
    assert stale(repeated(1)) == [("a.md", "duplicate-key", 1)]
    assert write(repeated(1)) == Written(added=0, removed=1, kept=1)
    assert write(repeated(3)) == Written(added=2, removed=0, kept=1)


def test_a_failure_of_articlelint_is_never_baselined() -> None:
    report = repeated(1, rule="internal-error")
    assert write(report) == Written(0, 0, 0)
    write(repeated(1))
    Path(FILE).write_text(Path(FILE).read_text().replace("duplicate-key", "internal-error"))
    assert reported(report) == ["internal-error"]
    assert stale(report) == [("a.md", "internal-error", 1)]


def test_what_is_fixed_is_stale_until_it_is_written() -> None:
    write(checked("a.md", BROKEN), checked("b.md", BROKEN))
    touch("b.md")
    fixed = checked("a.md", BROKEN.replace("title: 1", "title: One"))
    assert stale(fixed) == [("a.md", "schema/type", 1)]
    loaded = Baseline.load(FILE)
    loaded.filter(fixed)
    assert loaded.write() == Written(added=0, removed=1, kept=5)
    assert stale(fixed) == []


def test_what_is_suppressed_is_written_again() -> None:
    write(checked("a.md", BROKEN))
    loaded = Baseline.load(FILE)
    filtered = loaded.filter(checked("a.md", BROKEN))
    assert loaded.write() == Written(added=0, removed=0, kept=3)
    assert write(filtered) == Written(added=0, removed=0, kept=3)
    assert write(filtered, path="other.json") == Written(added=3, removed=0, kept=0)


def test_a_file_that_was_not_checked_stays_and_one_that_is_gone_does_not() -> None:
    touch("news/there.md", "plain")
    paths = ["a.md", "news/gone.md", "news/there.md", "plain/gone.md", "nul\0.md"]
    write(*(repeated(1)._replace(path=path) for path in paths))
    gone = [(path, "duplicate-key", 1) for path in ("news/gone.md", "nul\0.md", "plain/gone.md")]
    assert stale(repeated(1)) == gone
    assert write(repeated(1)) == Written(added=0, removed=3, kept=2)
    assert [path for path, *_ in entries()] == ["a.md", "news/there.md"]


@pytest.mark.posix
def test_a_link_that_leads_nowhere_is_not_gone() -> None:
    os.symlink("nowhere", "a.md")
    write(repeated(1))
    assert stale() == []


def test_a_file_that_cannot_be_looked_for_is_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    write(repeated(1))
    assert stale() == [("a.md", "duplicate-key", 1)]

    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    loaded = Baseline.load(FILE)
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", refuse)
        assert loaded.stale() == []


def test_what_could_not_be_checked_is_not_stale() -> None:
    write(checked("a.md", BROKEN))
    unparsed = checked("a.md", BROKEN.replace("title: 1", "title: [1"))
    assert reported(unparsed) == ["yaml-syntax"]
    assert stale(unparsed) == []
    assert write(unparsed) == Written(added=1, removed=0, kept=3)
    unclosed = checked("a.md", "---\ntitle: 1\n")
    assert stale(unclosed) == [("a.md", "yaml-syntax", 1)], "but that it could not is"


@pytest.mark.parametrize(
    "rule_id", sorted(rules.ids().keys() - rules.checking().keys() - rules.comparing().keys())
)
def test_an_entry_is_stale_only_if_the_rest_was_checked(rule_id: str) -> None:
    write(repeated(1, rule="date-order"))
    checked_on = {
        *("byte-order-mark", "duplicate-key", "non-string-key", "inline-schema", "inline-ignore"),
        *("deprecated-key", "second-front-matter", "unusable-schema", "unused-ignore"),
        "unwritable-file",
    }
    assert bool(stale(repeated(1, rule=rule_id))) is (rule_id in checked_on)


def test_an_entry_of_a_comparison_is_stale_only_after_one() -> None:
    pair = repeated(1, rule="duplicate-url")
    write(pair._replace(is_compared=True))
    gone = pair._replace(diagnostics=[])
    assert stale(gone) == []
    assert stale(gone._replace(is_compared=True)) == [("a.md", "duplicate-url", 1)]
    assert write(gone) == Written(added=0, removed=0, kept=1)


def test_what_a_part_of_a_report_leaves_out_is_not_stale() -> None:
    write(repeated(2))
    part = repeated(1)._replace(is_partial=True, is_compared=True)
    assert stale(part) == []
    assert stale(part._replace(is_partial=False)) == [("a.md", "duplicate-key", 1)]


def test_entries_of_a_rule_that_was_off_are_not_stale() -> None:
    write(checked("a.md", BROKEN))
    touch("a.md")
    loaded = Baseline.load(FILE, is_on=lambda rule: rule == "schema/enum")
    loaded.filter(checked("a.md", SOUND))
    assert [each.rule for each in loaded.stale()] == ["schema/enum"]
    assert loaded.write() == Written(added=0, removed=1, kept=2)


def test_entries_of_a_removed_rule_are_stale() -> None:
    write(repeated(1, rule="gone-rule"))

    def is_on(rule: str) -> bool:
        return bool(rules.load(rule))

    loaded = Baseline.load(FILE, is_on=is_on)
    loaded.filter(checked("a.md", SOUND))
    assert [each.rule for each in loaded.stale()] == ["gone-rule"]


def test_a_new_file_can_have_settings_of_the_run() -> None:
    loaded = Baseline.load(FILE, may_be_missing=True, is_on=lambda _: False)
    loaded.note(checked("a.md", BROKEN))
    assert loaded.write() == Written(added=3, removed=0, kept=0)


@pytest.mark.posix
@pytest.mark.parametrize(
    ("where", "named"),
    [
        (".", "news/a.md"),
        (".", "./news/a.md"),
        (".", "news/../news/a.md"),
        (".", "link/a.md"),
        ("news", "a.md"),
        ("elsewhere", "../news/a.md"),
        (".", "{folder}/news/a.md"),
        ("elsewhere", "{folder}/link/a.md"),
    ],
)
def test_a_file_matches_however_it_is_named(
    where: str, named: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch("news/a.md", "elsewhere/b.md", "ci/c.md")
    os.symlink("news", "link")
    write(checked("news/a.md", BROKEN), path="ci/baseline.json")
    path = folder / "ci/baseline.json"
    assert {each.path for each in baseline_file.read(str(path))} == {"../news/a.md"}
    monkeypatch.chdir(where)
    report = checked(named.format(folder=folder), BROKEN)
    for loaded in (path, os.path.relpath(path)):
        assert reported(report, path=str(loaded)) == []


@pytest.mark.posix
def test_a_file_that_is_a_link_has_a_name_of_its_own() -> None:
    touch("a.md")
    os.symlink("a.md", "b.md")
    write(checked("b.md", BROKEN))
    assert {path for path, *_ in entries()} == {"b.md"}


def test_a_file_that_is_named_in_two_ways_counts_once() -> None:
    write(repeated(2), repeated(1)._replace(path="./a.md"))
    assert entries() == [("a.md", "duplicate-key", 2)]


@pytest.mark.posix
def test_a_name_that_is_not_utf8_matches() -> None:
    report = checked(os.fsdecode(b"\xff\xc3\xa9.md"), BROKEN)
    write(report)
    assert reported(report) == []


@pytest.mark.parametrize(
    ("folder_of_files", "prefix"),
    [
        ("C:\\site", ""),
        ("C:\\site\\news\\2023", "news/2023/"),
        ("C:\\", "../"),
        ("D:\\news", "D:/news/"),
        ("D:\\", "D:/"),
    ],
)
def test_paths_are_the_same_on_windows(
    folder_of_files: str, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = SimpleNamespace(path=ntpath, sep="\\", curdir=".")
    monkeypatch.setattr(baseline, "os", windows)
    assert baseline._prefix(folder_of_files, "C:\\site") == prefix


ENTRY = '{"path": "a.md", "rule": "x", "pointer": "", "hash": "0", "count": 1}'
VERSION = '{"version": 1}'
LAST = f"the last item should be `{VERSION}`, without a comma after it"
AGAIN = "or delete the file and write it again"
FIX = f": fix the line, {AGAIN}"
CONFLICT = (
    "unresolved merge conflict: keep the entries of both sides, and remove the conflict markers"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", f"1:1: a baseline starts with `[`{FIX}", id="empty"),
        pytest.param("\n {}", f"2:2: a baseline starts with `[`{FIX}", id="object"),
        pytest.param("[]".encode("utf-16"), f"1:1: a baseline starts with `[`{FIX}", id="UTF-16"),
        pytest.param("[ ]", f"1:3: {LAST}", id="no item"),
        pytest.param(f"[\n{ENTRY}\n]", f"2:1: {LAST}", id="no version"),
        pytest.param(f"[\n{ENTRY},\n]", f"3:1: {LAST}", id="no version after the comma"),
        pytest.param(f"[\n{VERSION},\n]", f"3:1: {LAST}", id="comma after the version"),
        pytest.param(
            f"[\n{VERSION},\n{ENTRY}\n]", '2:1: unknown key "version"', id="version first"
        ),
        pytest.param('[{"version": 1, "a": 1}]', f"1:2: {LAST}", id="version and more"),
        pytest.param("[1]", f"1:2: {LAST}", id="last item is not an object"),
        pytest.param(
            '[\n{"a": 1},\n  {"version": 2}]',
            f"3:3: baseline version 2 is not supported, only 1: update articlelint, {AGAIN}",
            id="later version",
        ),
        pytest.param(
            '[{"version": [1]}]',
            f"1:2: this version is not supported, only 1: update articlelint, {AGAIN}",
            id="version of another type",
        ),
        pytest.param(
            f"[\n{ENTRY}\n  {VERSION}\n]",
            f"3:3: missing `,` or `]` before this{FIX}",
            id="no comma",
        ),
        pytest.param(
            f"[\n{ENTRY},\n{VERSION}\n",
            f"4:1: missing `,` or `]` before this{FIX}",
            id="cut off after an item",
        ),
        pytest.param(f"[\n{ENTRY},\n", f"3:1: invalid JSON{FIX}", id="cut off"),
        pytest.param(f"[\n{ENTRY[:20]}", f"2:18: invalid JSON{FIX}", id="cut off in a text"),
        pytest.param("[\n{'a': 1}", f"2:2: invalid JSON{FIX}", id="single quotes"),
        pytest.param(f"[,\n{VERSION}]", f"1:2: invalid JSON{FIX}", id="comma first"),
        pytest.param("[" * 100_000, f"1:2: invalid JSON{FIX}", id="nested deeply"),
        pytest.param(
            f'[{{"count": {"1" * 5000}}}]', f"1:2: invalid JSON{FIX}", id="endless number"
        ),
        pytest.param(
            f"[{VERSION}]\r\n[", f"2:1: unexpected text after the final `]`{FIX}", id="more"
        ),
        pytest.param(f"[\n<<<<<<< HEAD\n{ENTRY},", f"2:1: {CONFLICT}", id="conflict first"),
        pytest.param(f"[\n{ENTRY},\n=======\n{ENTRY},", f"3:1: {CONFLICT}", id="conflict amid"),
        pytest.param(f"[\n{VERSION}\n>>>>>>> a\n]", f"3:1: {CONFLICT}", id="conflict last"),
        pytest.param(f"[\n{VERSION}\n]\n||||||| a", f"4:1: {CONFLICT}", id="conflict after"),
        pytest.param(f"<<<<<<< HEAD\n[\n{VERSION}\n]", f"1:1: {CONFLICT}", id="conflict before"),
        pytest.param(
            f'[\n{ENTRY},\n["a"],\n{VERSION}]',
            "3:1: an entry should be a mapping, not a list",
            id="entry of another type",
        ),
        pytest.param(
            f"[\n{ENTRY.replace('hash', 'Hash')},\n{VERSION}]",
            '2:1: unknown key "Hash": did you mean "hash"?',
            id="misspelt key",
        ),
        pytest.param(
            f"[\n{ENTRY.replace('path', 'line')},\n{VERSION}]",
            '2:1: unknown key "line"',
            id="unknown key",
        ),
        pytest.param(f"[\n{VERSION},\n{VERSION}]", '2:1: unknown key "version"', id="version amid"),
        pytest.param(
            "[\n{},\n" + VERSION + "]",
            '2:1: missing required key "path"',
            id="no key",
        ),
    ],
)
def test_a_broken_file_is_refused_at_its_place(text: str | bytes, expected: str) -> None:
    Path(FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    for may_be_missing in (True, False):
        with pytest.raises(ConfigError) as caught:
            Baseline.load(FILE, may_be_missing=may_be_missing)
        assert str(caught.value) == f"{FILE}:{expected}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"a.md"', "null", '"path" should be text, not empty'),
        ('"pointer": ""', '"pointer": 3', '"pointer" should be text, not a whole number'),
        ('"hash": "0"', '"hash": ["0"]', '"hash" should be text, not a list'),
        ('"count": 1', '"count": 0', '"count" should be a whole number of at least 1'),
        ('"count": 1', '"count": 1.0', '"count" should be a whole number of at least 1'),
        ('"count": 1', '"count": true', '"count" should be a whole number of at least 1'),
        ('"count": 1', '"count": "1"', '"count" should be a whole number of at least 1'),
        ('"count": 1', '"count": NaN', '"count" should be a whole number of at least 1'),
        (', "count": 1', "", 'missing required key "count"'),
        ('"rule": "x", ', "", 'missing required key "rule"'),
    ],
)
def test_a_broken_entry_is_refused_at_its_place(old: str, new: str, expected: str) -> None:
    Path(FILE).write_text(f"[\n  {ENTRY},\n  {ENTRY.replace(old, new)},\n  {VERSION}\n]\n")
    with pytest.raises(ConfigError) as caught:
        Baseline.load(FILE)
    assert str(caught.value) == f"{FILE}:3:3: {expected}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"[{ENTRY},{VERSION}]", id="one line"),
        pytest.param(f"[\n\t{ENTRY}\n\t,\n{VERSION}\n]", id="leading commas"),
        pytest.param(f"\ufeff[\r\n{ENTRY},\r\n{VERSION}\r\n]\r\n", id="BOM and CRLF"),
        pytest.param(f"[{ENTRY},{VERSION}]".replace(":", "\n:\n"), id="laid out"),
        pytest.param(f"[{ENTRY},{ENTRY},{VERSION}]", id="twice"),
    ],
)
def test_any_layout_is_read_and_the_own_one_written(text: str) -> None:
    Path(FILE).write_bytes(text.encode())
    assert set(baseline_file.read(FILE)) == {Entry("a.md", "x", "", "0", 1)}
    touch("a.md")
    assert Baseline.load(FILE).write() == Written(added=0, removed=0, kept=1)
    assert Path(FILE).read_text() == f"[\n  {ENTRY},\n  {VERSION}\n]\n"


def test_an_entry_that_is_there_twice_counts_as_the_greater() -> None:
    write(repeated(1))
    once = Path(FILE).read_text()
    write(repeated(2))
    both = [*Path(FILE).read_text().splitlines()[:2], *once.splitlines()[1:]]
    Path(FILE).write_text("\n".join(both))
    assert [number for *_, number in entries()] == [2, 1]
    assert reported(repeated(3)) == ["duplicate-key"]


def test_a_missing_baseline() -> None:
    with pytest.raises(ConfigError) as caught:
        Baseline.load("ci/known.json")
    assert str(caught.value) == (
        "ci/known.json: this baseline does not exist: `--write-baseline ci/known.json` creates it"
    )


@pytest.mark.posix
@pytest.mark.parametrize(
    ("path", "reason"), [("/dev/null", "not a regular file"), (".", "Is a directory")]
)
def test_what_is_not_a_regular_file_is_neither_read_nor_replaced(path: str, reason: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Baseline.load(path, may_be_missing=True)
    assert str(caught.value) == f"{path}: the baseline cannot be read: {reason}"


def test_a_baseline_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    write(repeated(1))
    size = os.path.getsize(FILE)
    monkeypatch.setattr(baseline_file, "MAX_BYTES", size)
    assert len(entries()) == 1
    monkeypatch.setattr(baseline_file, "MAX_BYTES", size - 1)
    with pytest.raises(ConfigError, match=r"cannot be read: it is larger than 0 MiB\Z"):
        Baseline.load(FILE)


@pytest.mark.parametrize("end", ["", "{", '{"version": '])
def test_what_comes_after_the_first_mistake_is_not_read(end: str) -> None:
    Path(FILE).write_text(f"[1, 2, {end}")
    with pytest.raises(
        ConfigError, match=r":1:2: an entry should be a mapping, not a whole number\Z"
    ):
        Baseline.load(FILE)


def test_a_baseline_that_cannot_be_written() -> None:
    with pytest.raises(ConfigError) as caught:
        Baseline.load("ci/known.json", may_be_missing=True).write()
    assert str(caught.value) == (
        "ci/known.json: the baseline cannot be written: No such file or directory"
    )


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize(
    ("error", "raised"),
    [(OSError(28, "No space left on device"), ConfigError), (KeyboardInterrupt(), None)],
    ids=["disk full", "interrupt"],
)
def test_a_write_that_fails_midway_changes_nothing(
    step: str,
    error: BaseException,
    raised: type[BaseException] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(repeated(1))
    before = Path(FILE).read_bytes()

    def fail(*_arguments: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(raised or type(error)):
            write(repeated(2))
    assert Path(FILE).read_bytes() == before
    assert os.listdir() == [FILE]


@pytest.mark.posix
def test_a_file_keeps_its_mode() -> None:
    write(repeated(1))
    os.chmod(FILE, 0o640)
    write(repeated(2))
    assert stat.S_IMODE(os.stat(FILE).st_mode) == 0o640


def test_a_new_file_has_the_mode_of_any_other() -> None:
    touch("other")
    write(repeated(1))
    assert os.stat(FILE).st_mode == os.stat("other").st_mode


@pytest.mark.posix
@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_a_link_to_the_file_that_is_written(*, exists: bool) -> None:
    touch("ci/other")
    os.symlink("ci/known.json", FILE)
    if exists:
        write(path="ci/known.json")
    write(checked("a.md", BROKEN))
    assert os.readlink(FILE) == "ci/known.json"
    assert {each.path for each in baseline_file.read("ci/known.json")} == {"../a.md"}


@pytest.mark.parametrize("common", [True, False], ids=["of one", "made in each"])
@pytest.mark.parametrize("names", ["acb", "abc", "bca"])
def test_git_merges_the_baselines_of_two_branches(names: str, *, common: bool) -> None:
    first, ours, theirs = (checked(f"{name}.md", BROKEN) for name in names)
    git("init", "--quiet", "--initial-branch=main")
    Path(".gitattributes").write_text(f"{FILE} merge=union\n")
    for name in names:
        touch(f"{name}.md")
    if common:
        write(first)
    git("add", ".")
    git("commit", "--quiet", "--message=a")
    git("checkout", "--quiet", "-b", "other")
    write(theirs, repeated(2)._replace(path="d.md"))
    git("add", FILE)
    git("commit", "--quiet", "--message=b")
    git("checkout", "--quiet", "main")
    write(ours, repeated(1)._replace(path="d.md"))
    git("add", FILE)
    git("commit", "--quiet", "--message=c")
    git("merge", "--quiet", "other")
    reports = [ours, theirs, repeated(2)._replace(path="d.md"), *([first] if common else [])]
    assert reported(*reports) == []


TEXTS = st.text(st.characters(), max_size=5)
ENTRIES = st.lists(
    st.builds(Entry, TEXTS, TEXTS, TEXTS, TEXTS, st.integers(1, 10**9)),
    max_size=5,
    unique_by=lambda each: each[:-1],
)
#: Few enough to be repeated.
FAULTS = st.lists(
    st.builds(
        Diagnostic,
        st.sampled_from(["schema/enum", "empty-value"]),
        st.sampled_from(Severity),
        st.sampled_from(["is wrong", "is odd", "line 3 is odd"]),
        st.sampled_from([(), ("a",), ("a", 0), ("a/b",)]),
        st.sampled_from([Span(0, 3), Span(4, 8), Span(4, 4)]),
    ),
    max_size=6,
)
FAULT = Diagnostic("schema/enum", Severity.ERROR, "is wrong", (), Span(0, 3))
SOURCE = source_of("---\na: 1\n---\n")
RUNS = st.dictionaries(st.sampled_from(["a.md", "b/a.md", "b/ é\udcff.md", "../c.md"]), FAULTS)


def run(found: dict[str, list[Diagnostic]], base: str) -> Iterator[FileReport]:
    for path, diagnostics in found.items():
        yield FileReport(os.path.join(base, path), SOURCE, diagnostics)


@given(ENTRIES)
def test_what_is_written_is_read(expected: list[Entry]) -> None:
    with TemporaryDirectory() as base:
        path = os.path.join(base, FILE)
        baseline_file.write(path, expected)
        assert baseline_file.read(path) == sorted(expected)


@settings(max_examples=40)  # each writes files to the disk
@given(RUNS, st.data())
def test_a_baseline_suppresses_exactly_the_run_that_it_is_of(
    found: dict[str, list[Diagnostic]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as base:
        path = os.path.join(base, FILE)
        total = sum(map(len, found.values()))
        assert write(*run(found, base), path=path) == Written(total, 0, 0)
        text = Path(path).read_bytes()
        again = dict(data.draw(st.permutations(list(found.items()))))
        loaded = Baseline.load(path)
        filtered = [loaded.filter(each) for each in run(again, base)]
        assert not any(each.diagnostics for each in filtered)
        assert sum(len(each.suppressed) for each in filtered) == total
        assert loaded.stale() == []
        assert loaded.write() == Written(0, 0, total)
        assert Path(path).read_bytes() == text, "in whatever order the files come"


@settings(max_examples=40)  # each writes files to the disk
@given(RUNS, st.data())
def test_one_fault_less_is_one_entry_too_many(
    found: dict[str, list[Diagnostic]], data: st.DataObject
) -> None:
    found = {path: faults for path, faults in found.items() if faults} or {"a.md": [FAULT]}
    with TemporaryDirectory() as base:
        path = os.path.join(base, FILE)
        write(*run(found, base), path=path)
        fixed = data.draw(st.sampled_from(sorted(found)))
        faults = found[fixed]
        index = data.draw(st.integers(0, len(faults) - 1))
        rest = {**found, fixed: faults[:index] + faults[index + 1 :]}
        loaded = Baseline.load(path)
        for each in run(rest, base):
            assert loaded.filter(each).diagnostics == []
        (entry,) = loaded.stale()
        assert (entry.path, entry.rule, entry.number) == (fixed, faults[index].rule, 1)
        assert loaded.write() == Written(0, 1, sum(map(len, rest.values())))
        assert len(reported(*run(found, base), path=path)) == 1


@given(ENTRIES, ENTRIES, st.randoms())
def test_the_lines_of_two_files_are_a_file_in_any_order(
    ours: list[Entry], theirs: list[Entry], random: Random
) -> None:
    with TemporaryDirectory() as base:
        path = os.path.join(base, FILE)
        lines = []
        for each in (ours, theirs):
            baseline_file.write(path, each)
            first, *lines_of_one, version, last = Path(path).read_text().splitlines()
            lines += lines_of_one
        random.shuffle(lines)
        Path(path).write_text("\n".join([first, *lines, version, last]))
        assert sorted(baseline_file.read(path)) == sorted([*ours, *theirs])
