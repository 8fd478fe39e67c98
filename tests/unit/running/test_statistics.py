from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.contents import MOST_KEYS, Contents, Provider
from articlelint.model import Diagnostic, Severity, Span
from articlelint.reading.source import SourceFile
from articlelint.report import FileReport, Suppressed, Suppression
from articlelint.running.statistics import MOST_FOLDERS, Statistics

SOURCE = SourceFile.from_text("")


def diagnostic(rule: str, severity: Severity) -> Diagnostic:
    return Diagnostic(rule, severity, "is wrong", (), Span(0, 0))


def report(path: str, what: str = "") -> FileReport:
    """A file with what ``E a-rule, W a-rule, comment a-rule, baseline a-rule`` says."""
    found, suppressed = [], []
    for each in filter(None, what.split(", ")):
        kind, rule = each.split(" ", 1)
        if kind in ("E", "W"):
            found.append(diagnostic(rule, Severity.ERROR if kind == "E" else Severity.WARNING))
        else:
            suppressed.append(Suppressed(diagnostic(rule, Severity.ERROR), Suppression(kind)))
    return FileReport(path, SOURCE, found, tuple(suppressed))


def statistics(files: Mapping[str, str]) -> Statistics:
    gathered = Statistics()
    for path, what in files.items():
        gathered.add(report(path, what))
    return gathered


def table(files: Mapping[str, str]) -> str:
    return "".join(statistics(files).table())


def folders(files: Mapping[str, str]) -> list[str]:
    """The lines of the last table."""
    return table(files).split("folder\n")[1].splitlines()


FILES = {
    "news/a.md": "E schema/enum, E schema/enum, W empty-value",
    "news/b.md": "W empty-value, comment insecure-url, baseline schema/enum",
    "news/c.md": "",
    "plain/d.md": "baseline date-order",
    "e.md": "E date-order",
    "clean/f.md": "",
}


def test_a_table_of_each_kind() -> None:
    assert (
        table(FILES)
        == """\
     6  files checked
     3  files clean
     0  files checked by a schema that they name
     3  errors
     2  warnings
     1  ignored
     2  baselined
     0  articles
     0  providers
     0  topics
     0  authors
     0  keys
     0  duplicates (duplicate-url)
     0  duplicates (duplicate-title)

errors  warnings  suppressed  rule
     0         2           0  empty-value
     2         0           1  schema/enum
     1         0           1  date-order
     0         0           1  insecure-url

errors  warnings  suppressed  files  clean  folder
     2         2           2      3      1  news
     1         0           0      1      0  .
     0         0           1      1      1  plain
"""
    )


@pytest.mark.parametrize("files", [{}, {"a.md": "", "news/b.md": ""}], ids=["none", "clean"])
def test_without_a_diagnostic_there_is_one_table(files: Mapping[str, str]) -> None:
    lines = table(files).splitlines()
    assert lines[:2] == [f"     {len(files)}  files checked", f"     {len(files)}  files clean"]
    assert [line[:8] for line in lines[2:]] == ["     0  "] * 12


def test_json_has_the_same_and_every_folder() -> None:
    nothing = {"errors": 0, "warnings": 0, "silenced": 0}
    assert json.loads(statistics(FILES).as_json()) == {
        "files": 6,
        "clean": 3,
        "named_schema": 0,
        "errors": 3,
        "warnings": 2,
        "silenced": 3,
        "silenced_by": {"comment": 1, "baseline": 2},
        "rules": [
            {"rule": "empty-value", "errors": 0, "warnings": 2, "silenced": 0},
            {"rule": "schema/enum", "errors": 2, "warnings": 0, "silenced": 1},
            {"rule": "date-order", "errors": 1, "warnings": 0, "silenced": 1},
            {"rule": "insecure-url", "errors": 0, "warnings": 0, "silenced": 1},
        ],
        "folders": [
            {
                "folder": "news",
                "errors": 2,
                "warnings": 2,
                "silenced": 2,
                "files": 3,
                "clean": 1,
            },
            {"folder": ".", "errors": 1, "warnings": 0, "silenced": 0, "files": 1, "clean": 0},
            {"folder": "clean", **nothing, "files": 1, "clean": 1},
            {"folder": "plain", **nothing, "silenced": 1, "files": 1, "clean": 1},
        ],
        "articles": 0,
        "providers": [],
        "topics": [],
        "authors": [],
        "keys": [],
        "months": [],
        "duplicates": {"duplicate-url": 0, "duplicate-title": 0},
        "unlisted": {"providers": 0, "topics": 0, "authors": 0, "keys": 0, "months": 0},
    }


