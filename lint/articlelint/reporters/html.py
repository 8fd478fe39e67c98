"""One page for whoever looks after a whole collection: by folder and by rule, with a search.

It also shows what the articles hold: see ``_inventory``.

The page holds all it needs and asks no network for anything, so it works from a file. Its policy
lets no other script run than its own, whatever an article holds. Without scripts, it is a list that
the browser can search. It follows the system's choice of light or dark.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from articlelint.contents import Inventory, Names, Row
from articlelint.model import Diagnostic, Severity
from articlelint.report import FileReport
from articlelint.reporters import _inventory
from articlelint.reporters._identity import in_repository, name_in_repository
from articlelint.reporters._text import note_lines
from articlelint.reporters._totals import Totals, headline, in_words, totals
from articlelint.reporters._xml import tag, text
from articlelint.settings import records
from articlelint.text.printable import printable
from articlelint.text.words import counted

#: Text and background differ by a contrast of 4.5 or more (WCAG 2.2, 1.4.3). Files out of sight are
#: not laid out, so that ten thousand diagnostics do no harm.
_STYLE = """
:root { color-scheme: light dark; --back: #fff; --text: #1b1b1f; --quiet: #55555e; --line: #d5d5dc;
  --link: #0b4f9e; --error: #a80d1c; --warning: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --back: #1b1b1f; --text: #ececf1; --quiet: #b4b4be;
  --line: #45454e; --link: #8ab8ff; --error: #ff9a9a; --warning: #ffc766; } }
body { margin: 0 auto; max-width: 75rem; padding: 1rem; background: var(--back);
  color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; } h3 { font-size: 1rem; margin-bottom: 0; }
small, .notes { color: var(--quiet); font-size: .9rem; font-weight: normal; }
table { border-collapse: collapse; width: 100%; }
summary { cursor: pointer; font-weight: bold; padding: .5rem 0; }
th, td { border-top: 1px solid var(--line); padding: .25rem .5rem; text-align: left;
  font-weight: normal; vertical-align: top; }
thead th { font-weight: bold; } .number { text-align: right; width: 6rem; }
@media (max-width: 40rem) { td:nth-child(2) { display: none; } .number { width: 4rem; } }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; position: sticky; top: 0;
  background: var(--back); border-bottom: 1px solid var(--line); padding: .75rem 0; }
