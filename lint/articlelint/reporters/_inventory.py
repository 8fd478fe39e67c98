"""What the articles of a run hold, as a part of a page: tables with bars.

A bar is a drawing, for the page allows no style of its own to an element. It only repeats the
number beside it, so those who read the page aloud pass over it.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.contents import Inventory, Row
from articlelint.reporters._xml import tag, text
from articlelint.text.printable import printable
from articlelint.text.words import both, counted

#: Goes into the style of the page; colors come from there.
STYLE = """
.bar { display: block; width: 100%; height: .8rem; margin: .35rem 0; fill: var(--link); }
.bars { width: 40%; } .bars ~ .number { width: 4rem; }
@media (forced-colors: active) { .bar { fill: CanvasText; } }
@media (max-width: 40rem) { table[aria-label] td:nth-child(2) { display: table-cell; }
  table[aria-label] .bars { display: none; } }
"""
_BAR_WIDTH = 100


def markup(inventory: Inventory, folders: list[Row], *, is_open: bool) -> Iterator[str]:
    """A section with a table for each kind of name of which there is any.

    ``folders`` has the articles of each folder. All tables are shown at once if ``is_open``.
    """
    if not inventory.articles:
        return
    yield '<section aria-labelledby="contents">\n<h2 id="contents">What the articles hold</h2>\n'
    yield f"<p>{text(_in_words(inventory))}</p>\n"
    tables = {
        "month": inventory.months_in_order(),
        "folder": folders,
        **dict(inventory.tables()),
    }
    for kind, rows in tables.items():
        if rows:
            yield from _table(kind, rows, is_open=is_open)
    yield "</section>\n"


def _in_words(inventory: Inventory) -> str:
    """``3 articles, 2 providers and 1 topic``; without what there is nothing of."""
    numbers = {
        "article": inventory.articles,
        "provider": len(inventory.providers),
        "topic": len(inventory.topics),
        "author": len(inventory.authors),
        "key": len(inventory.keys),
        "duplicate": inventory.duplicates.total(),
    }
    return both([counted(number, noun) for noun, number in numbers.items() if number])


def _table(kind: str, rows: list[Row], *, is_open: bool) -> Iterator[str]:
    title = f"Articles by {kind}"
    has_notes = any(each.note for each in rows)
    columns = [kind.capitalize(), *(["Types"] * has_notes)]
    head = "".join(f'<th scope="col">{each}</th>' for each in columns)
    numbers = [*(["Share"] * has_notes), "Articles"]
    head += '<td class="bars"></td>'
    head += "".join(f'<th scope="col" class="number">{each}</th>' for each in numbers)
    yield f"<details{' open' * is_open}><summary>{title}</summary>\n"
    yield f"<{tag('table', {'aria-label': title})}>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    most = max((each.articles for each in rows if not each.is_rest), default=0)
    for row in rows:
        yield _row(row, most, has_notes=has_notes)
    yield "</tbody></table>\n</details>\n"


def _row(row: Row, most: int, *, has_notes: bool) -> str:
    note, share = f"<td>{text(row.note)}</td>", "" if row.share is None else f"{row.share:.1%}"
    bar = "" if row.is_rest else _bar(_BAR_WIDTH * row.articles / most)
    cells = [
        f'<th scope="row">{text(printable(row.name))}</th>',
        note * has_notes,
        f'<td class="bars">{bar}</td>',
        f'<td class="number">{share}</td>' * has_notes,
        f'<td class="number">{row.articles}</td>',
    ]
    return f"<tr>{''.join(cells)}</tr>\n"


def _bar(width: float) -> str:
    rect = tag("rect", {"width": f"{width:.1f}", "height": 1})
    svg = {
        "class": "bar",
        "viewBox": f"0 0 {_BAR_WIDTH} 1",
        "preserveAspectRatio": "none",
        "aria-hidden": "true",
    }
    return f"<{tag('svg', svg)}><{rect}></rect></svg>"