CONTENTS = {
    "news/a.md": Contents(
        Provider("Harbour Herald", "harbour.example"),
        ("Boats", "Weather"),
        ("Ada Fenwick",),
        (("title", "text"), ("heat", "whole number")),
        "2023-05",
    ),
    "news/b.md": Contents(
        Provider("The Lantern", ""),
        ("Boats",),
        (),
        (("title", "text"), ("heat", "text")),
        "2023-04",
    ),
    "news/c.md": Contents(None, (), (), (("title", "text"),), None),
}


def with_contents() -> Statistics:
    gathered = Statistics()
    for path, contents in CONTENTS.items():
        what = "E duplicate-url, W duplicate-url" if path == "news/a.md" else ""
        gathered.add(report(path, what)._replace(contents=contents))
    gathered.add(report("broken.md", "E yaml-syntax"))
    return gathered


def test_tables_of_what_articles_hold() -> None:
    text = "".join(with_contents().table())
    assert "     4  files checked\n" in text
    assert (
        """
     3  articles
     2  providers
     2  topics
     1  authors
     2  keys
     1  duplicates (duplicate-url)
     0  duplicates (duplicate-title)
"""
        in text
    )
    assert text.endswith("""
articles  provider
       1  Harbour Herald (harbour.example)
       1  The Lantern

articles  topic
       2  Boats
       1  Weather

articles  author
       1  Ada Fenwick

articles  share   key
       3  100.0%  title: text
       2   66.7%  heat: text (1), whole number (1)
""")


def test_json_has_what_articles_hold() -> None:
    numbers = json.loads(with_contents().as_json())
    assert {key: numbers[key] for key in ("files", "articles")} == {"files": 4, "articles": 3}
    assert numbers["providers"] == [
        {"name": "Harbour Herald", "domain": "harbour.example", "articles": 1},
        {"name": "The Lantern", "domain": "", "articles": 1},
    ]
    assert numbers["topics"] == [
        {"topic": "Boats", "articles": 2},
        {"topic": "Weather", "articles": 1},
    ]
    assert numbers["authors"] == [{"author": "Ada Fenwick", "articles": 1}]
    assert numbers["keys"] == [
        {"key": "title", "articles": 3, "share": 1.0, "types": {"text": 3}},
        {"key": "heat", "articles": 2, "share": 0.6667, "types": {"text": 1, "whole number": 1}},
    ]
    assert numbers["months"] == [
        {"month": "2023-04", "articles": 1},
        {"month": "2023-05", "articles": 1},
    ]
    assert numbers["duplicates"] == {"duplicate-url": 1, "duplicate-title": 0}


def test_what_is_not_shown_of_keys_has_no_share() -> None:
    gathered = Statistics()
    keys = tuple((f"key{number:03}", "text") for number in range(MOST_KEYS + 2))
    gathered.add(report("a.md")._replace(contents=Contents(None, (), (), keys, None)))
    assert "".join(gathered.table()).endswith(
        """\
       1  100.0%  key099: text
       2          (and 2 more)
"""
    )


def test_names_in_articles_cannot_command_a_terminal() -> None:
    name = "\x1b[2J\u202e##[command]"
    gathered = Statistics()
    contents = Contents(Provider(name, name), (name,), (name,), ((name, "text"),), None)
    gathered.add(report("a.md")._replace(contents=contents))
    text = "".join(gathered.table())
    assert text.count(r"\x1b[2J\u202e#\x23[command]") == 5
    assert "\x1b" not in text
    assert "##[" not in gathered.as_json()
    assert json.loads(gathered.as_json())["topics"] == [{"topic": name, "articles": 1}]