@media (max-height: 40rem), (max-width: 40rem) { form { position: static; } }
form[hidden] { display: none; } label { display: grid; } select { max-width: 20rem; }
input, select, button { font: inherit; }
th button { background: none; border: 0; color: var(--link); cursor: pointer; padding: 0;
  text-align: left; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main section section { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
main { scroll-margin-top: 8rem; } ul, ol { list-style: none; padding: 0; margin: 0; }
ol > li { border-top: 1px solid var(--line); padding: .25rem 0 .25rem 1rem; }
.error { color: var(--error); } .warning { color: var(--warning); } code { white-space: pre-wrap; }
.skip:not(:focus) { position: absolute; left: -100rem; }
@media print { form, .skip { display: none; } }
"""
_STYLE += _inventory.STYLE

_SCRIPT = """
"use strict";
const form = document.querySelector("form");
const told = document.querySelector("[role=status]");
const main = document.querySelector("main");
const folders = Array.from(main.querySelectorAll(":scope > section"), folder => ({
  folder, files: Array.from(folder.querySelectorAll("section"), file => ({
    file, items: Array.from(file.querySelectorAll("ol > li"), item => ({
      item, rule: item.dataset.rule, severity: item.dataset.severity,
      text: (file.firstChild.textContent + " " + item.textContent).toLowerCase() })) })) }));
const hide = (element, isHidden) => {
  if (element.hidden !== isHidden) element.hidden = isHidden;
  return !isHidden;
};
const show = () => {
  const { folder: inFolder, rule, severity } = form.elements;
  const words = form.elements.words.value.toLowerCase().split(" ").filter(Boolean);
  const fits = each => (!rule.value || each.rule === rule.value)
    && (!severity.value || each.severity === severity.value)
    && words.every(word => each.text.includes(word));
  let all = 0, shown = 0;
  for (const { folder, files } of folders) {
    const isWanted = !inFolder.value || inFolder.value === folder.id;
    let inThis = 0;
    for (const { file, items } of files) {
      const found = items.filter(each => hide(each.item, !(isWanted && fits(each)))).length;
      hide(file, !found);
      all += items.length;
      inThis += found;
    }
    hide(folder, !inThis);
    shown += inThis;
  }
  told.textContent = shown + " of " + all + " diagnostics shown";
};
let timer;
const soon = () => { clearTimeout(timer); timer = setTimeout(show, 100); };
form.addEventListener("input", soon);
form.addEventListener("reset", soon);
form.addEventListener("submit", event => { event.preventDefault(); show(); });
document.addEventListener("click", event => {
  const button = event.target.closest("button[name]");
  if (!button) return;
  form.reset();
  form.elements[button.name].value = button.value;
  clearTimeout(timer);
  show();
  main.focus();
});
form.hidden = false;
show();
"""


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


#: The most rows of a table that is shown before anybody asks for it.
_MOST_OPEN = 20
_TOP = "(the top folder)"

_POLICY = f"default-src 'none'; style-src {_hash(_STYLE)}; script-src {_hash(_SCRIPT)}"


class _Folder:
    """The files of a folder that have diagnostics, as markup, and how many there are of each."""

    def __init__(self, number: int) -> None:
        self.id = f"folder-{number}"
        self.files: list[str] = []
        self.numbers: Counter[Severity] = Counter()


class _Run:
    """What is known of all reports: no text of a file, only the markup for it."""

    def __init__(self) -> None:
        self.files = 0
        self.folders: dict[str, _Folder] = {}
        self.rules: dict[str, Counter[Severity]] = {}
        self.inventory = Inventory()
        self._articles: Names[str] = Names()

    def add(self, report: FileReport) -> None:
        self.files += 1
        name = os.path.dirname(name_in_repository(report)) or _TOP
        self.inventory.add(report.contents, report.rule_ids)
        self._articles.add_all([name] * bool(report.contents))
        if report.diagnostics:
            named = in_repository(report)
            folder = self.folders.setdefault(name, _Folder(len(self.folders)))
            folder.files.append(_file(named))
            folder.numbers += totals(named)
        for each in report.diagnostics:
            self.rules.setdefault(each.rule, Counter())[each.severity] += 1

    def articles_by_folder(self) -> list[Row]:
        return self._articles.rows(_MOST_OPEN, Row)

    def title(self) -> str:
        numbers = sum((each.numbers for each in self.folders.values()), Counter[Severity]())
        faulty = sum(len(each.files) for each in self.folders.values())
        return f"articlelint: {headline(numbers, self.files, faulty)}"


def render(reports: Iterable[FileReport]) -> Iterator[str]:
    """The page, once all is known; it is all ASCII, whatever the encoding of a terminal."""
    run = _Run()
    for report in reports:
        run.add(report)
    title = run.title()
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f"<{tag('meta', {'http-equiv': 'Content-Security-Policy', 'content': _POLICY})}>\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n"
        f"<header><h1>{title}</h1></header>\n"
    )
    contents = _inventory.markup(run.inventory, run.articles_by_folder(), is_open=not run.folders)
    if run.folders:
        yield from _body(run, contents)
    elif run.inventory.articles:
        yield "<main>\n"
        yield from contents
        yield "</main>\n"


def _body(run: _Run, contents: Iterable[str]) -> Iterator[str]:
    folders = dict(sorted(run.folders.items()))
    yield '<a class="skip" href="#diagnostics">Skip to the diagnostics</a>\n'
    rules = dict(sorted(run.rules.items(), key=lambda each: (-each[1].total(), each[0])))
    yield _table("rule", [(each, each, _summary(each), rules[each]) for each in rules])
    in_folders = ((name, each, counted(len(each.files), "file")) for name, each in folders.items())
    yield _table(
        "folder", [(each.id, name, files, each.numbers) for name, each, files in in_folders]
    )
    yield from contents
    yield '<form hidden role="search">\n'
    yield '<label>Search <input name="words" type="search"></label>\n'
    yield _choice("severity", {each.value: f"{each.value}s" for each in Severity})
    yield _choice("rule", {each: each for each in sorted(rules)})
    yield _choice("folder", {each.id: name for name, each in folders.items()})
    yield '<button type="reset">Show all</button>\n<span role="status"></span>\n</form>\n'
    yield '<main id="diagnostics" tabindex="-1">\n'
    for name, folder in folders.items():
        heading = f"<h2>{_shown(name)} <small>{in_words(folder.numbers)}</small></h2>"
        yield f"<{tag('section', {'id': folder.id})}>{heading}\n"
        yield from folder.files
        yield "</section>\n"
    yield f"</main>\n<script>{_SCRIPT}</script>\n"


def _table(kind: str, rows: list[tuple[str, str, str, Totals]]) -> str:
    """How many diagnostics each rule or folder has; a click on its name shows these alone.

    A row has the value that the list of choices has, the name, what it is, and the numbers.
    """
    is_open = " open" * (len(rows) <= _MOST_OPEN)
    head = f'<th scope="col">{kind.capitalize()}</th><td></td>' + "".join(
        f'<th scope="col" class="number">{each.value.capitalize()}s</th>' for each in Severity
    )
    body = "".join(_row(kind, *row) for row in rows)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>"
    return f"<details{is_open}><summary>By {kind}</summary>\n{table}\n</details>\n"


def _row(kind: str, value: str, name: str, what: str, numbers: Totals) -> str:
    button = f"<{tag('button', {'name': kind, 'value': value})}>{_shown(name)}</button>"
    cells = "".join(f'<td class="number">{numbers[each]}</td>' for each in Severity)
    return f'<tr><th scope="row">{button}</th><td>{_shown(what)}</td>{cells}</tr>\n'


def _choice(name: str, labels: dict[str, str]) -> str:
    """A list to choose one of, or all."""
    options = "".join(
        f"<{tag('option', {'value': value})}>{_shown(label)}</option>"
        for value, label in {"": "all", **labels}.items()
    )
    select = f"<{tag('select', {'name': name})}>{options}</select>"
    return f"<label>{name.capitalize()} {select}</label>\n"


def _file(report: FileReport) -> str:
    """The diagnostics of a file below its path."""
    items = "".join(_item(report, each) for each in report.diagnostics)
    return f"<section><h3>{_shown(report.path)}</h3>\n<ol>\n{items}</ol></section>\n"


def _item(report: FileReport, diagnostic: Diagnostic) -> str:
    severity = diagnostic.severity.value
    line, column = report.position(diagnostic.span.start)
    notes = "".join(f"<li>{text(each.lstrip())}</li>" for each in note_lines(report, diagnostic))
    below = f'\n<ul class="notes">{notes}</ul>' if notes else ""
    return (
        f"<{tag('li', {'data-rule': diagnostic.rule, 'data-severity': severity})}>"
        f"<small>line {line}, column {column}</small> "
        f'<strong class="{severity}">{severity}</strong> '
        f"{_shown(diagnostic.message)} <code>{_shown(diagnostic.rule)}</code>{below}</li>\n"
    )


def _summary(rule_id: str) -> str:
    """What a rule objects to; nothing where there is no such rule."""
    try:
        return records.record(rule_id).summary
    except KeyError:
        return ""


def _shown(value: str) -> str:
    return text(printable(value))
