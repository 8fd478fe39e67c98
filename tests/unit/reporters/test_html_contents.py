"""What the page in HTML shows of what the articles hold."""

from __future__ import annotations

from articlelint.contents import MOST_KEYS, MOST_MONTHS, MOST_ROWS, Contents, Provider
from articlelint.report import FileReport
from tests.unit.reporters.runs import ERROR, SOUND
from tests.unit.reporters.test_html import Element, html_text, read

HERALD = Provider("Harbour Herald", "harbour.example")
NOTHING = Contents(None, (), (), (), None)
BOATS = Contents(
    HERALD, ("Boats", "Weather"), ("Ada Fenwick",), (("title", "text"), ("heat", "text")), "2023-05"
)
WEATHER = Contents(HERALD, ("Weather",), (), (("title", "text"),), "2023-04")
HEAT = Contents(None, (), (), (("heat", "whole number"),), "2023-05")


def holding(path: str, contents: Contents | None, report: FileReport = SOUND) -> FileReport:
    return report._replace(path=path, contents=contents)


COLLECTION = [
    holding("news/a.md", BOATS),
    holding("news/b.md", WEATHER),
    holding("c.md", HEAT),
    holding("broken.md", None),
]


def section(page: Element) -> Element:
    (found,) = (each for each in page.all("section") if "aria-labelledby" in each.attributes)
    return found


def tables(page: Element) -> dict[str, list[list[str]]]:
    """The cells of each table, its head first, by its name."""
    return {
        table.attributes["aria-label"] or "": [
            [cell.text for cell in row.elements] for row in table.all("tr")
        ]
        for table in section(page).all("table")
    }


def bars(page: Element, name: str) -> list[str | None]:
    """How wide the bar of each row is, of 100; None for a row without one."""
    (table,) = (
        each for each in section(page).all("table") if each.attributes["aria-label"] == name
    )
    (body,) = table.all("tbody")
    found = [row.all("rect") for row in body.all("tr")]
    return [each[0].attributes["width"] if each else None for each in found]


def test_a_table_for_each_kind() -> None:
    assert tables(read(*COLLECTION)) == {
        "Articles by month": [
            ["Month", "", "Articles"],
            ["2023-04", "", "1"],
            ["2023-05", "", "2"],
        ],
        "Articles by folder": [
            ["Folder", "", "Articles"],
            ["news", "", "2"],
            ["(the top folder)", "", "1"],
        ],
        "Articles by provider": [
            ["Provider", "", "Articles"],
            ["Harbour Herald (harbour.example)", "", "2"],
        ],
        "Articles by topic": [
            ["Topic", "", "Articles"],
            ["Weather", "", "2"],
            ["Boats", "", "1"],
        ],
        "Articles by author": [["Author", "", "Articles"], ["Ada Fenwick", "", "1"]],
        "Articles by key": [
            ["Key", "Types", "", "Share", "Articles"],
            ["heat", "text (1), whole number (1)", "", "66.7%", "2"],
            ["title", "text", "", "66.7%", "2"],
        ],
    }


def test_it_says_in_words_how_much_there_is() -> None:
    (heading,) = section(read(*COLLECTION)).all("h2")
    assert heading.text == "What the articles hold"
    assert section(read(*COLLECTION)).attributes["aria-labelledby"] == heading.attributes["id"]
    (words,) = section(read(*COLLECTION)).all("p")
    assert words.text == "3 articles, 1 provider, 2 topics, 1 author and 2 keys"


def test_duplicates_are_counted() -> None:
    same = ERROR.diagnostics[0]._replace(rule="duplicate-url")
    twin = holding("a.md", NOTHING, ERROR)._replace(diagnostics=[same, same])
    assert section(read(twin, holding("b.md", NOTHING))).all("p")[0].text == (
        "2 articles and 1 duplicate"
    )


def test_bars_compare_the_numbers() -> None:
    page = read(*COLLECTION)
    assert bars(page, "Articles by month") == ["50.0", "100.0"]
    assert bars(page, "Articles by topic") == ["100.0", "50.0"]
    for drawing in page.all("svg"):
        assert drawing.attributes["viewbox"] == "0 0 100 1"
        assert drawing.attributes["aria-hidden"] == "true"


def test_every_table_has_heads_for_its_rows_and_columns() -> None:
    for table in section(read(*COLLECTION)).all("table"):
        (head,), (body,) = table.all("thead"), table.all("tbody")
        columns = head.all("tr")[0].elements
        assert [each.attributes.get("scope") for each in columns if each.tag == "th"] == [
            "col"
        ] * len(head.all("th"))
        for row in body.all("tr"):
            assert len(row.elements) == len(columns)
            assert [each.attributes["scope"] for each in row.all("th")] == ["row"]


def test_without_diagnostics_the_tables_are_open() -> None:
    page = read(*COLLECTION)
    assert [each.tag for each in page.all("main")[0].elements] == ["section"]
    assert all("open" in each.attributes for each in section(page).all("details"))
    assert not {"script", "form", "a"} & page.tags()


def test_beside_diagnostics_the_tables_are_closed_and_above_the_search() -> None:
    page = read(*COLLECTION, holding("d.md", NOTHING, ERROR))
    assert not any("open" in each.attributes for each in section(page).all("details"))
    html = next(each for each in page.inside() if each.tag == "html")
    order = [
        each.tag for each in html.elements if each.tag in {"details", "section", "form", "main"}
    ]
    assert order == ["details", "details", "section", "form", "main"]


def test_nothing_is_shown_where_nothing_was_noted() -> None:
    assert not {"section", "main"} & read(SOUND, holding("a.md", None)).tags()


def test_long_tables_are_cut_short() -> None:
    many = tuple(f"topic {number:03}" for number in range(MOST_ROWS + 5))
    keys = tuple((f"key{number:03}", "text") for number in range(MOST_KEYS + 2))
    page = read(holding("a.md", Contents(None, many, (), keys, None)))
    assert tables(page)["Articles by topic"][-1] == ["(and 5 more)", "", "5"]
    assert bars(page, "Articles by topic") == ["100.0"] * MOST_ROWS + [None]
    assert tables(page)["Articles by key"][-1] == ["(and 2 more)", "", "", "", "2"]


def test_the_latest_months_are_shown_in_their_order() -> None:
    months = [f"{1990 + number // 12}-{1 + number % 12:02}" for number in range(MOST_MONTHS + 3)]
    reports = [holding("a.md", NOTHING._replace(month=month)) for month in reversed(months)]
    found = tables(read(*reports))["Articles by month"][1:]
    assert found[0] == ["(other months)", "", "3"]
    assert [month for month, _, _ in found[1:]] == months[3:]


def test_what_articles_hold_cannot_be_markup_nor_command_a_terminal() -> None:
    hostile = "<script>alert(1)</script> & \"' \x1b[2J \u202e ##[command]\ufffe"
    shown = Contents(Provider(hostile, ""), (hostile,), (hostile,), ((hostile, "text"),), None)
    page = read(holding(f"{hostile}/a.md", shown))
    found = tables(page)
    for kind in ("provider", "topic", "author", "key"):
        assert found[f"Articles by {kind}"][1][0] == html_text(hostile)
    assert not page.all("script")


def test_its_attributes_load_and_run_nothing() -> None:
    elements = list(section(read(*COLLECTION)).inside())
    assert {name for each in elements for name in each.attributes} == {
        *("aria-hidden", "aria-label", "class", "height", "id", "open", "preserveaspectratio"),
        *("scope", "viewbox", "width"),
    }