def test_files_that_are_checked_by_a_schema_that_they_name() -> None:
    gathered = Statistics()
    for path in ("a.md", "news/b.md"):
        gathered.add(report(path)._replace(by_named_schema=True))
    gathered.add(report("c.md"))
    assert "     2  files checked by a schema that they name\n" in list(gathered.table())
    assert json.loads(gathered.as_json())["named_schema"] == 2


def test_json_is_ascii() -> None:
    text = statistics({"é\udcff/a.md": "E a-rule"}).as_json()
    assert text.isascii()
    assert text.endswith("}\n")
    assert json.loads(text)["folders"][0]["folder"] == r"é\udcff"


def test_the_same_number_is_sorted_by_name() -> None:
    files = {"b/a.md": "E c, W b", "a/a.md": "W c, W a", "c/a.md": "E a, E b"}
    rules = [line.split()[-1] for line in table(files).split("\n\n")[1].splitlines()]
    assert rules == ["rule", "a", "b", "c"]
    assert [line.split()[-1] for line in folders(files)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("a.md", "."),
        ("./a.md", "."),
        ("<stdin>", "."),
        ("./news//2023/a.md", "news/2023"),
        ("news/../plain/a.md", "plain"),
        ("../news/a.md", "../news"),
        ("/news/a.md", "/news"),
        ("/a.md", "/"),
    ],
)
def test_the_folder_is_the_one_that_holds_the_file(path: str, folder: str) -> None:
    assert folders({path: "E a-rule"}) == [f"     1         0           0      1      0  {folder}"]


def test_names_cannot_command_a_terminal() -> None:
    shown = table({"\x1b[2J\n\u202e/a.md": "E schema/\x07"})
    assert "  schema/\\x07\n" in shown
    assert folders({"\x1b[2J\n\u202e/a.md": "E schema/\x07"})[0].endswith("  \\x1b[2J\\n\\u202e")


def test_numbers_may_be_wide() -> None:
    gathered = Statistics()
    many = FileReport("a.md", SOURCE, [diagnostic("a-rule", Severity.ERROR)] * 1234567)
    gathered.add(many)
    assert "\n1234567         0           0  a-rule\n" in "".join(gathered.table())


def test_many_folders_are_cut_short() -> None:
    files = {f"{number:02}/a.md": "E a-rule" for number in range(MOST_FOLDERS)}
    assert len(folders(files)) == MOST_FOLDERS
    files |= {"z/a.md": "W a-rule, comment b", "y/a.md": "E a-rule", "y/b.md": "", "clean/a.md": ""}
    lines = folders(files)
    assert lines[:-1] == [f"     1         0           0      1      0  {n:02}" for n in range(20)]
    assert lines[-1] == "     1         1           1      3      1  (and 2 more)"
    assert len(json.loads(statistics(files).as_json())["folders"]) == MOST_FOLDERS + 3


@given(
    st.dictionaries(
        st.sampled_from(["a.md", "b/a.md", "b/b.md", "b/c/a.md"]),
        st.lists(st.sampled_from(["E a", "W a", "E b", "comment a", "baseline b"])),
    ),
    st.data(),
)
def test_all_tables_add_up_in_whatever_order(
    files: dict[str, list[str]], data: st.DataObject
) -> None:
    named = {path: ", ".join(each) for path, each in files.items()}
    text = statistics(named).as_json()
    order = data.draw(st.permutations(list(named.items())))
    assert statistics(dict(order)).as_json() == text
    numbers = json.loads(text)
    for columns, rows in (
        (["errors", "warnings", "silenced"], numbers["rules"]),
        (["errors", "warnings", "silenced", "files", "clean"], numbers["folders"]),
    ):
        for column in columns:
            assert sum(row[column] for row in rows) == numbers[column]
    assert sum(numbers["silenced_by"].values()) == numbers["silenced"]
